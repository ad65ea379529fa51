"""Applying for a loan, through the bus: what is taken, what is refused, and who wins a race."""

from datetime import date, timedelta

import attrs
import pytest

from lending.contracts.commands import AcceptContract, RefuseContract
from lending.contracts.queries import GetContract
from lending.contracts.refusals import VehicleTaken
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.customers.refusals import AlreadyRegistered, CustomerNotFound
from lending.dealers.commands import SuspendDealer
from lending.dealers.refusals import DealerNotActive
from lending.kernel.ids import RequestId
from lending.kernel.invalid import Violation
from lending.kernel.money import Currency, Money
from lending.origination.commands import (
    ApplicationChanged,
    CancelApplication,
    ConfirmOffer,
    ContractOffered,
    SubmitApplication,
)
from lending.origination.queries import GetApplication
from lending.origination.refusals import (
    ApplicationNotInStatus,
    DealerMissing,
    DownPaymentTooLow,
    UnfinishedApplication,
    VehicleMissing,
    VehicleNotFinanced,
)
from lending.products.refusals import AmountOutOfRange, ProductNotFound, TermNotOffered, WrongCurrency
from tests.support.desk import Desk, person, vehicle

USD = Currency("USD")


@pytest.fixture
def desk() -> Desk:
    return Desk()


def cash(customer_id: CustomerId, amount: str = "12000.00", instalments: int = 12) -> SubmitApplication:
    return SubmitApplication(
        customer_id=customer_id, product="small-cash", amount=Money.parse(amount), instalments=instalments
    )


def applied(desk: Desk, command: SubmitApplication) -> ApplicationChanged:
    receipt = desk.done(command)
    desk.work()
    return receipt


def status(desk: Desk, application: ApplicationChanged | ContractOffered) -> str:
    return desk.answer(GetApplication(application.application_id)).status


@pytest.mark.requirement("R28", command="SubmitApplication")
def test_an_application_is_weighed_as_soon_as_it_is_stored(desk: Desk) -> None:
    receipt = desk.done(cash(desk.customer()))
    assert status(desk, receipt) == "SUBMITTED"
    desk.work()
    assert status(desk, receipt) == "APPROVED"


@pytest.mark.requirement("R112", command="SubmitApplication")
def test_a_customer_has_one_unfinished_application(desk: Desk) -> None:
    customer = desk.customer()
    first = applied(desk, cash(customer))
    assert desk.refusal(cash(customer)) == UnfinishedApplication(first.application_id.value)
    desk.done(CancelApplication(first.application_id))
    desk.done(cash(customer))


@pytest.mark.parametrize(
    ("command", "refused"),
    [
        ({"product": "gold-bars"}, ProductNotFound),
        ({"amount": Money.parse("50000.01")}, AmountOutOfRange),
        ({"amount": Money.parse("50100.00")}, AmountOutOfRange),
        ({"amount": Money.parse("12050.00")}, AmountOutOfRange),
        ({"amount": Money.parse("12000.00", USD)}, WrongCurrency),
        ({"instalments": 7}, TermNotOffered),
    ],
)
def test_what_the_product_does_not_lend_is_refused_with_the_field(
    desk: Desk, command: dict[str, object], refused: type
) -> None:
    asked = {"product": "small-cash", "amount": Money.parse("12000.00"), "instalments": 12} | command
    refusal = desk.refusal(SubmitApplication(customer_id=desk.customer(), **asked))  # type: ignore[arg-type]
    assert isinstance(refusal, refused)
    assert [violation.field for violation in refusal.violations] == list(command)


def test_a_product_that_is_not_on_offer_is_refused_with_those_that_are(desk: Desk) -> None:
    asked = SubmitApplication(
        customer_id=desk.customer(), product="gold-bars", amount=Money.parse("12000.00"), instalments=12
    )
    refusal = desk.refusal(asked)
    codes = ("car-direct-lease", "car-in-an-hour", "car-leaseback", "small-cash", "small-cash-joint")
    assert refusal == ProductNotFound("gold-bars", codes)
    assert [violation.expected for violation in refusal.violations] == [f"one of {', '.join(codes)}"]


def test_an_income_in_another_currency_than_the_product_s_is_refused_with_the_field(desk: Desk) -> None:
    """2,500.00 dollars say nothing of how many yuan an applicant can bear."""
    refusal = desk.refusal(cash(desk.customer(income="2500.00", currency=USD)))
    assert refusal == WrongCurrency(Money.parse("2500.00", USD), "CNY", "customer.monthly_income")
    expected = Violation("customer.monthly_income", "USD 2500.00", "an amount in CNY")
    assert refusal.violations == (expected,)


def test_a_cash_loan_takes_no_vehicle(desk: Desk) -> None:
    asked = attrs.evolve(cash(desk.customer()), vehicle=vehicle())
    refusal = desk.refusal(asked)
    assert refusal == VehicleNotFinanced("small-cash", vehicle().vin)
    assert [(wrong.field, wrong.value) for wrong in refusal.violations] == [("vehicle", vehicle().vin)]


def test_an_unknown_customer_is_refused(desk: Desk) -> None:
    nobody = CustomerId.make(RequestId("nobody"), 0)
    assert desk.refusal(cash(nobody)) == CustomerNotFound(nobody.value)


