import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import loans_pb2 as _loans_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AccountType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCOUNT_TYPE_UNSPECIFIED: _ClassVar[AccountType]
    ACCOUNT_TYPE_ASSET: _ClassVar[AccountType]
    ACCOUNT_TYPE_CONTRA_ASSET: _ClassVar[AccountType]
    ACCOUNT_TYPE_LIABILITY: _ClassVar[AccountType]
    ACCOUNT_TYPE_EQUITY: _ClassVar[AccountType]
    ACCOUNT_TYPE_INCOME: _ClassVar[AccountType]
    ACCOUNT_TYPE_EXPENSE: _ClassVar[AccountType]
    ACCOUNT_TYPE_OFF_BOOK: _ClassVar[AccountType]

class Side(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SIDE_UNSPECIFIED: _ClassVar[Side]
    SIDE_DEBIT: _ClassVar[Side]
    SIDE_CREDIT: _ClassVar[Side]

class Scheme(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCHEME_UNSPECIFIED: _ClassVar[Scheme]
    SCHEME_LOAN: _ClassVar[Scheme]
    SCHEME_DIRECT_LEASE: _ClassVar[Scheme]

class Part(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PART_UNSPECIFIED: _ClassVar[Part]
    PART_OWN: _ClassVar[Part]
    PART_MANAGED: _ClassVar[Part]
    PART_PREFUNDED: _ClassVar[Part]
    PART_ADVANCED: _ClassVar[Part]
    PART_FUNDER: _ClassVar[Part]
    PART_CLAIM: _ClassVar[Part]

class BookingMode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    BOOKING_MODE_UNSPECIFIED: _ClassVar[BookingMode]
    BOOKING_MODE_BUFFERED: _ClassVar[BookingMode]
    BOOKING_MODE_REAL_TIME: _ClassVar[BookingMode]
ACCOUNT_TYPE_UNSPECIFIED: AccountType
ACCOUNT_TYPE_ASSET: AccountType
ACCOUNT_TYPE_CONTRA_ASSET: AccountType
ACCOUNT_TYPE_LIABILITY: AccountType
ACCOUNT_TYPE_EQUITY: AccountType
ACCOUNT_TYPE_INCOME: AccountType
ACCOUNT_TYPE_EXPENSE: AccountType
ACCOUNT_TYPE_OFF_BOOK: AccountType
SIDE_UNSPECIFIED: Side
SIDE_DEBIT: Side
SIDE_CREDIT: Side
SCHEME_UNSPECIFIED: Scheme
SCHEME_LOAN: Scheme
SCHEME_DIRECT_LEASE: Scheme
PART_UNSPECIFIED: Part
PART_OWN: Part
PART_MANAGED: Part
PART_PREFUNDED: Part
PART_ADVANCED: Part
PART_FUNDER: Part
PART_CLAIM: Part
BOOKING_MODE_UNSPECIFIED: BookingMode
BOOKING_MODE_BUFFERED: BookingMode
BOOKING_MODE_REAL_TIME: BookingMode

class Chart(_message.Message):
    __slots__ = ("version", "accounts")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    version: int
    accounts: _containers.RepeatedCompositeFieldContainer[Account]
    def __init__(self, version: _Optional[int] = ..., accounts: _Optional[_Iterable[_Union[Account, _Mapping]]] = ...) -> None: ...

class Account(_message.Message):
    __slots__ = ("code", "name", "chinese_name", "type", "normal")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CHINESE_NAME_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    NORMAL_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    chinese_name: str
    type: AccountType
    normal: Side
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., chinese_name: _Optional[str] = ..., type: _Optional[_Union[AccountType, str]] = ..., normal: _Optional[_Union[Side, str]] = ...) -> None: ...

class PostingRules(_message.Message):
    __slots__ = ("version", "rules", "vat_rate", "funder_accounts", "claim_account")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    VAT_RATE_FIELD_NUMBER: _ClassVar[int]
    FUNDER_ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    CLAIM_ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    version: int
    rules: _containers.RepeatedCompositeFieldContainer[PostingRule]
    vat_rate: _decimal_pb2.Decimal
    funder_accounts: _containers.RepeatedCompositeFieldContainer[FunderAccount]
    claim_account: str
    def __init__(self, version: _Optional[int] = ..., rules: _Optional[_Iterable[_Union[PostingRule, _Mapping]]] = ..., vat_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., funder_accounts: _Optional[_Iterable[_Union[FunderAccount, _Mapping]]] = ..., claim_account: _Optional[str] = ...) -> None: ...

class PostingRule(_message.Message):
    __slots__ = ("event", "amount", "debit", "credit", "scheme", "part")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    event: str
    amount: str
    debit: str
    credit: str
    scheme: Scheme
    part: Part
    def __init__(self, event: _Optional[str] = ..., amount: _Optional[str] = ..., debit: _Optional[str] = ..., credit: _Optional[str] = ..., scheme: _Optional[_Union[Scheme, str]] = ..., part: _Optional[_Union[Part, str]] = ...) -> None: ...

class FunderAccount(_message.Message):
    __slots__ = ("ours", "theirs")
    OURS_FIELD_NUMBER: _ClassVar[int]
    THEIRS_FIELD_NUMBER: _ClassVar[int]
    ours: str
    theirs: str
    def __init__(self, ours: _Optional[str] = ..., theirs: _Optional[str] = ...) -> None: ...

class Accrued(_message.Message):
    __slots__ = ("loans", "amount")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    loans: int
    amount: int
    def __init__(self, loans: _Optional[int] = ..., amount: _Optional[int] = ...) -> None: ...

class Seal(_message.Message):
    __slots__ = ("day", "previous", "links")
    DAY_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    LINKS_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    previous: str
    links: _containers.RepeatedCompositeFieldContainer[Link]
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., previous: _Optional[str] = ..., links: _Optional[_Iterable[_Union[Link, _Mapping]]] = ...) -> None: ...

class Link(_message.Message):
    __slots__ = ("first", "last", "count", "digest")
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LAST_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    first: str
    last: str
    count: int
    digest: str
    def __init__(self, first: _Optional[str] = ..., last: _Optional[str] = ..., count: _Optional[int] = ..., digest: _Optional[str] = ...) -> None: ...

class DaySealed(_message.Message):
    __slots__ = ("day", "vouchers", "hash")
    DAY_FIELD_NUMBER: _ClassVar[int]
    VOUCHERS_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    vouchers: int
    hash: str
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., vouchers: _Optional[int] = ..., hash: _Optional[str] = ...) -> None: ...

