"""Sharing: the worked figures of domain §5, and the laws of splitting a loan's figures."""

from datetime import date
from itertools import accumulate, pairwise

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.funding.income import Form, Income, Step, kept_of
from lending.funding.sharing import WHOLE, FunderShare, Sharing
from lending.kernel.day_count import DayCount
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import Account, account
from lending.loans.choices import Method
from lending.loans.facts import Disbursement, LoanFact, Repayment
from lending.loans.figures import NAMES, Figures
from lending.loans.terms import LoanTerms

START = date(2024, 1, 5)
THIRTY_SEVENTY = Sharing((FunderShare("BANK_A", 7_000),))
TERMS = LoanTerms(
    principal=Money.parse("10000.00"), rate=Rate.parse("0.18"), method=Method.EQUAL_INSTALMENT, instalments=12
)
FUNDER_PRINCIPAL = (
    "536.76", "544.81", "552.99", "561.28", "569.69", "578.24",
    "586.92", "595.72", "604.65", "613.73", "622.93", "632.28",
)  # fmt: skip
"""Domain §5: the funder's principal of a plan of 10,000 shared 30/70."""


def after(*payments: tuple[date, str]) -> Account:
    facts: list[LoanFact] = [Disbursement(on=START, key="d", amount=TERMS.principal)]
    facts += [Repayment(on=on, key=str(on), amount=Money.parse(amount)) for on, amount in payments]
    return account(TERMS, facts, max(fact.on for fact in facts))


def interest_rows(now: Account, sharing: Sharing) -> list[int]:
    """The first funder's part of the interest paid in each row."""
    totals = [0, *accumulate(row.paid.interest for row in now.instalments)]
    return [sharing.parts(high)[0] - sharing.parts(low)[0] for low, high in pairwise(totals)]


def test_the_payout_of_ten_thousand_at_thirty_seventy() -> None:
    assert THIRTY_SEVENTY.parts(10_000_00) == (7_000_00,)
    assert THIRTY_SEVENTY.own_part(10_000_00) == 3_000_00


def test_the_funders_principal_of_every_instalment_as_the_handbook_has_it() -> None:
    plan = after().instalments
    totals = [0, *accumulate(row.asked.principal for row in plan)]
    theirs = [THIRTY_SEVENTY.parts(high)[0] - THIRTY_SEVENTY.parts(low)[0] for low, high in pairwise(totals)]
    assert [str(Money(part)) for part in theirs] == [str(Money.parse(text)) for text in FUNDER_PRINCIPAL]
    assert sum(theirs) == 7_000_00


def test_the_first_instalment_is_shared_as_in_b4() -> None:
    figures = after((date(2024, 2, 5), "916.80")).figures
    ours, (theirs,) = THIRTY_SEVENTY.split(figures)
    assert (theirs.principal_repaid, theirs.interest_paid_due) == (536_76, 105_00)
    assert (ours.principal_repaid, ours.interest_paid_due) == (230_04, 45_00)


def test_a_fixed_yield_of_nine_percent_keeps_half_of_eighteen() -> None:
    paid = after((date(2024, 2, 5), "916.80"))
    nine = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))
    assert kept_of(nine, TERMS, paid.instalments, interest_rows(paid, THIRTY_SEVENTY)) == 52_50


def test_a_fixed_yield_by_the_funders_own_day_count_leaves_its_own_plans_interest() -> None:
    paid = after((date(2024, 2, 5), "916.80"))
    by_days = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"), day_count=DayCount.ACT_365)
    # 7,000.00 × 9 % × 31 ÷ 365 = 53.507
    assert kept_of(by_days, TERMS, paid.instalments, interest_rows(paid, THIRTY_SEVENTY)) == 53_51


def test_a_fixed_yield_above_what_the_customer_pays_keeps_no_more_than_that() -> None:
    paid = after((date(2024, 2, 5), "916.80"))
    dear = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.20"))
    assert kept_of(dear, TERMS, paid.instalments, interest_rows(paid, THIRTY_SEVENTY)) == 105_00


@pytest.mark.parametrize(("loss_rate", "kept"), [(0, 94_50), (200, 94_50), (201, 84_00), (10_000, 73_50)])
def test_a_stepped_form_keeps_less_the_more_is_lost(loss_rate: int, kept: int) -> None:
    steps = (Step(200, 9_000), Step(500, 8_000), Step(10_000, 7_000))
    stepped = Income(form=Form.STEPPED, steps=steps, loss_rate=loss_rate)
    assert kept_of(stepped, TERMS, (), (105_00,)) == kept


