from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ContractChanged(_message.Message):
    __slots__ = ("contract_id", "status")
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    contract_id: str
    status: str
    def __init__(self, contract_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class ContractView(_message.Message):
    __slots__ = ("contract_id", "application_id", "taken_from", "status", "product", "principal", "instalments", "annual_rate", "floating", "method", "digest", "signing", "certificate")
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    TAKEN_FROM_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    PRINCIPAL_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    ANNUAL_RATE_FIELD_NUMBER: _ClassVar[int]
    FLOATING_FIELD_NUMBER: _ClassVar[int]
    METHOD_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    SIGNING_FIELD_NUMBER: _ClassVar[int]
    CERTIFICATE_FIELD_NUMBER: _ClassVar[int]
    contract_id: str
    application_id: str
    taken_from: str
    status: str
    product: str
    principal: _money_pb2.Money
    instalments: int
    annual_rate: _decimal_pb2.Decimal
    floating: _products_pb2.FloatingView
    method: str
    digest: str
    signing: str
    certificate: str
    def __init__(self, contract_id: _Optional[str] = ..., application_id: _Optional[str] = ..., taken_from: _Optional[str] = ..., status: _Optional[str] = ..., product: _Optional[str] = ..., principal: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., annual_rate: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., floating: _Optional[_Union[_products_pb2.FloatingView, _Mapping]] = ..., method: _Optional[str] = ..., digest: _Optional[str] = ..., signing: _Optional[str] = ..., certificate: _Optional[str] = ...) -> None: ...
