from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from lending_proto.v1 import payments_pb2 as _payments_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishChannelsRequest(_message.Message):
    __slots__ = ("request_id", "channels")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    channels: _payments_pb2.Channels
    def __init__(self, request_id: _Optional[str] = ..., channels: _Optional[_Union[_payments_pb2.Channels, _Mapping]] = ...) -> None: ...

class PublishChannelsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class BindCardRequest(_message.Message):
    __slots__ = ("request_id", "customer_id", "number", "bank", "agreement")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    BANK_FIELD_NUMBER: _ClassVar[int]
    AGREEMENT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    customer_id: str
    number: str
    bank: str
    agreement: _payments_pb2.DebitAgreement
    def __init__(self, request_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., number: _Optional[str] = ..., bank: _Optional[str] = ..., agreement: _Optional[_Union[_payments_pb2.DebitAgreement, _Mapping]] = ...) -> None: ...

class BindCardResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.CardsBound
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.CardsBound, _Mapping]] = ...) -> None: ...

class ReorderCardsRequest(_message.Message):
    __slots__ = ("request_id", "customer_id", "cards")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARDS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    customer_id: str
    cards: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, request_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., cards: _Optional[_Iterable[int]] = ...) -> None: ...

class ReorderCardsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.CardsBound
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.CardsBound, _Mapping]] = ...) -> None: ...

class UnbindCardRequest(_message.Message):
    __slots__ = ("request_id", "customer_id", "card")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    customer_id: str
    card: int
    def __init__(self, request_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., card: _Optional[int] = ...) -> None: ...

class UnbindCardResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.CardsBound
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.CardsBound, _Mapping]] = ...) -> None: ...

class IssuePayoutVoucherRequest(_message.Message):
    __slots__ = ("request_id", "contract_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    contract_id: str
    def __init__(self, request_id: _Optional[str] = ..., contract_id: _Optional[str] = ...) -> None: ...

class IssuePayoutVoucherResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutVoucherMoved
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutVoucherMoved, _Mapping]] = ...) -> None: ...

class RevokePayoutVoucherRequest(_message.Message):
    __slots__ = ("request_id", "voucher_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    voucher_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., voucher_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class RevokePayoutVoucherResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutVoucherMoved
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutVoucherMoved, _Mapping]] = ...) -> None: ...

class ExpirePayoutVoucherRequest(_message.Message):
    __slots__ = ("request_id", "voucher_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    voucher_id: str
    def __init__(self, request_id: _Optional[str] = ..., voucher_id: _Optional[str] = ...) -> None: ...

class ExpirePayoutVoucherResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutVoucherMoved
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutVoucherMoved, _Mapping]] = ...) -> None: ...

class RoutePayoutRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "attempt")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ATTEMPT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    attempt: int
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., attempt: _Optional[int] = ...) -> None: ...

class RoutePayoutResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class RecordPayoutAnswerRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "order_no", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_NO_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    order_no: str
    answer: _payments_pb2.ChannelAnswer
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., order_no: _Optional[str] = ..., answer: _Optional[_Union[_payments_pb2.ChannelAnswer, _Mapping]] = ...) -> None: ...

class RecordPayoutAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class ResolvePayoutRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "way")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    WAY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    way: _payments_pb2.ParkedWay
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., way: _Optional[_Union[_payments_pb2.ParkedWay, str]] = ...) -> None: ...

class ResolvePayoutResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class WithdrawPayoutRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class WithdrawPayoutResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class RecordPayoutReturnRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "on", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    on: _date_pb2.Date
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class RecordPayoutReturnResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class CancelPayoutRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "on", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    on: _date_pb2.Date
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class CancelPayoutResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.PayoutRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.PayoutRecorded, _Mapping]] = ...) -> None: ...

class RequestDeductionsRequest(_message.Message):
    __slots__ = ("request_id", "day", "shard")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    SHARD_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    day: _date_pb2.Date
    shard: int
    def __init__(self, request_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., shard: _Optional[int] = ...) -> None: ...

class RequestDeductionsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionsRequested
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionsRequested, _Mapping]] = ...) -> None: ...

class RouteDeductionRequest(_message.Message):
    __slots__ = ("request_id", "order_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ...) -> None: ...

class RouteDeductionResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionRecorded, _Mapping]] = ...) -> None: ...

class RetryDeductionRequest(_message.Message):
    __slots__ = ("request_id", "order_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ...) -> None: ...

class RetryDeductionResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionRetried
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionRetried, _Mapping]] = ...) -> None: ...

class DeductLoanRequest(_message.Message):
    __slots__ = ("request_id", "loan_id", "day")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    DAY_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    loan_id: str
    day: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., loan_id: _Optional[str] = ..., day: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class DeductLoanResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionRetried
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionRetried, _Mapping]] = ...) -> None: ...

