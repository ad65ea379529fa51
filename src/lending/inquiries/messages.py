"""What is sent to those who are asked."""

import attrs

from lending.application.commands import Message
from lending.inquiries.ids import InquiryId

__all__ = ["PutInquiry", "QueryInquiry"]


@attrs.frozen
class PutInquiry(Message):
    """Put a question to the vendor of its try with this number."""

    inquiry_id: InquiryId
    number: int


@attrs.frozen
class QueryInquiry(Message):
    """Ask that vendor after it."""

    inquiry_id: InquiryId
    number: int
