"""A statement (对账文件): what a channel says it did for us on a day, published T+1 and perhaps again."""

import enum
from datetime import date, datetime

import attrs

from lending.kernel.checks import SHA_256, matching, positive, text_of, within
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CNY, MINOR_MAX, Currency

__all__ = ["LINES_MAX", "VERSION_MAX", "Flow", "LineState", "Statement", "StatementHead", "StatementLine"]

LINES_MAX = 10_000_000
"""A statement of more lines is not believed."""

VERSION_MAX = 999

SUM = within(0, 2**63 - 1)


class Flow(enum.Enum):
    """What a movement of money is to us."""

    PAYOUT = "PAYOUT"
    DEDUCTION = "DEDUCTION"
    REFUND = "REFUND"
    """Money of a deduction that goes back."""
    RETURN = "RETURN"
    """Money of a payout that comes back (退票)."""
    RECEIPT = "RECEIPT"
    """Money that came by no order of ours, such as a transfer that names no loan."""

    @property
    def inward(self) -> bool:
        """Whether the money comes to us."""
        return self in {Flow.DEDUCTION, Flow.RETURN, Flow.RECEIPT}


class LineState(enum.Enum):
    """The channel's final word in a statement's line."""

    SUCCESS = "SUCCESS"
    FAILED = "FAILED"


@attrs.frozen(kw_only=True)
class StatementLine:
    """One movement as the channel has it; amounts in minor units.

    `channel_no` is the channel's own number, `order_no` ours, empty where the channel knows none.
    """

    channel_no: str = attrs.field(validator=text_of(64))
    order_no: str = attrs.field(validator=text_of(64, shortest=0))
    flow: Flow
    amount: int = attrs.field(validator=positive(MINOR_MAX))
    fee: int = attrs.field(validator=within(0, MINOR_MAX))
    state: LineState
    at: datetime
    settled_on: date

    @property
    def reference(self) -> str:
        """What the line is matched by: our order's number, or the channel's where there is none of ours."""
        return self.order_no or self.channel_no


@attrs.frozen(kw_only=True)
class StatementHead:
    """What a statement says of itself, first and last: whose, of which day, which version; count, sums and hash.

    `total` and `fees` are the sums of all lines' amounts and fees in minor units, `digest` the SHA-256 of the lines.
    """

    source: str = attrs.field(validator=matching("[A-Z][A-Z0-9_-]{0,31}", "a channel's code such as MAIN"))
    day: date
    version: int = attrs.field(validator=positive(VERSION_MAX))
    currency: Currency = CNY
    lines: int = attrs.field(validator=within(0, LINES_MAX))
    total: int = attrs.field(validator=SUM)
    fees: int = attrs.field(validator=SUM)
    digest: str = attrs.field(validator=SHA_256)


@attrs.frozen
class Statement:
    """A whole statement. A head that does not fit the lines, a line twice or of another day cannot be."""

    head: StatementHead
    lines: tuple[StatementLine, ...] = attrs.field()

    @lines.validator
    def _fit(self, _attribute: object, lines: tuple[StatementLine, ...]) -> None:
        stated = (self.head.lines, self.head.total, self.head.fees)
        found = (len(lines), sum(line.amount for line in lines), sum(line.fee for line in lines))
        if stated != found:
            raise InvalidValue("lines", found, f"the count, sum and fees of the head: {stated}")
        if len({line.channel_no for line in lines}) != len(lines):
            raise InvalidValue("lines", f"{len(lines)} lines", "each channel number once")
        if any(line.settled_on != self.head.day for line in lines):
            raise InvalidValue("lines", "another settlement day", f"lines of {self.head.day}")
