"""Payout vouchers (放款凭证, R103; C1 to C3): given on a Friday, redeemed by Monday's transfer, on every store."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import attrs
import pytest

from lending.accounting.queries import GetTrialBalance
from lending.application.call import CHINA, Actor, Role
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.dealers.commands import ActivateDealer, RegisterDealer, SetDealerExposure, SuspendDealer
from lending.dealers.dealer import PayeeAccount
from lending.dealers.ids import DealerId
from lending.funding.commands import PublishFunder, PublishFundingRules, PublishFundingScheme
from lending.funding.funder import Funder, FunderType
from lending.funding.ports import FUNDERS
from lending.funding.rules import FundingRules
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.loans.commands import RepayLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import GetApplication
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.commands import ParkedWay, RecordPayoutAnswer, RecordPayoutReturn, ResolvePayout
from lending.payments.queries import GetPayout, PayoutView
from lending.payments.voucher_commands import (
    ExpirePayoutVoucher,
    GetPayoutVoucher,
    IssuePayoutVoucher,
    ListPayoutVouchers,
    PayoutVoucherView,
    RevokePayoutVoucher,
    VerifyPayoutVoucher,
)
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.reconciliation.running import reconcile_books
from tests.support.acts import BOSS, agreed
from tests.support.desk import person, vehicle
from tests.support.entries import ENTRIES
from tests.support.joint import scheme_of
from tests.support.platform import SYSTEM, Stage, staged

FRIDAY, SATURDAY, MONDAY = date(2024, 1, 5), date(2024, 1, 6), date(2024, 1, 8)
STORES = ("memory", "sqlite", "postgresql", "grpc")
DEALER = Actor("shop", Role.DEALER)


class Shop:
    """A dealer's shop, with a limit of 250,000.00 for vouchers."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
        self.dealer: DealerId = stage.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
        stage.done(ActivateDealer(self.dealer))
        agreed(stage, SetDealerExposure(self.dealer, Money.parse("250000.00")))
        self.customers = 0

    def sell(self, product: str = "car-leaseback", amount: str = "105000.00") -> str:
        """A customer signs for a car; the contract's id."""
        self.customers += 1
        serial = self.customers
        customer: CustomerId = self.stage.done(RegisterCustomer(person(serial, income="60000.00"))).customer_id
        asked = SubmitApplication(
            customer_id=customer,
            product=product,
            amount=Money.parse(amount),
            instalments=36,
            dealer_id=self.dealer,
            vehicle=vehicle(serial, price="150000.00"),
        )
        application: ApplicationId = self.stage.done(asked).application_id
        contract = self.stage.done(ConfirmOffer(application))
        self.stage.done(AcceptContract(contract.contract_id, contract.digest))
        self.application = application
        return contract.contract_id.value

    def loan(self) -> LoanId:
        """The loan of the last car sold."""
        loan_id = self.stage.answer(GetApplication(self.application)).loan_id
        assert loan_id is not None
        return LoanId(loan_id)

    def outstanding(self) -> list[PayoutVoucherView]:
        return list(self.stage.answer(ListPayoutVouchers(dealer_id=self.dealer.value)).vouchers)

    def voucher(self, contract: str) -> PayoutVoucherView:
        return self.stage.answer(GetPayoutVoucher(contract))

    def payout(self, contract: str) -> PayoutView:
        return self.stage.answer(GetPayout(contract))

    def balances(self) -> dict[str, str]:
        rows = self.stage.answer(GetTrialBalance()).rows
        return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}

    def until(self, day: date) -> None:
        """Close every day before this one, and work at ten o'clock of it."""
        self.stage.days_pass(day)
        self.stage.clock.at = max(self.stage.clock.at, datetime.combine(day, time(10), CHINA))
        self.stage.work()


@pytest.fixture(params=STORES)
def shop(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shop]:
    """A shop on each store, and one behind a server; a database is proved sound at the end."""
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'vouchers.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, FRIDAY, keyring=keyring, over_grpc=request.param == "grpc") as made:
        yield Shop(made)
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


def not_revoked(shop: Shop, contract: str) -> Refusal:
    """Two agree on it, and it cannot be."""
    revoke = RevokePayoutVoucher(shop.voucher(contract).voucher_id, "no")
    proposal = shop.stage.done(Propose(revoke, "as the file says")).proposal_id
    return shop.stage.refusal(ApproveProposal(proposal), BOSS)