class DraftLine(_message.Message):
    __slots__ = ("account", "side", "amount", "subject", "party")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    account: str
    side: Side
    amount: _money_pb2.Money
    subject: str
    party: str
    def __init__(self, account: _Optional[str] = ..., side: _Optional[_Union[Side, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., subject: _Optional[str] = ..., party: _Optional[str] = ...) -> None: ...

class VoucherWritten(_message.Message):
    __slots__ = ("voucher_id", "business_date")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    BUSINESS_DATE_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    business_date: _date_pb2.Date
    def __init__(self, voucher_id: _Optional[str] = ..., business_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ProofsRecorded(_message.Message):
    __slots__ = ("day", "proofs", "broken")
    DAY_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    BROKEN_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    proofs: int
    broken: int
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., proofs: _Optional[int] = ..., broken: _Optional[int] = ...) -> None: ...

class PeriodClosing(_message.Message):
    __slots__ = ("book", "month", "closed_on")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    CLOSED_ON_FIELD_NUMBER: _ClassVar[int]
    book: str
    month: str
    closed_on: _date_pb2.Date
    def __init__(self, book: _Optional[str] = ..., month: _Optional[str] = ..., closed_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class YearClosing(_message.Message):
    __slots__ = ("book", "year", "booked_on")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    BOOKED_ON_FIELD_NUMBER: _ClassVar[int]
    book: str
    year: int
    booked_on: _date_pb2.Date
    def __init__(self, book: _Optional[str] = ..., year: _Optional[int] = ..., booked_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class AccountBalance(_message.Message):
    __slots__ = ("account", "currency", "debit", "credit")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    account: str
    currency: str
    debit: int
    credit: int
    def __init__(self, account: _Optional[str] = ..., currency: _Optional[str] = ..., debit: _Optional[int] = ..., credit: _Optional[int] = ...) -> None: ...

class BookingRule(_message.Message):
    __slots__ = ("account", "mode", "event")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    account: str
    mode: BookingMode
    event: str
    def __init__(self, account: _Optional[str] = ..., mode: _Optional[_Union[BookingMode, str]] = ..., event: _Optional[str] = ...) -> None: ...

class DayBalances(_message.Message):
    __slots__ = ("day", "rows")
    DAY_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    rows: _containers.RepeatedCompositeFieldContainer[PartyBalance]
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[PartyBalance, _Mapping]]] = ...) -> None: ...

class PartyBalance(_message.Message):
    __slots__ = ("book", "account", "party", "currency", "debit", "credit")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    book: str
    account: str
    party: str
    currency: str
    debit: int
    credit: int
    def __init__(self, book: _Optional[str] = ..., account: _Optional[str] = ..., party: _Optional[str] = ..., currency: _Optional[str] = ..., debit: _Optional[int] = ..., credit: _Optional[int] = ...) -> None: ...

class DaySummed(_message.Message):
    __slots__ = ("day", "balances")
    DAY_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    balances: int
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., balances: _Optional[int] = ...) -> None: ...

