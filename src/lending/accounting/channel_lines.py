"""Whose balance a line of the channels' account moves: the channel that the money went through (1012.01 by channel)."""

from collections.abc import Iterable
from typing import Final

import attrs

from lending.accounting.journal import JournalLine
from lending.application.work import Work
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS

__all__ = ["CHANNEL_BALANCE", "at_channel", "channel_of"]

CHANNEL_BALANCE: Final = "1012.01"
"""The account of what we hold at payment channels (第三方支付备付金), kept apart by channel."""


def channel_of(work: Work, key: str) -> str:
    """The channel of the payment order that this key of a loan's fact names; empty for money that had no order."""
    if key.startswith(f"{DisbursementOrderId.prefix}_"):
        payout = work.find(DISBURSEMENTS, key)
        return payout.channel if payout is not None else ""
    if key.startswith(f"{DeductionOrderId.prefix}_"):
        deduction = work.find(DEDUCTIONS, key)
        return deduction.channel if deduction is not None else ""
    return ""


def at_channel(lines: Iterable[JournalLine], channel: str) -> tuple[JournalLine, ...]:
    """The lines, those of the channels' account as the channel's."""
    return tuple(attrs.evolve(line, party=channel) if line.account == CHANNEL_BALANCE else line for line in lines)
