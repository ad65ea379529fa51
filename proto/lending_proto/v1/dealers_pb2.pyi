from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class PayeeAccount(_message.Message):
    __slots__ = ("number", "bank", "holder")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    BANK_FIELD_NUMBER: _ClassVar[int]
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    number: str
    bank: str
    holder: str
    def __init__(self, number: _Optional[str] = ..., bank: _Optional[str] = ..., holder: _Optional[str] = ...) -> None: ...

class DealerChanged(_message.Message):
    __slots__ = ("dealer_id", "status")
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    dealer_id: str
    status: str
    def __init__(self, dealer_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...
