"""A car by direct lease, from the dealer's shop to its end, on every store and over the wire: the entries C6 to C9."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from lending.accounting.queries import GetTrialBalance
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import ActivateDealer, RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.kernel.money import Money
from lending.loans.commands import ReceiveDeposit, RepayLoan, ReturnDeposit, SetOffDeposit, SettleLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, GetSettlementQuote, LoanView
from lending.operations.commands import SwitchDay
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication, OfferView
from lending.origination.refusals import VehicleNotWhollyFinanced
from lending.payments.channel import Word
from lending.payments.commands import RecordPayoutReturn
from lending.payments.queries import GetPayout
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.desk import person, vehicle
from tests.support.platform import SYSTEM, Stage, staged

START = date(2024, 1, 5)
ONE_DAY = timedelta(days=1)
PRICE = Money.parse("150000.00")
RENT = Money.parse("4982.15")
DEPOSIT = Money.parse("30000.00")
STORES = ("memory", "sqlite", "postgresql", "over gRPC")

Moves = dict[str, str]
"""What accounts moved by, debit positive, in yuan."""


class Shop:
    """A desk in a dealer's shop, and what its books moved by since they were last looked at."""

    def __init__(self, stage: Stage, prove_books: Callable[[], None]) -> None:
        self.desk = stage
        self.proved = prove_books
        self.today = START
        self.customer = stage.done(RegisterCustomer(person(income="60000.00"))).customer_id
        account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
        self.dealer = stage.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
        stage.done(ActivateDealer(self.dealer))
        self.stood: dict[str, int] = {}

    def application(self, amount: Money = PRICE, instalments: int = 36) -> SubmitApplication:
        return SubmitApplication(
            customer_id=self.customer,
            product="car-direct-lease",
            amount=amount,
            instalments=instalments,
            dealer_id=self.dealer,
            vehicle=vehicle(price=PRICE.text),
        )

    def lease(self, instalments: int = 36) -> tuple[LoanId, OfferView]:
        """A car leased, its dealer paid."""
        application = self.desk.done(self.application(instalments=instalments)).application_id
        offer = self.desk.answer(GetApplication(application)).offer
        assert offer is not None
        contract = self.desk.done(ConfirmOffer(application))
        self.desk.done(AcceptContract(contract.contract_id, contract.digest))
        loan_id = self.desk.answer(GetApplication(application)).loan_id
        assert loan_id is not None
        return LoanId(loan_id), offer

    def moved(self) -> Moves:
        """What each account moved by since the last look; the books balance."""
        rows = self.desk.answer(GetTrialBalance()).rows
        assert sum(row.debit - row.credit for row in rows) == 0
        now = {row.account: row.debit - row.credit for row in rows}
        moves = {code: Money(now[code] - self.stood.get(code, 0)) for code in sorted(now)}
        self.stood = now
        return {code: amount.text for code, amount in moves.items() if amount}

    def seen(self, loan_id: LoanId) -> LoanView:
        return self.desk.answer(GetLoan(loan_id))

    def day(self, day: date) -> None:
        """Let the accounting day go on, with no end of day: whatever is booked next catches up."""
        while self.today < day:
            self.today += ONE_DAY
            self.desk.clock.forward(ONE_DAY)
            self.desk.done(SwitchDay(self.today), SYSTEM)


def proofs_hold(url: str, keyring: str) -> None:
    """Every proof of `lending db check`."""
    proofs = prove(url, {"LENDING_KEYRING": keyring})
    assert not [proof for proof in proofs if proof.violated]
    assert [proof.checked > 0 for proof in proofs if proof.name == "rents on the books are the leases'"] == [True]


@pytest.fixture(params=STORES)
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    keyring = Keyring.generate().text
    with ExitStack() as stack:
        if request.param in ("memory", "over gRPC"):
            over_grpc = request.param == "over gRPC"
            yield Shop(stack.enter_context(staged("memory", START, over_grpc=over_grpc)), lambda: None)
            return
        url = f"sqlite:///{tmp_path / 'lease.db'}"
        if request.param == "postgresql":
            url = request.getfixturevalue("postgres_url")
        shop = Shop(stack.enter_context(staged(url, START, keyring=keyring)), lambda: proofs_hold(url, keyring))
        yield shop
        shop.proved()


