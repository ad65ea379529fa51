"""Versions of a plan: what later comes leaves every one of them as it was."""

import hypothesis.strategies as st
from hypothesis import HealthCheck, given, settings

from lending.kernel.outcome import Success
from lending.loans.facts import Clearance, Disbursement, Prepayment, Recovery, Reversal
from lending.loans.loan import Loan
from lending.loans.plan_versions import plan_versions
from tests.property.loan_histories import histories, outcome_of, steps

slowly = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@slowly
@given(histories(), st.lists(steps, min_size=1, max_size=4))
def test_a_later_act_leaves_the_versions_before_it_as_they_were(
    loan: Loan, more: list[tuple[str, int, int, int]]
) -> None:
    for number, step in enumerate(more):
        before = tuple(plan_versions(loan.terms, loan.facts))
        outcome = outcome_of(loan, 100 + number, step)
        if isinstance(outcome, Success):
            loan = outcome.unwrap()
        after = tuple(plan_versions(loan.terms, loan.facts))
        assert after[: len(before)] == before
        assert [version.number for version in after] == list(range(1, len(after) + 1))


@slowly
@given(histories())
def test_the_first_is_the_payouts_and_taking_a_change_back_makes_another(loan: Loan) -> None:
    versions = tuple(plan_versions(loan.terms, loan.facts))
    assert (versions[0].cause, versions[0].key) == ("DISBURSEMENT", "payout")
    assert {fact.key for fact in loan.facts if isinstance(fact, (Disbursement, Prepayment))} <= {
        version.key for version in versions
    }
    changing = {fact.key for fact in loan.facts if isinstance(fact, (Prepayment, Clearance, Recovery))}
    taken_back = [fact.key for fact in loan.facts if isinstance(fact, Reversal) and fact.of in changing]
    assert [version.key for version in versions if version.cause == "REVERSAL"] == taken_back
