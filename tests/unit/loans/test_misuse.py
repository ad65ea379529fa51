"""Misuse (挪用, R15, F10): the whole balance bears the misuse rate from its date until it is cured."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.choices import InterestOn, Method, PrepaymentEffect
from lending.loans.events import LoanMisuseCured, LoanMisused
from lending.loans.facts import Extension, LoanFact, Misuse, MisuseCured, Prepayment, RateChange, Recall
from lending.loans.refusals import MisuseRateNotAgreed, MisuseUnchanged
from lending.loans.terms import Grace, Interest, LoanTerms, Multiple, Penalty
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, loan_at, on_time

TWICE = Penalty(Multiple.parse("1.5"), compound=True, misuse_multiple=Multiple.parse("2.0"))
ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])
DUE = date(2024, 2, 5)


def misused(day: date) -> Misuse:
    return Misuse(on=day, key=f"misused-{day}")


def cured(day: date) -> MisuseCured:
    return MisuseCured(on=day, key=f"cured-{day}")


def twice(**changes: Any) -> LoanTerms:
    """12,000.00 at 18 %, interest first; 36 % while misused."""
    return base_loan(**{"penalty": TWICE, "method": Method.INTEREST_FIRST, **changes})


def penalties(terms: LoanTerms, day: date, *facts: LoanFact) -> list[str]:
    return [figure(row.asked.penalty) for row in loan_at(terms, day, *facts).instalments[:3]]


@balances
def test_what_is_not_due_bears_the_difference_to_the_contract_rate(interest: Interest) -> None:
    """21 days: 12,000 × (36 % − 18 %) × 21 ÷ 360 = 126.00 beside the plan's 180.00."""
    account = loan_at(twice(interest=interest), DUE, misused(date(2024, 1, 15)))
    first = account.instalments[0]
    assert (figure(first.asked.interest), figure(first.asked.penalty)) == ("180.00", "126.00")
    assert figure(account.due.penalty) == "126.00"


@balances
def test_it_is_asked_for_day_by_day_and_due_with_the_instalment(interest: Interest) -> None:
    account = loan_at(twice(interest=interest), date(2024, 1, 25), misused(date(2024, 1, 15)))
    assert (figure(account.outstanding.penalty), figure(account.due.penalty)) == ("60.00", "0.00")
    assert account.misused


@balances
def test_the_next_period_goes_on(interest: Interest) -> None:
    """29 days of February into March: 12,000 × 18 % × 29 ÷ 360 = 174.00."""
    paid = on_time(twice(interest=interest), 1)
    asked = penalties(twice(interest=interest), date(2024, 3, 5), misused(date(2024, 1, 15)), *paid)
    assert asked[:2] == ["126.00", "174.00"]


@balances
def test_a_cure_ends_it_and_leaves_what_was_charged(interest: Interest) -> None:
    """10 days are 60.00."""
    account = loan_at(twice(interest=interest), DUE, misused(date(2024, 1, 15)), cured(date(2024, 1, 25)))
    assert (figure(account.instalments[0].asked.penalty), account.misused) == ("60.00", False)


def test_overdue_principal_bears_the_heavier_rate_and_never_both() -> None:
    """L, 5 days at 27 % and 5 at 36 %: 920.16 × (27 % × 5 + 36 % × 5) ÷ 360 = 8.05, compound 180.00 likewise 1.58.

    The 11,079.84 not yet due bear 18 % × 5 ÷ 360 = 27.70 in the running instalment.
    """
    rows = loan_at(base_loan(penalty=TWICE), date(2024, 2, 15), misused(date(2024, 2, 10))).instalments
    assert (figure(rows[0].asked.penalty), figure(rows[0].asked.compound)) == ("8.05", "1.58")
    assert figure(rows[1].asked.penalty) == "27.70"


def test_a_penalty_rate_heavier_than_the_misuse_rate_stays() -> None:
    heavy = Penalty(Multiple.parse("2.0"), compound=False, misuse_multiple=Multiple.parse("1.5"))
    first = loan_at(base_loan(penalty=heavy), date(2024, 2, 15), misused(date(2024, 2, 10))).instalments[0]
    assert figure(first.asked.penalty) == "9.20"  # 920.16 × 36 % × 10 ÷ 360


