"""The accounting day (日切): the one date that business is dated by."""

from datetime import date, timedelta
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.events import BusinessStarted, DaySwitched
from lending.operations.refusals import DayNotNext

__all__ = ["ACCOUNTING_DAY", "AccountingDay"]

ACCOUNTING_DAY = "accounting-day"
"""The id of the one accounting day there is."""


@attrs.frozen
class AccountingDay:
    """The day that is open. Every commit relies on it, so that none is dated by a day already closed."""

    on: date
    events: tuple[Event, ...] = ()

    @classmethod
    def start(cls, on: date) -> Self:
        """Open the platform's first accounting day."""
        return cls(on, (BusinessStarted(on),))

    def switch(self, to: date) -> Outcome[Self, DayNotNext]:
        """Close this day and open `to`, which must be the next one."""
        if to != self.on + timedelta(days=1):
            return Failure(DayNotNext(open_day=self.on, asked=to))
        return Success(attrs.evolve(self, on=to, events=(*self.events, DaySwitched(closed=self.on, opened=to))))
