"""What passes between the platform and a payment channel.

A channel answers yes, no, not yet or not at all. UNKNOWN is an answer: the request may or may not have
arrived, so the money is in doubt until a query says otherwise.
"""

import enum
from datetime import date, timedelta

import attrs

from lending.kernel.checks import text_of
from lending.kernel.money import Money

__all__ = [
    "CHANNEL",
    "CHANNELS",
    "PROCESSING_QUERY_AFTER",
    "QUERY_AFTER",
    "ChannelAnswer",
    "CollectionRequest",
    "PayoutRequest",
    "Word",
    "query_delay",
]


CHANNEL = "MAIN"
"""The channel that every order goes through until routing chooses between several."""

CHANNELS = frozenset({CHANNEL})
"""Every channel there is: whoever sends orders gets statements of them."""


class Word(enum.Enum):
    """The channel's word on an order."""

    ACCEPTED = "ACCEPTED"
    """Taken in; the result follows by callback or query."""
    SUCCESS = "SUCCESS"
    FAILED = "FAILED"
    """Final: the money has not moved and will not."""
    UNKNOWN = "UNKNOWN"
    """No answer: it may have moved."""
    NOT_FOUND = "NOT_FOUND"
    """The channel knows no such order, so far."""


@attrs.frozen
class ChannelAnswer:
    """A channel's word; `on` is the day the money moved, `code` the reason of a failure."""

    word: Word
    code: str = attrs.field(default="", validator=text_of(40, shortest=0))
    on: date | None = None


@attrs.frozen(kw_only=True)
class PayoutRequest:
    """Pay `amount` to an account. `order_no` is the channel's idempotency key."""

    order_no: str
    amount: Money
    account: str = attrs.field(repr=False)
    bank: str
    holder: str = attrs.field(repr=False)
    corporate: bool


@attrs.frozen(kw_only=True)
class CollectionRequest:
    """Take `amount` from an account under a debit agreement. `order_no` is the channel's idempotency key."""

    order_no: str
    amount: Money
    account: str = attrs.field(repr=False)
    bank: str
    holder: str = attrs.field(repr=False)


QUERY_AFTER = (
    timedelta(seconds=10),
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(hours=1),
)
"""When an order in doubt is asked after (domain §8); hourly from then on."""

PROCESSING_QUERY_AFTER = timedelta(minutes=10)
"""When an order that was accepted, and not called back on, is asked after."""


def query_delay(doubts: int) -> timedelta:
    """How long to wait before asking for the `doubts`-th time."""
    return QUERY_AFTER[min(doubts, len(QUERY_AFTER)) - 1]
