"""`FunderSettlement` (资金方清算): machine 3.9, one per funder, accounting day and currency.

What was sent is never edited. Where the funder disputes it, nothing of it is paid: the next settlement that is
calculated for the funder covers its days too, with whatever was put right on the loans meanwhile.
"""

import enum
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Self

import attrs

from lending.funding.events import (
    FunderSettlementCalculated,
    FunderSettlementCarried,
    FunderSettlementChecked,
    FunderSettlementConfirmed,
    FunderSettlementDisputed,
    FunderSettlementPaid,
    FunderSettlementReconciled,
    FunderSettlementSent,
)
from lending.funding.refusals import (
    BankAmountDiffers,
    SettlementFileDiffers,
    SettlementUnbalanced,
    WrongSettlementState,
)
from lending.funding.settlement_items import SettlementLine, ShareAmounts, settled_as, total_of
from lending.kernel.checks import SHA_256, positive, text_of
from lending.kernel.events import Event
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = [
    "DISPUTES_MAX",
    "MOVES",
    "FunderSettlement",
    "LineDispute",
    "SettlementAct",
    "SettlementAnswer",
    "SettlementState",
    "moved",
]

DISPUTES_MAX = 10_000
"""An answer that disputes more lines is about another file."""

LINES_MAX = 10_000_000
NOTHING = ShareAmounts()


class SettlementState(enum.Enum):
    """Where a settlement stands."""

    OPEN = "OPEN"
    """Its day is open: items are added to it."""
    CALCULATED = "CALCULATED"
    CHECKED = "CHECKED"
    """The ledger says the same."""
    SENT = "SENT"
    CONFIRMED = "CONFIRMED"
    """The funder agrees."""
    PAID = "PAID"
    RECONCILED = "RECONCILED"
    """The bank's statement has the payment."""
    DISPUTED = "DISPUTED"
    """The funder does not agree; a later settlement covers it."""


class SettlementAct(enum.Enum):
    """What moves it."""

    CUT_OFF = "CUT_OFF"
    CHECK = "CHECK"
    SEND = "SEND"
    CONFIRM = "CONFIRM"
    DISPUTE = "DISPUTE"
    PAY = "PAY"
    MATCH = "MATCH"


S, A = SettlementState, SettlementAct

MOVES: dict[tuple[SettlementState, SettlementAct], SettlementState] = {
    (S.OPEN, A.CUT_OFF): S.CALCULATED,
    (S.CALCULATED, A.CHECK): S.CHECKED,
    (S.CHECKED, A.SEND): S.SENT,
    (S.SENT, A.CONFIRM): S.CONFIRMED,
    (S.SENT, A.DISPUTE): S.DISPUTED,
    (S.CONFIRMED, A.PAY): S.PAID,
    (S.PAID, A.MATCH): S.RECONCILED,
}


def moved(state: SettlementState, act: SettlementAct) -> Outcome[SettlementState, WrongSettlementState]:
    """The state after the act; every pair outside `MOVES` is refused."""
    after = MOVES.get((state, act))
    return Failure(WrongSettlementState(state.value, act.value)) if after is None else Success(after)


@attrs.frozen
class LineDispute:
    """A line, by its number from 1 in the file that was sent, that the funder does not agree to, and why."""

    line: int = attrs.field(validator=positive(LINES_MAX))
    loan_id: str = attrs.field(validator=text_of(64))
    reason: str = attrs.field(validator=text_of(200))


@attrs.frozen(kw_only=True)
class SettlementAnswer:
    """A funder's word on a settlement: about which file, by the SHA-256 of its lines, and what it disputes of it.

    `digest` is the SHA-256 of the answer itself. Without disputes the funder confirms.
    """

    of: str = attrs.field(validator=SHA_256)
    digest: str = attrs.field(validator=SHA_256)
    disputes: tuple[LineDispute, ...] = attrs.field(default=())

    @disputes.validator
    def _each_line_once(self, _attribute: object, disputes: tuple[LineDispute, ...]) -> None:
        if len(disputes) > DISPUTES_MAX:
            raise InvalidValue("disputes", f"{len(disputes)} lines", f"at most {DISPUTES_MAX}")
        if len({dispute.line for dispute in disputes}) != len(disputes):
            raise InvalidValue("disputes", f"{len(disputes)} lines", "each line once")


