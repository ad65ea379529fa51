import datetime

from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Verdict(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    VERDICT_UNSPECIFIED: _ClassVar[Verdict]
    VERDICT_APPROVE: _ClassVar[Verdict]
    VERDICT_REJECT: _ClassVar[Verdict]

class ApplicationStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    APPLICATION_STATUS_UNSPECIFIED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_SUBMITTED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_CHECKING: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_SCORING: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_MANUAL_REVIEW: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_FUNDING: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_APPROVED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_REJECTED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_CONFIRMED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_SIGNED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_PAYOUT_REVIEW: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_PAYING: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_PAID: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_DELIVERED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_EXPIRED: _ClassVar[ApplicationStatus]
    APPLICATION_STATUS_CANCELLED: _ClassVar[ApplicationStatus]
VERDICT_UNSPECIFIED: Verdict
VERDICT_APPROVE: Verdict
VERDICT_REJECT: Verdict
APPLICATION_STATUS_UNSPECIFIED: ApplicationStatus
APPLICATION_STATUS_SUBMITTED: ApplicationStatus
APPLICATION_STATUS_CHECKING: ApplicationStatus
APPLICATION_STATUS_SCORING: ApplicationStatus
APPLICATION_STATUS_MANUAL_REVIEW: ApplicationStatus
APPLICATION_STATUS_FUNDING: ApplicationStatus
APPLICATION_STATUS_APPROVED: ApplicationStatus
APPLICATION_STATUS_REJECTED: ApplicationStatus
APPLICATION_STATUS_CONFIRMED: ApplicationStatus
APPLICATION_STATUS_SIGNED: ApplicationStatus
APPLICATION_STATUS_PAYOUT_REVIEW: ApplicationStatus
APPLICATION_STATUS_PAYING: ApplicationStatus
APPLICATION_STATUS_PAID: ApplicationStatus
APPLICATION_STATUS_DELIVERED: ApplicationStatus
APPLICATION_STATUS_EXPIRED: ApplicationStatus
APPLICATION_STATUS_CANCELLED: ApplicationStatus

class Vehicle(_message.Message):
    __slots__ = ("vin", "model", "price")
    VIN_FIELD_NUMBER: _ClassVar[int]
    MODEL_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    vin: str
    model: str
    price: _money_pb2.Money
    def __init__(self, vin: _Optional[str] = ..., model: _Optional[str] = ..., price: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class ApplicationChanged(_message.Message):
    __slots__ = ("application_id", "status")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    status: str
    def __init__(self, application_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class ContractOffered(_message.Message):
    __slots__ = ("application_id", "contract_id", "digest")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    contract_id: str
    digest: str
    def __init__(self, application_id: _Optional[str] = ..., contract_id: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class ApplicationView(_message.Message):
    __slots__ = ("application_id", "status", "customer_id", "dealer_id", "product", "amount", "instalments", "offer", "reasons", "contract_id", "loan_id")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    OFFER_FIELD_NUMBER: _ClassVar[int]
    REASONS_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    LOAN_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    status: str
    customer_id: str
    dealer_id: str
    product: str
    amount: _money_pb2.Money
    instalments: int
    offer: OfferView
    reasons: _containers.RepeatedScalarFieldContainer[str]
    contract_id: str
    loan_id: str
    def __init__(self, application_id: _Optional[str] = ..., status: _Optional[str] = ..., customer_id: _Optional[str] = ..., dealer_id: _Optional[str] = ..., product: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., offer: _Optional[_Union[OfferView, _Mapping]] = ..., reasons: _Optional[_Iterable[str]] = ..., contract_id: _Optional[str] = ..., loan_id: _Optional[str] = ...) -> None: ...

class OfferView(_message.Message):
    __slots__ = ("principal", "instalments", "annual_rate", "floating", "apr", "instalment", "total_interest", "total_fees", "valid_until")
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    FLOATING_FIELD_NUMBER: _ClassVar[int]
    APR_FIELD_NUMBER: _ClassVar[int]
    INSTALMENT_FIELD_NUMBER: _ClassVar[int]
    TOTAL_INTEREST_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FEES_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    principal: _money_pb2.Money
    instalments: int
    annual_rate: _decimal_pb2.Decimal
    floating: _products_pb2.FloatingView
    apr: _decimal_pb2.Decimal
    instalment: _money_pb2.Money
    total_interest: _money_pb2.Money
    total_fees: _money_pb2.Money
    valid_until: _timestamp_pb2.Timestamp
    def __init__(self, principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., floating: _Optional[_Union[_products_pb2.FloatingView, _Mapping]] = ..., apr: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., instalment: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_interest: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., total_fees: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ApplicationPage(_message.Message):
    __slots__ = ("applications", "next_after")
    APPLICATIONS_FIELD_NUMBER: _ClassVar[int]
    NEXT_AFTER_FIELD_NUMBER: _ClassVar[int]
    applications: _containers.RepeatedCompositeFieldContainer[ApplicationView]
    next_after: str
    def __init__(self, applications: _Optional[_Iterable[_Union[ApplicationView, _Mapping]]] = ..., next_after: _Optional[str] = ...) -> None: ...
