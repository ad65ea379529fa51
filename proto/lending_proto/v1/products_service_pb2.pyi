from google.api import field_behavior_pb2 as _field_behavior_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from lending_proto.v1 import products_pb2 as _products_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishProductRequest(_message.Message):
    __slots__ = ("request_id", "product")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    product: _products_pb2.Product
    def __init__(self, request_id: _Optional[str] = ..., product: _Optional[_Union[_products_pb2.Product, _Mapping]] = ...) -> None: ...

class PublishProductResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class PublishReferenceRatesRequest(_message.Message):
    __slots__ = ("request_id", "rates")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RATES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    rates: _products_pb2.ReferenceRates
    def __init__(self, request_id: _Optional[str] = ..., rates: _Optional[_Union[_products_pb2.ReferenceRates, _Mapping]] = ...) -> None: ...

class PublishReferenceRatesResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class GetProductRequest(_message.Message):
    __slots__ = ("product",)
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    product: str
    def __init__(self, product: _Optional[str] = ...) -> None: ...

class GetProductResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _products_pb2.ProductView
    def __init__(self, answer: _Optional[_Union[_products_pb2.ProductView, _Mapping]] = ...) -> None: ...

class ListProductsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListProductsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _products_pb2.ProductList
    def __init__(self, answer: _Optional[_Union[_products_pb2.ProductList, _Mapping]] = ...) -> None: ...
