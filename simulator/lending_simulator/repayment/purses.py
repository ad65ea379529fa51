"""Purses: what people's accounts hold from hour to hour, whatever anybody knows of it.

Everybody earns their monthly income: at once on a payday, or day by day. What they spend is a part of what they hold,
so that the same draws give the same life however much was deducted.
"""

import enum
import random
from collections.abc import Generator
from datetime import datetime, timedelta

import attrs
import simpy

from lending_adapters.vendors.bank import FakeBank

__all__ = ["Kind", "Purse", "live"]

HOUR = timedelta(hours=1)
FIVE_PAST = timedelta(minutes=5)
WORKDAYS = 26
"""Days of a month on which somebody earns who earns day by day."""


class Kind(enum.Enum):
    """How somebody's money comes and goes."""

    STEADY = "STEADY"
    """Holds more than is due, always."""
    SALARIED = "SALARIED"
    """Is paid once a month during the day, puts most of it elsewhere that evening, and lives on the rest."""
    BY_THE_DAY = "BY_THE_DAY"
    """Earns in the afternoon, and lays it out again in the early morning."""
    OTHER_CARD = "OTHER_CARD"
    """As the salaried, but paid to the second card."""


@attrs.frozen(kw_only=True)
class Purse:
    """Somebody's accounts, their monthly income in minor units, and the rhythm of their month."""

    kind: Kind
    account: str
    paid_to: str
    income: int
    payday: int
    hour: int


def live(
    env: simpy.Environment, start: datetime, purse: Purse, bank: FakeBank, chance: random.Random
) -> Generator[simpy.Event, None, None]:
    """What happens to the purse, at five past every hour."""
    yield env.timeout(FIVE_PAST.total_seconds())
    while True:
        now = start + timedelta(seconds=env.now)
        _HOURS[purse.kind](purse, bank, now, chance.random())
        yield env.timeout(HOUR.total_seconds())


def _steady(purse: Purse, bank: FakeBank, _now: datetime, _drawn: float) -> None:
    missing = purse.income - bank.balance(purse.account)
    if missing > 0:
        bank.deposit(purse.account, missing)


def _salaried(purse: Purse, bank: FakeBank, now: datetime, drawn: float) -> None:
    if (now.day, now.hour) == (purse.payday, purse.hour):
        bank.deposit(purse.paid_to, purse.income)
    elif now.day == purse.payday and now.hour == purse.hour + 4:
        _spend(bank, purse.paid_to, 0.4 + 0.4 * drawn)
    elif now.hour >= 8:
        _spend(bank, purse.paid_to, 0.06 * drawn)


def _by_the_day(purse: Purse, bank: FakeBank, now: datetime, drawn: float) -> None:
    if now.weekday() < 6 and now.hour == purse.hour:
        bank.deposit(purse.paid_to, int(purse.income / WORKDAYS * (0.6 + 0.8 * drawn)))
    elif now.hour == 5:
        _spend(bank, purse.paid_to, 0.6 + 0.3 * drawn)


def _spend(bank: FakeBank, account: str, share: float) -> None:
    bank.spend(account, int(bank.balance(account) * share))


_HOURS = {Kind.STEADY: _steady, Kind.SALARIED: _salaried, Kind.BY_THE_DAY: _by_the_day, Kind.OTHER_CARD: _salaried}
