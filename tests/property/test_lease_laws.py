"""Laws of direct leases: the deposit is never lost, and the books hold the rents whatever happens."""

from collections import Counter
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.accounting.entries import entries_between
from lending.accounting.journal import Side
from lending.accounting.posting import unruled_between
from lending.accounting.posting_rules import Scheme
from lending.kernel.calendar import DueDateRule
from lending.kernel.outcome import Success
from lending.kernel.rates import RATE_SCALE
from lending.loans.account import Account
from lending.loans.choices import Method
from lending.loans.facts import Refund, Reversal
from lending.loans.figures import NAMES, Figures
from lending.loans.history import history
from lending.loans.loan import Loan
from lending.loans.quote import quote
from lending.loans.status import ACTIVE, LoanStatus
from lending.loans.terms import LoanTerms
from lending.products.lease import DepositAtEnd
from lending_adapters.book import read_book
from lending_entrypoints.replay.journal import EVENTS
from tests.property.loan_histories import LAST, START, histories, loan_terms, opened

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))
RULES = read_book().posting_rules
assert RULES is not None


@st.composite
def leased(draw: st.DrawFn, *, ordered: bool = False) -> Loan:
    """A direct lease and what happened to it; mostly its deposit came at the start."""
    return draw(histories(leased=True, ordered=ordered, deposit=draw(st.sampled_from([True, True, False]))))


def booked(loan: Loan, day: date) -> Counter[str]:
    """The balance of every account, debit positive, after posting the lease's history step by step."""
    balances: Counter[str] = Counter()
    before = Figures()
    for moment in history(loan.terms, loan.facts, day):
        event = EVENTS.get(type(moment.fact)) if moment.fact is not None else None
        assert not unruled_between(RULES.under(Scheme.DIRECT_LEASE).own, before, moment.figures, event)
        for entry in entries_between(RULES, before, moment.figures, "lease", event, Scheme.DIRECT_LEASE):
            assert sum(line.signed for line in entry.lines) == 0
            for line in entry.lines:
                balances[line.account] += line.amount if line.side is Side.DEBIT else -line.amount
        before = moment.figures
    return balances


def rents_left(account: Account) -> int:
    return account.outstanding.principal + account.outstanding.interest


@slowly
@given(leased(), days)
def test_a_deposit_is_set_off_returned_or_held(loan: Loan, day: date) -> None:
    figures = loan.account(day).figures
    parts = (figures.deposit_set_off, figures.deposit_returned, figures.deposit_held)
    assert min(parts) >= 0
    assert figures.deposit_received == sum(parts)


@slowly
@given(leased(ordered=True), days)
def test_no_more_is_held_than_was_agreed(loan: Loan, day: date) -> None:
    """Unless a use of the deposit was taken back after it had been made whole again."""
    assume(not any(isinstance(fact, (Refund, Reversal)) for fact in loan.facts))
    agreed = loan.terms.lease.deposit if loan.terms.lease else None
    assert loan.account(day).figures.deposit_held <= (agreed.minor if agreed else 0)


@slowly
@given(leased(), days)
def test_the_books_hold_the_rents_the_income_in_them_and_the_deposit(loan: Loan, day: date) -> None:
    account = loan.account(day)
    figures, accounts = account.figures, booked(loan, day)
    assert accounts["1541.01"] == figures.rents_outstanding == rents_left(account)
    assert accounts["1541.02"] == -figures.unearned_income
    assert accounts["2241.01"] == -figures.deposit_held
    assert accounts["2241.03"] == -account.credit_balance
    assert accounts["1441.01"] == figures.collateral_taken
    assert accounts["1002.01"] == figures.bank_received
    in_kind = figures.collateral_taken + figures.bank_received
    moved = figures.received - figures.refunded - figures.deposit_returned - in_kind
    assert accounts["1012.01"] == moved - figures.disbursed
    assert accounts["2202.01"] == 0
    assert not [
        code for code in accounts if code.startswith(("1303", "1132.01", "1132.02", "6011.01")) and accounts[code]
    ]


@slowly
@given(leased(), days)
def test_income_is_what_was_earned_and_is_not_in_doubt(loan: Loan, day: date) -> None:
    """Of a lease that does not accrue only what was paid is income; what it claims besides stands off the books."""
    account = loan.account(day)
    figures, accounts = account.figures, booked(loan, day)
    receivable = accounts["1132.03"] + accounts["1132.04"] + accounts["1132.05"]
    charges_paid = figures.fees_paid + figures.penalty_paid + figures.compound_paid
    assert -(accounts["6011.02"] + accounts["6021.01"]) == charges_paid + receivable
    if account.status is LoanStatus.NON_ACCRUAL:
        paid = figures.interest_paid_due + figures.interest_paid_accrued
        ahead = max(0, -figures.interest_accrued_outstanding)
        assert (receivable, -accounts["6011.03"]) == (0, paid - ahead)
    else:
        owed = account.outstanding
        assert receivable == figures.fees_outstanding + owed.penalty + owed.compound
        earned = figures.interest_earned + figures.interest_adjusted
        assert -accounts["6011.03"] == earned - figures.interest_given_up
    assert accounts["7101.01"] == figures.off_book
    assert accounts["7102.01"] == figures.claim
    assert accounts["7999"] == -figures.off_book - figures.claim
    assert accounts["1304.01"] == -figures.recovered
    assert accounts["6702.01"] == figures.principal_waived + figures.principal_written_off


