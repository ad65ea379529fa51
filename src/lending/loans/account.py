"""`account(terms, facts, as_of)`: a loan's rows and balances as of a date, as a pure function.

It never depends on whether the end of day ran. The order in which facts were recorded matters only
between facts of one date; a fact with an earlier date counts as if it had been there in time.
"""

from collections.abc import Iterable
from datetime import date, timedelta

import attrs

from lending.loans.actual import ActualLedger
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
from lending.loans.ledger import Ledger
from lending.loans.row import COMPONENTS, COMPOUND, FEE, INTEREST, PENALTY, PRINCIPAL, Row
from lending.loans.scheduled import ScheduledLedger
from lending.loans.status import InstalmentStatus, LoanStatus
from lending.loans.terms import LoanTerms

__all__ = ["Account", "Due", "Instalment", "account", "live_facts"]

NON_ACCRUAL_AFTER = 90
"""Days past due after which interest is no longer recognised as income (3.6)."""


@attrs.frozen(kw_only=True)
class Due:
    """Amounts by component, in minor units."""

    principal: int = 0
    interest: int = 0
    fee: int = 0
    penalty: int = 0
    compound: int = 0

    @property
    def total(self) -> int:
        """All components together."""
        return self.principal + self.interest + self.fee + self.penalty + self.compound


@attrs.frozen(kw_only=True)
class Instalment:
    """An instalment as of a date: what it asks for, what was paid, what is left (3.7). Minor units."""

    no: int
    start: date
    due: date
    asked: Due
    paid: Due
    waived: Due
    written_off: Due
    paid_early: int
    paid_late: int
    balance_after: int
    settled_on: date | None
    days_past_due: int
    status: InstalmentStatus

    @property
    def outstanding(self) -> int:
        """Due − paid − waived − written off."""
        return self.asked.total - self.paid.total - self.waived.total - self.written_off.total


@attrs.frozen(kw_only=True)
class Account:
    """A loan as of a date."""

    terms: LoanTerms
    as_of: date
    status: LoanStatus
    instalments: tuple[Instalment, ...]
    figures: Figures
    due: Due
    """What is owed now: everything of instalments due by `as_of`, and charges due."""
    outstanding: Due
    """What is asked for and unpaid, due or not."""
    principal_balance: int
    credit_balance: int
    claim: int
    """What a loan written off still claims off the books (账销案存)."""
    days_past_due: int
    days_past_grace: int
    """Days since the grace of the oldest unpaid instalment ended; 0 while it lasts."""

    @property
    def maturity(self) -> date | None:
        """The last due date."""
        return self.instalments[-1].due if self.instalments else None

    @property
    def totals(self) -> Due:
        """What all instalments ask for."""
        return Due(
            **{
                name: sum(getattr(instalment.asked, name) for instalment in self.instalments)
                for name in COMPONENT_NAMES
            }
        )


COMPONENT_NAMES = ("fee", "penalty", "compound", "interest", "principal")


def live_facts(facts: Iterable[LoanFact], as_of: date) -> list[LoanFact]:
    """The facts that count on `as_of`, in the order of their dates: neither later ones nor reversed ones."""
    known = [fact for fact in facts if fact.on <= as_of]
    reversed_keys = {fact.of for fact in known if isinstance(fact, Reversal)}
    live = [fact for fact in known if fact.key not in reversed_keys and not isinstance(fact, Reversal)]
    return sorted(live, key=lambda fact: fact.on)


def account(terms: LoanTerms, facts: Iterable[LoanFact], as_of: date) -> Account:
    """The loan's rows and balances as of `as_of`: interest and penalty until that date, the day itself not counted."""
    ledger = ledger_of(terms, facts, as_of)
    return stated(ledger, as_of)