@attrs.frozen(kw_only=True)
class FunderSettlement:
    """What is owed between a funder and us for the days it covers: its own, and those of disputed ones before it.

    `lines` and `totals` are those of all items covered. `digest` is the SHA-256 of the lines as they were sent,
    `answer` that of the funder's answer, `paid_on` the accounting day of the payment, `bank_serial` the bank's number
    of it, `carried_to` the day whose settlement covers this disputed one.
    """

    funder: str
    day: date
    currency: Currency
    covers: tuple[date, ...]
    state: SettlementState = SettlementState.OPEN
    lines: int = 0
    totals: ShareAmounts = NOTHING
    digest: str = ""
    answer: str = ""
    disputes: tuple[LineDispute, ...] = ()
    carried_to: date | None = None
    paid_on: date | None = None
    bank_serial: str = ""
    events: tuple[Event, ...] = ()

    @classmethod
    def opened(cls, funder: str, day: date, currency: Currency, disputed: Iterable[Self] = ()) -> Self:
        """The settlement of a day, which covers disputed ones too."""
        days = {day, *(covered for each in disputed for covered in each.covers)}
        return cls(funder=funder, day=day, currency=currency, covers=tuple(sorted(days)))

    @property
    def id(self) -> str:
        """`BANK_A/2024-01-05/CNY`."""
        return settled_as(self.funder, self.day, self.currency)

    @property
    def net(self) -> Money:
        """What is to be paid to the funder; below zero, what the funder is to pay."""
        return Money(self.totals.net, self.currency)

    @property
    def paid(self) -> Money:
        """What has been paid of it: all or nothing."""
        return self.net if self.paid_on is not None else Money.zero(self.currency)

    @property
    def has_ended(self) -> bool:
        """Whether nothing moves it any more: it is matched, or a later one covers it or will."""
        return not any(state is self.state for state, _act in MOVES)

    @property
    def waits_to_be_carried(self) -> bool:
        """Whether it is disputed and no later settlement covers it yet."""
        return self.state is SettlementState.DISPUTED and self.carried_to is None

    def calculated(self, lines: Sequence[SettlementLine]) -> Outcome[Self, WrongSettlementState]:
        """The day is cut off: these are its lines."""
        totals = total_of(lines)
        net = Money(totals.net, self.currency)
        event = FunderSettlementCalculated(self.funder, self.day, self.covers, len(lines), net)
        return self._move(SettlementAct.CUT_OFF, event, lines=len(lines), totals=totals)

    def checked(self, items: int, ledger: int) -> Outcome[Self, WrongSettlementState | SettlementUnbalanced]:
        """The internal check: the items of its own day come to what the ledger says became payable on it."""
        done = self._move(SettlementAct.CHECK, FunderSettlementChecked(self.funder, self.day, self.currency))
        if isinstance(done, Success) and items != ledger:
            return Failure(SettlementUnbalanced(self.id, Money(items, self.currency), Money(ledger, self.currency)))
        return done

    def sent(self, lines: int, total: int, digest: str) -> Outcome[Self, WrongSettlementState | SettlementFileDiffers]:
        """Its file is out. The very same file again is no change."""
        if (lines, total) != (self.lines, self.totals.net) or (self.digest and digest != self.digest):
            return Failure(SettlementFileDiffers(self.id, self.lines, self.net, self.digest))
        if self.digest:
            return Success(self)
        event = FunderSettlementSent(self.funder, self.day, self.net, digest)
        return self._move(SettlementAct.SEND, event, digest=digest)

    def answered(self, answer: SettlementAnswer) -> Outcome[Self, WrongSettlementState | SettlementFileDiffers]:
        """The funder confirms it or disputes lines of it. The very same answer again is no change."""
        if self.digest and answer.of != self.digest:
            return Failure(SettlementFileDiffers(self.id, self.lines, self.net, self.digest))
        if self.answer == answer.digest:
            return Success(self)
        if not answer.disputes:
            event = FunderSettlementConfirmed(self.funder, self.day, self.net)
            return self._move(SettlementAct.CONFIRM, event, answer=answer.digest)
        disputed = FunderSettlementDisputed(self.funder, self.day, self.net, len(answer.disputes))
        return self._move(SettlementAct.DISPUTE, disputed, answer=answer.digest, disputes=answer.disputes)

    def carried(self, to: date) -> Self:
        """A later settlement covers this disputed one."""
        assert self.waits_to_be_carried, f"{self.id} is {self.state.value}, and carried to {self.carried_to}"
        event = FunderSettlementCarried(self.funder, self.day, self.net, to)
        return attrs.evolve(self, carried_to=to, events=(*self.events, event))

    def pay(self, on: date) -> Outcome[Self, WrongSettlementState]:
        """It is paid on an accounting day (B5). Where it comes to nothing the bank has nothing to be matched with."""
        event = FunderSettlementPaid(self.funder, self.day, self.net, on)
        paid = self._move(SettlementAct.PAY, event, paid_on=on)
        if isinstance(paid, Failure) or self.totals.net:
            return paid
        matched = paid.unwrap().match("", self.net)
        assert isinstance(matched, Success), f"{self.id} is paid, with nothing"
        return Success(matched.unwrap())

    def match(self, serial: str, amount: Money) -> Outcome[Self, WrongSettlementState | BankAmountDiffers]:
        """The bank's statement has the payment, under its serial number. The very same one again is no change."""
        if self.bank_serial and (serial, amount) == (self.bank_serial, self.net):
            return Success(self)
        event = FunderSettlementReconciled(self.funder, self.day, self.net, serial)
        done = self._move(SettlementAct.MATCH, event, bank_serial=serial)
        if isinstance(done, Success) and amount != self.net:
            return Failure(BankAmountDiffers(self.id, self.net, amount))
        return done

    def _move(self, act: SettlementAct, event: Event, **changes: Any) -> Outcome[Self, WrongSettlementState]:
        after = moved(self.state, act)
        if isinstance(after, Failure):
            return after
        return Success(attrs.evolve(self, state=after.unwrap(), events=(*self.events, event), **changes))
