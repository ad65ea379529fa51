"""How a question is put: to the first vendor that can be asked, again while it may help, then to the next (R111)."""

from datetime import datetime, timedelta

from lending.application.call import Call
from lending.application.work import Work
from lending.inquiries.answers import VendorAnswer, VendorWord, query_delay
from lending.inquiries.commands import (
    ExpireInquiry,
    InquiryRecorded,
    PublishVendors,
    RecordInquiryAnswer,
    RetryInquiry,
)
from lending.inquiries.events import InquiryContradicted, VendorsPublished
from lending.inquiries.ids import InquiryId
from lending.inquiries.inquiry import Inquiry, InquiryState
from lending.inquiries.messages import PutInquiry, QueryInquiry
from lending.inquiries.ports import INQUIRIES, VENDOR_DIRECTORY, VENDOR_HEALTH, VENDORS, asked_of_subject
from lending.inquiries.questions import ASKING, FINDINGS, InquiryFinding, Question
from lending.inquiries.refusals import FindingMissing, FindingNotOfQuestion, InquiryNotFound
from lending.inquiries.vendors import Vendor
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.operations.commands import Published
from lending.operations.health import Breaker, VendorHealth

__all__ = [
    "ask",
    "expire_inquiry",
    "found",
    "publish_vendors",
    "record_inquiry_answer",
    "retry_inquiry",
]

PAUSE = timedelta(seconds=5)
"""Before a vendor is asked again, or the next; twice as long after each try, at most `PAUSE_MAX`."""
PAUSE_MAX = timedelta(minutes=1)
LOOKED_AGAIN_AFTER = timedelta(minutes=1)
"""When an inquiry that no vendor can be asked of now is looked at again, unless one opens later."""
SPEAKS_AGAINST = frozenset({VendorWord.UNKNOWN, VendorWord.UNREACHED, VendorWord.BUSY})
"""Words that speak against a vendor's health."""


def publish_vendors(command: PublishVendors, _call: Call, work: Work) -> Outcome[Published, Refusal]:
    """Keep the directory."""
    published = command.vendors
    if work.find(VENDORS, VENDOR_DIRECTORY) != published:
        work.save(VENDORS, published)
        work.record(VENDOR_DIRECTORY, VendorsPublished(published.version, len(published.vendors)))
    return Success(Published(VENDOR_DIRECTORY, published.version))


def found(work: Work, question: Question, subject: str, about: str, at: datetime) -> Inquiry | None:
    """The last answer to the question about this person: for this very thing, or one so late that it serves again."""
    held = work.matching(INQUIRIES, "asked_of", asked_of_subject(question, subject))
    serving = [
        (answered_at, inquiry.id, inquiry)
        for inquiry in held
        if inquiry.state is InquiryState.ANSWERED
        and (answered_at := inquiry.answered_at) is not None
        and (inquiry.about == about or at - answered_at < ASKING[question].good_for)
    ]
    return max(serving)[2] if serving else None


def ask(work: Work, call: Call, question: Question, subject: str, about: str) -> Inquiry:
    """Ask a question; what is found, or that nobody answered, is told by an event."""
    opened = Inquiry(
        id=work.new_id(InquiryId), question=question, subject=subject, about=about, asked_at=call.received_at
    )
    put = _put(opened, call, work)
    work.save(INQUIRIES, put)
    if put.is_open:
        work.schedule(call.received_at + ASKING[question].within, ExpireInquiry(put.id))
    return put


def record_inquiry_answer(
    command: RecordInquiryAnswer, call: Call, work: Work
) -> Outcome[InquiryRecorded, InquiryNotFound | FindingNotOfQuestion | FindingMissing | Refusal]:
    """Keep the word; what it leaves open is asked after, asked again, or asked of the next."""
    inquiry = work.find(INQUIRIES, command.inquiry_id)
    vendor = inquiry.vendor_of(command.request_no) if inquiry is not None else None
    if inquiry is None or vendor is None:
        return Failure(InquiryNotFound(command.inquiry_id.value))
    fault = _fault(inquiry.question, command.answer)
    if fault is not None:
        return Failure(fault)
    heard = inquiry.hear(command.request_no, command.answer, call.received_at, _cost(vendor, work))
    if inquiry.is_contradicted_by(command.answer) and command.answer.finding is not None:
        told = InquiryContradicted(inquiry.id, inquiry.question, inquiry.about, command.answer.finding)
        work.record(inquiry.id, told)
    if heard is not inquiry:
        _note_health(vendor, command, call, work)
        work.save(INQUIRIES, heard)
        _follow(heard, call, work)
    return Success(InquiryRecorded(heard.id, heard.state.value))