def ledger_of(terms: LoanTerms, facts: Iterable[LoanFact], as_of: date) -> Ledger:
    """The working ledger after all facts until `as_of`."""
    ledger: Ledger = ActualLedger(terms) if terms.on_actual_balance else ScheduledLedger(terms)
    for fact in live_facts(facts, as_of):
        if ledger.rows:
            ledger.advance(fact.on)
        apply(ledger, fact)
    if ledger.rows:
        ledger.advance(as_of)
        ledger.restate(as_of)
    return ledger


def apply(ledger: Ledger, fact: LoanFact) -> None:
    """Let one fact take effect."""
    match fact:
        case Disbursement():
            ledger.disburse(fact.amount.minor, fact.on)
        case Repayment():
            ledger.repay(fact.amount.minor, fact.on)
        case Settlement():
            ledger.settle(None if fact.amount is None else fact.amount.minor, fact.on)
        case Prepayment():
            ledger.prepay(fact.amount.minor, fact.effect, fact.on)
        case Charge():
            ledger.charge(fact.component, fact.amount.minor, fact.due)
        case RateChange():
            ledger.change_rate(fact.rate, fact.on)
        case Extension():
            ledger.extend(fact.new_maturity, fact.rate, fact.on)
        case Waiver():
            ledger.waive(fact.component, fact.amount.minor, fact.on)
        case WriteOff():
            ledger.write_off(fact.on)
        case Recovery():
            ledger.recover(fact.amount.minor)
        case _:
            raise AssertionError(f"{type(fact).__name__} has no effect of its own")


def stated(ledger: Ledger, as_of: date) -> Account:
    """What `ledger` says as of `as_of`."""
    later = sum(row.asked[PRINCIPAL] for row in ledger.rows)
    instalments = []
    for row in ledger.rows:
        later -= row.asked[PRINCIPAL]
        instalments.append(instalment_of(row, later, as_of, ledger.terms.grace.days))
    past = max((instalment.days_past_due for instalment in instalments), default=0)
    figures = figures_of(ledger, as_of)
    return Account(
        terms=ledger.terms,
        as_of=as_of,
        status=status_of(ledger, past),
        instalments=tuple(instalments),
        figures=figures,
        due=Due(
            **{
                name: sum(row.owed_by(which, as_of) for row in ledger.rows)
                for which, name in zip(COMPONENTS, COMPONENT_NAMES, strict=True)
            }
        ),
        outstanding=Due(
            **{name: ledger.owed_of(which) for which, name in zip(COMPONENTS, COMPONENT_NAMES, strict=True)}
        ),
        principal_balance=figures.principal_outstanding,
        credit_balance=ledger.credit,
        claim=sum(sum(row.written) for row in ledger.rows) - ledger.recovered,
        days_past_due=past,
        days_past_grace=max(0, past - ledger.terms.grace.days),
    )


def instalment_of(row: Row, balance_after: int, as_of: date, grace_days: int) -> Instalment:
    """The rich view of a row."""
    past = (as_of - row.pay_by).days if row.plan_owed > 0 and as_of > row.pay_by else 0
    return Instalment(
        no=row.no,
        start=row.start,
        due=row.due,
        asked=named(row.asked),
        paid=named(row.paid),
        waived=named(row.waived),
        written_off=named(row.written),
        paid_early=row.early,
        paid_late=row.late,
        balance_after=balance_after,
        settled_on=row.touched if not row.outstanding and not any(row.written) else None,
        days_past_due=past,
        status=instalment_status(row, as_of, past_grace=past > grace_days),
    )


def named(amounts: list[int]) -> Due:
    """Amounts by position as amounts by name."""
    return Due(
        fee=amounts[FEE],
        penalty=amounts[PENALTY],
        compound=amounts[COMPOUND],
        interest=amounts[INTEREST],
        principal=amounts[PRINCIPAL],
    )


def instalment_status(row: Row, as_of: date, *, past_grace: bool) -> InstalmentStatus:
    """The state of 3.7."""
    if any(row.written):
        return InstalmentStatus.WRITTEN_OFF
    if not row.outstanding and (row.touched is not None or row.due <= as_of):
        ahead = row.touched is not None and row.touched < row.due
        return InstalmentStatus.PREPAID if ahead else InstalmentStatus.PAID
    if past_grace:
        return InstalmentStatus.OVERDUE
    if any(row.paid):
        return InstalmentStatus.PARTIAL
    return InstalmentStatus.DUE if row.due <= as_of else InstalmentStatus.FUTURE


