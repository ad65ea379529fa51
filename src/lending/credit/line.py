"""`CreditLine` (授信额度): machine 3.2, and what is used of it.

What is occupied by draws that have no final word yet stands in the line's limit (`application.limits`), on which draws
wait for nobody; here stands what loans use, which moves once for each payout and repayment.
"""

import enum
from datetime import date
from typing import Self

import attrs

from lending.credit.events import CreditLineChanged, CreditLineGranted, UndrawnMoved
from lending.credit.ids import CreditLineId
from lending.credit.refusals import LineNotDrawable, LineNotDue, WrongLineState
from lending.kernel.events import Event
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["DRAWN", "ENDED", "GRANTED", "MOVES", "RESTORED", "CreditLine", "LineAct", "LineState"]

GRANTED, DRAWN, RESTORED, ENDED = "LINE_GRANTED", "LINE_DRAWN", "LINE_RESTORED", "LINE_ENDED"
"""Posting events: granted, raised or lowered (A1); drawn (A2b); repaid or taken back; closed or expired."""


class LineState(enum.Enum):
    """Where a line stands."""

    PENDING = "PENDING"
    """Granted; its contract is not signed yet."""
    ACTIVE = "ACTIVE"
    FROZEN = "FROZEN"
    """Nothing is drawn for now: for risk, being overdue, or by staff (冻结)."""
    EXPIRED = "EXPIRED"
    CLOSED = "CLOSED"


class LineAct(enum.Enum):
    """What moves a line."""

    ACTIVATE = "ACTIVATE"
    FREEZE = "FREEZE"
    UNFREEZE = "UNFREEZE"
    ADJUST = "ADJUST"
    EXPIRE = "EXPIRE"
    CLOSE = "CLOSE"


S, A = LineState, LineAct
MOVES: dict[tuple[LineState, LineAct], LineState] = {
    (S.PENDING, A.ACTIVATE): S.ACTIVE,
    (S.PENDING, A.CLOSE): S.CLOSED,
    (S.ACTIVE, A.FREEZE): S.FROZEN,
    (S.ACTIVE, A.ADJUST): S.ACTIVE,
    (S.ACTIVE, A.EXPIRE): S.EXPIRED,
    (S.ACTIVE, A.CLOSE): S.CLOSED,
    (S.FROZEN, A.UNFREEZE): S.ACTIVE,
    (S.FROZEN, A.ADJUST): S.FROZEN,
    (S.FROZEN, A.EXPIRE): S.EXPIRED,
    (S.FROZEN, A.CLOSE): S.CLOSED,
}

OPEN = frozenset({S.ACTIVE, S.FROZEN})
"""States in which what is not drawn is promised, and stands off book (7301)."""


@attrs.frozen(kw_only=True)
class CreditLine:
    """A line for one customer alone, or without one for a project on which all its buyers draw (R9).

    `name` says what it is for. `used` is the principal that loans drawn on it owe; a `revolving` line has it again as
    it is repaid. It may be drawn on through the day `until`.
    """

    id: CreditLineId
    name: str
    customer_id: str | None
    total: Money
    revolving: bool
    until: date
    used: int = 0
    state: LineState = LineState.PENDING
    events: tuple[Event, ...] = ()

    def __attrs_post_init__(self) -> None:
        assert self.used >= 0, f"{self.id}: {self.used} is used"

    def granted(self) -> Self:
        """The line as it begins."""
        return attrs.evolve(self, events=(CreditLineGranted(self.id, self.total, self.until),))

    @property
    def currency(self) -> Currency:
        """The currency of the line."""
        return self.total.currency

    @property
    def is_over(self) -> bool:
        """Whether more is used than the total, which was lowered since."""
        return self.used > self.total.minor

    @property
    def undrawn(self) -> Money:
        """What is promised and not used; nothing where the line is not open."""
        left = max(0, self.total.minor - self.used) if self.state in OPEN else 0
        return Money(left, self.currency)

    def admits(self, customer_id: str, amount: Money) -> Outcome[None, LineNotDrawable]:
        """Whether this customer may draw on it, whatever is left of it."""
        if self.state is not LineState.ACTIVE:
            return Failure(LineNotDrawable(self.id.value, self.state.value))
        if self.customer_id not in (None, customer_id):
            return Failure(LineNotDrawable(self.id.value, "OTHER_HOLDER"))
        if amount.currency != self.currency:
            return Failure(LineNotDrawable(self.id.value, "OTHER_CURRENCY"))
        return Success(None)

    def activate(self) -> Outcome[Self, WrongLineState]:
        """Its contract is signed: it may be drawn on."""
        return self._move(LineAct.ACTIVATE, "", GRANTED)

    def freeze(self, reason: str) -> Outcome[Self, WrongLineState]:
        """Nothing more is drawn for now; what is out stays so."""
        return self._move(LineAct.FREEZE, reason, GRANTED)

    def unfreeze(self) -> Outcome[Self, WrongLineState]:
        """It may be drawn on again."""
        return self._move(LineAct.UNFREEZE, "", GRANTED)

    def adjust(self, total: Money, reason: str) -> Outcome[Self, WrongLineState | LineNotDrawable]:
        """Another total; below what is used nothing is left, and the line is over."""
        if total.currency != self.currency:
            return Failure(LineNotDrawable(self.id.value, "OTHER_CURRENCY"))
        return self._move(LineAct.ADJUST, reason, GRANTED, total=total)

    def close(self, reason: str) -> Outcome[Self, WrongLineState]:
        """End it; what is out is repaid as agreed."""
        return self._move(LineAct.CLOSE, reason, ENDED)

    def expire(self, on: date) -> Outcome[Self, WrongLineState | LineNotDue]:
        """Its last day has passed. What was occupied before stays so until its payout has its final word."""
        if on <= self.until and self.state in OPEN:
            return Failure(LineNotDue(self.id.value, self.until))
        return self._move(LineAct.EXPIRE, "", ENDED)

    def use(self, amount: int) -> Self:
        """A payout of so much succeeded, in minor units; less than nothing is what came back."""
        after = attrs.evolve(self, used=self.used + amount)
        return self._with_undrawn(after, DRAWN if amount > 0 else RESTORED)

    def _move(self, act: LineAct, reason: str, cause: str, total: Money | None = None) -> Outcome[Self, WrongLineState]:
        state = MOVES.get((self.state, act))
        if state is None:
            return Failure(WrongLineState(self.id.value, act.value, self.state.value))
        changed = CreditLineChanged(self.id, state.value, reason)
        after = attrs.evolve(self, state=state, total=total or self.total, events=(*self.events, changed))
        return Success(self._with_undrawn(after, cause))

    def _with_undrawn(self, after: Self, cause: str) -> Self:
        change = after.undrawn - self.undrawn
        if not change:
            return after
        return attrs.evolve(after, events=(*after.events, UndrawnMoved(self.id, cause, change)))