def retry_inquiry(command: RetryInquiry, call: Call, work: Work) -> Outcome[InquiryRecorded, InquiryNotFound]:
    """Put the question again, unless that has been done."""
    inquiry = work.find(INQUIRIES, command.inquiry_id)
    if inquiry is None:
        return Failure(InquiryNotFound(command.inquiry_id.value))
    if inquiry.is_open and inquiry.waiting is None and len(inquiry.tries) == command.tries:
        inquiry = _put(inquiry, call, work)
        work.save(INQUIRIES, inquiry)
    return Success(InquiryRecorded(inquiry.id, inquiry.state.value))


def expire_inquiry(command: ExpireInquiry, _call: Call, work: Work) -> Outcome[InquiryRecorded, InquiryNotFound]:
    """Leave it unanswered, unless it is answered."""
    inquiry = work.find(INQUIRIES, command.inquiry_id)
    if inquiry is None:
        return Failure(InquiryNotFound(command.inquiry_id.value))
    given_up = inquiry.give_up()
    if given_up is not inquiry:
        work.save(INQUIRIES, given_up)
    return Success(InquiryRecorded(inquiry.id, given_up.state.value))


def _put(inquiry: Inquiry, call: Call, work: Work) -> Inquiry:
    """Put to the first vendor that can be asked now; later, where one may be later; else given up."""
    directory = work.find(VENDORS, VENDOR_DIRECTORY)
    most = 1 + ASKING[inquiry.question].retries
    left = [
        vendor
        for vendor in (directory.answering(inquiry.question) if directory is not None else ())
        if inquiry.asked_of(vendor.code) < most
    ]
    if not left:
        return inquiry.give_up()
    for vendor in left:
        health = work.find(VENDOR_HEALTH, vendor.code) or VendorHealth(vendor=vendor.code)
        breaker = health.state(call.received_at)
        if breaker is Breaker.OPEN or not vendor.works_at(call.received_at):
            continue
        put = inquiry.put_to(vendor.code, call.received_at)
        number = put.tries[-1].number
        if breaker is Breaker.HALF_OPEN:
            work.save(VENDOR_HEALTH, health.probing(put.request_no(number), call.received_at))
        work.send(PutInquiry(put.id, number))
        return put
    work.schedule(_next_chance(left, call.received_at), RetryInquiry(inquiry.id, len(inquiry.tries)))
    return inquiry


def _next_chance(vendors: list[Vendor], at: datetime) -> datetime:
    """When one of them may be asked: those that are open are looked at again soon, others when they open."""
    return min(at + LOOKED_AGAIN_AFTER if vendor.works_at(at) else vendor.opens_after(at) for vendor in vendors)


def _follow(inquiry: Inquiry, call: Call, work: Work) -> None:
    """What a word that is no answer asks for."""
    if not inquiry.is_open:
        return
    waiting = inquiry.waiting
    if waiting is not None:
        delay = query_delay(waiting.doubts)
        work.schedule(call.received_at + delay, QueryInquiry(inquiry.id, waiting.number))
        return
    tries = len(inquiry.tries)
    pause = min(PAUSE_MAX, PAUSE * 2 ** min(tries - 1, 10))
    work.schedule(call.received_at + pause, RetryInquiry(inquiry.id, tries))


def _fault(question: Question, answer: VendorAnswer) -> FindingNotOfQuestion | FindingMissing | None:
    """What an answer lacks, or says that cannot be found of the question."""
    if answer.word is not VendorWord.ANSWERED:
        return None
    if answer.finding is None:
        return FindingMissing(question.value, "finding")
    if answer.finding not in FINDINGS[question]:
        return FindingNotOfQuestion(question.value, answer.finding.value)
    if answer.finding is InquiryFinding.SIGNED and answer.signature is None:
        return FindingMissing(question.value, "signature")
    if answer.finding is InquiryFinding.PASSED and answer.likeness is None:
        return FindingMissing(question.value, "likeness")
    return None


def _cost(vendor: str, work: Work) -> Money | None:
    directory = work.find(VENDORS, VENDOR_DIRECTORY)
    return directory.cost_of(vendor) if directory is not None else None


def _note_health(vendor: str, command: RecordInquiryAnswer, call: Call, work: Work) -> None:
    if command.answer.word is VendorWord.NOT_FOUND:
        return
    held = work.find(VENDOR_HEALTH, vendor) or VendorHealth(vendor=vendor)
    heard = held.heard(command.request_no, call.received_at, good=command.answer.word not in SPEAKS_AGAINST)
    if heard is not held:
        work.save(VENDOR_HEALTH, heard)