def row(name: str) -> list[tuple[str, str, str]]:
    """A row of the handbook's entries."""
    return [(side.title(), *line.split()) for side in ("dr", "cr") for line in ENTRIES[name][side]]  # type: ignore[misc]


@pytest.mark.entry("C1", "C1b", "C2", "C2b")
@pytest.mark.requirement("R103", "R48", command=("IssuePayoutVoucher", "VerifyPayoutVoucher"))
def test_a_car_is_handed_over_against_a_voucher_and_paid_on_monday(shop: Shop) -> None:
    stage = shop.stage
    contract = shop.sell()
    voucher = shop.voucher(contract)
    assert (voucher.state, voucher.issued_on, voucher.valid_through) == ("ISSUED", FRIDAY, date(2024, 1, 15))
    assert stage.answer(GetLoan(shop.loan())).opened_on == FRIDAY, "interest runs from the voucher's day"
    assert stage.booked("VOUCHED", FRIDAY) == row("C1")
    assert row("C1") == [("Dr", "1303.01", "105000.00"), ("Cr", "2202.01", "105000.00")]
    assert stage.booked("VOUCHER_ISSUED", FRIDAY) == row("C1b")
    assert [each.voucher_id for each in shop.outstanding()] == [voucher.voucher_id]
    assert stage.payouts.heard == [], "the bank transfers on the next workday"

    asked = VerifyPayoutVoucher(number=voucher.voucher_id.value, check_code=voucher.check_code)
    seen = stage.answer(asked, DEALER)
    assert (seen.state, seen.amount.text, seen.dealer_id) == ("ISSUED", "105000.00", shop.dealer.value)

    shop.until(MONDAY)
    assert shop.payout(contract).channel == "BANK"
    assert shop.payout(contract).paid_on == MONDAY
    assert stage.booked("VOUCHER_REDEEMED", MONDAY) == [*row("C2"), *row("C2b")]
    assert row("C2") == [("Dr", "2202.01", "105000.00"), ("Cr", "1002.01", "105000.00")]
    assert row("C2b") == [("Dr", "7999", "105000.00"), ("Cr", "7001.01", "105000.00")]
    assert shop.outstanding() == []
    seen = stage.answer(asked, DEALER)
    assert (seen.state, seen.ended_on) == ("REDEEMED", MONDAY), "shown again, it says when it was redeemed"
    assert {"2202.01", "7001.01"}.isdisjoint(shop.balances())


@pytest.mark.requirement("R103", command="VerifyPayoutVoucher")
def test_a_wrong_number_and_a_wrong_code_are_told_alike(shop: Shop) -> None:
    voucher = shop.voucher(shop.sell())
    wrong = "0000-0000-0000-0000"
    known = VerifyPayoutVoucher(number=voucher.voucher_id.value, check_code=wrong)
    unknown = VerifyPayoutVoucher(number="pv_01HKX0000000000000000000AA", check_code=voucher.check_code)
    refusals = [shop.stage.bus.ask(each, shop.stage.call(DEALER)).failure() for each in (known, unknown)]
    assert refusals[0] == refusals[1]
    assert refusals[0].code == "PAYOUT_VOUCHER_NOT_GOOD"


@pytest.mark.entry("C3")
@pytest.mark.requirement("R103", command="RevokePayoutVoucher")
def test_a_voucher_is_revoked_before_the_car_is_picked_up(shop: Shop) -> None:
    stage = shop.stage
    contract = shop.sell()
    voucher = shop.voucher(contract)
    agreed(stage, RevokePayoutVoucher(voucher.voucher_id, "the customer changed his mind"))
    assert shop.voucher(contract).state == "REVOKED"
    assert stage.booked("REVOKED", FRIDAY) == row("C3")
    assert row("C3") == [("Dr", "2202.01", "105000.00"), ("Cr", "1303.01", "105000.00")]
    assert stage.booked("VOUCHER_ENDED", FRIDAY) == row("C2b"), "the promise is taken back as it is redeemed"
    assert shop.balances() == {}
    assert shop.payout(contract).status == "CLOSED"
    assert stage.answer(GetLoan(shop.loan())).status == "SETTLED"
    assert stage.answer(GetApplication(shop.application)).status == "CANCELLED"
    again = not_revoked(shop, contract)
    assert (again.code, again.facts["state"]) == ("PAYOUT_VOUCHER_ENDED", "REVOKED")
    shop.until(date(2024, 1, 17))
    assert stage.payouts.heard == [], "nothing goes out, and nothing expires"


