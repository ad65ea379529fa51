"""Third parties are asked who applies, whose face it is, and for a signature (R25, R87, R88, R101, R102, R111)."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import attrs
import pytest

from lending.application.call import CHINA, Actor, Role
from lending.contracts.commands import AcceptContract
from lending.contracts.ids import ContractId
from lending.contracts.queries import GetContract
from lending.contracts.refusals import SignatureAwaited, TermsDiffer
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.dealers.commands import ActivateDealer, RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.inquiries.answers import Signature, VendorAnswer, VendorWord
from lending.inquiries.commands import (
    GetVendorBill,
    InquiryView,
    ListInquiries,
    RecordInquiryAnswer,
)
from lending.inquiries.questions import InquiryFinding, Question
from lending.inquiries.refusals import FindingMissing, FindingNotOfQuestion
from lending.kernel.money import Money
from lending.operations.commands import ApproveProposal, Propose
from lending.operations.health import BAD_MAX
from lending.origination.commands import (
    CancelApplication,
    ConfirmOffer,
    ConfirmPickUp,
    OpenLiveness,
    ReviewApplication,
    ReviewPayout,
    SubmitApplication,
    Verdict,
)
from lending.origination.ids import ApplicationId
from lending.origination.queries import ApplicationView, GetApplication
from lending.origination.refusals import ApplicationNotInStatus, DecidedBySame, NothingToPickUp
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.products.product import Product, Signing
from lending_adapters.privacy import Keyring
from tests.support.desk import person, vehicle
from tests.support.platform import SYSTEM, Stage, staged

OPENED = date(2024, 1, 5)
STORES = ("memory", "sqlite", "postgresql", "grpc")
REVIEWER, BOSS = Actor("reviewer", Role.REVIEWER), Actor("boss", Role.REVIEWER)
VENDOR = Actor("vendor", Role.CHANNEL)
PHOTO = "ab" * 32
APPROVE = Verdict.APPROVE


def answered(finding: InquiryFinding, **told: Any) -> VendorAnswer:
    return VendorAnswer(word=VendorWord.ANSWERED, finding=finding, **told)


PENDING = VendorAnswer(word=VendorWord.PENDING)
FAILED = answered(InquiryFinding.FAILED)


@pytest.fixture(params=STORES)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    urls = {"sqlite": f"sqlite:///{tmp_path / 'inquiries.db'}", "memory": "memory", "grpc": "memory"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, OPENED, over_grpc=request.param == "grpc", keyring=Keyring.generate().text) as made:
        yield made


@pytest.fixture
def memory() -> Iterator[Stage]:
    with staged("memory", OPENED) as made:
        yield made


def offer(stage: Stage, model: str, **changes: Any) -> str:
    """Publish a product like another in all but this; its code."""
    stored = stage.platform.store.load(PRODUCTS, model)
    assert stored is not None
    product: Product = attrs.evolve(stored.value, code=f"checked-{model}", version=1, **changes)
    stage.done(PublishProduct(product), SYSTEM)
    return product.code


def cash(stage: Stage, product: str, customer: CustomerId | None = None, serial: int = 1) -> ApplicationId:
    """Somebody asks for cash."""
    customer = customer or stage.done(RegisterCustomer(person(serial))).customer_id
    asked = SubmitApplication(customer_id=customer, product=product, amount=Money.parse("6000.00"), instalments=12)
    return stage.done(asked).application_id


def shown(stage: Stage, application: ApplicationId) -> ApplicationView:
    return stage.answer(GetApplication(application))


def status(stage: Stage, application: ApplicationId) -> str:
    return shown(stage, application).status


def inquiries(stage: Stage, about: str) -> tuple[InquiryView, ...]:
    return stage.answer(ListInquiries(about)).inquiries


def two_persons(stage: Stage, command: Any) -> None:
    proposed = stage.done(Propose(command, "as said"), REVIEWER)
    stage.done(ApproveProposal(proposed.proposal_id), BOSS)


# --- who applies --------------------------------------------------------------------------------------------------

CHECKS = (Question.IDENTITY, Question.ELEMENTS)


@pytest.mark.requirement("R25", "R88", "R111")
def test_whom_two_vendors_know_is_made_an_offer_and_each_answer_is_on_the_bill(stage: Stage) -> None:
    """The shipped vendors: an identity costs 1.00, four elements 0.30."""
    application = cash(stage, offer(stage, "small-cash", checks=CHECKS))
    assert status(stage, application) == "APPROVED"
    asked = sorted(inquiries(stage, application.value), key=lambda one: one.question, reverse=True)
    assert [(one.question, one.finding, [each.vendor for each in one.tries]) for one in asked] == [
        ("IDENTITY", "MATCH", ["IDENTITY_A"]),
        ("ELEMENTS", "SAME", ["CARDS_A"]),
    ]
    (first, second) = stage.vendors.requests
    assert (first.identity_number, second.card) == (person().identity_number, person().account.number)
    assert first.request_no == f"{asked[0].inquiry_id.value}-IDENTITY_A"
    lines = stage.answer(GetVendorBill("2024-01")).lines
    assert [(line.vendor, line.asked, line.answered, line.cost.text) for line in lines] == [
        ("CARDS_A", 1, 1, "0.30"),
        ("IDENTITY_A", 1, 1, "1.00"),
    ]
    assert stage.answer(GetVendorBill("2024-02")).lines == ()


@pytest.mark.requirement("R25", "R88")
@pytest.mark.parametrize(
    ("findings", "ends", "reason"),
    [
        ((InquiryFinding.MISMATCH,), "REJECTED", "IDENTITY_MISMATCH"),
        ((InquiryFinding.NOT_FOUND,), "MANUAL_REVIEW", "IDENTITY_NOT_FOUND"),
        ((InquiryFinding.NO_PHOTO,), "MANUAL_REVIEW", "IDENTITY_NO_PHOTO"),
        ((InquiryFinding.MATCH, InquiryFinding.DIFFERENT), "REJECTED", "ELEMENTS_DIFFERENT"),
        ((InquiryFinding.MATCH, InquiryFinding.UNSUPPORTED), "MANUAL_REVIEW", "ELEMENTS_UNSUPPORTED"),
    ],
)
def test_each_finding_has_its_own_path(
    memory: Stage, findings: tuple[InquiryFinding, ...], ends: str, reason: str
) -> None:
    memory.vendors.answers = [answered(finding) for finding in findings]
    application = cash(memory, offer(memory, "small-cash", checks=CHECKS))
    seen = shown(memory, application)
    assert (seen.status, seen.reasons, seen.offer) == (ends, (reason,), None)


@pytest.mark.requirement("R25")
def test_what_vendors_leave_open_two_persons_decide(stage: Stage) -> None:
    stage.vendors.answers = [answered(InquiryFinding.NO_PHOTO)]
    application = cash(stage, offer(stage, "small-cash", checks=CHECKS))
    two_persons(stage, ReviewApplication(application, APPROVE, "her passport was seen"))
    assert status(stage, application) == "APPROVED"


@pytest.mark.requirement("R111")
def test_a_vendor_that_is_busy_is_asked_thrice_and_then_the_next(stage: Stage) -> None:
    stage.vendors.answers = [VendorWord.BUSY] * 3
    application = cash(stage, offer(stage, "small-cash", checks=(Question.IDENTITY,)))
    assert status(stage, application) == "CHECKING"
    stage.work(timedelta(minutes=1))
    stage.work(timedelta(minutes=1))
    stage.work(timedelta(minutes=1))
    assert status(stage, application) == "APPROVED"
    (asked,) = inquiries(stage, application.value)
    assert [(one.vendor, one.word, one.cost) for one in asked.tries] == [
        *[("IDENTITY_A", VendorWord.BUSY, None)] * 3,
        ("IDENTITY_B", VendorWord.ANSWERED, Money.parse("1.20")),
    ]
    numbers = [number for _, vendor, number in stage.vendors.heard if vendor == "IDENTITY_A"]
    assert len(set(numbers)) == 1, "the same request, asked again"


@pytest.mark.requirement("R25", "R111")
def test_what_nobody_answers_in_time_a_person_decides(stage: Stage) -> None:
    stage.vendors.answers = [VendorWord.UNKNOWN] * 99
    application = cash(stage, offer(stage, "small-cash", checks=(Question.IDENTITY,)))
    for _ in range(12):
        stage.work(timedelta(minutes=1))
    seen = shown(stage, application)
    assert (seen.status, seen.reasons) == ("MANUAL_REVIEW", ("IDENTITY_UNANSWERED",))
    (asked,) = inquiries(stage, application.value)
    assert (asked.state, [each.vendor for each in asked.tries][-1]) == ("UNANSWERED", "IDENTITY_B")


def test_an_answer_after_its_time_is_kept_and_changes_nothing(memory: Stage) -> None:
    memory.vendors.answers = [VendorWord.UNKNOWN] * 99
    application = cash(memory, offer(memory, "small-cash", checks=(Question.IDENTITY,)))
    for _ in range(12):
        memory.work(timedelta(minutes=1))
    (asked,) = inquiries(memory, application.value)
    late = RecordInquiryAnswer(asked.inquiry_id, len(asked.tries) - 1, answered(InquiryFinding.MISMATCH))
    memory.done(late, VENDOR)
    (asked,) = inquiries(memory, application.value)
    assert (asked.state, asked.finding) == ("ANSWERED", "MISMATCH")
    assert status(memory, application) == "MANUAL_REVIEW"


def test_an_identity_found_today_is_not_paid_for_again_and_tomorrow_it_is(memory: Stage) -> None:
    product = offer(memory, "small-cash", checks=CHECKS)
    customer = memory.done(RegisterCustomer(person())).customer_id
    for expected in (["IDENTITY_A", "CARDS_A"], ["CARDS_A"]):
        memory.vendors.requests.clear()
        application = cash(memory, product, customer)
        assert [request.vendor for request in memory.vendors.requests] == expected
        memory.done(CancelApplication(application))
    memory.vendors.requests.clear()
    memory.work(timedelta(hours=24))
    cash(memory, product, customer)
    assert [request.vendor for request in memory.vendors.requests] == ["IDENTITY_A", "CARDS_A"]


def test_out_of_hours_the_vendor_that_works_is_asked(memory: Stage) -> None:
    """IDENTITY_A works from 06:00 to 23:00."""
    memory.clock.at = datetime.combine(OPENED, time(23, 30), CHINA)
    cash(memory, offer(memory, "small-cash", checks=(Question.IDENTITY,)))
    assert [request.vendor for request in memory.vendors.requests] == ["IDENTITY_B"]


@pytest.mark.requirement("R111")
def test_a_vendor_out_of_order_is_passed_over_and_paid_nothing(stage: Stage) -> None:
    """Two applications meet five bad answers of IDENTITY_A; the third is put to IDENTITY_B at once."""
    product = offer(stage, "small-cash", checks=(Question.IDENTITY,))
    for serial in (1, 2):
        stage.vendors.answers = [VendorWord.BUSY] * 3
        cash(stage, product, serial=serial)
        for _ in range(3):
            stage.work(timedelta(seconds=20))
    bad = [request for request in stage.vendors.requests if request.vendor == "IDENTITY_A"]
    assert len(bad) >= BAD_MAX
    stage.vendors.requests.clear()
    cash(stage, product, serial=3)
    assert [request.vendor for request in stage.vendors.requests] == ["IDENTITY_B"]


def test_without_a_vendor_a_person_decides(memory: Stage) -> None:
    product = offer(memory, "small-cash", checks=CHECKS)
    memory.clock.at = datetime.combine(OPENED, time(10), CHINA)
    memory.vendors.answers = [VendorWord.DECLINED] * 6
    application = cash(memory, product)
    for _ in range(12):
        memory.work(timedelta(minutes=1))
    assert shown(memory, application).reasons == ("IDENTITY_UNANSWERED",)


def test_a_finding_of_another_question_and_half_an_answer_are_refused(memory: Stage) -> None:
    memory.vendors.answers = [PENDING]
    application = cash(memory, offer(memory, "small-cash", checks=(Question.IDENTITY,)))
    (asked,) = inquiries(memory, application.value)
    for answer, refusal in (
        (answered(InquiryFinding.SIGNED), FindingNotOfQuestion),
        (VendorAnswer(word=VendorWord.ANSWERED), FindingMissing),
    ):
        assert isinstance(memory.refusal(RecordInquiryAnswer(asked.inquiry_id, 0, answer), VENDOR), refusal)
    assert status(memory, application) == "CHECKING"


def test_the_first_answer_stands_however_often_another_comes(memory: Stage) -> None:
    application = cash(memory, offer(memory, "small-cash", checks=(Question.IDENTITY,)))
    (asked,) = inquiries(memory, application.value)
    for finding in (InquiryFinding.MATCH, InquiryFinding.MISMATCH):
        memory.done(RecordInquiryAnswer(asked.inquiry_id, 0, answered(finding)), VENDOR)
    assert inquiries(memory, application.value)[0].finding == "MATCH"
    assert status(memory, application) == "APPROVED"


# --- from the contract to the car ---------------------------------------------------------------------------------


class Shop:
    """A dealer's shop that sells by a product with everything: signature, face, review."""

    def __init__(self, stage: Stage, **changes: Any) -> None:
        self.stage = stage
        account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
        self.dealer = stage.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
        stage.done(ActivateDealer(self.dealer))
        asked = {"checks": CHECKS, "signing": Signing.ELECTRONIC, "liveness": True, "payout_review": True} | changes
        self.product = offer(stage, "car-leaseback", **asked)

    def apply(self, serial: int = 1, car: int = 1) -> ApplicationId:
        customer = self.stage.done(RegisterCustomer(person(serial, income="60000.00"))).customer_id
        asked = SubmitApplication(
            customer_id=customer,
            product=self.product,
            amount=Money.parse("105000.00"),
            instalments=36,
            dealer_id=self.dealer,
            vehicle=vehicle(car, price="150000.00"),
        )
        return self.stage.done(asked).application_id

    def confirm(self, application: ApplicationId) -> tuple[ContractId, str]:
        contract = self.stage.done(ConfirmOffer(application))
        return contract.contract_id, contract.digest

    def asked(self, about: str, question: Question) -> list[InquiryView]:
        return [one for one in inquiries(self.stage, about) if one.question == question.value]