def test_days_of_grace_before_the_misuse_bear_the_rate_of_their_time() -> None:
    """Grace ends on 8 February, retroactively: 2 days at 27 % and 8 at 36 % are 8.74."""
    terms = base_loan(penalty=TWICE, grace=Grace(days=3))
    first = loan_at(terms, date(2024, 2, 15), misused(date(2024, 2, 7))).instalments[0]
    assert figure(first.asked.penalty) == "8.74"


def test_under_a_cap_the_misuse_rate_is_the_cap() -> None:
    """12,000 × (24 % − 18 %) × 21 ÷ 360 = 42.00 (F18)."""
    terms = twice(cap=Rate.parse("0.24"))
    assert penalties(terms, DUE, misused(date(2024, 1, 15)))[0] == "42.00"


@balances
def test_money_that_comes_back_no_longer_bears_it(interest: Interest) -> None:
    """6,000 come back after 10 days: (12,000 × 10 + 6,000 × 11) × 18 % ÷ 360 = 93.00."""
    back = Prepayment(
        on=date(2024, 1, 25),
        key="back",
        amount=base_loan().principal.share(1, 2),
        effect=PrepaymentEffect.KEEP_INSTALMENT,
    )
    assert penalties(twice(interest=interest), DUE, misused(date(2024, 1, 15)), back)[0] == "93.00"


def test_a_new_rate_counts_from_its_day() -> None:
    """10 days at 18 % and 11 at 12 % beyond the contract rate: 60.00 + 44.00."""
    lower = RateChange(on=date(2024, 1, 25), key="lower", rate=Rate.parse("0.12"))
    assert penalties(twice(), DUE, misused(date(2024, 1, 15)), lower)[0] == "104.00"


@balances
def test_a_recall_takes_it_along_and_time_added_later_bears_only_its_own(interest: Interest) -> None:
    """Recalled after 10 days: 60.00 due at once. What is then overdue bears 36 %: 10 days of 12,000 are 120.00."""
    recall = Recall(on=date(2024, 1, 25), key="recall")
    facts = (misused(date(2024, 1, 15)), recall)
    assert figure(loan_at(twice(interest=interest), date(2024, 1, 25), *facts).due.penalty) == "60.00"
    assert penalties(twice(interest=interest), date(2024, 2, 4), *facts) == ["180.00"]


def test_an_extension_bears_it_too() -> None:
    longer = Extension(on=date(2024, 12, 1), key="longer", new_maturity=date(2025, 2, 5))
    paid = on_time(twice(), 11)
    account = loan_at(twice(), date(2025, 1, 5), *paid, misused(date(2024, 12, 5)), longer)
    assert figure(account.instalments[11].asked.penalty) == "186.00"  # 31 days


@pytest.mark.parametrize("penalty", [None, PENALTY])
def test_a_rate_that_was_not_agreed_is_not_charged(penalty: Penalty | None) -> None:
    loan = opened(base_loan(penalty=penalty), on=PAID_OUT)
    assert loan.misuse("m", DUE) == Failure(MisuseRateNotAgreed())


def test_the_aggregate_records_it_once_and_says_so() -> None:
    loan = opened(twice(), on=PAID_OUT)
    assert loan.cure_misuse("c", DUE) == Failure(MisuseUnchanged(DUE, misused=False))
    misused_loan = loan.misuse("m", DUE)
    assert isinstance(misused_loan, Success)
    found = misused_loan.unwrap()
    assert found.events[-1] == LoanMisused(loan_id=loan.id, key="m", on=DUE)
    assert found.misuse("again", DUE) == Failure(MisuseUnchanged(DUE, misused=True))
    ended = found.cure_misuse("c", DUE).unwrap()
    assert ended.events[-1] == LoanMisuseCured(loan_id=loan.id, key="c", on=DUE)
    assert not ended.account(DUE).misused


def test_a_misuse_multiple_is_at_least_one() -> None:
    with pytest.raises(InvalidValue, match="misuse_multiple"):
        attrs.evolve(TWICE, misuse_multiple=Multiple.parse("0.9"))
