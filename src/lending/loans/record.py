"""What is stored of a loan, and what can be asked of it; `Loan` adds what can be done with it."""

from datetime import date
from typing import Self, TypeAlias, TypeVar

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.periods import months_after, whole_months
from lending.kernel.rates import RATE_SCALE
from lending.kernel.rounding import divide
from lending.loans.account import Account, Due, account, effect
from lending.loans.choices import ClearanceMeans, Component
from lending.loans.events import LoanRepaid, LoanSettled, LoanStatusChanged, MoneyRecovered
from lending.loans.facts import (
    Cancellation,
    Charge,
    Clearance,
    DepositReceipt,
    DepositReturn,
    DepositUse,
    Disbursement,
    LoanFact,
    Prepayment,
    Recovery,
    Repayment,
    Settlement,
    TakenOn,
)
from lending.loans.figures import Figures
from lending.loans.fold import awaited_waivers, live_facts
from lending.loans.ids import LoanId
from lending.loans.refusals import (
    BeforeDisbursement,
    DuplicatePayment,
    LoanNotActive,
    MoneyInHeld,
    PaymentNotPositive,
    PrepaymentTooEarly,
    ValueDateInFuture,
)
from lending.loans.status import ACTIVE, LoanStatus, SettlementKind
from lending.loans.terms import LoanTerms
from lending.products.refusals import WrongCurrency

__all__ = [
    "DEPOSIT_MOVES",
    "PAYMENTS",
    "AmountRefused",
    "LoanRecord",
    "MoneyInRefused",
    "Owed",
    "RefundRefused",
    "SettlementQuote",
    "TimingRefused",
    "amount_refused",
    "moved",
    "waivable",
]

PAYMENTS = (Repayment, Settlement, Prepayment, Recovery, Clearance)
"""The facts that are money coming in, and that can be reversed."""
DEPOSIT_MOVES = (DepositReceipt, DepositUse, DepositReturn)
"""The facts that move a lessee's deposit, and that can be reversed."""

AmountRefused: TypeAlias = PaymentNotPositive | WrongCurrency
"""The amount itself is wrong."""
TimingRefused: TypeAlias = LoanNotActive | BeforeDisbursement | ValueDateInFuture | DuplicatePayment
"""Not in this state, on this date, or under this key."""
RefundRefused: TypeAlias = AmountRefused | DuplicatePayment | BeforeDisbursement | ValueDateInFuture
"""The amount, the date or the key of money going back is wrong."""
MoneyInRefused: TypeAlias = AmountRefused | TimingRefused | MoneyInHeld
"""Why money is not taken."""


@attrs.frozen(kw_only=True)
class Owed:
    """What is owed by component, as money."""

    principal: Money
    interest: Money
    fee: Money
    penalty: Money
    compound: Money

    @property
    def total(self) -> Money:
        """All components together."""
        return self.principal + self.interest + self.fee + self.penalty + self.compound


@attrs.frozen(kw_only=True)
class SettlementQuote:
    """What settling on a date takes (提前结清试算).

    `total` is the cash needed: everything owed less the credit balance and what the `deposit` of a lease pays.
    """

    on: date
    principal: Money
    interest: Money
    fees: Money
    penalty: Money
    compound: Money
    credit: Money
    deposit: Money
    total: Money


