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
    VendorBill,
    VendorBillLine,
)
from lending.inquiries.inquiry import Inquiry, InquiryTry
from lending.inquiries.ports import INQUIRIES
from lending.inquiries.questions import Question
from lending.kernel.money import Money
from lending.kernel.outcome import Outcome, Success
from lending.kernel.refusals import Refusal

__all__ = ["get_vendor_bill", "list_inquiries"]

PAGE = 500


def list_inquiries(query: ListInquiries, _call: Call, reader: Reader) -> Outcome[InquiryList, Refusal]:
    """Every inquiry about it, in the order in which they were asked."""
    found = (stored.value for stored in reader.lookup(INQUIRIES, INQUIRIES.key("about"), query.about))
    return Success(InquiryList(tuple(map(_view, sorted(found, key=lambda inquiry: (inquiry.asked_at, inquiry.id))))))


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
