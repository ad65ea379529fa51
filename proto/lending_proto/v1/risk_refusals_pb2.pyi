from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from typing import ClassVar as _ClassVar, Optional as _Optional

DESCRIPTOR: _descriptor.FileDescriptor

class DecisionNotFound(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GrayNotProven(_message.Message):
    __slots__ = ("rule_set", "decisions", "needed")
    RULE_SET_FIELD_NUMBER: _ClassVar[int]
    DECISIONS_FIELD_NUMBER: _ClassVar[int]
    NEEDED_FIELD_NUMBER: _ClassVar[int]
    rule_set: str
    decisions: int
    needed: int
    def __init__(self, rule_set: _Optional[str] = ..., decisions: _Optional[int] = ..., needed: _Optional[int] = ...) -> None: ...

class GrayTaken(_message.Message):
    __slots__ = ("scene", "version")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    scene: str
    version: int
    def __init__(self, scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class NothingLive(_message.Message):
    __slots__ = ("scene",)
    SCENE_FIELD_NUMBER: _ClassVar[int]
    scene: str
    def __init__(self, scene: _Optional[str] = ...) -> None: ...

class OwnRuleSet(_message.Message):
    __slots__ = ("rule_set", "author")
    RULE_SET_FIELD_NUMBER: _ClassVar[int]
    AUTHOR_FIELD_NUMBER: _ClassVar[int]
    rule_set: str
    author: str
    def __init__(self, rule_set: _Optional[str] = ..., author: _Optional[str] = ...) -> None: ...

class RuleSetAtFault(_message.Message):
    __slots__ = ("rule_set", "fault")
    RULE_SET_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    rule_set: str
    fault: str
    def __init__(self, rule_set: _Optional[str] = ..., fault: _Optional[str] = ...) -> None: ...

class RuleSetNotFound(_message.Message):
    __slots__ = ("scene", "version")
    SCENE_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    scene: str
    version: int
    def __init__(self, scene: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class RuleSetNotInState(_message.Message):
    __slots__ = ("rule_set", "act", "state")
    RULE_SET_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    rule_set: str
    act: str
    state: str
    def __init__(self, rule_set: _Optional[str] = ..., act: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...
