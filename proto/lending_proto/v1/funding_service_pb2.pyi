from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import funding_pb2 as _funding_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishFundingSchemeRequest(_message.Message):
    __slots__ = ("request_id", "scheme")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    SCHEME_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    scheme: _funding_pb2.FundingScheme
    def __init__(self, request_id: _Optional[str] = ..., scheme: _Optional[_Union[_funding_pb2.FundingScheme, _Mapping]] = ...) -> None: ...

class PublishFundingSchemeResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class RecordFunderMoneyRequest(_message.Message):
    __slots__ = ("request_id", "funder", "amount", "reference", "purpose")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_FIELD_NUMBER: _ClassVar[int]
    REFERENCE_FIELD_NUMBER: _ClassVar[int]
    PURPOSE_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: str
    amount: _money_pb2.Money
    reference: str
    purpose: _funding_pb2.Purpose
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[str] = ..., amount: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reference: _Optional[str] = ..., purpose: _Optional[_Union[_funding_pb2.Purpose, str]] = ...) -> None: ...

class RecordFunderMoneyResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FunderMoneyRecorded
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FunderMoneyRecorded, _Mapping]] = ...) -> None: ...
