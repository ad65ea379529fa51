"""The `Loan` aggregate (借据): terms and facts, guarded. Every change is a new value that carries its events."""

from collections.abc import Sequence
from datetime import date
from typing import Self, TypeAlias, TypeVar

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import RATE_SCALE, Rate
from lending.kernel.rounding import divide
from lending.loans.account import Account, Instalment, account, live_facts
from lending.loans.choices import Component, PrepaymentEffect
from lending.loans.events import (
    ChargeAdded,
    InstalmentsFellDue,
    LoanExtended,
    LoanOpened,
    LoanRepaid,
    LoanSettled,
    LoanStatusChanged,
    LoanWrittenOff,
    MoneyRecovered,
    PaymentReversed,
    RateChanged,
    SettlementKind,
    TrancheDisbursed,
    Waived,
)
from lending.loans.facts import (
    Charge,
    Disbursement,
    Extension,
    LoanFact,
    Prepayment,
    RateChange,
    Recovery,
    Repayment,
    Reversal,
    Settlement,
    Waiver,
    WriteOff,
)
from lending.loans.figures import Figures
from lending.loans.ids import LoanId
from lending.loans.refusals import (
    AlreadyReversed,
    BeforeDisbursement,
    ChargeNotAllowed,
    DisbursementExceedsPrincipal,
    DuplicatePayment,
    ExtensionNotLater,
    LoanNotActive,
    LoanOverdue,
    MoneyInHeld,
    NoInstalmentsLeft,
    NotWrittenOff,
    PaymentNotFound,
    PaymentNotPositive,
    PrepaymentExceedsBalance,
    SettlementAmountDiffers,
    ValueDateInFuture,
    WaiverExceedsOutstanding,
)
from lending.loans.status import ACTIVE, LoanStatus
from lending.loans.terms import LoanTerms
from lending.products.refusals import WrongCurrency

__all__ = ["AmountRefused", "Loan", "MoneyInRefused", "Owed", "SettlementQuote", "TimingRefused"]

