"""The running cap (F18, check 2): what is charged in all stays within the cap on the principal used."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.account import account
from lending.loans.choices import Component, InterestOn, Method
from lending.loans.facts import Charge, Disbursement, Repayment
from lending.loans.loan import Loan
from lending.loans.refusals import ChargeAboveCap
from lending.loans.terms import Interest, LoanTerms
from lending.products.prepayment import PrepaymentFee, PrepaymentRules
from tests.property.loan_histories import opened
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, figure, loan_at, on_time, yuan

CAP = Rate.parse("0.24")
DUE = date(2024, 2, 5)
ON_ACTUAL = Interest(on=InterestOn.ACTUAL_BALANCE)
balances = pytest.mark.parametrize("interest", [Interest(), ON_ACTUAL], ids=["scheduled", "actual"])


def capped(**changes: Any) -> LoanTerms:
    return base_loan(**{"cap": CAP, "penalty": PENALTY, **changes})


def at_the_cap(**changes: Any) -> LoanTerms:
    """12,000.00 at 24 % itself, 240.00 of interest a month: 30-day months charge more than 365-day years allow."""
    return capped(**{"rate": CAP, "method": Method.INTEREST_FIRST, **changes})


def test_12_000_used_for_31_days_bear_at_most_244_60() -> None:
    assert figure(loan_at(capped(rate=Rate(0)), DUE).room or 0) == "244.60"


@balances
def test_interest_takes_its_part_of_it_first(interest: Interest) -> None:
    assert figure(loan_at(capped(interest=interest), DUE).room or 0) == "64.60"


def test_without_a_cap_nothing_is_limited() -> None:
    assert loan_at(base_loan(), DUE).room is None


def test_a_penalty_rate_of_27_percent_is_cut_to_24() -> None:
    """920.16 × 24 % × 10 ÷ 360 = 6.13 and 180.00 × 24 % × 10 ÷ 360 = 1.20, where F10 has 6.90 and 1.35."""
    first = loan_at(capped(), date(2024, 2, 15)).instalments[0]
    assert (figure(first.asked.penalty), figure(first.asked.compound)) == ("6.13", "1.20")


@pytest.mark.parametrize("days", range(1, 29))
def test_compound_interest_gives_way_as_interest_fills_the_room(days: int) -> None:
    """240.00 overdue at 24 %: what 12,000 × 24 % × days ÷ 365 leaves after interest, R(240 × days ÷ 29) in period 2."""
    allowed = 12_000_00 * 24 * (31 + days) // (100 * 365)
    interest = 240_00 + (2 * 240_00 * days + 29) // (2 * 29)
    accrued = (2 * 240_00 * 24 * days + 100 * 360) // (2 * 100 * 360)
    first = loan_at(at_the_cap(), DUE + timedelta(days=days)).instalments[0]
    assert first.asked.compound == min(accrued, max(0, allowed - interest))


def test_on_the_tenth_day_74_cents_of_160_are_asked_for() -> None:
    assert figure(loan_at(at_the_cap(), date(2024, 2, 15)).instalments[0].asked.compound) == "0.74"


def test_the_youngest_instalment_is_cut_first() -> None:
    """Two overdue at 24.1 %, 6.21 and 1.59: after 70 days 554.63 are allowed and 552.77 of interest earned."""
    rows = loan_at(at_the_cap(cap=Rate.parse("0.241"), rate=Rate.parse("0.238")), date(2024, 3, 15)).instalments[:2]
    assert [figure(row.asked.compound) for row in rows] == ["1.86", "0.00"]


def test_what_was_paid_is_not_taken_back() -> None:
    """0.74 was paid on the tenth day; on the 28th there is no room at all."""
    paid = Repayment(on=date(2024, 2, 15), key="some", amount=yuan("0.74"))
    later = loan_at(at_the_cap(), date(2024, 3, 4), paid)
    assert figure(later.instalments[0].asked.compound) == figure(later.instalments[0].paid.compound) == "0.74"
    assert figure(loan_at(at_the_cap(), date(2024, 3, 4)).instalments[0].asked.compound) == "0.00"


def test_what_was_cut_comes_back_as_room_grows_until_the_instalment_is_paid() -> None:
    """Compound interest cut on 4 March is asked for on the 20th, but not of an instalment paid in full on the 4th."""
    more = Disbursement(on=date(2024, 3, 5), key="more", amount=yuan("12000"))
    terms = at_the_cap(rate=Rate.parse("0.239"), principal=yuan("24000"))
    first = Disbursement(on=PAID_OUT, key="one", amount=yuan("12000"))
    fourth = date(2024, 3, 4)
    cut = account(terms, (first,), fourth).instalments[0].outstanding
    paid = Repayment(on=fourth, key="paid", amount=Money(cut))
    day = date(2024, 3, 20)
    unpaid_row = account(terms, (first, more), day).instalments[0]
    paid_row = account(terms, (first, paid, more), day).instalments[0]
    assert unpaid_row.asked.compound > account(terms, (first,), fourth).instalments[0].asked.compound
    assert (paid_row.outstanding, paid_row.settled_on) == (0, fourth)


def test_a_fee_takes_its_room_from_penalty() -> None:
    fee = Charge(on=date(2024, 2, 15), key="fee", component=Component.FEE, amount=yuan("0.50"), due=date(2024, 2, 15))
    first, second = loan_at(at_the_cap(), date(2024, 2, 15), fee).instalments[:2]
    assert (figure(first.asked.compound), figure(second.asked.fee)) == ("0.24", "0.50")


def charge(loan: Loan, amount: str, on: date) -> Any:
    return loan.charge("fee", Component.FEE, yuan(amount), on, on)


@balances
def test_a_fee_beyond_the_room_is_refused_with_it(interest: Interest) -> None:
    loan = opened(capped(interest=interest), on=PAID_OUT)
    assert isinstance(charge(loan, "64.60", DUE), Success)
    assert charge(loan, "64.61", DUE) == Failure(ChargeAboveCap(Component.FEE, yuan("64.61"), yuan("64.60"), DUE))


def test_a_fee_due_later_is_measured_on_its_due_date() -> None:
    loan = opened(capped(), on=PAID_OUT)
    assert isinstance(loan.charge("fee", Component.FEE, yuan("64.60"), DUE, PAID_OUT), Success)
    assert isinstance(charge(loan, "0.01", PAID_OUT), Failure)


def test_the_fee_for_settling_early_was_agreed_and_is_not_cut() -> None:
    """F12: 1 % of 9,197.91 is 91.98; of 12,000.00 at once 120.00, though no charge would have that room yet."""
    terms = capped(prepayment=PrepaymentRules(fees=(PrepaymentFee(0, Rate.parse("0.01")),)))
    loan = opened(terms, on=PAID_OUT)
    for fact in on_time(terms, 3):
        assert isinstance(fact, Repayment)
        loan = loan.repay(fact.key, fact.amount, fact.on).unwrap()
    assert loan.settlement_quote(date(2024, 4, 17)).total.text == "9345.08"
    fresh = opened(terms, on=PAID_OUT).settlement_quote(date(2024, 1, 6))
    assert (fresh.interest.text, fresh.fees.text) == ("6.00", "120.00")


def test_the_end_of_day_changes_none_of_it() -> None:
    loan = opened(at_the_cap(), on=PAID_OUT)
    day = date(2024, 3, 1)
    closed = loan
    for number in range(60):
        closed = closed.close_day(PAID_OUT + timedelta(days=number))
    assert attrs.evolve(closed.account(day)) == loan.account(day)
