"""Finance leases (F16): what rents and a deposit come to, and what the deposit does as the lease goes on."""

from datetime import date, timedelta
from typing import Any

import attrs
import pytest

from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.loans.account import Account
from lending.loans.choices import InterestOn, Method
from lending.loans.events import DepositReceived, DepositReturned, DepositSetOff, LoanRecalled, LoanRepaid
from lending.loans.ids import LoanId
from lending.loans.lease_refusals import (
    DepositAlreadyReturned,
    DepositExceedsAgreed,
    DepositStillSecures,
    LoanNotOverdue,
    OverDeposit,
)
from lending.loans.loan import Loan
from lending.loans.quote import quote
from lending.loans.status import LoanStatus
from lending.loans.terms import Interest, LoanTerms
from lending.products.lease import DepositAtEnd, Lease, LeaseKind
from tests.unit.loans.cases import PENALTY, base_loan, figure, yuan

START = date(2024, 1, 5)
LAST_DUE = date(2027, 1, 5)
RENT = yuan("4982.15")
F16_IRR = [-120_000_00] + [4_982_15] * 35 + [-25_017_85]
"""What the lessee pays: the price less the deposit is received, then the rents, the last one less the deposit."""


def direct(at_end: DepositAtEnd = DepositAtEnd.SET_OFF, deposit: str = "30000", **changes: Any) -> LoanTerms:
    """F16: a car of 150,000.00 at 12 % over 36 months."""
    lease = Lease(kind=LeaseKind.DIRECT, deposit=yuan(deposit), deposit_at_end=at_end, vehicle_price=yuan("150000"))
    terms = LoanTerms(
        principal=yuan("150000"),
        rate=Rate.parse("0.12"),
        method=Method.EQUAL_INSTALMENT,
        instalments=36,
        start=START,
        lease=lease,
    )
    return attrs.evolve(terms, **changes)


def leased(terms: LoanTerms | None = None, *, deposit: str = "30000") -> Loan:
    """A lease that has begun, with its deposit."""
    terms = terms or direct()
    opened = Loan.open(
        id=LoanId.make(RequestId("lease"), 0),
        contract_id="contract",
        customer_id="customer",
        product="car-direct-lease",
        terms=terms,
        key="payout",
        amount=terms.principal,
        on=START,
    )
    return done(opened.unwrap().receive_deposit("deposit", yuan(deposit), START))


def done(outcome: Any) -> Loan:
    assert isinstance(outcome, Success), outcome
    loan: Loan = outcome.unwrap()
    return loan


