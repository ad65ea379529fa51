"""Laws that hold for every loan and every history."""

from datetime import date, timedelta
from itertools import pairwise

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.kernel.rates import RATE_SCALE
from lending.loans.account import Account, account
from lending.loans.choices import Component
from lending.loans.facts import (
    Adjustment,
    Charge,
    Extension,
    PairedPayment,
    Recall,
    Refund,
    Repricing,
    Reversal,
    Settlement,
    Waiver,
)
from lending.loans.figures import Figures
from lending.loans.history import history
from lending.loans.loan import Loan
from lending.loans.record import PAYMENTS
from lending.loans.relief import Share
from lending.loans.status import ACTIVE, MOVES, LoanStatus
from lending.loans.terms import LoanTerms
from tests.property.loan_histories import (
    LAST,
    START,
    histories,
    loan_terms,
    opened,
    outcome_of,
    steps,
)

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))
PARTS = ("principal", "interest", "fee", "penalty", "compound")


def parts(account: Account, kind: str) -> int:
    return sum(getattr(row, kind).total for row in account.instalments)


@slowly
@given(histories(), days)
def test_principal_sums_to_what_was_paid_out(loan: Loan, day: date) -> None:
    account = loan.account(day)
    assert sum(row.asked.principal for row in account.instalments) == account.figures.disbursed


@slowly
@given(loan_terms(), st.integers(1, 99), days)
def test_money_paid_out_in_parts_on_the_first_day_is_one_payout(terms: LoanTerms, share: int, day: date) -> None:
    whole, begun = opened(terms), opened(terms, share)
    left = whole.disbursed - begun.disbursed
    assume(left.minor > 0)
    second = begun.disburse_tranche("second", left, START)
    topped_up = begun.top_up("second", left, START, today=START)
    for loan in (second.unwrap(), topped_up):
        assert loan.account(day).instalments == whole.account(day).instalments
        assert loan.account(day).figures == whole.account(day).figures


@slowly
@given(histories(), days)
def test_nothing_is_ever_negative(loan: Loan, day: date) -> None:
    account = loan.account(day)
    for row in account.instalments:
        for kind in (row.asked, row.paid, row.waived, row.written_off):
            assert all(getattr(kind, part) >= 0 for part in PARTS), row
        for part in PARTS:
            left = sum(sign * getattr(kind, part) for sign, kind in signed(row))
            assert left >= 0, (part, row)
        assert row.balance_after >= 0
        assert 0 <= row.paid_early + row.paid_late <= row.paid.total
    assert account.credit_balance >= 0
    assert account.principal_balance >= 0


def signed(row):  # noqa: ANN001, ANN201
    return ((1, row.asked), (-1, row.paid), (-1, row.waived), (-1, row.written_off))


@slowly
@given(histories(), days)
def test_every_cent_of_a_payment_lands_somewhere(loan: Loan, day: date) -> None:
    account = loan.account(day)
    figures = account.figures
    landed = (
        figures.principal_repaid
        + figures.interest_paid_due
        + figures.interest_paid_accrued
        + figures.fees_paid
        + figures.penalty_paid
        + figures.compound_paid
        + figures.credit_balance
        + figures.refunded
        + figures.recovered
        + figures.deposit_received
        - figures.deposit_set_off
    )
    assert figures.received == landed
    kept = figures.credit_balance + figures.refunded + figures.recovered + figures.deposit_received
    assert parts(account, "paid") == figures.received - kept + figures.deposit_set_off


@slowly
@given(histories(), days)
def test_what_the_books_hold_is_what_the_rows_say(loan: Loan, day: date) -> None:
    account = loan.account(day)
    figures = account.figures
    assert figures.principal_outstanding == account.outstanding.principal == account.principal_balance
    due = [row for row in account.instalments if row.due <= day]
    owed = sum(row.asked.interest - row.paid.interest - row.waived.interest - row.written_off.interest for row in due)
    assert figures.interest_due_outstanding == owed
    if account.status is LoanStatus.SETTLED:
        assert figures.interest_accrued_outstanding == 0 or any(row.due > day for row in account.instalments)
        paid_or_waived = (
            figures.interest_paid_due
            + figures.interest_paid_accrued
            + figures.interest_waived_due
            + figures.interest_waived_accrued
        )
        assert figures.interest_earned + figures.interest_adjusted == paid_or_waived


