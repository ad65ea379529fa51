import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AlreadyStarted(_message.Message):
    __slots__ = ("open_day",)
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    open_day: _date_pb2.Date
    def __init__(self, open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DayNotNext(_message.Message):
    __slots__ = ("open_day", "asked")
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    open_day: _date_pb2.Date
    asked: _date_pb2.Date
    def __init__(self, open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., asked: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DayNotOpen(_message.Message):
    __slots__ = ("open_day", "asked")
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    open_day: _date_pb2.Date
    asked: _date_pb2.Date
    def __init__(self, open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., asked: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class MakerIsChecker(_message.Message):
    __slots__ = ("proposal_id",)
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    proposal_id: str
    def __init__(self, proposal_id: _Optional[str] = ...) -> None: ...

class NoRoomInLimit(_message.Message):
    __slots__ = ("limit", "wanted", "free")
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    WANTED_FIELD_NUMBER: _ClassVar[int]
    FREE_FIELD_NUMBER: _ClassVar[int]
    limit: str
    wanted: int
    free: int
    def __init__(self, limit: _Optional[str] = ..., wanted: _Optional[int] = ..., free: _Optional[int] = ...) -> None: ...

class OccupationClosed(_message.Message):
    __slots__ = ("holder", "state")
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    holder: str
    state: str
    def __init__(self, holder: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...

class ProposalClosed(_message.Message):
    __slots__ = ("proposal_id", "status")
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    proposal_id: str
    status: str
    def __init__(self, proposal_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class ProposalExpired(_message.Message):
    __slots__ = ("proposal_id", "expired_at")
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    EXPIRED_AT_FIELD_NUMBER: _ClassVar[int]
    proposal_id: str
    expired_at: _timestamp_pb2.Timestamp
    def __init__(self, proposal_id: _Optional[str] = ..., expired_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ProposalNotFound(_message.Message):
    __slots__ = ("proposal_id",)
    PROPOSAL_ID_FIELD_NUMBER: _ClassVar[int]
    proposal_id: str
    def __init__(self, proposal_id: _Optional[str] = ...) -> None: ...

class ValueDateNotTaken(_message.Message):
    __slots__ = ("command", "value_date")
    COMMAND_FIELD_NUMBER: _ClassVar[int]
    VALUE_DATE_FIELD_NUMBER: _ClassVar[int]
    command: str
    value_date: _date_pb2.Date
    def __init__(self, command: _Optional[str] = ..., value_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...
