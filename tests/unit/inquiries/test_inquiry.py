"""An inquiry, driven by whatever vendors say, in any order and as often as they like."""

from datetime import UTC, datetime, timedelta

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.inquiries.answers import Signature, VendorAnswer, VendorWord
from lending.inquiries.events import InquiryAnswered, InquiryUnanswered
from lending.inquiries.ids import InquiryId
from lending.inquiries.inquiry import Inquiry, InquiryState
from lending.inquiries.questions import ASKING, FINDINGS, InquiryFinding, Question
from lending.inquiries.vendors import Vendor
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

AT = datetime(2024, 1, 5, 2, tzinfo=UTC)
COST = Money.parse("1.00")
VENDORS = ("A", "B")
SILENT = [word for word in VendorWord if word is not VendorWord.ANSWERED]


def opened(question: Question = Question.IDENTITY) -> Inquiry:
    inquiry_id = InquiryId.make(RequestId("r1"), 0)
    return Inquiry(id=inquiry_id, question=question, subject="cust_1", about="app_1", asked_at=AT)


def answer_to(question: Question, finding: InquiryFinding | None = None) -> VendorAnswer:
    signature = Signature(certificate="C", stamp="T", digest="0" * 64)
    return VendorAnswer(
        word=VendorWord.ANSWERED,
        finding=finding or min(FINDINGS[question], key=lambda each: each.value),
        likeness=900 if question is Question.LIVENESS else None,
        signature=signature if question is Question.SIGNATURE else None,
    )


acts = st.lists(
    st.tuples(st.sampled_from(VENDORS), st.sampled_from([*SILENT, "finding", "another finding", "give up"])),
    max_size=12,
)


def lived(question: Question, played: list[tuple[str, object]]) -> Inquiry:
    """Put whenever it can be, to the vendor named, and told its word; its events are those of the whole life."""
    inquiry, at = opened(question), AT
    first, second = sorted(FINDINGS[question], key=lambda each: each.value)[:2]
    for vendor, said in played:
        at += timedelta(seconds=30)
        if said == "give up":
            inquiry = inquiry.give_up()
            continue
        if inquiry.is_open and inquiry.waiting is None:
            inquiry = inquiry.put_to(vendor, at)
        if not inquiry.tries:
            continue
        told = {"finding": answer_to(question, first), "another finding": answer_to(question, second)}
        answer = told[said] if isinstance(said, str) else VendorAnswer(word=said)  # type: ignore[arg-type]
        inquiry = inquiry.hear(inquiry.request_no(len(inquiry.tries) - 1), answer, at, COST)
    return inquiry


@given(st.sampled_from(Question), acts)
def test_it_is_answered_at_most_once_and_by_the_first_that_found_something(
    question: Question, played: list[tuple[str, object]]
) -> None:
    inquiry = lived(question, played)
    answered = [event for event in inquiry.events if isinstance(event, InquiryAnswered)]
    assert len(answered) == (inquiry.state is InquiryState.ANSWERED)
    assert all(event.finding is inquiry.finding for event in answered)
    for finding in FINDINGS[question]:
        told = inquiry.finding is not None and finding is not inquiry.finding
        assert inquiry.is_contradicted_by(answer_to(question, finding)) is told


@given(st.sampled_from(Question), acts)
def test_one_answer_is_paid_for_and_nothing_else_is(question: Question, played: list[tuple[str, object]]) -> None:
    inquiry = lived(question, played)
    costs = [tried.cost for tried in inquiry.tries if tried.cost is not None]
    assert costs == ([COST] if inquiry.state is InquiryState.ANSWERED else [])


@given(st.sampled_from(Question), acts)
def test_it_is_given_up_at_most_once_and_never_after_an_answer(
    question: Question, played: list[tuple[str, object]]
) -> None:
    inquiry = lived(question, played)
    kinds = [type(event) for event in inquiry.events]
    assert kinds.count(InquiryUnanswered) <= 1
    if InquiryUnanswered in kinds and InquiryAnswered in kinds:
        assert kinds.index(InquiryUnanswered) < kinds.index(InquiryAnswered), "a late answer is kept"


@given(st.sampled_from(Question), acts)
def test_no_vendor_is_asked_while_another_may_still_answer(
    question: Question, played: list[tuple[str, object]]
) -> None:
    """Where a person does something at the vendor's, one that may have begun holds all others off."""
    inquiry = lived(question, played)
    for tried in inquiry.tries[:-1]:
        assert tried.word is not VendorWord.PENDING
        assert tried.word is not None
        assert not (ASKING[question].session and tried.word is VendorWord.UNKNOWN)


@given(st.sampled_from(Question), acts)
def test_what_is_told_of_a_request_that_is_not_the_last_changes_nothing(
    question: Question, played: list[tuple[str, object]]
) -> None:
    inquiry = lived(question, played)
    if inquiry.state is not InquiryState.ANSWERED:
        assert inquiry.hear(f"{inquiry.id.value}-C", answer_to(question), AT, COST) is inquiry


def test_a_request_keeps_its_number_when_the_vendor_is_asked_again() -> None:
    once = opened().put_to("A", AT)
    again = once.hear(once.request_no(0), VendorAnswer(word=VendorWord.BUSY), AT, None).put_to("A", AT)
    assert again.request_no(0) == again.request_no(1)
    assert again.vendor_of(again.request_no(1)) == "A"
    assert again.vendor_of("another") is None


@pytest.mark.parametrize(
    ("question", "finding", "likeness", "good"),
    [
        (Question.IDENTITY, InquiryFinding.MATCH, None, True),
        (Question.IDENTITY, InquiryFinding.NO_PHOTO, None, False),
        (Question.LIVENESS, InquiryFinding.PASSED, 800, True),
        (Question.LIVENESS, InquiryFinding.PASSED, 799, False),
        (Question.LIVENESS, InquiryFinding.ATTACKED, 1000, False),
        (Question.SIGNATURE, InquiryFinding.REFUSED, None, False),
    ],
)
def test_a_face_is_good_from_eight_hundred_thousandths_of_likeness(
    question: Question, finding: InquiryFinding, likeness: int | None, *, good: bool
) -> None:
    put = opened(question).put_to("A", AT)
    answer = VendorAnswer(word=VendorWord.ANSWERED, finding=finding, likeness=likeness)
    assert put.hear(put.request_no(0), answer, AT, COST).is_good is good


def vendor(opens: str = "00:00", closes: str = "24:00") -> Vendor:
    return Vendor(code="A", name="a", questions=(Question.IDENTITY,), cost=COST, opens=opens, closes=closes)


@given(st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_vendor_opens_next_within_a_day_and_works_then(at: datetime) -> None:
    shop = vendor("06:00", "23:00")
    opens = shop.opens_after(at)
    assert at < opens <= at + timedelta(days=1)
    assert shop.works_at(opens)
    assert not shop.works_at(opens - timedelta(minutes=1))


def test_a_vendor_that_closes_before_it_opens_or_answers_nothing_is_at_fault() -> None:
    with pytest.raises(InvalidValue, match="closes"):
        vendor("09:00", "08:00")
    with pytest.raises(InvalidValue, match="questions"):
        Vendor(code="A", name="a", questions=(), cost=COST)
