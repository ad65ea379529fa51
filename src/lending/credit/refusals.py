"""What is refused of credit lines."""

from datetime import date

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["CreditLineNotFound", "LineNotDrawable", "LineNotDue", "WrongLineState"]


@attrs.frozen
class CreditLineNotFound(Refusal):
    """There is no such credit line."""

    code = "CREDIT_LINE_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    line_id: str


@attrs.frozen
class WrongLineState(Refusal):
    """That is not possible in the line's present state."""

    code = "WRONG_LINE_STATE"
    kind = RefusalKind.PRECONDITION
    line_id: str
    act: str
    state: str


@attrs.frozen
class LineNotDrawable(Refusal):
    """Nobody, or not this customer, may draw on the line now.

    `reason` is its state where it is not active, OTHER_HOLDER or OTHER_CURRENCY.
    """

    code = "LINE_NOT_DRAWABLE"
    kind = RefusalKind.PRECONDITION
    line_id: str
    reason: str


@attrs.frozen
class LineNotDue(Refusal):
    """The line's last day has not passed."""

    code = "LINE_NOT_DUE"
    kind = RefusalKind.PRECONDITION
    line_id: str
    until: date
