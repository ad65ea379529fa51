"""The `Loan` aggregate (借据): terms and facts, guarded. Every change is a new value that carries its events."""

from collections.abc import Sequence
from datetime import date
from typing import Self

import attrs

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Instalment, account
from lending.loans.cancellation import Cancelling
from lending.loans.changes import Changes
from lending.loans.corrections import Corrections
from lending.loans.events import (
    InstalmentsFellDue,
    LoanOpened,
    LoanOpenedByVoucher,
    TrancheDisbursed,
    WaiverLapsed,
)
from lending.loans.facts import (
    Disbursement,
)
from lending.loans.fold import lapsed_waivers
from lending.loans.ids import LoanId
from lending.loans.impairment import Impairing
from lending.loans.lease_acts import LeaseActs
from lending.loans.money_in import MoneyIn
from lending.loans.purpose import Purpose
from lending.loans.record import (
    AmountRefused,
    MoneyInRefused,
    Owed,
    SettlementQuote,
    TimingRefused,
    amount_refused,
    moved,
)
from lending.loans.refusals import DisbursementExceedsPrincipal, NoInstalmentsLeft, ValueDateInFuture
from lending.loans.relief import Relieving
from lending.loans.status import LoanStatus
from lending.loans.terms import LoanTerms
from lending.loans.write_off import WritingOff

__all__ = ["AmountRefused", "Loan", "MoneyInRefused", "Owed", "SettlementQuote", "TimingRefused"]


@attrs.frozen(kw_only=True)
class Loan(MoneyIn, Changes, Relieving, Purpose, Corrections, Impairing, WritingOff, Cancelling, LeaseActs):
    """A loan account, and what can be done with it."""

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
        by_voucher: bool = False,
    ) -> "Outcome[Loan, AmountRefused | ValueDateInFuture | DisbursementExceedsPrincipal]":
        """Open the account on the day its money reached the payee; `key` is the disbursement order (R48).

        Opened `by_voucher`, it is the day on which the dealer was given our word for the money (R103).
        """
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
        event = (LoanOpenedByVoucher if by_voucher else LoanOpened)(
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

    def top_up(self, key: str, amount: Money, on: date, *, today: date) -> Self:
        """A further part of the payout has reached the payee: never refused, for the money is out whatever we think.

        Its value date is no earlier than the loan's first day.
        """
        assert amount <= self.terms.principal - self.disbursed, f"{self.id} is paid {amount} more than was agreed"
        since = max(on, self.opened_on)
        event = TrancheDisbursed(loan_id=self.id, key=key, principal=amount, on=since)
        return self._with(Disbursement(on=since, key=key, amount=amount), event, today)

    def close_day(self, day: date) -> Self:
        """Note what the days until `day` brought: instalments fallen due, waivers lapsed, another status.

        Never changes any amount.

        The same loan where they brought nothing that had not been noted before.
        """
        if day <= self.seen_through:
            return self
        now = self.account(day)
        noted = self._noting_lapses(day)
        due = [row for row in now.instalments if self.seen_through < row.due <= day]
        fell = [row for row in due if row.settled_on is None or row.settled_on >= row.due]
        for on in sorted({row.due for row in fell}):
            event = self._fell(on, [row for row in fell if row.due == on])
            noted = attrs.evolve(noted, events=(*noted.events, event))
        noted = moved(noted, now)
        return noted if noted is self else attrs.evolve(noted, seen_through=day)

    def _noting_lapses(self, day: date) -> Self:
        known = lapsed_waivers(self.facts, self.seen_through)
        lapsed = [waiver for waiver in lapsed_waivers(self.facts, day) if waiver not in known]
        events = tuple(
            WaiverLapsed(loan_id=self.id, key=waiver.key, on=day, component=waiver.component, amount=waiver.amount)
            for waiver in lapsed
        )
        return attrs.evolve(self, seen_through=day, events=(*self.events, *events)) if lapsed else self

    def _fell(self, on: date, rows: Sequence[Instalment]) -> InstalmentsFellDue:
        return InstalmentsFellDue(
            loan_id=self.id,
            on=on,
            numbers=tuple(row.no for row in rows),
            principal=self.money(sum(row.asked.principal - row.paid.principal for row in rows)),
            interest=self.money(sum(row.asked.interest - row.paid.interest for row in rows)),
            fee=self.money(sum(row.asked.fee - row.paid.fee for row in rows)),
        )
