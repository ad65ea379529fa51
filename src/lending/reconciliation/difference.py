"""`Difference` (对账差错): machine 3.10, from the result that raised it to its end."""

import enum
from datetime import date
from typing import Self

import attrs

from lending.kernel.events import Event
from lending.kernel.money import CNY, Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.reconciliation.events import DifferenceFound, DifferenceGone, DifferenceParked, DifferenceResolved
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import Claim, Finding, Result, Standing, judge
from lending.reconciliation.refusals import LoanNotNamed, NothingToPark, WayNotOpen, WrongDifferenceState
from lending.reconciliation.statement import Flow

__all__ = ["MOVES", "OPEN", "WAYS", "Act", "Difference", "DifferenceState", "Way", "moved"]


class DifferenceState(enum.Enum):
    """Where a reference stands between the two sides."""

    UNMATCHED = "UNMATCHED"
    MATCHED = "MATCHED"
    LONG = "LONG"
    SHORT = "SHORT"
    AMOUNT_DIFF = "AMOUNT_DIFF"
    STATUS_DIFF = "STATUS_DIFF"
    MATCHED_LATE = "MATCHED_LATE"
    PARKED = "PARKED"
    RESOLVED = "RESOLVED"


class Act(enum.Enum):
    """What moves it."""

    MATCH = "MATCH"
    FIND_LONG = "FIND_LONG"
    FIND_SHORT = "FIND_SHORT"
    FIND_AMOUNT = "FIND_AMOUNT"
    FIND_STATUS = "FIND_STATUS"
    FIND_COUNTERPART = "FIND_COUNTERPART"
    """The missing side turned up on a neighbouring day."""
    END_DOUBT = "END_DOUBT"
    """Our order came to the channel's word."""
    CORRECT = "CORRECT"
    """The channel published the day again, or the books were mended, and the difference is not there any more."""
    PARK = "PARK"
    RESOLVE = "RESOLVE"


S, A = DifferenceState, Act

OPEN = frozenset({S.LONG, S.SHORT, S.AMOUNT_DIFF, S.STATUS_DIFF})
"""States in which nobody has done anything about it yet."""

MOVES: dict[tuple[DifferenceState, Act], DifferenceState] = {
    (S.UNMATCHED, A.MATCH): S.MATCHED,
    (S.UNMATCHED, A.FIND_LONG): S.LONG,
    (S.UNMATCHED, A.FIND_SHORT): S.SHORT,
    (S.UNMATCHED, A.FIND_AMOUNT): S.AMOUNT_DIFF,
    (S.UNMATCHED, A.FIND_STATUS): S.STATUS_DIFF,
    (S.LONG, A.FIND_COUNTERPART): S.MATCHED_LATE,
    (S.SHORT, A.FIND_COUNTERPART): S.MATCHED_LATE,
    (S.STATUS_DIFF, A.END_DOUBT): S.MATCHED_LATE,
    (S.LONG, A.CORRECT): S.MATCHED_LATE,
    (S.SHORT, A.CORRECT): S.MATCHED_LATE,
    (S.AMOUNT_DIFF, A.CORRECT): S.MATCHED_LATE,
    (S.STATUS_DIFF, A.CORRECT): S.MATCHED_LATE,
    (S.LONG, A.PARK): S.PARKED,
    (S.SHORT, A.PARK): S.PARKED,
    (S.AMOUNT_DIFF, A.PARK): S.PARKED,
    (S.STATUS_DIFF, A.PARK): S.PARKED,
    (S.PARKED, A.RESOLVE): S.RESOLVED,
}

FOUND = {
    Result.MATCHED: A.MATCH,
    Result.LONG: A.FIND_LONG,
    Result.SHORT: A.FIND_SHORT,
    Result.AMOUNT_DIFF: A.FIND_AMOUNT,
    Result.STATUS_DIFF: A.FIND_STATUS,
}


class Way(enum.Enum):
    """How what is parked is resolved (R55)."""

    SUPPLEMENT = "SUPPLEMENT"
    """The missing entry is made (补单): the money repays a loan."""
    REVERSAL = "REVERSAL"
    """The parking is undone in red: the counterpart turned up, or was a mistake."""
    REFUND = "REFUND"
    """The money goes back to where it came from."""
    GAIN = "GAIN"
    LOSS = "LOSS"


SURPLUS_WAYS = (Way.SUPPLEMENT, Way.REVERSAL, Way.REFUND, Way.GAIN)
SHORTAGE_WAYS = (Way.REVERSAL, Way.LOSS)
WAYS = {True: SURPLUS_WAYS, False: SHORTAGE_WAYS}
"""By whether there is more money than booked. Only what was taken from a customer is supplemented or given back."""


def moved(state: DifferenceState, act: Act) -> Outcome[DifferenceState, WrongDifferenceState]:
    """The state after the act; every pair outside `MOVES` is refused."""
    after = MOVES.get((state, act))
    return Failure(WrongDifferenceState(state.value, act.value)) if after is None else Success(after)


