from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
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

class PostVoucherRequest(_message.Message):
    __slots__ = ("request_id", "book", "currency", "memo", "lines", "business_date", "value_date")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    MEMO_FIELD_NUMBER: _ClassVar[int]
    LINES_FIELD_NUMBER: _ClassVar[int]
    BUSINESS_DATE_FIELD_NUMBER: _ClassVar[int]
    VALUE_DATE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    book: str
    currency: str
    memo: str
    lines: _containers.RepeatedCompositeFieldContainer[_books_pb2.DraftLine]
    business_date: _date_pb2.Date
    value_date: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., book: _Optional[str] = ..., currency: _Optional[str] = ..., memo: _Optional[str] = ..., lines: _Optional[_Iterable[_Union[_books_pb2.DraftLine, _Mapping]]] = ..., business_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., value_date: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PostVoucherResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.VoucherWritten
    def __init__(self, receipt: _Optional[_Union[_books_pb2.VoucherWritten, _Mapping]] = ...) -> None: ...

class CorrectVoucherRequest(_message.Message):
    __slots__ = ("request_id", "voucher_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    voucher_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., voucher_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class CorrectVoucherResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.VoucherWritten
    def __init__(self, receipt: _Optional[_Union[_books_pb2.VoucherWritten, _Mapping]] = ...) -> None: ...

class SweepChannelRequest(_message.Message):
    __slots__ = ("request_id", "channel", "amount")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    channel: str
    amount: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., channel: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SweepChannelResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.VoucherWritten
    def __init__(self, receipt: _Optional[_Union[_books_pb2.VoucherWritten, _Mapping]] = ...) -> None: ...

class SellAssetRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "proceeds", "cost")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    PROCEEDS_FIELD_NUMBER: _ClassVar[int]
    COST_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    proceeds: _money_pb2.Money
    cost: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., proceeds: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., cost: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SellAssetResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.VoucherWritten
    def __init__(self, receipt: _Optional[_Union[_books_pb2.VoucherWritten, _Mapping]] = ...) -> None: ...

class RecordProofsRequest(_message.Message):
    __slots__ = ("request_id", "proofs", "broken")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PROOFS_FIELD_NUMBER: _ClassVar[int]
    BROKEN_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    proofs: int
    broken: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, request_id: _Optional[str] = ..., proofs: _Optional[int] = ..., broken: _Optional[_Iterable[str]] = ...) -> None: ...

class RecordProofsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.ProofsRecorded
    def __init__(self, receipt: _Optional[_Union[_books_pb2.ProofsRecorded, _Mapping]] = ...) -> None: ...

class ClosePeriodRequest(_message.Message):
    __slots__ = ("request_id", "month", "book")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    MONTH_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    month: str
    book: str
    def __init__(self, request_id: _Optional[str] = ..., month: _Optional[str] = ..., book: _Optional[str] = ...) -> None: ...

class ClosePeriodResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.PeriodClosing
    def __init__(self, receipt: _Optional[_Union[_books_pb2.PeriodClosing, _Mapping]] = ...) -> None: ...

class CloseYearRequest(_message.Message):
    __slots__ = ("request_id", "year", "book")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    year: int
    book: str
    def __init__(self, request_id: _Optional[str] = ..., year: _Optional[int] = ..., book: _Optional[str] = ...) -> None: ...

class CloseYearResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.YearClosing
    def __init__(self, receipt: _Optional[_Union[_books_pb2.YearClosing, _Mapping]] = ...) -> None: ...

class RecordYearEndRequest(_message.Message):
    __slots__ = ("request_id", "year", "book", "balances")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    YEAR_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    year: int
    book: str
    balances: _containers.RepeatedCompositeFieldContainer[_books_pb2.AccountBalance]
    def __init__(self, request_id: _Optional[str] = ..., year: _Optional[int] = ..., book: _Optional[str] = ..., balances: _Optional[_Iterable[_Union[_books_pb2.AccountBalance, _Mapping]]] = ...) -> None: ...

class RecordYearEndResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.YearClosing
    def __init__(self, receipt: _Optional[_Union[_books_pb2.YearClosing, _Mapping]] = ...) -> None: ...

class PublishBookingModesRequest(_message.Message):
    __slots__ = ("request_id", "rules")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    rules: _containers.RepeatedCompositeFieldContainer[_books_pb2.BookingRule]
    def __init__(self, request_id: _Optional[str] = ..., rules: _Optional[_Iterable[_Union[_books_pb2.BookingRule, _Mapping]]] = ...) -> None: ...

class PublishBookingModesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class RecordDayBalancesRequest(_message.Message):
    __slots__ = ("request_id", "balances")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    BALANCES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    balances: _books_pb2.DayBalances
    def __init__(self, request_id: _Optional[str] = ..., balances: _Optional[_Union[_books_pb2.DayBalances, _Mapping]] = ...) -> None: ...

class RecordDayBalancesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _books_pb2.DaySummed
    def __init__(self, receipt: _Optional[_Union[_books_pb2.DaySummed, _Mapping]] = ...) -> None: ...

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

class GetBalanceRequest(_message.Message):
    __slots__ = ("account", "book", "party", "currency")
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    BOOK_FIELD_NUMBER: _ClassVar[int]
    PARTY_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    account: str
    book: str
    party: str
    currency: str
    def __init__(self, account: _Optional[str] = ..., book: _Optional[str] = ..., party: _Optional[str] = ..., currency: _Optional[str] = ...) -> None: ...

class GetBalanceResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _books_pb2.Balance
    def __init__(self, answer: _Optional[_Union[_books_pb2.Balance, _Mapping]] = ...) -> None: ...

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
