from google.api import field_behavior_pb2 as _field_behavior_pb2
from lending_proto.v1 import customers_pb2 as _customers_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RegisterCustomerRequest(_message.Message):
    __slots__ = ("request_id", "person")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    PERSON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    person: _customers_pb2.Person
    def __init__(self, request_id: _Optional[str] = ..., person: _Optional[_Union[_customers_pb2.Person, _Mapping]] = ...) -> None: ...

class RegisterCustomerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _customers_pb2.Registered
    def __init__(self, receipt: _Optional[_Union[_customers_pb2.Registered, _Mapping]] = ...) -> None: ...
