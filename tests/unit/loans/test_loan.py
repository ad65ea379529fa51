"""The loan's guard rails, its events, and the hold on money coming in."""

from datetime import date
from typing import Any

import pytest

from lending.kernel.ids import RequestId
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.kernel.refusals import Refusal, RefusalKind
from lending.loans.choices import Component, PrepaymentEffect
from lending.loans.events import (
    InstalmentsFellDue,
    LoanOpened,
    LoanRepaid,
    LoanSettled,
    LoanStatusChanged,
    SettlementKind,
)
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.refusals import (
    AlreadyReversed,
    BeforeDisbursement,
    ChargeNotAllowed,
    DisbursementExceedsPrincipal,
    DuplicatePayment,
    ExtensionNotLater,
    LoanNotActive,
    LoanOverdue,
    MoneyInHeld,
    NoInstalmentsLeft,
    NotWrittenOff,
    PaymentNotFound,
    PaymentNotPositive,
    PrepaymentExceedsBalance,
    SettlementAmountDiffers,
    ValueDateInFuture,
)
from lending.loans.relief_refusals import WaiverExceedsOutstanding
from lending.loans.status import ACTIVE, LoanStatus
from lending.products.refusals import WrongCurrency
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, yuan

DUE = date(2024, 2, 5)
DOLLARS = Money(100, Currency("USD"))


def opened(amount: str = "12000", **terms: Any) -> Loan:
    loan = Loan.open(
        id=LoanId.make(RequestId("open"), 0),
        contract_id="ctr_1",
        customer_id="cus_1",
        product="small-cash",
        terms=base_loan(start=None, **terms),
        key="payout-1",
        amount=yuan(amount),
        on=PAID_OUT,
    )
    return done(loan)


def done(outcome: Any) -> Any:
    assert isinstance(outcome, Success), outcome
    return outcome.unwrap()


def refused(outcome: Any) -> Refusal:
    assert isinstance(outcome, Failure), outcome
    refusal: Refusal = outcome.failure()
    assert refusal.message
    return refusal


class TestOpening:
    @pytest.mark.requirement("R48")
    def test_the_account_opens_on_the_day_of_the_payout(self) -> None:
        loan = opened()
        assert (loan.status, loan.opened_on, loan.terms.start) == (LoanStatus.NORMAL, PAID_OUT, PAID_OUT)
        (event,) = loan.events
        assert isinstance(event, LoanOpened)
        assert (event.principal, event.on, event.maturity) == (yuan("12000"), PAID_OUT, date(2025, 1, 5))

    @pytest.mark.parametrize(
        ("amount", "refusal"),
        [
            (Money(0), PaymentNotPositive),
            (DOLLARS, WrongCurrency),
            (yuan("12000.01"), DisbursementExceedsPrincipal),
        ],
    )
    def test_a_wrong_amount_opens_nothing(self, amount: Money, refusal: type[Refusal]) -> None:
        outcome = Loan.open(
            id=LoanId.make(RequestId("open"), 0),
            contract_id="c",
            customer_id="c",
            product="p",
            terms=base_loan(),
            key="k",
            amount=amount,
            on=PAID_OUT,
        )
        assert isinstance(refused(outcome), refusal)

    @pytest.mark.requirement("R48")
    def test_a_tranche_tops_the_loan_up_to_the_contract_amount_at_most(self) -> None:
        loan = done(opened("5000").disburse_tranche("payout-2", yuan("7000"), DUE))
        rows = loan.account(DUE).instalments
        assert sum(row.asked.principal for row in rows) == 1_200_000
        assert loan.disbursed == yuan("12000")
        assert isinstance(refused(loan.disburse_tranche("payout-3", yuan("1"), DUE)), DisbursementExceedsPrincipal)

    def test_a_tranche_on_the_last_due_date_has_nothing_to_be_repaid_with(self) -> None:
        loan = opened("5000")
        assert isinstance(refused(loan.disburse_tranche("t", yuan("1"), date(2025, 1, 5))), NoInstalmentsLeft)


