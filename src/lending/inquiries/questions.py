"""What third parties are asked, what they may find, and how patiently each is asked (domain §8)."""

import enum
from datetime import timedelta

import attrs

__all__ = ["ASKING", "FINDINGS", "GOOD", "LIKENESS_MIN", "Asking", "InquiryFinding", "Question"]


class Question(enum.Enum):
    """What is asked."""

    IDENTITY = "IDENTITY"
    """公安联网核查: whether such a person exists (R25, R86)."""
    ELEMENTS = "ELEMENTS"
    """四要素: whether name, identity number, card and phone belong together (R88)."""
    LIVENESS = "LIVENESS"
    """活体, 人证合一: whether it is this person who applies (R87)."""
    SIGNATURE = "SIGNATURE"
    """电子签: the customer's signature on the contract (R101)."""


class InquiryFinding(enum.Enum):
    """What is found."""

    MATCH = "MATCH"
    MISMATCH = "MISMATCH"
    NOT_FOUND = "NOT_FOUND"
    NO_PHOTO = "NO_PHOTO"
    SAME = "SAME"
    DIFFERENT = "DIFFERENT"
    UNSUPPORTED = "UNSUPPORTED"
    """The card's bank does not answer such questions."""
    PASSED = "PASSED"
    FAILED = "FAILED"
    ATTACKED = "ATTACKED"
    """A photograph, a mask or a film was held before the camera."""
    SIGNED = "SIGNED"
    REFUSED = "REFUSED"
    EXPIRED = "EXPIRED"


FINDINGS: dict[Question, frozenset[InquiryFinding]] = {
    Question.IDENTITY: frozenset(
        {InquiryFinding.MATCH, InquiryFinding.MISMATCH, InquiryFinding.NOT_FOUND, InquiryFinding.NO_PHOTO}
    ),
    Question.ELEMENTS: frozenset({InquiryFinding.SAME, InquiryFinding.DIFFERENT, InquiryFinding.UNSUPPORTED}),
    Question.LIVENESS: frozenset(
        {InquiryFinding.PASSED, InquiryFinding.FAILED, InquiryFinding.ATTACKED, InquiryFinding.EXPIRED}
    ),
    Question.SIGNATURE: frozenset({InquiryFinding.SIGNED, InquiryFinding.REFUSED, InquiryFinding.EXPIRED}),
}
"""What may be found of each question."""

GOOD = frozenset({InquiryFinding.MATCH, InquiryFinding.SAME, InquiryFinding.PASSED, InquiryFinding.SIGNED})
"""Findings that nothing speaks against."""

LIKENESS_MIN = 800
"""The least likeness, in thousandths, of a face and the photograph on the identity card (domain §8)."""


@attrs.frozen(kw_only=True)
class Asking:
    """How one question is asked.

    A vendor that cannot answer is asked again `retries` times, then the next is; what no vendor has answered `within`
    a time is left unanswered. With a `session` a person does something at the vendor's: one that may have begun is
    asked after and never begun elsewhere. A finding serves again for as long as it is `good_for`.
    """

    retries: int
    within: timedelta
    session: bool = False
    good_for: timedelta = timedelta()


ASKING: dict[Question, Asking] = {
    Question.IDENTITY: Asking(retries=2, within=timedelta(minutes=10), good_for=timedelta(hours=24)),
    Question.ELEMENTS: Asking(retries=1, within=timedelta(minutes=10)),
    Question.LIVENESS: Asking(retries=1, within=timedelta(minutes=20), session=True),
    Question.SIGNATURE: Asking(retries=1, within=timedelta(days=7), session=True),
}
"""How each is asked."""
