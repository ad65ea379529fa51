from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import loans_pb2 as _loans_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

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
