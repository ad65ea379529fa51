from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class CreditLineMoved(_message.Message):
    __slots__ = ("line_id", "state")
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    state: str
    def __init__(self, line_id: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...

class CreditLineView(_message.Message):
    __slots__ = ("line_id", "name", "customer_id", "state", "total", "used", "occupied", "free", "over", "revolving", "until")
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    OCCUPIED_FIELD_NUMBER: _ClassVar[int]
    FREE_FIELD_NUMBER: _ClassVar[int]
    OVER_FIELD_NUMBER: _ClassVar[int]
    REVOLVING_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    name: str
    customer_id: str
    state: str
    total: _money_pb2.Money
    used: _money_pb2.Money
    occupied: _money_pb2.Money
    free: _money_pb2.Money
    over: bool
    revolving: bool
    until: _date_pb2.Date
    def __init__(self, line_id: _Optional[str] = ..., name: _Optional[str] = ..., customer_id: _Optional[str] = ..., state: _Optional[str] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., used: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., occupied: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., free: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., over: _Optional[bool] = ..., revolving: _Optional[bool] = ..., until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class CreditLinePage(_message.Message):
    __slots__ = ("lines", "next_after")
    LINES_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    lines: _containers.RepeatedCompositeFieldContainer[CreditLineView]
    next_after: str
    def __init__(self, lines: _Optional[_Iterable[_Union[CreditLineView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...
