import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import kernel_pb2 as _kernel_pb2
from lending_proto.v1 import risk_pb2 as _risk_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Form(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FORM_UNSPECIFIED: _ClassVar[Form]
    FORM_RATIO: _ClassVar[Form]
    FORM_FIXED_YIELD: _ClassVar[Form]
    FORM_STEPPED: _ClassVar[Form]
    FORM_REFERRAL: _ClassVar[Form]

class CoverKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    COVER_KIND_UNSPECIFIED: _ClassVar[CoverKind]
    COVER_KIND_COMPENSATION: _ClassVar[CoverKind]
    COVER_KIND_BUY_BACK: _ClassVar[CoverKind]

class FunderType(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FUNDER_TYPE_UNSPECIFIED: _ClassVar[FunderType]
    FUNDER_TYPE_OWN: _ClassVar[FunderType]
    FUNDER_TYPE_BANK: _ClassVar[FunderType]
    FUNDER_TYPE_CONSUMER_FIN: _ClassVar[FunderType]
    FUNDER_TYPE_TRUST: _ClassVar[FunderType]
    FUNDER_TYPE_MICRO_LOAN: _ClassVar[FunderType]
    FUNDER_TYPE_WEALTH: _ClassVar[FunderType]

class Grade(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    GRADE_UNSPECIFIED: _ClassVar[Grade]
    GRADE_A: _ClassVar[Grade]
    GRADE_B: _ClassVar[Grade]
    GRADE_C: _ClassVar[Grade]
    GRADE_D: _ClassVar[Grade]
    GRADE_E: _ClassVar[Grade]

class CustomerGroup(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CUSTOMER_GROUP_UNSPECIFIED: _ClassVar[CustomerGroup]
    CUSTOMER_GROUP_NEW: _ClassVar[CustomerGroup]
    CUSTOMER_GROUP_RETURNING: _ClassVar[CustomerGroup]

class QuotaKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    QUOTA_KIND_UNSPECIFIED: _ClassVar[QuotaKind]
    QUOTA_KIND_TOTAL: _ClassVar[QuotaKind]
    QUOTA_KIND_DAY_PAYOUT: _ClassVar[QuotaKind]
    QUOTA_KIND_DAY_COUNT: _ClassVar[QuotaKind]
    QUOTA_KIND_CUSTOMER: _ClassVar[QuotaKind]
    QUOTA_KIND_REGION: _ClassVar[QuotaKind]
    QUOTA_KIND_TERM: _ClassVar[QuotaKind]
    QUOTA_KIND_PRODUCT: _ClassVar[QuotaKind]
    QUOTA_KIND_DEALER: _ClassVar[QuotaKind]

class Order(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ORDER_UNSPECIFIED: _ClassVar[Order]
    ORDER_STICKY: _ClassVar[Order]
    ORDER_FILL_TARGET: _ClassVar[Order]
    ORDER_COST: _ClassVar[Order]
    ORDER_GRADE: _ClassVar[Order]
    ORDER_PRIORITY: _ClassVar[Order]
    ORDER_WEIGHT: _ClassVar[Order]

class RegulationKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REGULATION_KIND_UNSPECIFIED: _ClassVar[RegulationKind]
    REGULATION_KIND_OWN_SHARE_MIN: _ClassVar[RegulationKind]
    REGULATION_KIND_FUNDERS_SHARE_MIN: _ClassVar[RegulationKind]
    REGULATION_KIND_FUNDER_OUTSTANDING_MAX: _ClassVar[RegulationKind]
    REGULATION_KIND_JOINT_OUTSTANDING_MAX: _ClassVar[RegulationKind]

class Purpose(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PURPOSE_UNSPECIFIED: _ClassVar[Purpose]
    PURPOSE_PREFUNDING: _ClassVar[Purpose]
    PURPOSE_ADVANCE: _ClassVar[Purpose]

class FunderWord(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    FUNDER_WORD_UNSPECIFIED: _ClassVar[FunderWord]
    FUNDER_WORD_APPROVED: _ClassVar[FunderWord]
    FUNDER_WORD_REFUSED: _ClassVar[FunderWord]
    FUNDER_WORD_PENDING: _ClassVar[FunderWord]
    FUNDER_WORD_UNKNOWN: _ClassVar[FunderWord]
    FUNDER_WORD_NOT_FOUND: _ClassVar[FunderWord]
FORM_UNSPECIFIED: Form
FORM_RATIO: Form
FORM_FIXED_YIELD: Form
FORM_STEPPED: Form
FORM_REFERRAL: Form
COVER_KIND_UNSPECIFIED: CoverKind
COVER_KIND_COMPENSATION: CoverKind
COVER_KIND_BUY_BACK: CoverKind
FUNDER_TYPE_UNSPECIFIED: FunderType
FUNDER_TYPE_OWN: FunderType
FUNDER_TYPE_BANK: FunderType
FUNDER_TYPE_CONSUMER_FIN: FunderType
FUNDER_TYPE_TRUST: FunderType
FUNDER_TYPE_MICRO_LOAN: FunderType
FUNDER_TYPE_WEALTH: FunderType
GRADE_UNSPECIFIED: Grade
GRADE_A: Grade
GRADE_B: Grade
GRADE_C: Grade
GRADE_D: Grade
GRADE_E: Grade
CUSTOMER_GROUP_UNSPECIFIED: CustomerGroup
CUSTOMER_GROUP_NEW: CustomerGroup
CUSTOMER_GROUP_RETURNING: CustomerGroup
QUOTA_KIND_UNSPECIFIED: QuotaKind
QUOTA_KIND_TOTAL: QuotaKind
QUOTA_KIND_DAY_PAYOUT: QuotaKind
QUOTA_KIND_DAY_COUNT: QuotaKind
QUOTA_KIND_CUSTOMER: QuotaKind
QUOTA_KIND_REGION: QuotaKind
QUOTA_KIND_TERM: QuotaKind
QUOTA_KIND_PRODUCT: QuotaKind
QUOTA_KIND_DEALER: QuotaKind
ORDER_UNSPECIFIED: Order
ORDER_STICKY: Order
ORDER_FILL_TARGET: Order
ORDER_COST: Order
ORDER_GRADE: Order
ORDER_PRIORITY: Order
ORDER_WEIGHT: Order
REGULATION_KIND_UNSPECIFIED: RegulationKind
REGULATION_KIND_OWN_SHARE_MIN: RegulationKind
REGULATION_KIND_FUNDERS_SHARE_MIN: RegulationKind
REGULATION_KIND_FUNDER_OUTSTANDING_MAX: RegulationKind
REGULATION_KIND_JOINT_OUTSTANDING_MAX: RegulationKind
PURPOSE_UNSPECIFIED: Purpose
PURPOSE_PREFUNDING: Purpose
PURPOSE_ADVANCE: Purpose
FUNDER_WORD_UNSPECIFIED: FunderWord
FUNDER_WORD_APPROVED: FunderWord
FUNDER_WORD_REFUSED: FunderWord
FUNDER_WORD_PENDING: FunderWord
FUNDER_WORD_UNKNOWN: FunderWord
FUNDER_WORD_NOT_FOUND: FunderWord

class FundingScheme(_message.Message):
    __slots__ = ("code", "name", "version", "sharing")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SHARING_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    version: int
    sharing: Sharing
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., sharing: _Optional[_Union[Sharing, _Mapping]] = ...) -> None: ...

class Sharing(_message.Message):
    __slots__ = ("shares",)
    SHARES_FIELD_NUMBER: _ClassVar[int]
    shares: _containers.RepeatedCompositeFieldContainer[FunderShare]
    def __init__(self, shares: _Optional[_Iterable[_Union[FunderShare, _Mapping]]] = ...) -> None: ...

class FunderShare(_message.Message):
    __slots__ = ("funder", "weight", "income", "penalty_weight", "fees", "prefunded", "cover")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    INCOME_FIELD_NUMBER: _ClassVar[int]
    PENALTY_WEIGHT_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    PREFUNDED_FIELD_NUMBER: _ClassVar[int]
    COVER_FIELD_NUMBER: _ClassVar[int]
    funder: str
    weight: int
    income: Income
    penalty_weight: int
    fees: bool
    prefunded: bool
    cover: Cover
    def __init__(self, funder: _Optional[str] = ..., weight: _Optional[int] = ..., income: _Optional[_Union[Income, _Mapping]] = ..., penalty_weight: _Optional[int] = ..., fees: _Optional[bool] = ..., prefunded: _Optional[bool] = ..., cover: _Optional[_Union[Cover, _Mapping]] = ...) -> None: ...

class Income(_message.Message):
    __slots__ = ("form", "yield_rate", "day_count", "steps", "loss_rate", "fee")
    FORM_FIELD_NUMBER: _ClassVar[int]
    YIELD_RATE_FIELD_NUMBER: _ClassVar[int]
    DAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    STEPS_FIELD_NUMBER: _ClassVar[int]
    LOSS_RATE_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    form: Form
    yield_rate: _decimal_pb2.Decimal
    day_count: _kernel_pb2.DayCount
    steps: _containers.RepeatedCompositeFieldContainer[Step]
    loss_rate: int
    fee: int
    def __init__(self, form: _Optional[_Union[Form, str]] = ..., yield_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., day_count: _Optional[_Union[_kernel_pb2.DayCount, str]] = ..., steps: _Optional[_Iterable[_Union[Step, _Mapping]]] = ..., loss_rate: _Optional[int] = ..., fee: _Optional[int] = ...) -> None: ...

class Step(_message.Message):
    __slots__ = ("loss_rate_to", "kept")
    LOSS_RATE_TO_FIELD_NUMBER: _ClassVar[int]
    KEPT_FIELD_NUMBER: _ClassVar[int]
    loss_rate_to: int
    kept: int
    def __init__(self, loss_rate_to: _Optional[int] = ..., kept: _Optional[int] = ...) -> None: ...

class Cover(_message.Message):
    __slots__ = ("kind", "days_past_due")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DAYS_PAST_DUE_FIELD_NUMBER: _ClassVar[int]
    kind: CoverKind
    days_past_due: int
    def __init__(self, kind: _Optional[_Union[CoverKind, str]] = ..., days_past_due: _Optional[int] = ...) -> None: ...

class Funder(_message.Message):
    __slots__ = ("code", "name", "version", "type", "grade", "enabled", "priority", "weight", "cost", "fill_target", "regions", "products", "groups", "age_min", "age_max", "amount_min", "amount_max", "instalments_min", "instalments_max", "opens", "closes", "quotas", "buckets")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    TYPE_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    PRIORITY_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    FILL_TARGET_FIELD_NUMBER: _ClassVar[int]
    REGIONS_FIELD_NUMBER: _ClassVar[int]
    PRODUCTS_FIELD_NUMBER: _ClassVar[int]
    GROUPS_FIELD_NUMBER: _ClassVar[int]
    AGE_MIN_FIELD_NUMBER: _ClassVar[int]
    AGE_MAX_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MIN_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_MIN_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_MAX_FIELD_NUMBER: _ClassVar[int]
    OPENS_FIELD_NUMBER: _ClassVar[int]
    CLOSES_FIELD_NUMBER: _ClassVar[int]
    QUOTAS_FIELD_NUMBER: _ClassVar[int]
    BUCKETS_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    version: int
    type: FunderType
    grade: Grade
    enabled: bool
    priority: int
    weight: int
    cost: _decimal_pb2.Decimal
    fill_target: _money_pb2.Money
    regions: _containers.RepeatedScalarFieldContainer[str]
    products: _containers.RepeatedScalarFieldContainer[str]
    groups: _containers.RepeatedScalarFieldContainer[CustomerGroup]
    age_min: int
    age_max: int
    amount_min: _money_pb2.Money
    amount_max: _money_pb2.Money
    instalments_min: int
    instalments_max: int
    opens: str
    closes: str
    quotas: _containers.RepeatedCompositeFieldContainer[Quota]
    buckets: int
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., type: _Optional[_Union[FunderType, str]] = ..., grade: _Optional[_Union[Grade, str]] = ..., enabled: _Optional[bool] = ..., priority: _Optional[int] = ..., weight: _Optional[int] = ..., cost: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., fill_target: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., regions: _Optional[_Iterable[str]] = ..., products: _Optional[_Iterable[str]] = ..., groups: _Optional[_Iterable[_Union[CustomerGroup, str]]] = ..., age_min: _Optional[int] = ..., age_max: _Optional[int] = ..., amount_min: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments_min: _Optional[int] = ..., instalments_max: _Optional[int] = ..., opens: _Optional[str] = ..., closes: _Optional[str] = ..., quotas: _Optional[_Iterable[_Union[Quota, _Mapping]]] = ..., buckets: _Optional[int] = ...) -> None: ...

class Quota(_message.Message):
    __slots__ = ("kind", "of", "amount", "percent", "count")
    KIND_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    kind: QuotaKind
    of: str
    amount: _money_pb2.Money
    percent: int
    count: int
    def __init__(self, kind: _Optional[_Union[QuotaKind, str]] = ..., of: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., percent: _Optional[int] = ..., count: _Optional[int] = ...) -> None: ...

class FundingRules(_message.Message):
    __slots__ = ("version", "order", "wait_hours", "grades", "regulations")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    WAIT_HOURS_FIELD_NUMBER: _ClassVar[int]
    GRADES_FIELD_NUMBER: _ClassVar[int]
    REGULATIONS_FIELD_NUMBER: _ClassVar[int]
    version: int
    order: _containers.RepeatedScalarFieldContainer[Order]
    wait_hours: int
    grades: _containers.RepeatedCompositeFieldContainer[GradePercent]
    regulations: _containers.RepeatedCompositeFieldContainer[Regulation]
    def __init__(self, version: _Optional[int] = ..., order: _Optional[_Iterable[_Union[Order, str]]] = ..., wait_hours: _Optional[int] = ..., grades: _Optional[_Iterable[_Union[GradePercent, _Mapping]]] = ..., regulations: _Optional[_Iterable[_Union[Regulation, _Mapping]]] = ...) -> None: ...

class GradePercent(_message.Message):
    __slots__ = ("grade", "percent")
    GRADE_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    grade: Grade
    percent: int
    def __init__(self, grade: _Optional[_Union[Grade, str]] = ..., percent: _Optional[int] = ...) -> None: ...

class Regulation(_message.Message):
    __slots__ = ("kind", "percent", "since", "until", "types", "base", "source")
    KIND_FIELD_NUMBER: _ClassVar[int]
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    TYPES_FIELD_NUMBER: _ClassVar[int]
    BASE_FIELD_NUMBER: _ClassVar[int]
    SOURCE_FIELD_NUMBER: _ClassVar[int]
    kind: RegulationKind
    percent: int
    since: _date_pb2.Date
    until: _date_pb2.Date
    types: _containers.RepeatedScalarFieldContainer[FunderType]
    base: _money_pb2.Money
    source: str
    def __init__(self, kind: _Optional[_Union[RegulationKind, str]] = ..., percent: _Optional[int] = ..., since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., types: _Optional[_Iterable[_Union[FunderType, str]]] = ..., base: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., source: _Optional[str] = ...) -> None: ...

class FunderMoneyRecorded(_message.Message):
    __slots__ = ("funder", "reference", "amount")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    funder: str
    reference: str
    amount: _money_pb2.Money
    def __init__(self, funder: _Optional[str] = ..., reference: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FunderCollectionRecorded(_message.Message):
    __slots__ = ("funder", "reference", "loan_id", "amount", "on")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    funder: str
    reference: str
    loan_id: str
    amount: _money_pb2.Money
    on: _date_pb2.Date
    def __init__(self, funder: _Optional[str] = ..., reference: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class FunderIsCovered(_message.Message):
    __slots__ = ("loan_id", "funder", "cover", "on", "amount")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    COVER_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    funder: str
    cover: str
    on: _date_pb2.Date
    amount: _money_pb2.Money
    def __init__(self, loan_id: _Optional[str] = ..., funder: _Optional[str] = ..., cover: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FundersCovered(_message.Message):
    __slots__ = ("covered",)
    COVERED_FIELD_NUMBER: _ClassVar[int]
    covered: int
    def __init__(self, covered: _Optional[int] = ...) -> None: ...

class FundingChanged(_message.Message):
    __slots__ = ("application_id", "state", "tries")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    TRIES_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    state: str
    tries: int
    def __init__(self, application_id: _Optional[str] = ..., state: _Optional[str] = ..., tries: _Optional[int] = ...) -> None: ...

class FunderAnswer(_message.Message):
    __slots__ = ("word", "code")
    WORD_FIELD_NUMBER: _ClassVar[int]
    CODE_FIELD_NUMBER: _ClassVar[int]
    word: FunderWord
    code: str
    def __init__(self, word: _Optional[_Union[FunderWord, str]] = ..., code: _Optional[str] = ...) -> None: ...

class FundersSettled(_message.Message):
    __slots__ = ("settlements",)
    SETTLEMENTS_FIELD_NUMBER: _ClassVar[int]
    settlements: int
    def __init__(self, settlements: _Optional[int] = ...) -> None: ...

class FunderSettlementMoved(_message.Message):
    __slots__ = ("funder", "day", "state", "lines", "net")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    NET_FIELD_NUMBER: _ClassVar[int]
    funder: str
    day: _date_pb2.Date
    state: str
    lines: int
    net: _money_pb2.Money
    def __init__(self, funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., state: _Optional[str] = ..., lines: _Optional[int] = ..., net: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SettlementAnswer(_message.Message):
    __slots__ = ("of", "digest", "disputes")
    OF_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    of: str
    digest: str
    disputes: _containers.RepeatedCompositeFieldContainer[LineDispute]
    def __init__(self, of: _Optional[str] = ..., digest: _Optional[str] = ..., disputes: _Optional[_Iterable[_Union[LineDispute, _Mapping]]] = ...) -> None: ...

class LineDispute(_message.Message):
    __slots__ = ("line", "loan_id", "reason")
    LINE_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    line: int
    loan_id: str
    reason: str
    def __init__(self, line: _Optional[int] = ..., loan_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class FundingView(_message.Message):
    __slots__ = ("application_id", "state", "sought_at", "scheme", "tries")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    SOUGHT_AT_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    TRIES_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    state: str
    sought_at: _timestamp_pb2.Timestamp
    scheme: str
    tries: _containers.RepeatedCompositeFieldContainer[FundingTry]
    def __init__(self, application_id: _Optional[str] = ..., state: _Optional[str] = ..., sought_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., scheme: _Optional[str] = ..., tries: _Optional[_Iterable[_Union[FundingTry, _Mapping]]] = ...) -> None: ...

class FundingTry(_message.Message):
    __slots__ = ("number", "scheme", "funder", "amount", "at", "answered_at", "outcome", "reasons")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    AT_FIELD_NUMBER: _ClassVar[int]
    ANSWERED_AT_FIELD_NUMBER: _ClassVar[int]
    OUTCOME_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    number: int
    scheme: str
    funder: str
    amount: _money_pb2.Money
    at: _timestamp_pb2.Timestamp
    answered_at: _timestamp_pb2.Timestamp
    outcome: str
    reasons: _containers.RepeatedCompositeFieldContainer[_risk_pb2.Reason]
    def __init__(self, number: _Optional[int] = ..., scheme: _Optional[str] = ..., funder: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., answered_at: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., outcome: _Optional[str] = ..., reasons: _Optional[_Iterable[_Union[_risk_pb2.Reason, _Mapping]]] = ...) -> None: ...

class FunderUsage(_message.Message):
    __slots__ = ("funder", "name", "version", "grade", "is_on", "quotas")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    GRADE_FIELD_NUMBER: _ClassVar[int]
    IS_ON_FIELD_NUMBER: _ClassVar[int]
    QUOTAS_FIELD_NUMBER: _ClassVar[int]
    funder: str
    name: str
    version: int
    grade: str
    is_on: bool
    quotas: _containers.RepeatedCompositeFieldContainer[QuotaUsage]
    def __init__(self, funder: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., grade: _Optional[str] = ..., is_on: _Optional[bool] = ..., quotas: _Optional[_Iterable[_Union[QuotaUsage, _Mapping]]] = ...) -> None: ...

class QuotaUsage(_message.Message):
    __slots__ = ("kind", "of", "total", "occupied", "used", "free")
    KIND_FIELD_NUMBER: _ClassVar[int]
    OF_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    OCCUPIED_FIELD_NUMBER: _ClassVar[int]
    USED_FIELD_NUMBER: _ClassVar[int]
    FREE_FIELD_NUMBER: _ClassVar[int]
    kind: str
    of: str
    total: int
    occupied: int
    used: int
    free: int
    def __init__(self, kind: _Optional[str] = ..., of: _Optional[str] = ..., total: _Optional[int] = ..., occupied: _Optional[int] = ..., used: _Optional[int] = ..., free: _Optional[int] = ...) -> None: ...

class LoanFundingView(_message.Message):
    __slots__ = ("loan_id", "scheme", "since", "parties")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    PARTIES_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    scheme: str
    since: _date_pb2.Date
    parties: _containers.RepeatedCompositeFieldContainer[LoanParty]
    def __init__(self, loan_id: _Optional[str] = ..., scheme: _Optional[str] = ..., since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., parties: _Optional[_Iterable[_Union[LoanParty, _Mapping]]] = ...) -> None: ...

class LoanParty(_message.Message):
    __slots__ = ("party", "weight", "principal", "cover", "cover_from", "covered_on", "paid", "claimed")
    PARTY_FIELD_NUMBER: _ClassVar[int]
    WEIGHT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    COVER_FIELD_NUMBER: _ClassVar[int]
    COVER_FROM_FIELD_NUMBER: _ClassVar[int]
    COVERED_ON_FIELD_NUMBER: _ClassVar[int]
    PAID_FIELD_NUMBER: _ClassVar[int]
    CLAIMED_FIELD_NUMBER: _ClassVar[int]
    party: str
    weight: int
    principal: _money_pb2.Money
    cover: str
    cover_from: int
    covered_on: _date_pb2.Date
    paid: _money_pb2.Money
    claimed: _money_pb2.Money
    def __init__(self, party: _Optional[str] = ..., weight: _Optional[int] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., cover: _Optional[str] = ..., cover_from: _Optional[int] = ..., covered_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., paid: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., claimed: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FunderSettlementView(_message.Message):
    __slots__ = ("funder", "day", "currency", "state", "covers", "lines", "totals", "net", "digest", "disputes", "carried_to", "paid_on", "bank_serial")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    COVERS_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    TOTALS_FIELD_NUMBER: _ClassVar[int]
    NET_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    DISPUTES_FIELD_NUMBER: _ClassVar[int]
    CARRIED_TO_FIELD_NUMBER: _ClassVar[int]
    PAID_ON_FIELD_NUMBER: _ClassVar[int]
    BANK_SERIAL_FIELD_NUMBER: _ClassVar[int]
    funder: str
    day: _date_pb2.Date
    currency: str
    state: str
    covers: _containers.RepeatedCompositeFieldContainer[_date_pb2.Date]
    lines: int
    totals: ShareAmounts
    net: _money_pb2.Money
    digest: str
    disputes: _containers.RepeatedCompositeFieldContainer[LineDispute]
    carried_to: _date_pb2.Date
    paid_on: _date_pb2.Date
    bank_serial: str
    def __init__(self, funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ..., state: _Optional[str] = ..., covers: _Optional[_Iterable[_Union[_date_pb2.Date, _Mapping]]] = ..., lines: _Optional[int] = ..., totals: _Optional[_Union[ShareAmounts, _Mapping]] = ..., net: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., digest: _Optional[str] = ..., disputes: _Optional[_Iterable[_Union[LineDispute, _Mapping]]] = ..., carried_to: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., paid_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., bank_serial: _Optional[str] = ...) -> None: ...

class ShareAmounts(_message.Message):
    __slots__ = ("payout", "principal", "interest", "penalty", "compound", "fees", "recovered", "service_fee", "covered", "collected")
    PAYOUT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    COMPOUND_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    RECOVERED_FIELD_NUMBER: _ClassVar[int]
    SERVICE_FEE_FIELD_NUMBER: _ClassVar[int]
    COVERED_FIELD_NUMBER: _ClassVar[int]
    COLLECTED_FIELD_NUMBER: _ClassVar[int]
    payout: int
    principal: int
    interest: int
    penalty: int
    compound: int
    fees: int
    recovered: int
    service_fee: int
    covered: int
    collected: int
    def __init__(self, payout: _Optional[int] = ..., principal: _Optional[int] = ..., interest: _Optional[int] = ..., penalty: _Optional[int] = ..., compound: _Optional[int] = ..., fees: _Optional[int] = ..., recovered: _Optional[int] = ..., service_fee: _Optional[int] = ..., covered: _Optional[int] = ..., collected: _Optional[int] = ...) -> None: ...

class FunderSettlementPage(_message.Message):
    __slots__ = ("settlements", "next_after")
    SETTLEMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    settlements: _containers.RepeatedCompositeFieldContainer[FunderSettlementView]
    next_after: str
    def __init__(self, settlements: _Optional[_Iterable[_Union[FunderSettlementView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...

class SettlementLinePage(_message.Message):
    __slots__ = ("lines", "next_after")
    LINES_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    lines: _containers.RepeatedCompositeFieldContainer[SettlementLine]
    next_after: int
    def __init__(self, lines: _Optional[_Iterable[_Union[SettlementLine, _Mapping]]] = ..., next_after: _Optional[int] = ...) -> None: ...

class SettlementLine(_message.Message):
    __slots__ = ("day", "loan_id", "event", "amounts")
    DAY_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    EVENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNTS_FIELD_NUMBER: _ClassVar[int]
    day: _date_pb2.Date
    loan_id: str
    event: str
    amounts: ShareAmounts
    def __init__(self, day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., loan_id: _Optional[str] = ..., event: _Optional[str] = ..., amounts: _Optional[_Union[ShareAmounts, _Mapping]] = ...) -> None: ...
