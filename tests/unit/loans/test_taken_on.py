"""A loan handed over with its balances states them exactly on the cut-over day, and goes on from there by its terms."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.contracts.ids import ContractId
from lending.customers.ids import CustomerId
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Failure
from lending.kernel.rates import Rate
from lending.loans.account import Account, account
from lending.loans.choices import Component, Method
from lending.loans.facts import TakenOn
from lending.loans.handed_over import Handed, loan_of
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.portfolio import PastAct, PastKind, PortfolioRow
from lending.loans.status import LoanStatus
from lending.loans.terms import Grace, LoanTerms, Multiple, Penalty
from lending.products.product import Product
from tests.support.portfolio import CUT_OVER, balances, open_instalment, portfolio_row, small_cash

PRODUCT = small_cash()
REQUEST = RequestId("r1")
HANDED = Handed(LoanId.make(REQUEST, 0), ContractId.make(REQUEST, 0), CustomerId.make(REQUEST, 0))


def no_years(_year: str) -> None:
    """No calendar is published."""


def yuan(text: str) -> Money:
    return Money.parse(text)


def taken(row: PortfolioRow, product: Product = PRODUCT) -> Loan:
    made = loan_of(row, product, CUT_OVER, HANDED, no_years)
    assert not isinstance(made, Failure), made
    loan: Loan = made.unwrap()
    return loan


def faults(row: PortfolioRow, product: Product = PRODUCT) -> list[tuple[str, str]]:
    return [(each.field, each.value) for each in loan_of(row, product, CUT_OVER, HANDED, no_years).failure()]


def by_component(account: Account) -> dict[str, int]:
    figures = account.figures
    names = ("principal", "interest_due", "interest_accrued", "penalty", "compound", "fees")
    return {name: getattr(figures, f"{name}_outstanding") for name in names}


def test_balances_of_base_loan_l_go_on_as_the_loan_itself() -> None:
    """After three payments, on day 12 of period 4: 9,197.91 left, 55.19 accrued (F6: 137.97 × 12 ÷ 30)."""
    # The loan was paid out on 5 January 2024 (L, F1: level instalment 1,100.16); period 4 runs from 5 April to 5 May.
    row = portfolio_row(
        balances=balances(principal="9197.91", instalments=9, next_due=date(2024, 5, 5), accrued="55.19")
    )
    loan = taken(row)
    now = loan.account(CUT_OVER)
    assert by_component(now) == {
        "principal": 919_791, "interest_due": 0, "interest_accrued": 5_519, "penalty": 0, "compound": 0, "fees": 0,
    }  # fmt: skip
    assert (now.status, now.days_past_due, len(now.instalments)) == (LoanStatus.NORMAL, 0, 9)
    original = loan_of(
        portfolio_row(
            history=tuple(
                PastAct(on=day, kind=PastKind.REPAYMENT, amount=yuan("1100.16"))
                for day in (date(2024, 2, 5), date(2024, 3, 5), date(2024, 4, 5))
            ),
            principal_left=yuan("9197.91"),
        ),
        PRODUCT,
        CUT_OVER,
        HANDED,
        no_years,
    ).unwrap()
    for ahead in range(300):
        day = CUT_OVER + timedelta(days=ahead)
        one, other = loan.account(day), original.account(day)
        assert by_component(one) == by_component(other), day
        assert [(r.due, r.asked.total) for r in one.instalments] == [
            (r.due, r.asked.total) for r in other.instalments[3:]
        ]
    # A9: settled on day 12 of period 4 with 55.19 of interest and 1 % of what was not due.
    assert loan.settlement_quote(CUT_OVER).total == yuan("9345.08")


def test_arrears_stand_with_their_own_dates_and_days() -> None:
    """Two instalments unpaid (F1 rows 2 and 3 of L): overdue since 5 March, 43 days on 17 April."""
    unpaid = (
        open_instalment(date(2024, 3, 5), "933.96", "166.20", "5.00", "1.00"),
        open_instalment(date(2024, 4, 5), "947.97", "152.19"),
    )
    row = portfolio_row(
        balances=balances(
            principal="9197.91", instalments=9, next_due=date(2024, 5, 5), accrued="55.19", unpaid=unpaid, fees="30.00"
        )
    )
    now = taken(row).account(CUT_OVER)
    assert by_component(now) == {
        "principal": 919_791 + 93_396 + 94_797, "interest_due": 16_620 + 15_219, "interest_accrued": 5_519,
        "penalty": 500, "compound": 100, "fees": 3_000,
    }  # fmt: skip
    assert (now.status, now.days_past_due) == (LoanStatus.OVERDUE, 43)
    assert now.figures.principal_overdue == 93_396 + 94_797
    assert now.due.total == 93_396 + 94_797 + 16_620 + 15_219 + 500 + 100 + 3_000


def test_a_loan_too_long_overdue_is_non_accrual_since_the_day_it_became_so() -> None:
    unpaid = (open_instalment(date(2023, 12, 5), "933.96", "166.20"),)
    row = portfolio_row(
        opened_on=date(2023, 11, 5),
        balances=balances(
            principal="9197.91", instalments=9, next_due=date(2024, 5, 5), accrued="55.19", unpaid=unpaid
        ),
    )
    now = taken(row).account(CUT_OVER)
    # More than 90 days after 5 December 2023: from 5 March 2024.
    assert (now.status, now.non_accrual_since) == (LoanStatus.NON_ACCRUAL, date(2024, 3, 5))
    assert now.figures.interest_due_off_book == 16_620
    assert now.figures.interest_accrued_off_book == 5_519
    assert now.figures.principal_non_accrual == 919_791 + 93_396


def test_a_judged_loan_is_non_accrual_though_nothing_is_overdue() -> None:
    row = portfolio_row(
        balances=balances(
            principal="9197.91", instalments=9, next_due=date(2024, 5, 5), accrued="55.19", impaired="bankrupt"
        )
    )
    assert taken(row).status is LoanStatus.NON_ACCRUAL


def test_a_loan_written_off_is_a_claim_and_recovers() -> None:
    unpaid = (open_instalment(date(2023, 12, 5), "10000.00", "496.98", "20.00"),)
    row = portfolio_row(
        opened_on=date(2023, 11, 5), balances=balances(principal="0.00", unpaid=unpaid, written_off=True)
    )
    loan = taken(row)
    now = loan.account(CUT_OVER)
    assert (now.status, now.claim, now.principal_balance) == (LoanStatus.WRITTEN_OFF, 1_051_698, 0)
    recovered = loan.recover("court-1", yuan("10516.98"), CUT_OVER).unwrap()
    assert recovered.status is LoanStatus.RECOVERED


def test_money_held_pays_the_next_instalment() -> None:
    row = portfolio_row(
        balances=balances(
            principal="9197.91", instalments=9, next_due=date(2024, 5, 5), accrued="55.19", credit="1100.16"
        )
    )
    loan = taken(row)
    assert loan.account(CUT_OVER).credit_balance == 110_016
    due = loan.account(date(2024, 5, 5))
    assert (due.credit_balance, due.due.total) == (0, 0)
    assert due.figures.principal_outstanding == 919_791 - 96_219  # F1 row 4 of L


def test_the_contracts_own_instalment_and_interest_are_kept() -> None:
    row = portfolio_row(
        balances=balances(
            principal="9000.00", instalments=9, next_due=date(2024, 5, 5), accrued="55.19",
            instalment="1100.00", next_interest="137.97",
        )
    )  # fmt: skip
    rows = taken(row).account(CUT_OVER).instalments
    assert (rows[0].asked.interest, rows[0].asked.total) == (13_797, 110_000)
    assert {each.asked.total for each in rows[:-1]} == {110_000}
    assert sum(each.asked.principal for each in rows) == 900_000


def test_the_end_of_a_short_month_begins_a_whole_period() -> None:
    """Due on day 31: the period from 29 February to 31 March is a whole one, a twelfth of 18 % (F19)."""
    cut_over = date(2024, 3, 10)
    row = portfolio_row(
        opened_on=date(2023, 12, 31),
        due_day=31,
        balances=balances(principal="9000.00", instalments=9, next_due=date(2024, 3, 31), accrued="0.00"),
    )
    loan = loan_of(row, PRODUCT, cut_over, HANDED, no_years).unwrap()
    rows = loan.account(cut_over).instalments
    assert [each.due for each in rows[:3]] == [date(2024, 3, 31), date(2024, 4, 30), date(2024, 5, 31)]
    assert rows[0].asked.interest == 13_500


def test_a_history_is_replayed_and_held_to_what_it_should_come_to() -> None:
    paid = PastAct(on=date(2024, 2, 5), kind=PastKind.REPAYMENT, amount=yuan("1100.16"))
    # F1 row 1 of L: 920.16 of principal.
    assert taken(portfolio_row(history=(paid,), principal_left=yuan("11079.84"))).status is LoanStatus.OVERDUE
    wrong = portfolio_row(history=(paid,), principal_left=yuan("11079.85"))
    assert faults(wrong) == [("principal_left", "'11079.85'")]


def test_what_the_loan_refuses_is_a_fault_of_the_history() -> None:
    recovery = PastAct(on=date(2024, 2, 5), kind=PastKind.RECOVERY, amount=yuan("1.00"))
    assert faults(portfolio_row(history=(recovery,))) == [("history[1]", "2024-02-05 RECOVERY")]
    late = PastAct(on=date(2024, 4, 18), kind=PastKind.REPAYMENT, amount=yuan("1.00"))
    assert faults(portfolio_row(history=(late,))) == [("history[1].on", "2024-04-18")]
    no_amount = PastAct(on=date(2024, 2, 5), kind=PastKind.REPAYMENT)
    assert faults(portfolio_row(history=(no_amount,))) == [("history[1].amount", "None")]
    no_component = PastAct(on=date(2024, 2, 5), kind=PastKind.CHARGE, amount=yuan("1.00"))
    assert faults(portfolio_row(history=(no_component,))) == [("history[1].component", "None")]


def test_every_kind_of_act_is_replayed() -> None:
    def act(day: date, kind: PastKind, **of: Any) -> PastAct:
        return PastAct(on=day, kind=kind, **of)

    history = (
        act(date(2024, 1, 20), PastKind.CHARGE, component=Component.FEE, amount=yuan("30.00")),
        act(date(2024, 1, 21), PastKind.WAIVER, component=Component.FEE, amount=yuan("10.00")),
        act(date(2024, 2, 5), PastKind.REPAYMENT, amount=yuan("1120.16")),
        act(date(2024, 2, 5), PastKind.PREPAYMENT, amount=yuan("79.84")),
        act(date(2024, 2, 6), PastKind.RATE, rate=Rate.parse("0.12")),
        act(date(2024, 2, 7), PastKind.IMPAIRMENT),
        act(date(2024, 4, 1), PastKind.WRITE_OFF),
        act(date(2024, 4, 2), PastKind.RECOVERY, amount=yuan("1000.00")),
    )
    now = taken(portfolio_row(history=history)).account(CUT_OVER)
    assert now.status is LoanStatus.WRITTEN_OFF
    assert now.figures.principal_written_off == 1_100_000
    assert now.claim == now.figures.principal_written_off + now.figures.interest_written_off_due + (
        now.figures.interest_written_off_accrued - 100_000
    )
    assert {fact.kind for fact in history} == set(PastKind)


def test_a_settled_loan_is_not_taken_on() -> None:
    assert faults(portfolio_row(balances=balances(principal="0.00"))) == [("reference", "'OLD-1'")]


DUE = date(2024, 5, 5)
SOUND = balances(principal="9197.91", instalments=9, next_due=DUE, accrued="55.19")


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"instalments": 0, "next_due": None, "accrued": yuan("0.00")}, "balances.instalments"),
        ({"next_due": CUT_OVER}, "balances.next_due"),
        ({"next_due": None}, "balances.next_due"),
        ({"accrued": yuan("137.98")}, "balances.accrued"),
        ({"accrued": yuan("-0.01")}, "balances.accrued"),
        ({"principal": yuan("12000.01")}, "balances.principal"),
        ({"principal": Money.parse("100.00", PRODUCT.currency.__class__("USD"))}, "balances.principal"),
        ({"accrued_since": CUT_OVER + timedelta(days=1)}, "balances.accrued_since"),
        ({"credit": yuan("1.00"), "fees": yuan("1.00")}, "balances.credit"),
        ({"unpaid": (open_instalment(CUT_OVER + timedelta(days=1), "1.00", "0.00"),)}, "balances.unpaid[1].due"),
        ({"unpaid": (open_instalment(date(2024, 3, 5), "0.00", "0.00"),)}, "balances.unpaid[1]"),
        ({"unpaid": (open_instalment(date(2024, 3, 5), "1.00", "-1.00"),)}, "balances.unpaid[1].interest"),
        ({"unpaid": (open_instalment(date(2024, 3, 5), "1.00", "0.00"),) * 2}, "balances.unpaid[2].due"),
    ],
)
def test_each_balance_that_does_not_fit_is_named(changed: dict[str, Any], field: str) -> None:
    assert field in [name for name, _value in faults(portfolio_row(balances=attrs.evolve(SOUND, **changed)))]


def test_a_row_is_of_its_time_and_of_one_form() -> None:
    late = portfolio_row(opened_on=CUT_OVER + timedelta(days=1))
    assert faults(late) == [("opened_on", "2024-04-18")]
    both = portfolio_row(balances=SOUND, principal_left=yuan("1.00"))
    assert faults(both) == [("history", "'0 acts'")]


@given(
    method=st.sampled_from([each for each in Method if each is not Method.BULLET]),
    principal=st.integers(1, 10_000_000),
    instalments=st.integers(1, 60),
    days=st.integers(1, 29),
    rate=st.integers(0, 36_000_000),
    accrued=st.integers(0, 10_000),
    parts=st.lists(st.tuples(*[st.integers(1, 10**6)] * 4), max_size=3),
    more=st.integers(0, 400),
)
def test_any_balances_are_stated_and_run_out(
    method: Method, principal: int, instalments: int, days: int, rate: int, accrued: int, parts: Any, more: int
) -> None:
    """What was handed over stands, what is owed grows by interest alone, and settling leaves nothing."""
    unpaid = tuple(
        open_instalment(date(2024, 1 + place, 10), *(Money(part).text for part in part))
        for place, part in enumerate(parts)
    )
    given_balances = balances(
        principal=Money(principal).text,
        instalments=instalments,
        next_due=CUT_OVER + timedelta(days=days),
        accrued=Money(accrued).text,
        next_interest=Money(accrued + 500).text,
        unpaid=unpaid,
    )
    product = attrs.evolve(PRODUCT, method=method)
    row = portfolio_row(
        principal=Money(10**9), annual_rate=Rate(rate), opened_on=date(2023, 6, 1), balances=given_balances
    )
    loan = taken(row, product)
    now = loan.account(CUT_OVER)
    assert now.figures.principal_outstanding == principal + sum(part[0] for part in parts)
    assert now.figures.interest_accrued_outstanding == accrued
    assert sum(each.asked.principal for each in now.instalments) == now.figures.principal_outstanding
    later = loan.account(CUT_OVER + timedelta(days=more))
    assert later.figures.principal_outstanding == now.figures.principal_outstanding
    assert later.figures.interest_earned >= now.figures.interest_earned
    day = CUT_OVER + timedelta(days=more)
    settled = loan.settle("end", day).unwrap()
    assert settled.status is LoanStatus.SETTLED
    left = settled.account(day).figures
    assert not left.principal_outstanding
    assert not left.interest_due_outstanding + left.interest_accrued_outstanding + left.charges_on_book


TERMS = LoanTerms(
    principal=yuan("12000.00"),
    rate=Rate.parse("0.18"),
    method=Method.EQUAL_INSTALMENT,
    instalments=12,
    start=date(2024, 1, 5),
    first_due=DUE,
    penalty=Penalty(Multiple.parse("1.5"), compound=True),
)
FACT = TakenOn(
    on=CUT_OVER,
    key="take-on",
    principal=yuan("9197.91"),
    instalments=9,
    since=date(2024, 4, 5),
    accrued=yuan("55.19"),
    fees=yuan("0.00"),
    unpaid=(open_instalment(date(2024, 3, 5), "933.96", "166.20", "5.00", "1.00"),),
)


def late(terms: LoanTerms, days: int, fact: TakenOn = FACT) -> tuple[int, int]:
    figures = account(terms, (fact,), CUT_OVER + timedelta(days=days)).figures
    return figures.penalty_outstanding, figures.compound_outstanding


def test_penalty_goes_on_from_what_was_handed_over() -> None:
    """Ten days on 933.96 and 166.20 at 27 % ÷ 360 are 7.00 and 1.25 (F10)."""
    assert late(TERMS, 0) == (500, 100)
    assert late(TERMS, 10) == (500 + 700, 100 + 125)


def test_a_running_cap_leaves_what_was_charged_before() -> None:
    capped = attrs.evolve(TERMS, cap=Rate.parse("0.24"))
    assert late(capped, 0) == (500, 100)
    # Ten days of 10,131.87 at 24 % ÷ 365 allow 66.62; interest takes 45.99 of it (F6: 101.18 − 55.19 after 22 of 30
    # days), so penalty at no more than the cap, 933.96 and 166.20 at 24 % ÷ 360 for ten days, has room.
    assert late(capped, 10) == (500 + 623, 100 + 111)


def test_penalty_within_grace_counts_from_the_due_date_once_grace_has_passed() -> None:
    graced = attrs.evolve(TERMS, grace=Grace(days=5))
    fact = attrs.evolve(FACT, unpaid=(open_instalment(date(2024, 4, 15), "933.96", "166.20"),))
    assert late(graced, 3, fact) == (0, 0)
    # On 27 April twelve days have passed since 15 April: 8.41 and 1.50.
    assert late(graced, 10, fact) == (841, 150)


def test_a_loan_written_off_before_all_was_due_is_claimed_with_its_accrued_interest() -> None:
    row = portfolio_row(balances=attrs.evolve(SOUND, written_off=True))
    assert taken(row).account(CUT_OVER + timedelta(days=100)).claim == 919_791 + 5_519


def test_nothing_can_be_dated_before_the_cut_over_day_nor_paid_out() -> None:
    loan = taken(portfolio_row(balances=SOUND))
    early = loan.repay("p", yuan("1.00"), CUT_OVER - timedelta(days=1), today=CUT_OVER)
    assert early.failure().code == "BEFORE_DISBURSEMENT"
    assert loan.disburse_tranche("t", yuan("1.00"), CUT_OVER).failure().code == "DISBURSEMENT_EXCEEDS_PRINCIPAL"


def test_a_bullet_is_due_at_its_end_with_the_interest_of_the_whole_time() -> None:
    """Six months at 1.5 % a month on 12,000.00: 1,080.00 (F3)."""
    bullet = attrs.evolve(PRODUCT, method=Method.BULLET)
    row = portfolio_row(
        instalments=6,
        balances=balances(principal="12000.00", instalments=1, next_due=date(2024, 7, 5), accrued="611.21"),
    )
    (only,) = taken(row, bullet).account(CUT_OVER).instalments
    assert (only.due, only.asked.principal, only.asked.interest) == (date(2024, 7, 5), 1_200_000, 108_000)
    two = attrs.evolve(row, balances=attrs.evolve(row.balances, instalments=2))
    assert ("balances.instalments", "2") in faults(two, bullet)


def test_flat_interest_is_the_rows_own() -> None:
    flat = attrs.evolve(PRODUCT, method=Method.EQUAL_PRINCIPAL_AND_INTEREST)
    row = portfolio_row(
        balances=balances(principal="9000.00", instalments=9, next_due=DUE, accrued="72.00", next_interest="180.00")
    )
    rows = taken(row, flat).account(CUT_OVER).instalments
    assert {(each.asked.principal, each.asked.interest) for each in rows} == {(100_000, 18_000)}
    without = attrs.evolve(row, balances=attrs.evolve(row.balances, next_interest=None))
    assert faults(without, flat) == [("balances.next_interest", "None")]
