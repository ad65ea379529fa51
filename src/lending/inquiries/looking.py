"""What was asked of third parties, and what it cost."""

from collections.abc import Iterator

from lending.application.call import Call
from lending.application.store import Reader
from lending.inquiries.answers import VendorWord
from lending.inquiries.commands import (
    GetVendorBill,
    InquiryList,
    InquiryView,
    ListInquiries,
    ListVendors,
    VendorBill,
    VendorBillLine,
    VendorList,
    VendorView,
)
from lending.inquiries.inquiry import Inquiry, InquiryTry
from lending.inquiries.ports import INQUIRIES, VENDOR_DIRECTORY, VENDOR_HEALTH, VENDORS
from lending.inquiries.questions import Question
from lending.inquiries.vendors import Vendor
from lending.kernel.money import Money
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal
from lending.operations.health import VendorHealth

__all__ = ["get_vendor_bill", "list_inquiries", "list_vendors"]

PAGE = 500


def list_inquiries(query: ListInquiries, _call: Call, reader: Reader) -> Outcome[InquiryList, Refusal]:
    """Every inquiry about it, in the order in which they were asked."""
    found = (stored.value for stored in reader.lookup(INQUIRIES, INQUIRIES.key("about"), query.about))
    return Success(InquiryList(tuple(map(_view, sorted(found, key=lambda inquiry: (inquiry.asked_at, inquiry.id))))))


def list_vendors(_query: ListVendors, call: Call, reader: Reader) -> Outcome[VendorList, Refusal]:
    """Everybody, as they stand now."""
    stored = reader.load(VENDORS, VENDOR_DIRECTORY)
    vendors = stored.value.vendors if stored is not None else ()
    return Success(VendorList(tuple(_vendor(vendor, call, reader) for vendor in vendors)))


def _vendor(vendor: Vendor, call: Call, reader: Reader) -> VendorView:
    stored = reader.load(VENDOR_HEALTH, vendor.code)
    health = stored.value if stored is not None else VendorHealth(vendor=vendor.code)
    return VendorView(
        code=vendor.code,
        name=vendor.name,
        questions=vendor.questions,
        cost=vendor.cost,
        opens=vendor.opens,
        closes=vendor.closes,
        enabled=vendor.enabled,
        breaker=health.state(call.received_at).value,
        open_until=health.open_until,
    )


def get_vendor_bill(query: GetVendorBill, _call: Call, reader: Reader) -> Outcome[VendorBill, Refusal]:
    """The month, added up by vendor and question."""
    by: dict[tuple[str, str], list[InquiryTry]] = {}
    for inquiry in _of_month(query.month, reader):
        for tried in inquiry.tries:
            by.setdefault((tried.vendor, inquiry.question.value), []).append(tried)
    return Success(VendorBill(query.month, tuple(_line(*key, tries) for key, tries in sorted(by.items()))))


def _of_month(month: str, reader: Reader) -> Iterator[Inquiry]:
    key, after = INQUIRIES.key("month"), ""
    while page := reader.page(INQUIRIES, key, month, after, PAGE):
        yield from page
        after = page[-1].id.value


def _line(vendor: str, question: str, tries: list[InquiryTry]) -> VendorBillLine:
    costs = [tried.cost for tried in tries if tried.cost is not None]
    return VendorBillLine(
        vendor=vendor,
        question=Question(question),
        asked=len(tries),
        answered=sum(tried.word is VendorWord.ANSWERED for tried in tries),
        cost=sum(costs[1:], costs[0]) if costs else Money.zero(),
    )


def _view(inquiry: Inquiry) -> InquiryView:
    return InquiryView(
        inquiry_id=inquiry.id,
        question=inquiry.question.value,
        about=inquiry.about,
        state=inquiry.state.value,
        asked_at=inquiry.asked_at,
        tries=inquiry.tries,
        finding=inquiry.finding.value if inquiry.finding is not None else None,
        likeness=inquiry.likeness,
        answered_at=inquiry.answered_at,
    )
