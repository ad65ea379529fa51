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

class PublishFunderRequest(_message.Message):
    __slots__ = ("request_id", "funder")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    funder: _funding_pb2.Funder
    def __init__(self, request_id: _Optional[str] = ..., funder: _Optional[_Union[_funding_pb2.Funder, _Mapping]] = ...) -> None: ...

class PublishFunderResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class PublishFundingRulesRequest(_message.Message):
    __slots__ = ("request_id", "rules")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    RULES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    rules: _funding_pb2.FundingRules
    def __init__(self, request_id: _Optional[str] = ..., rules: _Optional[_Union[_funding_pb2.FundingRules, _Mapping]] = ...) -> None: ...

class PublishFundingRulesResponse(_message.Message):
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

class SeekFundingRequest(_message.Message):
    __slots__ = ("request_id", "application_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ...) -> None: ...

class SeekFundingResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundingChanged
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundingChanged, _Mapping]] = ...) -> None: ...

class RecordFunderAnswerRequest(_message.Message):
    __slots__ = ("request_id", "application_id", "number", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    NUMBER_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    application_id: str
    number: int
    answer: _funding_pb2.FunderAnswer
    def __init__(self, request_id: _Optional[str] = ..., application_id: _Optional[str] = ..., number: _Optional[int] = ..., answer: _Optional[_Union[_funding_pb2.FunderAnswer, _Mapping]] = ...) -> None: ...

class RecordFunderAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _funding_pb2.FundingChanged
    def __init__(self, receipt: _Optional[_Union[_funding_pb2.FundingChanged, _Mapping]] = ...) -> None: ...

class GetFundingRequest(_message.Message):
    __slots__ = ("application_id",)
    APPLICATION_ID_FIELD_NUMBER: _ClassVar[int]
    application_id: str
    def __init__(self, application_id: _Optional[str] = ...) -> None: ...

class GetFundingResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FundingView
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FundingView, _Mapping]] = ...) -> None: ...

class GetFunderUsageRequest(_message.Message):
    __slots__ = ("funder",)
    FUNDER_FIELD_NUMBER: _ClassVar[int]
    funder: str
    def __init__(self, funder: _Optional[str] = ...) -> None: ...

class GetFunderUsageResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _funding_pb2.FunderUsage
    def __init__(self, answer: _Optional[_Union[_funding_pb2.FunderUsage, _Mapping]] = ...) -> None: ...