class TestMoneyIn:
    @pytest.mark.requirement("R51")
    def test_a_payment_tells_where_its_money_went(self) -> None:
        loan = done(opened().repay("pay-1", yuan("1200.00"), DUE))
        event = loan.events[-1]
        assert isinstance(event, LoanRepaid)
        assert (event.principal, event.interest, event.credit) == (yuan("920.16"), yuan("180.00"), yuan("99.84"))
        parts = event.principal + event.interest + event.fee + event.penalty + event.compound + event.credit
        assert parts == event.amount == yuan("1200.00")

    @pytest.mark.parametrize(
        ("key", "amount", "on", "refusal"),
        [
            ("p", Money(0), DUE, PaymentNotPositive),
            ("p", Money(-1), DUE, PaymentNotPositive),
            ("p", DOLLARS, DUE, WrongCurrency),
            ("p", yuan("1"), date(2024, 1, 4), BeforeDisbursement),
            ("p", yuan("1"), date(2024, 3, 2), ValueDateInFuture),
            ("payout-1", yuan("1"), DUE, DuplicatePayment),
        ],
    )
    def test_money_that_is_not_taken(self, key: str, amount: Money, on: date, refusal: type[Refusal]) -> None:
        loan = opened()
        answer = refused(loan.repay(key, amount, on, today=date(2024, 3, 1)))
        assert isinstance(answer, refusal)
        assert bool(answer.violations) == (answer.kind is RefusalKind.INVALID)

    @pytest.mark.requirement("R50", "R71")
    def test_while_an_order_is_in_flight_only_it_brings_money_in(self) -> None:
        held = done(opened().hold("ddo_1"))
        assert isinstance(refused(held.repay("manual", yuan("1"), DUE)), MoneyInHeld)
        assert isinstance(refused(held.settle("manual", DUE)), MoneyInHeld)
        assert isinstance(refused(held.prepay("manual", yuan("1"), DUE)), MoneyInHeld)
        assert isinstance(refused(held.hold("ddo_2")), MoneyInHeld)
        assert held.hold("ddo_1") == Success(held)
        assert done(held.repay("ddo_1", yuan("1"), DUE)).held_by == "ddo_1"
        assert held.release("ddo_2") == held
        assert done(held.release("ddo_1").repay("manual", yuan("1"), DUE)).held_by is None

    def test_what_is_due_for_deduction(self) -> None:
        loan = opened(penalty=PENALTY)
        assert loan.due(date(2024, 2, 4)).total == yuan("0")
        assert loan.due(DUE).total == yuan("1100.16")
        late = loan.due(date(2024, 2, 15))
        assert (late.principal, late.interest, late.penalty, late.compound) == (
            yuan("920.16"),
            yuan("180.00"),
            yuan("6.90"),
            yuan("1.35"),
        )

    def test_a_partial_prepayment_leaves_something_owed(self) -> None:
        loan = opened()
        assert isinstance(refused(loan.prepay("p", yuan("12180.01"), DUE)), PrepaymentExceedsBalance)
        assert done(loan.prepay("p", yuan("12180.00"), DUE)).account(DUE).principal_balance == 0


