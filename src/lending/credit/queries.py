"""What can be asked about credit lines."""

from datetime import date

import attrs

from lending.application.commands import Query
from lending.credit.ids import CreditLineId
from lending.credit.refusals import CreditLineNotFound
from lending.kernel.checks import positive, text_of
from lending.kernel.money import Money

__all__ = ["CreditLinePage", "CreditLineView", "GetCreditLine", "ListCreditLines"]

PAGE_MAX = 200


@attrs.frozen(kw_only=True)
class CreditLineView:
    """A line as it stands: of the total so much is used, occupied by draws under way, and free to draw.

    `over` says that more is used than the total, which was lowered since.
    """

    line_id: CreditLineId
    name: str
    customer_id: str | None
    state: str
    total: Money
    used: Money
    occupied: Money
    free: Money
    over: bool
    revolving: bool
    until: date


@attrs.frozen
class GetCreditLine(Query[CreditLineView, CreditLineNotFound]):
    """A credit line."""

    line_id: CreditLineId


@attrs.frozen
class CreditLinePage:
    """Some lines by id, and the id after which the next page begins; empty at the end."""

    lines: tuple[CreditLineView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListCreditLines(Query[CreditLinePage, CreditLineNotFound]):
    """The lines of a holder, a customer's id, or the name of a project's line; of everybody where none is named."""

    holder: str = attrs.field(default="", validator=text_of(64, shortest=0))
    after: str = attrs.field(default="", validator=text_of(64, shortest=0))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))
