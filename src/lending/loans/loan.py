"""The `Loan` aggregate (借据): terms and facts, guarded. Every change is a new value that carries its events."""

from collections.abc import Sequence
from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import Rate
from lending.loans.account import Instalment, account
from lending.loans.choices import Component, PrepaymentEffect
from lending.loans.events import (
    ChargeAdded,
    InstalmentsFellDue,
    LoanExtended,
    LoanOpened,
    LoanRecalled,
    LoanWrittenOff,
    MoneyRecovered,
    PaymentRefunded,
    PaymentReversed,
    RateChanged,
    TrancheDisbursed,
    Waived,
)
from lending.loans.facts import (
    Charge,
    Disbursement,
    Extension,
    Prepayment,
    RateChange,
    Recall,
    Recovery,
    Refund,
    Repayment,
    Reversal,
    Waiver,
    WriteOff,
)
from lending.loans.fold import REFUNDABLE, live_facts
from lending.loans.ids import LoanId
from lending.loans.record import (
    PAYMENTS,
    AmountRefused,
    LoanRecord,
    MoneyInRefused,
    Owed,
    RefundRefused,
    SettlementQuote,
    TimingRefused,
    amount_refused,
    moved,
    waivable,
)
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
    PrepaymentExceedsBalance,
    RefundExceedsPayment,
    SettlementAmountDiffers,
    ValueDateInFuture,
    WaiverExceedsOutstanding,
)
from lending.loans.repricing import rate_changes
from lending.loans.status import ACTIVE, LoanStatus
from lending.loans.terms import LoanTerms
from lending.products.rates import ReferenceRates

__all__ = ["AmountRefused", "Loan", "MoneyInRefused", "Owed", "SettlementQuote", "TimingRefused"]


@attrs.frozen(kw_only=True)
class Loan(LoanRecord):
    """A loan account, and what can be done with it."""

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
        refused = amount_refused(amount, terms)
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
        refused = self._timing_refused(key, on, today) or amount_refused(amount, self.terms)
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
            wrong = amount_refused(amount, self.terms) if owed else None
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
        refused = self._timing_refused(key, on, today) or amount_refused(amount, self.terms)
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

    def reprice(self, published: ReferenceRates, today: date) -> Outcome[Self, TimingRefused]:
        """Fix a floating rate anew on every reset day until `today` that brought another one; none twice."""
        known = {fact.key for fact in self.facts}
        loan = self
        for change in rate_changes(self.terms, published, today):
            if change.key in known:
                continue
            changed = loan.change_rate(change.key, change.rate, change.on, today=today)
            if isinstance(changed, Failure):
                return changed
            loan = changed.unwrap()
        return Success(loan)

    def recall(
        self, key: str, on: date, *, today: date | None = None
    ) -> Outcome[Self, TimingRefused | NoInstalmentsLeft]:
        """Call the loan in (提前收回): from `on` all principal is due, with interest to that date."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        maturity = self.account(on).maturity
        assert maturity is not None, "an open loan has rows"
        if on >= maturity:
            return Failure(NoInstalmentsLeft(on, maturity))
        fact = Recall(on=on, key=key)
        due = account(self.terms, (*self.facts, fact), on).due
        event = LoanRecalled(
            loan_id=self.id,
            key=key,
            on=on,
            maturity_before=maturity,
            principal=self.money(due.principal),
            interest=self.money(due.interest),
            fee=self.money(due.fee),
            penalty=self.money(due.penalty),
            compound=self.money(due.compound),
        )
        return Success(self._with(fact, event, today))

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
        refused = self._timing_refused(key, on, today) or amount_refused(amount, self.terms)
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

    def refund(
        self, key: str, of: str, amount: Money, on: date, *, today: date | None = None
    ) -> Outcome[Self, RefundRefused | PaymentNotFound | AlreadyReversed | RefundExceedsPayment]:
        """Give part of the payment with key `of` back, at most what is left of it; later facts are replayed (F20)."""
        wrong = self._date_refused(key, on, today) or amount_refused(amount, self.terms)
        if wrong is not None:
            return Failure(wrong)
        payment = next((f for f in self.facts if f.key == of and isinstance(f, REFUNDABLE) and f.on <= on), None)
        if payment is None or payment.amount is None:
            return Failure(PaymentNotFound(of))
        if any(isinstance(fact, Reversal) and fact.of == of for fact in self.facts):
            return Failure(AlreadyReversed(of))
        back = sum(fact.amount.minor for fact in self.facts if isinstance(fact, Refund) and fact.of == of)
        left = self.money(payment.amount.minor - back)
        if amount > left:
            return Failure(RefundExceedsPayment(amount, left))
        event = PaymentRefunded(loan_id=self.id, key=key, of=of, on=on, amount=amount)
        return Success(self._with(Refund(on=on, key=key, of=of, amount=amount), event, today))

    def write_off(self, key: str, on: date, *, today: date | None = None) -> Outcome[Self, TimingRefused]:
        """Take everything owed off the books (核销)."""
        refused = self._timing_refused(key, on, today)
        if refused is not None:
            return Failure(refused)
        fact = WriteOff(on=on, key=key)
        after = account(self.terms, (*self.facts, fact), self._horizon(on, today))
        if not after.claim:
            return Failure(LoanNotActive(self.account(after.as_of).status))
        gone = after.figures
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
        refused = self._date_refused(key, on, today) or amount_refused(amount, self.terms)
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
        due = [row for row in now.instalments if self.seen_through < row.due <= day]
        fell = [row for row in due if row.settled_on is None or row.settled_on >= row.due]
        noted = self
        for on in sorted({row.due for row in fell}):
            event = self._fell(on, [row for row in fell if row.due == on])
            noted = attrs.evolve(noted, seen_through=day, events=(*noted.events, event))
        return moved(noted, now)

    def _fell(self, on: date, rows: Sequence[Instalment]) -> InstalmentsFellDue:
        return InstalmentsFellDue(
            loan_id=self.id,
            on=on,
            numbers=tuple(row.no for row in rows),
            principal=self.money(sum(row.asked.principal - row.paid.principal for row in rows)),
            interest=self.money(sum(row.asked.interest - row.paid.interest for row in rows)),
            fee=self.money(sum(row.asked.fee - row.paid.fee for row in rows)),
        )