class TestSettling:
    @pytest.mark.requirement("R72")
    def test_the_quote_is_what_settling_takes(self) -> None:
        loan = opened()
        quote = loan.settlement_quote(date(2024, 1, 17))
        assert (quote.principal, quote.interest, quote.total) == (yuan("12000"), yuan("72.00"), yuan("12072.00"))
        settled = done(loan.settle("s", date(2024, 1, 17), quote.total))
        assert settled.status is LoanStatus.SETTLED
        assert [type(event) for event in settled.events[1:]] == [LoanRepaid, LoanStatusChanged, LoanSettled]
        assert settled.events[-1].kind is SettlementKind.EARLY

    def test_another_amount_does_not_settle(self) -> None:
        answer = refused(opened().settle("s", date(2024, 1, 17), yuan("12000")))
        assert isinstance(answer, SettlementAmountDiffers)
        assert (answer.owed, answer.offered) == (yuan("12072.00"), yuan("12000"))

    def test_settling_on_the_day_of_the_payout_costs_nothing(self) -> None:
        assert opened().settlement_quote(PAID_OUT).total == yuan("12000")

    def test_a_credit_balance_pays_part_of_the_settlement(self) -> None:
        loan = done(opened().repay("early", yuan("100"), date(2024, 1, 10)))
        quote = loan.settlement_quote(date(2024, 1, 17))
        assert (quote.credit, quote.total) == (yuan("100"), yuan("11972.00"))

    def test_paying_to_the_end_settles_normally(self) -> None:
        loan = opened()
        for row in loan.account(PAID_OUT).instalments:
            loan = done(loan.repay(f"p{row.no}", Money(row.asked.total), row.due))
        assert loan.events[-1].kind is SettlementKind.NORMAL
        assert isinstance(refused(loan.repay("more", yuan("1"), date(2025, 1, 6))), LoanNotActive)

    def test_reversing_the_last_payment_opens_a_settled_loan_again(self) -> None:
        settled = done(opened().settle("s", date(2024, 1, 17)))
        again = done(settled.reverse("r", "s", date(2024, 1, 18)))
        assert again.status is LoanStatus.NORMAL
        assert again.account(date(2024, 1, 18)) == opened().account(date(2024, 1, 18))


class TestTime:
    @pytest.mark.requirement("R49")
    def test_an_instalment_falls_due_once(self) -> None:
        loan = opened().close_day(DUE)
        due = loan.events[-1]
        assert isinstance(due, InstalmentsFellDue)
        assert (due.numbers, due.on, due.principal, due.interest) == ((1,), DUE, yuan("920.16"), yuan("180.00"))
        assert loan.close_day(DUE) == loan
        assert loan.close_day(date(2024, 2, 4)) == loan

    def test_days_missed_are_caught_up(self) -> None:
        loan = opened(penalty=PENALTY).close_day(date(2024, 5, 6))
        fell = [event.on for event in loan.events if isinstance(event, InstalmentsFellDue)]
        assert fell == [date(2024, month, 5) for month in (2, 3, 4, 5)]
        changed = loan.events[-1]
        assert isinstance(changed, LoanStatusChanged)
        assert (changed.before, changed.after, changed.days_past_due) == (LoanStatus.NORMAL, LoanStatus.NON_ACCRUAL, 91)

    def test_a_day_on_which_nothing_happens_leaves_the_loan_as_it_is(self) -> None:
        loan = opened()
        assert loan.close_day(date(2024, 1, 20)) is loan


class TestChanges:
    def test_only_fees_and_penalties_are_charged(self) -> None:
        answer = refused(opened().charge("c", Component.INTEREST, yuan("1"), DUE, DUE))
        assert isinstance(answer, ChargeNotAllowed)

    def test_a_fee_is_owed_from_its_own_due_date(self) -> None:
        loan = done(opened().charge("c", Component.FEE, yuan("20"), date(2024, 1, 20), PAID_OUT))
        assert loan.due(date(2024, 1, 19)).total == yuan("0")
        assert loan.due(date(2024, 1, 20)).fee == yuan("20")

    def test_no_more_is_waived_than_is_outstanding(self) -> None:
        answer = refused(opened().waive("w", Component.PENALTY, yuan("0.01"), DUE))
        assert isinstance(answer, WaiverExceedsOutstanding)

    def test_an_overdue_loan_is_not_extended(self) -> None:
        answer = refused(opened().extend("x", date(2026, 1, 5), date(2024, 2, 6)))
        assert answer == LoanOverdue(1)

    def test_an_extension_ends_later(self) -> None:
        answer = refused(opened().extend("x", date(2025, 1, 5), DUE))
        assert isinstance(answer, ExtensionNotLater)

    def test_level_instalments_fall_when_the_loan_runs_longer(self) -> None:
        loan = done(opened().extend("x", date(2025, 4, 5), date(2024, 1, 20)))
        rows = loan.account(date(2024, 1, 20)).instalments
        assert (len(rows), rows[-1].due) == (15, date(2025, 4, 5))
        assert sum(row.asked.principal for row in rows) == 1_200_000
        assert len({row.asked.total for row in rows[:-1]}) == 1

    @pytest.mark.requirement("R76")
    def test_a_payment_is_reversed_once(self) -> None:
        loan = done(opened().repay("p", yuan("100"), DUE))
        assert isinstance(refused(loan.reverse("r", "other", DUE)), PaymentNotFound)
        assert isinstance(refused(loan.reverse("r", "payout-1", DUE)), PaymentNotFound)
        again = done(loan.reverse("r", "p", DUE))
        assert isinstance(refused(again.reverse("r2", "p", DUE)), AlreadyReversed)

    def test_a_new_rate_changes_no_past_row(self) -> None:
        loan = opened()
        rows = loan.account(DUE).instalments
        repriced = done(loan.change_rate("lpr", Rate.parse("0.12"), DUE)).account(DUE).instalments
        assert (repriced[0], repriced[1] != rows[1]) == (rows[0], True)


