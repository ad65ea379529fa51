"""The tally: what was asked, how it ended, when, and what it came to day by day."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import attrs

from lending.application.bus import Attempt
from lending.application.call import CHINA
from lending.contracts.events import ContractAccepted
from lending.kernel.events import EventRecord
from lending.loans.events import LoanOpened, LoanRepaid
from lending.origination.events import (
    ApplicationSubmitted,
    LoanPaidOut,
    OfferConfirmed,
    OfferMade,
    PayoutReleased,
    PayoutReviewWanted,
    VehiclePickedUp,
)

__all__ = ["WHOLE_WAY", "CommandCount", "DayFigures", "Tally"]

HOURS = 24
ONE_MINUTE = timedelta(minutes=1)
WHOLE_WAY = "to the car"
STEPS: dict[type[Any], str] = {
    ApplicationSubmitted: "submitted",
    OfferMade: "decided",
    OfferConfirmed: "confirmed",
    ContractAccepted: "signed",
    PayoutReviewWanted: "face shown",
    PayoutReleased: "released",
    LoanPaidOut: "promised or paid",
    VehiclePickedUp: "picked up",
}
"""What ends each step on the way to the car."""
ONE_HOUR = timedelta(hours=1)


@attrs.define
class CommandCount:
    """How a command's runs ended."""

    ok: int = 0
    refused: int = 0
    conflicts: int = 0
    """Runs that met another commit, and were run again."""
    failed: int = 0
    """Requests that got no answer: the process that ran them died, or conflicts never ended."""


@attrs.define
class DayFigures:
    """One simulated day in minor units and counts."""

    submitted: int = 0
    disbursed: int = 0
    repaid: int = 0
    principal_repaid: int = 0
    loans_opened: int = 0
    conflicts: int = 0


class Tally:
    """Counts as the bus and the events of commits tell it."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self.commands: dict[str, CommandCount] = {}
        self.refusals: Counter[tuple[str, str]] = Counter()
        """By command and refusal code."""
        self.conflicts_by_hour: dict[str, list[int]] = {}
        self.submitted_by_hour = [0] * HOURS
        self.days: dict[date, DayFigures] = {}
        self.hours_to_money: list[tuple[str, float]] = []
        """From the contract's acceptance to the opening of its loan, with the loan's product."""
        self.minutes_by_step: dict[str, list[float]] = {}
        """Of every car picked up: from the application on, and of each step, in the order of the steps (R82)."""
        self._accepted: dict[str, datetime] = {}
        self._walks: dict[str, list[tuple[str, datetime]]] = {}
        """Of each application the steps done so far, and when."""
        self._now = now

    def observe(self, attempt: Attempt) -> None:
        """One run of a use case has ended."""
        count = self.command(attempt.command)
        match attempt.ended:
            case "done":
                count.ok += 1
            case "refused":
                count.refused += 1
                self.refusals[attempt.command, attempt.code] += 1
            case _:
                count.conflicts += 1
                self.today.conflicts += 1
                self.conflicts_by_hour.setdefault(attempt.command, [0] * HOURS)[self._hour] += 1

    def failed(self, command: str) -> None:
        """A request got no answer."""
        self.command(command).failed += 1

    def command(self, name: str) -> CommandCount:
        """The count of one command."""
        return self.commands.setdefault(name, CommandCount())

    def happened(self, records: Iterable[EventRecord]) -> None:
        """These events were committed."""
        for record in records:
            self._count(record.event)
            self._step(record.event)

    @property
    def today(self) -> DayFigures:
        """The figures of the simulated day."""
        return self.days.setdefault(self._now().astimezone(CHINA).date(), DayFigures())

    @property
    def _hour(self) -> int:
        return self._now().astimezone(CHINA).hour

    def _step(self, event: Any) -> None:
        """A step on the way from the application to the car; the first of its kind counts."""
        step = STEPS.get(type(event))
        if step is None:
            return
        about = event.application_id
        walk = self._walks.setdefault(getattr(about, "value", about), [])
        if step not in dict(walk):
            walk.append((step, self._now()))
        if isinstance(event, VehiclePickedUp):
            self._arrived(walk)

    def _arrived(self, walk: list[tuple[str, datetime]]) -> None:
        instants = dict(walk)
        for step, (one, after) in zip(list(instants)[1:], pairwise(instants.values()), strict=True):
            self.minutes_by_step.setdefault(step, []).append((after - one) / ONE_MINUTE)
        first, *_, last = instants.values()
        self.minutes_by_step.setdefault(WHOLE_WAY, []).append((last - first) / ONE_MINUTE)

    def _count(self, event: Any) -> None:
        match event:
            case ApplicationSubmitted():
                self.submitted_by_hour[self._hour] += 1
                self.today.submitted += 1
            case ContractAccepted():
                self._accepted[event.contract_id.value] = self._now()
            case LoanOpened():
                waited = self._now() - self._accepted.pop(event.contract_id, self._now())
                self.hours_to_money.append((event.product, waited / ONE_HOUR))
                self.today.disbursed += event.principal.minor
                self.today.loans_opened += 1
            case LoanRepaid():
                self.today.repaid += event.amount.minor
                self.today.principal_repaid += event.principal.minor
            case _:
                pass
