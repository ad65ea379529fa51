"""32 at once for what only one can have: an identity, a customer's one application, a car, a payout, an answer."""

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest

from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.contracts.ports import CONTRACTS
from lending.customers.commands import RegisterCustomer
from lending.inquiries.answers import VendorWord
from lending.inquiries.commands import RecordInquiryAnswer
from lending.inquiries.events import InquiryAnswered
from lending.inquiries.questions import FINDINGS, Question
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.origination.commands import ConfirmOffer, ReviewPayout, SubmitApplication, Verdict
from lending.payments.ports import DISBURSEMENTS
from lending.products.product import Signing
from lending_adapters.privacy import Keyring
from tests.support.asking import OPENED, VENDOR, Shop, answered, cash, inquiries, offer, status
from tests.support.desk import CLERK, person
from tests.support.platform import Stage, staged

THREADS = 32


@pytest.fixture
def stage(postgres_url: str) -> Iterator[Stage]:
    with staged(postgres_url, OPENED, keyring=Keyring.generate().text) as made:
        yield made


def at_once(stage: Stage, command: Callable[[int], Command[Any, Any]], actor: Actor = CLERK) -> Counter[str]:
    """How often each answer came when so many threads asked, each under a request id of its own."""
    calls = [stage.call(actor) for _ in range(THREADS)]
    start = Barrier(THREADS)

    def ask(number: int) -> str:
        start.wait()
        outcome = stage.bus.execute(command(number), calls[number])
        return "done" if isinstance(outcome, Success) else str(outcome.failure().code)

    with ThreadPoolExecutor(THREADS) as threads:
        return Counter(threads.map(ask, range(THREADS)))


@pytest.mark.requirement("R95")
def test_one_identity_at_32_shops_is_one_customer(stage: Stage) -> None:
    answers = at_once(stage, lambda _: RegisterCustomer(person()))
    assert answers == {"done": 1, "ALREADY_REGISTERED": THREADS - 1}


@pytest.mark.requirement("R112")
def test_a_customer_who_applies_32_times_has_one_application(stage: Stage) -> None:
    customer = stage.done(RegisterCustomer(person())).customer_id
    asked = SubmitApplication(customer_id=customer, product="small-cash", amount=Money.parse("6000.00"), instalments=12)
    assert at_once(stage, lambda _: asked) == {"done": 1, "UNFINISHED_APPLICATION": THREADS - 1}


@pytest.mark.requirement("R100")
def test_of_32_customers_who_want_one_car_one_has_a_contract(stage: Stage) -> None:
    shop = Shop(stage, checks=(), signing=Signing.CLICK, liveness=False, payout_review=False)
    wanting = [shop.apply(serial=serial + 1, car=1) for serial in range(THREADS)]
    answers = at_once(stage, lambda number: ConfirmOffer(wanting[number]))
    assert answers == {"done": 1, "VEHICLE_TAKEN": THREADS - 1}
    assert len(stage.platform.store.page(CONTRACTS, None, "", "", 100)) == 1


@pytest.mark.requirement("R102")
def test_a_payout_released_by_32_reviewers_is_ordered_once(stage: Stage) -> None:
    shop = Shop(stage)
    application = shop.apply()
    shop.confirm(application)
    word = ReviewPayout(application, Verdict.APPROVE, "all proofs seen")
    answers = at_once(stage, lambda _: word, Actor("reviewer", Role.REVIEWER))
    assert answers == {"done": 1, "APPLICATION_NOT_IN_STATUS": THREADS - 1}
    assert len(stage.platform.store.page(DISBURSEMENTS, None, "", "", 100)) == 1


@pytest.mark.requirement("R25")
def test_of_32_answers_that_differ_the_first_to_be_kept_stands(stage: Stage) -> None:
    stage.vendors.answers = [VendorWord.PENDING]
    application = cash(stage, offer(stage, "small-cash", checks=(Question.IDENTITY,)))
    (asked,) = inquiries(stage, application.value)
    findings = sorted(FINDINGS[Question.IDENTITY], key=lambda finding: finding.value)
    number = f"{asked.inquiry_id.value}-IDENTITY_A"

    def told(place: int) -> RecordInquiryAnswer:
        return RecordInquiryAnswer(asked.inquiry_id, number, answered(findings[place % len(findings)]))

    assert at_once(stage, told, VENDOR) == {"done": THREADS}
    heard = [one.event for one in stage.platform.store.events() if isinstance(one.event, InquiryAnswered)]
    (asked,) = inquiries(stage, application.value)
    assert [event.finding.value for event in heard] == [asked.finding]
    assert status(stage, application) in {"APPROVED", "REJECTED", "MANUAL_REVIEW"}
