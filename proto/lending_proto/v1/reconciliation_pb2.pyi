from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Flow(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FLOW_UNSPECIFIED: _ClassVar[Flow]
    FLOW_PAYOUT: _ClassVar[Flow]
    FLOW_DEDUCTION: _ClassVar[Flow]
    FLOW_REFUND: _ClassVar[Flow]
    FLOW_RETURN: _ClassVar[Flow]
    FLOW_RECEIPT: _ClassVar[Flow]

class Standing(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    STANDING_UNSPECIFIED: _ClassVar[Standing]
    STANDING_SUCCESS: _ClassVar[Standing]
    STANDING_OPEN: _ClassVar[Standing]
    STANDING_FAILED: _ClassVar[Standing]

class Way(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    WAY_UNSPECIFIED: _ClassVar[Way]
    WAY_SUPPLEMENT: _ClassVar[Way]
    WAY_REVERSAL: _ClassVar[Way]
    WAY_REFUND: _ClassVar[Way]
    WAY_GAIN: _ClassVar[Way]
    WAY_LOSS: _ClassVar[Way]
FLOW_UNSPECIFIED: Flow
FLOW_PAYOUT: Flow
FLOW_DEDUCTION: Flow
FLOW_REFUND: Flow
FLOW_RETURN: Flow
FLOW_RECEIPT: Flow
STANDING_UNSPECIFIED: Standing
STANDING_SUCCESS: Standing
STANDING_OPEN: Standing
STANDING_FAILED: Standing
WAY_UNSPECIFIED: Way
WAY_SUPPLEMENT: Way
WAY_REVERSAL: Way
WAY_REFUND: Way
WAY_GAIN: Way
WAY_LOSS: Way

class StatementHead(_message.Message):
    __slots__ = ("source", "day", "version", "currency", "lines", "total", "fees", "digest")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    version: int
    currency: str
    lines: int
    total: int
    fees: int
    digest: str
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., version: _Optional[int] = ..., currency: _Optional[str] = ..., lines: _Optional[int] = ..., total: _Optional[int] = ..., fees: _Optional[int] = ..., digest: _Optional[str] = ...) -> None: ...

class Tally(_message.Message):
    __slots__ = ("matched", "matched_amount", "late", "long", "short", "amount_diff", "status_diff")
    MATCHED_FIELD_NUMBER: _ClassVar[int]
    MATCHED_AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    LONG_FIELD_NUMBER: _ClassVar[int]
    SHORT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_DIFF_FIELD_NUMBER: _ClassVar[int]
    STATUS_DIFF_FIELD_NUMBER: _ClassVar[int]
    matched: int
    matched_amount: int
    late: int
    long: int
    short: int
    amount_diff: int
    status_diff: int
    def __init__(self, matched: _Optional[int] = ..., matched_amount: _Optional[int] = ..., late: _Optional[int] = ..., long: _Optional[int] = ..., short: _Optional[int] = ..., amount_diff: _Optional[int] = ..., status_diff: _Optional[int] = ...) -> None: ...

class Finding(_message.Message):
    __slots__ = ("flow", "reference", "theirs", "ours")
    FLOW_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    THEIRS_FIELD_NUMBER: _ClassVar[int]
    OURS_FIELD_NUMBER: _ClassVar[int]
    flow: Flow
    reference: str
    theirs: Claim
    ours: Claim
    def __init__(self, flow: _Optional[_Union[Flow, str]] = ..., reference: _Optional[str] = ..., theirs: _Optional[_Union[Claim, _Mapping]] = ..., ours: _Optional[_Union[Claim, _Mapping]] = ...) -> None: ...

class Claim(_message.Message):
    __slots__ = ("amount", "standing")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    STANDING_FIELD_NUMBER: _ClassVar[int]
    amount: int
    standing: Standing
    def __init__(self, amount: _Optional[int] = ..., standing: _Optional[_Union[Standing, str]] = ...) -> None: ...

class ReconciliationRecorded(_message.Message):
    __slots__ = ("source", "day", "version", "matched", "late", "differences", "parked", "repeated")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MATCHED_FIELD_NUMBER: _ClassVar[int]
    LATE_FIELD_NUMBER: _ClassVar[int]
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    PARKED_FIELD_NUMBER: _ClassVar[int]
    REPEATED_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    version: int
    matched: int
    late: int
    differences: int
    parked: int
    repeated: bool
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., version: _Optional[int] = ..., matched: _Optional[int] = ..., late: _Optional[int] = ..., differences: _Optional[int] = ..., parked: _Optional[int] = ..., repeated: _Optional[bool] = ...) -> None: ...

class DifferenceMoved(_message.Message):
    __slots__ = ("difference_id", "state")
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    difference_id: str
    state: str
    def __init__(self, difference_id: _Optional[str] = ..., state: _Optional[str] = ...) -> None: ...

class DayReleaseRecorded(_message.Message):
    __slots__ = ("day",)
    DAY_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class ReconciledDayView(_message.Message):
    __slots__ = ("source", "day", "version", "tally", "open", "parked", "released")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TALLY_FIELD_NUMBER: _ClassVar[int]
    OPEN_FIELD_NUMBER: _ClassVar[int]
    PARKED_FIELD_NUMBER: _ClassVar[int]
    RELEASED_FIELD_NUMBER: _ClassVar[int]
    source: str
    day: _date_pb2.Date
    version: int
    tally: Tally
    open: int
    parked: int
    released: bool
    def __init__(self, source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., version: _Optional[int] = ..., tally: _Optional[_Union[Tally, _Mapping]] = ..., open: _Optional[int] = ..., parked: _Optional[int] = ..., released: _Optional[bool] = ...) -> None: ...

class DifferencePage(_message.Message):
    __slots__ = ("differences", "next_after")
    DIFFERENCES_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    differences: _containers.RepeatedCompositeFieldContainer[DifferenceView]
    next_after: str
    def __init__(self, differences: _Optional[_Iterable[_Union[DifferenceView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...

class DifferenceView(_message.Message):
    __slots__ = ("difference_id", "source", "day", "flow", "reference", "currency", "result", "state", "theirs", "ours", "effect", "age", "ways")
    DIFFERENCE_ID_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    FLOW_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    THEIRS_FIELD_NUMBER: _ClassVar[int]
    OURS_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    AGE_FIELD_NUMBER: _ClassVar[int]
    WAYS_FIELD_NUMBER: _ClassVar[int]
    difference_id: str
    source: str
    day: _date_pb2.Date
    flow: str
    reference: str
    currency: str
    result: str
    state: str
    theirs: int
    ours: int
    effect: int
    age: int
    ways: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, difference_id: _Optional[str] = ..., source: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., flow: _Optional[str] = ..., reference: _Optional[str] = ..., currency: _Optional[str] = ..., result: _Optional[str] = ..., state: _Optional[str] = ..., theirs: _Optional[int] = ..., ours: _Optional[int] = ..., effect: _Optional[int] = ..., age: _Optional[int] = ..., ways: _Optional[_Iterable[str]] = ...) -> None: ...

class Ageing(_message.Message):
    __slots__ = ("as_of", "rows")
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    as_of: _date_pb2.Date
    rows: _containers.RepeatedCompositeFieldContainer[AgeingRow]
    def __init__(self, as_of: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[AgeingRow, _Mapping]]] = ...) -> None: ...

class AgeingRow(_message.Message):
    __slots__ = ("source", "result", "state", "currency", "age_from", "age_to", "count", "surplus", "shortage")
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    AGE_FROM_FIELD_NUMBER: _ClassVar[int]
    AGE_TO_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    SURPLUS_FIELD_NUMBER: _ClassVar[int]
    SHORTAGE_FIELD_NUMBER: _ClassVar[int]
    source: str
    result: str
    state: str
    currency: str
    age_from: int
    age_to: int
    count: int
    surplus: int
    shortage: int
    def __init__(self, source: _Optional[str] = ..., result: _Optional[str] = ..., state: _Optional[str] = ..., currency: _Optional[str] = ..., age_from: _Optional[int] = ..., age_to: _Optional[int] = ..., count: _Optional[int] = ..., surplus: _Optional[int] = ..., shortage: _Optional[int] = ...) -> None: ...