def test_a_person_registers_once(desk: Desk) -> None:
    customer = desk.customer()
    assert desk.refusal(RegisterCustomer(person())) == AlreadyRegistered(customer.value)


def test_an_applicant_who_cannot_bear_the_instalment_is_rejected_with_the_reason(desk: Desk) -> None:
    receipt = applied(desk, cash(desk.customer(income="2000.00")))
    view = desk.answer(GetApplication(receipt.application_id))
    assert (view.status, view.reasons) == ("REJECTED", ("INCOME_TOO_LOW",))


def test_an_offer_that_nobody_takes_lapses(desk: Desk) -> None:
    receipt = applied(desk, cash(desk.customer()))
    desk.work(after=timedelta(days=7))
    assert status(desk, receipt) == "EXPIRED"
    assert isinstance(desk.refusal(ConfirmOffer(receipt.application_id)), ApplicationNotInStatus)


class TestACarLoan:
    """At a dealer's shop, on a vehicle."""

    def command(self, desk: Desk, serial: int = 1, **changes: object) -> SubmitApplication:
        asked: dict[str, object] = {
            "customer_id": desk.customer(serial),
            "product": "car-leaseback",
            "amount": Money.parse("105000.00"),
            "instalments": 36,
            "dealer_id": desk.dealer(),
            "vehicle": vehicle(),
        }
        return SubmitApplication(**(asked | changes))  # type: ignore[arg-type]

    def test_names_its_dealer_and_its_vehicle(self, desk: Desk) -> None:
        assert desk.refusal(self.command(desk, dealer_id=None)) == DealerMissing("car-leaseback")
        assert desk.refusal(self.command(desk, serial=2, vehicle=None)) == VehicleMissing("car-leaseback")

    def test_leaves_the_least_down_payment(self, desk: Desk) -> None:
        """20 % of 150,000 stays with the customer: at most 120,000.00 is lent."""
        refusal = desk.refusal(self.command(desk, amount=Money.parse("120100.00")))
        assert refusal == DownPaymentTooLow(Money.parse("120100.00"), Money.parse("120000.00"))
        assert status(desk, desk.done(self.command(desk, serial=2, amount=Money.parse("120000.00")))) == "SUBMITTED"

    @pytest.mark.parametrize(
        ("change", "field"),
        [
            ({"amount": Money.parse("105000.00", USD)}, "amount"),
            ({"vehicle": vehicle(currency=USD)}, "vehicle.price"),
        ],
    )
    def test_is_reckoned_in_one_currency(self, desk: Desk, change: dict[str, object], field: str) -> None:
        refusal = desk.refusal(self.command(desk, **change))
        assert isinstance(refusal, WrongCurrency)
        assert [violation.field for violation in refusal.violations] == [field]

    def test_is_not_taken_from_a_suspended_dealer(self, desk: Desk) -> None:
        command = self.command(desk)
        assert command.dealer_id is not None
        desk.done(SuspendDealer(command.dealer_id, "documents overdue"))
        assert desk.refusal(command) == DealerNotActive(command.dealer_id.value, "SUSPENDED")

    def test_takes_a_vehicle_that_no_live_contract_holds(self, desk: Desk) -> None:
        first, second = applied(desk, self.command(desk)), applied(desk, self.command(desk, serial=2))
        contract = desk.done(ConfirmOffer(first.application_id))
        assert desk.refusal(ConfirmOffer(second.application_id)) == VehicleTaken(vehicle().vin)
        desk.done(RefuseContract(contract.contract_id))
        assert status(desk, first) == "CANCELLED"
        desk.done(ConfirmOffer(second.application_id))

    def test_is_priced_on_the_lpr_of_the_day(self, desk: Desk) -> None:
        """F9: LPR 3.45 % of 2023-08-21 + 255 bp = 6.00 %."""
        receipt = applied(desk, self.command(desk))
        offer = desk.answer(GetApplication(receipt.application_id)).offer
        assert offer is not None
        assert offer.annual_rate.text == "0.0600"


def test_a_cancelled_application_takes_its_contract_with_it(desk: Desk) -> None:
    receipt = applied(desk, cash(desk.customer()))
    contract = desk.done(ConfirmOffer(receipt.application_id))
    desk.done(CancelApplication(receipt.application_id))
    assert desk.answer(GetContract(contract.contract_id)).status == "VOID"


def test_an_application_on_its_way_to_payout_is_not_cancelled(desk: Desk) -> None:
    receipt = applied(desk, cash(desk.customer()))
    contract = desk.done(ConfirmOffer(receipt.application_id))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    refusal = desk.refusal(CancelApplication(receipt.application_id))
    assert refusal == ApplicationNotInStatus(receipt.application_id.value, "cancel", "PAYING")


def test_an_applicant_too_old_at_maturity_is_rejected(desk: Desk) -> None:
    customer = desk.customer(born=date(1964, 1, 6))
    view = desk.answer(GetApplication(applied(desk, cash(customer)).application_id))
    assert (view.status, view.reasons) == ("APPROVED", ())
    older = desk.customer(serial=2, born=date(1963, 1, 5))
    view = desk.answer(GetApplication(applied(desk, cash(older)).application_id))
    assert (view.status, view.reasons) == ("REJECTED", ("TOO_OLD_AT_MATURITY",))
