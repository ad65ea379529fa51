import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.type import money_pb2 as _money_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ApplicationNotFound(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class ApplicationNotInStatus(_message.Message):
    __slots__ = ("application_id", "act", "status")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    ACT_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    act: str
    status: str
    def __init__(self, application_id: _Optional[str] = ..., act: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class DealerMissing(_message.Message):
    __slots__ = ("product",)
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    product: str
    def __init__(self, product: _Optional[str] = ...) -> None: ...

class DecidedBySame(_message.Message):
    __slots__ = ("application_id", "person")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    person: str
    def __init__(self, application_id: _Optional[str] = ..., person: _Optional[str] = ...) -> None: ...

class DownPaymentTooLow(_message.Message):
    __slots__ = ("amount", "most")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    MOST_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    most: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., most: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class LineNotNamed(_message.Message):
    __slots__ = ("product",)
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    product: str
    def __init__(self, product: _Optional[str] = ...) -> None: ...

class LineNotTaken(_message.Message):
    __slots__ = ("product", "line_id")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    product: str
    line_id: str
    def __init__(self, product: _Optional[str] = ..., line_id: _Optional[str] = ...) -> None: ...

class NothingToPickUp(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class OfferExpired(_message.Message):
    __slots__ = ("application_id", "valid_until")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    VALID_UNTIL_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    valid_until: _timestamp_pb2.Timestamp
    def __init__(self, application_id: _Optional[str] = ..., valid_until: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class ProofsMissing(_message.Message):
    __slots__ = ("application_id", "missing")
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    MISSING_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    missing: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, application_id: _Optional[str] = ..., missing: _Optional[_Iterable[str]] = ...) -> None: ...

class UnfinishedApplication(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class VehicleMissing(_message.Message):
    __slots__ = ("product",)
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    product: str
    def __init__(self, product: _Optional[str] = ...) -> None: ...

class VehicleNotFinanced(_message.Message):
    __slots__ = ("product", "vin")
    PRODUCT_FIELD_NUMBER: _ClassVar[int]
    VIN_FIELD_NUMBER: _ClassVar[int]
    product: str
    vin: str
    def __init__(self, product: _Optional[str] = ..., vin: _Optional[str] = ...) -> None: ...

class VehicleNotWhollyFinanced(_message.Message):
    __slots__ = ("amount", "price")
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    PRICE_FIELD_NUMBER: _ClassVar[int]
    amount: _money_pb2.Money
    price: _money_pb2.Money
    def __init__(self, amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., price: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...