@pytest.mark.requirement("R101", "R102", "R104")
def test_a_customer_signs_shows_their_face_and_drives_away(stage: Stage) -> None:
    shop = Shop(stage)
    application = shop.apply()
    contract, digest = shop.confirm(application)
    assert status(stage, application) == "PAYOUT_REVIEW"
    signed = stage.answer(GetContract(contract))
    assert (signed.status, signed.signing, signed.certificate) == ("EFFECTIVE", "ELECTRONIC", "INSTANT")
    assert stage.vendors.requests[2].digest == digest
    stage.done(ReviewPayout(application, APPROVE, "all proofs seen"), REVIEWER)
    assert status(stage, application) == "PAID"
    stage.done(ConfirmPickUp(application, PHOTO))
    assert status(stage, application) == "DELIVERED"
    assert isinstance(stage.refusal(ConfirmPickUp(application, PHOTO)), ApplicationNotInStatus)


@pytest.mark.requirement("R101")
def test_nothing_is_accepted_that_is_signed_with_a_third_party(stage: Stage) -> None:
    shop = Shop(stage)
    stage.vendors.answers = [answered(InquiryFinding.MATCH), answered(InquiryFinding.SAME), PENDING]
    application = shop.apply()
    contract, digest = shop.confirm(application)
    assert isinstance(stage.refusal(AcceptContract(contract, digest)), SignatureAwaited)
    (asked,) = inquiries(stage, contract.value)
    another = Signature(certificate="C-1", stamp="T-1", digest="0" * 64)
    word = RecordInquiryAnswer(asked.inquiry_id, 0, answered(InquiryFinding.SIGNED, signature=another))
    assert isinstance(stage.refusal(word, VENDOR), TermsDiffer)
    assert status(stage, application) == "CONFIRMED"
    right = attrs.evolve(another, digest=digest)
    word = RecordInquiryAnswer(asked.inquiry_id, 0, answered(InquiryFinding.SIGNED, signature=right))
    for _ in range(2):
        stage.done(word, VENDOR)
    assert status(stage, application) == "PAYOUT_REVIEW"


