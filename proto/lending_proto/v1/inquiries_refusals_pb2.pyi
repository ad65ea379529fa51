from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class FindingMissing(_message.Message):
    __slots__ = ("question", "missing")
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    question: str
    missing: str
    def __init__(self, question: _Optional[str] = ..., missing: _Optional[str] = ...) -> None: ...

class FindingNotOfQuestion(_message.Message):
    __slots__ = ("question", "finding")
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    question: str
    finding: str
    def __init__(self, question: _Optional[str] = ..., finding: _Optional[str] = ...) -> None: ...

class InquiryNotFound(_message.Message):
    __slots__ = ("inquiry_id",)
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    inquiry_id: str
    def __init__(self, inquiry_id: _Optional[str] = ...) -> None: ...
