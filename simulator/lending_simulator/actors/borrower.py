"""A borrower: pays on time, by hand, together with the family, too late, or all at once."""

import random
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol, TypeAlias

from lending.application.call import CHINA, Actor
from lending.application.commands import Command
from lending.customers.customer import Person
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.commands import ReceiveDeposit, RepayLoan, SettleLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, GetSettlementQuote, InstalmentView, LoanView
from lending_simulator.actors.scene import Stage

__all__ = ["Borrower"]

MANNERS = ("punctual", "by_hand", "at_midnight", "together", "late", "settles_early")
SETTLEMENT_TRIES = 3
MIDNIGHT_RUSH = 1_500
"""Milliseconds after midnight within which those pay who pay at midnight: the end of day runs meanwhile."""
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)

CASHIER = "MAIN"
"""The channel that takes what is paid by hand."""


Paying: TypeAlias = type[RepayLoan] | type[SettleLoan] | type[ReceiveDeposit]
"""What money is paid in for."""


class Click(Protocol):
    """How this customer asks for things."""

    def __call__(self, command: Command[Any, Any], actor: Actor) -> Outcome[Any, Any]: ...


class Borrower:
    """One borrower of one loan."""

    def __init__(
        self, stage: Stage, person: Person, actor: Actor, loan_id: LoanId, chance: random.Random, click: Click
    ) -> None:
        self._stage = stage
        self._account = person.account.number
        self._actor = actor
        self._loan_id = loan_id
        self._chance = chance
        self._click = click
        self._payments = 0
        habits = stage.config.habits
        self._manner = chance.choices(MANNERS, [getattr(habits, manner) for manner in MANNERS])[0]

    def live(self) -> None:
        """Leave the deposit of a direct lease, then live through the first instalment, in one's own manner."""
        self._leave_deposit()
        first = self._next_instalment()
        if first is not None:
            getattr(self, f"_{self._manner}")(first)

    def _leave_deposit(self) -> None:
        lease = self._loan().lease
        if lease is not None and lease.deposit:
            self._pay(lease.deposit.minor, ReceiveDeposit)

    def _punctual(self, first: InstalmentView) -> None:
        self._have(2 * first.total.minor)

    def _by_hand(self, first: InstalmentView) -> None:
        self._stage.sleep_until(self._hour_of(first.due - DAY * self._chance.randrange(1, 4)))
        self._pay_next()

    def _at_midnight(self, first: InstalmentView) -> None:
        self._have(first.total.minor)
        self._stage.sleep_until(self._as_it_begins(first.due))
        self._pay_next()

    def _together(self, first: InstalmentView) -> None:
        """Two of the family pay a part each, at the same moment."""
        self._stage.sleep_until(self._hour_of(first.due - DAY * self._chance.randrange(1, 3)))
        due = self._next_instalment()
        if due is None:
            return
        half = due.outstanding.minor // 2
        rest = due.outstanding.minor - half

        def pay_the_rest() -> None:
            self._pay(rest)

        other = self._stage.loom.spawn("family", pay_the_rest)
        self._pay(half)
        self._stage.loom.join([other])

    def _late(self, first: InstalmentView) -> None:
        self._stage.bank.spend(self._account, self._stage.bank.balance(self._account))
        self._stage.sleep_until(self._hour_of(first.due + DAY * self._chance.randrange(1, 6)))
        self._have(2 * first.total.minor)
        if self._chance.random() < 0.5:
            self._pay_next()

    def _settles_early(self, _first: InstalmentView) -> None:
        self._stage.sleep_until(self._hour_of(self._today + DAY * self._chance.randrange(2, 16)))
        for _ in range(SETTLEMENT_TRIES):
            quoted = self._stage.desk.ask(GetSettlementQuote(self._loan_id), self._actor)
            if isinstance(quoted, Failure) or self._pay(quoted.unwrap().total.minor, SettleLoan):
                return
            self._stage.sleep(HOUR * self._chance.randrange(1, 12))

    def _pay_next(self) -> None:
        """Pay the next instalment, and try once more where the loan was held."""
        for _ in range(2):
            due = self._next_instalment()
            if due is None or self._pay(due.outstanding.minor):
                return
            self._stage.sleep(HOUR)

    def _next_instalment(self) -> InstalmentView | None:
        """The first that is not paid."""
        return next((row for row in self._loan().instalments if row.outstanding.minor > 0), None)

    def _loan(self) -> LoanView:
        seen = self._stage.desk.ask(GetLoan(self._loan_id), self._actor)
        assert isinstance(seen, Success), f"an opened loan is there: {seen}"
        return seen.unwrap()

    def _pay(self, minor: int, asking: Paying = RepayLoan) -> bool:
        """Pay; whoever is refused has the money back."""
        if minor <= 0:
            return False
        self._payments += 1
        reference = f"{self._loan_id.value}.{self._payments}"
        self._have(minor)
        self._stage.bank.pay_in(reference, self._account, minor, self._today, CASHIER)
        self._stage.underway.add(reference)
        outcome = self._click(asking(self._loan_id, Money(minor), reference), self._actor)
        if isinstance(outcome, Failure):
            self._stage.bank.give_back(reference)
        self._stage.underway.discard(reference)
        return isinstance(outcome, Success)

    def _have(self, minor: int) -> None:
        """See to it that the account holds so much."""
        missing = minor - self._stage.bank.balance(self._account)
        if missing > 0:
            self._stage.bank.deposit(self._account, missing)

    def _hour_of(self, day: date) -> datetime:
        if self._chance.random() < self._stage.config.habits.midnight_share:
            return self._as_it_begins(day)
        return datetime.combine(day, time(self._chance.randrange(7, 23), self._chance.randrange(60)), CHINA)

    def _as_it_begins(self, day: date) -> datetime:
        return datetime.combine(day, time(), CHINA) + timedelta(milliseconds=self._chance.randrange(MIDNIGHT_RUSH))

    @property
    def _today(self) -> date:
        return self._stage.now.astimezone(CHINA).date()