@pytest.mark.requirement("R101")
@pytest.mark.parametrize("finding", [InquiryFinding.REFUSED, InquiryFinding.EXPIRED])
def test_a_contract_that_is_not_signed_is_void_and_its_car_free(memory: Stage, finding: InquiryFinding) -> None:
    shop = Shop(memory)
    memory.vendors.answers = [answered(InquiryFinding.MATCH), answered(InquiryFinding.SAME), answered(finding)]
    application = shop.apply()
    contract, _ = shop.confirm(application)
    assert status(memory, application) == "CANCELLED"
    assert memory.answer(GetContract(contract)).status == "VOID"
    shop.confirm(shop.apply(serial=2))


@pytest.mark.requirement("R101")
def test_a_signature_that_never_comes_ends_the_application_after_a_week(memory: Stage) -> None:
    shop = Shop(memory)
    memory.vendors.answers = [answered(InquiryFinding.MATCH), answered(InquiryFinding.SAME), *[PENDING] * 999]
    application = shop.apply()
    contract, digest = shop.confirm(application)
    for _ in range(8):
        memory.work(timedelta(days=1))
    assert status(memory, application) == "CANCELLED"
    (asked,) = inquiries(memory, contract.value)
    late = answered(InquiryFinding.SIGNED, signature=Signature(certificate="C", stamp="T", digest=digest))
    memory.done(RecordInquiryAnswer(asked.inquiry_id, 0, late), VENDOR)
    assert memory.answer(GetContract(contract)).status == "VOID"
    assert status(memory, application) == "CANCELLED"


