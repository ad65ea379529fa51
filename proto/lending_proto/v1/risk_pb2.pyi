import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Recommendation(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RECOMMENDATION_UNSPECIFIED: _ClassVar[Recommendation]
    RECOMMENDATION_APPROVE: _ClassVar[Recommendation]
    RECOMMENDATION_REFER: _ClassVar[Recommendation]
    RECOMMENDATION_REJECT: _ClassVar[Recommendation]
RECOMMENDATION_UNSPECIFIED: Recommendation
RECOMMENDATION_APPROVE: Recommendation
RECOMMENDATION_REFER: Recommendation
RECOMMENDATION_REJECT: Recommendation

class RuleCase(_message.Message):
    __slots__ = ("name", "inputs", "decision", "reasons")
    NAME_FIELD_NUMBER: _ClassVar[int]
    INPUTS_FIELD_NUMBER: _ClassVar[int]
    DECISION_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    name: str
    inputs: _containers.RepeatedCompositeFieldContainer[CaseInput]
    decision: Recommendation
    reasons: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, name: _Optional[str] = ..., inputs: _Optional[_Iterable[_Union[CaseInput, _Mapping]]] = ..., decision: _Optional[_Union[Recommendation, str]] = ..., reasons: _Optional[_Iterable[str]] = ...) -> None: ...

class CaseInput(_message.Message):
    __slots__ = ("name", "value")
    NAME_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    name: str
    value: str
    def __init__(self, name: _Optional[str] = ..., value: _Optional[str] = ...) -> None: ...

class RuleSetMoved(_message.Message):
    __slots__ = ("scene", "version", "state")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    scene: str
    version: int
    state: str
    def __init__(self, scene: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ...) -> None: ...

class RuleFault(_message.Message):
    __slots__ = ("place", "fault")
    PLACE_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    place: str
    fault: str
    def __init__(self, place: _Optional[str] = ..., fault: _Optional[str] = ...) -> None: ...

class RuleRehearsal(_message.Message):
    __slots__ = ("decisions", "changed", "passed_before", "passed_after", "faults", "by", "at")
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    CHANGED_FIELD_NUMBER: _ClassVar[int]
    PASSED_BEFORE_FIELD_NUMBER: _ClassVar[int]
    PASSED_AFTER_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    decisions: int
    changed: int
    passed_before: int
    passed_after: int
    faults: int
    by: str
    at: _timestamp_pb2.Timestamp
    def __init__(self, decisions: _Optional[int] = ..., changed: _Optional[int] = ..., passed_before: _Optional[int] = ..., passed_after: _Optional[int] = ..., faults: _Optional[int] = ..., by: _Optional[str] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class GrayCount(_message.Message):
    __slots__ = ("gray", "gray_passed", "live", "live_passed")
    GRAY_FIELD_NUMBER: _ClassVar[int]
    GRAY_PASSED_FIELD_NUMBER: _ClassVar[int]
    LIVE_FIELD_NUMBER: _ClassVar[int]
    LIVE_PASSED_FIELD_NUMBER: _ClassVar[int]
    gray: int
    gray_passed: int
    live: int
    live_passed: int
    def __init__(self, gray: _Optional[int] = ..., gray_passed: _Optional[int] = ..., live: _Optional[int] = ..., live_passed: _Optional[int] = ...) -> None: ...

class RuleAnswer(_message.Message):
    __slots__ = ("decision", "reasons", "tier", "amount_max", "rows")
    DECISION_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    TIER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    decision: Recommendation
    reasons: _containers.RepeatedScalarFieldContainer[str]
    tier: str
    amount_max: int
    rows: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, decision: _Optional[_Union[Recommendation, str]] = ..., reasons: _Optional[_Iterable[str]] = ..., tier: _Optional[str] = ..., amount_max: _Optional[int] = ..., rows: _Optional[_Iterable[str]] = ...) -> None: ...

class RuleSetView(_message.Message):
    __slots__ = ("scene", "version", "state", "author", "approver", "digest", "cases", "findings", "rehearsal", "gray", "reason")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    APPROVER_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    CASES_FIELD_NUMBER: _ClassVar[int]
    FINDINGS_FIELD_NUMBER: _ClassVar[int]
    REHEARSAL_FIELD_NUMBER: _ClassVar[int]
    GRAY_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    scene: str
    version: int
    state: str
    author: str
    approver: str
    digest: str
    cases: int
    findings: _containers.RepeatedCompositeFieldContainer[RuleFault]
    rehearsal: RuleRehearsal
    gray: Gray
    reason: str
    def __init__(self, scene: _Optional[str] = ..., version: _Optional[int] = ..., state: _Optional[str] = ..., author: _Optional[str] = ..., approver: _Optional[str] = ..., digest: _Optional[str] = ..., cases: _Optional[int] = ..., findings: _Optional[_Iterable[_Union[RuleFault, _Mapping]]] = ..., rehearsal: _Optional[_Union[RuleRehearsal, _Mapping]] = ..., gray: _Optional[_Union[Gray, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class Gray(_message.Message):
    __slots__ = ("percent", "samples", "drift_max", "since", "count")
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SAMPLES_FIELD_NUMBER: _ClassVar[int]
    DRIFT_MAX_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    percent: int
    samples: int
    drift_max: int
    since: _timestamp_pb2.Timestamp
    count: GrayCount
    def __init__(self, percent: _Optional[int] = ..., samples: _Optional[int] = ..., drift_max: _Optional[int] = ..., since: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., count: _Optional[_Union[GrayCount, _Mapping]] = ...) -> None: ...

class RuleSetPage(_message.Message):
    __slots__ = ("rule_sets", "next_after")
    RULE_SETS_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    rule_sets: _containers.RepeatedCompositeFieldContainer[RuleSetView]
    next_after: str
    def __init__(self, rule_sets: _Optional[_Iterable[_Union[RuleSetView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...

class DecisionView(_message.Message):
    __slots__ = ("application_id", "scene", "version", "gray", "answer", "fault", "micros", "variables", "words")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    GRAY_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    MICROS_FIELD_NUMBER: _ClassVar[int]
    VARIABLES_FIELD_NUMBER: _ClassVar[int]
    WORDS_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    scene: str
    version: int
    gray: bool
    answer: RuleAnswer
    fault: str
    micros: int
    variables: _containers.RepeatedCompositeFieldContainer[Collected]
    words: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, application_id: _Optional[str] = ..., scene: _Optional[str] = ..., version: _Optional[int] = ..., gray: _Optional[bool] = ..., answer: _Optional[_Union[RuleAnswer, _Mapping]] = ..., fault: _Optional[str] = ..., micros: _Optional[int] = ..., variables: _Optional[_Iterable[_Union[Collected, _Mapping]]] = ..., words: _Optional[_Iterable[str]] = ...) -> None: ...

class Collected(_message.Message):
    __slots__ = ("name", "number", "text", "source", "at")
    NAME_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    TEXT_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    name: str
    number: int
    text: str
    source: str
    at: _timestamp_pb2.Timestamp
    def __init__(self, name: _Optional[str] = ..., number: _Optional[int] = ..., text: _Optional[str] = ..., source: _Optional[str] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class Reason(_message.Message):
    __slots__ = ("code", "detail")
    CODE_FIELD_NUMBER: _ClassVar[int]
    DETAIL_FIELD_NUMBER: _ClassVar[int]
    code: str
    detail: str
    def __init__(self, code: _Optional[str] = ..., detail: _Optional[str] = ...) -> None: ...