def status_of(ledger: Ledger, days_past_due: int) -> LoanStatus:
    """The state of 3.6."""
    if not ledger.rows:
        return LoanStatus.PENDING
    if ledger.written_off:
        claim = sum(sum(row.written) for row in ledger.rows)
        return LoanStatus.RECOVERED if ledger.recovered >= claim else LoanStatus.WRITTEN_OFF
    if not ledger.outstanding:
        return LoanStatus.SETTLED
    if days_past_due > NON_ACCRUAL_AFTER:
        return LoanStatus.NON_ACCRUAL
    return LoanStatus.OVERDUE if days_past_due > ledger.terms.grace.days else LoanStatus.NORMAL


def figures_of(ledger: Ledger, as_of: date) -> Figures:
    """The running totals of `ledger`."""
    rows = ledger.rows

    def total(kind: str, component: int) -> int:
        return sum(getattr(row, kind)[component] for row in rows)

    settled = bool(rows) and not ledger.outstanding
    ahead = sum(row.ahead for row in rows)
    waived_ahead = sum(row.waived_ahead for row in rows)
    due_rows = [row for row in rows if row.due <= as_of]
    written_ahead = sum(row.written_ahead for row in rows)
    grace = timedelta(days=ledger.terms.grace.days)
    return Figures(
        disbursed=ledger.disbursed,
        received=ledger.received,
        principal_repaid=total("paid", PRINCIPAL),
        interest_earned=total("asked", INTEREST) if settled else ledger.earned(as_of),
        interest_fallen_due=sum(
            row.asked[INTEREST] - row.ahead - row.waived_ahead - row.written_ahead for row in due_rows
        ),
        interest_paid_due=total("paid", INTEREST) - ahead,
        interest_paid_accrued=ahead,
        fees_charged=sum(
            max(charged(row, FEE, as_of), row.paid[FEE] + row.waived[FEE] + row.written[FEE]) for row in rows
        ),
        fees_paid=total("paid", FEE),
        penalty_earned=sum(accrued(row, as_of) for row in rows),
        penalty_paid=total("paid", PENALTY),
        compound_earned=total("asked", COMPOUND),
        compound_paid=total("paid", COMPOUND),
        credit_balance=ledger.credit,
        refunded=ledger.refunded,
        principal_waived=total("waived", PRINCIPAL),
        interest_waived_due=total("waived", INTEREST) - waived_ahead,
        interest_waived_accrued=waived_ahead,
        fees_waived=total("waived", FEE),
        penalty_waived=total("waived", PENALTY),
        compound_waived=total("waived", COMPOUND),
        principal_written_off=total("written", PRINCIPAL),
        interest_written_off_due=total("written", INTEREST) - written_ahead,
        interest_written_off_accrued=written_ahead,
        fees_written_off=total("written", FEE),
        penalty_written_off=total("written", PENALTY),
        compound_written_off=total("written", COMPOUND),
        recovered=ledger.recovered,
        principal_overdue=sum(row.owed(PRINCIPAL) for row in rows if as_of > row.pay_by + grace),
    )


def charged(row: Row, component: int, as_of: date) -> int:
    """Charges of `row` that have fallen due."""
    return sum(amount for due, which, amount in row.charges if which == component and due <= as_of)


def accrued(row: Row, as_of: date) -> int:
    """Penalty earned on `row`: what accrued, and fixed penalties fallen due or dealt with before."""
    fixed = sum(amount for _due, which, amount in row.charges if which == PENALTY)
    ripe = row.asked[PENALTY] - fixed + charged(row, PENALTY, as_of)
    return max(ripe, row.paid[PENALTY] + row.waived[PENALTY] + row.written[PENALTY])
