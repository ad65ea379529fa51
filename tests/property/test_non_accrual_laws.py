"""Laws of non-accrual: what stands off book, what the accounts hold, and that no end of day has a say in either."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, event, given, settings

from lending.accounting.entries import entries_between
from lending.accounting.posting import scheme_of, unruled_between
from lending.accounting.posting_rules import Scheme
from lending.loans.account import Account, account
from lending.loans.choices import Component
from lending.loans.facts import Refund, Repayment, Reversal
from lending.loans.figures import Figures
from lending.loans.history import Moment, history
from lending.loans.loan import Loan
from lending.loans.status import MOVES, LoanStatus
from lending_entrypoints.replay.journal import EVENTS, shipped_rules
from tests.property.loan_histories import LAST, START, histories

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))
S = LoanStatus


def accounts_of(stated: Account) -> dict[str, int]:
    """What the accounts must hold, debit positive, by what the loan's rows say."""
    suspended = stated.status is S.NON_ACCRUAL
    figures, owed = stated.figures, stated.outstanding
    interest = max(0, figures.interest_accrued_outstanding)
    ahead = min(0, figures.interest_accrued_outstanding)
    receivable = {
        "1132.01": interest,
        "1132.02": figures.interest_due_outstanding,
        "1132.03": figures.penalty_outstanding,
        "1132.04": figures.compound_outstanding,
        "1132.05": figures.fees_outstanding,
    }
    held = dict.fromkeys(receivable, 0) if suspended else receivable
    held["1132.01"] += ahead
    classes = {
        "1303.01": owed.principal - figures.principal_overdue,
        "1303.02": figures.principal_overdue,
        "1303.03": 0,
    }
    if suspended:
        classes = {"1303.01": 0, "1303.02": 0, "1303.03": owed.principal}
    off_book = sum(receivable.values()) if suspended else 0
    return {
        **held,
        **classes,
        "7101.01": off_book,
        "7102.01": stated.claim,
        "7999": -off_book - stated.claim,
        "2241.03": -stated.credit_balance,
    }


def booked(steps: Iterable[Moment], scheme: Scheme = Scheme.LOAN) -> Counter[str]:
    """What posting step by step puts on the accounts; nothing may be left without a rule."""
    held: Counter[str] = Counter()
    before = Figures()
    for step in steps:
        posting = EVENTS.get(type(step.fact)) if step.fact is not None else None
        unruled = unruled_between(shipped_rules().under(scheme).own, before, step.figures, posting)
        assert unruled == (), (posting, before, step.figures)
        for entry in entries_between(shipped_rules(), before, step.figures, "loan", posting, scheme):
            assert len({line.account.startswith("7") for line in entry.lines}) == 1
            for line in entry.lines:
                held[line.account] += line.signed
        before = step.figures
    return held


@slowly
@given(histories(), days)
def test_on_book_and_off_book_together_are_what_is_owed(loan: Loan, day: date) -> None:
    stated = loan.account(day)
    figures = stated.figures
    suspended = stated.status is S.NON_ACCRUAL
    event(stated.status.value)
    levels = (
        (figures.interest_due_off_book, figures.interest_due_outstanding),
        (figures.interest_accrued_off_book, max(0, figures.interest_accrued_outstanding)),
        (figures.fees_off_book, figures.fees_outstanding),
        (figures.penalty_off_book, figures.penalty_outstanding),
        (figures.compound_off_book, figures.compound_outstanding),
        (figures.principal_non_accrual, figures.principal_outstanding),
    )
    for off_book, outstanding in levels:
        assert outstanding >= 0
        assert off_book == (outstanding if suspended else 0)
    received = figures.interest_paid_due + figures.interest_paid_accrued
    assert figures.interest_taxable == received + (0 if suspended else figures.interest_due_outstanding)
    assert (stated.non_accrual_since is not None) is suspended
    if stated.non_accrual_since is not None:
        assert START <= stated.non_accrual_since <= day


@slowly
@given(histories(leased=False), days)
def test_the_accounts_hold_what_the_rows_say(loan: Loan, day: date) -> None:
    wanted = accounts_of(loan.account(day))
    held = booked(history(loan.terms, loan.facts, day))
    assert {code: held[code] for code in wanted} == wanted


@slowly
@given(histories(ordered=True), days, st.sets(days, max_size=12))
def test_income_is_the_same_however_often_the_end_of_day_ran(loan: Loan, day: date, closings: set[date]) -> None:
    """Never, on some days, twice on one, or on every day that brings anything."""
    seldom = [moment for moment in moments(loan, day) if moment.fact is not None or moment.on == day]
    some = moments(loan, day, closings)
    scheme = scheme_of(loan.terms)
    usual = booked(history(loan.terms, loan.facts, day), scheme)
    for path in (seldom, some, [step for step in some for _ in range(1 if step.fact else 2)]):
        assert +booked(path, scheme) == +usual
        assert -booked(path, scheme) == -usual


def moments(loan: Loan, day: date, closings: Iterable[date] = ()) -> list[Moment]:
    """The facts, each after the state of its day, with ends of day between them, and `day`."""
    facts = sorted((fact for fact in loan.facts if fact.on <= day), key=lambda fact: fact.on)
    stops = [fact.on for fact in facts[1:]] + [day]
    steps = []
    for place, (fact, until) in enumerate(zip(facts, stops, strict=True)):
        known = facts[: place + 1]
        steps.append(Moment(fact.on, fact, account(loan.terms, known, fact.on).figures))
        between = sorted({on for on in closings if fact.on < on < until} | {until})
        steps += [Moment(on, None, account(loan.terms, known, on).figures) for on in between]
    return steps


@slowly
@given(histories(ordered=True), days)
def test_only_from_day_to_day_a_state_moves_and_non_accrual_ends_in_normal(loan: Loan, day: date) -> None:
    """Facts that rewrite the past apart, 3.6 is a function of the date: no day leads from NON_ACCRUAL to OVERDUE."""
    assume(not any(isinstance(fact, (Reversal, Refund)) for fact in loan.facts))
    last: LoanStatus | None = None
    for number in range((day - START).days + 1):
        status = loan.account(START + timedelta(days=number)).status
        if last is not None and status is not last:
            event(f"{last.value} -> {status.value}")
            assert status in MOVES[last]
            assert (last, status) != (S.NON_ACCRUAL, S.OVERDUE)
        last = status


@slowly
@given(histories(ordered=True), days)
def test_while_non_accrual_money_pays_principal_due_before_interest(loan: Loan, day: date) -> None:
    order = (Component.PRINCIPAL, Component.INTEREST)
    terms = attrs.evolve(loan.terms, allocation=attrs.evolve(loan.terms.allocation, non_accrual_order=order))
    facts = sorted((fact for fact in loan.facts if fact.on <= day), key=lambda fact: fact.on)
    for place, fact in enumerate(facts):
        if not isinstance(fact, Repayment):
            continue
        before, after = (account(terms, facts[:end], fact.on) for end in (place, place + 1))
        if before.status is not S.NON_ACCRUAL or not before.due.principal:
            continue
        event("paid while non-accrual")
        paid = after.figures - before.figures
        assert paid.principal_repaid >= min(fact.amount.minor, before.due.principal)
