from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import applications_pb2 as _applications_pb2
from lending_proto.v1 import risk_pb2 as _risk_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class SubmitApplicationRequest(_message.Message):
    __slots__ = ("request_id", "customer_id", "product", "amount", "instalments", "dealer_id", "vehicle", "line_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    VEHICLE_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    customer_id: str
    product: str
    amount: _money_pb2.Money
    instalments: int
    dealer_id: str
    vehicle: _applications_pb2.Vehicle
    line_id: str
    def __init__(self, request_id: _Optional[str] = ..., customer_id: _Optional[str] = ..., product: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., dealer_id: _Optional[str] = ..., vehicle: _Optional[_Union[_applications_pb2.Vehicle, _Mapping]] = ..., line_id: _Optional[str] = ...) -> None: ...

class SubmitApplicationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class AssessApplicationRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class AssessApplicationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class RecordRuleAnswerRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "answer", "fault", "micros")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    MICROS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    answer: _risk_pb2.RuleAnswer
    fault: str
    micros: int
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., answer: _Optional[_Union[_risk_pb2.RuleAnswer, _Mapping]] = ..., fault: _Optional[str] = ..., micros: _Optional[int] = ...) -> None: ...

class RecordRuleAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class ReferUndecidedRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class ReferUndecidedResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class ReviewApplicationRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "verdict", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    verdict: _applications_pb2.Verdict
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., verdict: _Optional[_Union[_applications_pb2.Verdict, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class ReviewApplicationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class ConfirmOfferRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class ConfirmOfferResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ContractOffered
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ContractOffered, _Mapping]] = ...) -> None: ...

class ExpireOfferRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class ExpireOfferResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class CancelApplicationRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class CancelApplicationResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class OpenLivenessRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class OpenLivenessResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class ReviewPayoutRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "verdict", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    VERDICT_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    verdict: _applications_pb2.Verdict
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., verdict: _Optional[_Union[_applications_pb2.Verdict, str]] = ..., reason: _Optional[str] = ...) -> None: ...

class ReviewPayoutResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class ConfirmPickUpRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "photo")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PHOTO_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    photo: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., photo: _Optional[str] = ...) -> None: ...

class ConfirmPickUpResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _applications_pb2.ApplicationChanged
    def __init__(self, receipt: _Optional[_Union[_applications_pb2.ApplicationChanged, _Mapping]] = ...) -> None: ...

class GetApplicationRequest(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GetApplicationResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _applications_pb2.ApplicationView
    def __init__(self, answer: _Optional[_Union[_applications_pb2.ApplicationView, _Mapping]] = ...) -> None: ...

class ListApplicationsRequest(_message.Message):
    __slots__ = ("status", "after", "page_size")
    STATUS_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    status: _applications_pb2.ApplicationStatus
    after: str
    page_size: int
    def __init__(self, status: _Optional[_Union[_applications_pb2.ApplicationStatus, str]] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListApplicationsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _applications_pb2.ApplicationPage
    def __init__(self, answer: _Optional[_Union[_applications_pb2.ApplicationPage, _Mapping]] = ...) -> None: ...