@attrs.frozen(kw_only=True)
class LoanRecord:
    """A loan account. Its schedule and balances are a function of `terms`, `facts` and a date; see `account`.

    `status` is that of the last fact, or of the last day that let something fall due or moved it; `seen_through`
    is that day. Since then money held may have settled the loan: `standing` tells what is true.
    `held_by` is the order that alone may bring money in while it is under way (R50, R71).
    """

    id: LoanId
    contract_id: str
    customer_id: str
    product: str
    terms: LoanTerms
    facts: tuple[LoanFact, ...]
    status: LoanStatus
    opened_on: date
    seen_through: date
    held_by: str | None = None
    events: tuple[Event, ...] = ()

    # --- what is owed ---------------------------------------------------------------------------

    def account(self, as_of: date) -> Account:
        """The loan's rows and balances as of a date."""
        return account(self.terms, self.facts, as_of)

    def standing(self, as_of: date) -> LoanStatus:
        """The status on a date, whether or not the days until it were closed."""
        return self.account(as_of).status

    @property
    def is_open(self) -> bool:
        """Whether time may still change it: money is owed, or a waiver waits for its payment."""
        return self.status in ACTIVE or bool(awaited_waivers(self.facts, self.seen_through))

    def due(self, on: date) -> Owed:
        """What is owed on `on`: instalments and charges due by then, with penalty to that date."""
        return self._owed(self.account(on).due)

    def demanded(self, on: date) -> Owed:
        """What must be paid by `on`: what is due, but for instalments that may be paid after a holiday yet (F19)."""
        return self._owed(self.account(on).demanded)

    def settlement_quote(self, on: date) -> SettlementQuote:
        """What settling on `on` takes, valid until the end of that day (R72); zeros where nothing is owed."""
        before, after = effect(self.terms, self.facts, self._settling("", on), on)
        paid = after.figures - before
        return SettlementQuote(
            on=on,
            principal=self.money(paid.principal_repaid),
            interest=self.money(paid.interest_paid_due + paid.interest_paid_accrued),
            fees=self.money(paid.fees_paid),
            penalty=self.money(paid.penalty_paid),
            compound=self.money(paid.compound_paid),
            credit=self.money(before.credit_balance),
            deposit=self.money(paid.deposit_set_off),
            total=self.money(paid.received),
        )

    def early_settlement_refused(self, on: date) -> PrepaymentTooEarly | None:
        """Why the loan cannot be settled on `on`, where it is locked in and not everything is due (F12)."""
        now = self.account(on)
        return self._locked_in(on) if now.outstanding.principal > now.due.principal else None

    @property
    def disbursed(self) -> Money:
        """What has been paid out and did not come back; all of the contract amount of a loan taken on with balances."""
        if any(isinstance(fact, Cancellation) for fact in self.facts):
            return self.money(0)
        if any(isinstance(fact, TakenOn) for fact in self.facts):
            return self.terms.principal
        return self.money(sum(fact.amount.minor for fact in self.facts if isinstance(fact, Disbursement)))

    def money(self, minor: int) -> Money:
        """Minor units of the loan's currency as money."""
        return Money(minor, self.terms.currency)

    def _owed(self, amounts: Due) -> Owed:
        return Owed(
            principal=self.money(amounts.principal),
            interest=self.money(amounts.interest),
            fee=self.money(amounts.fee),
            penalty=self.money(amounts.penalty),
            compound=self.money(amounts.compound),
        )

    # --- inside ---------------------------------------------------------------------------------

    def _horizon(self, on: date, today: date | None) -> date:
        """The date on which the effect of a fact is stated: the latest anything is known of."""
        return max(on, today or on, self.seen_through, *(fact.on for fact in self.facts))

    def _with(self, fact: LoanFact, event: Event, today: date | None) -> Self:
        at = self._horizon(fact.on, today)
        after = attrs.evolve(self, facts=(*self.facts, fact), events=(*self.events, event))
        return moved(after, after.account(at))

    def _settling(self, key: str, on: date, amount: Money | None = None) -> tuple[LoanFact, ...]:
        """The facts of a settlement: the fee for paying before the due dates, if there is one, and the payment (F12).

        They share their key, so that a reversal undoes both.
        """
        settlement = Settlement(on=on, key=key, amount=amount)
        now = self.account(on)
        early = now.outstanding.principal - now.due.principal
        rate = self.terms.prepayment.fee_at(whole_months(self._start, on))
        fee = divide(early * rate.scaled, RATE_SCALE, self.terms.rounding)
        if not fee:
            return (settlement,)
        return (Charge(on=on, key=key, component=Component.FEE, amount=self.money(fee), due=on), settlement)

    @property
    def _start(self) -> date:
        assert self.terms.start is not None, "set when the loan is opened"
        return self.terms.start

    def _locked_in(self, on: date) -> PrepaymentTooEarly | None:
        earliest = months_after(self._start, self.terms.prepayment.lock_in_months)
        return PrepaymentTooEarly(on, earliest) if on < earliest else None

    def _take(self, facts: tuple[LoanFact, ...], amount: Money, today: date | None) -> Self:
        payment = facts[-1]
        at = self._horizon(payment.on, today)
        before, now = effect(self.terms, self.facts, facts, at)
        event = self._repaid(payment, amount, now.figures - before)
        return moved(attrs.evolve(self, facts=(*self.facts, *facts), events=(*self.events, event)), now)

    def _recovering(self, fact: Recovery, today: date | None) -> Self:
        event = MoneyRecovered(loan_id=self.id, key=fact.key, on=fact.on, amount=fact.amount)
        return self._with(fact, event, today)

    def _repaid(self, fact: LoanFact, amount: Money, parts: Figures) -> LoanRepaid:
        return LoanRepaid(
            loan_id=self.id,
            key=fact.key,
            on=fact.on,
            amount=amount,
            principal=self.money(parts.principal_repaid),
            interest=self.money(parts.interest_paid_due + parts.interest_paid_accrued),
            fee=self.money(parts.fees_paid),
            penalty=self.money(parts.penalty_paid),
            compound=self.money(parts.compound_paid),
            credit=self.money(parts.credit_balance),
            deposit=self.money(-parts.deposit_set_off),
        )

    def _money_in_refused(self, key: str, amount: Money, on: date, today: date | None) -> MoneyInRefused | None:
        return amount_refused(amount, self.terms) or self._timing_refused(key, on, today) or self._held_refused(key)

    def _held_refused(self, key: str) -> MoneyInHeld | None:
        return None if self.held_by is None or self.held_by == key else MoneyInHeld(self.held_by)

    def _timing_refused(self, key: str, on: date, today: date | None) -> TimingRefused | None:
        standing = self.standing(self._horizon(on, today))
        return LoanNotActive(standing) if standing not in ACTIVE else self._date_refused(key, on, today)

    def _date_refused(
        self, key: str, on: date, today: date | None
    ) -> DuplicatePayment | BeforeDisbursement | ValueDateInFuture | None:
        if any(fact.key == key for fact in self.facts):
            return DuplicatePayment(key)
        if on < self.opened_on:
            return BeforeDisbursement(on, self.opened_on)
        if today is not None and on > today:
            return ValueDateInFuture(on, today)
        return None


