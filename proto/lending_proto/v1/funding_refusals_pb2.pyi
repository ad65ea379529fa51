from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AlreadyCovered(_message.Message):
    __slots__ = ("loan_id", "funder", "on")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    funder: str
    on: _date_pb2.Date
    def __init__(self, loan_id: _Optional[str] = ..., funder: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class BankAmountDiffers(_message.Message):
    __slots__ = ("settlement", "net", "amount")
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    NET_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    net: _money_pb2.Money
    amount: _money_pb2.Money
    def __init__(self, settlement: _Optional[str] = ..., net: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class BankSerialKnown(_message.Message):
    __slots__ = ("bank_serial", "settlement")
    BANK_SERIAL_FIELD_NUMBER: _ClassVar[int]
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    bank_serial: str
    settlement: str
    def __init__(self, bank_serial: _Optional[str] = ..., settlement: _Optional[str] = ...) -> None: ...

class CoverNotAgreed(_message.Message):
    __slots__ = ("loan_id", "funder")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    funder: str
    def __init__(self, loan_id: _Optional[str] = ..., funder: _Optional[str] = ...) -> None: ...

class CoverNotDue(_message.Message):
    __slots__ = ("days_past_due", "agreed")
    DAYS_PAST_DUE_FIELD_NUMBER: _ClassVar[int]
    AGREED_FIELD_NUMBER: _ClassVar[int]
    days_past_due: int
    agreed: int
    def __init__(self, days_past_due: _Optional[int] = ..., agreed: _Optional[int] = ...) -> None: ...

class DayNotCutOff(_message.Message):
    __slots__ = ("open_day", "asked")
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    open_day: _date_pb2.Date
    asked: _date_pb2.Date
    def __init__(self, open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., asked: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DisputedLineUnknown(_message.Message):
    __slots__ = ("settlement", "line", "loan_id")
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    LINE_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    line: int
    loan_id: str
    def __init__(self, settlement: _Optional[str] = ..., line: _Optional[int] = ..., loan_id: _Optional[str] = ...) -> None: ...

class FunderCollectionKnown(_message.Message):
    __slots__ = ("funder", "reference", "loan_id", "amount")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    funder: str
    reference: str
    loan_id: str
    amount: _money_pb2.Money
    def __init__(self, funder: _Optional[str] = ..., reference: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FunderMoneyKnown(_message.Message):
    __slots__ = ("funder", "reference", "amount")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    funder: str
    reference: str
    amount: _money_pb2.Money
    def __init__(self, funder: _Optional[str] = ..., reference: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FunderNotFound(_message.Message):
    __slots__ = ("funder",)
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    funder: str
    def __init__(self, funder: _Optional[str] = ...) -> None: ...

class FunderNotOfLoan(_message.Message):
    __slots__ = ("loan_id", "funder", "funders")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    FUNDERS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    funder: str
    funders: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, loan_id: _Optional[str] = ..., funder: _Optional[str] = ..., funders: _Optional[_Iterable[str]] = ...) -> None: ...

class FunderUnknown(_message.Message):
    __slots__ = ("funder", "known")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    funder: str
    known: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, funder: _Optional[str] = ..., known: _Optional[_Iterable[str]] = ...) -> None: ...

class FundingNotSought(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class NothingToSettle(_message.Message):
    __slots__ = ("settlement",)
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    def __init__(self, settlement: _Optional[str] = ...) -> None: ...

class SettlementFileDiffers(_message.Message):
    __slots__ = ("settlement", "lines", "net", "digest")
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    NET_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    lines: int
    net: _money_pb2.Money
    digest: str
    def __init__(self, settlement: _Optional[str] = ..., lines: _Optional[int] = ..., net: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., digest: _Optional[str] = ...) -> None: ...

class SettlementNotFound(_message.Message):
    __slots__ = ("settlement",)
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    def __init__(self, settlement: _Optional[str] = ...) -> None: ...

class SettlementUnbalanced(_message.Message):
    __slots__ = ("settlement", "items", "ledger")
    SETTLEMENT_FIELD_NUMBER: _ClassVar[int]
    ITEMS_FIELD_NUMBER: _ClassVar[int]
    LEDGER_FIELD_NUMBER: _ClassVar[int]
    settlement: str
    items: _money_pb2.Money
    ledger: _money_pb2.Money
    def __init__(self, settlement: _Optional[str] = ..., items: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., ledger: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class WrongSettlementState(_message.Message):
    __slots__ = ("state", "act")
    STATE_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    state: str
    act: str
    def __init__(self, state: _Optional[str] = ..., act: _Optional[str] = ...) -> None: ...
