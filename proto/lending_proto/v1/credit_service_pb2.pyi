from google.api import field_behavior_pb2 as _field_behavior_pb2
from google.type import date_pb2 as _date_pb2
from google.type import money_pb2 as _money_pb2
from lending_proto.v1 import credit_pb2 as _credit_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class GrantCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "name", "customer_id", "total", "revolving", "until")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    CUSTOMER_ID_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    REVOLVING_FIELD_NUMBER: _ClassVar[int]
    UNTIL_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    name: str
    customer_id: str
    total: _money_pb2.Money
    revolving: bool
    until: _date_pb2.Date
    def __init__(self, request_id: _Optional[str] = ..., name: _Optional[str] = ..., customer_id: _Optional[str] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., revolving: _Optional[bool] = ..., until: _Optional[_Union[_date_pb2.Date, _Mapping]] = ...) -> None: ...

class GrantCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class ActivateCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ...) -> None: ...

class ActivateCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class FreezeCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class FreezeCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class UnfreezeCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ...) -> None: ...

class UnfreezeCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class AdjustCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id", "total", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    TOTAL_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    total: _money_pb2.Money
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ..., total: _Optional[_Union[_money_pb2.Money, _Mapping]] = ..., reason: _Optional[str] = ...) -> None: ...

class AdjustCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class CloseCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id", "reason")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    REASON_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    reason: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ..., reason: _Optional[str] = ...) -> None: ...

class CloseCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class ExpireCreditLineRequest(_message.Message):
    __slots__ = ("request_id", "line_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    line_id: str
    def __init__(self, request_id: _Optional[str] = ..., line_id: _Optional[str] = ...) -> None: ...

class ExpireCreditLineResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _credit_pb2.CreditLineMoved
    def __init__(self, receipt: _Optional[_Union[_credit_pb2.CreditLineMoved, _Mapping]] = ...) -> None: ...

class GetCreditLineRequest(_message.Message):
    __slots__ = ("line_id",)
    LINE_ID_FIELD_NUMBER: _ClassVar[int]
    line_id: str
    def __init__(self, line_id: _Optional[str] = ...) -> None: ...

class GetCreditLineResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _credit_pb2.CreditLineView
    def __init__(self, answer: _Optional[_Union[_credit_pb2.CreditLineView, _Mapping]] = ...) -> None: ...

class ListCreditLinesRequest(_message.Message):
    __slots__ = ("holder", "after", "page_size")
    HOLDER_FIELD_NUMBER: _ClassVar[int]
    AFTER_FIELD_NUMBER: _ClassVar[int]
    PAGE_SIZE_FIELD_NUMBER: _ClassVar[int]
    holder: str
    after: str
    page_size: int
    def __init__(self, holder: _Optional[str] = ..., after: _Optional[str] = ..., page_size: _Optional[int] = ...) -> None: ...

class ListCreditLinesResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _credit_pb2.CreditLinePage
    def __init__(self, answer: _Optional[_Union[_credit_pb2.CreditLinePage, _Mapping]] = ...) -> None: ...
