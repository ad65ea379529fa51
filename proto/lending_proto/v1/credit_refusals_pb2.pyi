from google.type import date_pb2 as _date_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreditLineNotFound(_message.Message):
    __slots__ = ("line_id",)
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    def __init__(self, line_id: _Optional[str] = ...) -> None: ...

class LineNotDrawable(_message.Message):
    __slots__ = ("line_id", "reason")
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    reason: str
    def __init__(self, line_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class LineNotDue(_message.Message):
    __slots__ = ("line_id", "until")
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    until: _date_pb2.Date
    def __init__(self, line_id: _Optional[str] = ..., until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class WrongLineState(_message.Message):
    __slots__ = ("line_id", "act", "state")
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    act: str
    state: str
    def __init__(self, line_id: _Optional[str] = ..., act: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...