@slowly
@given(leased(), days)
def test_settling_and_returning_the_deposit_leave_zero_everywhere(loan: Loan, day: date) -> None:
    earlier: Any = attrs.evolve(loan, facts=tuple(fact for fact in loan.facts if fact.on <= day))
    earlier = attrs.evolve(earlier, status=earlier.account(day).status)
    assume(earlier.status in ACTIVE)
    asked = earlier.settlement_quote(day)
    held = earlier.account(day).figures.deposit_held
    settled = earlier.settle("settle-last", day, asked.total).unwrap()
    assert settled.status is LoanStatus.SETTLED
    left = settled.account(day).figures.deposit_held
    assert left == held - asked.deposit.minor
    assert not (left and asked.total), "money is asked for only once the deposit is used up"
    if left:
        settled = settled.return_deposit("return-last", day).unwrap()
    accounts = booked(settled, day)
    standing = [code for code in ("1541.01", "1541.02", "2241.01", "1132.03", "1132.04", "1132.05") if accounts[code]]
    assert not standing
    assert settled.account(day).outstanding.total == 0


@slowly
@given(leased(ordered=True), days)
def test_income_not_yet_earned_is_never_less_than_nothing(loan: Loan, day: date) -> None:
    figures = loan.account(day).figures
    assert figures.rents_outstanding >= 0
    assert figures.unearned_income >= 0


@slowly
@given(loan_terms(leased=True))
def test_paid_as_planned_the_customer_pays_what_the_quote_says(terms: LoanTerms) -> None:
    """Every rent less what the deposit pays of it, on its due date; what is held in the end goes back."""
    deposit = terms.lease.deposit if terms.lease else None
    loan = opened(terms)
    if deposit:
        loan = loan.receive_deposit("deposit", deposit, START).unwrap()
    for row in quote(terms).rows:
        owed = loan.due(row.due).total
        if owed:
            loan = loan.repay(f"rent-{row.no}", owed, row.due).unwrap()
    end = quote(terms).maturity
    account = loan.account(end)
    assert account.status is LoanStatus.SETTLED
    assert account.figures.received == quote(terms).total.minor + account.figures.deposit_held
    if deposit and terms.lease and terms.lease.deposit_at_end is DepositAtEnd.RETURN:
        assert account.figures.deposit_held == deposit.minor


@slowly
@given(loan_terms(method=Method.EQUAL_INSTALMENT, leased=True))
def test_the_disclosed_rate_makes_the_flows_with_the_deposit_worth_nothing(terms: LoanTerms) -> None:
    """F16: received less a deposit, and the deposit back at the end, or taken off the rents from the last one on."""
    terms = attrs.evolve(terms, first_due=None, holiday=DueDateRule.NONE)
    trial = quote(terms)
    assume(0 < trial.apr.scaled < 10 * RATE_SCALE)
    assert terms.lease is not None
    left = deposit = terms.lease.deposit.minor if terms.lease.deposit else 0
    flows = [row.total.minor for row in trial.rows]
    if terms.lease.deposit_at_end is DepositAtEnd.LAST_RENTS:
        for place in reversed(range(len(flows))):
            part = min(flows[place], left)
            flows[place], left = flows[place] - part, left - part
    else:
        flows[-1] -= deposit
    each = {"MONTH": 12, "WEEK": 52, "DAY": 365}[terms.period.unit.value]

    def worth(rate: int) -> Fraction:
        step = 1 + Fraction(rate * terms.period.every, each * RATE_SCALE)
        received = Fraction(terms.principal.minor - trial.fee_at_start.minor - deposit)
        return sum((flow / step**number for number, flow in enumerate(flows, start=1)), -received)

    assert worth(trial.apr.scaled - 1) > 0 > worth(trial.apr.scaled + 1)


@slowly
@given(leased(), days)
def test_a_deposit_fact_that_is_reversed_never_happened(loan: Loan, day: date) -> None:
    for fact in loan.facts:
        undone = loan.reverse("undo", fact.key, day)
        if isinstance(undone, Success):
            without = tuple(other for other in loan.facts if other.key != fact.key)
            assert undone.unwrap().account(day) == attrs.evolve(loan, facts=without).account(day)


def test_every_figure_has_a_rule_in_either_scheme() -> None:
    """What LOAN books, DIRECT_LEASE books too: a figure without one would stop the end of day at the first lease."""
    ruled = {scheme: {rule.amount for rule in RULES.under(scheme).own.rules} for scheme in Scheme}
    taxed = {"interest_taxable"}
    of_lines = {"amount"}  # a credit line is no loan's, and is booked under one scheme
    assert ruled[Scheme.LOAN] - taxed - of_lines <= ruled[Scheme.DIRECT_LEASE]
    of_leases = {"interest_in_rents", "deposit_received", "deposit_set_off", "deposit_returned"}
    assert ruled[Scheme.DIRECT_LEASE] - ruled[Scheme.LOAN] == of_leases
    assert set(NAMES) - ruled[Scheme.DIRECT_LEASE] == {"received", "refunded", "service_fee", *taxed}
