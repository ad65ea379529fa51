"""Why a deduction failed, by class (machine 3.5), and what follows from each."""

import enum
from datetime import date, datetime, time, timedelta

from lending.application.call import CHINA
from lending.payments.channel import UNREACHED_RETRY_AFTER, Word

__all__ = ["NO_CHANNEL", "SLOTS", "TRIES_MAX", "TRIES_USED", "FailureClass", "class_of", "next_try"]

NO_CHANNEL = "NO_CHANNEL"
"""No channel could take it; the reasons stand on the order."""
TRIES_USED = "TRIES_USED"
"""The card has failed as often as it may on one day; nothing was sent."""

TRIES_MAX = 3
"""Failures of one card on one accounting day after which it is left alone until the next."""

SLOTS = (time(9), time(12), time(15), time(18), time(21))
"""When money that was not there is looked for again on the same day, China's time."""

LATER = timedelta(minutes=10)
"""When a channel may have come back, or opened."""


class FailureClass(enum.Enum):
    """What was wrong."""

    INSUFFICIENT = "INSUFFICIENT"
    """The money was not there: tried again in the next slot of the day, over what is due then."""
    CARD_INVALID = "CARD_INVALID"
    """The card is of no use: not tried again before the customer names another."""
    LIMIT = "LIMIT"
    """Too much for the card or the day: left until the next day."""
    CHANNEL = "CHANNEL"
    """The channel's own trouble: tried again through another one."""
    RISK = "RISK"
    """The bank refuses it as a risk, or says nothing that is known: a person must look."""


CLASSES = {
    "INSUFFICIENT": FailureClass.INSUFFICIENT,
    "ACCOUNT_CLOSED": FailureClass.CARD_INVALID,
    "CARD_INVALID": FailureClass.CARD_INVALID,
    "CARD_EXPIRED": FailureClass.CARD_INVALID,
    "AGREEMENT_ENDED": FailureClass.CARD_INVALID,
    "LIMIT_EXCEEDED": FailureClass.LIMIT,
    TRIES_USED: FailureClass.LIMIT,
    "BANK_REJECTED": FailureClass.CHANNEL,
    "CHANNEL_ERROR": FailureClass.CHANNEL,
    "MAINTENANCE": FailureClass.CHANNEL,
    NO_CHANNEL: FailureClass.CHANNEL,
    Word.NOT_FOUND.value: FailureClass.CHANNEL,
    Word.UNREACHED.value: FailureClass.CHANNEL,
}


def class_of(code: str) -> FailureClass:
    """The class of a failure's code; a code that is not known is nobody's to try again."""
    return CLASSES.get(code, FailureClass.RISK)


def next_try(code: str, at: datetime, day: date) -> datetime | None:
    """When what is due is tried again on accounting day `day`; None where it is not."""
    match class_of(code):
        case FailureClass.CHANNEL if code == Word.UNREACHED.value:
            return at + UNREACHED_RETRY_AFTER
        case FailureClass.CHANNEL:
            return at + (LATER if code == NO_CHANNEL else timedelta())
        case FailureClass.INSUFFICIENT:
            slots = (datetime.combine(day, slot, CHINA) for slot in SLOTS)
            return next((slot for slot in slots if slot > at), None)
        case _:
            return None
