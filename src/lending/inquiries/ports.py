"""How inquiries are kept, and the way to those who are asked."""

from typing import Protocol

from lending.application.call import CHINA
from lending.application.kinds import Key, Kind
from lending.inquiries.answers import InquiryRequest, VendorAnswer
from lending.inquiries.inquiry import Inquiry
from lending.inquiries.questions import Question
from lending.inquiries.vendors import Vendors
from lending.operations.health import VendorHealth

__all__ = ["INQUIRIES", "VENDORS", "VENDOR_DIRECTORY", "VENDOR_HEALTH", "VendorGateway", "asked_of_subject"]

VENDOR_DIRECTORY = "vendors"
"""The id of the one directory of vendors."""


def asked_of_subject(question: Question, subject: str) -> str:
    """What a person's inquiries of one question are found by."""
    return f"{question.value}/{subject}"


INQUIRIES = Kind(
    "inquiry",
    Inquiry,
    identity=lambda inquiry: inquiry.id.value,
    keys=(
        Key("about", lambda inquiry: inquiry.about),
        Key("asked_of", lambda inquiry: asked_of_subject(inquiry.question, inquiry.subject)),
        Key("month", lambda inquiry: f"{inquiry.asked_at.astimezone(CHINA):%Y-%m}"),
    ),
)

VENDORS = Kind("vendors", Vendors, identity=lambda _vendors: VENDOR_DIRECTORY)

VENDOR_HEALTH = Kind("vendor_health", VendorHealth, identity=lambda health: health.vendor)


class VendorGateway(Protocol):
    """The way to every vendor, each by its code. It raises `VendorUnavailable` when nothing was sent."""

    def ask(self, request: InquiryRequest) -> VendorAnswer:
        """Put the question; no answer in time is UNKNOWN."""

    def query(self, vendor: str, request_no: str, question: Question) -> VendorAnswer:
        """Ask after a request."""