@pytest.mark.entry("C6", "C7", "C8")
@pytest.mark.requirement("R94", command="lending quote")
def test_a_lease_from_the_shop_to_its_early_end_in_the_handbooks_entries(shop: Shop) -> None:
    desk = shop.desk
    loan_id, offer = shop.lease()
    assert (offer.apr.percent, offer.annual_rate.percent, offer.instalment) == ("18.18 %", "12.00 %", RENT)
    assert desk.payouts.heard[0][0] == "pay"
    assert desk.booked("DISBURSED", START) == [
        ("Dr", "1541.01", "179357.40"),
        ("Cr", "2202.01", "150000.00"),
        ("Cr", "1541.02", "29357.40"),
    ]
    # C7 owes the dealer the price, and C2 pays it.
    assert shop.moved() == {"1002.01": "-150000.00", "1541.01": "179357.40", "1541.02": "-29357.40"}
    assert shop.seen(loan_id).lease is not None

    held = desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-1")).held
    assert held.text == "30000.00"
    assert shop.moved() == {"1012.01": "30000.00", "2241.01": "-30000.00"}  # C6

    shop.day(date(2024, 2, 5))
    desk.done(RepayLoan(loan_id, RENT, "rent-1"))
    assert shop.moved() == {"1012.01": "4982.15", "1541.01": "-4982.15", "1541.02": "1500.00", "6011.03": "-1500.00"}
    shop.day(date(2024, 3, 5))
    desk.done(RepayLoan(loan_id, RENT, "rent-2"))
    assert shop.moved() == {"1012.01": "4982.15", "1541.01": "-4982.15", "1541.02": "1465.18", "6011.03": "-1465.18"}
    shop.proved()

    # 143,000.88 is left; 15 days of it at 12 % are 715.00, and settling early costs 1 % of it: 1,430.01.
    shop.day(date(2024, 3, 20))
    quoted = desk.answer(GetSettlementQuote(loan_id))
    assert (quoted.deposit.text, quoted.total.text) == ("30000.00", "115145.89")
    desk.done(SettleLoan(loan_id, quoted.total, "settle-1"))
    settled = shop.moved()
    assert settled["2241.01"] == "30000.00"
    assert settled["1012.01"] == "115145.89"
    assert (settled["6011.03"], settled["6021.01"]) == ("-715.00", "-1430.01")
    assert shop.seen(loan_id).status == "SETTLED"
    assert all(shop.stood[code] == 0 for code in ("1541.01", "1541.02", "2241.01"))


@pytest.mark.entry("C9")
def test_a_deposit_set_off_while_overdue_and_returned_at_the_end(shop: Shop) -> None:
    """Twelve rents of 13,327.32; the second to the fourth stay unpaid: C9 to the cent."""
    desk = shop.desk
    loan_id, _ = shop.lease(instalments=12)
    desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-1"))
    rent = shop.seen(loan_id).instalments[0].total
    assert rent.text == "13327.32"
    shop.day(date(2024, 2, 5))
    desk.done(RepayLoan(loan_id, rent, "rent-1"))
    shop.day(date(2024, 5, 6))
    desk.done(RepayLoan(loan_id, Money.parse("0.01"), "a-cent"))  # brings the books to the day
    shop.moved()
    used = desk.done(SetOffDeposit(loan_id, "use-1"))
    assert (used.amount.text, used.held.text, used.status) == ("30000.00", "0.00", "OVERDUE")
    assert shop.moved() == {"1541.01": "-30000.00", "2241.01": "30000.00"}  # C9
    shop.proved()

    desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-2"))
    total = desk.answer(GetSettlementQuote(loan_id)).total
    desk.done(SettleLoan(loan_id, total, "settle-1"))
    assert shop.seen(loan_id).deposit_held.text == "0.00"
    shop.moved()
    assert all(shop.stood[code] == 0 for code in ("1541.01", "1541.02", "2241.01"))


def test_the_end_of_day_sets_off_the_last_rent_and_the_rest_goes_back(shop: Shop) -> None:
    desk = shop.desk
    loan_id, _ = shop.lease(instalments=12)
    desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-1"))
    rents = shop.seen(loan_id).instalments
    assert {row.total.text for row in rents} == {"13327.32"}
    for row in rents[:11]:
        shop.day(row.due)
        desk.done(RepayLoan(loan_id, row.total, f"rent-{row.no}"))
    shop.day(rents[11].due - timedelta(days=1))
    shop.moved()
    desk.days_pass(rents[11].due)
    last = shop.moved()
    assert (last["2241.01"], last["1541.01"]) == ("13327.32", "-13327.32")
    assert shop.seen(loan_id).status == "SETTLED"
    returned = desk.done(ReturnDeposit(loan_id, "back-1"))
    assert (returned.amount.text, returned.held.text) == ("16672.68", "0.00")
    assert shop.moved() == {"1012.01": "-16672.68", "2241.01": "16672.68"}
    assert all(shop.stood[code] == 0 for code in ("1541.01", "1541.02", "2241.01"))


