from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import loans_pb2 as _loans_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AdjustmentBelowPaid(_message.Message):
    __slots__ = ("change", "outstanding")
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    OUTSTANDING_FIELD_NUMBER: _ClassVar[int]
    change: _money_pb2.Money
    outstanding: _money_pb2.Money
    def __init__(self, change: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., outstanding: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class AdjustmentNotAllowed(_message.Message):
    __slots__ = ("component",)
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    component: _products_pb2.Component
    def __init__(self, component: _Optional[_Union[_products_pb2.Component, str]] = ...) -> None: ...

class AlreadyReversed(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class BeforeDisbursement(_message.Message):
    __slots__ = ("on", "opened_on")
    ON_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    opened_on: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., opened_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ChargeAboveCap(_message.Message):
    __slots__ = ("component", "amount", "room", "on")
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    ROOM_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    component: _products_pb2.Component
    amount: _money_pb2.Money
    room: _money_pb2.Money
    on: _date_pb2.Date
    def __init__(self, component: _Optional[_Union[_products_pb2.Component, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., room: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ChargeNotAllowed(_message.Message):
    __slots__ = ("component",)
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    component: _products_pb2.Component
    def __init__(self, component: _Optional[_Union[_products_pb2.Component, str]] = ...) -> None: ...

class ClearanceExceedsOwed(_message.Message):
    __slots__ = ("amount", "owed")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    OWED_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    owed: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., owed: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DepositAlreadyReturned(_message.Message):
    __slots__ = ("returned",)
    RETURNED_FIELD_NUMBER: _ClassVar[int]
    returned: _money_pb2.Money
    def __init__(self, returned: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DepositExceedsAgreed(_message.Message):
    __slots__ = ("amount", "missing")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    missing: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., missing: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DepositStillSecures(_message.Message):
    __slots__ = ("owed",)
    OWED_FIELD_NUMBER: _ClassVar[int]
    owed: _money_pb2.Money
    def __init__(self, owed: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DisbursementExceedsPrincipal(_message.Message):
    __slots__ = ("amount", "left")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    left: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class DueDayNotPossible(_message.Message):
    __slots__ = ("day", "next_due")
    DAY_FIELD_NUMBER: _ClassVar[int]
    NEXT_DUE_FIELD_NUMBER: _ClassVar[int]
    day: int
    next_due: _date_pb2.Date
    def __init__(self, day: _Optional[int] = ..., next_due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DuplicatePayment(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class ExtensionBeyondLimit(_message.Message):
    __slots__ = ("new_maturity", "latest")
    NEW_MATURITY_FIELD_NUMBER: _ClassVar[int]
    LATEST_FIELD_NUMBER: _ClassVar[int]
    new_maturity: _date_pb2.Date
    latest: _date_pb2.Date
    def __init__(self, new_maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., latest: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ExtensionNotLater(_message.Message):
    __slots__ = ("new_maturity", "maturity")
    NEW_MATURITY_FIELD_NUMBER: _ClassVar[int]
    MATURITY_FIELD_NUMBER: _ClassVar[int]
    new_maturity: _date_pb2.Date
    maturity: _date_pb2.Date
    def __init__(self, new_maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class InstalmentNotDue(_message.Message):
    __slots__ = ("no", "on")
    NO_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    no: int
    on: _date_pb2.Date
    def __init__(self, no: _Optional[int] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class LoanNotActive(_message.Message):
    __slots__ = ("status",)
    STATUS_FIELD_NUMBER: _ClassVar[int]
    status: _loans_pb2.LoanStatus
    def __init__(self, status: _Optional[_Union[_loans_pb2.LoanStatus, str]] = ...) -> None: ...

class LoanNotBad(_message.Message):
    __slots__ = ("status",)
    STATUS_FIELD_NUMBER: _ClassVar[int]
    status: _loans_pb2.LoanStatus
    def __init__(self, status: _Optional[_Union[_loans_pb2.LoanStatus, str]] = ...) -> None: ...

class LoanNotCancellable(_message.Message):
    __slots__ = ("loan_id", "hindrance")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    HINDRANCE_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    hindrance: str
    def __init__(self, loan_id: _Optional[str] = ..., hindrance: _Optional[str] = ...) -> None: ...

class LoanNotFound(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class LoanNotOverdue(_message.Message):
    __slots__ = ("on",)
    ON_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class LoanOverdue(_message.Message):
    __slots__ = ("days_past_due",)
    DAYS_PAST_DUE_FIELD_NUMBER: _ClassVar[int]
    days_past_due: int
    def __init__(self, days_past_due: _Optional[int] = ...) -> None: ...

class MisuseRateNotAgreed(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class MisuseUnchanged(_message.Message):
    __slots__ = ("on", "misused")
    ON_FIELD_NUMBER: _ClassVar[int]
    MISUSED_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    misused: bool
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., misused: _Optional[bool] = ...) -> None: ...

class MoneyInHeld(_message.Message):
    __slots__ = ("held_by",)
    HELD_BY_FIELD_NUMBER: _ClassVar[int]
    held_by: str
    def __init__(self, held_by: _Optional[str] = ...) -> None: ...

class NothingToWaive(_message.Message):
    __slots__ = ("on",)
    ON_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class NotWrittenOff(_message.Message):
    __slots__ = ("status", "claim")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CLAIM_FIELD_NUMBER: _ClassVar[int]
    status: _loans_pb2.LoanStatus
    claim: _money_pb2.Money
    def __init__(self, status: _Optional[_Union[_loans_pb2.LoanStatus, str]] = ..., claim: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class NoInstalmentsLeft(_message.Message):
    __slots__ = ("on", "maturity")
    ON_FIELD_NUMBER: _ClassVar[int]
    MATURITY_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    maturity: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class OverDeposit(_message.Message):
    __slots__ = ("amount", "most")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    most: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., most: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PairedPaymentNotPossible(_message.Message):
    __slots__ = ("payment", "by", "left")
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    payment: _money_pb2.Money
    by: _date_pb2.Date
    left: _money_pb2.Money
    def __init__(self, payment: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., by: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PaymentNotFound(_message.Message):
    __slots__ = ("key",)
    KEY_FIELD_NUMBER: _ClassVar[int]
    key: str
    def __init__(self, key: _Optional[str] = ...) -> None: ...

class PaymentNotPositive(_message.Message):
    __slots__ = ("amount",)
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PlanVersionNotFound(_message.Message):
    __slots__ = ("version", "newest")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    NEWEST_FIELD_NUMBER: _ClassVar[int]
    version: int
    newest: int
    def __init__(self, version: _Optional[int] = ..., newest: _Optional[int] = ...) -> None: ...

class PrepaymentsUsedUp(_message.Message):
    __slots__ = ("taken", "again_on")
    TAKEN_FIELD_NUMBER: _ClassVar[int]
    AGAIN_ON_FIELD_NUMBER: _ClassVar[int]
    taken: int
    again_on: _date_pb2.Date
    def __init__(self, taken: _Optional[int] = ..., again_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PrepaymentExceedsBalance(_message.Message):
    __slots__ = ("amount", "most")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    most: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., most: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PrepaymentTooEarly(_message.Message):
    __slots__ = ("on", "earliest")
    ON_FIELD_NUMBER: _ClassVar[int]
    EARLIEST_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    earliest: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., earliest: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PrepaymentTooSmall(_message.Message):
    __slots__ = ("amount", "least")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    least: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., least: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class RefundExceedsPayment(_message.Message):
    __slots__ = ("amount", "refundable")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFUNDABLE_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    refundable: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., refundable: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SettlementAmountDiffers(_message.Message):
    __slots__ = ("offered", "owed", "on")
    OFFERED_FIELD_NUMBER: _ClassVar[int]
    OWED_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    offered: _money_pb2.Money
    owed: _money_pb2.Money
    on: _date_pb2.Date
    def __init__(self, offered: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., owed: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class TermNotPossible(_message.Message):
    __slots__ = ("instalments", "left")
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    LEFT_FIELD_NUMBER: _ClassVar[int]
    instalments: int
    left: int
    def __init__(self, instalments: _Optional[int] = ..., left: _Optional[int] = ...) -> None: ...

class ValueDateInFuture(_message.Message):
    __slots__ = ("on", "business_date")
    ON_FIELD_NUMBER: _ClassVar[int]
    BUSINESS_DATE_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    business_date: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., business_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class WaiverExceedsAuthority(_message.Message):
    __slots__ = ("role", "component", "amount", "amount_max", "percent_max")
    ROLE_FIELD_NUMBER: _ClassVar[int]
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    PERCENT_MAX_FIELD_NUMBER: _ClassVar[int]
    role: str
    component: _products_pb2.Component
    amount: _money_pb2.Money
    amount_max: _money_pb2.Money
    percent_max: int
    def __init__(self, role: _Optional[str] = ..., component: _Optional[_Union[_products_pb2.Component, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., percent_max: _Optional[int] = ...) -> None: ...

class WaiverExceedsOutstanding(_message.Message):
    __slots__ = ("component", "amount", "outstanding")
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    OUTSTANDING_FIELD_NUMBER: _ClassVar[int]
    component: _products_pb2.Component
    amount: _money_pb2.Money
    outstanding: _money_pb2.Money
    def __init__(self, component: _Optional[_Union[_products_pb2.Component, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., outstanding: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
