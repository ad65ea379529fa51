"""Why a deduction failed, by class (machine 3.5), and what follows from each."""

import enum
from datetime import date, datetime, time, timedelta

from lending.application.call import CHINA
from lending.payments.channel import UNREACHED_RETRY_AFTER, Word

__all__ = [
    "CARD_BUSY",
    "INSUFFICIENT",
    "NO_CARD",
    "NO_CHANNEL",
    "SLOTS",
    "TRIES_MAX",
    "TRIES_USED",
    "FailureClass",
    "class_of",
    "next_round",
    "next_slot",
    "next_try",
]

NO_CHANNEL = "NO_CHANNEL"
"""No channel could take it; the reasons stand on the order."""
CARD_BUSY = "CARD_BUSY"
"""Other deductions from the card await their final word, and it may be tried no more often than they are."""
NO_CARD = "NO_CARD"
"""No card could be asked; the reasons stand on the order."""
TRIES_USED = "TRIES_USED"
"""Every card that could be asked has failed as often as it may on one day; nothing was sent."""
INSUFFICIENT = "INSUFFICIENT"
"""The money was not there."""

TRIES_MAX = 3
"""Failures of one card on one accounting day after which it is left alone until the next."""

SLOTS = (time(9), time(12), time(15), time(18), time(21))
"""When money that was not there is looked for again on the same day, China's time."""

LATER = timedelta(minutes=10)
"""When a channel may have come back, or opened, or a word come."""


class FailureClass(enum.Enum):
    """What was wrong."""

    INSUFFICIENT = "INSUFFICIENT"
    """The money was not there: the next card is tried, and all again in the next slot of the day."""
    CARD_INVALID = "CARD_INVALID"
    """The card is of no use today: the next one is tried."""
    LIMIT = "LIMIT"
    """Too much for the card or the day: the next card is tried, this one left until the next day."""
    CHANNEL = "CHANNEL"
    """The channel's own trouble: tried again through another one."""
    RISK = "RISK"
    """The bank refuses it as a risk, or says nothing that is known: a person must look."""


CLASSES = {
    INSUFFICIENT: FailureClass.INSUFFICIENT,
    "ACCOUNT_CLOSED": FailureClass.CARD_INVALID,
    "CARD_INVALID": FailureClass.CARD_INVALID,
    "CARD_EXPIRED": FailureClass.CARD_INVALID,
    "AGREEMENT_ENDED": FailureClass.CARD_INVALID,
    "LIMIT_EXCEEDED": FailureClass.LIMIT,
    TRIES_USED: FailureClass.LIMIT,
    NO_CARD: FailureClass.LIMIT,
    "BANK_REJECTED": FailureClass.CHANNEL,
    "CHANNEL_ERROR": FailureClass.CHANNEL,
    "MAINTENANCE": FailureClass.CHANNEL,
    CARD_BUSY: FailureClass.CHANNEL,
    NO_CHANNEL: FailureClass.CHANNEL,
    Word.NOT_FOUND.value: FailureClass.CHANNEL,
    Word.UNREACHED.value: FailureClass.CHANNEL,
}


def class_of(code: str) -> FailureClass:
    """The class of a failure's code; a code that is not known is nobody's to try again."""
    return CLASSES.get(code, FailureClass.RISK)


def next_slot(at: datetime, day: date) -> datetime | None:
    """The first slot of accounting day `day` after this instant; None where it has no more."""
    slots = (datetime.combine(day, slot, CHINA) for slot in SLOTS)
    return next((slot for slot in slots if slot > at), None)


def next_try(code: str, at: datetime, day: date, *, another: bool, short: bool) -> datetime | None:
    """When what is due is tried again on accounting day `day`; None where it is not.

    `another` says whether a card can be asked now, `short` whether one is waiting for the next slot.
    """
    match class_of(code):
        case FailureClass.CHANNEL if code == Word.UNREACHED.value:
            return at + UNREACHED_RETRY_AFTER
        case FailureClass.CHANNEL:
            return at + (LATER if code in {NO_CHANNEL, CARD_BUSY} else timedelta())
        case FailureClass.RISK:
            return None
        case _:
            return next_round(at, day, another=another, short=short)


def next_round(at: datetime, day: date, *, another: bool, short: bool) -> datetime | None:
    """When a further card is tried: now, or in the next slot where one that held too little may hold more."""
    if another:
        return at
    return next_slot(at, day) if short else None
