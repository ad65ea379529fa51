from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AccountsMissing(_message.Message):
    __slots__ = ("accounts",)
    ACCOUNTS_FIELD_NUMBER: _ClassVar[int]
    accounts: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, accounts: _Optional[_Iterable[str]] = ...) -> None: ...

class AccountNotFound(_message.Message):
    __slots__ = ("account",)
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    account: str
    def __init__(self, account: _Optional[str] = ...) -> None: ...

class AlreadyCorrected(_message.Message):
    __slots__ = ("voucher_id", "by")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    by: str
    def __init__(self, voucher_id: _Optional[str] = ..., by: _Optional[str] = ...) -> None: ...

class BusinessWithoutRule(_message.Message):
    __slots__ = ("event", "book")
    EVENT_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    event: str
    book: str
    def __init__(self, event: _Optional[str] = ..., book: _Optional[str] = ...) -> None: ...

class DayNotSummed(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class FigureWithoutRule(_message.Message):
    __slots__ = ("loan_id", "event", "figures")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    FIGURES_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    event: str
    figures: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, loan_id: _Optional[str] = ..., event: _Optional[str] = ..., figures: _Optional[_Iterable[str]] = ...) -> None: ...

class LineRefused(_message.Message):
    __slots__ = ("line", "reason", "account")
    LINE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    line: int
    reason: str
    account: str
    def __init__(self, line: _Optional[int] = ..., reason: _Optional[str] = ..., account: _Optional[str] = ...) -> None: ...

class NothingToSell(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class NoSuchChannel(_message.Message):
    __slots__ = ("channel", "channels")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    channel: str
    channels: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, channel: _Optional[str] = ..., channels: _Optional[_Iterable[str]] = ...) -> None: ...

class PeriodClosed(_message.Message):
    __slots__ = ("period",)
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    period: str
    def __init__(self, period: _Optional[str] = ...) -> None: ...

class PeriodHeld(_message.Message):
    __slots__ = ("period", "not_released", "not_sealed", "proofs")
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    NOT_RELEASED_FIELD_NUMBER: _ClassVar[int]
    NOT_SEALED_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    period: str
    not_released: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    not_sealed: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    proofs: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, period: _Optional[str] = ..., not_released: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., not_sealed: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., proofs: _Optional[_Iterable[str]] = ...) -> None: ...

class PeriodNotNext(_message.Message):
    __slots__ = ("period", "expected")
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    period: str
    expected: str
    def __init__(self, period: _Optional[str] = ..., expected: _Optional[str] = ...) -> None: ...

class PeriodNotOver(_message.Message):
    __slots__ = ("period", "open_day")
    PERIOD_FIELD_NUMBER: _ClassVar[int]
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    period: str
    open_day: _date_pb2.Date
    def __init__(self, period: _Optional[str] = ..., open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class RulesMissing(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class SealOutOfOrder(_message.Message):
    __slots__ = ("day", "open_day")
    DAY_FIELD_NUMBER: _ClassVar[int]
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    open_day: _date_pb2.Date
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class VoucherNotCorrectable(_message.Message):
    __slots__ = ("voucher_id", "event")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    event: str
    def __init__(self, voucher_id: _Optional[str] = ..., event: _Optional[str] = ...) -> None: ...

class VoucherNotFound(_message.Message):
    __slots__ = ("voucher_id",)
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    def __init__(self, voucher_id: _Optional[str] = ...) -> None: ...

class VoucherUnbalanced(_message.Message):
    __slots__ = ("debit", "credit")
    DEBIT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    debit: _money_pb2.Money
    credit: _money_pb2.Money
    def __init__(self, debit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., credit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class YearNotClosed(_message.Message):
    __slots__ = ("year", "expected")
    YEAR_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    year: str
    expected: str
    def __init__(self, year: _Optional[str] = ..., expected: _Optional[str] = ...) -> None: ...
