"""What passes between the platform and a payment channel.

A channel answers yes, no, not yet or not at all. UNKNOWN is an answer: the request may or may not have
arrived, so the money is in doubt until a query says otherwise.
"""

import enum
from datetime import date, timedelta

import attrs

from lending.kernel.checks import text_of
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = [
    "NOT_FOUND_IS_FINAL_AFTER",
    "PROCESSING_QUERY_AFTER",
    "QUERY_AFTER",
    "RESULT_FILE_AFTER",
    "UNREACHED_RETRY_AFTER",
    "ChannelAnswer",
    "CollectionRequest",
    "PayoutRequest",
    "Word",
    "final_failure",
    "query_delay",
]


class Word(enum.Enum):
    """The channel's word on an order."""

    ACCEPTED = "ACCEPTED"
    """Taken in; the result follows by callback or query."""
    SUCCESS = "SUCCESS"
    PARTIAL = "PARTIAL"
    """Final: a part of what was asked was taken, as had been agreed."""
    FAILED = "FAILED"
    """Final: the money has not moved and will not."""
    UNKNOWN = "UNKNOWN"
    """No answer: it may have moved."""
    NOT_FOUND = "NOT_FOUND"
    """The channel knows no such order, so far."""
    UNREACHED = "UNREACHED"
    """The channel could not be reached: nothing was sent, for certain."""


@attrs.frozen
class ChannelAnswer:
    """A channel's word; `on` is the day the money moved, `code` the reason of a failure, `taken` the part taken."""

    word: Word
    code: str = attrs.field(default="", validator=text_of(40, shortest=0))
    on: date | None = None
    taken: Money | None = None

    def __attrs_post_init__(self) -> None:
        if (self.word is Word.PARTIAL) != (self.taken is not None):
            expected = "the amount taken with PARTIAL, and with no other word"
            raise InvalidValue("taken", "none" if self.taken is None else str(self.taken), expected)
        if self.taken is not None and self.taken.minor <= 0:
            raise InvalidValue("taken", str(self.taken), "an amount above zero")


@attrs.frozen(kw_only=True)
class PayoutRequest:
    """Pay `amount` to an account through `channel`. `order_no` is the channel's idempotency key."""

    channel: str
    order_no: str
    amount: Money
    account: str = attrs.field(repr=False)
    bank: str
    holder: str = attrs.field(repr=False)
    corporate: bool


@attrs.frozen(kw_only=True)
class CollectionRequest:
    """Take `amount` from an account through `channel`, under a debit agreement. `order_no` is its idempotency key.

    `agreement` is the agreement's number, empty where the loan contract is it; where `in_part`, less may be taken.
    """

    channel: str
    order_no: str
    amount: Money
    account: str = attrs.field(repr=False)
    bank: str
    holder: str = attrs.field(repr=False)
    agreement: str = ""
    in_part: bool = False


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


RESULT_FILE_AFTER = timedelta(hours=2)
"""When the orders of a batch are asked after: by then its result file is there (domain §8)."""

UNREACHED_RETRY_AFTER = timedelta(seconds=15)
"""When an order that never left is routed anew; the breaker takes over where that goes on."""


def query_delay(doubts: int) -> timedelta:
    """How long to wait before asking for the `doubts`-th time."""
    return QUERY_AFTER[min(doubts, len(QUERY_AFTER)) - 1]


NOT_FOUND_IS_FINAL_AFTER = timedelta(hours=24)
"""By then the channel's next-day file would hold the order if it existed."""


def final_failure(answer: ChannelAnswer, waited: timedelta, *, first: bool) -> str | None:
    """The code of a failure that is final; None where the answer is none.

    `waited` is how long ago the order was sent. That it never left counts only as the `first` word on it.
    """
    match answer.word:
        case Word.FAILED:
            return answer.code
        case Word.UNREACHED if first:
            return Word.UNREACHED.value
        case Word.NOT_FOUND if waited > NOT_FOUND_IS_FINAL_AFTER:
            return Word.NOT_FOUND.value
        case _:
            return None
