from google.api import field_behavior_pb2 as _field_behavior_pb2
from lending_proto.v1 import inquiries_pb2 as _inquiries_pb2
from lending_proto.v1 import operations_pb2 as _operations_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class PublishVendorsRequest(_message.Message):
    __slots__ = ("request_id", "vendors")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    VENDORS_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    vendors: _inquiries_pb2.Vendors
    def __init__(self, request_id: _Optional[str] = ..., vendors: _Optional[_Union[_inquiries_pb2.Vendors, _Mapping]] = ...) -> None: ...

class PublishVendorsResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _operations_pb2.Published
    def __init__(self, receipt: _Optional[_Union[_operations_pb2.Published, _Mapping]] = ...) -> None: ...

class RecordInquiryAnswerRequest(_message.Message):
    __slots__ = ("request_id", "inquiry_id", "request_no", "answer")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    REQUEST_NO_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    inquiry_id: str
    request_no: str
    answer: _inquiries_pb2.VendorAnswer
    def __init__(self, request_id: _Optional[str] = ..., inquiry_id: _Optional[str] = ..., request_no: _Optional[str] = ..., answer: _Optional[_Union[_inquiries_pb2.VendorAnswer, _Mapping]] = ...) -> None: ...

class RecordInquiryAnswerResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _inquiries_pb2.InquiryRecorded
    def __init__(self, receipt: _Optional[_Union[_inquiries_pb2.InquiryRecorded, _Mapping]] = ...) -> None: ...

class RetryInquiryRequest(_message.Message):
    __slots__ = ("request_id", "inquiry_id", "tries")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    TRIES_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    inquiry_id: str
    tries: int
    def __init__(self, request_id: _Optional[str] = ..., inquiry_id: _Optional[str] = ..., tries: _Optional[int] = ...) -> None: ...

class RetryInquiryResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _inquiries_pb2.InquiryRecorded
    def __init__(self, receipt: _Optional[_Union[_inquiries_pb2.InquiryRecorded, _Mapping]] = ...) -> None: ...

class ExpireInquiryRequest(_message.Message):
    __slots__ = ("request_id", "inquiry_id")
    REQUEST_ID_FIELD_NUMBER: _ClassVar[int]
    INQUIRY_ID_FIELD_NUMBER: _ClassVar[int]
    request_id: str
    inquiry_id: str
    def __init__(self, request_id: _Optional[str] = ..., inquiry_id: _Optional[str] = ...) -> None: ...

class ExpireInquiryResponse(_message.Message):
    __slots__ = ("receipt",)
    RECEIPT_FIELD_NUMBER: _ClassVar[int]
    receipt: _inquiries_pb2.InquiryRecorded
    def __init__(self, receipt: _Optional[_Union[_inquiries_pb2.InquiryRecorded, _Mapping]] = ...) -> None: ...

class ListInquiriesRequest(_message.Message):
    __slots__ = ("about",)
    ABOUT_FIELD_NUMBER: _ClassVar[int]
    about: str
    def __init__(self, about: _Optional[str] = ...) -> None: ...

class ListInquiriesResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _inquiries_pb2.InquiryList
    def __init__(self, answer: _Optional[_Union[_inquiries_pb2.InquiryList, _Mapping]] = ...) -> None: ...

class ListVendorsRequest(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class ListVendorsResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _inquiries_pb2.VendorList
    def __init__(self, answer: _Optional[_Union[_inquiries_pb2.VendorList, _Mapping]] = ...) -> None: ...

class GetVendorBillRequest(_message.Message):
    __slots__ = ("month",)
    MONTH_FIELD_NUMBER: _ClassVar[int]
    month: str
    def __init__(self, month: _Optional[str] = ...) -> None: ...

class GetVendorBillResponse(_message.Message):
    __slots__ = ("answer",)
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    answer: _inquiries_pb2.VendorBill
    def __init__(self, answer: _Optional[_Union[_inquiries_pb2.VendorBill, _Mapping]] = ...) -> None: ...