@pytest.mark.requirement("R101")
def test_a_signature_after_the_payout_is_kept_and_moves_nothing(stage: Stage) -> None:
    shop = Shop(stage, signing=Signing.LATE, liveness=False, payout_review=False)
    stage.vendors.answers = [answered(InquiryFinding.MATCH), answered(InquiryFinding.SAME), PENDING]
    application = shop.apply()
    contract, digest = shop.confirm(application)
    stage.done(AcceptContract(contract, digest))
    assert status(stage, application) == "PAID"
    (asked,) = inquiries(stage, contract.value)
    signature = Signature(certificate="C-7", stamp="T-7", digest=digest)
    stage.done(RecordInquiryAnswer(asked.inquiry_id, 0, answered(InquiryFinding.SIGNED, signature=signature)), VENDOR)
    seen = stage.answer(GetContract(contract))
    assert (seen.status, seen.certificate, status(stage, application)) == ("EFFECTIVE", "C-7", "PAID")


@pytest.mark.requirement("R102")
def test_a_face_may_be_shown_again_but_the_third_strange_one_ends_it(stage: Stage) -> None:
    """A face that passed with a likeness of 799 thousandths has failed too."""
    shop = Shop(stage, checks=(), signing=Signing.CLICK)
    stage.vendors.answers = [FAILED, answered(InquiryFinding.PASSED, likeness=799), FAILED]
    application = shop.apply()
    contract, digest = shop.confirm(application)
    stage.done(AcceptContract(contract, digest))
    for _ in range(2):
        assert status(stage, application) == "SIGNED"
        stage.done(OpenLiveness(application))
    seen = shown(stage, application)
    assert (seen.status, seen.reasons) == ("REJECTED", ("LIVENESS_FAILED",))
    assert stage.answer(GetContract(contract)).status == "TERMINATED"
    assert isinstance(stage.refusal(OpenLiveness(application)), ApplicationNotInStatus)
    shop.confirm(shop.apply(serial=2))