@pytest.mark.requirement("R103", command="RevokePayoutVoucher")
def test_what_is_on_its_way_or_was_repaid_is_not_revoked(shop: Shop) -> None:
    stage = shop.stage
    first = shop.sell()
    stage.done(RepayLoan(shop.loan(), Money.parse("100.00"), "by-hand"))
    refused = not_revoked(shop, first)
    assert (refused.code, refused.facts["hindrance"]) == ("LOAN_NOT_CANCELLABLE", "REPAID")

    second = shop.sell()
    stage.payouts.words = [Word.UNKNOWN] * 8
    shop.until(MONDAY)
    assert shop.payout(second).status == "IN_DOUBT"
    refused = not_revoked(shop, second)
    assert (refused.code, refused.facts["status"]) == ("PAYOUT_UNDER_WAY", "IN_DOUBT")


@pytest.mark.requirement("R103", command="ExpirePayoutVoucher")
def test_a_voucher_lapses_after_its_last_day_but_never_while_its_money_is_in_doubt(shop: Shop) -> None:
    """The transfer fails workday after workday; in the end it is in doubt, and only then fails for good."""
    stage = shop.stage
    contract = shop.sell()
    voucher = shop.voucher(contract)
    stage.payouts.words = [*[Word.FAILED] * 7, *[Word.UNKNOWN] * 400]
    shop.until(date(2024, 1, 15))
    failed = shop.payout(contract).failed
    assert len(failed) == 7, "three times on Monday, and once on each workday of the week"
    not_due = stage.refusal(ExpirePayoutVoucher(voucher.voucher_id), SYSTEM)
    assert (not_due.code, not_due.facts["valid_through"]) == ("PAYOUT_VOUCHER_NOT_DUE", "2024-01-15")
    shop.until(date(2024, 1, 16))
    assert (shop.payout(contract).status, shop.voucher(contract).state) == ("IN_DOUBT", "ISSUED")
    stage.payouts.words = [Word.FAILED]
    stage.work(after=timedelta(hours=1))
    assert shop.payout(contract).status == "READY"
    stage.work(after=timedelta(hours=6))
    assert (shop.payout(contract).status, shop.voucher(contract).state) == ("CLOSED", "EXPIRED")
    assert shop.outstanding() == []
    assert shop.balances() == {}


@pytest.mark.requirement("R103", command=("SetDealerExposure", "IssuePayoutVoucher"))
def test_without_room_in_the_dealers_limit_the_money_is_only_sent(shop: Shop) -> None:
    """250,000.00 hold two vouchers of 105,000.00; the third car's money is sent, on a workday at once."""
    stage = shop.stage
    contracts = [shop.sell(), shop.sell(), shop.sell()]
    assert len(shop.outstanding()) == 2
    assert [shop.payout(contract).status for contract in contracts] == ["READY", "READY", "SUCCESS"]
    (withheld,) = [
        each for each in stage.platform.store.events() if type(each.event).__name__ == "PayoutVoucherWithheld"
    ]
    assert (withheld.event.free.text, withheld.event.reason) == ("40000.00", "NO_ROOM")
    shop.until(MONDAY)
    assert [shop.payout(contract).status for contract in contracts] == ["SUCCESS"] * 3
    assert shop.outstanding() == []
    shop.sell()
    assert len(shop.outstanding()) == 1, "what was redeemed leaves room"


def test_a_suspended_dealer_is_promised_nothing_more(shop: Shop) -> None:
    stage = shop.stage
    stage.payouts.words = []
    first = shop.sell()
    asked_again = stage.done(IssuePayoutVoucher(first), SYSTEM)
    assert asked_again.voucher_id == shop.voucher(first).voucher_id, "an order has one voucher"
    stage.done(SuspendDealer(shop.dealer, "documents overdue"))
    assert [each.state for each in shop.outstanding()] == ["ISSUED"], "what was promised stands"
    shop.until(MONDAY)
    assert shop.voucher(first).state == "REDEEMED"


def test_a_redeemed_voucher_whose_transfer_comes_back_ends_the_loan(shop: Shop) -> None:
    stage = shop.stage
    contract = shop.sell()
    shop.until(MONDAY)
    order = shop.payout(contract).order_id
    stage.done(RecordPayoutReturn(order_id=order, on=MONDAY, reason="account closed"), SYSTEM)
    assert shop.voucher(contract).state == "REDEEMED"
    assert shop.balances() == {}


