from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import loans_pb2 as _loans_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class FollowPublicationsRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class FollowPublicationsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.PublicationsFollowed
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.PublicationsFollowed, _Mapping]] = ...) -> None: ...

class GenerateDuesRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class GenerateDuesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.DuesGenerated
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.DuesGenerated, _Mapping]] = ...) -> None: ...

class RepayLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class RepayLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.Repaid
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.Repaid, _Mapping]] = ...) -> None: ...

class SettleLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class SettleLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.Repaid
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.Repaid, _Mapping]] = ...) -> None: ...

class PrepayLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "reference", "effect")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    EFFECT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    reference: str
    effect: _loans_pb2.PrepaymentEffect
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ..., effect: _Optional[_Union[_loans_pb2.PrepaymentEffect, str]] = ...) -> None: ...

class PrepayLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.Repaid
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.Repaid, _Mapping]] = ...) -> None: ...

class ChargeLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "component", "amount", "due", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    DUE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    component: _products_pb2.Component
    amount: _money_pb2.Money
    due: _date_pb2.Date
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., component: _Optional[_Union[_products_pb2.Component, str]] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., due: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class ChargeLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ChangeLoanRateRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "annual_rate", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    annual_rate: _decimal_pb2.Decimal
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class ChangeLoanRateResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ExtendLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "new_maturity", "reference", "annual_rate")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    NEW_MATURITY_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    new_maturity: _date_pb2.Date
    reference: str
    annual_rate: _decimal_pb2.Decimal
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., new_maturity: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., reference: _Optional[str] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class ExtendLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ChangeDueDayRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "due_day", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    DUE_DAY_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    due_day: int
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., due_day: _Optional[int] = ..., reference: _Optional[str] = ...) -> None: ...

class ChangeDueDayResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ChangeLoanTermRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "instalments", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    instalments: int
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., instalments: _Optional[int] = ..., reference: _Optional[str] = ...) -> None: ...

class ChangeLoanTermResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class WaiveLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "money", "share", "reference", "components", "for_payment")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    MONEY_FIELD_NUMBER: _ClassVar[int]
    SHARE_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    COMPONENTS_FIELD_NUMBER: _ClassVar[int]
    FOR_PAYMENT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    money: _money_pb2.Money
    share: _loans_pb2.Share
    reference: str
    components: _containers.RepeatedScalarFieldContainer[_products_pb2.Component]
    for_payment: _loans_pb2.PairedPayment
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., money: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., share: _Optional[_Union[_loans_pb2.Share, _Mapping]] = ..., reference: _Optional[str] = ..., components: _Optional[_Iterable[_Union[_products_pb2.Component, str]]] = ..., for_payment: _Optional[_Union[_loans_pb2.PairedPayment, _Mapping]] = ...) -> None: ...

class WaiveLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class RecallLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class RecallLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ReversePaymentRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "payment", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    payment: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., payment: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class ReversePaymentResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class RefundPaymentRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "payment", "amount", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    PAYMENT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    payment: str
    amount: _money_pb2.Money
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., payment: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class RefundPaymentResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class AdjustLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "instalment", "component", "change", "reason", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    INSTALMENT_FIELD_NUMBER: _ClassVar[int]
    COMPONENT_FIELD_NUMBER: _ClassVar[int]
    CHANGE_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    instalment: int
    component: _products_pb2.Component
    change: _money_pb2.Money
    reason: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., instalment: _Optional[int] = ..., component: _Optional[_Union[_products_pb2.Component, str]] = ..., change: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reason: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class AdjustLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class WriteOffLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class WriteOffLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class RecoverLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class RecoverLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.Repaid
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.Repaid, _Mapping]] = ...) -> None: ...

class ClearLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "means", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MEANS_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    means: _loans_pb2.ClearanceMeans
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., means: _Optional[_Union[_loans_pb2.ClearanceMeans, str]] = ..., reference: _Optional[str] = ...) -> None: ...

class ClearLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.LoanChanged
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.LoanChanged, _Mapping]] = ...) -> None: ...

class ImpairLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "reason", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    reason: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., reason: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class ImpairLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.Impaired
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.Impaired, _Mapping]] = ...) -> None: ...

class ReceiveDepositRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "amount", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    amount: _money_pb2.Money
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ...) -> None: ...

class ReceiveDepositResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.DepositMoved
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.DepositMoved, _Mapping]] = ...) -> None: ...

class SetOffDepositRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "reference", "amount")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    reference: str
    amount: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., reference: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SetOffDepositResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.DepositMoved
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.DepositMoved, _Mapping]] = ...) -> None: ...

class ReturnDepositRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "reference")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    reference: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., reference: _Optional[str] = ...) -> None: ...

class ReturnDepositResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.DepositMoved
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.DepositMoved, _Mapping]] = ...) -> None: ...

class TakeOnLoansRequest(_message.Message):
    __slots__ = ("request_id", "cut_over", "rows")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CUT_OVER_FIELD_NUMBER: _ClassVar[int]
    ROWS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    cut_over: _date_pb2.Date
    rows: _containers.RepeatedCompositeFieldContainer[_loans_pb2.PortfolioRow]
    def __init__(self, request_id: _Optional[str] = ..., cut_over: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., rows: _Optional[_Iterable[_Union[_loans_pb2.PortfolioRow, _Mapping]]] = ...) -> None: ...

class TakeOnLoansResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _loans_pb2.PortfolioTaken
    def __init__(self, receipt: _Optional[_Union[_loans_pb2.PortfolioTaken, _Mapping]] = ...) -> None: ...

class QuoteLoanRequest(_message.Message):
    __slots__ = ("product", "amount", "instalments", "start")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    product: str
    amount: _money_pb2.Money
    instalments: int
    start: _date_pb2.Date
    def __init__(self, product: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., start: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class QuoteLoanResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.QuoteView
    def __init__(self, answer: _Optional[_Union[_loans_pb2.QuoteView, _Mapping]] = ...) -> None: ...

class GetLoanRequest(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class GetLoanResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.LoanView
    def __init__(self, answer: _Optional[_Union[_loans_pb2.LoanView, _Mapping]] = ...) -> None: ...

class GetSettlementQuoteRequest(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class GetSettlementQuoteResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.SettlementView
    def __init__(self, answer: _Optional[_Union[_loans_pb2.SettlementView, _Mapping]] = ...) -> None: ...

class ListLoansRequest(_message.Message):
    __slots__ = ("customer_id", "page_size", "after")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    page_size: int
    after: str
    def __init__(self, customer_id: _Optional[str] = ..., page_size: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class ListLoansResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.LoanPage
    def __init__(self, answer: _Optional[_Union[_loans_pb2.LoanPage, _Mapping]] = ...) -> None: ...

class ListPlanVersionsRequest(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class ListPlanVersionsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.PlanVersions
    def __init__(self, answer: _Optional[_Union[_loans_pb2.PlanVersions, _Mapping]] = ...) -> None: ...

class GetPlanVersionRequest(_message.Message):
    __slots__ = ("loan_id", "version")
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    version: int
    def __init__(self, loan_id: _Optional[str] = ..., version: _Optional[int] = ...) -> None: ...

class GetPlanVersionResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _loans_pb2.PlanVersionView
    def __init__(self, answer: _Optional[_Union[_loans_pb2.PlanVersionView, _Mapping]] = ...) -> None: ...
