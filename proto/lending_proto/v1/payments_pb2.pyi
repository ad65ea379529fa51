import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ChannelKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CHANNEL_KIND_UNSPECIFIED: _ClassVar[ChannelKind]
    CHANNEL_KIND_THIRD_PARTY: _ClassVar[ChannelKind]
    CHANNEL_KIND_OWN_BANK: _ClassVar[ChannelKind]
    CHANNEL_KIND_BANK: _ClassVar[ChannelKind]

class Service(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SERVICE_UNSPECIFIED: _ClassVar[Service]
    SERVICE_PAYOUT: _ClassVar[Service]
    SERVICE_COLLECTION: _ClassVar[Service]

class Word(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WORD_UNSPECIFIED: _ClassVar[Word]
    WORD_ACCEPTED: _ClassVar[Word]
    WORD_SUCCESS: _ClassVar[Word]
    WORD_PARTIAL: _ClassVar[Word]
    WORD_FAILED: _ClassVar[Word]
    WORD_UNKNOWN: _ClassVar[Word]
    WORD_NOT_FOUND: _ClassVar[Word]
    WORD_UNREACHED: _ClassVar[Word]

class ParkedWay(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PARKED_WAY_UNSPECIFIED: _ClassVar[ParkedWay]
    PARKED_WAY_ACCEPT: _ClassVar[ParkedWay]
    PARKED_WAY_CLOSE: _ClassVar[ParkedWay]
CHANNEL_KIND_UNSPECIFIED: ChannelKind
CHANNEL_KIND_THIRD_PARTY: ChannelKind
CHANNEL_KIND_OWN_BANK: ChannelKind
CHANNEL_KIND_BANK: ChannelKind
SERVICE_UNSPECIFIED: Service
SERVICE_PAYOUT: Service
SERVICE_COLLECTION: Service
WORD_UNSPECIFIED: Word
WORD_ACCEPTED: Word
WORD_SUCCESS: Word
WORD_PARTIAL: Word
WORD_FAILED: Word
WORD_UNKNOWN: Word
WORD_NOT_FOUND: Word
WORD_UNREACHED: Word
PARKED_WAY_UNSPECIFIED: ParkedWay
PARKED_WAY_ACCEPT: ParkedWay
PARKED_WAY_CLOSE: ParkedWay

class Channels(_message.Message):
    __slots__ = ("version", "currency", "payout_day_max", "payout_day_count", "channels")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    PAYOUT_DAY_MAX_FIELD_NUMBER: _ClassVar[int]
    PAYOUT_DAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    version: int
    currency: str
    payout_day_max: _money_pb2.Money
    payout_day_count: int
    channels: _containers.RepeatedCompositeFieldContainer[Channel]
    def __init__(self, version: _Optional[int] = ..., currency: _Optional[str] = ..., payout_day_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., payout_day_count: _Optional[int] = ..., channels: _Optional[_Iterable[_Union[Channel, _Mapping]]] = ...) -> None: ...

class Channel(_message.Message):
    __slots__ = ("code", "name", "kind", "services", "currency", "single_max", "day_max", "day_count", "cost_fixed", "cost_per_mille", "banks", "listed", "per_second", "opens", "closes", "enabled")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    SERVICES_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    SINGLE_MAX_FIELD_NUMBER: _ClassVar[int]
    DAY_MAX_FIELD_NUMBER: _ClassVar[int]
    DAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    COST_FIXED_FIELD_NUMBER: _ClassVar[int]
    COST_PER_MILLE_FIELD_NUMBER: _ClassVar[int]
    BANKS_FIELD_NUMBER: _ClassVar[int]
    LISTED_FIELD_NUMBER: _ClassVar[int]
    PER_SECOND_FIELD_NUMBER: _ClassVar[int]
    OPENS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    kind: ChannelKind
    services: _containers.RepeatedScalarFieldContainer[Service]
    currency: str
    single_max: _money_pb2.Money
    day_max: _money_pb2.Money
    day_count: int
    cost_fixed: _money_pb2.Money
    cost_per_mille: int
    banks: _containers.RepeatedScalarFieldContainer[str]
    listed: bool
    per_second: int
    opens: str
    closes: str
    enabled: bool
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., kind: _Optional[_Union[ChannelKind, str]] = ..., services: _Optional[_Iterable[_Union[Service, str]]] = ..., currency: _Optional[str] = ..., single_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., day_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., day_count: _Optional[int] = ..., cost_fixed: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., cost_per_mille: _Optional[int] = ..., banks: _Optional[_Iterable[str]] = ..., listed: _Optional[bool] = ..., per_second: _Optional[int] = ..., opens: _Optional[str] = ..., closes: _Optional[str] = ..., enabled: _Optional[bool] = ...) -> None: ...

class DebitAgreement(_message.Message):
    __slots__ = ("number", "trade_max", "day_max", "takes_part")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TRADE_MAX_FIELD_NUMBER: _ClassVar[int]
    DAY_MAX_FIELD_NUMBER: _ClassVar[int]
    TAKES_PART_FIELD_NUMBER: _ClassVar[int]
    number: str
    trade_max: _money_pb2.Money
    day_max: _money_pb2.Money
    takes_part: bool
    def __init__(self, number: _Optional[str] = ..., trade_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., day_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., takes_part: _Optional[bool] = ...) -> None: ...

class CardsBound(_message.Message):
    __slots__ = ("customer_id", "cards")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    cards: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, customer_id: _Optional[str] = ..., cards: _Optional[_Iterable[int]] = ...) -> None: ...

class PayoutVoucherMoved(_message.Message):
    __slots__ = ("voucher_id", "state")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    state: str
    def __init__(self, voucher_id: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...

class PayoutRecorded(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class ChannelAnswer(_message.Message):
    __slots__ = ("word", "code", "on", "taken")
    WORD_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    word: Word
    code: str
    on: _date_pb2.Date
    taken: _money_pb2.Money
    def __init__(self, word: _Optional[_Union[Word, str]] = ..., code: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., taken: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DeductionsRequested(_message.Message):
    __slots__ = ("loans", "ordered")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    ORDERED_FIELD_NUMBER: _ClassVar[int]
    loans: int
    ordered: int
    def __init__(self, loans: _Optional[int] = ..., ordered: _Optional[int] = ...) -> None: ...

class DeductionRecorded(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class DeductionRetried(_message.Message):
    __slots__ = ("order_id",)
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    def __init__(self, order_id: _Optional[str] = ...) -> None: ...

class BatchDrawn(_message.Message):
    __slots__ = ("batch_id", "lines")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    lines: int
    def __init__(self, batch_id: _Optional[str] = ..., lines: _Optional[int] = ...) -> None: ...

class DeductionsReleased(_message.Message):
    __slots__ = ("released", "last_at")
    RELEASED_FIELD_NUMBER: _ClassVar[int]
    LAST_AT_FIELD_NUMBER: _ClassVar[int]
    released: int
    last_at: _timestamp_pb2.Timestamp
    def __init__(self, released: _Optional[int] = ..., last_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class BatchRecorded(_message.Message):
    __slots__ = ("batch_id", "status")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    status: str
    def __init__(self, batch_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class PayoutView(_message.Message):
    __slots__ = ("order_id", "contract_id", "amount", "status", "order_no", "channel", "considered", "failed", "late", "paid_on", "back_on", "back_reason", "part", "parts")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ORDER_NO_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    CONSIDERED_FIELD_NUMBER: _ClassVar[int]
    FAILED_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    PAID_ON_FIELD_NUMBER: _ClassVar[int]
    BACK_ON_FIELD_NUMBER: _ClassVar[int]
    BACK_REASON_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    PARTS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    contract_id: str
    amount: _money_pb2.Money
    status: str
    order_no: str
    channel: str
    considered: _containers.RepeatedCompositeFieldContainer[Considered]
    failed: _containers.RepeatedCompositeFieldContainer[AttemptView]
    late: str
    paid_on: _date_pb2.Date
    back_on: _date_pb2.Date
    back_reason: str
    part: int
    parts: int
    def __init__(self, order_id: _Optional[str] = ..., contract_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., status: _Optional[str] = ..., order_no: _Optional[str] = ..., channel: _Optional[str] = ..., considered: _Optional[_Iterable[_Union[Considered, _Mapping]]] = ..., failed: _Optional[_Iterable[_Union[AttemptView, _Mapping]]] = ..., late: _Optional[str] = ..., paid_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., back_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., back_reason: _Optional[str] = ..., part: _Optional[int] = ..., parts: _Optional[int] = ...) -> None: ...

class Considered(_message.Message):
    __slots__ = ("channel", "cost", "obstacle")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    OBSTACLE_FIELD_NUMBER: _ClassVar[int]
    channel: str
    cost: _money_pb2.Money
    obstacle: str
    def __init__(self, channel: _Optional[str] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., obstacle: _Optional[str] = ...) -> None: ...

class AttemptView(_message.Message):
    __slots__ = ("order_no", "channel", "code")
    ORDER_NO_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    order_no: str
    channel: str
    code: str
    def __init__(self, order_no: _Optional[str] = ..., channel: _Optional[str] = ..., code: _Optional[str] = ...) -> None: ...

class PayoutVoucherView(_message.Message):
    __slots__ = ("voucher_id", "contract_id", "dealer_id", "amount", "issued_on", "valid_through", "state", "ended_on", "reason", "check_code")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    ISSUED_ON_FIELD_NUMBER: _ClassVar[int]
    VALID_THROUGH_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    CHECK_CODE_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    contract_id: str
    dealer_id: str
    amount: _money_pb2.Money
    issued_on: _date_pb2.Date
    valid_through: _date_pb2.Date
    state: str
    ended_on: _date_pb2.Date
    reason: str
    check_code: str
    def __init__(self, voucher_id: _Optional[str] = ..., contract_id: _Optional[str] = ..., dealer_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., issued_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., valid_through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., state: _Optional[str] = ..., ended_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., reason: _Optional[str] = ..., check_code: _Optional[str] = ...) -> None: ...

class PayoutVoucherPage(_message.Message):
    __slots__ = ("vouchers", "next_after")
    VOUCHERS_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    vouchers: _containers.RepeatedCompositeFieldContainer[PayoutVoucherView]
    next_after: str
    def __init__(self, vouchers: _Optional[_Iterable[_Union[PayoutVoucherView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...

class VerifiedPayoutVoucher(_message.Message):
    __slots__ = ("voucher_id", "dealer_id", "amount", "valid_through", "state", "ended_on")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    VALID_THROUGH_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    dealer_id: str
    amount: _money_pb2.Money
    valid_through: _date_pb2.Date
    state: str
    ended_on: _date_pb2.Date
    def __init__(self, voucher_id: _Optional[str] = ..., dealer_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., valid_through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., state: _Optional[str] = ..., ended_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DeductionView(_message.Message):
    __slots__ = ("order_id", "loan_id", "amount", "taken", "status", "code", "card", "cards", "channel", "considered", "paid_on")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    CONSIDERED_FIELD_NUMBER: _ClassVar[int]
    PAID_ON_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    loan_id: str
    amount: _money_pb2.Money
    taken: _money_pb2.Money
    status: str
    code: str
    card: int
    cards: _containers.RepeatedCompositeFieldContainer[CardConsidered]
    channel: str
    considered: _containers.RepeatedCompositeFieldContainer[Considered]
    paid_on: _date_pb2.Date
    def __init__(self, order_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., taken: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., status: _Optional[str] = ..., code: _Optional[str] = ..., card: _Optional[int] = ..., cards: _Optional[_Iterable[_Union[CardConsidered, _Mapping]]] = ..., channel: _Optional[str] = ..., considered: _Optional[_Iterable[_Union[Considered, _Mapping]]] = ..., paid_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class CardConsidered(_message.Message):
    __slots__ = ("card", "obstacle")
    CARD_FIELD_NUMBER: _ClassVar[int]
    OBSTACLE_FIELD_NUMBER: _ClassVar[int]
    card: int
    obstacle: str
    def __init__(self, card: _Optional[int] = ..., obstacle: _Optional[str] = ...) -> None: ...

class CardsView(_message.Message):
    __slots__ = ("customer_id", "cards")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    cards: _containers.RepeatedCompositeFieldContainer[CardView]
    def __init__(self, customer_id: _Optional[str] = ..., cards: _Optional[_Iterable[_Union[CardView, _Mapping]]] = ...) -> None: ...

class CardView(_message.Message):
    __slots__ = ("card", "bank", "last_digits", "is_ours", "agreement", "trade_max", "day_max", "takes_part", "failures", "taken", "awaited")
    CARD_FIELD_NUMBER: _ClassVar[int]
    BANK_FIELD_NUMBER: _ClassVar[int]
    LAST_DIGITS_FIELD_NUMBER: _ClassVar[int]
    IS_OURS_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_FIELD_NUMBER: _ClassVar[int]
    TRADE_MAX_FIELD_NUMBER: _ClassVar[int]
    DAY_MAX_FIELD_NUMBER: _ClassVar[int]
    TAKES_PART_FIELD_NUMBER: _ClassVar[int]
    FAILURES_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    AWAITED_FIELD_NUMBER: _ClassVar[int]
    card: int
    bank: str
    last_digits: str
    is_ours: bool
    agreement: str
    trade_max: _money_pb2.Money
    day_max: _money_pb2.Money
    takes_part: bool
    failures: int
    taken: int
    awaited: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, card: _Optional[int] = ..., bank: _Optional[str] = ..., last_digits: _Optional[str] = ..., is_ours: _Optional[bool] = ..., agreement: _Optional[str] = ..., trade_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., day_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., takes_part: _Optional[bool] = ..., failures: _Optional[int] = ..., taken: _Optional[int] = ..., awaited: _Optional[_Iterable[str]] = ...) -> None: ...

class BatchesView(_message.Message):
    __slots__ = ("channel", "waiting", "batches")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    WAITING_FIELD_NUMBER: _ClassVar[int]
    BATCHES_FIELD_NUMBER: _ClassVar[int]
    channel: str
    waiting: int
    batches: _containers.RepeatedCompositeFieldContainer[BatchView]
    def __init__(self, channel: _Optional[str] = ..., waiting: _Optional[int] = ..., batches: _Optional[_Iterable[_Union[BatchView, _Mapping]]] = ...) -> None: ...

class BatchView(_message.Message):
    __slots__ = ("batch_id", "day", "number", "currency", "lines", "total", "drawn_at", "status", "digest")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    DRAWN_AT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    day: _date_pb2.Date
    number: int
    currency: str
    lines: int
    total: int
    drawn_at: _timestamp_pb2.Timestamp
    status: str
    digest: str
    def __init__(self, batch_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., number: _Optional[int] = ..., currency: _Optional[str] = ..., lines: _Optional[int] = ..., total: _Optional[int] = ..., drawn_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., status: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class PicksView(_message.Message):
    __slots__ = ("loan_id", "due", "smart", "picks")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    SMART_FIELD_NUMBER: _ClassVar[int]
    PICKS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    due: _money_pb2.Money
    smart: bool
    picks: _containers.RepeatedCompositeFieldContainer[PickView]
    def __init__(self, loan_id: _Optional[str] = ..., due: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., smart: _Optional[bool] = ..., picks: _Optional[_Iterable[_Union[PickView, _Mapping]]] = ...) -> None: ...

class PickView(_message.Message):
    __slots__ = ("at", "card", "amount", "chance_percent", "speaks_for", "against")
    AT_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    CHANCE_PERCENT_FIELD_NUMBER: _ClassVar[int]
    SPEAKS_FOR_FIELD_NUMBER: _ClassVar[int]
    AGAINST_FIELD_NUMBER: _ClassVar[int]
    at: _timestamp_pb2.Timestamp
    card: int
    amount: _money_pb2.Money
    chance_percent: int
    speaks_for: int
    against: int
    def __init__(self, at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., card: _Optional[int] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., chance_percent: _Optional[int] = ..., speaks_for: _Optional[int] = ..., against: _Optional[int] = ...) -> None: ...

class ChannelsView(_message.Message):
    __slots__ = ("version", "channels")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    version: int
    channels: _containers.RepeatedCompositeFieldContainer[ChannelView]
    def __init__(self, version: _Optional[int] = ..., channels: _Optional[_Iterable[_Union[ChannelView, _Mapping]]] = ...) -> None: ...

class ChannelView(_message.Message):
    __slots__ = ("code", "name", "enabled", "breaker", "open_until", "payouts_left", "payout_amount_left", "deductions_left", "deduction_amount_left")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    BREAKER_FIELD_NUMBER: _ClassVar[int]
    OPEN_UNTIL_FIELD_NUMBER: _ClassVar[int]
    PAYOUTS_LEFT_FIELD_NUMBER: _ClassVar[int]
    PAYOUT_AMOUNT_LEFT_FIELD_NUMBER: _ClassVar[int]
    DEDUCTIONS_LEFT_FIELD_NUMBER: _ClassVar[int]
    DEDUCTION_AMOUNT_LEFT_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    enabled: bool
    breaker: str
    open_until: _timestamp_pb2.Timestamp
    payouts_left: int
    payout_amount_left: int
    deductions_left: int
    deduction_amount_left: int
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., enabled: _Optional[bool] = ..., breaker: _Optional[str] = ..., open_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., payouts_left: _Optional[int] = ..., payout_amount_left: _Optional[int] = ..., deductions_left: _Optional[int] = ..., deduction_amount_left: _Optional[int] = ...) -> None: ...
