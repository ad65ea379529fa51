"""Interest on the scheduled balance and on the actual one: the same while everyone pays on time."""

from datetime import timedelta

import attrs
import hypothesis.strategies as st
from hypothesis import HealthCheck, assume, given, settings

from lending.kernel.money import Money
from lending.loans.account import account
from lending.loans.choices import InterestOn, Method
from lending.loans.facts import Disbursement, DueDayChange, Repayment
from lending.loans.terms import LoanTerms
from tests.property.loan_histories import START, loan_terms

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@slowly
@given(loan_terms(on=InterestOn.SCHEDULED_BALANCE))
def test_scheduled_and_actual_balance_agree_when_everyone_pays_on_time(terms) -> None:  # noqa: ANN001
    assume(terms.method is not Method.EQUAL_PRINCIPAL_AND_INTEREST)
    terms = attrs.evolve(terms, lease=None)
    actual = attrs.evolve(terms, interest=attrs.evolve(terms.interest, on=InterestOn.ACTUAL_BALANCE))
    payout = Disbursement(on=START, key="payout", amount=terms.principal)
    rows = account(terms, (payout,), START).instalments
    payments = [
        Repayment(on=row.due, key=str(row.no), amount=Money(row.asked.total)) for row in rows if row.asked.total
    ]
    facts = (payout, *payments)
    end = rows[-1].due
    for one, other in zip(account(terms, facts, end).instalments, account(actual, facts, end).instalments, strict=True):
        assert (one.asked, one.paid, one.due) == (other.asked, other.paid, other.due)


@slowly
@given(loan_terms(on=InterestOn.SCHEDULED_BALANCE), st.integers(0, 300), st.integers(1, 31))
def test_with_another_due_day_they_still_agree(terms: LoanTerms, after: int, due_day: int) -> None:
    assume(terms.method is not Method.EQUAL_PRINCIPAL_AND_INTEREST and terms.period.months)
    terms = attrs.evolve(terms, penalty=None, lease=None)
    on = START + timedelta(days=after)
    actual = attrs.evolve(terms, interest=attrs.evolve(terms.interest, on=InterestOn.ACTUAL_BALANCE))
    payout = Disbursement(on=START, key="payout", amount=terms.principal)
    facts = (payout, DueDayChange(on=on, key="day", day=due_day))
    rows = account(terms, facts, max(on, START)).instalments
    payments = [
        Repayment(on=row.due, key=str(row.no), amount=Money(row.asked.total)) for row in rows if row.asked.total
    ]
    end = rows[-1].due
    for one, other in zip(
        account(terms, (*facts, *payments), end).instalments,
        account(actual, (*facts, *payments), end).instalments,
        strict=True,
    ):
        assert (one.asked, one.paid, one.due) == (other.asked, other.paid, other.due)
