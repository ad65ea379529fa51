"""Third parties are asked who applies (R25, R88, R111): two of each, with breaker, hours, cost and time."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest

from lending.application.call import CHINA
from lending.customers.commands import RegisterCustomer
from lending.inquiries.answers import VendorAnswer, VendorWord
from lending.inquiries.commands import (
    GetVendorBill,
)
from lending.inquiries.events import InquiryContradicted
from lending.inquiries.questions import InquiryFinding, Question
from lending.inquiries.refusals import FindingMissing, FindingNotOfQuestion
from lending.kernel.money import Money
from lending.operations.health import BAD_MAX
from lending.origination.commands import (
    CancelApplication,
    ReviewApplication,
)
from lending_adapters.privacy import Keyring
from tests.support.asking import (
    APPROVE,
    CHECKS,
    OPENED,
    PENDING,
    STORES,
    VENDOR,
    answered,
    cash,
    inquiries,
    offer,
    shown,
    status,
    told,
    two_persons,
)
from tests.support.desk import person
from tests.support.platform import Stage, staged


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
    late = told(asked, answered(InquiryFinding.MISMATCH))
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
        assert isinstance(memory.refusal(told(asked, answer), VENDOR), refusal)
    assert status(memory, application) == "CHECKING"


def test_the_first_answer_stands_however_often_another_comes(memory: Stage) -> None:
    application = cash(memory, offer(memory, "small-cash", checks=(Question.IDENTITY,)))
    (asked,) = inquiries(memory, application.value)
    for finding in (InquiryFinding.MATCH, InquiryFinding.MISMATCH):
        memory.done(told(asked, answered(finding)), VENDOR)
    assert inquiries(memory, application.value)[0].finding == "MATCH"
    assert status(memory, application) == "APPROVED"
    (noticed,) = [one.event for one in memory.platform.store.events() if isinstance(one.event, InquiryContradicted)]
    assert (noticed.about, noticed.finding) == (application.value, InquiryFinding.MISMATCH)
