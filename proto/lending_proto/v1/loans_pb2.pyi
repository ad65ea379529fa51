from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import customers_pb2 as _customers_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PrepaymentEffect(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PREPAYMENT_EFFECT_UNSPECIFIED: _ClassVar[PrepaymentEffect]
    PREPAYMENT_EFFECT_SHORTEN_TERM: _ClassVar[PrepaymentEffect]
    PREPAYMENT_EFFECT_REDUCE_INSTALMENT: _ClassVar[PrepaymentEffect]
    PREPAYMENT_EFFECT_KEEP_INSTALMENT: _ClassVar[PrepaymentEffect]

class ClearanceMeans(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLEARANCE_MEANS_UNSPECIFIED: _ClassVar[ClearanceMeans]
    CLEARANCE_MEANS_CASH: _ClassVar[ClearanceMeans]
    CLEARANCE_MEANS_COLLATERAL: _ClassVar[ClearanceMeans]
    CLEARANCE_MEANS_COURT: _ClassVar[ClearanceMeans]
    CLEARANCE_MEANS_THIRD_PARTY: _ClassVar[ClearanceMeans]

class PastKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PAST_KIND_UNSPECIFIED: _ClassVar[PastKind]
    PAST_KIND_REPAYMENT: _ClassVar[PastKind]
    PAST_KIND_PREPAYMENT: _ClassVar[PastKind]
    PAST_KIND_CHARGE: _ClassVar[PastKind]
    PAST_KIND_WAIVER: _ClassVar[PastKind]
    PAST_KIND_RATE: _ClassVar[PastKind]
    PAST_KIND_IMPAIRMENT: _ClassVar[PastKind]
    PAST_KIND_WRITE_OFF: _ClassVar[PastKind]
    PAST_KIND_RECOVERY: _ClassVar[PastKind]

class LoanStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    LOAN_STATUS_UNSPECIFIED: _ClassVar[LoanStatus]
    LOAN_STATUS_PENDING: _ClassVar[LoanStatus]
    LOAN_STATUS_NORMAL: _ClassVar[LoanStatus]
    LOAN_STATUS_OVERDUE: _ClassVar[LoanStatus]
    LOAN_STATUS_NON_ACCRUAL: _ClassVar[LoanStatus]
    LOAN_STATUS_SETTLED: _ClassVar[LoanStatus]
    LOAN_STATUS_WRITTEN_OFF: _ClassVar[LoanStatus]
    LOAN_STATUS_RECOVERED: _ClassVar[LoanStatus]
PREPAYMENT_EFFECT_UNSPECIFIED: PrepaymentEffect
PREPAYMENT_EFFECT_SHORTEN_TERM: PrepaymentEffect
PREPAYMENT_EFFECT_REDUCE_INSTALMENT: PrepaymentEffect
PREPAYMENT_EFFECT_KEEP_INSTALMENT: PrepaymentEffect
CLEARANCE_MEANS_UNSPECIFIED: ClearanceMeans
CLEARANCE_MEANS_CASH: ClearanceMeans
CLEARANCE_MEANS_COLLATERAL: ClearanceMeans
CLEARANCE_MEANS_COURT: ClearanceMeans
CLEARANCE_MEANS_THIRD_PARTY: ClearanceMeans
PAST_KIND_UNSPECIFIED: PastKind
PAST_KIND_REPAYMENT: PastKind
PAST_KIND_PREPAYMENT: PastKind
PAST_KIND_CHARGE: PastKind
PAST_KIND_WAIVER: PastKind
PAST_KIND_RATE: PastKind
PAST_KIND_IMPAIRMENT: PastKind
PAST_KIND_WRITE_OFF: PastKind
PAST_KIND_RECOVERY: PastKind
LOAN_STATUS_UNSPECIFIED: LoanStatus
LOAN_STATUS_PENDING: LoanStatus
LOAN_STATUS_NORMAL: LoanStatus
LOAN_STATUS_OVERDUE: LoanStatus
LOAN_STATUS_NON_ACCRUAL: LoanStatus
LOAN_STATUS_SETTLED: LoanStatus
LOAN_STATUS_WRITTEN_OFF: LoanStatus
LOAN_STATUS_RECOVERED: LoanStatus

class PublicationsFollowed(_message.Message):
    __slots__ = ("loans", "repriced", "informed")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    REPRICED_FIELD_NUMBER: _ClassVar[int]
    INFORMED_FIELD_NUMBER: _ClassVar[int]
    loans: int
    repriced: int
    informed: int
    def __init__(self, loans: _Optional[int] = ..., repriced: _Optional[int] = ..., informed: _Optional[int] = ...) -> None: ...

class DuesGenerated(_message.Message):
    __slots__ = ("loans",)
    LOANS_FIELD_NUMBER: _ClassVar[int]
    loans: int
    def __init__(self, loans: _Optional[int] = ...) -> None: ...

class Repaid(_message.Message):
    __slots__ = ("loan_id", "amount", "principal_left", "status")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_LEFT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    amount: _money_pb2.Money
    principal_left: _money_pb2.Money
    status: str
    def __init__(self, loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., principal_left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., status: _Optional[str] = ...) -> None: ...

class LoanChanged(_message.Message):
    __slots__ = ("loan_id", "status", "due_now", "principal_left")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DUE_NOW_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_LEFT_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    status: str
    due_now: _money_pb2.Money
    principal_left: _money_pb2.Money
    def __init__(self, loan_id: _Optional[str] = ..., status: _Optional[str] = ..., due_now: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., principal_left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class Share(_message.Message):
    __slots__ = ("percent",)
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    percent: int
    def __init__(self, percent: _Optional[int] = ...) -> None: ...

class PairedPayment(_message.Message):
    __slots__ = ("amount", "by")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    BY_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    by: _date_pb2.Date
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., by: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class Impaired(_message.Message):
    __slots__ = ("loan_id", "non_accrual_since")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    NON_ACCRUAL_SINCE_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    non_accrual_since: _date_pb2.Date
    def __init__(self, loan_id: _Optional[str] = ..., non_accrual_since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DepositMoved(_message.Message):
    __slots__ = ("loan_id", "amount", "held", "status")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    HELD_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    amount: _money_pb2.Money
    held: _money_pb2.Money
    status: str
    def __init__(self, loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., held: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., status: _Optional[str] = ...) -> None: ...

class PortfolioRow(_message.Message):
    __slots__ = ("line", "reference", "person", "product", "vin", "opened_on", "principal", "instalments", "annual_rate", "first_due", "due_day", "balances", "history", "principal_left")
    LINE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    VIN_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    FIRST_DUE_FIELD_NUMBER: _ClassVar[int]
    DUE_DAY_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    HISTORY_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_LEFT_FIELD_NUMBER: _ClassVar[int]
    line: int
    reference: str
    person: _customers_pb2.Person
    product: str
    vin: str
    opened_on: _date_pb2.Date
    principal: _money_pb2.Money
    instalments: int
    annual_rate: _decimal_pb2.Decimal
    first_due: _date_pb2.Date
    due_day: int
    balances: OpeningBalances
    history: _containers.RepeatedCompositeFieldContainer[PastAct]
    principal_left: _money_pb2.Money
    def __init__(self, line: _Optional[int] = ..., reference: _Optional[str] = ..., person: _Optional[_Union[_customers_pb2.Person, _Mapping]] = ..., product: _Optional[str] = ..., vin: _Optional[str] = ..., opened_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., first_due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., due_day: _Optional[int] = ..., balances: _Optional[_Union[OpeningBalances, _Mapping]] = ..., history: _Optional[_Iterable[_Union[PastAct, _Mapping]]] = ..., principal_left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class OpeningBalances(_message.Message):
    __slots__ = ("principal", "instalments", "next_due", "accrued", "accrued_since", "instalment", "next_interest", "unpaid", "fees", "credit", "impaired", "written_off")
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    NEXT_DUE_FIELD_NUMBER: _ClassVar[int]
    ACCRUED_FIELD_NUMBER: _ClassVar[int]
    ACCRUED_SINCE_FIELD_NUMBER: _ClassVar[int]
    INSTALMENT_FIELD_NUMBER: _ClassVar[int]
    NEXT_INTEREST_FIELD_NUMBER: _ClassVar[int]
    UNPAID_FIELD_NUMBER: _ClassVar[int]
    FEES_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    IMPAIRED_FIELD_NUMBER: _ClassVar[int]
    WRITTEN_OFF_FIELD_NUMBER: _ClassVar[int]
    principal: _money_pb2.Money
    instalments: int
    next_due: _date_pb2.Date
    accrued: _money_pb2.Money
    accrued_since: _date_pb2.Date
    instalment: _money_pb2.Money
    next_interest: _money_pb2.Money
    unpaid: _containers.RepeatedCompositeFieldContainer[OpenInstalment]
    fees: _money_pb2.Money
    credit: _money_pb2.Money
    impaired: str
    written_off: bool
    def __init__(self, principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., next_due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., accrued: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., accrued_since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., instalment: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., next_interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., unpaid: _Optional[_Iterable[_Union[OpenInstalment, _Mapping]]] = ..., fees: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., credit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., impaired: _Optional[str] = ..., written_off: _Optional[bool] = ...) -> None: ...

class OpenInstalment(_message.Message):
    __slots__ = ("due", "principal", "interest", "penalty", "compound")
    DUE_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    COMPOUND_FIELD_NUMBER: _ClassVar[int]
    due: _date_pb2.Date
    principal: _money_pb2.Money
    interest: _money_pb2.Money
    penalty: _money_pb2.Money
    compound: _money_pb2.Money
    def __init__(self, due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., penalty: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., compound: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PastAct(_message.Message):
    __slots__ = ("on", "kind", "amount", "component", "rate")
    ON_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    RATE_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    kind: PastKind
    amount: _money_pb2.Money
    component: _products_pb2.Component
    rate: _decimal_pb2.Decimal
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., kind: _Optional[_Union[PastKind, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., component: _Optional[_Union[_products_pb2.Component, str]] = ..., rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class PortfolioTaken(_message.Message):
    __slots__ = ("loans", "customers", "faults")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    CUSTOMERS_FIELD_NUMBER: _ClassVar[int]
    FAULTS_FIELD_NUMBER: _ClassVar[int]
    loans: int
    customers: int
    faults: _containers.RepeatedCompositeFieldContainer[RowFault]
    def __init__(self, loans: _Optional[int] = ..., customers: _Optional[int] = ..., faults: _Optional[_Iterable[_Union[RowFault, _Mapping]]] = ...) -> None: ...

class RowFault(_message.Message):
    __slots__ = ("line", "field", "value", "expected")
    LINE_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    VALUE_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    line: int
    field: str
    value: str
    expected: str
    def __init__(self, line: _Optional[int] = ..., field: _Optional[str] = ..., value: _Optional[str] = ..., expected: _Optional[str] = ...) -> None: ...

class QuoteView(_message.Message):
    __slots__ = ("product", "principal", "start", "annual_rate", "floating", "next_reset", "apr", "instalment", "total_interest", "fee_at_start", "total_fees", "total_cost", "total_to_pay", "cap", "instalments", "lease")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    FLOATING_FIELD_NUMBER: _ClassVar[int]
    NEXT_RESET_FIELD_NUMBER: _ClassVar[int]
    APR_FIELD_NUMBER: _ClassVar[int]
    INSTALMENT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_INTEREST_FIELD_NUMBER: _ClassVar[int]
    FEE_AT_START_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FEES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_COST_FIELD_NUMBER: _ClassVar[int]
    TOTAL_TO_PAY_FIELD_NUMBER: _ClassVar[int]
    CAP_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    LEASE_FIELD_NUMBER: _ClassVar[int]
    product: str
    principal: _money_pb2.Money
    start: _date_pb2.Date
    annual_rate: _decimal_pb2.Decimal
    floating: _products_pb2.FloatingView
    next_reset: _date_pb2.Date
    apr: _decimal_pb2.Decimal
    instalment: _money_pb2.Money
    total_interest: _money_pb2.Money
    fee_at_start: _money_pb2.Money
    total_fees: _money_pb2.Money
    total_cost: _money_pb2.Money
    total_to_pay: _money_pb2.Money
    cap: _decimal_pb2.Decimal
    instalments: _containers.RepeatedCompositeFieldContainer[InstalmentView]
    lease: _products_pb2.Lease
    def __init__(self, product: _Optional[str] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., start: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., floating: _Optional[_Union[_products_pb2.FloatingView, _Mapping]] = ..., next_reset: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., apr: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., instalment: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., fee_at_start: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_fees: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_to_pay: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., cap: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., instalments: _Optional[_Iterable[_Union[InstalmentView, _Mapping]]] = ..., lease: _Optional[_Union[_products_pb2.Lease, _Mapping]] = ...) -> None: ...

class InstalmentView(_message.Message):
    __slots__ = ("no", "due", "pay_by", "principal", "interest", "fee", "total", "paid", "outstanding", "status")
    NO_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    PAY_BY_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    PAID_FIELD_NUMBER: _ClassVar[int]
    OUTSTANDING_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    no: int
    due: _date_pb2.Date
    pay_by: _date_pb2.Date
    principal: _money_pb2.Money
    interest: _money_pb2.Money
    fee: _money_pb2.Money
    total: _money_pb2.Money
    paid: _money_pb2.Money
    outstanding: _money_pb2.Money
    status: str
    def __init__(self, no: _Optional[int] = ..., due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., pay_by: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., fee: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., paid: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., outstanding: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., status: _Optional[str] = ...) -> None: ...

class LoanView(_message.Message):
    __slots__ = ("loan_id", "contract_id", "customer_id", "product", "status", "as_of", "principal", "principal_left", "credit_balance", "deposit_held", "annual_rate", "floating", "next_reset", "opened_on", "non_accrual_since", "due_now", "held_by", "instalments", "lease", "flags")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    AS_OF_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_LEFT_FIELD_NUMBER: _ClassVar[int]
    CREDIT_BALANCE_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_HELD_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    FLOATING_FIELD_NUMBER: _ClassVar[int]
    NEXT_RESET_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    NON_ACCRUAL_SINCE_FIELD_NUMBER: _ClassVar[int]
    DUE_NOW_FIELD_NUMBER: _ClassVar[int]
    HELD_BY_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    LEASE_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    contract_id: str
    customer_id: str
    product: str
    status: str
    as_of: _date_pb2.Date
    principal: _money_pb2.Money
    principal_left: _money_pb2.Money
    credit_balance: _money_pb2.Money
    deposit_held: _money_pb2.Money
    annual_rate: _decimal_pb2.Decimal
    floating: _products_pb2.FloatingView
    next_reset: _date_pb2.Date
    opened_on: _date_pb2.Date
    non_accrual_since: _date_pb2.Date
    due_now: _money_pb2.Money
    held_by: str
    instalments: _containers.RepeatedCompositeFieldContainer[InstalmentView]
    lease: _products_pb2.Lease
    flags: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, loan_id: _Optional[str] = ..., contract_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., product: _Optional[str] = ..., status: _Optional[str] = ..., as_of: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., principal_left: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., credit_balance: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., deposit_held: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., floating: _Optional[_Union[_products_pb2.FloatingView, _Mapping]] = ..., next_reset: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., opened_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., non_accrual_since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., due_now: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., held_by: _Optional[str] = ..., instalments: _Optional[_Iterable[_Union[InstalmentView, _Mapping]]] = ..., lease: _Optional[_Union[_products_pb2.Lease, _Mapping]] = ..., flags: _Optional[_Iterable[str]] = ...) -> None: ...

class SettlementView(_message.Message):
    __slots__ = ("loan_id", "on", "principal", "interest", "penalty", "fee", "credit", "deposit", "total")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    PENALTY_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    CREDIT_FIELD_NUMBER: _ClassVar[int]
    DEPOSIT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    on: _date_pb2.Date
    principal: _money_pb2.Money
    interest: _money_pb2.Money
    penalty: _money_pb2.Money
    fee: _money_pb2.Money
    credit: _money_pb2.Money
    deposit: _money_pb2.Money
    total: _money_pb2.Money
    def __init__(self, loan_id: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., penalty: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., fee: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., credit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., deposit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class LoanPage(_message.Message):
    __slots__ = ("loans", "next_after")
    LOANS_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    loans: _containers.RepeatedCompositeFieldContainer[LoanSummary]
    next_after: str
    def __init__(self, loans: _Optional[_Iterable[_Union[LoanSummary, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...

class LoanSummary(_message.Message):
    __slots__ = ("loan_id", "product", "status", "principal", "opened_on")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    OPENED_ON_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    product: str
    status: str
    principal: _money_pb2.Money
    opened_on: _date_pb2.Date
    def __init__(self, loan_id: _Optional[str] = ..., product: _Optional[str] = ..., status: _Optional[str] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., opened_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PlanVersions(_message.Message):
    __slots__ = ("versions",)
    VERSIONS_FIELD_NUMBER: _ClassVar[int]
    versions: _containers.RepeatedCompositeFieldContainer[PlanVersionSummary]
    def __init__(self, versions: _Optional[_Iterable[_Union[PlanVersionSummary, _Mapping]]] = ...) -> None: ...

class PlanVersionSummary(_message.Message):
    __slots__ = ("version", "since", "cause", "key", "instalments", "maturity", "total_interest")
    VERSION_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    CAUSE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    MATURITY_FIELD_NUMBER: _ClassVar[int]
    TOTAL_INTEREST_FIELD_NUMBER: _ClassVar[int]
    version: int
    since: _date_pb2.Date
    cause: str
    key: str
    instalments: int
    maturity: _date_pb2.Date
    total_interest: _money_pb2.Money
    def __init__(self, version: _Optional[int] = ..., since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., cause: _Optional[str] = ..., key: _Optional[str] = ..., instalments: _Optional[int] = ..., maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., total_interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class PlanVersionView(_message.Message):
    __slots__ = ("loan_id", "summary", "rows")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    SUMMARY_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    summary: PlanVersionSummary
    rows: _containers.RepeatedCompositeFieldContainer[PlanRow]
    def __init__(self, loan_id: _Optional[str] = ..., summary: _Optional[_Union[PlanVersionSummary, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[PlanRow, _Mapping]]] = ...) -> None: ...

class PlanRow(_message.Message):
    __slots__ = ("no", "due", "principal", "interest", "fee", "total")
    NO_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INTEREST_FIELD_NUMBER: _ClassVar[int]
    FEE_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    no: int
    due: _date_pb2.Date
    principal: _money_pb2.Money
    interest: _money_pb2.Money
    fee: _money_pb2.Money
    total: _money_pb2.Money
    def __init__(self, no: _Optional[int] = ..., due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., fee: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