def due_on(number: int) -> date:
    months = START.month - 1 + number
    return date(START.year + months // 12, months % 12 + 1, START.day)


def paid_through(loan: Loan, rents: int) -> Loan:
    """The first rents, each on its due date, as far as they ask for anything."""
    for number in range(1, rents + 1):
        owed = loan.due(due_on(number)).total
        loan = done(loan.repay(f"rent-{number}", owed, due_on(number))) if owed else loan
    return loan


def deposit_of(account: Account) -> tuple[str, str, str]:
    """Set off, returned, held."""
    figures = account.figures
    return figure(figures.deposit_set_off), figure(figures.deposit_returned), figure(figures.deposit_held)


class TestFigures:
    @pytest.mark.requirement("R94", command="lending quote")
    def test_a_direct_lease_finances_the_whole_price_in_level_rents(self) -> None:
        trial = quote(direct())
        assert {row.total.text for row in trial.rows} == {"4982.15"}
        assert (len(trial.rows), trial.total.text, trial.interest.text) == (36, "179357.40", "29357.40")

    @pytest.mark.parametrize("at_end", [DepositAtEnd.RETURN, DepositAtEnd.SET_OFF])
    def test_what_is_disclosed_counts_the_deposit(self, at_end: DepositAtEnd) -> None:
        trial = quote(direct(at_end))
        assert trial.apr.percent == "18.18 %"
        assert quote(direct(deposit="0")).apr.percent == "12.00 %"

    def test_the_disclosed_rate_leaves_the_handbook_flows_worth_nothing(self) -> None:
        monthly = quote(direct()).apr.scaled / 10**8 / 12
        worth = sum(flow / (1 + monthly) ** month for month, flow in enumerate(F16_IRR))
        assert abs(worth) < 100

    def test_a_deposit_that_pays_the_last_rents_costs_less(self) -> None:
        """Six last rents and 107.10 of the one before: 30,000.00 − 6 × 4,982.15."""
        monthly = quote(direct(DepositAtEnd.LAST_RENTS)).apr.scaled / 10**8 / 12
        flows = [-120_000_00] + [4_982_15] * 29 + [4_875_05]
        assert abs(sum(flow / (1 + monthly) ** month for month, flow in enumerate(flows))) < 100
        assert monthly * 12 < 0.1818

    @pytest.mark.requirement("R94", command="lending quote")
    def test_a_leaseback_finances_the_price_less_the_down_payment(self) -> None:
        lease = Lease(kind=LeaseKind.LEASEBACK, vehicle_price=yuan("150000"), down_payment=yuan("45000"))
        trial = quote(direct(principal=yuan("105000"), lease=lease))
        assert trial.rows[0].total.text == trial.level_instalment.text == "3487.50"
        assert trial.apr.percent == "12.00 %"

    def test_interest_takes_what_rounding_leaves_of_the_last_rent_and_nothing_where_there_is_none(self) -> None:
        free = quote(direct(rate=Rate(0), principal=yuan("100000"), instalments=3, lease=Lease(kind=LeaseKind.DIRECT)))
        assert [row.total.text for row in free.rows] == ["33333.33", "33333.33", "33333.34"]


class TestTerms:
    @pytest.mark.parametrize(
        ("lease", "field"),
        [
            (Lease(kind=LeaseKind.DIRECT, deposit=yuan("150000")), "lease.deposit"),
            (Lease(kind=LeaseKind.DIRECT, deposit=yuan("-1")), "lease.deposit"),
            (Lease(kind=LeaseKind.DIRECT, deposit=Money(1, Currency("USD"))), "lease.deposit"),
            (Lease(kind=LeaseKind.LEASEBACK, deposit=yuan("1")), "lease.deposit"),
            (Lease(kind=LeaseKind.DIRECT, vehicle_price=yuan("150001")), "lease.vehicle_price"),
            (Lease(kind=LeaseKind.LEASEBACK, down_payment=yuan("1")), "lease.vehicle_price"),
        ],
    )
    def test_a_lease_that_does_not_fit_the_amount_is_refused_by_its_field(self, lease: Lease, field: str) -> None:
        with pytest.raises(InvalidValue) as caught:
            direct(lease=lease)
        assert [violation.field for violation in caught.value.violations] == [field]

    def test_rents_are_fixed_beforehand(self) -> None:
        with pytest.raises(InvalidValue, match=r"interest\.on"):
            direct(interest=Interest(on=InterestOn.ACTUAL_BALANCE))


class TestAtTheEnd:
    def test_set_off_the_deposit_pays_the_last_rent_and_the_rest_goes_back(self) -> None:
        loan = paid_through(leased(), 35)
        at_end = loan.account(LAST_DUE)
        assert at_end.status is LoanStatus.SETTLED
        assert deposit_of(at_end) == ("4982.15", "0.00", "25017.85")
        returned = done(loan.return_deposit("back", LAST_DUE))
        assert deposit_of(returned.account(LAST_DUE)) == ("4982.15", "25017.85", "0.00")
        event = DepositReturned(loan_id=loan.id, key="back", on=LAST_DUE, amount=yuan("25017.85"))
        assert event in returned.events

    def test_returned_the_deposit_pays_nothing(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.RETURN)), 36)
        assert deposit_of(loan.account(LAST_DUE)) == ("0.00", "0.00", "30000.00")
        assert deposit_of(done(loan.return_deposit("back", LAST_DUE)).account(LAST_DUE))[2] == "0.00"

    def test_last_rents_the_deposit_pays_them_as_they_fall_due(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.LAST_RENTS)), 29)
        assert deposit_of(loan.account(due_on(29)))[0] == "0.00"
        thirtieth = loan.account(due_on(30))
        assert (deposit_of(thirtieth)[0], figure(thirtieth.due.total)) == ("107.10", "4875.05")
        loan = paid_through(loan, 36)
        assert loan.account(LAST_DUE).status is LoanStatus.SETTLED
        assert deposit_of(loan.account(LAST_DUE)) == ("30000.00", "0.00", "0.00")

    def test_what_falls_due_does_not_hang_on_the_end_of_day(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.LAST_RENTS)), 30)
        closed = loan
        for days in range(0, 200, 7):
            closed = closed.close_day(due_on(30) + timedelta(days=days))
        assert closed.account(LAST_DUE) == loan.account(LAST_DUE)

    def test_arrears_at_the_end_are_paid_with_their_penalty(self) -> None:
        """Rents 35 and 36 unpaid: 31 days of 1.5 × 12 % on 35's principal before the deposit pays."""
        loan = paid_through(leased(direct(penalty=PENALTY)), 34)
        at_end = loan.account(LAST_DUE)
        row = at_end.instalments[34]
        assert row.asked.penalty == round(row.asked.principal * 18 * 31 / 36_000)
        assert at_end.status is LoanStatus.SETTLED
        assert at_end.figures.deposit_set_off == 2 * RENT.minor + row.asked.penalty + row.asked.compound