def test_a_direct_lease_finances_the_whole_price(shop: Shop) -> None:
    refusal = shop.desk.refusal(shop.application(amount=Money.parse("149999.00")))
    assert refusal == VehicleNotWhollyFinanced(Money.parse("149999.00"), PRICE)
    assert [violation.field for violation in refusal.violations] == ["amount"]
    shop.lease()


def test_a_lease_that_stops_accruing_keeps_its_rents_and_earns_only_what_is_paid(shop: Shop) -> None:
    """Stopped after 5 days past due; 1,465.18 of the second rent are borne over 29 days. The car cost 150,000.00."""
    desk, stops = shop.desk, date(2024, 2, 11)
    product = desk.platform.store.load(PRODUCTS, "car-direct-lease")
    assert product is not None
    stricter = attrs.evolve(product.value, version=2, non_accrual_days=5, cure_instalments=1)
    desk.done(PublishProduct(stricter), SYSTEM)
    loan_id, _ = shop.lease()
    desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-1"))
    desk.collections.words = [Word.FAILED] * 8
    desk.days_pass(until=stops)
    assert (shop.seen(loan_id).status, shop.seen(loan_id).non_accrual_since) == ("NON_ACCRUAL", stops)
    # A11: the first rent's 1,500.00 and 1,465.18 × 6 ÷ 29 = 303.14 of the second
    assert desk.booked("SUSPENDED", stops) == [
        ("Dr", "6011.03", "1803.14"),
        ("Cr", "1541.02", "1803.14"),
        ("Dr", "7101.01", "1803.14"),
        ("Cr", "7999", "1803.14"),
    ]
    shop.moved()
    assert (shop.stood["1541.01"], shop.stood["1541.02"]) == (179_357_40, -29_357_40)
    desk.days_pass(until=stops + ONE_DAY)
    assert shop.moved() == {"7101.01": "50.52", "7999": "-50.52"}  # A12: 353.66 − 303.14
    shop.proved()

    desk.done(SetOffDeposit(loan_id, "use-1", Money.parse("4000.00")))  # 3,482.15 of principal first
    assert shop.moved() == {
        "1541.01": "-4000.00", "2241.01": "4000.00", "1541.02": "517.85", "6011.03": "-517.85",
        "7101.01": "-517.85", "7999": "517.85",
    }  # fmt: skip
    desk.done(RepayLoan(loan_id, Money.parse("982.15"), "rest-of-rent-1"))
    assert shop.seen(loan_id).status == "NON_ACCRUAL"
    shop.proved()

    desk.days_pass(until=date(2024, 3, 5))  # the second rent is deducted on its day
    assert (shop.seen(loan_id).status, shop.seen(loan_id).non_accrual_since) == ("NORMAL", None)
    shop.moved()
    left = {code: Money(shop.stood[code]).text for code in ("6011.03", "7101.01", "7999", "2241.01", "1541.01")}
    assert left == {
        "6011.03": "-2965.18", "7101.01": "0.00", "7999": "0.00", "2241.01": "-26000.00", "1541.01": "169393.10",
    }  # fmt: skip


@pytest.mark.requirement("R76", "R94", command="RecordPayoutReturn")
def test_a_lease_whose_dealers_bank_sends_the_money_back_leaves_the_deposit_only_and_the_car_free(shop: Shop) -> None:
    """C7, C2 and the income of ten days are gone from the books; the deposit goes back; the same car is leased anew."""
    desk = shop.desk
    loan_id, _offer = shop.lease()
    desk.done(ReceiveDeposit(loan_id, DEPOSIT, "deposit-1"))
    shop.day(START + 10 * ONE_DAY)
    payout = desk.answer(GetPayout(shop.seen(loan_id).contract_id))
    desk.done(RecordPayoutReturn(order_id=payout.order_id, on=shop.today, reason="account closed"), SYSTEM)
    stands = {"1012.01": DEPOSIT.text, "2241.01": f"-{DEPOSIT.text}"}
    assert shop.moved() == stands
    assert shop.seen(loan_id).status == "SETTLED"
    desk.done(ReturnDeposit(loan_id, "deposit-back"))
    assert shop.moved() == {"1012.01": f"-{DEPOSIT.text}", "2241.01": DEPOSIT.text}

    again, _offer = shop.lease()
    assert again != loan_id
    assert shop.moved() == {"1002.01": "-150000.00", "1541.01": "179357.40", "1541.02": "-29357.40"}
