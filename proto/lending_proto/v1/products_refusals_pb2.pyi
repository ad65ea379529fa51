from google.type import date_pb2 as _date_pb2
from google.type import decimal_pb2 as _decimal_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AmountOutOfRange(_message.Message):
    __slots__ = ("amount", "least", "most", "step")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    LEAST_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    STEP_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    least: _money_pb2.Money
    most: _money_pb2.Money
    step: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., least: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., most: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., step: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class FundingUnknown(_message.Message):
    __slots__ = ("product", "schemes")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    SCHEMES_FIELD_NUMBER: _ClassVar[int]
    product: str
    schemes: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, product: _Optional[str] = ..., schemes: _Optional[_Iterable[str]] = ...) -> None: ...

class NoReferenceRate(_message.Message):
    __slots__ = ("on", "tenor")
    ON_FIELD_NUMBER: _ClassVar[int]
    TENOR_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    tenor: str
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., tenor: _Optional[str] = ...) -> None: ...

class PriceAboveCap(_message.Message):
    __slots__ = ("product", "amount", "instalments", "on", "apr", "cap")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    ON_FIELD_NUMBER: _ClassVar[int]
    APR_FIELD_NUMBER: _ClassVar[int]
    CAP_FIELD_NUMBER: _ClassVar[int]
    product: str
    amount: _money_pb2.Money
    instalments: int
    on: _date_pb2.Date
    apr: _decimal_pb2.Decimal
    cap: _decimal_pb2.Decimal
    def __init__(self, product: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., instalments: _Optional[int] = ..., on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., apr: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ..., cap: _Optional[_Union[_decimal_pb2.Decimal, _Mapping]] = ...) -> None: ...

class ProductNotFound(_message.Message):
    __slots__ = ("product", "on_offer")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    ON_OFFER_FIELD_NUMBER: _ClassVar[int]
    product: str
    on_offer: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, product: _Optional[str] = ..., on_offer: _Optional[_Iterable[str]] = ...) -> None: ...

class TermNotOffered(_message.Message):
    __slots__ = ("instalments", "offered")
    INSTALMENTS_FIELD_NUMBER: _ClassVar[int]
    OFFERED_FIELD_NUMBER: _ClassVar[int]
    instalments: int
    offered: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, instalments: _Optional[int] = ..., offered: _Optional[_Iterable[int]] = ...) -> None: ...

class VersionNotNext(_message.Message):
    __slots__ = ("product", "version", "expected")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    VERSION_FIELD_NUMBER: _ClassVar[int]
    EXPECTED_FIELD_NUMBER: _ClassVar[int]
    product: str
    version: int
    expected: int
    def __init__(self, product: _Optional[str] = ..., version: _Optional[int] = ..., expected: _Optional[int] = ...) -> None: ...

class WrongCurrency(_message.Message):
    __slots__ = ("amount", "currency", "field")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    CURRENCY_FIELD_NUMBER: _ClassVar[int]
    FIELD_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    currency: str
    field: str
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., currency: _Optional[str] = ..., field: _Optional[str] = ...) -> None: ...
