"""Whose balance a line of the channels' account moves: the channel that the money went through (1012.01 by channel).

What a bank moves by our order moves our account there instead (1002.01), under the name of the channel too. What a
funder took from the borrower itself is with the funder: what we owe it falls by that (2314.02).
"""

from collections.abc import Iterable
from typing import Final

import attrs

from lending.accounting.journal import JournalLine
from lending.application.work import Work
from lending.funding.collections import FunderCollectionId
from lending.funding.ports import FUNDER_COLLECTIONS
from lending.payments.channels import ChannelKind
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.ports import CHANNELS, DEDUCTIONS, DIRECTORY, DISBURSEMENTS

__all__ = ["BANK_BALANCE", "CHANNEL_BALANCE", "PAYABLE", "at_channel", "is_at_channel", "moved_by"]

CHANNEL_BALANCE: Final = "1012.01"
"""The account of what we hold at payment channels (第三方支付备付金), kept apart by channel."""

BANK_BALANCE: Final = "1002.01"
"""The account of what we hold at banks (银行存款); a line that a channel of this kind moved names the channel."""


PAYABLE: Final = "2314.02"
"""应付资金方: what we owe a funder, or where it is in debit, the funder us."""


def moved_by(work: Work, lines: Iterable[JournalLine], key: str) -> tuple[JournalLine, ...]:
    """The lines, with the money where the order or the collection has it that this key of a loan's fact names."""
    if key.startswith(f"{FunderCollectionId.prefix}_"):
        return _with_funder(lines, work.get(FUNDER_COLLECTIONS, key).funder)
    return at_channel(work, lines, _channel_of(work, key))


def _with_funder(lines: Iterable[JournalLine], funder: str) -> tuple[JournalLine, ...]:
    return tuple(
        attrs.evolve(line, account=PAYABLE, party=funder) if line.account == CHANNEL_BALANCE else line for line in lines
    )


def _channel_of(work: Work, key: str) -> str:
    """The channel of the payment order that the key names; empty for money that had no order."""
    if key.startswith(f"{DisbursementOrderId.prefix}_"):
        payout = work.find(DISBURSEMENTS, key)
        return payout.channel if payout is not None else ""
    if key.startswith(f"{DeductionOrderId.prefix}_"):
        deduction = work.find(DEDUCTIONS, key)
        return deduction.channel if deduction is not None else ""
    return ""


def at_channel(work: Work, lines: Iterable[JournalLine], channel: str) -> tuple[JournalLine, ...]:
    """The lines, those of the channels' account as the channel's, at the bank where it is a bank's."""
    directory = work.find(CHANNELS, DIRECTORY)
    of_bank = directory is not None and directory.kind_of(channel) is ChannelKind.BANK
    account = BANK_BALANCE if of_bank else CHANNEL_BALANCE
    return tuple(
        attrs.evolve(line, account=account, party=channel) if line.account == CHANNEL_BALANCE else line
        for line in lines
    )


def is_at_channel(account: str, party: str) -> bool:
    """Whether a line of this account stands for money that a channel moved."""
    return account == CHANNEL_BALANCE or (account == BANK_BALANCE and party != "")
