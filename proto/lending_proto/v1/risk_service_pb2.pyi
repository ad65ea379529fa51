from google.api import field_behavior_pb2 as _field_behavior_pb2
from lending_proto.v1 import risk_pb2 as _risk_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class DraftRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "document", "cases")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    DOCUMENT_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    document: str
    cases: _containers.RepeatedCompositeFieldContainer[_risk_pb2.RuleCase]
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., document: _Optional[str] = ..., cases: _Optional[_Iterable[_Union[_risk_pb2.RuleCase, _Mapping]]] = ...) -> None: ...

class DraftRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class RecordValidationRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version", "findings")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    findings: _containers.RepeatedCompositeFieldContainer[_risk_pb2.RuleFault]
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., findings: _Optional[_Iterable[_Union[_risk_pb2.RuleFault, _Mapping]]] = ...) -> None: ...

class RecordValidationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class RecordRehearsalRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version", "rehearsal")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    rehearsal: _risk_pb2.RuleRehearsal
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., rehearsal: _Optional[_Union[_risk_pb2.RuleRehearsal, _Mapping]] = ...) -> None: ...

class RecordRehearsalResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class SubmitRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class SubmitRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class ApproveRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class ApproveRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class ReleaseRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version", "percent", "samples", "drift_max")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    DRIFT_MAX_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    percent: int
    samples: int
    drift_max: int
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., percent: _Optional[int] = ..., samples: _Optional[int] = ..., drift_max: _Optional[int] = ...) -> None: ...

class ReleaseRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class RecordGrayCountRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version", "count")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    count: _risk_pb2.GrayCount
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., count: _Optional[_Union[_risk_pb2.GrayCount, _Mapping]] = ...) -> None: ...

class RecordGrayCountResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class PromoteRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class PromoteRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class StopRuleSetRequest(_message.Message):
    __slots__ = ("request_id", "scene", "version", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    version: int
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., reason: _Optional[str] = ...) -> None: ...

class StopRuleSetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class RollBackRulesRequest(_message.Message):
    __slots__ = ("request_id", "scene", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scene: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., scene: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RollBackRulesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _risk_pb2.RuleSetMoved
    def __init__(self, receipt: _Optional[_Union[_risk_pb2.RuleSetMoved, _Mapping]] = ...) -> None: ...

class GetRuleSetRequest(_message.Message):
    __slots__ = ("scene", "version")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    scene: str
    version: int
    def __init__(self, scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class GetRuleSetResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _risk_pb2.RuleSetView
    def __init__(self, answer: _Optional[_Union[_risk_pb2.RuleSetView, _Mapping]] = ...) -> None: ...

class ListRuleSetsRequest(_message.Message):
    __slots__ = ("scene", "after", "page_size")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    scene: str
    after: str
    page_size: int
    def __init__(self, scene: _Optional[str] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListRuleSetsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _risk_pb2.RuleSetPage
    def __init__(self, answer: _Optional[_Union[_risk_pb2.RuleSetPage, _Mapping]] = ...) -> None: ...

class GetDecisionRequest(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GetDecisionResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _risk_pb2.DecisionView
    def __init__(self, answer: _Optional[_Union[_risk_pb2.DecisionView, _Mapping]] = ...) -> None: ...
