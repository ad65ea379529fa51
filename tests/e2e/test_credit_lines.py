"""Credit lines from grant to end (R9, 3.2; A1, A2b), the same on every store and over the wire."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.call import Actor, Role
from lending.contracts.commands import AcceptContract
from lending.credit.commands import (
    ActivateCreditLine,
    AdjustCreditLine,
    CloseCreditLine,
    FreezeCreditLine,
    GrantCreditLine,
    UnfreezeCreditLine,
)
from lending.credit.ids import CreditLineId
from lending.credit.queries import CreditLineView, GetCreditLine, ListCreditLines
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan, ReversePayment, WriteOffLoan
from lending.loans.ids import LoanId
from lending.origination.commands import CancelApplication, ConfirmOffer, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import GetApplication
from lending.payments.channel import Word
from lending.payments.commands import RecordPayoutReturn
from lending.payments.queries import GetPayout
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.acts import agreed
from tests.support.desk import person
from tests.support.entries import ENTRIES
from tests.support.platform import SYSTEM, Stage, staged

START, UNTIL = date(2024, 4, 5), date(2024, 6, 30)
FIRST_DUE = date(2024, 5, 5)
STORES = ("memory", "sqlite", "postgresql", "grpc")
ON_LINE = "line-cash"


@pytest.fixture(params=STORES)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A platform on each store, and one behind a server; a database is proved sound at the end."""
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'lines.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, START, keyring=keyring, over_grpc=request.param == "grpc") as made:
        held = made.platform.store.load(PRODUCTS, "small-cash")
        assert held is not None
        made.done(PublishProduct(attrs.evolve(held.value, code=ON_LINE, on_line=True, active_loans_max=10)), SYSTEM)
        yield made
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


def yuan(text: str) -> Money:
    return Money.parse(text)


def granted(stage: Stage, customer: CustomerId | None, **changes: bool) -> CreditLineId:
    """A line of 50,000.00, granted by two people and activated."""
    grant = GrantCreditLine(name="家装", customer_id=customer, total=yuan("50000.00"), until=UNTIL, **changes)
    agreed(stage, grant)
    lines = stage.answer(ListCreditLines(holder=customer.value if customer else "家装")).lines
    assert [line.state for line in lines] == ["PENDING"]
    return lines[0].line_id


def seen(stage: Stage, line_id: CreditLineId) -> CreditLineView:
    return stage.answer(GetCreditLine(line_id))


def amounts(stage: Stage, line_id: CreditLineId) -> tuple[str, str, str]:
    """Used, occupied, free."""
    view = seen(stage, line_id)
    return view.used.text, view.occupied.text, view.free.text


def asked(customer: CustomerId, line_id: CreditLineId, amount: str = "12000.00") -> SubmitApplication:
    return SubmitApplication(
        customer_id=customer, product=ON_LINE, amount=yuan(amount), instalments=12, line_id=line_id
    )


def confirmed(stage: Stage, customer: CustomerId, line_id: CreditLineId, amount: str = "12000.00") -> ApplicationId:
    application: ApplicationId = stage.done(asked(customer, line_id, amount)).application_id
    contract = stage.done(ConfirmOffer(application))
    stage.done(AcceptContract(contract.contract_id, contract.digest))
    return application


def loan_of(stage: Stage, application: ApplicationId) -> LoanId:
    loan_id = stage.answer(GetApplication(application)).loan_id
    assert loan_id is not None
    return LoanId(loan_id)


def registered(stage: Stage, serial: int = 1) -> CustomerId:
    return stage.done(RegisterCustomer(person(serial, income="200000.00"))).customer_id


def row(name: str) -> list[tuple[str, str, str]]:
    """A row of the handbook's entries."""
    return [(side.title(), *line.split()) for side in ("dr", "cr") for line in ENTRIES[name][side]]  # type: ignore[misc]


@pytest.mark.entry("A1", "A2b")
@pytest.mark.requirement("R9", command=("GrantCreditLine", "ActivateCreditLine", "SubmitApplication"))
def test_a_line_is_drawn_on_and_repaid_and_drawn_on_again(stage: Stage) -> None:
    customer = registered(stage)
    line_id = granted(stage, customer)
    assert stage.refusal(asked(customer, line_id)).facts["reason"] == "PENDING"
    stage.done(ActivateCreditLine(line_id))
    assert stage.booked("LINE_GRANTED", START) == [("Dr", "7301.01", "50000.00"), ("Cr", "7999", "50000.00")]
    assert stage.booked("LINE_GRANTED", START) == row("A1")

    stage.payouts.words = [Word.UNKNOWN, Word.SUCCESS]
    application = confirmed(stage, customer, line_id)
    assert amounts(stage, line_id) == ("0.00", "12000.00", "38000.00"), "in doubt it stays occupied"
    assert stage.booked("LINE_DRAWN", START) == []
    stage.work(after=timedelta(seconds=10))
    assert amounts(stage, line_id) == ("12000.00", "0.00", "38000.00")
    assert stage.booked("LINE_DRAWN", START) == [("Dr", "7999", "12000.00"), ("Cr", "7301.01", "12000.00")]
    assert stage.booked("LINE_DRAWN", START) == row("A2b")

    loan_id = loan_of(stage, application)
    stage.collections.words = [Word.FAILED] * 9
    stage.days_pass(until=FIRST_DUE)
    stage.done(RepayLoan(loan_id, yuan("1100.16"), "slip-1"))
    assert amounts(stage, line_id) == ("11079.84", "0.00", "38920.16")
    assert stage.booked("LINE_RESTORED", FIRST_DUE) == [("Dr", "7301.01", "920.16"), ("Cr", "7999", "920.16")]
    agreed(stage, ReversePayment(loan_id, "slip-1", "undo-1"))
    assert amounts(stage, line_id) == ("12000.00", "0.00", "38000.00")

    agreed(stage, AdjustCreditLine(line_id, yuan("10000.00"), "income fell"))
    view = seen(stage, line_id)
    assert (view.over, view.free.text) == (True, "0.00")
    agreed(stage, AdjustCreditLine(line_id, yuan("30000.00"), "income rose"))
    agreed(stage, CloseCreditLine(line_id, "moved away"))
    assert stage.booked("LINE_ENDED", FIRST_DUE) == [("Dr", "7999", "18000.00"), ("Cr", "7301.01", "18000.00")]
    stage.done(RepayLoan(loan_id, yuan("1100.16"), "slip-2"))
    assert seen(stage, line_id).state == "CLOSED"