class TestWhileOverdue:
    def test_the_deposit_pays_what_is_due_and_can_be_made_whole(self) -> None:
        loan = paid_through(leased(), 3)
        late = due_on(4) + timedelta(days=10)
        used = done(loan.set_off_deposit("use", late))
        account = used.account(late)
        assert deposit_of(account) == ("4982.15", "0.00", "25017.85")
        assert (account.status, account.due.total) == (LoanStatus.NORMAL, 0)
        (event,) = (event for event in used.events if isinstance(event, DepositSetOff))
        assert (event.amount, event.principal + event.interest) == (RENT, RENT)
        whole = done(used.receive_deposit("again", RENT, late))
        assert deposit_of(whole.account(late))[2] == "30000.00"

    def test_a_part_of_it_pays_by_the_order_of_the_terms(self) -> None:
        loan = leased(direct(penalty=PENALTY))
        late = due_on(1) + timedelta(days=10)
        account = done(loan.set_off_deposit("use", late, yuan("1500"))).account(late)
        # 1,500.00 × 18 % × 10 ÷ 360 = 7.50 compound and 3,482.15 × 18 % × 10 ÷ 360 = 17.41 penalty go before interest
        assert figure(account.instalments[0].paid.interest) == "1475.09"
        assert figure(account.instalments[0].paid.principal) == "0.00"

    @pytest.mark.parametrize(
        ("days", "amount", "refusal"),
        [
            (0, None, LoanNotOverdue(due_on(1))),
            (1, "4982.16", OverDeposit(yuan("4982.16"), RENT)),
        ],
    )
    def test_it_pays_no_more_than_what_is_overdue(self, days: int, amount: str | None, refusal: Any) -> None:
        on = due_on(1) + timedelta(days=days)
        asked = leased().set_off_deposit("use", on, yuan(amount) if amount else None)
        assert asked == Failure(refusal)

    def test_nothing_is_held_of_a_deposit_that_never_came(self) -> None:
        loan = Loan.open(
            id=LoanId.make(RequestId("lease"), 0), contract_id="c", customer_id="c", product="p",
            terms=direct(), key="payout", amount=yuan("150000"), on=START,
        ).unwrap()  # fmt: skip
        late = due_on(1) + timedelta(days=1)
        assert loan.set_off_deposit("use", late) == Failure(OverDeposit(yuan("0"), yuan("0")))
        assert loan.receive_deposit("more", yuan("30000.01"), START) == Failure(
            DepositExceedsAgreed(yuan("30000.01"), yuan("30000"))
        )

    def test_a_loan_takes_no_deposit(self) -> None:
        loan = Loan.open(
            id=LoanId.make(RequestId("loan"), 0), contract_id="c", customer_id="c", product="p",
            terms=base_loan(), key="payout", amount=yuan("12000"), on=START,
        ).unwrap()  # fmt: skip
        assert loan.receive_deposit("d", yuan("1"), START) == Failure(DepositExceedsAgreed(yuan("1"), yuan("0")))