def test_a_referral_takes_its_fee_of_the_interest() -> None:
    assert kept_of(Income(form=Form.REFERRAL, fee=2_000), TERMS, (), (105_00,)) == 84_00


def test_three_parties_by_largest_remainder_with_ties_by_priority() -> None:
    thirds = Sharing((FunderShare("BANK_A", 3_333), FunderShare("BANK_B", 3_333), FunderShare("BANK_C", 3_334)))
    assert thirds.parts(100_00) == (33_33, 33_33, 33_34)
    halves = Sharing((FunderShare("BANK_A", 5_000), FunderShare("BANK_B", 5_000)))
    assert halves.parts(1) == (1, 0)


def test_fees_are_ours_unless_a_funder_takes_part_in_them() -> None:
    figures = Figures(fees_paid=100_00, received=100_00)
    ours, (theirs,) = THIRTY_SEVENTY.split(figures)
    assert (ours.fees_paid, theirs.fees_paid) == (100_00, 0)
    _, (sharing,) = Sharing((FunderShare("BANK_A", 7_000, fees=True),)).split(figures)
    assert sharing.fees_paid == 70_00


def test_penalty_may_have_a_weight_of_its_own() -> None:
    sharing = Sharing((FunderShare("BANK_A", 7_000, penalty_weight=0),))
    ours, (theirs,) = sharing.split(Figures(penalty_paid=6_90, compound_paid=1_35, received=8_25))
    assert (theirs.penalty_paid, theirs.compound_paid, ours.penalty_paid, ours.compound_paid) == (0, 0, 6_90, 1_35)


@pytest.mark.parametrize(
    ("shares", "wrong"),
    [
        ((FunderShare("BANK_A", 7_000), FunderShare("BANK_A", 1_000)), "each funder once"),
        ((FunderShare("BANK_A", 7_000), FunderShare("BANK_B", 3_001)), "at most 10000"),
        ((FunderShare("BANK_A", 5_000, penalty_weight=9_000), FunderShare("BANK_B", 2_000)), "at most 10000"),
    ],
)
def test_shares_that_do_not_fit_are_told(shares: tuple[FunderShare, ...], wrong: str) -> None:
    with pytest.raises(InvalidValue, match=wrong):
        Sharing(shares)


WEIGHTS = st.lists(st.integers(1, 3_333), min_size=1, max_size=3)
SHARINGS = WEIGHTS.map(lambda weights: Sharing(tuple(FunderShare(f"BANK_{k}", w) for k, w in enumerate(weights))))
FIGURES = st.builds(Figures, **{name: st.integers(0, 10**11) for name in NAMES})


@given(SHARINGS, FIGURES)
def test_the_parts_of_every_figure_are_the_figure(sharing: Sharing, figures: Figures) -> None:
    ours, theirs = sharing.split(figures)
    whole = ours
    for part in theirs:
        whole += part
    assert whole == figures


@given(SHARINGS, st.integers(0, 10**13))
def test_no_part_is_a_minor_unit_or_more_off_its_exact_value(sharing: Sharing, amount: int) -> None:
    for share, part in zip(sharing.shares, sharing.parts(amount), strict=True):
        assert abs(part * WHOLE - amount * share.weight) < WHOLE


@given(st.integers(1, 9_999), st.integers(0, 10**11), st.integers(0, 10**11))
def test_of_two_parties_neither_part_ever_falls_while_the_total_grows(weight: int, first: int, more: int) -> None:
    sharing = Sharing((FunderShare("BANK_A", weight),))
    assert sharing.parts(first)[0] <= sharing.parts(first + more)[0]
    assert sharing.own_part(first) <= sharing.own_part(first + more)


@given(SHARINGS, FIGURES)
def test_a_funder_keeps_the_identity_of_cash(sharing: Sharing, figures: Figures) -> None:
    whole = attrs.evolve(
        figures,
        received=figures.principal_repaid
        + figures.interest_paid_due
        + figures.interest_paid_accrued
        + figures.fees_paid
        + figures.penalty_paid
        + figures.compound_paid
        + figures.credit_balance
        + figures.refunded
        + figures.recovered,
    )
    for part in sharing.split(whole):
        for held in (part,) if isinstance(part, Figures) else part:
            assert held.received == (
                held.principal_repaid
                + held.interest_paid_due
                + held.interest_paid_accrued
                + held.fees_paid
                + held.penalty_paid
                + held.compound_paid
                + held.credit_balance
                + held.refunded
                + held.recovered
            )
