from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from lending_proto.v1 import books_pb2 as _books_pb2
from lending_proto.v1 import loans_pb2 as _loans_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishChartRequest(_message.Message):
    __slots__ = ("request_id", "chart")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHART_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    chart: _books_pb2.Chart
    def __init__(self, request_id: _Optional[str] = ..., chart: _Optional[_Union[_books_pb2.Chart, _Mapping]] = ...) -> None: ...

class PublishChartResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class PublishPostingRulesRequest(_message.Message):
    __slots__ = ("request_id", "rules")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    rules: _books_pb2.PostingRules
    def __init__(self, request_id: _Optional[str] = ..., rules: _Optional[_Union[_books_pb2.PostingRules, _Mapping]] = ...) -> None: ...

class PublishPostingRulesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class AccrueInterestRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class AccrueInterestResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.Accrued
    def __init__(self, receipt: _Optional[_Union[_books_pb2.Accrued, _Mapping]] = ...) -> None: ...

class RecordSealRequest(_message.Message):
    __slots__ = ("request_id", "seal")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SEAL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    seal: _books_pb2.Seal
    def __init__(self, request_id: _Optional[str] = ..., seal: _Optional[_Union[_books_pb2.Seal, _Mapping]] = ...) -> None: ...

class RecordSealResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.DaySealed
    def __init__(self, receipt: _Optional[_Union[_books_pb2.DaySealed, _Mapping]] = ...) -> None: ...

class GetTrialBalanceRequest(_message.Message):
    __slots__ = ("book", "through")
    BOOK_FIELD_NUMBER: _ClassVar[int]
    THROUGH_FIELD_NUMBER: _ClassVar[int]
    book: str
    through: _date_pb2.Date
    def __init__(self, book: _Optional[str] = ..., through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class GetTrialBalanceResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.TrialBalance
    def __init__(self, answer: _Optional[_Union[_books_pb2.TrialBalance, _Mapping]] = ...) -> None: ...

class GetLedgerRequest(_message.Message):
    __slots__ = ("account", "book", "currency", "since", "through", "subject", "party", "page_size", "after")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    SINCE_FIELD_NUMBER: _ClassVar[int]
    THROUGH_FIELD_NUMBER: _ClassVar[int]
    SUBJECT_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    account: str
    book: str
    currency: str
    since: _date_pb2.Date
    through: _date_pb2.Date
    subject: str
    party: str
    page_size: int
    after: str
    def __init__(self, account: _Optional[str] = ..., book: _Optional[str] = ..., currency: _Optional[str] = ..., since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., subject: _Optional[str] = ..., party: _Optional[str] = ..., page_size: _Optional[int] = ..., after: _Optional[str] = ...) -> None: ...

class GetLedgerResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.Ledger
    def __init__(self, answer: _Optional[_Union[_books_pb2.Ledger, _Mapping]] = ...) -> None: ...

class GetVoucherRequest(_message.Message):
    __slots__ = ("voucher_id",)
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    def __init__(self, voucher_id: _Optional[str] = ...) -> None: ...

class GetVoucherResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.VoucherView
    def __init__(self, answer: _Optional[_Union[_books_pb2.VoucherView, _Mapping]] = ...) -> None: ...

class VerifyJournalRequest(_message.Message):
    __slots__ = ("since",)
    SINCE_FIELD_NUMBER: _ClassVar[int]
    since: _date_pb2.Date
    def __init__(self, since: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class VerifyJournalResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.Verification
    def __init__(self, answer: _Optional[_Union[_books_pb2.Verification, _Mapping]] = ...) -> None: ...

class RehearseTakeOnRequest(_message.Message):
    __slots__ = ("cut_over", "portfolio")
    CUT_OVER_FIELD_NUMBER: _ClassVar[int]
    PORTFOLIO_FIELD_NUMBER: _ClassVar[int]
    cut_over: _date_pb2.Date
    portfolio: _containers.RepeatedCompositeFieldContainer[_loans_pb2.PortfolioRow]
    def __init__(self, cut_over: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., portfolio: _Optional[_Iterable[_Union[_loans_pb2.PortfolioRow, _Mapping]]] = ...) -> None: ...

class RehearseTakeOnResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.Rehearsal
    def __init__(self, answer: _Optional[_Union[_books_pb2.Rehearsal, _Mapping]] = ...) -> None: ...