AmountRefused: TypeAlias = PaymentNotPositive | WrongCurrency
"""The amount itself is wrong."""
TimingRefused: TypeAlias = LoanNotActive | BeforeDisbursement | ValueDateInFuture | DuplicatePayment
"""Not in this state, on this date, or under this key."""
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

    `total` is the cash needed: everything owed less the credit balance.
    """

    on: date
    principal: Money
    interest: Money
    fees: Money
    penalty: Money
    compound: Money
    credit: Money
    total: Money


@attrs.frozen(kw_only=True)
class Loan:
    """A loan account. Its schedule and balances are a function of `terms`, `facts` and a date; see `account`.

    `status` is that of the last fact or of the last day that something fell due; `seen_through` is that day.
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

    # --- opening --------------------------------------------------------------------------------

    @classmethod
    def open(
        cls,
        *,
        id: LoanId,  # noqa: A002 - the aggregate's own word
        contract_id: str,
        customer_id: str,
        product: str,
        terms: LoanTerms,
        key: str,
        amount: Money,
        on: date,
        today: date | None = None,
    ) -> "Outcome[Loan, AmountRefused | ValueDateInFuture | DisbursementExceedsPrincipal]":
        """Open the account on the day its money reached the payee; `key` is the disbursement order (R48)."""
        refused = _amount_refused(amount, terms)
        if refused is not None:
            return Failure(refused)
        if today is not None and on > today:
            return Failure(ValueDateInFuture(on, today))
        if amount > terms.principal:
            return Failure(DisbursementExceedsPrincipal(amount, terms.principal))
        fixed = terms.starting(on)
        paid_out = Disbursement(on=on, key=key, amount=amount)
        opened = account(fixed, (paid_out,), on)
        assert opened.maturity is not None, "a plan has rows"
        event = LoanOpened(
            loan_id=id,
            contract_id=contract_id,
            customer_id=customer_id,
            product=product,
            key=key,
            principal=amount,
            on=on,
            maturity=opened.maturity,
        )
        return Success(
            cls(
                id=id,
                contract_id=contract_id,
                customer_id=customer_id,
                product=product,
                terms=fixed,
                facts=(paid_out,),
                status=LoanStatus.NORMAL,
                opened_on=on,
                seen_through=on,
                events=(event,),
            )
        )

    def disburse_tranche(
        self, key: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | DisbursementExceedsPrincipal | NoInstalmentsLeft]:
        """Pay out a further part of the contract amount."""
        refused = self._timing_refused(key, on, today) or _amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        left = self.terms.principal - self.disbursed
        if amount > left:
            return Failure(DisbursementExceedsPrincipal(amount, left))
        maturity = self.account(on).maturity
        if maturity is not None and on >= maturity:
            return Failure(NoInstalmentsLeft(on, maturity))
        event = TrancheDisbursed(loan_id=self.id, key=key, principal=amount, on=on)
        return Success(self._with(Disbursement(on=on, key=key, amount=amount), event, today))

    # --- money in -------------------------------------------------------------------------------

    def repay(self, key: str, amount: Money, on: date, *, today: date | None = None) -> Outcome[Self, MoneyInRefused]:
        """Take a payment with value date `on`; `today` is the business date it is recorded on (`on` where None)."""
        refused = self._money_in_refused(key, amount, on, today)
        if refused is not None:
            return Failure(refused)
        return Success(self._take((Repayment(on=on, key=key, amount=amount),), amount, today))

    def settle(
        self, key: str, on: date, amount: Money | None = None, *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused | SettlementAmountDiffers]:
        """Pay everything owed on `on`. `amount`, where given, must be exactly `settlement_quote(on).total`."""
        refused = self._timing_refused(key, on, today) or self._held_refused(key)
        if refused is not None:
            return Failure(refused)
        owed = self.settlement_quote(on).total
        if amount is not None:
            wrong = _amount_refused(amount, self.terms) if owed else None
            if wrong is not None:
                return Failure(wrong)
            if amount != owed:
                return Failure(SettlementAmountDiffers(offered=amount, owed=owed, on=on))
        return Success(self._take(self._settling(key, on, amount), owed, today))

    def prepay(
        self, key: str, amount: Money, on: date, effect: PrepaymentEffect | None = None, *, today: date | None = None
    ) -> Outcome[Self, MoneyInRefused | PrepaymentExceedsBalance]:
        """Take an early partial repayment; `effect` is that of the terms where None."""
        refused = self._money_in_refused(key, amount, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        most = self.money(now.due.total + now.outstanding.principal - now.due.principal)
        if amount > most:
            return Failure(PrepaymentExceedsBalance(amount, most))
        chosen = effect or self.terms.on_prepayment
        return Success(self._take((Prepayment(on=on, key=key, amount=amount, effect=chosen),), amount, today))

    def hold(self, order: str) -> Outcome[Self, LoanNotActive | MoneyInHeld]:
        """Let only `order` bring money in until it is released."""
        if self.status not in ACTIVE:
            return Failure(LoanNotActive(self.status))
        if self.held_by not in (None, order):
            return Failure(MoneyInHeld(str(self.held_by)))
        return Success(attrs.evolve(self, held_by=order))

    def release(self, order: str) -> Self:
        """End the hold of `order`; nothing where it does not hold."""
        return attrs.evolve(self, held_by=None) if self.held_by == order else self

    # --- changes --------------------------------------------------------------------------------

    def charge(
        self, key: str, component: Component, amount: Money, due: date, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | ChargeNotAllowed]:
        """Add a fee or a fixed penalty, due on `due`."""
        refused = self._timing_refused(key, on, today) or _amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        if component not in (Component.FEE, Component.PENALTY):
            return Failure(ChargeNotAllowed(component))
        event = ChargeAdded(loan_id=self.id, key=key, on=on, component=component, amount=amount, due=due)
        return Success(self._with(Charge(on=on, key=key, component=component, amount=amount, due=due), event, today))

    def change_rate(self, key: str, rate: Rate, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """A new yearly rate from `on`; past rows never change."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        before = next(
            (f.rate for f in reversed(live_facts(self.facts, on)) if isinstance(f, RateChange)), self.terms.rate
        )
        event = RateChanged(loan_id=self.id, key=key, on=on, before=before, after=rate)
        return Success(self._with(RateChange(on=on, key=key, rate=rate), event, today))

    def extend(
        self, key: str, new_maturity: date, on: date, rate: Rate | None = None, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | LoanOverdue | ExtensionNotLater]:
        """Let the loan run until `new_maturity` (F13)."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        now = self.account(on)
        if now.days_past_due:
            return Failure(LoanOverdue(now.days_past_due))
        assert now.maturity is not None, "an open loan has rows"
        if new_maturity <= now.maturity:
            return Failure(ExtensionNotLater(new_maturity, now.maturity))
        event = LoanExtended(loan_id=self.id, key=key, on=on, maturity_before=now.maturity, maturity=new_maturity)
        return Success(self._with(Extension(on=on, key=key, new_maturity=new_maturity, rate=rate), event, today))

    def waive(
        self, key: str, component: Component, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | TimingRefused | WaiverExceedsOutstanding]:
        """Give up part of what is outstanding of a component."""
        refused = self._timing_refused(key, on, today) or _amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        outstanding = self.money(waivable(self.account(on), component))
        if amount > outstanding:
            return Failure(WaiverExceedsOutstanding(component, amount, outstanding))
        event = Waived(loan_id=self.id, key=key, on=on, component=component, amount=amount)
        return Success(self._with(Waiver(on=on, key=key, component=component, amount=amount), event, today))

    def reverse(
        self, key: str, of: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, PaymentNotFound | AlreadyReversed | DuplicatePayment | BeforeDisbursement | ValueDateInFuture]:
        """Undo the payment with key `of` and replay what came after it (F20)."""
        wrong = self._date_refused(key, on, today)
        if wrong is not None:
            return Failure(wrong)
        payment = next((f for f in self.facts if f.key == of and isinstance(f, PAYMENTS) and f.on <= on), None)
        if payment is None:
            return Failure(PaymentNotFound(of))
        if any(isinstance(fact, Reversal) and fact.of == of for fact in self.facts):
            return Failure(AlreadyReversed(of))
        at = self._horizon(on, today)
        after = attrs.evolve(self, facts=(*self.facts, Reversal(on=on, key=key, of=of)))
        back = self.account(at).figures.received - after.account(at).figures.received
        event = PaymentReversed(loan_id=self.id, key=key, of=of, on=on, amount=self.money(back))
        return Success(self._with(Reversal(on=on, key=key, of=of), event, today))

    def write_off(self, key: str, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """Take everything owed off the books (核销)."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        fact = WriteOff(on=on, key=key)
        gone = account(self.terms, (*self.facts, fact), self._horizon(on, today)).figures
        event = LoanWrittenOff(
            loan_id=self.id,
            key=key,
            on=on,
            principal=self.money(gone.principal_written_off),
            interest=self.money(gone.interest_written_off_due + gone.interest_written_off_accrued),
            fee=self.money(gone.fees_written_off),
            penalty=self.money(gone.penalty_written_off),
            compound=self.money(gone.compound_written_off),
        )
        return Success(self._with(fact, event, today))

    def recover(
        self, key: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, AmountRefused | DuplicatePayment | BeforeDisbursement | ValueDateInFuture | NotWrittenOff]:
        """Take money on a loan written off (核销后收回)."""
        refused = self._date_refused(key, on, today) or _amount_refused(amount, self.terms)
        if refused is not None:
            return Failure(refused)
        now = self.account(self._horizon(on, today))
        claim = self.money(now.claim)
        if now.status is not LoanStatus.WRITTEN_OFF or amount > claim:
            return Failure(NotWrittenOff(now.status, claim))
        event = MoneyRecovered(loan_id=self.id, key=key, on=on, amount=amount)
        return Success(self._with(Recovery(on=on, key=key, amount=amount), event, today))

    # --- time -----------------------------------------------------------------------------------

    def close_day(self, day: date) -> Self:
        """Note what the days until `day` brought: instalments fallen due, another status. Never changes any amount.

        The same loan where they brought nothing that had not been noted before.
        """
        if day <= self.seen_through:
            return self
        now = self.account(day)
        fell = [row for row in now.instalments if self.seen_through < row.due <= day and row.outstanding > 0]
        noted = self
        for due in sorted({row.due for row in fell}):
            event = self._fell(due, [row for row in fell if row.due == due])
            noted = attrs.evolve(noted, seen_through=day, events=(*noted.events, event))
        return moved(noted, now)

    def _fell(self, due: date, rows: Sequence[Instalment]) -> InstalmentsFellDue:
        return InstalmentsFellDue(
            loan_id=self.id,
            on=due,
            numbers=tuple(row.no for row in rows),
            principal=self.money(sum(row.asked.principal - row.paid.principal for row in rows)),
            interest=self.money(sum(row.asked.interest - row.paid.interest for row in rows)),
            fee=self.money(sum(row.asked.fee - row.paid.fee for row in rows)),
        )

    # --- what is owed ---------------------------------------------------------------------------

    def account(self, as_of: date) -> Account:
        """The loan's rows and balances as of a date."""
        return account(self.terms, self.facts, as_of)

    def due(self, on: date) -> Owed:
        """What is owed on `on`: instalments and charges due by then, with penalty to that date."""
        due = self.account(on).due
        return Owed(
            principal=self.money(due.principal),
            interest=self.money(due.interest),
            fee=self.money(due.fee),
            penalty=self.money(due.penalty),
            compound=self.money(due.compound),
        )

    def settlement_quote(self, on: date) -> SettlementQuote:
        """What settling on `on` takes, valid until the end of that day (R72); zeros where nothing is owed."""
        before = self.account(on).figures
        after = account(self.terms, (*self.facts, *self._settling("", on)), on).figures
        paid = after - before
        return SettlementQuote(
            on=on,
            principal=self.money(paid.principal_repaid),
            interest=self.money(paid.interest_paid_due + paid.interest_paid_accrued),
            fees=self.money(paid.fees_paid),
            penalty=self.money(paid.penalty_paid),
            compound=self.money(paid.compound_paid),
            credit=self.money(before.credit_balance),
            total=self.money(paid.received),
        )

    @property
    def disbursed(self) -> Money:
        """What has been paid out."""
        return self.money(sum(fact.amount.minor for fact in self.facts if isinstance(fact, Disbursement)))

    def money(self, minor: int) -> Money:
        """Minor units of the loan's currency as money."""
        return Money(minor, self.terms.currency)

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
        fee = divide(early * self.terms.prepayment_fee.scaled, RATE_SCALE, self.terms.rounding)
        if not fee:
            return (settlement,)
        return (Charge(on=on, key=key, component=Component.FEE, amount=self.money(fee), due=on), settlement)

    def _take(self, facts: tuple[LoanFact, ...], amount: Money, today: date | None) -> Self:
        payment = facts[-1]
        at = self._horizon(payment.on, today)
        after = attrs.evolve(self, facts=(*self.facts, *facts))
        now = after.account(at)
        event = self._repaid(payment, amount, now.figures - self.account(at).figures)
        return moved(attrs.evolve(after, events=(*self.events, event)), now)

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
        )

    def _money_in_refused(self, key: str, amount: Money, on: date, today: date | None) -> MoneyInRefused | None:
        return _amount_refused(amount, self.terms) or self._timing_refused(key, on, today) or self._held_refused(key)

    def _held_refused(self, key: str) -> MoneyInHeld | None:
        return None if self.held_by is None or self.held_by == key else MoneyInHeld(self.held_by)

    def _timing_refused(self, key: str, on: date, today: date | None) -> TimingRefused | None:
        if self.status not in ACTIVE:
            return LoanNotActive(self.status)
        return self._date_refused(key, on, today)

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


PAYMENTS = (Repayment, Settlement, Prepayment, Recovery)


def waivable(account: Account, component: Component) -> int:
    """How much of a component can be given up: what is outstanding, but no interest not borne yet on the balance."""
    if component is Component.INTEREST and account.terms.on_actual_balance:
        return account.due.interest + max(0, account.figures.interest_accrued_outstanding)
    outstanding: int = getattr(account.outstanding, component.value.lower())
    return outstanding


def _amount_refused(amount: Money, terms: LoanTerms) -> AmountRefused | None:
    if amount.currency != terms.currency:
        return WrongCurrency(amount, terms.currency.code)
    return PaymentNotPositive(amount) if amount.minor <= 0 else None


L = TypeVar("L", bound=Loan)


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
        planned = account(loan.terms, [f for f in loan.facts if not isinstance(f, PAYMENTS)], on).maturity
        early = planned is not None and on < planned
        kind = SettlementKind.EARLY if early else SettlementKind.NORMAL
        events = (*events, LoanSettled(loan_id=loan.id, on=on, kind=kind))
    return attrs.evolve(loan, status=now.status, events=events)
