"""What can be asked of the running of the business."""

from datetime import date
from typing import Any

import attrs

from lending.application.commands import Command, Receipt
from lending.kernel.checks import text_of
from lending.kernel.refusals import Refusal
from lending.operations.proposals import ProposalId
from lending.operations.refusals import (
    AlreadyStarted,
    DayNotNext,
    MakerIsChecker,
    ProposalClosed,
    ProposalExpired,
    ProposalNotFound,
    ValueDateNotTaken,
)

__all__ = [
    "ApproveProposal",
    "DayOpened",
    "Propose",
    "Proposed",
    "PublishCalendar",
    "Published",
    "RejectProposal",
    "StartBusiness",
    "SwitchDay",
]


@attrs.frozen
class DayOpened(Receipt):
    """The accounting day that is open now."""

    on: date


@attrs.frozen
class StartBusiness(Command[DayOpened, AlreadyStarted]):
    """Open the platform's first accounting day."""

    on: date


@attrs.frozen
class SwitchDay(Command[DayOpened, DayNotNext]):
    """Close the accounting day and open the next one, `to` (日切)."""

    to: date


@attrs.frozen
class Published(Receipt):
    """What was published, and its version."""

    name: str
    version: int


@attrs.frozen
class PublishCalendar(Command[Published, Refusal]):
    """Publish the official workdays of a year, make-up workdays included."""

    year: int
    workdays: frozenset[date]


@attrs.frozen
class Proposed(Receipt):
    """A proposal and where it stands."""

    proposal_id: ProposalId
    status: str


@attrs.frozen
class Propose(Command[Proposed, ValueDateNotTaken | Refusal]):
    """Put forward a command that takes a second person's approval.

    A `value_date` lets an act on a loan count from that day, such as a payment at the counter that is recorded late; so
    any act on a loan may be proposed, one that a single person may do today included.
    """

    command: Command[Any, Any]
    reason: str = attrs.field(validator=text_of(200))
    value_date: date | None = None


@attrs.frozen
class ApproveProposal(
    Command[Proposed, ProposalNotFound | ProposalClosed | ProposalExpired | MakerIsChecker | Refusal]
):
    """Approve what somebody else proposed; it is carried out at once, in the same transaction."""

    proposal_id: ProposalId


@attrs.frozen
class RejectProposal(Command[Proposed, ProposalNotFound | ProposalClosed | ProposalExpired | MakerIsChecker]):
    """Reject what somebody else proposed."""

    proposal_id: ProposalId
