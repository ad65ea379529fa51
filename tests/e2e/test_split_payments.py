"""Amounts over a channel's limit of one payment go in parts (R48, R60), the same on every store."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.call import CHINA
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.loans.queries import GetLoan, LoanView
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import ApplicationView, GetApplication
from lending.payments.channel import Word
from lending.payments.commands import PublishChannels, RecordPayoutReturn, WithdrawPayout
from lending.payments.ports import CHANNELS, DEDUCTIONS, DIRECTORY
from lending.payments.queries import GetPayout, PayoutView
from lending.payments.voucher_commands import GetPayoutVoucher, RevokePayoutVoucher
from lending.reconciliation.statement import Flow
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.reconciliation.running import reconcile_books, reconcile_statement
from lending_adapters.statements import write_statement
from tests.e2e.test_payout_vouchers import FRIDAY, MONDAY, Shop
from tests.support.acts import BOSS, agreed
from tests.support.desk import person
from tests.support.platform import SYSTEM, Stage, staged
from tests.support.reconciling import line

STORES = ("memory", "sqlite", "postgresql", "grpc")
LIMIT = "20000.00"
ONE_DAY = timedelta(days=1)


class Counter:
    """A counter at which 50,000.00 are borrowed, while channels move 20,000.00 at once."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        held = stage.platform.store.load(CHANNELS, DIRECTORY)
        assert held is not None
        limited = tuple(attrs.evolve(each, single_max=Money.parse(LIMIT)) for each in held.value.channels)
        stage.done(PublishChannels(attrs.evolve(held.value, version=2, channels=limited)), SYSTEM)

    def borrow(self, amount: str = "50000.00") -> str:
        """The contract's id, its payout begun."""
        customer = self.stage.done(RegisterCustomer(person(income="200000.00"))).customer_id
        asked = SubmitApplication(
            customer_id=customer, product="small-cash", amount=Money.parse(amount), instalments=12
        )
        self.application = self.stage.done(asked).application_id
        contract = self.stage.done(ConfirmOffer(self.application))
        self.stage.done(AcceptContract(contract.contract_id, contract.digest))
        return contract.contract_id.value

    def seen(self) -> ApplicationView:
        return self.stage.answer(GetApplication(self.application))

    def loan(self) -> LoanView:
        loan_id = self.seen().loan_id
        assert loan_id is not None
        return self.stage.answer(GetLoan(LoanId(loan_id)))

    def part(self, contract: str, number: int) -> PayoutView:
        return self.stage.answer(GetPayout(contract, number))

    def statuses(self, contract: str) -> list[str]:
        return [self.part(contract, number).status for number in range(1, self.part(contract, 1).parts + 1)]

    def until(self, day: date) -> None:
        self.stage.days_pass(day)
        self.stage.clock.at = max(self.stage.clock.at, datetime.combine(day, time(10), CHINA))
        self.stage.work()

    def refused(self, command: object) -> Refusal:
        """Two agree on it, and it cannot be."""
        proposal = self.stage.done(Propose(command, "as the file says")).proposal_id  # type: ignore[arg-type]
        return self.stage.refusal(ApproveProposal(proposal), BOSS)


@pytest.fixture(params=STORES)
def counter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Counter]:
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'parts.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, FRIDAY, keyring=keyring, over_grpc=request.param == "grpc") as made:
        yield Counter(made)
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


@pytest.mark.requirement("R48", "R60", command="AcceptContract")
def test_a_payout_goes_in_as_few_parts_as_can_be_and_is_one_loan(counter: Counter, tmp_path: Path) -> None:
    """50,000.00 by 20,000.00 at most: 16,666.66, 16,666.67 and 16,666.67; the plan is that of 50,000.00."""
    stage = counter.stage
    contract = counter.borrow()
    amounts = [counter.part(contract, number).amount.text for number in (1, 2, 3)]
    assert amounts == ["16666.66", "16666.67", "16666.67"]
    loan = counter.loan()
    assert loan.principal_left.text == "50000.00"
    # F1 by its closed form, in a way of its own: 50,000 × 0.015 / (1 − 1.015^−12), rounded half up.
    assert loan.instalments[0].total.text == f"{50_000 * 0.015 / (1 - 1.015**-12):.2f}"
    booked = stage.booked("DISBURSED", FRIDAY)
    assert sorted(row for row in booked if row[0] == "Dr") == [
        ("Dr", "1303.01", "16666.66"),
        ("Dr", "1303.01", "16666.67"),
        ("Dr", "1303.01", "16666.67"),
    ]
    counter.until(FRIDAY + ONE_DAY)
    path = tmp_path / "parts.csv"
    store, bus = stage.platform.store, stage.platform.bus
    paid = [counter.part(contract, number) for number in (1, 2, 3)]
    (channel,) = {each.channel for each in paid}
    write_statement(
        path, channel, FRIDAY, [line(FRIDAY, each.order_no, each.amount.text, Flow.PAYOUT) for each in paid]
    )
    _head, told = reconcile_statement(store, bus, path, channel, FRIDAY, stage.clock.now())
    assert (told.matched, told.differences) == (3, 0)
    done = reconcile_books(store, bus, FRIDAY, stage.clock.now())
    assert done.ledger.differences == done.business.differences == 0


