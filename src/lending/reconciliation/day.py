"""`ReconciledDay`: how a day came out with one source, by its latest version."""

from datetime import date
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.payments.channels import Channels
from lending.reconciliation.events import DayReconciled
from lending.reconciliation.matching import Tally

__all__ = ["BOOKS", "BUSINESS", "LEDGER", "ReconciledDay", "sources_of"]

BUSINESS = "BUSINESS"
"""Internal: payment orders against the money in and out that loans have taken (业务流水)."""

LEDGER = "LEDGER"
"""Internal: payment orders against the lines of the channel's account in the ledger."""

BOOKS = (BUSINESS, LEDGER)
"""What is reconciled internally before a day's postings are released (R66)."""


def sources_of(directory: Channels | None) -> tuple[str, ...]:
    """What a day is reconciled with: every published channel, and the books."""
    codes = directory.codes if directory is not None else frozenset()
    return tuple(sorted(codes | set(BOOKS)))


@attrs.frozen(kw_only=True)
class ReconciledDay:
    """A day and source, reconciled. `version` is the statement's, or counts the runs of an internal one."""

    source: str
    day: date
    version: int
    tally: Tally
    events: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """`MAIN/2024-01-05`."""
        return f"{self.source}/{self.day.isoformat()}"

    def reconciled(self) -> Self:
        """This day, with the event that it was reconciled."""
        done = DayReconciled(
            source=self.source,
            day=self.day,
            version=self.version,
            matched=self.tally.matched,
            differences=self.tally.differences,
        )
        return attrs.evolve(self, events=(*self.events, done))
