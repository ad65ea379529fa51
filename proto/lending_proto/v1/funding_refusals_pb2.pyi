from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

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