@pytest.mark.requirement("R48", command="RecordPayoutAnswer")
def test_a_part_in_doubt_is_never_sent_again_and_the_rest_waits_for_nothing(counter: Counter) -> None:
    stage = counter.stage
    stage.payouts.words = [Word.SUCCESS, Word.UNKNOWN, Word.SUCCESS]
    contract = counter.borrow()
    assert sorted(counter.statuses(contract)) == ["IN_DOUBT", "SUCCESS", "SUCCESS"]
    short = counter.loan().principal_left
    assert short in {Money.parse("33333.33"), Money.parse("33333.34")}, "interest runs on what was paid out"
    stage.payouts.words = [Word.SUCCESS]
    stage.work(after=timedelta(seconds=10))
    assert counter.statuses(contract) == ["SUCCESS"] * 3
    assert counter.loan().principal_left.text == "50000.00"
    assert [act for act, _number in stage.payouts.heard] == ["pay", "pay", "pay", "query"]


@pytest.mark.requirement("R48", command="WithdrawPayout")
def test_a_part_that_fails_goes_again_each_workday_until_somebody_withdraws_it(counter: Counter) -> None:
    stage = counter.stage
    stage.payouts.words = [Word.SUCCESS, Word.SUCCESS, *[Word.FAILED] * 4]
    contract = counter.borrow()
    counter.until(MONDAY)
    waiting = next(number for number in (1, 2, 3) if counter.part(contract, number).status == "READY")
    held = counter.part(contract, waiting)
    assert len(held.failed) == 4, "three times on Friday, once on Monday"
    agreed(stage, WithdrawPayout(order_id=held.order_id, reason="the account takes no more"))
    assert sorted(counter.statuses(contract)) == ["CLOSED", "SUCCESS", "SUCCESS"]
    assert counter.seen().status == "PAID", "what was paid out stays a loan"
    assert counter.loan().principal_left == Money.parse("50000.00") - held.amount
    paid = next(number for number in (1, 2, 3) if number != waiting)
    again = counter.refused(WithdrawPayout(order_id=counter.part(contract, paid).order_id, reason="no"))
    assert (again.code, again.facts["status"]) == ("PAYOUT_UNDER_WAY", "SUCCESS")


def test_what_waits_and_is_withdrawn_before_any_money_went_ends_the_application(counter: Counter) -> None:
    stage = counter.stage
    stage.payouts.words = [Word.FAILED] * 9
    contract = counter.borrow()
    assert counter.statuses(contract) == ["READY"] * 3
    for number in (1, 2, 3):
        assert counter.seen().status == "PAYING"
        agreed(stage, WithdrawPayout(order_id=counter.part(contract, number).order_id, reason="wrong account"))
    assert counter.seen().status == "CANCELLED"


def test_one_part_of_several_does_not_come_back_alone(counter: Counter) -> None:
    contract = counter.borrow()
    back = RecordPayoutReturn(order_id=counter.part(contract, 2).order_id, on=FRIDAY, reason="account closed")
    refused = counter.stage.refusal(back, SYSTEM)
    assert (refused.code, refused.facts["hindrance"]) == ("LOAN_NOT_CANCELLABLE", "TRANCHES")


@pytest.mark.requirement("R103", command="IssuePayoutVoucher")
def test_a_voucher_is_redeemed_by_the_last_of_its_parts(counter: Counter) -> None:
    """105,000.00 in six transfers of 17,500.00; five arrive on Monday, the sixth is in doubt."""
    stage = counter.stage
    shop = Shop(stage)
    contract = shop.sell()
    voucher = stage.answer(GetPayoutVoucher(contract))
    stage.payouts.words = [*[Word.SUCCESS] * 5, *[Word.UNKNOWN] * 3]
    counter.until(MONDAY)
    assert stage.answer(GetPayoutVoucher(contract)).state == "ISSUED"
    assert {"2202.01": "-17500.00", "7001.01": "17500.00"}.items() <= shop.balances().items()
    refused = counter.refused(RevokePayoutVoucher(voucher.voucher_id, "no car"))
    assert (refused.code, refused.facts["status"]) == ("PAYOUT_UNDER_WAY", "SUCCESS")
    stage.payouts.words = [Word.SUCCESS]
    stage.work(after=timedelta(hours=1))
    redeemed = stage.answer(GetPayoutVoucher(contract))
    assert (redeemed.state, redeemed.ended_on) == ("REDEEMED", MONDAY)
    assert {"2202.01", "7001.01"}.isdisjoint(shop.balances())


@pytest.mark.requirement("R60", command="RouteDeduction")
def test_what_is_due_is_taken_in_parts(counter: Counter) -> None:
    """The last instalments fall due together: 50,000.00 over three months is taken by 20,000.00 at most."""
    stage = counter.stage
    customer = stage.done(RegisterCustomer(person(2, income="200000.00"))).customer_id
    asked = SubmitApplication(customer_id=customer, product="small-cash", amount=Money.parse("50000.00"), instalments=3)
    application = stage.done(asked).application_id
    contract = stage.done(ConfirmOffer(application))
    stage.done(AcceptContract(contract.contract_id, contract.digest))
    stage.collections.words = [Word.FAILED] * 40
    counter.until(date(2024, 3, 4))
    stage.collections.words = []
    counter.until(date(2024, 3, 6))
    taken = [order.moved for order in stage.platform.store.page(DEDUCTIONS, None, "", "", 500) if order.has_taken]
    assert len(taken) == 2
    assert max(taken) == Money.parse(LIMIT)
    (loan,) = stage.platform.store.page(LOANS, None, "", "", 9)
    assert not loan.demanded(date(2024, 3, 6)).total
