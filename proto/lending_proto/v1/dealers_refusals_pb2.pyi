from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class DealerNotActive(_message.Message):
    __slots__ = ("dealer_id", "status")
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    dealer_id: str
    status: str
    def __init__(self, dealer_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class DealerNotFound(_message.Message):
    __slots__ = ("dealer_id",)
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    dealer_id: str
    def __init__(self, dealer_id: _Optional[str] = ...) -> None: ...

class WrongDealerStatus(_message.Message):
    __slots__ = ("dealer_id", "status")
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    dealer_id: str
    status: str
    def __init__(self, dealer_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...
