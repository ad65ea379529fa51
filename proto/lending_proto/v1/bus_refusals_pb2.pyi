from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class BusinessNotStarted(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: str
    def __init__(self, act: _Optional[str] = ...) -> None: ...

class KeyHeld(_message.Message):
    __slots__ = ("holder", "key")
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    holder: str
    key: str
    def __init__(self, holder: _Optional[str] = ..., key: _Optional[str] = ...) -> None: ...

class LimitReached(_message.Message):
    __slots__ = ("limit",)
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    limit: str
    def __init__(self, limit: _Optional[str] = ...) -> None: ...

class NeedsSecondPerson(_message.Message):
    __slots__ = ("act",)
    ACT_FIELD_NUMBER: _ClassVar[int]
    act: str
    def __init__(self, act: _Optional[str] = ...) -> None: ...

class NotGranted(_message.Message):
    __slots__ = ("act", "role")
    ACT_FIELD_NUMBER: _ClassVar[int]
    ROLE_FIELD_NUMBER: _ClassVar[int]
    act: str
    role: str
    def __init__(self, act: _Optional[str] = ..., role: _Optional[str] = ...) -> None: ...

class RequestIdReused(_message.Message):
    __slots__ = ("request_id",)
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    def __init__(self, request_id: _Optional[str] = ...) -> None: ...