def test_a_lease_begins_with_its_dealers_voucher_too(shop: Shop) -> None:
    """C7 as ever; the dealer is owed the car's price until Monday."""
    contract = shop.sell("car-direct-lease", "150000.00")
    assert shop.balances() == {
        "1541.01": "179357.40",
        "1541.02": "-29357.40",
        "2202.01": "-150000.00",
        "7001.01": "150000.00",
        "7999": "-150000.00",
    }
    shop.until(MONDAY)
    assert shop.voucher(contract).state == "REDEEMED"
    balances = shop.balances()
    assert {"2202.01", "7001.01", "7999"}.isdisjoint(balances)
    assert balances["1002.01"] == "-150000.00"


def test_the_days_of_promise_and_payment_both_reconcile(shop: Shop) -> None:
    """Friday's promise moves no money; Monday's transfer is what the loan took, the order paid and the books say."""
    shop.sell()
    revoked = shop.sell()
    agreed(shop.stage, RevokePayoutVoucher(shop.voucher(revoked).voucher_id, "no car"))
    shop.until(MONDAY + timedelta(days=1))
    store, bus = shop.stage.platform.store, shop.stage.platform.bus
    for day in (FRIDAY, SATURDAY, SATURDAY + timedelta(days=1), MONDAY):
        done = reconcile_books(store, bus, day, shop.stage.clock.now())
        assert done.ledger.differences == done.business.differences == 0, day
        assert done.ledger.matched == (day == MONDAY)


def test_a_parked_payout_that_is_closed_takes_its_voucher_with_it(shop: Shop) -> None:
    """The first attempt failed, and was paid after all and taken back: the sale is off."""
    stage = shop.stage
    contract = shop.sell()
    stage.payouts.words = [Word.FAILED, *[Word.UNKNOWN] * 400]
    shop.until(MONDAY)
    first = shop.payout(contract).failed[0].order_no
    order = shop.payout(contract).order_id
    stage.done(RecordPayoutAnswer(order_id=order, order_no=first, answer=ChannelAnswer(Word.SUCCESS)), SYSTEM)
    stage.payouts.words = [Word.FAILED]
    stage.work(after=timedelta(hours=1))
    assert shop.payout(contract).status == "PARKED"
    agreed(stage, ResolvePayout(order, ParkedWay.CLOSE))
    assert shop.voucher(contract).state == "REVOKED"
    assert shop.balances() == {}


@pytest.mark.parametrize("end", ["redeemed", "revoked"])
def test_a_car_paid_with_others_money_is_promised_whole(shop: Shop, end: str) -> None:
    """BANK_A has placed its 42,000.00 with us, we advance 31,500.00 for BANK_B: the dealer is owed it all."""
    stage = shop.stage
    jointly(stage, FunderShare("BANK_A", 4_000), FunderShare("BANK_B", 3_000, prefunded=False))
    contract = shop.sell("car-joint")
    assert sorted(line for line in stage.booked("VOUCHED", FRIDAY) if line[1] not in ("7201.01", "7999")) == [
        ("Cr", "1011.01", "31500.00"),
        ("Cr", "1011.01", "42000.00"),
        ("Cr", "2202.01", "105000.00"),
        ("Dr", "1221.01", "31500.00"),
        ("Dr", "1303.01", "31500.00"),
        ("Dr", "1303.01", "31500.00"),
        ("Dr", "1303.01", "42000.00"),
        ("Dr", "2314.01", "42000.00"),
    ]
    if end == "revoked":
        agreed(stage, RevokePayoutVoucher(shop.voucher(contract).voucher_id, "no car"))
        assert shop.balances() == {}
        return
    shop.until(MONDAY)
    assert stage.booked("VOUCHER_REDEEMED", MONDAY) == [*row("C2"), *row("C2b")]
    balances = shop.balances()
    assert (balances["1002.01"], balances["7201.01"]) == ("-105000.00", "73500.00")


def jointly(stage: Stage, *shares: FunderShare) -> None:
    """The leaseback again, shared so."""
    stage.done(PublishFundingRules(FundingRules(version=2)), SYSTEM)
    for share in shares:
        held = stage.platform.store.load(FUNDERS, share.funder)
        version = held.value.version + 1 if held else 1
        funder = Funder(code=share.funder, name=share.funder, version=version, type=FunderType.TRUST)
        stage.done(PublishFunder(funder), SYSTEM)
    stage.done(PublishFundingScheme(scheme_of(*shares)), SYSTEM)
    product = stage.platform.store.load(PRODUCTS, "car-leaseback")
    assert product is not None
    joint = attrs.evolve(product.value, code="car-joint", version=1, funding=("partners",))
    stage.done(PublishProduct(joint), SYSTEM)