class TrialBalance(_message.Message):
    __slots__ = ("book", "through", "rows")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    THROUGH_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    book: str
    through: _date_pb2.Date
    rows: _containers.RepeatedCompositeFieldContainer[AccountBalance]
    def __init__(self, book: _Optional[str] = ..., through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[AccountBalance, _Mapping]]] = ...) -> None: ...

class Balance(_message.Message):
    __slots__ = ("book", "account", "party", "currency", "mode", "previous", "now")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    PREVIOUS_FIELD_NUMBER: _ClassVar[int]
    NOW_FIELD_NUMBER: _ClassVar[int]
    book: str
    account: str
    party: str
    currency: str
    mode: str
    previous: int
    now: int
    def __init__(self, book: _Optional[str] = ..., account: _Optional[str] = ..., party: _Optional[str] = ..., currency: _Optional[str] = ..., mode: _Optional[str] = ..., previous: _Optional[int] = ..., now: _Optional[int] = ...) -> None: ...

class Ledger(_message.Message):
    __slots__ = ("book", "account", "name", "currency", "opening", "closing", "rows", "next")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    OPENING_FIELD_NUMBER: _ClassVar[int]
    CLOSING_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    NEXT_FIELD_NUMBER: _ClassVar[int]
    book: str
    account: str
    name: str
    currency: str
    opening: int
    closing: int
    rows: _containers.RepeatedCompositeFieldContainer[LedgerRow]
    next: str
    def __init__(self, book: _Optional[str] = ..., account: _Optional[str] = ..., name: _Optional[str] = ..., currency: _Optional[str] = ..., opening: _Optional[int] = ..., closing: _Optional[int] = ..., rows: _Optional[_Iterable[_Union[LedgerRow, _Mapping]]] = ..., next: _Optional[str] = ...) -> None: ...

class LedgerRow(_message.Message):
    __slots__ = ("voucher_id", "number", "business_date", "value_date", "event", "subject", "party", "amount", "balance")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    BUSINESS_DATE_FIELD_NUMBER: _ClassVar[int]
    VALUE_DATE_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    BALANCE_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    number: int
    business_date: _date_pb2.Date
    value_date: _date_pb2.Date
    event: str
    subject: str
    party: str
    amount: int
    balance: int
    def __init__(self, voucher_id: _Optional[str] = ..., number: _Optional[int] = ..., business_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., value_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., event: _Optional[str] = ..., subject: _Optional[str] = ..., party: _Optional[str] = ..., amount: _Optional[int] = ..., balance: _Optional[int] = ...) -> None: ...

