"""A settlement's file and the balances beside it: written by us, read by the funder."""

from collections.abc import Iterable
from pathlib import Path

import attrs

from lending.accounting.loan_balances import LoanBalance, LoanClass
from lending.funding.settlement_items import SettlementLine, ShareAmounts
from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending_adapters.funders.forms import (
    AMOUNTS,
    BALANCE_COLUMNS,
    BALANCES,
    HELD,
    LINE_FIELDS,
    SETTLEMENT,
    Head,
    parse_head,
)
from lending_adapters.sealed_files import SealedFile, SealedReader, SealedWriter

__all__ = ["SettlementRead", "read_settlement", "write_balances", "write_settlement"]

LINES_MAX = 10_000_000
HEAD_LINES = 2
"""Head and columns."""


@attrs.frozen
class SettlementRead:
    """A settlement as its file has it: the head, the lines, the SHA-256 of them."""

    head: Head
    lines: tuple[SettlementLine, ...]
    digest: str


def write_settlement(path: Path, head: Head, lines: Iterable[SettlementLine]) -> SealedFile:
    """Write what is settled; the sum is the net amount. The same lines make the same file."""
    with SealedWriter(path, head.line(SETTLEMENT), LINE_FIELDS.columns, sums=1) as file:
        for number, line in enumerate(lines, 1):
            amounts = (*attrs.astuple(line.amounts), line.amounts.net)
            values = (number, line.day, line.loan_id, line.event, *amounts)
            file.add(",".join(map(str, values)), line.amounts.net)
    return file.sealed


def write_balances(path: Path, head: Head, balances: Iterable[LoanBalance], told: frozenset[str]) -> SealedFile:
    """Write what the funder's book holds of each loan; the sum is the principal.

    A closed loan is in it on the day it is settled for: `told` are the loans of the settlement.
    """
    with SealedWriter(path, head.line(BALANCES), BALANCE_COLUMNS, sums=1) as file:
        for balance in balances:
            if balance.loan_class is LoanClass.CLOSED and balance.loan_id not in told:
                continue
            values = (balance.loan_id, balance.loan_class.value, *(getattr(balance, name) for name in HELD))
            file.add(",".join(map(str, values)), balance.principal)
    return file.sealed


def read_settlement(path: Path) -> SettlementRead:
    """Read a settlement's file. Raises `InvalidInput` with the number of each line at fault; then none is believed."""
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, SETTLEMENT), LINE_FIELDS.columns)
        lines, net = [], 0
        for line in file.body(lambda text: _line(text, file.number - HEAD_LINES), LINES_MAX):
            lines.append(line)
            net += line.amounts.net
        digest = file.end({"net": net})
    return SettlementRead(head, tuple(lines), digest)


def _line(text: str, expected: int) -> SettlementLine:
    number, day, loan_id, event, *amounts = LINE_FIELDS.parse(text)
    if int(number) != expected:
        raise InvalidValue("line", number, f"{expected}, as lines are numbered one by one")
    share = ShareAmounts(**dict(zip(AMOUNTS, map(int, amounts[:-1]), strict=True)))
    if share.net != int(amounts[-1]):
        raise InvalidValue("net", amounts[-1], f"{share.net}, which the amounts come to")
    try:
        return SettlementLine(parse_day(day), loan_id, event, share)
    except InvalidInput as invalid:
        raise invalid.under("day") from None
