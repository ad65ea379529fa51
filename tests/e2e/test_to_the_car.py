"""From the contract to the car: signature, face, who releases the payout, and the pick-up (R87, R101, R102, R104)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.call import Actor, Role
from lending.contracts.commands import AcceptContract
from lending.contracts.queries import GetContract
from lending.contracts.refusals import SignatureAwaited, TermsDiffer
from lending.inquiries.answers import Signature, VendorWord
from lending.inquiries.questions import InquiryFinding
from lending.origination.commands import (
    ConfirmPickUp,
    OpenLiveness,
    ReviewApplication,
    ReviewPayout,
    Verdict,
)
from lending.origination.refusals import ApplicationNotInStatus, DecidedBySame, NothingToPickUp
from lending.products.product import Signing
from lending_adapters.privacy import Keyring
from tests.support.asking import (
    APPROVE,
    BOSS,
    FAILED,
    OPENED,
    PENDING,
    PHOTO,
    REVIEWER,
    STORES,
    VENDOR,
    Shop,
    answered,
    cash,
    inquiries,
    shown,
    status,
    told,
    two_persons,
)
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
    word = told(asked, answered(InquiryFinding.SIGNED, signature=another))
    assert isinstance(stage.refusal(word, VENDOR), TermsDiffer)
    assert status(stage, application) == "CONFIRMED"
    right = attrs.evolve(another, digest=digest)
    word = told(asked, answered(InquiryFinding.SIGNED, signature=right))
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
    memory.done(told(asked, late), VENDOR)
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
    stage.done(told(asked, answered(InquiryFinding.SIGNED, signature=signature)), VENDOR)
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
