from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DayHeld(_message.Message):
    __slots__ = ("day", "not_reconciled", "differences")
    DAY_FIELD_NUMBER: _ClassVar[int]
    NOT_RECONCILED_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    not_reconciled: _containers.RepeatedScalarFieldContainer[str]
    differences: int
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., not_reconciled: _Optional[_Iterable[str]] = ..., differences: _Optional[int] = ...) -> None: ...

class DayNotClosed(_message.Message):
    __slots__ = ("open_day", "asked")
    OPEN_DAY_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    open_day: _date_pb2.Date
    asked: _date_pb2.Date
    def __init__(self, open_day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., asked: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DifferenceNotFound(_message.Message):
    __slots__ = ("difference_id",)
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    difference_id: str
    def __init__(self, difference_id: _Optional[str] = ...) -> None: ...

class LoanNotNamed(_message.Message):
    __slots__ = ("way",)
    WAY_FIELD_NUMBER: _ClassVar[int]
    way: str
    def __init__(self, way: _Optional[str] = ...) -> None: ...

class NothingToPark(_message.Message):
    __slots__ = ("difference_id",)
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    difference_id: str
    def __init__(self, difference_id: _Optional[str] = ...) -> None: ...

class NotReconciled(_message.Message):
    __slots__ = ("source", "day")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class StatementChanged(_message.Message):
    __slots__ = ("source", "day", "version", "recorded", "digest")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECORDED_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    version: int
    recorded: str
    digest: str
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., version: _Optional[int] = ..., recorded: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class StatementMissing(_message.Message):
    __slots__ = ("source",)
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    source: str
    def __init__(self, source: _Optional[str] = ...) -> None: ...

class StatementOutdated(_message.Message):
    __slots__ = ("source", "day", "version", "recorded")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    RECORDED_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    version: int
    recorded: int
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., version: _Optional[int] = ..., recorded: _Optional[int] = ...) -> None: ...

class UnknownSource(_message.Message):
    __slots__ = ("source", "known")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    KNOWN_FIELD_NUMBER: _ClassVar[int]
    source: str
    known: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, source: _Optional[str] = ..., known: _Optional[_Iterable[str]] = ...) -> None: ...

class WayNotOpen(_message.Message):
    __slots__ = ("way", "ways")
    WAY_FIELD_NUMBER: _ClassVar[int]
    WAYS_FIELD_NUMBER: _ClassVar[int]
    way: str
    ways: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, way: _Optional[str] = ..., ways: _Optional[_Iterable[str]] = ...) -> None: ...

class WrongDifferenceState(_message.Message):
    __slots__ = ("state", "act")
    STATE_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    state: str
    act: str
    def __init__(self, state: _Optional[str] = ..., act: _Optional[str] = ...) -> None: ...
