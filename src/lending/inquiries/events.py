"""What happens to inquiries."""

import attrs

from lending.inquiries.answers import Signature
from lending.inquiries.ids import InquiryId
from lending.inquiries.questions import InquiryFinding, Question
from lending.kernel.events import Event

__all__ = ["InquiryAnswered", "InquiryContradicted", "InquiryUnanswered", "VendorsPublished"]


@attrs.frozen
class InquiryAnswered(Event):
    """A vendor has answered; what was asked is about an application, a signature about a contract."""

    inquiry_id: InquiryId
    question: Question
    about: str
    finding: InquiryFinding
    likeness: int | None
    signature: Signature | None


@attrs.frozen
class InquiryContradicted(Event):
    """Something else was found of what is answered already; the first answer stands, and somebody should look."""

    inquiry_id: InquiryId
    question: Question
    about: str
    finding: InquiryFinding


@attrs.frozen
class InquiryUnanswered(Event):
    """Nobody has answered in time."""

    inquiry_id: InquiryId
    question: Question
    about: str
    tries: int


@attrs.frozen
class VendorsPublished(Event):
    """Who can be asked is published anew."""

    version: int
    vendors: int