class DrawUpBatchRequest(_message.Message):
    __slots__ = ("request_id", "channel")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    channel: str
    def __init__(self, request_id: _Optional[str] = ..., channel: _Optional[str] = ...) -> None: ...

class DrawUpBatchResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.BatchDrawn
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.BatchDrawn, _Mapping]] = ...) -> None: ...

class ReleaseDeductionsRequest(_message.Message):
    __slots__ = ("request_id", "channel")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    channel: str
    def __init__(self, request_id: _Optional[str] = ..., channel: _Optional[str] = ...) -> None: ...

class ReleaseDeductionsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionsReleased
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionsReleased, _Mapping]] = ...) -> None: ...

class AcceptBatchResultRequest(_message.Message):
    __slots__ = ("request_id", "batch_id", "digest")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    batch_id: str
    digest: str
    def __init__(self, request_id: _Optional[str] = ..., batch_id: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class AcceptBatchResultResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.BatchRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.BatchRecorded, _Mapping]] = ...) -> None: ...

class CloseBatchRequest(_message.Message):
    __slots__ = ("request_id", "batch_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    batch_id: str
    def __init__(self, request_id: _Optional[str] = ..., batch_id: _Optional[str] = ...) -> None: ...

class CloseBatchResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.BatchRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.BatchRecorded, _Mapping]] = ...) -> None: ...

class RecordDeductionAnswerRequest(_message.Message):
    __slots__ = ("request_id", "order_id", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    order_id: str
    answer: _payments_pb2.ChannelAnswer
    def __init__(self, request_id: _Optional[str] = ..., order_id: _Optional[str] = ..., answer: _Optional[_Union[_payments_pb2.ChannelAnswer, _Mapping]] = ...) -> None: ...

class RecordDeductionAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _payments_pb2.DeductionRecorded
    def __init__(self, receipt: _Optional[_Union[_payments_pb2.DeductionRecorded, _Mapping]] = ...) -> None: ...

class GetPayoutRequest(_message.Message):
    __slots__ = ("contract_id", "part")
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    PART_FIELD_NUMBER: _ClassVar[int]
    contract_id: str
    part: int
    def __init__(self, contract_id: _Optional[str] = ..., part: _Optional[int] = ...) -> None: ...

class GetPayoutResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.PayoutView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.PayoutView, _Mapping]] = ...) -> None: ...

class GetPayoutVoucherRequest(_message.Message):
    __slots__ = ("contract_id",)
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    contract_id: str
    def __init__(self, contract_id: _Optional[str] = ...) -> None: ...

class GetPayoutVoucherResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.PayoutVoucherView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.PayoutVoucherView, _Mapping]] = ...) -> None: ...

class ListPayoutVouchersRequest(_message.Message):
    __slots__ = ("dealer_id", "ended", "after", "page_size")
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    ENDED_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    dealer_id: str
    ended: bool
    after: str
    page_size: int
    def __init__(self, dealer_id: _Optional[str] = ..., ended: _Optional[bool] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListPayoutVouchersResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.PayoutVoucherPage
    def __init__(self, answer: _Optional[_Union[_payments_pb2.PayoutVoucherPage, _Mapping]] = ...) -> None: ...

class VerifyPayoutVoucherRequest(_message.Message):
    __slots__ = ("number", "check_code")
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    CHECK_CODE_FIELD_NUMBER: _ClassVar[int]
    number: str
    check_code: str
    def __init__(self, number: _Optional[str] = ..., check_code: _Optional[str] = ...) -> None: ...

class VerifyPayoutVoucherResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.VerifiedPayoutVoucher
    def __init__(self, answer: _Optional[_Union[_payments_pb2.VerifiedPayoutVoucher, _Mapping]] = ...) -> None: ...

class GetDeductionRequest(_message.Message):
    __slots__ = ("order_id",)
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    def __init__(self, order_id: _Optional[str] = ...) -> None: ...

class GetDeductionResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.DeductionView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.DeductionView, _Mapping]] = ...) -> None: ...

class ListCardsRequest(_message.Message):
    __slots__ = ("customer_id",)
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    def __init__(self, customer_id: _Optional[str] = ...) -> None: ...

class ListCardsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.CardsView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.CardsView, _Mapping]] = ...) -> None: ...

class ListBatchesRequest(_message.Message):
    __slots__ = ("channel",)
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    channel: str
    def __init__(self, channel: _Optional[str] = ...) -> None: ...

class ListBatchesResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.BatchesView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.BatchesView, _Mapping]] = ...) -> None: ...

class ExplainDeductionsRequest(_message.Message):
    __slots__ = ("loan_id",)
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    loan_id: str
    def __init__(self, loan_id: _Optional[str] = ...) -> None: ...

class ExplainDeductionsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.PicksView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.PicksView, _Mapping]] = ...) -> None: ...

class ListChannelsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListChannelsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _payments_pb2.ChannelsView
    def __init__(self, answer: _Optional[_Union[_payments_pb2.ChannelsView, _Mapping]] = ...) -> None: ...
