"""Smart repayment on the platform (R70): the hour at which the money was there is found again, on every store."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.call import CHINA
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.failures import INSUFFICIENT
from lending.payments.ports import DEDUCTIONS
from lending.payments.queries import ExplainDeductions
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.desk import person
from tests.support.platform import SYSTEM, Stage, staged

START, FIRST_DUE, SECOND_DUE = date(2024, 4, 5), date(2024, 5, 5), date(2024, 6, 5)
STORES = ("memory", "sqlite", "postgresql", "grpc")
EMPTY = ChannelAnswer(Word.FAILED, INSUFFICIENT)


class Lender:
    """A loan whose product is collected smartly, and a day to live hour by hour."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        held = stage.platform.store.load(PRODUCTS, "small-cash")
        assert held is not None
        stage.done(PublishProduct(attrs.evolve(held.value, code="smart-cash", smart_repayment=True)), SYSTEM)
        customer = stage.done(RegisterCustomer(person(income="200000.00"))).customer_id
        asked = SubmitApplication(
            customer_id=customer, product="smart-cash", amount=Money.parse("12000.00"), instalments=12
        )
        application = stage.done(asked).application_id
        contract = stage.done(ConfirmOffer(application))
        stage.done(AcceptContract(contract.contract_id, contract.digest))
        loan_id = stage.answer(GetApplication(application)).loan_id
        assert loan_id is not None
        self.loan = LoanId(loan_id)

    def night_of(self, day: date) -> None:
        """The end of day that opens this day is run, half an hour after midnight, and nothing later."""
        self.stage.days_pass(day - timedelta(days=1))
        self.stage.clock.at = datetime.combine(day, time(0, 20), CHINA)
        self.stage.open(day)

    def at(self, day: date, hour: int) -> None:
        self.stage.clock.at = datetime.combine(day, time(hour), CHINA)
        self.stage.work()

    def hours(self, day: date) -> list[tuple[int, str, str]]:
        """The deductions ordered on a day: at which hour, over how much, and how they ended."""
        orders = self.stage.platform.store.page(DEDUCTIONS, None, "", "", 500)
        mine = sorted((order for order in orders if order.day == day), key=lambda order: order.ordered_at)
        return [(order.ordered_at.astimezone(CHINA).hour, order.amount.text, order.status.value) for order in mine]


@pytest.fixture(params=STORES)
def lender(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Lender]:
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'smart.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, START, keyring=keyring, over_grpc=request.param == "grpc") as made:
        yield Lender(made)
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


@pytest.mark.requirement("R70", command=("DeductLoan", "RequestDeductions"))
def test_the_hour_at_which_the_money_was_there_is_found_again(lender: Lender) -> None:
    """Plainly until it knows better: at night, at nine, at twelve. The card holds enough from six in the evening on."""
    stage = lender.stage
    days = [FIRST_DUE + timedelta(days=number) for number in range(3)]
    for day in days:
        lender.night_of(day)
        for hour in (1, 9, 12, 15):
            stage.collections.words = [EMPTY] * 9
            lender.at(day, hour)
        stage.collections.words = []
        lender.at(day, 18)
        lender.at(day, 21)
    tried = [[hour for hour, _amount, _status in lender.hours(day)] for day in days]
    assert all(len(hours) <= 3 for hours in tried), "never more often than plain"
    assert any(status == "SUCCESS" for day in days for _hour, _amount, status in lender.hours(day))
    assert stage.answer(GetLoan(lender.loan)).due_now.minor == 0

    lender.night_of(SECOND_DUE)
    picked = stage.answer(ExplainDeductions(lender.loan))
    best = max(picked.picks, key=lambda pick: pick.chance_percent * pick.amount.minor)
    assert (picked.smart, best.at.astimezone(CHINA).hour) == (True, 18)
    assert best.speaks_for > 0


@pytest.mark.requirement("R70", command="DeductLoan")
def test_until_its_moment_the_loan_is_free_to_be_paid_by_hand(lender: Lender) -> None:
    stage = lender.stage
    lender.night_of(FIRST_DUE)
    stage.collections.words = [EMPTY]
    lender.at(FIRST_DUE, 1)
    assert len(lender.hours(FIRST_DUE)) == 1
    owed = stage.answer(GetLoan(lender.loan)).due_now
    stage.done(RepayLoan(lender.loan, owed, "by-hand"))
    for hour in (9, 12, 15, 18, 21):
        lender.at(FIRST_DUE, hour)
    assert len(lender.hours(FIRST_DUE)) == 1, "nothing is due any more"
