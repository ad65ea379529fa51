from google.api import field_behavior_pb2 as _field_behavior_pb2
from lending_proto.v1 import contracts_pb2 as _contracts_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class AcceptContractRequest(_message.Message):
    __slots__ = ("request_id", "contract_id", "digest")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    DIGEST_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    contract_id: str
    digest: str
    def __init__(self, request_id: _Optional[str] = ..., contract_id: _Optional[str] = ..., digest: _Optional[str] = ...) -> None: ...

class AcceptContractResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _contracts_pb2.ContractChanged
    def __init__(self, receipt: _Optional[_Union[_contracts_pb2.ContractChanged, _Mapping]] = ...) -> None: ...

class RefuseContractRequest(_message.Message):
    __slots__ = ("request_id", "contract_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    contract_id: str
    def __init__(self, request_id: _Optional[str] = ..., contract_id: _Optional[str] = ...) -> None: ...

class RefuseContractResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _contracts_pb2.ContractChanged
    def __init__(self, receipt: _Optional[_Union[_contracts_pb2.ContractChanged, _Mapping]] = ...) -> None: ...

class GetContractRequest(_message.Message):
    __slots__ = ("contract_id",)
    CONTRACT_ID_FIELD_NUMBER: _ClassVar[int]
    contract_id: str
    def __init__(self, contract_id: _Optional[str] = ...) -> None: ...

class GetContractResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _contracts_pb2.ContractView
    def __init__(self, answer: _Optional[_Union[_contracts_pb2.ContractView, _Mapping]] = ...) -> None: ...
