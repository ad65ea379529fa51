"""Fake vendors: identity, cards, faces, signatures; in this process, seeded, each with a mind behind its answers."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta

import attrs

from lending.application.ports import VendorUnavailable
from lending.inquiries.answers import InquiryRequest, Signature, VendorAnswer, VendorWord
from lending.inquiries.commands import RecordInquiryAnswer
from lending.inquiries.ids import InquiryId
from lending.inquiries.questions import ASKING, LIKENESS_MIN, InquiryFinding, Question
from lending_adapters.vendors.behaviour import RELIABLE, Behaviour

__all__ = ["FakeVendors", "VendorCallback"]

BUSY, UNKNOWN, PENDING, NOT_FOUND = (
    VendorAnswer(word=word) for word in (VendorWord.BUSY, VendorWord.UNKNOWN, VendorWord.PENDING, VendorWord.NOT_FOUND)
)
WHOLLY_ALIKE = 1000

Odds = tuple[tuple[InquiryFinding, int], ...]
FOUND: dict[Question, Odds] = {
    Question.IDENTITY: (
        (InquiryFinding.MATCH, 984),
        (InquiryFinding.NO_PHOTO, 8),
        (InquiryFinding.NOT_FOUND, 4),
        (InquiryFinding.MISMATCH, 4),
    ),
    Question.ELEMENTS: (
        (InquiryFinding.SAME, 984),
        (InquiryFinding.UNSUPPORTED, 8),
        (InquiryFinding.DIFFERENT, 8),
    ),
    Question.LIVENESS: (
        (InquiryFinding.PASSED, 930),
        (InquiryFinding.FAILED, 50),
        (InquiryFinding.EXPIRED, 17),
        (InquiryFinding.ATTACKED, 3),
    ),
    Question.SIGNATURE: (
        (InquiryFinding.SIGNED, 970),
        (InquiryFinding.REFUSED, 20),
        (InquiryFinding.EXPIRED, 10),
    ),
}
"""How often each is found, in a thousand."""


@attrs.frozen
class VendorCallback:
    """A vendor's word on a request, which reaches the platform at `at`."""

    request_no: str
    answer: VendorAnswer
    at: datetime

    @property
    def command(self) -> RecordInquiryAnswer:
        """What records it: a request's number is the inquiry's id and the vendor's code."""
        inquiry_id, _, _vendor = self.request_no.partition("-")
        return RecordInquiryAnswer(InquiryId(inquiry_id), self.request_no, self.answer)


@attrs.frozen
class Taken:
    """A request that arrived: what is found, and from when on the vendor says so."""

    answer: VendorAnswer
    known_at: datetime


def _ignore(_callback: VendorCallback) -> None:
    """Nobody listens to callbacks."""


def _unnoticed(_kind: str) -> None:
    """Nobody counts what goes wrong."""


class FakeVendors:
    """Every vendor. What is found of a request is found once, however often it is asked.

    In a behaviour, `rejected` is BUSY; where a person does something at the vendor's, the answer always follows.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        chance: random.Random,
        sink: Callable[[VendorCallback], None] = _ignore,
        noticed: Callable[[str], None] = _unnoticed,
        behaviour: Behaviour = RELIABLE,
    ) -> None:
        self.behaviour = behaviour
        self._now = now
        self._chance = chance
        self._sink = sink
        self._noticed = noticed
        self._taken: dict[str, Taken] = {}

    def ask(self, request: InquiryRequest) -> VendorAnswer:
        """Find what there is to find, and say so, or not."""
        self._reach()
        taken = self._taken.get(request.request_no)
        if taken is not None:
            return self._word_on(taken)
        if self._draws(self.behaviour.lost, "inquiry_lost"):
            return UNKNOWN
        if self._draws(self.behaviour.rejected, "vendor_busy"):
            return BUSY
        return self._take(request)

    def query(self, _vendor: str, request_no: str, _question: Question) -> VendorAnswer:
        """The word on a request."""
        self._reach()
        if self._draws(self.behaviour.query_unheard, "inquiry_query_unanswered"):
            return UNKNOWN
        taken = self._taken.get(request_no)
        return self._word_on(taken) if taken is not None else NOT_FOUND

    def _take(self, request: InquiryRequest) -> VendorAnswer:
        answer, later = self._found(request), ASKING[request.question].session
        known_at = self._now() + (self._between(self.behaviour.result_after) if later else timedelta())
        taken = self._taken[request.request_no] = Taken(answer, known_at)
        if later:
            self._call_back(request.request_no, taken)
        unheard = self._draws(self.behaviour.unheard, "inquiry_answer_lost")
        return UNKNOWN if unheard else self._word_on(taken)

    def _found(self, request: InquiryRequest) -> VendorAnswer:
        findings, weights = zip(*FOUND[request.question], strict=True)
        (finding,) = self._chance.choices(findings, weights)
        likeness = self._chance.randrange(LIKENESS_MIN, WHOLLY_ALIKE) if finding is InquiryFinding.PASSED else None
        signed = finding is InquiryFinding.SIGNED
        signature = (
            Signature(certificate=request.vendor, stamp=request.request_no, digest=request.digest) if signed else None
        )
        return VendorAnswer(word=VendorWord.ANSWERED, finding=finding, likeness=likeness, signature=signature)

    def _call_back(self, request_no: str, taken: Taken) -> None:
        if self._draws(self.behaviour.callback_lost, "callback_lost"):
            return
        at = taken.known_at
        if self._draws(self.behaviour.callback_late, "callback_late"):
            at += self._between(self.behaviour.late_after)
        self._sink(VendorCallback(request_no, taken.answer, at))
        if self._draws(self.behaviour.callback_repeated, "callback_repeated"):
            self._sink(VendorCallback(request_no, taken.answer, at + self._between(self.behaviour.result_after)))

    def _word_on(self, taken: Taken) -> VendorAnswer:
        return taken.answer if self._now() >= taken.known_at else PENDING

    def _reach(self) -> None:
        if self._draws(self.behaviour.unavailable, "vendor_unavailable"):
            raise VendorUnavailable("the vendor cannot be reached")

    def _draws(self, chance: float, kind: str) -> bool:
        drawn = chance > 0 and self._chance.random() < chance
        if drawn:
            self._noticed(kind)
        return drawn

    def _between(self, bounds: tuple[timedelta, timedelta]) -> timedelta:
        least, most = bounds
        return least + timedelta(milliseconds=self._chance.randrange(1 + (most - least) // timedelta(milliseconds=1)))
