from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from lending_proto.v1 import reconciliation_pb2 as _reconciliation_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RecordReconciliationRequest(_message.Message):
    __slots__ = ("request_id", "source", "day", "statement", "tally", "findings", "late")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    TALLY_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    source: str
    day: _date_pb2.Date
    statement: _reconciliation_pb2.StatementHead
    tally: _reconciliation_pb2.Tally
    findings: _containers.RepeatedCompositeFieldContainer[_reconciliation_pb2.Finding]
    late: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, request_id: _Optional[str] = ..., source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., statement: _Optional[_Union[_reconciliation_pb2.StatementHead, _Mapping]] = ..., tally: _Optional[_Union[_reconciliation_pb2.Tally, _Mapping]] = ..., findings: _Optional[_Iterable[_Union[_reconciliation_pb2.Finding, _Mapping]]] = ..., late: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordReconciliationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _reconciliation_pb2.ReconciliationRecorded
    def __init__(self, receipt: _Optional[_Union[_reconciliation_pb2.ReconciliationRecorded, _Mapping]] = ...) -> None: ...

class ParkDifferenceRequest(_message.Message):
    __slots__ = ("request_id", "difference_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    difference_id: str
    def __init__(self, request_id: _Optional[str] = ..., difference_id: _Optional[str] = ...) -> None: ...

class ParkDifferenceResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _reconciliation_pb2.DifferenceMoved
    def __init__(self, receipt: _Optional[_Union[_reconciliation_pb2.DifferenceMoved, _Mapping]] = ...) -> None: ...

class ResolveDifferenceRequest(_message.Message):
    __slots__ = ("request_id", "difference_id", "way", "loan_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    WAY_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    difference_id: str
    way: _reconciliation_pb2.Way
    loan_id: str
    def __init__(self, request_id: _Optional[str] = ..., difference_id: _Optional[str] = ..., way: _Optional[_Union[_reconciliation_pb2.Way, str]] = ..., loan_id: _Optional[str] = ...) -> None: ...

class ResolveDifferenceResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _reconciliation_pb2.DifferenceMoved
    def __init__(self, receipt: _Optional[_Union[_reconciliation_pb2.DifferenceMoved, _Mapping]] = ...) -> None: ...

class ReleaseDayRequest(_message.Message):
    __slots__ = ("request_id", "day")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ReleaseDayResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _reconciliation_pb2.DayReleaseRecorded
    def __init__(self, receipt: _Optional[_Union[_reconciliation_pb2.DayReleaseRecorded, _Mapping]] = ...) -> None: ...

class GetReconciledDayRequest(_message.Message):
    __slots__ = ("source", "day")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class GetReconciledDayResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _reconciliation_pb2.ReconciledDayView
    def __init__(self, answer: _Optional[_Union[_reconciliation_pb2.ReconciledDayView, _Mapping]] = ...) -> None: ...

class ListDifferencesRequest(_message.Message):
    __slots__ = ("source", "day", "after", "page_size")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    after: str
    page_size: int
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListDifferencesResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _reconciliation_pb2.DifferencePage
    def __init__(self, answer: _Optional[_Union[_reconciliation_pb2.DifferencePage, _Mapping]] = ...) -> None: ...

class ListParkedRequest(_message.Message):
    __slots__ = ("source", "after", "page_size")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    source: str
    after: str
    page_size: int
    def __init__(self, source: _Optional[str] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListParkedResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _reconciliation_pb2.DifferencePage
    def __init__(self, answer: _Optional[_Union[_reconciliation_pb2.DifferencePage, _Mapping]] = ...) -> None: ...

class GetAgeingRequest(_message.Message):
    __slots__ = ("source",)
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    source: str
    def __init__(self, source: _Optional[str] = ...) -> None: ...

class GetAgeingResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _reconciliation_pb2.Ageing
    def __init__(self, answer: _Optional[_Union[_reconciliation_pb2.Ageing, _Mapping]] = ...) -> None: ...
