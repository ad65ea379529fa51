"""`Inquiry` (查询): one question about one person, every vendor that was tried, and what was found.

The first answer stands. One that comes after its time is still kept, and tells whoever waits for it.
"""

import enum
from collections import Counter
from datetime import datetime
from typing import Self

import attrs

from lending.inquiries.answers import VendorAnswer, VendorWord
from lending.inquiries.events import InquiryAnswered, InquiryUnanswered
from lending.inquiries.ids import InquiryId
from lending.inquiries.questions import ASKING, GOOD, LIKENESS_MIN, InquiryFinding, Question
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["Inquiry", "InquiryState", "InquiryTry"]

DECLINING = frozenset({VendorWord.BUSY, VendorWord.DECLINED, VendorWord.UNREACHED, VendorWord.NOT_FOUND})
"""Words after which the request has certainly not been taken in."""


class InquiryState(enum.Enum):
    """Where an inquiry stands."""

    OPEN = "OPEN"
    ANSWERED = "ANSWERED"
    UNANSWERED = "UNANSWERED"


@attrs.frozen(kw_only=True)
class InquiryTry:
    """A vendor asked: its last word, none yet where it is None, and what its answer cost."""

    number: int
    vendor: str
    at: datetime
    word: VendorWord | None = None
    code: str = ""
    heard_at: datetime | None = None
    doubts: int = 0
    """How often it had no answer yet."""
    cost: Money | None = None


@attrs.frozen(kw_only=True)
class Inquiry:
    """A question `about` an application, or, for a signature, about a contract; `subject` is the customer's id."""

    id: InquiryId
    question: Question
    subject: str
    about: str
    asked_at: datetime
    state: InquiryState = InquiryState.OPEN
    tries: tuple[InquiryTry, ...] = ()
    finding: InquiryFinding | None = None
    likeness: int | None = None
    answered_at: datetime | None = None
    events: tuple[Event, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether an answer is waited for."""
        return self.state is InquiryState.OPEN

    @property
    def waiting(self) -> InquiryTry | None:
        """The try whose vendor may still answer."""
        last = self.tries[-1] if self.tries else None
        return last if last is not None and last.word not in DECLINING and self._may_answer(last) else None

    @property
    def is_good(self) -> bool:
        """Whether nothing speaks against it; a face must be alike enough too."""
        return self.finding in GOOD and (self.likeness is None or self.likeness >= LIKENESS_MIN)

    def request_no(self, number: int) -> str:
        """The number a vendor knows the request by: the same whenever it is asked again."""
        return f"{self.id.value}-{self.tries[number].vendor}"

    def vendor_of(self, request_no: str) -> str | None:
        """Whose request has this number; None where it is none of this inquiry's."""
        numbers = {self.request_no(tried.number): tried.vendor for tried in self.tries}
        return numbers.get(request_no)

    def asked_of(self, vendor: str) -> int:
        """How often a vendor was tried."""
        return Counter(tried.vendor for tried in self.tries)[vendor]

    def put_to(self, vendor: str, at: datetime) -> Self:
        """Ask a vendor."""
        assert self.is_open, f"{self.id} is closed, and not to be put to {vendor}"
        assert self.waiting is None, f"{self.id} is with another, and not to be put to {vendor}"
        tried = InquiryTry(number=len(self.tries), vendor=vendor, at=at)
        return attrs.evolve(self, tries=(*self.tries, tried))

    def hear(self, request_no: str, answer: VendorAnswer, at: datetime, cost: Money | None) -> Self:
        """A vendor's word on a request; the same where it is not the last, or the answer stands already."""
        if self.state is InquiryState.ANSWERED or not self.tries:
            return self
        if request_no != self.request_no(self.tries[-1].number):
            return self
        if self.state is InquiryState.UNANSWERED and answer.word is not VendorWord.ANSWERED:
            return self
        if answer.word is VendorWord.ANSWERED:
            return self._answered(answer, at, cost)
        waits = answer.word not in DECLINING
        last = self.tries[-1]
        heard = attrs.evolve(
            last, word=answer.word, code=answer.code, heard_at=at, doubts=last.doubts + 1 if waits else last.doubts
        )
        return attrs.evolve(self, tries=(*self.tries[:-1], heard))

    def is_contradicted_by(self, answer: VendorAnswer) -> bool:
        """Whether it says otherwise than the answer that stands."""
        return self.finding is not None and answer.finding not in {None, self.finding}

    def give_up(self) -> Self:
        """Nobody has answered in time; the same where somebody has."""
        if not self.is_open:
            return self
        unanswered = InquiryUnanswered(self.id, self.question, self.about, len(self.tries))
        return attrs.evolve(self, state=InquiryState.UNANSWERED, events=(*self.events, unanswered))

    def _answered(self, answer: VendorAnswer, at: datetime, cost: Money | None) -> Self:
        assert answer.finding is not None, f"{self.id} is answered without a finding"
        heard = attrs.evolve(self.tries[-1], word=answer.word, code=answer.code, heard_at=at, cost=cost)
        told = InquiryAnswered(self.id, self.question, self.about, answer.finding, answer.likeness, answer.signature)
        return attrs.evolve(
            self,
            state=InquiryState.ANSWERED,
            tries=(*self.tries[:-1], heard),
            finding=answer.finding,
            likeness=answer.likeness,
            answered_at=at,
            events=(*self.events, told),
        )

    def _may_answer(self, tried: InquiryTry) -> bool:
        """A read without an answer may be asked again; where a person is at the vendor's it is not begun elsewhere."""
        return tried.word is not VendorWord.UNKNOWN or ASKING[self.question].session
