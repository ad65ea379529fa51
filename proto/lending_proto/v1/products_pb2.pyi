from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import inquiries_pb2 as _inquiries_pb2
from lending_proto.v1 import kernel_pb2 as _kernel_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Mode(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    MODE_UNSPECIFIED: _ClassVar[Mode]
    MODE_SMALL_CASH: _ClassVar[Mode]
    MODE_REGULAR_CREDIT: _ClassVar[Mode]
    MODE_SCENARIO: _ClassVar[Mode]

class Scene(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SCENE_UNSPECIFIED: _ClassVar[Scene]
    SCENE_CASH: _ClassVar[Scene]
    SCENE_CAR_LEASEBACK: _ClassVar[Scene]
    SCENE_CAR_DIRECT_LEASE: _ClassVar[Scene]

class Payee(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PAYEE_UNSPECIFIED: _ClassVar[Payee]
    PAYEE_BORROWER: _ClassVar[Payee]
    PAYEE_DEALER: _ClassVar[Payee]

class Method(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    METHOD_UNSPECIFIED: _ClassVar[Method]
    METHOD_EQUAL_INSTALMENT: _ClassVar[Method]
    METHOD_EQUAL_PRINCIPAL: _ClassVar[Method]
    METHOD_INTEREST_FIRST: _ClassVar[Method]
    METHOD_EQUAL_PRINCIPAL_AND_INTEREST: _ClassVar[Method]
    METHOD_BULLET: _ClassVar[Method]

class Tenor(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    TENOR_UNSPECIFIED: _ClassVar[Tenor]
    TENOR_ONE_YEAR: _ClassVar[Tenor]
    TENOR_OVER_FIVE_YEARS: _ClassVar[Tenor]

class Reset(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    RESET_UNSPECIFIED: _ClassVar[Reset]
    RESET_JANUARY: _ClassVar[Reset]
    RESET_ANNIVERSARY: _ClassVar[Reset]
    RESET_QUARTERLY: _ClassVar[Reset]
    RESET_MONTHLY: _ClassVar[Reset]

class Accrual(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ACCRUAL_UNSPECIFIED: _ClassVar[Accrual]
    ACCRUAL_PER_PERIOD: _ClassVar[Accrual]
    ACCRUAL_DAILY: _ClassVar[Accrual]

class SettlementInterest(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SETTLEMENT_INTEREST_UNSPECIFIED: _ClassVar[SettlementInterest]
    SETTLEMENT_INTEREST_TO_DATE: _ClassVar[SettlementInterest]
    SETTLEMENT_INTEREST_WHOLE_PERIOD: _ClassVar[SettlementInterest]

class Component(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    COMPONENT_UNSPECIFIED: _ClassVar[Component]
    COMPONENT_FEE: _ClassVar[Component]
    COMPONENT_PENALTY: _ClassVar[Component]
    COMPONENT_COMPOUND: _ClassVar[Component]
    COMPONENT_INTEREST: _ClassVar[Component]
    COMPONENT_PRINCIPAL: _ClassVar[Component]

class DepositAtEnd(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DEPOSIT_AT_END_UNSPECIFIED: _ClassVar[DepositAtEnd]
    DEPOSIT_AT_END_RETURN: _ClassVar[DepositAtEnd]
    DEPOSIT_AT_END_SET_OFF: _ClassVar[DepositAtEnd]
    DEPOSIT_AT_END_LAST_RENTS: _ClassVar[DepositAtEnd]

class Signing(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    SIGNING_UNSPECIFIED: _ClassVar[Signing]
    SIGNING_CLICK: _ClassVar[Signing]
    SIGNING_ELECTRONIC: _ClassVar[Signing]
    SIGNING_LATE: _ClassVar[Signing]

class LeaseKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LEASE_KIND_UNSPECIFIED: _ClassVar[LeaseKind]
    LEASE_KIND_DIRECT: _ClassVar[LeaseKind]
    LEASE_KIND_LEASEBACK: _ClassVar[LeaseKind]
MODE_UNSPECIFIED: Mode
MODE_SMALL_CASH: Mode
MODE_REGULAR_CREDIT: Mode
MODE_SCENARIO: Mode
SCENE_UNSPECIFIED: Scene
SCENE_CASH: Scene
SCENE_CAR_LEASEBACK: Scene
SCENE_CAR_DIRECT_LEASE: Scene
PAYEE_UNSPECIFIED: Payee
PAYEE_BORROWER: Payee
PAYEE_DEALER: Payee
METHOD_UNSPECIFIED: Method
METHOD_EQUAL_INSTALMENT: Method
METHOD_EQUAL_PRINCIPAL: Method
METHOD_INTEREST_FIRST: Method
METHOD_EQUAL_PRINCIPAL_AND_INTEREST: Method
METHOD_BULLET: Method
TENOR_UNSPECIFIED: Tenor
TENOR_ONE_YEAR: Tenor
TENOR_OVER_FIVE_YEARS: Tenor
RESET_UNSPECIFIED: Reset
RESET_JANUARY: Reset
RESET_ANNIVERSARY: Reset
RESET_QUARTERLY: Reset
RESET_MONTHLY: Reset
ACCRUAL_UNSPECIFIED: Accrual
ACCRUAL_PER_PERIOD: Accrual
ACCRUAL_DAILY: Accrual
SETTLEMENT_INTEREST_UNSPECIFIED: SettlementInterest
SETTLEMENT_INTEREST_TO_DATE: SettlementInterest
SETTLEMENT_INTEREST_WHOLE_PERIOD: SettlementInterest
COMPONENT_UNSPECIFIED: Component
COMPONENT_FEE: Component
COMPONENT_PENALTY: Component
COMPONENT_COMPOUND: Component
COMPONENT_INTEREST: Component
COMPONENT_PRINCIPAL: Component
DEPOSIT_AT_END_UNSPECIFIED: DepositAtEnd
DEPOSIT_AT_END_RETURN: DepositAtEnd
DEPOSIT_AT_END_SET_OFF: DepositAtEnd
DEPOSIT_AT_END_LAST_RENTS: DepositAtEnd
SIGNING_UNSPECIFIED: Signing
SIGNING_CLICK: Signing
SIGNING_ELECTRONIC: Signing
SIGNING_LATE: Signing
LEASE_KIND_UNSPECIFIED: LeaseKind
LEASE_KIND_DIRECT: LeaseKind
LEASE_KIND_LEASEBACK: LeaseKind

class Product(_message.Message):
    __slots__ = ("code", "name", "version", "mode", "scene", "payee", "currency", "amount_min", "amount_max", "amount_step", "terms", "method", "rate", "floating", "accrual", "day_count", "due_day", "first_due_after_days", "prepayment", "penalty", "grace_days", "grace_retroactive", "non_accrual_days", "cure_instalments", "non_accrual_order", "fees", "price_caps", "holiday", "past_due_tolerance", "deposit_percent", "deposit_at_end", "down_payment_percent_min", "offer_days", "age_min", "age_max_at_maturity", "instalment_to_income_percent_max", "active_loans_max", "funding", "on_line", "voucher_days", "smart_repayment", "rules", "checks", "signing", "liveness", "payout_review")
    CODE_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    MODE_FIELD_NUMBER: _ClassVar[int]
    SCENE_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MIN_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_STEP_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    RATE_FIELD_NUMBER: _ClassVar[int]
    FLOATING_FIELD_NUMBER: _ClassVar[int]
    ACCRUAL_FIELD_NUMBER: _ClassVar[int]
    DAY_COUNT_FIELD_NUMBER: _ClassVar[int]
    DUE_DAY_FIELD_NUMBER: _ClassVar[int]
    FIRST_DUE_AFTER_DAYS_FIELD_NUMBER: _ClassVar[int]
    PREPAYMENT_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    GRACE_DAYS_FIELD_NUMBER: _ClassVar[int]
    GRACE_RETROACTIVE_FIELD_NUMBER: _ClassVar[int]
    NON_ACCRUAL_DAYS_FIELD_NUMBER: _ClassVar[int]
    CURE_INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    NON_ACCRUAL_ORDER_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    PRICE_CAPS_FIELD_NUMBER: _ClassVar[int]
    HOLIDAY_FIELD_NUMBER: _ClassVar[int]
    PAST_DUE_TOLERANCE_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_PERCENT_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_AT_END_FIELD_NUMBER: _ClassVar[int]
    DOWN_PAYMENT_PERCENT_MIN_FIELD_NUMBER: _ClassVar[int]
    OFFER_DAYS_FIELD_NUMBER: _ClassVar[int]
    AGE_MIN_FIELD_NUMBER: _ClassVar[int]
    AGE_MAX_AT_MATURITY_FIELD_NUMBER: _ClassVar[int]
    INSTALMENT_TO_INCOME_PERCENT_MAX_FIELD_NUMBER: _ClassVar[int]
    ACTIVE_LOANS_MAX_FIELD_NUMBER: _ClassVar[int]
    FUNDING_FIELD_NUMBER: _ClassVar[int]
    ON_LINE_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_DAYS_FIELD_NUMBER: _ClassVar[int]
    SMART_REPAYMENT_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    CHECKS_FIELD_NUMBER: _ClassVar[int]
    SIGNING_FIELD_NUMBER: _ClassVar[int]
    LIVENESS_FIELD_NUMBER: _ClassVar[int]
    PAYOUT_REVIEW_FIELD_NUMBER: _ClassVar[int]
    code: str
    name: str
    version: int
    mode: Mode
    scene: Scene
    payee: Payee
    currency: str
    amount_min: _money_pb2.Money
    amount_max: _money_pb2.Money
    amount_step: _money_pb2.Money
    terms: _containers.RepeatedScalarFieldContainer[int]
    method: Method
    rate: _decimal_pb2.Decimal
    floating: Floating
    accrual: Accrual
    day_count: _kernel_pb2.DayCount
    due_day: int
    first_due_after_days: int
    prepayment: PrepaymentRules
    penalty: Penalty
    grace_days: int
    grace_retroactive: bool
    non_accrual_days: int
    cure_instalments: int
    non_accrual_order: _containers.RepeatedScalarFieldContainer[Component]
    fees: FeeShares
    price_caps: _containers.RepeatedCompositeFieldContainer[PriceCap]
    holiday: _kernel_pb2.DueDateRule
    past_due_tolerance: _money_pb2.Money
    deposit_percent: int
    deposit_at_end: DepositAtEnd
    down_payment_percent_min: int
    offer_days: int
    age_min: int
    age_max_at_maturity: int
    instalment_to_income_percent_max: int
    active_loans_max: int
    funding: _containers.RepeatedScalarFieldContainer[str]
    on_line: bool
    voucher_days: int
    smart_repayment: bool
    rules: str
    checks: _containers.RepeatedScalarFieldContainer[_inquiries_pb2.Question]
    signing: Signing
    liveness: bool
    payout_review: bool
    def __init__(self, code: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., mode: _Optional[_Union[Mode, str]] = ..., scene: _Optional[_Union[Scene, str]] = ..., payee: _Optional[_Union[Payee, str]] = ..., currency: _Optional[str] = ..., amount_min: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_step: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., terms: _Optional[_Iterable[int]] = ..., method: _Optional[_Union[Method, str]] = ..., rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., floating: _Optional[_Union[Floating, _Mapping]] = ..., accrual: _Optional[_Union[Accrual, str]] = ..., day_count: _Optional[_Union[_kernel_pb2.DayCount, str]] = ..., due_day: _Optional[int] = ..., first_due_after_days: _Optional[int] = ..., prepayment: _Optional[_Union[PrepaymentRules, _Mapping]] = ..., penalty: _Optional[_Union[Penalty, _Mapping]] = ..., grace_days: _Optional[int] = ..., grace_retroactive: _Optional[bool] = ..., non_accrual_days: _Optional[int] = ..., cure_instalments: _Optional[int] = ..., non_accrual_order: _Optional[_Iterable[_Union[Component, str]]] = ..., fees: _Optional[_Union[FeeShares, _Mapping]] = ..., price_caps: _Optional[_Iterable[_Union[PriceCap, _Mapping]]] = ..., holiday: _Optional[_Union[_kernel_pb2.DueDateRule, str]] = ..., past_due_tolerance: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., deposit_percent: _Optional[int] = ..., deposit_at_end: _Optional[_Union[DepositAtEnd, str]] = ..., down_payment_percent_min: _Optional[int] = ..., offer_days: _Optional[int] = ..., age_min: _Optional[int] = ..., age_max_at_maturity: _Optional[int] = ..., instalment_to_income_percent_max: _Optional[int] = ..., active_loans_max: _Optional[int] = ..., funding: _Optional[_Iterable[str]] = ..., on_line: _Optional[bool] = ..., voucher_days: _Optional[int] = ..., smart_repayment: _Optional[bool] = ..., rules: _Optional[str] = ..., checks: _Optional[_Iterable[_Union[_inquiries_pb2.Question, str]]] = ..., signing: _Optional[_Union[Signing, str]] = ..., liveness: _Optional[bool] = ..., payout_review: _Optional[bool] = ...) -> None: ...

class Floating(_message.Message):
    __slots__ = ("tenor", "spread_bp", "reset")
    TENOR_FIELD_NUMBER: _ClassVar[int]
    SPREAD_BP_FIELD_NUMBER: _ClassVar[int]
    RESET_FIELD_NUMBER: _ClassVar[int]
    tenor: Tenor
    spread_bp: int
    reset: Reset
    def __init__(self, tenor: _Optional[_Union[Tenor, str]] = ..., spread_bp: _Optional[int] = ..., reset: _Optional[_Union[Reset, str]] = ...) -> None: ...

class PrepaymentRules(_message.Message):
    __slots__ = ("amount_min", "times_a_year_max", "lock_in_months", "fees", "interest", "least_days")
    AMOUNT_MIN_FIELD_NUMBER: _ClassVar[int]
    TIMES_A_YEAR_MAX_FIELD_NUMBER: _ClassVar[int]
    LOCK_IN_MONTHS_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    LEAST_DAYS_FIELD_NUMBER: _ClassVar[int]
    amount_min: _money_pb2.Money
    times_a_year_max: int
    lock_in_months: int
    fees: _containers.RepeatedCompositeFieldContainer[PrepaymentFee]
    interest: SettlementInterest
    least_days: int
    def __init__(self, amount_min: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., times_a_year_max: _Optional[int] = ..., lock_in_months: _Optional[int] = ..., fees: _Optional[_Iterable[_Union[PrepaymentFee, _Mapping]]] = ..., interest: _Optional[_Union[SettlementInterest, str]] = ..., least_days: _Optional[int] = ...) -> None: ...

class PrepaymentFee(_message.Message):
    __slots__ = ("from_month", "rate")
    FROM_MONTH_FIELD_NUMBER: _ClassVar[int]
    RATE_FIELD_NUMBER: _ClassVar[int]
    from_month: int
    rate: _decimal_pb2.Decimal
    def __init__(self, from_month: _Optional[int] = ..., rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class Penalty(_message.Message):
    __slots__ = ("multiple", "compound", "misuse_multiple")
    MULTIPLE_FIELD_NUMBER: _ClassVar[int]
    COMPOUND_FIELD_NUMBER: _ClassVar[int]
    MISUSE_MULTIPLE_FIELD_NUMBER: _ClassVar[int]
    multiple: _decimal_pb2.Decimal
    compound: bool
    misuse_multiple: _decimal_pb2.Decimal
    def __init__(self, multiple: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., compound: _Optional[bool] = ..., misuse_multiple: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class FeeShares(_message.Message):
    __slots__ = ("at_start", "each_instalment")
    AT_START_FIELD_NUMBER: _ClassVar[int]
    EACH_INSTALMENT_FIELD_NUMBER: _ClassVar[int]
    at_start: _decimal_pb2.Decimal
    each_instalment: _decimal_pb2.Decimal
    def __init__(self, at_start: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., each_instalment: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class PriceCap(_message.Message):
    __slots__ = ("since", "rate")
    SINCE_FIELD_NUMBER: _ClassVar[int]
    RATE_FIELD_NUMBER: _ClassVar[int]
    since: _date_pb2.Date
    rate: _decimal_pb2.Decimal
    def __init__(self, since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class ReferenceRates(_message.Message):
    __slots__ = ("publications",)
    PUBLICATIONS_FIELD_NUMBER: _ClassVar[int]
    publications: _containers.RepeatedCompositeFieldContainer[Publication]
    def __init__(self, publications: _Optional[_Iterable[_Union[Publication, _Mapping]]] = ...) -> None: ...

class Publication(_message.Message):
    __slots__ = ("on", "one_year", "over_five_years")
    ON_FIELD_NUMBER: _ClassVar[int]
    ONE_YEAR_FIELD_NUMBER: _ClassVar[int]
    OVER_FIVE_YEARS_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    one_year: _decimal_pb2.Decimal
    over_five_years: _decimal_pb2.Decimal
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., one_year: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., over_five_years: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class ProductView(_message.Message):
    __slots__ = ("product", "name", "version", "amount_min", "amount_max", "amount_step", "terms", "method", "price")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MIN_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_MAX_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_STEP_FIELD_NUMBER: _ClassVar[int]
    TERMS_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    product: str
    name: str
    version: int
    amount_min: _money_pb2.Money
    amount_max: _money_pb2.Money
    amount_step: _money_pb2.Money
    terms: _containers.RepeatedScalarFieldContainer[int]
    method: str
    price: str
    def __init__(self, product: _Optional[str] = ..., name: _Optional[str] = ..., version: _Optional[int] = ..., amount_min: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_max: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., amount_step: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., terms: _Optional[_Iterable[int]] = ..., method: _Optional[str] = ..., price: _Optional[str] = ...) -> None: ...

class ProductList(_message.Message):
    __slots__ = ("products",)
    PRODUCTS_FIELD_NUMBER: _ClassVar[int]
    products: _containers.RepeatedCompositeFieldContainer[ProductView]
    def __init__(self, products: _Optional[_Iterable[_Union[ProductView, _Mapping]]] = ...) -> None: ...

class FloatingView(_message.Message):
    __slots__ = ("tenor", "spread_bp", "reset")
    TENOR_FIELD_NUMBER: _ClassVar[int]
    SPREAD_BP_FIELD_NUMBER: _ClassVar[int]
    RESET_FIELD_NUMBER: _ClassVar[int]
    tenor: str
    spread_bp: int
    reset: str
    def __init__(self, tenor: _Optional[str] = ..., spread_bp: _Optional[int] = ..., reset: _Optional[str] = ...) -> None: ...

class Lease(_message.Message):
    __slots__ = ("kind", "deposit", "deposit_at_end", "vehicle_price", "down_payment")
    KIND_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_AT_END_FIELD_NUMBER: _ClassVar[int]
    VEHICLE_PRICE_FIELD_NUMBER: _ClassVar[int]
    DOWN_PAYMENT_FIELD_NUMBER: _ClassVar[int]
    kind: LeaseKind
    deposit: _money_pb2.Money
    deposit_at_end: DepositAtEnd
    vehicle_price: _money_pb2.Money
    down_payment: _money_pb2.Money
    def __init__(self, kind: _Optional[_Union[LeaseKind, str]] = ..., deposit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., deposit_at_end: _Optional[_Union[DepositAtEnd, str]] = ..., vehicle_price: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., down_payment: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