class VoucherView(_message.Message):
    __slots__ = ("voucher_id", "book", "business_date", "value_date", "event", "currency", "lines", "request_id", "command", "actor", "recorded_at", "events", "memo", "corrects", "corrected_by")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    BUSINESS_DATE_FIELD_NUMBER: _ClassVar[int]
    VALUE_DATE_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    ACTOR_FIELD_NUMBER: _ClassVar[int]
    RECORDED_AT_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    MEMO_FIELD_NUMBER: _ClassVar[int]
    CORRECTS_FIELD_NUMBER: _ClassVar[int]
    CORRECTED_BY_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    book: str
    business_date: _date_pb2.Date
    value_date: _date_pb2.Date
    event: str
    currency: str
    lines: _containers.RepeatedCompositeFieldContainer[VoucherLine]
    request_id: str
    command: str
    actor: str
    recorded_at: _timestamp_pb2.Timestamp
    events: _containers.RepeatedCompositeFieldContainer[VoucherEvent]
    memo: str
    corrects: str
    corrected_by: str
    def __init__(self, voucher_id: _Optional[str] = ..., book: _Optional[str] = ..., business_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., value_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., event: _Optional[str] = ..., currency: _Optional[str] = ..., lines: _Optional[_Iterable[_Union[VoucherLine, _Mapping]]] = ..., request_id: _Optional[str] = ..., command: _Optional[str] = ..., actor: _Optional[str] = ..., recorded_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., events: _Optional[_Iterable[_Union[VoucherEvent, _Mapping]]] = ..., memo: _Optional[str] = ..., corrects: _Optional[str] = ..., corrected_by: _Optional[str] = ...) -> None: ...

class VoucherLine(_message.Message):
    __slots__ = ("account", "name", "side", "amount", "subject", "party")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SIDE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    account: str
    name: str
    side: str
    amount: int
    subject: str
    party: str
    def __init__(self, account: _Optional[str] = ..., name: _Optional[str] = ..., side: _Optional[str] = ..., amount: _Optional[int] = ..., subject: _Optional[str] = ..., party: _Optional[str] = ...) -> None: ...

class VoucherEvent(_message.Message):
    __slots__ = ("event_id", "type", "subject")
    EVENT_ID_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    event_id: str
    type: str
    subject: str
    def __init__(self, event_id: _Optional[str] = ..., type: _Optional[str] = ..., subject: _Optional[str] = ...) -> None: ...

class Verification(_message.Message):
    __slots__ = ("days", "vouchers", "hash", "unsealed_from", "broken")
    DAYS_FIELD_NUMBER: _ClassVar[int]
    VOUCHERS_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    UNSEALED_FROM_FIELD_NUMBER: _ClassVar[int]
    BROKEN_FIELD_NUMBER: _ClassVar[int]
    days: int
    vouchers: int
    hash: str
    unsealed_from: _date_pb2.Date
    broken: Break
    def __init__(self, days: _Optional[int] = ..., vouchers: _Optional[int] = ..., hash: _Optional[str] = ..., unsealed_from: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., broken: _Optional[_Union[Break, _Mapping]] = ...) -> None: ...

class Break(_message.Message):
    __slots__ = ("day", "where", "reason")
    DAY_FIELD_NUMBER: _ClassVar[int]
    WHERE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    where: str
    reason: str
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., where: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class Rehearsal(_message.Message):
    __slots__ = ("loans", "rows", "faults")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    loans: int
    rows: _containers.RepeatedCompositeFieldContainer[AccountBalance]
    faults: _containers.RepeatedCompositeFieldContainer[_loans_pb2.RowFault]
    def __init__(self, loans: _Optional[int] = ..., rows: _Optional[_Iterable[_Union[AccountBalance, _Mapping]]] = ..., faults: _Optional[_Iterable[_Union[_loans_pb2.RowFault, _Mapping]]] = ...) -> None: ...
