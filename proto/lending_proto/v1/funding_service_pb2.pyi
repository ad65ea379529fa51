from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import funding_pb2 as _funding_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishFundingSchemeRequest(_message.Message):
    __slots__ = ("request_id", "scheme")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scheme: _funding_pb2.FundingScheme
    def __init__(self, request_id: _Optional[str] = ..., scheme: _Optional[_Union[_funding_pb2.FundingScheme, _Mapping]] = ...) -> None: ...

class PublishFundingSchemeResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class PublishFunderRequest(_message.Message):
    __slots__ = ("request_id", "funder")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: _funding_pb2.Funder
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[_Union[_funding_pb2.Funder, _Mapping]] = ...) -> None: ...

class PublishFunderResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class PublishFundingRulesRequest(_message.Message):
    __slots__ = ("request_id", "rules")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    rules: _funding_pb2.FundingRules
    def __init__(self, request_id: _Optional[str] = ..., rules: _Optional[_Union[_funding_pb2.FundingRules, _Mapping]] = ...) -> None: ...

class PublishFundingRulesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class RecordFunderMoneyRequest(_message.Message):
    __slots__ = ("request_id", "funder", "amount", "reference", "purpose")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    amount: _money_pb2.Money
    reference: str
    purpose: _funding_pb2.Purpose
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ..., purpose: _Optional[_Union[_funding_pb2.Purpose, str]] = ...) -> None: ...

class RecordFunderMoneyResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderMoneyRecorded
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderMoneyRecorded, _Mapping]] = ...) -> None: ...

class RecordFunderCollectionRequest(_message.Message):
    __slots__ = ("request_id", "funder", "reference", "loan_id", "amount")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    reference: str
    loan_id: str
    amount: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., reference: _Optional[str] = ..., loan_id: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class RecordFunderCollectionResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderCollectionRecorded
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderCollectionRecorded, _Mapping]] = ...) -> None: ...

class CoverFunderRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "funder")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    funder: str
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., funder: _Optional[str] = ...) -> None: ...

class CoverFunderResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderIsCovered
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderIsCovered, _Mapping]] = ...) -> None: ...

class CoverFundersRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class CoverFundersResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundersCovered
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundersCovered, _Mapping]] = ...) -> None: ...

class SeekFundingRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class SeekFundingResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundingChanged
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundingChanged, _Mapping]] = ...) -> None: ...

class RecordFunderAnswerRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "number", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    number: int
    answer: _funding_pb2.FunderAnswer
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., number: _Optional[int] = ..., answer: _Optional[_Union[_funding_pb2.FunderAnswer, _Mapping]] = ...) -> None: ...

class RecordFunderAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundingChanged
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundingChanged, _Mapping]] = ...) -> None: ...

class SettleFundersRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class SettleFundersResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundersSettled
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundersSettled, _Mapping]] = ...) -> None: ...

class CalculateFunderSettlementRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "currency")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    currency: str
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ...) -> None: ...

class CalculateFunderSettlementResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class CheckFunderSettlementRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "currency")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    currency: str
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ...) -> None: ...

class CheckFunderSettlementResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class SendFunderSettlementRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "currency", "lines", "total", "digest")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    currency: str
    lines: int
    total: int
    digest: str
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ..., lines: _Optional[int] = ..., total: _Optional[int] = ..., digest: _Optional[str] = ...) -> None: ...

class SendFunderSettlementResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class RecordFunderSettlementAnswerRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "currency", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    currency: str
    answer: _funding_pb2.SettlementAnswer
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ..., answer: _Optional[_Union[_funding_pb2.SettlementAnswer, _Mapping]] = ...) -> None: ...

class RecordFunderSettlementAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class PayFunderSettlementRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "currency")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    currency: str
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ...) -> None: ...

class PayFunderSettlementResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class MatchFunderSettlementRequest(_message.Message):
    __slots__ = ("request_id", "funder", "day", "serial", "amount")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SERIAL_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    day: _date_pb2.Date
    serial: str
    amount: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., serial: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class MatchFunderSettlementResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderSettlementMoved
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderSettlementMoved, _Mapping]] = ...) -> None: ...

class GetFundingRequest(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GetFundingResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FundingView
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FundingView, _Mapping]] = ...) -> None: ...

class GetFunderUsageRequest(_message.Message):
    __slots__ = ("funder",)
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    funder: str
    def __init__(self, funder: _Optional[str] = ...) -> None: ...

class GetFunderUsageResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FunderUsage
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FunderUsage, _Mapping]] = ...) -> None: ...

class GetLoanFundingRequest(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class GetLoanFundingResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.LoanFundingView
    def __init__(self, answer: _Optional[_Union[_funding_pb2.LoanFundingView, _Mapping]] = ...) -> None: ...

class GetFunderSettlementRequest(_message.Message):
    __slots__ = ("funder", "day", "currency")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    funder: str
    day: _date_pb2.Date
    currency: str
    def __init__(self, funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ...) -> None: ...

class GetFunderSettlementResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FunderSettlementView
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FunderSettlementView, _Mapping]] = ...) -> None: ...

class ListFunderSettlementsRequest(_message.Message):
    __slots__ = ("funder", "after", "page_size")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    funder: str
    after: str
    page_size: int
    def __init__(self, funder: _Optional[str] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListFunderSettlementsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FunderSettlementPage
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FunderSettlementPage, _Mapping]] = ...) -> None: ...

class ListFunderSettlementLinesRequest(_message.Message):
    __slots__ = ("funder", "day", "currency", "after", "page_size")
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    funder: str
    day: _date_pb2.Date
    currency: str
    after: int
    page_size: int
    def __init__(self, funder: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., currency: _Optional[str] = ..., after: _Optional[int] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListFunderSettlementLinesResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.SettlementLinePage
    def __init__(self, answer: _Optional[_Union[_funding_pb2.SettlementLinePage, _Mapping]] = ...) -> None: ...
