"""The post: people learn of what happens to their affairs when it is committed, and not before."""

from collections.abc import Iterable
from datetime import timedelta

import simpy

from lending.kernel.events import EventRecord
from lending.loans.events import LoanOpened
from lending.origination.events import ApplicationClosed, ApplicationRejected, OfferMade
from lending_simulator.loom import Loom

__all__ = ["Post"]

DECIDED = (OfferMade, ApplicationRejected, ApplicationClosed)
PAID, CLOSED = "paid", "closed"


class Post:
    """Letters by what they are about; one that comes before anybody waits for it is kept."""

    def __init__(self, loom: Loom) -> None:
        self._loom = loom
        self._letters: dict[str, simpy.Event] = {}

    def deliver(self, records: Iterable[EventRecord]) -> None:
        """Tell those whom these events concern."""
        for record in records:
            event = record.event
            if isinstance(event, DECIDED):
                self._put(f"decision {record.subject}", type(event).__name__)
            if isinstance(event, LoanOpened):
                self._put(f"payout {event.contract_id}", event.loan_id)
            if isinstance(event, ApplicationClosed):
                self._put(f"end {record.subject}", None)

    def decision(self, application_id: str, patience: timedelta) -> bool:
        """Wait for the decision on an application; whether it came in time."""
        return self._loom.wait_at_most(self._letter(f"decision {application_id}"), patience)

    def payout(self, contract_id: str, application_id: str, patience: timedelta) -> object | None:
        """Wait for the loan of a contract, or the end of its application: the loan's id, None where there is none."""
        paid = self._letter(f"payout {contract_id}")
        self._loom.wait_at_most(paid | self._letter(f"end {application_id}"), patience)
        return paid.value if paid.triggered else None

    def _letter(self, about: str) -> simpy.Event:
        return self._letters.setdefault(about, self._loom.env.event())

    def _put(self, about: str, content: object) -> None:
        letter = self._letter(about)
        if not letter.triggered:
            letter.succeed(content)
