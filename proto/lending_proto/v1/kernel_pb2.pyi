from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from typing import ClassVar as _ClassVar

DESCRIPTOR: _descriptor.FileDescriptor

class DayCount(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DAY_COUNT_UNSPECIFIED: _ClassVar[DayCount]
    DAY_COUNT_ACT_360: _ClassVar[DayCount]
    DAY_COUNT_ACT_365: _ClassVar[DayCount]
    DAY_COUNT_ACT_ACT: _ClassVar[DayCount]
    DAY_COUNT_THIRTY_360: _ClassVar[DayCount]
    DAY_COUNT_THIRTY_E_360: _ClassVar[DayCount]

class DueDateRule(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DUE_DATE_RULE_UNSPECIFIED: _ClassVar[DueDateRule]
    DUE_DATE_RULE_NONE: _ClassVar[DueDateRule]
    DUE_DATE_RULE_NEXT: _ClassVar[DueDateRule]
    DUE_DATE_RULE_NEXT_ACCRUE: _ClassVar[DueDateRule]
DAY_COUNT_UNSPECIFIED: DayCount
DAY_COUNT_ACT_360: DayCount
DAY_COUNT_ACT_365: DayCount
DAY_COUNT_ACT_ACT: DayCount
DAY_COUNT_THIRTY_360: DayCount
DAY_COUNT_THIRTY_E_360: DayCount
DUE_DATE_RULE_UNSPECIFIED: DueDateRule
DUE_DATE_RULE_NONE: DueDateRule
DUE_DATE_RULE_NEXT: DueDateRule
DUE_DATE_RULE_NEXT_ACCRUE: DueDateRule
