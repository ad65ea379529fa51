"""What is asked of third parties goes out, and what they find reaches whoever waits for it."""

from lending.application.call import Call
from lending.application.ports import Courier, Delivery, VendorUnavailable
from lending.application.store import Reader
from lending.application.work import Work
from lending.contracts.contract import Act, ContractStatus
from lending.contracts.events import ContractDrawnUp
from lending.contracts.ports import CONTRACTS
from lending.customers.ports import CUSTOMERS
from lending.inquiries.answers import InquiryRequest, Signature, VendorAnswer, VendorWord
from lending.inquiries.asking import ask
from lending.inquiries.commands import RecordInquiryAnswer
from lending.inquiries.events import InquiryAnswered, InquiryUnanswered
from lending.inquiries.inquiry import Inquiry
from lending.inquiries.messages import PutInquiry, QueryInquiry
from lending.inquiries.ports import INQUIRIES, VendorGateway
from lending.inquiries.questions import ASKING, Question
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.assessing import check_further
from lending.origination.ports import APPLICATIONS
from lending.origination.releasing import face_shown
from lending.products.product import Signing
from lending.risk.admission import Reason

__all__ = [
    "ask_for_signature",
    "hear_finding",
    "miss_finding",
    "put_inquiry_by",
    "query_inquiry_by",
]


def ask_for_signature(event: ContractDrawnUp, call: Call, work: Work) -> Outcome[None, Refusal]:
    """A contract that is signed with a third party is sent there."""
    contract = work.get(CONTRACTS, event.contract_id)
    if contract.signing is not Signing.CLICK:
        ask(work, call, Question.SIGNATURE, contract.customer_id, contract.id.value)
    return Success(None)


def hear_finding(event: InquiryAnswered, call: Call, work: Work) -> Outcome[None, Refusal]:
    """A finding reaches the application, or the contract, that it is about; one that nobody waits for is kept."""
    if event.question is Question.SIGNATURE:
        return _signed(event.about, event.signature, call, work)
    application = work.get(APPLICATIONS, event.about)
    if event.question is Question.LIVENESS:
        return _saved(application, face_shown(application, work.get(INQUIRIES, event.inquiry_id), work), work)
    return _saved(application, check_further(application, call, work), work)


def miss_finding(event: InquiryUnanswered, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Nobody answered: a person decides, a contract is void, a face may be shown again."""
    if event.question is Question.SIGNATURE:
        return _unsigned(event.about, work)
    application = work.get(APPLICATIONS, event.about)
    if application.status is not ApplicationStatus.CHECKING or application.offer is None:
        return Success(None)
    reason = Reason(f"{event.question.value}_UNANSWERED", f"none of {event.tries} tries was answered")
    return _saved(application, application.refer((reason,), application.offer), work)


def _signed(about: str, signature: Signature | None, call: Call, work: Work) -> Outcome[None, Refusal]:
    if signature is None:
        return _unsigned(about, work)
    contract = work.get(CONTRACTS, about)
    signed = contract.sign(signature, call.received_at)
    if isinstance(signed, Failure):
        return signed
    if signed.unwrap() is not contract:
        work.save(CONTRACTS, signed.unwrap())
    return Success(None)


def _unsigned(about: str, work: Work) -> Outcome[None, Refusal]:
    """Without a signature a contract that waits for one is void; one that was accepted stands."""
    contract = work.get(CONTRACTS, about)
    if contract.status is not ContractStatus.SIGNING:
        return Success(None)
    ended = contract.end(Act.REFUSE)
    if isinstance(ended, Failure):
        return ended
    work.save(CONTRACTS, ended.unwrap())
    return Success(None)


def _saved(before: CreditApplication, moved: Outcome[CreditApplication, Refusal], work: Work) -> Outcome[None, Refusal]:
    if isinstance(moved, Failure):
        return moved
    if moved.unwrap() is not before:
        work.save(APPLICATIONS, moved.unwrap())
    return Success(None)


def put_inquiry_by(gateway: VendorGateway) -> Courier:
    """The courier that puts questions to vendors; what may have begun there before is asked after."""

    def deliver(delivery: Delivery[PutInquiry], reader: Reader) -> RecordInquiryAnswer | None:
        message = delivery.message
        inquiry = _awaiting(message, reader)
        if inquiry is None:
            return None
        if not delivery.first and ASKING[inquiry.question].session:
            return _after(inquiry, message.number, gateway)
        try:
            answer = gateway.ask(_request(inquiry, message.number, reader))
        except VendorUnavailable:
            answer = VendorAnswer(word=VendorWord.UNREACHED)
        return RecordInquiryAnswer(inquiry.id, inquiry.request_no(message.number), answer)

    return deliver


def query_inquiry_by(gateway: VendorGateway) -> Courier:
    """The courier that asks vendors after questions."""

    def deliver(delivery: Delivery[QueryInquiry], reader: Reader) -> RecordInquiryAnswer | None:
        inquiry = _awaiting(delivery.message, reader)
        return _after(inquiry, delivery.message.number, gateway) if inquiry is not None else None

    return deliver


def _after(inquiry: Inquiry, number: int, gateway: VendorGateway) -> RecordInquiryAnswer:
    answer = gateway.query(inquiry.tries[number].vendor, inquiry.request_no(number), inquiry.question)
    return RecordInquiryAnswer(inquiry.id, inquiry.request_no(number), answer)


def _awaiting(message: PutInquiry | QueryInquiry, reader: Reader) -> Inquiry | None:
    """The inquiry, if this try of it still waits for an answer."""
    stored = reader.load(INQUIRIES, message.inquiry_id.value)
    assert stored is not None, f"{message.inquiry_id} was put and does not exist"
    inquiry, waiting = stored.value, stored.value.waiting
    return inquiry if inquiry.is_open and waiting is not None and waiting.number == message.number else None


def _request(inquiry: Inquiry, number: int, reader: Reader) -> InquiryRequest:
    stored = reader.load(CUSTOMERS, inquiry.subject)
    assert stored is not None, f"{inquiry.subject} is asked about and does not exist"
    person = stored.value.person
    contract = reader.load(CONTRACTS, inquiry.about) if inquiry.question is Question.SIGNATURE else None
    return InquiryRequest(
        vendor=inquiry.tries[number].vendor,
        request_no=inquiry.request_no(number),
        question=inquiry.question,
        name=person.name,
        identity_number=person.identity_number,
        phone=person.phone,
        card=person.account.number,
        digest=contract.value.agreed.digest if contract is not None else "",
    )
