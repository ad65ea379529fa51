"""What passes between the platform and a funder's gateway. Silence is an answer: it is asked after, never past."""

import enum
from datetime import timedelta

import attrs

from lending.kernel.checks import text_of
from lending.kernel.money import Money

__all__ = ["FunderAnswer", "FunderWord", "FundingRequest", "query_delay"]


class FunderWord(enum.Enum):
    """A funder's word on an application."""

    APPROVED = "APPROVED"
    REFUSED = "REFUSED"
    """Final: it does not take the loan."""
    PENDING = "PENDING"
    """Taken in; the word follows."""
    UNKNOWN = "UNKNOWN"
    """No answer: it may have taken the application in."""
    NOT_FOUND = "NOT_FOUND"
    """The funder knows no such application, so far."""


@attrs.frozen
class FunderAnswer:
    """A funder's word; `code` is its reason, where it refuses."""

    word: FunderWord
    code: str = attrs.field(default="", validator=text_of(40, shortest=0))


@attrs.frozen(kw_only=True)
class FundingRequest:
    """Take `share` of a loan. `request_no` is the funder's idempotency key: it stays the same when asked again."""

    request_no: str
    funder: str
    product: str
    amount: Money
    share: Money
    instalments: int
    name: str = attrs.field(repr=False)
    identity_number: str = attrs.field(repr=False)


QUERY_AFTER = (
    timedelta(seconds=10),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
)
"""When a funder that has not decided is asked after (domain §8); hourly from then on."""


def query_delay(doubts: int) -> timedelta:
    """How long to wait before asking for the `doubts`-th time."""
    return QUERY_AFTER[min(doubts, len(QUERY_AFTER)) - 1]
