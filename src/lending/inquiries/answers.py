"""What passes between the platform and those it asks."""

import enum
from datetime import timedelta

import attrs

from lending.inquiries.questions import InquiryFinding, Question
from lending.kernel.checks import SHA_256, text_of, within

__all__ = ["InquiryRequest", "Signature", "VendorAnswer", "VendorWord", "query_delay"]

THOUSAND = 1000


class VendorWord(enum.Enum):
    """A vendor's word on a request."""

    ANSWERED = "ANSWERED"
    PENDING = "PENDING"
    """Taken in: the answer follows by itself, or when asked after."""
    BUSY = "BUSY"
    """Too many requests, or closed for a moment: for certain not taken in."""
    DECLINED = "DECLINED"
    """It will not answer this request: it is wrong in form, or we may not ask."""
    UNKNOWN = "UNKNOWN"
    """No answer in time: it may have taken the request in."""
    UNREACHED = "UNREACHED"
    """Nothing was sent."""
    NOT_FOUND = "NOT_FOUND"
    """Asked after, it knows no such request."""


@attrs.frozen(kw_only=True)
class Signature:
    """A signature: the certificate it was made with, the vendor's time stamp, and the digest of what was signed."""

    certificate: str = attrs.field(validator=text_of(80))
    stamp: str = attrs.field(validator=text_of(400))
    digest: str = attrs.field(validator=SHA_256)


@attrs.frozen(kw_only=True)
class VendorAnswer:
    """A vendor's word; with an answer what it found, and of a face the likeness in thousandths."""

    word: VendorWord
    finding: InquiryFinding | None = None
    code: str = attrs.field(default="", validator=text_of(40, shortest=0))
    """The vendor's own reason."""
    likeness: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(0, THOUSAND)))
    signature: Signature | None = None


@attrs.frozen(kw_only=True)
class InquiryRequest:
    """A question to a vendor; `request_no` is its idempotency key and stays the same when it is asked again."""

    vendor: str
    request_no: str
    question: Question
    name: str = attrs.field(repr=False)
    identity_number: str = attrs.field(repr=False)
    phone: str = attrs.field(repr=False)
    card: str = attrs.field(repr=False)
    digest: str = ""
    """Of the contract that is to be signed."""


QUERY_AFTER = (timedelta(seconds=30), timedelta(minutes=2), timedelta(minutes=10), timedelta(hours=1))
"""When a vendor that has not answered is asked after; hourly from then on."""


def query_delay(doubts: int) -> timedelta:
    """How long to wait before asking for the `doubts`-th time."""
    return QUERY_AFTER[min(doubts, len(QUERY_AFTER)) - 1]