class TestWriteOff:
    @pytest.mark.requirement("R56", "R57")
    def test_the_claim_outlives_the_loan_and_is_recovered_in_parts(self) -> None:
        day = date(2024, 8, 5)
        gone = done(opened(penalty=PENALTY).write_off("w", day))
        account = gone.account(date(2025, 8, 5))
        assert (gone.status, account.principal_balance, account.outstanding.total) == (LoanStatus.WRITTEN_OFF, 0, 0)
        assert account.claim == gone.account(day).claim > 1_200_000
        assert isinstance(refused(gone.repay("p", yuan("1"), day)), LoanNotActive)
        part = done(gone.recover("r1", yuan("500"), day))
        assert (part.status, part.account(day).figures.recovered) == (LoanStatus.WRITTEN_OFF, 50_000)
        rest = Money(part.account(day).claim)
        assert isinstance(refused(part.recover("r2", rest + Money(1), day)), NotWrittenOff)
        assert done(part.recover("r2", rest, day)).status is LoanStatus.RECOVERED

    def test_a_loan_on_the_books_has_no_recoveries(self) -> None:
        assert isinstance(refused(opened().recover("r", yuan("1"), DUE)), NotWrittenOff)


def in_state(status: LoanStatus) -> Loan:
    loan = opened(penalty=PENALTY)
    match status:
        case LoanStatus.NORMAL:
            return loan
        case LoanStatus.OVERDUE:
            return loan.close_day(date(2024, 2, 10))
        case LoanStatus.NON_ACCRUAL:
            return loan.close_day(date(2024, 5, 6))
        case LoanStatus.SETTLED:
            return done(loan.settle("s", PAID_OUT))
        case LoanStatus.WRITTEN_OFF:
            return done(loan.write_off("w", PAID_OUT))
        case _:
            gone = done(loan.write_off("w", PAID_OUT))
            return done(gone.recover("all", Money(gone.account(PAID_OUT).claim), PAID_OUT))


ACTS = {
    "repay": lambda loan, day: loan.repay("k", yuan("1"), day),
    "settle": lambda loan, day: loan.settle("k", day),
    "prepay": lambda loan, day: loan.prepay("k", yuan("1"), day, PrepaymentEffect.SHORTEN_TERM),
    "charge": lambda loan, day: loan.charge("k", Component.FEE, yuan("1"), day, day),
    "change_rate": lambda loan, day: loan.change_rate("k", Rate(0), day),
    "write_off": lambda loan, day: loan.write_off("k", day),
    "hold": lambda loan, _day: loan.hold("k"),
}


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("status", [status for status in LoanStatus if status is not LoanStatus.PENDING])
def test_what_an_active_loan_allows_every_other_state_refuses(status: LoanStatus, act: str) -> None:
    loan = in_state(status)
    assert loan.status is status
    outcome = ACTS[act](loan, loan.seen_through)
    if status in ACTIVE:
        assert isinstance(outcome, Success)
    else:
        assert refused(outcome) == LoanNotActive(status)
