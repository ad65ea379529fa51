from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Word(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WORD_UNSPECIFIED: _ClassVar[Word]
    WORD_ACCEPTED: _ClassVar[Word]
    WORD_SUCCESS: _ClassVar[Word]
    WORD_FAILED: _ClassVar[Word]
    WORD_UNKNOWN: _ClassVar[Word]
    WORD_NOT_FOUND: _ClassVar[Word]
WORD_UNSPECIFIED: Word
WORD_ACCEPTED: Word
WORD_SUCCESS: Word
WORD_FAILED: Word
WORD_UNKNOWN: Word
WORD_NOT_FOUND: Word

class ChannelAnswer(_message.Message):
    __slots__ = ("word", "code", "on")
    WORD_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    word: Word
    code: str
    on: _date_pb2.Date
    def __init__(self, word: _Optional[_Union[Word, str]] = ..., code: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PayoutRecorded(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class DeductionsRequested(_message.Message):
    __slots__ = ("loans", "ordered")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    ORDERED_FIELD_NUMBER: _ClassVar[int]
    loans: int
    ordered: int
    def __init__(self, loans: _Optional[int] = ..., ordered: _Optional[int] = ...) -> None: ...

class DeductionRecorded(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...
