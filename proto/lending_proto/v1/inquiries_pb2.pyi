import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Question(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUESTION_UNSPECIFIED: _ClassVar[Question]
    QUESTION_IDENTITY: _ClassVar[Question]
    QUESTION_ELEMENTS: _ClassVar[Question]
    QUESTION_LIVENESS: _ClassVar[Question]
    QUESTION_SIGNATURE: _ClassVar[Question]

class VendorWord(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VENDOR_WORD_UNSPECIFIED: _ClassVar[VendorWord]
    VENDOR_WORD_ANSWERED: _ClassVar[VendorWord]
    VENDOR_WORD_PENDING: _ClassVar[VendorWord]
    VENDOR_WORD_BUSY: _ClassVar[VendorWord]
    VENDOR_WORD_DECLINED: _ClassVar[VendorWord]
    VENDOR_WORD_UNKNOWN: _ClassVar[VendorWord]
    VENDOR_WORD_UNREACHED: _ClassVar[VendorWord]
    VENDOR_WORD_NOT_FOUND: _ClassVar[VendorWord]

class InquiryFinding(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    INQUIRY_FINDING_UNSPECIFIED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_MATCH: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_MISMATCH: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_NOT_FOUND: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_NO_PHOTO: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_SAME: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_DIFFERENT: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_UNSUPPORTED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_PASSED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_FAILED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_ATTACKED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_SIGNED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_REFUSED: _ClassVar[InquiryFinding]
    INQUIRY_FINDING_EXPIRED: _ClassVar[InquiryFinding]
QUESTION_UNSPECIFIED: Question
QUESTION_IDENTITY: Question
QUESTION_ELEMENTS: Question
QUESTION_LIVENESS: Question
QUESTION_SIGNATURE: Question
VENDOR_WORD_UNSPECIFIED: VendorWord
VENDOR_WORD_ANSWERED: VendorWord
VENDOR_WORD_PENDING: VendorWord
VENDOR_WORD_BUSY: VendorWord
VENDOR_WORD_DECLINED: VendorWord
VENDOR_WORD_UNKNOWN: VendorWord
VENDOR_WORD_UNREACHED: VendorWord
VENDOR_WORD_NOT_FOUND: VendorWord
INQUIRY_FINDING_UNSPECIFIED: InquiryFinding
INQUIRY_FINDING_MATCH: InquiryFinding
INQUIRY_FINDING_MISMATCH: InquiryFinding
INQUIRY_FINDING_NOT_FOUND: InquiryFinding
INQUIRY_FINDING_NO_PHOTO: InquiryFinding
INQUIRY_FINDING_SAME: InquiryFinding
INQUIRY_FINDING_DIFFERENT: InquiryFinding
INQUIRY_FINDING_UNSUPPORTED: InquiryFinding
INQUIRY_FINDING_PASSED: InquiryFinding
INQUIRY_FINDING_FAILED: InquiryFinding
INQUIRY_FINDING_ATTACKED: InquiryFinding
INQUIRY_FINDING_SIGNED: InquiryFinding
INQUIRY_FINDING_REFUSED: InquiryFinding
INQUIRY_FINDING_EXPIRED: InquiryFinding

class Vendors(_message.Message):
    __slots__ = ("version", "vendors")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    VENDORS_FIELD_NUMBER: _ClassVar[int]
    version: int
    vendors: _containers.RepeatedCompositeFieldContainer[Vendor]
    def __init__(self, version: _Optional[int] = ..., vendors: _Optional[_Iterable[_Union[Vendor, _Mapping]]] = ...) -> None: ...

class Vendor(_message.Message):
    __slots__ = ("code", "name", "questions", "cost", "opens", "closes", "enabled")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    OPENS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    questions: _containers.RepeatedScalarFieldContainer[Question]
    cost: _money_pb2.Money
    opens: str
    closes: str
    enabled: bool
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., questions: _Optional[_Iterable[_Union[Question, str]]] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., opens: _Optional[str] = ..., closes: _Optional[str] = ..., enabled: _Optional[bool] = ...) -> None: ...

class VendorAnswer(_message.Message):
    __slots__ = ("word", "finding", "code", "likeness", "signature")
    WORD_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    LIKENESS_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    word: VendorWord
    finding: InquiryFinding
    code: str
    likeness: int
    signature: Signature
    def __init__(self, word: _Optional[_Union[VendorWord, str]] = ..., finding: _Optional[_Union[InquiryFinding, str]] = ..., code: _Optional[str] = ..., likeness: _Optional[int] = ..., signature: _Optional[_Union[Signature, _Mapping]] = ...) -> None: ...

class Signature(_message.Message):
    __slots__ = ("certificate", "stamp", "digest")
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    STAMP_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    certificate: str
    stamp: str
    digest: str
    def __init__(self, certificate: _Optional[str] = ..., stamp: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class InquiryRecorded(_message.Message):
    __slots__ = ("inquiry_id", "state")
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    inquiry_id: str
    state: str
    def __init__(self, inquiry_id: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...

class InquiryList(_message.Message):
    __slots__ = ("inquiries",)
    INQUIRIES_FIELD_NUMBER: _ClassVar[int]
    inquiries: _containers.RepeatedCompositeFieldContainer[InquiryView]
    def __init__(self, inquiries: _Optional[_Iterable[_Union[InquiryView, _Mapping]]] = ...) -> None: ...

class InquiryView(_message.Message):
    __slots__ = ("inquiry_id", "question", "about", "state", "asked_at", "tries", "finding", "likeness", "answered_at")
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ASKED_AT_FIELD_NUMBER: _ClassVar[int]
    TRIES_FIELD_NUMBER: _ClassVar[int]
    FINDING_FIELD_NUMBER: _ClassVar[int]
    LIKENESS_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_AT_FIELD_NUMBER: _ClassVar[int]
    inquiry_id: str
    question: str
    about: str
    state: str
    asked_at: _timestamp_pb2.Timestamp
    tries: _containers.RepeatedCompositeFieldContainer[InquiryTry]
    finding: str
    likeness: int
    answered_at: _timestamp_pb2.Timestamp
    def __init__(self, inquiry_id: _Optional[str] = ..., question: _Optional[str] = ..., about: _Optional[str] = ..., state: _Optional[str] = ..., asked_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., tries: _Optional[_Iterable[_Union[InquiryTry, _Mapping]]] = ..., finding: _Optional[str] = ..., likeness: _Optional[int] = ..., answered_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class InquiryTry(_message.Message):
    __slots__ = ("number", "vendor", "at", "word", "code", "heard_at", "doubts", "cost")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    VENDOR_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    WORD_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    HEARD_AT_FIELD_NUMBER: _ClassVar[int]
    DOUBTS_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    number: int
    vendor: str
    at: _timestamp_pb2.Timestamp
    word: VendorWord
    code: str
    heard_at: _timestamp_pb2.Timestamp
    doubts: int
    cost: _money_pb2.Money
    def __init__(self, number: _Optional[int] = ..., vendor: _Optional[str] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., word: _Optional[_Union[VendorWord, str]] = ..., code: _Optional[str] = ..., heard_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., doubts: _Optional[int] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class VendorList(_message.Message):
    __slots__ = ("vendors",)
    VENDORS_FIELD_NUMBER: _ClassVar[int]
    vendors: _containers.RepeatedCompositeFieldContainer[VendorView]
    def __init__(self, vendors: _Optional[_Iterable[_Union[VendorView, _Mapping]]] = ...) -> None: ...

class VendorView(_message.Message):
    __slots__ = ("code", "name", "questions", "cost", "opens", "closes", "enabled", "breaker", "open_until")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    QUESTIONS_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    OPENS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    BREAKER_FIELD_NUMBER: _ClassVar[int]
    OPEN_UNTIL_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    questions: _containers.RepeatedScalarFieldContainer[Question]
    cost: _money_pb2.Money
    opens: str
    closes: str
    enabled: bool
    breaker: str
    open_until: _timestamp_pb2.Timestamp
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., questions: _Optional[_Iterable[_Union[Question, str]]] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., opens: _Optional[str] = ..., closes: _Optional[str] = ..., enabled: _Optional[bool] = ..., breaker: _Optional[str] = ..., open_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class VendorBill(_message.Message):
    __slots__ = ("month", "lines")
    MONTH_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    month: str
    lines: _containers.RepeatedCompositeFieldContainer[VendorBillLine]
    def __init__(self, month: _Optional[str] = ..., lines: _Optional[_Iterable[_Union[VendorBillLine, _Mapping]]] = ...) -> None: ...

class VendorBillLine(_message.Message):
    __slots__ = ("vendor", "question", "asked", "answered", "cost")
    VENDOR_FIELD_NUMBER: _ClassVar[int]
    QUESTION_FIELD_NUMBER: _ClassVar[int]
    ASKED_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    vendor: str
    question: Question
    asked: int
    answered: int
    cost: _money_pb2.Money
    def __init__(self, vendor: _Optional[str] = ..., question: _Optional[_Union[Question, str]] = ..., asked: _Optional[int] = ..., answered: _Optional[int] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
