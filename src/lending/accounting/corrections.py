"""Corrections (冲销): vouchers are never edited, one takes another back."""

from datetime import date

import attrs

from lending.accounting.journal import JournalLine, Side, Voucher, VoucherId

__all__ = [
    "BLUE",
    "CHANNEL_FEE",
    "MANUAL",
    "OF_NO_ORDER",
    "RED",
    "SWEPT",
    "Correction",
    "is_correctable",
    "is_red",
    "taken_back",
]

MANUAL = "MANUAL"
"""手工凭证: the posting event of a voucher by hand."""

SWEPT = "SWEPT"
"""内转: the posting event of a channel's balance swept to the bank (A23)."""

CHANNEL_FEE = "CHANNEL_FEE"
"""通道费: the posting event of what a channel kept for its service (A24)."""

RED, BLUE = "CORRECTED_IN_RED", "CORRECTED_IN_BLUE"
"""红字冲销 and 蓝字反向."""

OF_NO_ORDER = frozenset({MANUAL, SWEPT, CHANNEL_FEE, RED, BLUE})
"""Posting events that move a channel's balance and stand for no payment order."""

CORRECTABLE = frozenset({MANUAL, SWEPT})


@attrs.frozen
class Correction:
    """That a voucher was taken back, and by which: the link in both directions."""

    voucher_id: VoucherId
    by: VoucherId
    reason: str


def is_correctable(voucher: Voucher) -> bool:
    """Whether nothing but the books knows of it; what follows from a loan or a difference is put right there."""
    return voucher.event in CORRECTABLE


def is_red(voucher: Voucher, today: date) -> bool:
    """Within its year a voucher is taken back in red, later in blue, so that no year's turnover is made less."""
    return voucher.business_date.year == today.year


def taken_back(voucher: Voucher, *, red: bool) -> tuple[JournalLine, ...]:
    """The lines that undo it: the same with negative amounts, or the same amounts on the other side."""
    if red:
        return tuple(
            JournalLine(line.account, line.side, -line.amount, line.subject, line.party) for line in voucher.lines
        )
    return tuple(
        JournalLine(line.account, _other(line.side), line.amount, line.subject, line.party) for line in voucher.lines
    )


def _other(side: Side) -> Side:
    return Side.CREDIT if side is Side.DEBIT else Side.DEBIT
