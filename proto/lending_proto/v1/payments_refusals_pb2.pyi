from google.type import date_pb2 as _date_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class BatchAnswered(_message.Message):
    __slots__ = ("batch_id", "status", "digest")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    status: str
    digest: str
    def __init__(self, batch_id: _Optional[str] = ..., status: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class BatchNotFound(_message.Message):
    __slots__ = ("batch_id",)
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    def __init__(self, batch_id: _Optional[str] = ...) -> None: ...

class BatchUnfinished(_message.Message):
    __slots__ = ("batch_id", "status", "orders")
    BATCH_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    ORDERS_FIELD_NUMBER: _ClassVar[int]
    batch_id: str
    status: str
    orders: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, batch_id: _Optional[str] = ..., status: _Optional[str] = ..., orders: _Optional[_Iterable[str]] = ...) -> None: ...

class CardsNotAllNamed(_message.Message):
    __slots__ = ("customer_id", "bound")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    BOUND_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    bound: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, customer_id: _Optional[str] = ..., bound: _Optional[_Iterable[int]] = ...) -> None: ...

class CardBoundAlready(_message.Message):
    __slots__ = ("customer_id", "card")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    card: int
    def __init__(self, customer_id: _Optional[str] = ..., card: _Optional[int] = ...) -> None: ...

class CardInUse(_message.Message):
    __slots__ = ("customer_id", "card", "orders")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    ORDERS_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    card: int
    orders: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, customer_id: _Optional[str] = ..., card: _Optional[int] = ..., orders: _Optional[_Iterable[str]] = ...) -> None: ...

class CardNotFound(_message.Message):
    __slots__ = ("customer_id", "card")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    card: int
    def __init__(self, customer_id: _Optional[str] = ..., card: _Optional[int] = ...) -> None: ...

class ChannelDropped(_message.Message):
    __slots__ = ("channels",)
    CHANNELS_FIELD_NUMBER: _ClassVar[int]
    channels: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, channels: _Optional[_Iterable[str]] = ...) -> None: ...

class ChannelNotListed(_message.Message):
    __slots__ = ("channel",)
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    channel: str
    def __init__(self, channel: _Optional[str] = ...) -> None: ...

class LastCard(_message.Message):
    __slots__ = ("customer_id", "card")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARD_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    card: int
    def __init__(self, customer_id: _Optional[str] = ..., card: _Optional[int] = ...) -> None: ...

class NoChannels(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class OrderNotFound(_message.Message):
    __slots__ = ("order_id",)
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    def __init__(self, order_id: _Optional[str] = ...) -> None: ...

class PayoutNotPaid(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class PayoutNotParked(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class PayoutPromised(_message.Message):
    __slots__ = ("order_id", "voucher_id")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    voucher_id: str
    def __init__(self, order_id: _Optional[str] = ..., voucher_id: _Optional[str] = ...) -> None: ...

class PayoutUnderWay(_message.Message):
    __slots__ = ("order_id", "status")
    ORDER_ID_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    order_id: str
    status: str
    def __init__(self, order_id: _Optional[str] = ..., status: _Optional[str] = ...) -> None: ...

class PayoutVoucherEnded(_message.Message):
    __slots__ = ("voucher_id", "state", "ended_on")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    STATE_FIELD_NUMBER: _ClassVar[int]
    ENDED_ON_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    state: str
    ended_on: _date_pb2.Date
    def __init__(self, voucher_id: _Optional[str] = ..., state: _Optional[str] = ..., ended_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PayoutVoucherNotDue(_message.Message):
    __slots__ = ("voucher_id", "valid_through")
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    VALID_THROUGH_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    valid_through: _date_pb2.Date
    def __init__(self, voucher_id: _Optional[str] = ..., valid_through: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class PayoutVoucherNotFound(_message.Message):
    __slots__ = ("voucher_id",)
    VOUCHER_ID_FIELD_NUMBER: _ClassVar[int]
    voucher_id: str
    def __init__(self, voucher_id: _Optional[str] = ...) -> None: ...

class PayoutVoucherNotGood(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ReturnBeforePayout(_message.Message):
    __slots__ = ("on", "paid_on")
    ON_FIELD_NUMBER: _ClassVar[int]
    PAID_ON_FIELD_NUMBER: _ClassVar[int]
    on: _date_pb2.Date
    paid_on: _date_pb2.Date
    def __init__(self, on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ..., paid_on: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class TooManyBatches(_message.Message):
    __slots__ = ("channel", "batches_max")
    CHANNEL_FIELD_NUMBER: _ClassVar[int]
    BATCHES_MAX_FIELD_NUMBER: _ClassVar[int]
    channel: str
    batches_max: int
    def __init__(self, channel: _Optional[str] = ..., batches_max: _Optional[int] = ...) -> None: ...

class TooManyCards(_message.Message):
    __slots__ = ("customer_id", "cards_max")
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    CARDS_MAX_FIELD_NUMBER: _ClassVar[int]
    customer_id: str
    cards_max: int
    def __init__(self, customer_id: _Optional[str] = ..., cards_max: _Optional[int] = ...) -> None: ...
