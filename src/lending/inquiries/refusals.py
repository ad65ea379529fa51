"""What inquiries refuse."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["FindingMissing", "FindingNotOfQuestion", "InquiryNotFound"]


@attrs.frozen
class InquiryNotFound(Refusal):
    """There is no such inquiry, or no such try of it."""

    code = "INQUIRY_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    inquiry_id: str


@attrs.frozen
class FindingNotOfQuestion(Refusal):
    """That cannot be found of this question."""

    code = "FINDING_NOT_OF_QUESTION"
    kind = RefusalKind.PRECONDITION
    question: str
    finding: str


@attrs.frozen
class FindingMissing(Refusal):
    """An answer says what was found; a signature comes with its certificate, a face that passed with its likeness."""

    code = "FINDING_MISSING"
    kind = RefusalKind.PRECONDITION
    question: str
    missing: str
