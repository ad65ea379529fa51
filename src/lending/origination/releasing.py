"""Between the contract and the car: the customer shows their face, a person releases the payout (R102, R104)."""

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.contract import ContractStatus
from lending.contracts.ports import CONTRACTS
from lending.inquiries.asking import ask, found
from lending.inquiries.inquiry import Inquiry
from lending.inquiries.ports import INQUIRIES
from lending.inquiries.questions import InquiryFinding, Question
from lending.kernel.outcome import Failure, Outcome, Success
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.commands import (
    ApplicationChanged,
    ConfirmPickUp,
    OpenLiveness,
    ReviewPayout,
    Verdict,
)
from lending.origination.ports import APPLICATIONS
from lending.origination.refusals import (
    ApplicationNotFound,
    ApplicationNotInStatus,
    DecidedBySame,
    NothingToPickUp,
    ProofsMissing,
)
from lending.products.ports import PRODUCTS
from lending.products.product import Product, Signing
from lending.risk.admission import Reason

__all__ = ["agreed_on", "confirm_pick_up", "face_shown", "open_liveness", "review_payout"]

FACES_MAX = 3
"""So many faces that are not the customer's, and the application is turned down (3.1)."""


def agreed_on(
    application: CreditApplication, call: Call, work: Work
) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    """The contract is in force: the face next where the product asks for it, then the review, then the payout."""
    if not work.get(PRODUCTS, application.product).liveness:
        return _cleared(application, work)
    signed = application.sign()
    if isinstance(signed, Success):
        ask(work, call, Question.LIVENESS, application.customer_id, application.id.value)
    return signed


def face_shown(
    application: CreditApplication, inquiry: Inquiry, work: Work
) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    """What was found of the customer's face. Where it was not theirs they may try again, but not for ever."""
    if application.status is not ApplicationStatus.SIGNED:
        return Success(application)
    if inquiry.is_good:
        return _cleared(application, work)
    if inquiry.finding is InquiryFinding.ATTACKED:
        return application.turn_down(Reason("LIVENESS_ATTACKED", "something else was held before the camera"))
    failed = sum(_has_failed(held) for held in _faces(application, work))
    if failed >= FACES_MAX:
        return application.turn_down(Reason("LIVENESS_FAILED", f"{failed} times it was not the customer's face"))
    return Success(application)


def open_liveness(
    command: OpenLiveness, call: Call, work: Work
) -> Outcome[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus]:
    """Let the customer show their face again, unless they still can."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.status is not ApplicationStatus.SIGNED:
        return Failure(ApplicationNotInStatus(application.id.value, "show the face", application.status.value))
    if not any(face.is_open for face in _faces(application, work)):
        ask(work, call, Question.LIVENESS, application.customer_id, application.id.value)
    return Success(ApplicationChanged(application.id, application.status.value))


def review_payout(
    command: ReviewPayout, call: Call, work: Work
) -> Outcome[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | DecidedBySame | ProofsMissing]:
    """Release the payout, or turn the application down."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.status is not ApplicationStatus.PAYOUT_REVIEW:
        return Failure(ApplicationNotInStatus(application.id.value, "release", application.status.value))
    if application.decided_by == call.actor.id:
        return Failure(DecidedBySame(application.id.value, call.actor.id))
    missing = _missing(application, work.get(PRODUCTS, application.product), call, work)
    if missing and command.verdict is Verdict.APPROVE:
        return Failure(ProofsMissing(application.id.value, missing))
    refused = application.turn_down(Reason("PAYOUT_REFUSED", command.reason))
    return _saved(application.pay() if command.verdict is Verdict.APPROVE else refused, work)


def confirm_pick_up(
    command: ConfirmPickUp, _call: Call, work: Work
) -> Outcome[ApplicationChanged, ApplicationNotFound | ApplicationNotInStatus | NothingToPickUp]:
    """The customer has the car."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.vehicle is None:
        return Failure(NothingToPickUp(application.id.value))
    return _saved(application.pick_up(command.photo), work)


def _cleared(application: CreditApplication, work: Work) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    reviewed = work.get(PRODUCTS, application.product).payout_review
    return application.await_review() if reviewed else application.pay()


def _faces(application: CreditApplication, work: Work) -> tuple[Inquiry, ...]:
    about = work.matching(INQUIRIES, "about", application.id.value)
    return tuple(inquiry for inquiry in about if inquiry.question is Question.LIVENESS)


def _has_failed(face: Inquiry) -> bool:
    return face.finding in {InquiryFinding.FAILED, InquiryFinding.PASSED} and not face.is_good


def _missing(application: CreditApplication, product: Product, call: Call, work: Work) -> tuple[str, ...]:
    """What is not proved of who applied and what they signed; a person who approved answers for the checks (R21)."""
    subject, about = application.customer_id, application.id.value
    asked = () if application.decided_by else product.checks
    faced = (Question.LIVENESS,) if product.liveness else ()
    answers = {question: found(work, question, subject, about, call.received_at) for question in (*asked, *faced)}
    missing = [question.value for question, answer in answers.items() if answer is None or not answer.is_good]
    (contract,) = work.matching(CONTRACTS, "application_id", about)
    signed = contract.signature is not None or contract.signing is not Signing.ELECTRONIC
    if contract.status is not ContractStatus.EFFECTIVE or not signed:
        missing.append(Question.SIGNATURE.value)
    return tuple(missing)


def _saved(
    moved: Outcome[CreditApplication, ApplicationNotInStatus], work: Work
) -> Outcome[ApplicationChanged, ApplicationNotInStatus]:
    if isinstance(moved, Failure):
        return moved
    work.save(APPLICATIONS, moved.unwrap())
    return Success(ApplicationChanged(moved.unwrap().id, moved.unwrap().status.value))