def waivable(account: Account, component: Component) -> int:
    """How much of a component can be given up: what is outstanding, but no interest not borne yet on the balance."""
    if component is Component.INTEREST and account.terms.on_actual_balance:
        return account.due.interest + max(0, account.figures.interest_accrued_outstanding)
    outstanding: int = getattr(account.outstanding, component.value.lower())
    return outstanding


def amount_refused(amount: Money, terms: LoanTerms) -> AmountRefused | None:
    """Why `amount` is no amount of the loan's money, if it is none."""
    if amount.currency != terms.currency:
        return WrongCurrency(amount, terms.currency.code)
    return PaymentNotPositive(amount) if amount.minor <= 0 else None


CLEARED_BY = {
    ClearanceMeans.CASH: SettlementKind.CLEARED,
    ClearanceMeans.COURT: SettlementKind.CLEARED,
    ClearanceMeans.COLLATERAL: SettlementKind.COLLATERAL,
    ClearanceMeans.THIRD_PARTY: SettlementKind.COMPENSATED,
}

L = TypeVar("L", bound=LoanRecord)


def moved(loan: L, now: Account) -> L:
    """`loan` with the status `now` has, and the events of the move."""
    if now.status is loan.status:
        return loan
    changed = LoanStatusChanged(
        loan_id=loan.id, on=now.as_of, before=loan.status, after=now.status, days_past_due=now.days_past_due
    )
    events: tuple[Event, ...] = (*loan.events, changed)
    if now.status is LoanStatus.SETTLED:
        on = max((row.settled_on for row in now.instalments if row.settled_on is not None), default=now.as_of)
        events = (*events, LoanSettled(loan_id=loan.id, on=on, kind=settlement_kind(loan, on)))
    return attrs.evolve(loan, status=now.status, events=events)


def settlement_kind(loan: LoanRecord, on: date) -> SettlementKind:
    """How `loan`, settled on `on`, came to be so."""
    if any(isinstance(fact, Cancellation) for fact in loan.facts):
        return SettlementKind.CANCELLED
    cleared = next((fact for fact in live_facts(loan.facts, on) if isinstance(fact, Clearance)), None)
    if cleared is not None:
        return CLEARED_BY[cleared.means]
    planned = account(loan.terms, [fact for fact in loan.facts if not isinstance(fact, PAYMENTS)], on).maturity
    return SettlementKind.EARLY if planned is not None and on < planned else SettlementKind.NORMAL