@pytest.mark.requirement("R9", command=("ConfirmOffer", "CancelApplication", "RecordPayoutReturn"))
def test_what_comes_to_nothing_is_free_again(stage: Stage) -> None:
    """Cancelled before the payout, failed for good, sent back after it: each time the whole line is there again."""
    customer = registered(stage)
    line_id = granted(stage, customer, revolving=False)
    stage.done(ActivateCreditLine(line_id))
    whole = ("0.00", "0.00", "50000.00")
    application = stage.done(asked(customer, line_id)).application_id
    stage.done(ConfirmOffer(application))
    assert amounts(stage, line_id) == ("0.00", "12000.00", "38000.00")
    stage.done(CancelApplication(application))
    assert amounts(stage, line_id) == whole

    stage.payouts.words = [Word.FAILED] * 20
    failed = confirmed(stage, customer, line_id)
    stage.work(after=timedelta(hours=1))
    assert (stage.answer(GetApplication(failed)).status, amounts(stage, line_id)) == ("CANCELLED", whole)

    stage.payouts.words = []
    paid = confirmed(stage, customer, line_id)
    stage.done(RepayLoan(loan_of(stage, paid), yuan("100.00"), "slip-1"))
    assert amounts(stage, line_id) == ("12000.00", "0.00", "38000.00"), "a one-off line has nothing back"
    contract = stage.answer(GetApplication(paid)).contract_id
    assert contract is not None
    order = stage.answer(GetPayout(contract)).order_id
    stage.done(RecordPayoutReturn(order_id=order, on=START, reason="account closed"), SYSTEM)
    assert amounts(stage, line_id) == whole


@pytest.mark.requirement("R9", command=("FreezeCreditLine", "UnfreezeCreditLine", "ExpireCreditLine"))
def test_what_may_not_be_drawn_is_refused_with_the_reason(stage: Stage) -> None:
    customer, other = registered(stage), registered(stage, 2)
    line_id = granted(stage, customer)
    stage.done(ActivateCreditLine(line_id))
    no_line = SubmitApplication(customer_id=customer, product=ON_LINE, amount=yuan("1000.00"), instalments=12)
    assert stage.refusal(no_line).code == "LINE_NOT_NAMED"
    not_taken = attrs.evolve(asked(customer, line_id), product="small-cash")
    assert stage.refusal(not_taken).code == "LINE_NOT_TAKEN"
    assert stage.refusal(asked(other, line_id)).facts["reason"] == "OTHER_HOLDER"
    unknown = CreditLineId(line_id.value[:-1] + ("0" if line_id.value[-1] != "0" else "1"))
    assert stage.refusal(asked(customer, unknown)).code == "CREDIT_LINE_NOT_FOUND"

    stage.done(FreezeCreditLine(line_id, "lost the job"))
    assert stage.refusal(asked(customer, line_id)).facts["reason"] == "FROZEN"
    assert seen(stage, line_id).free.text == "0.00"
    stage.done(UnfreezeCreditLine(line_id))
    confirmed(stage, customer, line_id, "30000.00")
    too_much = stage.done(asked(customer, line_id, "20100.00")).application_id
    refused = stage.refusal(ConfirmOffer(too_much))
    assert (refused.code, refused.facts["free"]) == ("NO_ROOM_IN_LIMIT", "2000000")
    stage.done(CancelApplication(too_much))

    stage.days_pass(until=UNTIL + timedelta(days=1))
    assert seen(stage, line_id).state == "EXPIRED"
    assert stage.refusal(asked(customer, line_id)).facts["reason"] == "EXPIRED"


def test_a_loan_written_off_closes_its_customers_line_and_leaves_a_projects_open(stage: Stage) -> None:
    customer = registered(stage)
    own, project = granted(stage, customer), granted(stage, None)
    for line_id, state in ((own, "CLOSED"), (project, "ACTIVE")):
        stage.done(ActivateCreditLine(line_id))
        application = confirmed(stage, customer, line_id)
        agreed(stage, WriteOffLoan(loan_of(stage, application), f"lost-{state}"))
        assert seen(stage, line_id).state == state


def test_one_person_alone_grants_no_line(stage: Stage) -> None:
    grant = GrantCreditLine(name="家装", total=yuan("50000.00"), until=UNTIL)
    assert stage.refusal(grant, Actor("clerk", Role.OPERATIONS)).code == "NEEDS_SECOND_PERSON"
    assert stage.refusal(grant, Actor("c", Role.CUSTOMER, "c")).code == "NOT_GRANTED"