@pytest.mark.requirement("R87", "R102")
def test_a_photograph_before_the_camera_ends_it_at_once(memory: Stage) -> None:
    shop = Shop(memory, checks=(), signing=Signing.CLICK)
    memory.vendors.answers = [answered(InquiryFinding.ATTACKED)]
    application = shop.apply()
    memory.done(AcceptContract(*shop.confirm(application)))
    assert shown(memory, application).reasons == ("LIVENESS_ATTACKED",)


@pytest.mark.requirement("R102")
def test_a_session_that_may_have_begun_is_asked_after_and_never_begun_elsewhere(memory: Stage) -> None:
    shop = Shop(memory, checks=(), signing=Signing.CLICK)
    memory.vendors.answers = [VendorWord.UNKNOWN, PENDING, answered(InquiryFinding.PASSED, likeness=900)]
    application = shop.apply()
    memory.done(AcceptContract(*shop.confirm(application)))
    memory.done(OpenLiveness(application))
    for _ in range(3):
        memory.work(timedelta(minutes=3))
    assert status(memory, application) == "PAYOUT_REVIEW"
    assert [(act, vendor) for act, vendor, _ in memory.vendors.heard] == [
        ("ask", "FACE_A"),
        ("query", "FACE_A"),
        ("query", "FACE_A"),
    ]


