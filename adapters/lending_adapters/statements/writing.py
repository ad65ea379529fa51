"""Writing a statement file, as a channel does."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lending.kernel.money import CNY, Currency
from lending.reconciliation.statement import StatementHead, StatementLine
from lending_adapters.sealed_files import SealedWriter
from lending_adapters.statements.form import COLUMNS, FORM, START, line_of

__all__ = ["write_statement"]


def write_statement(
    path: Path, source: str, day: date, lines: Iterable[StatementLine], version: int = 1, currency: Currency = CNY
) -> StatementHead:
    """Write the file line by line, and answer its head. The lines are written as they are, sound or not."""
    head = START, FORM, source, day, version, currency.code
    with SealedWriter(path, head, COLUMNS, sums=2) as file:
        for line in lines:
            file.add(line_of(line), line.amount, line.fee)
    total, fees = file.sealed.sums
    return StatementHead(
        source=source,
        day=day,
        version=version,
        currency=currency,
        lines=file.sealed.lines,
        total=total,
        fees=fees,
        digest=file.sealed.digest,
    )
