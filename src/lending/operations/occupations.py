"""Occupations (预占): what one matter, an order or a draw, holds of which limits.

The limits themselves are contended rows (`application.limits`); the occupation is the aggregate whose state
moves once, so that what was occupied is confirmed or released exactly once.
"""

import enum
from typing import Self

import attrs

from lending.application.limits import Limit
from lending.application.work import Work
from lending.kernel.checks import non_empty, positive
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.refusals import NoRoomInLimit, OccupationClosed

__all__ = ["Held", "Occupation", "OccupationState"]

AMOUNT_MAX = 10**15


class OccupationState(enum.Enum):
    """Where an occupation stands."""

    OCCUPIED = "OCCUPIED"
    """Set aside; what it is for may still fail."""
    CONFIRMED = "CONFIRMED"
    """Used (占用)."""
    RELEASED = "RELEASED"
    """Given up: what it was for has finally failed or was cancelled."""


@attrs.frozen
class Held:
    """An amount of one limit. A `revolving` one comes back as what it was used for is repaid."""

    limit: str
    amount: int = attrs.field(validator=positive(AMOUNT_MAX))
    revolving: bool = True


@attrs.frozen(kw_only=True)
class Occupation:
    """What `holder`, the id of the matter, holds of its limits; `given_back` of each revolving one has returned."""

    holder: str
    held: tuple[Held, ...] = attrs.field(validator=non_empty)
    state: OccupationState = OccupationState.OCCUPIED
    given_back: int = 0

    @classmethod
    def take(cls, work: Work, holder: str, held: tuple[Held, ...]) -> Outcome[Self, NoRoomInLimit]:
        """Occupy all of `held`, or nothing: refused where a limit has no room as this work sees it.

        Should another take the room before this work commits, the work is run again and comes here again.
        """
        for place, wanted in enumerate(held):
            limit = work.limit(wanted.limit)
            if limit is None or limit.free < wanted.amount:
                for drawn in held[:place]:
                    work.draw(drawn.limit, holder, occupied=-drawn.amount)
                return Failure(_no_room(wanted, limit))
            work.draw(wanted.limit, holder, occupied=wanted.amount)
        return Success(cls(holder=holder, held=held))

    def confirm(self, work: Work) -> Outcome[Self, OccupationClosed]:
        """What it was for has succeeded: occupied becomes used."""
        if self.state is not OccupationState.OCCUPIED:
            return Failure(OccupationClosed(self.holder, self.state.value))
        for held in self.held:
            work.draw(held.limit, self.holder, occupied=-held.amount, used=held.amount)
        return Success(attrs.evolve(self, state=OccupationState.CONFIRMED))

    def release(self, work: Work) -> Outcome[Self, OccupationClosed]:
        """What it was for has finally failed, or was undone later: everything still held is given back."""
        if self.state is OccupationState.RELEASED:
            return Failure(OccupationClosed(self.holder, self.state.value))
        confirmed = self.state is OccupationState.CONFIRMED
        for held in self.held:
            left = held.amount - (min(self.given_back, held.amount) if held.revolving else 0)
            work.draw(held.limit, self.holder, occupied=0 if confirmed else -left, used=-left if confirmed else 0)
        return Success(attrs.evolve(self, state=OccupationState.RELEASED))

    def repaid(self, work: Work, in_all: int) -> Outcome[Self, OccupationClosed]:
        """`in_all` of the amount has been repaid since the beginning: the revolving limits have so much again.

        A running total: told twice it changes nothing, and the reversal of a payment takes the room again, which may
        put the limit over its total.
        """
        if self.state is not OccupationState.CONFIRMED:
            return Failure(OccupationClosed(self.holder, self.state.value))
        for held in self.held:
            if held.revolving:
                change = min(in_all, held.amount) - min(self.given_back, held.amount)
                work.draw(held.limit, self.holder, used=-change, forced=True)
        return Success(attrs.evolve(self, given_back=in_all))


def _no_room(wanted: Held, limit: Limit | None) -> NoRoomInLimit:
    return NoRoomInLimit(wanted.limit, wanted.amount, limit.free if limit else 0)
