"""Proposals: one mechanism of maker and checker (复核) for every act that takes two people."""

import enum
from datetime import date, datetime
from typing import Any, Self

import attrs

from lending.application.commands import Command, DatedCommand
from lending.kernel.events import Event
from lending.kernel.ids import Id
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.events import ProposalDecided, ProposalMade
from lending.operations.refusals import MakerIsChecker, ProposalClosed, ProposalExpired, ValueDateNotTaken

__all__ = ["Proposal", "ProposalId", "ProposalStatus"]


@attrs.frozen(order=True, repr=False)
class ProposalId(Id):
    """A proposal's id."""

    prefix = "prop"


class ProposalStatus(enum.Enum):
    """Where a proposal stands."""

    OPEN = "OPEN"
    APPROVED = "APPROVED"
    REJECTED = "REJECTED"


@attrs.frozen(kw_only=True)
class Proposal:
    """A command that waits for another person's decision until `expires_at`; it may count from a `value_date`."""

    id: ProposalId
    command: Command[Any, Any]
    maker: str
    reason: str
    expires_at: datetime
    value_date: date | None = None
    status: ProposalStatus = ProposalStatus.OPEN
    checker: str | None = None
    events: tuple[Event, ...] = ()

    @classmethod
    def make(
        cls,
        proposal_id: ProposalId,
        command: Command[Any, Any],
        maker: str,
        reason: str,
        expires_at: datetime,
        value_date: date | None = None,
    ) -> Outcome[Self, ValueDateNotTaken]:
        """Put a command forward."""
        name = type(command).__name__
        if value_date is not None and not isinstance(command, DatedCommand):
            return Failure(ValueDateNotTaken(name, value_date))
        made = cls(
            id=proposal_id,
            command=command,
            maker=maker,
            reason=reason,
            expires_at=expires_at,
            value_date=value_date,
            events=(ProposalMade(proposal_id.value, name, expires_at),),
        )
        return Success(made)

    def decide(
        self, checker: str, at: datetime, *, approve: bool
    ) -> Outcome[Self, ProposalClosed | ProposalExpired | MakerIsChecker]:
        """Approve or reject; the checker is never the maker."""
        if self.status is not ProposalStatus.OPEN:
            return Failure(ProposalClosed(self.id.value, self.status.value))
        if at >= self.expires_at:
            return Failure(ProposalExpired(self.id.value, self.expires_at))
        if checker == self.maker:
            return Failure(MakerIsChecker(self.id.value))
        decided = ProposalDecided(self.id.value, type(self.command).__name__, approve)
        status = ProposalStatus.APPROVED if approve else ProposalStatus.REJECTED
        return Success(attrs.evolve(self, status=status, checker=checker, events=(*self.events, decided)))
