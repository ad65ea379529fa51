"""Writing a file of a batch."""

from collections.abc import Iterable
from pathlib import Path

from lending.payments.cards import Cards
from lending.payments.deduction import DeductionOrder
from lending_adapters.deductions.form import COLUMNS, DEDUCTIONS, RESULT_FIELDS, RESULTS, Head, csv_line
from lending_adapters.sealed_files import SealedFile, SealedWriter

__all__ = ["write_deductions", "write_results"]


def write_deductions(path: Path, head: Head, orders: Iterable[tuple[DeductionOrder, Cards]]) -> SealedFile:
    """Write what the channel is asked to deduct, for its owner only to read: it names accounts and their holders."""
    with SealedWriter(path, head.line(DEDUCTIONS), COLUMNS, sums=1) as file:
        for order, cards in orders:
            card, minor = cards.card(order.card), order.amount.minor
            agreement = "" if card.agreement is None else card.agreement.number
            account, in_part = card.account, "Y" if order.in_part else "N"
            asked = order.order_no, agreement, account.number, account.bank, account.holder, minor, in_part
            file.add(csv_line(*asked), minor)
    return file.sealed


def write_results(path: Path, head: Head, lines: Iterable[tuple[str, str, int, str, str]]) -> SealedFile:
    """Write a result, as a channel does, of order numbers, states, minor units, codes and days."""
    with SealedWriter(path, head.line(RESULTS), RESULT_FIELDS.columns, sums=1) as file:
        for line in lines:
            file.add(",".join(map(str, line)), line[2])
    return file.sealed
