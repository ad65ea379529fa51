"""A fold that goes on from one that is kept says what the facts folded whole say, whatever was asked before."""

from datetime import date, timedelta

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.loans.account import Account, account, stated
from lending.loans.actual import ActualLedger
from lending.loans.fold import apply, kept, ledger_of, live_facts
from lending.loans.holidays import known_calendar
from lending.loans.loan import Loan
from lending.loans.scheduled import ScheduledLedger
from tests.property.loan_histories import LAST, START, histories

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
days = st.integers(0, (LAST - START).days).map(lambda number: START + timedelta(days=number))


def folded_whole(loan: Loan, day: date) -> Account:
    """The account from a new ledger through every fact, by nothing that is kept."""
    live = live_facts(loan.facts, day)
    terms = attrs.evolve(loan.terms, calendar=known_calendar(loan.terms, live))
    ledger = ActualLedger(terms) if terms.on_actual_balance else ScheduledLedger(terms)
    for fact in live:
        if ledger.rows:
            ledger.advance(fact.on)
        apply(ledger, fact)
    if ledger.rows:
        ledger.advance(day)
        ledger.restate(day)
    return stated(ledger, day)


@slowly
@given(histories(), days)
def test_an_account_is_what_its_facts_folded_whole_come_to(loan: Loan, day: date) -> None:
    assume(loan.terms.lease is None)
    assert loan.account(day) == folded_whole(loan, day)


@slowly
@given(histories(), days, st.lists(st.tuples(days, st.integers(0, 20)), max_size=4))
def test_what_was_asked_before_never_shows(loan: Loan, day: date, asked: list[tuple[date, int]]) -> None:
    kept.cache_clear()
    alone = stated(ledger_of(loan.terms, loan.facts, day), day)
    kept.cache_clear()
    for other, count in asked:
        account(loan.terms, loan.facts[: 1 + count], other)
    assert stated(ledger_of(loan.terms, loan.facts, day), day) == alone


@slowly
@given(histories(), days)
def test_a_ledger_stays_as_it_was_when_its_copy_goes_on(loan: Loan, day: date) -> None:
    ledger = ledger_of(loan.terms, loan.facts, day)
    assume(ledger.rows)
    before = stated(ledger.copy(), day)
    gone_on = ledger.copy()
    gone_on.advance(LAST + timedelta(days=400))
    if gone_on.closed_on is None:
        gone_on.settle(None, LAST + timedelta(days=400))
    assert stated(ledger, day) == before
