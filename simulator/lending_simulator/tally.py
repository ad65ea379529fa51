"""The tally: what was asked, how it ended, when, and what it came to day by day."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

import attrs

from lending.application.bus import Attempt
from lending.application.call import CHINA
from lending.contracts.events import ContractAccepted
from lending.kernel.events import EventRecord
from lending.loans.events import LoanOpened, LoanRepaid
from lending.origination.events import ApplicationSubmitted

__all__ = ["CommandCount", "DayFigures", "Tally"]

HOURS = 24
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
        self._accepted: dict[str, datetime] = {}
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

    @property
    def today(self) -> DayFigures:
        """The figures of the simulated day."""
        return self.days.setdefault(self._now().astimezone(CHINA).date(), DayFigures())

    @property
    def _hour(self) -> int:
        return self._now().astimezone(CHINA).hour

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
