"""What can be asked of inquiries, and about them."""

from datetime import datetime

import attrs

from lending.application.commands import Command, Query, Receipt
from lending.inquiries.answers import VendorAnswer
from lending.inquiries.ids import InquiryId
from lending.inquiries.inquiry import InquiryTry
from lending.inquiries.questions import Question
from lending.inquiries.refusals import FindingMissing, FindingNotOfQuestion, InquiryNotFound
from lending.inquiries.vendors import Vendors
from lending.kernel.checks import matching, text_of, within
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.operations.commands import Published

__all__ = [
    "ExpireInquiry",
    "GetVendorBill",
    "InquiryList",
    "InquiryRecorded",
    "InquiryView",
    "ListInquiries",
    "ListVendors",
    "PublishVendors",
    "RecordInquiryAnswer",
    "RetryInquiry",
    "VendorBill",
    "VendorBillLine",
    "VendorList",
    "VendorView",
]

TRIES_MAX = 1000
MONTH = matching(r"[0-9]{4}-(0[1-9]|1[0-2])", "a month such as 2026-11")


@attrs.frozen
class PublishVendors(Command[Published, Refusal]):
    """Publish who can be asked, in place of what was published before."""

    vendors: Vendors


@attrs.frozen
class InquiryRecorded(Receipt):
    """An inquiry and where it stands."""

    inquiry_id: InquiryId
    state: str


@attrs.frozen
class RecordInquiryAnswer(Command[InquiryRecorded, InquiryNotFound | FindingNotOfQuestion | FindingMissing | Refusal]):
    """Record a vendor's word on one of an inquiry's requests, told by itself or asked after."""

    inquiry_id: InquiryId
    request_no: str = attrs.field(validator=text_of(64))
    answer: VendorAnswer


@attrs.frozen
class RetryInquiry(Command[InquiryRecorded, InquiryNotFound]):
    """Ask again, after so many tries: the same vendor or the next."""

    inquiry_id: InquiryId
    tries: int = attrs.field(validator=within(0, TRIES_MAX))


@attrs.frozen
class ExpireInquiry(Command[InquiryRecorded, InquiryNotFound]):
    """The inquiry's time is over."""

    inquiry_id: InquiryId


@attrs.frozen(kw_only=True)
class InquiryView:
    """An inquiry: what was asked, every try, and what was found, where anything was."""

    inquiry_id: InquiryId
    question: str
    about: str
    state: str
    asked_at: datetime
    tries: tuple[InquiryTry, ...]
    finding: str | None
    likeness: int | None
    answered_at: datetime | None


@attrs.frozen
class InquiryList:
    """Inquiries about one thing, the first asked first."""

    inquiries: tuple[InquiryView, ...]


@attrs.frozen
class ListInquiries(Query[InquiryList, Refusal]):
    """What was asked of third parties about an application, or, of signatures, about a contract."""

    about: str = attrs.field(validator=text_of(64))


@attrs.frozen(kw_only=True)
class VendorView:
    """A vendor now: what it answers, at what cost and when, and where its breaker stands."""

    code: str
    name: str
    questions: tuple[Question, ...]
    cost: Money
    opens: str
    closes: str
    enabled: bool
    breaker: str
    open_until: datetime | None


@attrs.frozen
class VendorList:
    """Everybody who can be asked, first choice first."""

    vendors: tuple[VendorView, ...]


@attrs.frozen
class ListVendors(Query[VendorList, Refusal]):
    """Who can be asked, and whether they are in order."""


@attrs.frozen(kw_only=True)
class VendorBillLine:
    """What one vendor was asked of one question: how often, how often it answered, and what that cost."""

    vendor: str
    question: Question
    asked: int
    answered: int
    cost: Money


@attrs.frozen
class VendorBill:
    """The lines of a month, by vendor and question."""

    month: str
    lines: tuple[VendorBillLine, ...]


@attrs.frozen
class GetVendorBill(Query[VendorBill, Refusal]):
    """What the inquiries begun in a month, China's time, cost by our own records, for vendors' bills (R111)."""

    month: str = attrs.field(validator=MONTH)