@pytest.mark.requirement("R102")
def test_who_does_not_show_their_face_in_time_may_still_do_so(memory: Stage) -> None:
    shop = Shop(memory, checks=(), signing=Signing.CLICK)
    memory.vendors.answers = [PENDING, PENDING, PENDING, PENDING]
    application = shop.apply()
    memory.done(AcceptContract(*shop.confirm(application)))
    for _ in range(10):
        memory.work(timedelta(minutes=3))
    assert status(memory, application) == "SIGNED"
    memory.vendors.answers.clear()
    memory.done(OpenLiveness(application))
    assert status(memory, application) == "PAYOUT_REVIEW"


@pytest.mark.requirement("R102")
def test_who_approved_the_application_does_not_release_its_payout(stage: Stage) -> None:
    shop = Shop(stage, signing=Signing.CLICK, liveness=False)
    stage.vendors.answers = [answered(InquiryFinding.NO_PHOTO)]
    application = shop.apply()
    two_persons(stage, ReviewApplication(application, APPROVE, "her passport was seen"))
    stage.done(AcceptContract(*shop.confirm(application)))
    word = ReviewPayout(application, APPROVE, "fine")
    assert stage.refusal(word, BOSS) == DecidedBySame(application.value, "boss")
    stage.done(word, Actor("third", Role.REVIEWER))
    assert status(stage, application) == "PAID"


@pytest.mark.requirement("R102")
def test_a_payout_that_is_not_released_frees_everything(stage: Stage) -> None:
    shop = Shop(stage)
    application = shop.apply()
    contract, _ = shop.confirm(application)
    stage.done(ReviewPayout(application, Verdict.REJECT, "the shop does not have the car"), REVIEWER)
    seen = shown(stage, application)
    assert (seen.status, seen.reasons, seen.loan_id) == ("REJECTED", ("PAYOUT_REFUSED",), None)
    assert stage.answer(GetContract(contract)).status == "TERMINATED"
    shop.confirm(shop.apply(serial=2))


@pytest.mark.requirement("R104")
def test_cash_is_not_picked_up(memory: Stage) -> None:
    application = cash(memory, "small-cash")
    memory.done(AcceptContract(*Shop(memory).confirm(application)))
    assert isinstance(memory.refusal(ConfirmPickUp(application, PHOTO)), NothingToPickUp)
