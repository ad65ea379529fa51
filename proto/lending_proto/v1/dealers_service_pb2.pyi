from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import dealers_pb2 as _dealers_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterDealerRequest(_message.Message):
    __slots__ = ("request_id", "name", "city", "account")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CITY_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    city: str
    account: _dealers_pb2.PayeeAccount
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., city: _Optional[str] = ..., account: _Optional[_Union[_dealers_pb2.PayeeAccount, _Mapping]] = ...) -> None: ...

class RegisterDealerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _dealers_pb2.DealerChanged
    def __init__(self, receipt: _Optional[_Union[_dealers_pb2.DealerChanged, _Mapping]] = ...) -> None: ...

class ActivateDealerRequest(_message.Message):
    __slots__ = ("request_id", "dealer_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    dealer_id: str
    def __init__(self, request_id: _Optional[str] = ..., dealer_id: _Optional[str] = ...) -> None: ...

class ActivateDealerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _dealers_pb2.DealerChanged
    def __init__(self, receipt: _Optional[_Union[_dealers_pb2.DealerChanged, _Mapping]] = ...) -> None: ...

class SuspendDealerRequest(_message.Message):
    __slots__ = ("request_id", "dealer_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    dealer_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., dealer_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class SuspendDealerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _dealers_pb2.DealerChanged
    def __init__(self, receipt: _Optional[_Union[_dealers_pb2.DealerChanged, _Mapping]] = ...) -> None: ...

class SetDealerExposureRequest(_message.Message):
    __slots__ = ("request_id", "dealer_id", "limit")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    DEALER_ID_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    dealer_id: str
    limit: _money_pb2.Money
    def __init__(self, request_id: _Optional[str] = ..., dealer_id: _Optional[str] = ..., limit: _Optional[_Union[_money_pb2.Money, _Mapping]] = ...) -> None: ...

class SetDealerExposureResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _dealers_pb2.DealerChanged
    def __init__(self, receipt: _Optional[_Union[_dealers_pb2.DealerChanged, _Mapping]] = ...) -> None: ...