class TestEarlyEnds:
    def test_an_early_settlement_takes_the_deposit_first(self) -> None:
        """After rent 2 143,000.88 is left; 15 days of it at 12 %: 715.00."""
        loan = paid_through(leased(), 2)
        on = date(2024, 3, 20)
        asked = loan.settlement_quote(on)
        assert (asked.principal.text, asked.interest.text) == ("143000.88", "715.00")
        assert (asked.deposit.text, asked.total.text) == ("30000.00", "113715.88")
        settled = done(loan.settle("settle", on, asked.total))
        assert settled.status is LoanStatus.SETTLED
        assert deposit_of(settled.account(on)) == ("30000.00", "0.00", "0.00")
        (repaid,) = (event for event in settled.events if isinstance(event, LoanRepaid) and event.key == "settle")
        assert (repaid.amount.text, repaid.deposit.text) == ("113715.88", "-30000.00")
        assert settled.account(on).figures.unearned_income == settled.account(on).figures.rents_outstanding == 0

    def test_a_deposit_larger_than_the_claim_settles_by_itself(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.RETURN)), 33)
        on = due_on(33) + timedelta(days=10)
        asked = loan.settlement_quote(on)
        assert asked.total.text == "0.00"
        settled = done(loan.settle("settle", on, asked.total))
        held = settled.account(on).figures.deposit_held
        assert held == 30_000_00 - asked.deposit.minor > 0
        assert loan.return_deposit("early", on) == Failure(DepositStillSecures(yuan("14946.45")))
        assert settled.return_deposit("back", on, Money(held + 1)) == Failure(OverDeposit(Money(held + 1), Money(held)))
        assert done(settled.return_deposit("back", on)).account(on).figures.deposit_held == 0

    def test_a_recall_sets_the_deposit_off_against_all_that_is_due(self) -> None:
        loan = paid_through(leased(), 2)
        recalled = done(loan.recall("recall", date(2024, 3, 20)))
        account = recalled.account(date(2024, 3, 20))
        assert (figure(account.due.total), deposit_of(account)[2]) == ("113715.88", "0.00")
        (event,) = (event for event in recalled.events if isinstance(event, LoanRecalled))
        assert (event.principal + event.interest).text == "113715.88"

    def test_a_write_off_writes_off_what_the_deposit_leaves(self) -> None:
        loan = paid_through(leased(), 2)
        on = date(2024, 3, 20)
        written = done(loan.write_off("gone", on)).account(on)
        assert deposit_of(written) == ("30000.00", "0.00", "0.00")
        # Interest as it is booked, 1,430.01 × 15 ÷ 31 = 691.94: not trued up
        assert figure(written.claim) == "113692.82"
        assert written.figures.rents_outstanding == written.figures.unearned_income == 0


class TestCorrections:
    def test_a_deposit_that_bounced_was_never_there(self) -> None:
        loan = leased()
        back = done(loan.reverse("bounced", "deposit", due_on(1)))
        assert deposit_of(back.account(due_on(1))) == ("0.00", "0.00", "0.00")
        assert back.account(due_on(1)).figures.received == 0

    def test_a_set_off_that_is_undone_leaves_the_rent_overdue(self) -> None:
        late = due_on(1) + timedelta(days=3)
        loan = done(leased().set_off_deposit("use", late))
        undone = done(loan.reverse("undo", "use", late))
        assert (undone.status, deposit_of(undone.account(late))[2]) == (LoanStatus.OVERDUE, "30000.00")

    def test_what_has_gone_back_pays_no_rent_that_is_owed_again(self) -> None:
        """Rent 34 bounces after the lease ended and the rest of the deposit went back: the lessee owes it."""
        loan = paid_through(leased(), 35)
        loan = done(loan.return_deposit("back", LAST_DUE))
        bounced = done(loan.reverse("bounced", "rent-34", LAST_DUE + timedelta(days=2)))
        account = bounced.account(LAST_DUE + timedelta(days=2))
        assert deposit_of(account) == ("4982.15", "25017.85", "0.00")
        assert (account.status, account.outstanding.total) == (LoanStatus.OVERDUE, RENT.minor)

    def test_a_deposit_that_went_back_cannot_have_bounced(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.RETURN)), 36)
        loan = done(loan.return_deposit("back", LAST_DUE))
        refused = loan.reverse("bounced", "deposit", LAST_DUE)
        assert refused == Failure(DepositAlreadyReturned(yuan("30000")))

    def test_a_return_that_did_not_arrive_is_held_again(self) -> None:
        loan = paid_through(leased(direct(DepositAtEnd.RETURN)), 36)
        loan = done(loan.return_deposit("back", LAST_DUE))
        again = done(loan.reverse("returned", "back", LAST_DUE + timedelta(days=1)))
        assert deposit_of(again.account(LAST_DUE + timedelta(days=1))) == ("0.00", "0.00", "30000.00")
        assert isinstance(loan.events[-1], DepositReturned)
        assert any(isinstance(event, DepositReceived) for event in loan.events)