@slowly
@given(histories(), days)
def test_settling_leaves_zero_everywhere(loan: Loan, day: date) -> None:
    assume(loan.account(day).status in ACTIVE)
    earlier = attrs.evolve(loan, facts=tuple(fact for fact in loan.facts if fact.on <= day))
    quote = earlier.settlement_quote(day)
    settled = account(loan.terms, (*earlier.facts, Settlement(on=day, key="last")), day)
    assert settled.status is LoanStatus.SETTLED
    assert settled.outstanding.total == settled.due.total == settled.principal_balance == 0
    assert quote.total.minor == settled.figures.received - earlier.account(day).figures.received
    given_amount = account(loan.terms, (*earlier.facts, Settlement(on=day, key="last", amount=quote.total)), day)
    assert given_amount == settled


@slowly
@given(histories(), days, days)
def test_stating_a_loan_on_the_way_changes_nothing(loan: Loan, early: date, late: date) -> None:
    """What the end of day does, whenever it runs."""
    before = loan.account(late)
    closed = loan.close_day(early).close_day(early)
    assert closed.account(late) == before
    assert closed.close_day(late).account(late) == before


@slowly
@given(histories(), days)
def test_a_reversed_payment_never_happened(loan: Loan, day: date) -> None:
    for fact in loan.facts:
        if isinstance(fact, PAYMENTS) and fact.on <= day:
            undone = (*loan.facts, Reversal(on=day, key="undo", of=fact.key))
            without = tuple(other for other in loan.facts if other is not fact)
            assert account(loan.terms, undone, day) == account(loan.terms, without, day)


@slowly
@given(histories(), days, st.sampled_from(list(Component)), st.integers(1, 100), st.integers(0, 40), st.integers(0, 60))
def test_a_waiver_whose_payment_does_not_come_has_never_been(
    loan: Loan, day: date, component: Component, percent: int, wait: int, later: int
) -> None:
    """Until the end of its last day it stands; from the next day on there is no trace of it in any amount."""
    by = day + timedelta(days=wait)
    wanted = PairedPayment(amount=Money(10**14), by=by)
    parts = loan.relief((component,), Share(percent), day)
    assume(parts)
    fact = Waiver(on=day, key="relief", component=component, amount=parts[0][1], for_payment=wanted)
    given_up = attrs.evolve(fact, for_payment=None)
    assert account(loan.terms, (*loan.facts, fact), by) == account(loan.terms, (*loan.facts, given_up), by)
    after = by + timedelta(days=1 + later)
    paid_in_full = any(isinstance(one, Settlement) and one.amount is None and one.on >= day for one in loan.facts)
    assume(not paid_in_full)
    assert account(loan.terms, (*loan.facts, fact), after) == loan.account(after)


@slowly
@given(histories(), days, st.sampled_from(list(Component)[:4]), st.integers(1, 10**6), st.integers(1, 6))
def test_an_adjustment_put_back_leaves_what_was_owed(
    loan: Loan, day: date, component: Component, size: int, no: int
) -> None:
    said = {"on": day, "no": no, "component": component, "reason": "r", "reference": "v"}
    there = Adjustment(key="up", change=Money(size), **said)
    back = Adjustment(key="down", change=Money(-size), **said)
    before = loan.account(day)
    assume(not before.credit_balance)
    # An old instalment that asked for nothing, or for what is tolerated, makes the loan so much longer past due that
    # it may stop accruing; the way back is by payment.
    assume(account(loan.terms, (*loan.facts, there), day).non_accrual_since == before.non_accrual_since)
    after = account(loan.terms, (*loan.facts, there, back), day)
    assert (after.outstanding, after.due, after.figures) == (before.outstanding, before.due, before.figures)


@slowly
@given(histories(), days)
def test_posted_late_with_its_value_date_is_posted_in_time(loan: Loan, day: date) -> None:
    first, *others = loan.facts
    in_time = sorted(others, key=lambda fact: fact.on)
    assert account(loan.terms, (first, *in_time), day) == loan.account(day)