@attrs.frozen(kw_only=True)
class Difference:
    """A reference on which the two sides of a day were found not to be at one.

    `moves_books` says whether parking it would move our books: a difference between loans and orders does not.
    `found_on` is the day whose reconciliation brought the counterpart, `resolved_on` the accounting day of its end,
    `loan_id` the loan that a supplement entry repaid.
    """

    id: DifferenceId
    source: str
    day: date
    flow: Flow
    reference: str
    currency: Currency = CNY
    theirs: Claim | None
    ours: Claim | None
    result: Result
    moves_books: bool
    state: DifferenceState = DifferenceState.UNMATCHED
    act: Act | None = None
    found_on: date | None = None
    resolved_on: date | None = None
    way: Way | None = None
    loan_id: str | None = None
    events: tuple[Event, ...] = ()

    @classmethod
    def of(
        cls,
        difference_id: DifferenceId,
        source: str,
        day: date,
        currency: Currency,
        finding: Finding,
        *,
        moves_books: bool,
    ) -> Self:
        """The difference that a finding raises."""
        result = judge(finding.theirs, finding.ours)
        assert result not in {None, Result.MATCHED}, f"{finding} is no difference"
        unmatched = cls(
            id=difference_id,
            source=source,
            day=day,
            flow=finding.flow,
            reference=finding.reference,
            currency=currency,
            theirs=finding.theirs,
            ours=finding.ours,
            result=result or Result.MATCHED,
            moves_books=moves_books,
        )
        found = DifferenceFound(
            difference_id=difference_id,
            source=source,
            day=day,
            reference=finding.reference,
            result=unmatched.result.value,
        )
        raised = unmatched._move(FOUND[unmatched.result], found)
        assert isinstance(raised, Success), f"{unmatched} cannot be raised"
        return raised.unwrap()

    @property
    def is_open(self) -> bool:
        """Whether nobody has done anything about it yet."""
        return self.state in OPEN

    @property
    def effect(self) -> int:
        """What the source has more than our books, in minor units: a surplus is positive, a shortage negative."""
        if not self.moves_books:
            return 0
        more = _moved(self.theirs) - _moved(self.ours)
        return more if self.flow.inward else -more

    def is_same(self, finding: Finding) -> bool:
        """Whether the finding is this very difference, seen again."""
        return (self.theirs, self.ours) == (finding.theirs, finding.ours)

    def counterpart_found(self, on: date) -> Outcome[Self, WrongDifferenceState]:
        """The missing side turned up in the reconciliation of day `on`."""
        gone = self._move(Act.FIND_COUNTERPART, self._gone())
        return gone if isinstance(gone, Failure) else Success(attrs.evolve(gone.unwrap(), found_on=on))

    def ours_now(self, ours: Claim) -> Self:
        """Our order has its final word: the difference is gone, or stands on what is now known."""
        if self.state is not DifferenceState.STATUS_DIFF or judge(self.theirs, ours) is not Result.MATCHED:
            return attrs.evolve(self, ours=ours)
        agreed = self._move(Act.END_DOUBT, self._gone())
        assert isinstance(agreed, Success), f"{self} cannot come to agree"
        return attrs.evolve(agreed.unwrap(), ours=ours)

    def corrected(self) -> Outcome[Self, WrongDifferenceState]:
        """The difference is not there any more, by no act of ours."""
        return self._move(Act.CORRECT, self._gone())

    def park(self) -> Outcome[Self, WrongDifferenceState | NothingToPark]:
        """Put it on the books as pending (挂账)."""
        parked = DifferenceParked(
            difference_id=self.id,
            source=self.source,
            day=self.day,
            flow=self.flow.value,
            effect=self.effect,
            currency=self.currency,
        )
        moved_on = self._move(Act.PARK, parked)
        if isinstance(moved_on, Success) and not self.effect:
            return Failure(NothingToPark(self.id.value))
        return moved_on

    def resolve(
        self, way: Way, on: date, loan_id: str | None = None
    ) -> Outcome[Self, WrongDifferenceState | WayNotOpen | LoanNotNamed]:
        """End it, one way or another; a supplement entry names the loan that the money repays, no other way does."""
        resolved = DifferenceResolved(
            difference_id=self.id,
            source=self.source,
            day=self.day,
            flow=self.flow.value,
            effect=self.effect,
            currency=self.currency,
            way=way.value,
        )
        moved_on = self._move(Act.RESOLVE, resolved)
        if isinstance(moved_on, Failure):
            return moved_on
        if way not in self.ways:
            return Failure(WayNotOpen(way.value, tuple(each.value for each in self.ways)))
        if (way is Way.SUPPLEMENT) is (loan_id is None):
            return Failure(LoanNotNamed(way.value))
        return Success(attrs.evolve(moved_on.unwrap(), way=way, resolved_on=on, loan_id=loan_id))

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which it can be resolved once it is parked."""
        takes_money_back = {Way.SUPPLEMENT, Way.REFUND}
        ways = WAYS[self.effect > 0]
        return (
            ways
            if self.flow in {Flow.DEDUCTION, Flow.RECEIPT}
            else tuple(way for way in ways if way not in takes_money_back)
        )

    def _gone(self) -> DifferenceGone:
        return DifferenceGone(difference_id=self.id, source=self.source, day=self.day)

    def _move(self, act: Act, event: Event) -> Outcome[Self, WrongDifferenceState]:
        after = moved(self.state, act)
        if isinstance(after, Failure):
            return after
        return Success(attrs.evolve(self, state=after.unwrap(), act=act, events=(*self.events, event)))


def _moved(claim: Claim | None) -> int:
    return claim.amount if claim is not None and claim.standing is Standing.SUCCESS else 0