@slowly
@given(histories(ordered=True), days)
def test_rows_that_have_fallen_due_never_change_what_they_ask(loan: Loan, day: date) -> None:
    """Of principal and interest; a reversal or a late reset rewrites what came after it, others move principal.

    What is put right by hand is meant to change them.
    """
    rewriting = (Adjustment, Reversal, Refund, Extension, Recall, Repricing)
    assume(not any(isinstance(fact, rewriting) for fact in loan.facts))
    later = loan.account(LAST)
    for before in loan.account(day).instalments:
        if before.due < day and before.no <= len(later.instalments):
            after = later.instalments[before.no - 1]
            assert (after.asked.principal, after.asked.interest) == (before.asked.principal, before.asked.interest)


@slowly
@given(histories(), days, days)
def test_income_grows_with_time(loan: Loan, one: date, other: date) -> None:
    early, late = sorted((one, other))
    assume(not any(early < fact.on <= late for fact in loan.facts))
    first, second = loan.account(early).figures, loan.account(late).figures
    late_grows = loan.terms.cap is None  # under a cap, penalty gives way to interest as that is earned
    for name in ("interest_earned", "fees_charged", *(("penalty_earned", "compound_earned") if late_grows else ())):
        if loan.account(late).status is LoanStatus.SETTLED:
            continue
        assert getattr(first, name) <= getattr(second, name), name


@slowly
@given(histories(ordered=True), st.lists(steps, max_size=3))
def test_the_status_moves_only_along_the_table(loan: Loan, more: list[tuple[str, int, int, int]]) -> None:
    for number, step in enumerate(more):
        outcome = outcome_of(loan, 100 + number, step)
        if isinstance(outcome, Success):
            after = outcome.unwrap()
            assert after.status is loan.status or after.status in MOVES[loan.status], (loan.status, after.status)
            loan = after


@slowly
@given(histories(), days)
def test_history_ends_where_the_account_stands(loan: Loan, day: date) -> None:
    """What is posted step by step adds up to what the loan says; payments change nothing they have no business with."""
    moments = list(history(loan.terms, loan.facts, day))
    assert moments[-1].figures == loan.account(day).figures
    assert [moment.on for moment in moments] == sorted(moment.on for moment in moments)
    for before, after in pairwise(moments):
        if type(after.fact).__name__ in {"Repayment", "Recovery"}:
            assert after.figures.disbursed == before.figures.disbursed
            assert after.figures.received > before.figures.received


@slowly
@given(histories(), days)
def test_penalty_and_compound_interest_never_carry_charges_above_the_cap(loan: Loan, day: date) -> None:
    """F18: Σ charges ≤ Σ principal used × cap × days ÷ 365, day by day from the account's balances."""
    cap = loan.terms.cap
    corrected = any(isinstance(fact, (Reversal, Refund)) for fact in loan.facts)
    fixed = any(isinstance(fact, Charge) and fact.component is Component.PENALTY for fact in loan.facts)
    assume(cap is not None and not corrected and not fixed)
    assert cap is not None
    start = loan.facts[0].on
    until = min(day, start + timedelta(days=90))
    used = sum(balance_at_end_of(loan, start + timedelta(days=number)) for number in range((until - start).days))
    figures = loan.account(until).figures
    late = figures.penalty_earned + figures.compound_earned
    dealt_with = figures.penalty_paid + figures.compound_paid + figures.penalty_waived + figures.compound_waived
    dealt_with += figures.penalty_written_off + figures.compound_written_off
    room = used * cap.scaled // (365 * RATE_SCALE) - figures.interest_earned - figures.fees_charged
    assert late <= max(room, dealt_with)


def balance_at_end_of(loan: Loan, day: date) -> int:
    return loan.account(day).principal_balance


@slowly
@given(loan_terms())
def test_periods_join_without_gap_or_overlap(terms: LoanTerms) -> None:
    rows = opened(terms).account(START).instalments
    assert rows[0].start == START
    assert all(before.due == after.start < after.due for before, after in pairwise(rows))


@slowly
@given(loan_terms())
def test_figures_add_and_subtract(terms) -> None:  # noqa: ANN001
    figures = opened(terms).account(LAST).figures
    assert figures - figures == Figures()
    assert (figures + figures) - figures == figures
