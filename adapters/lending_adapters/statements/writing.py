"""Writing a statement file, as a channel does."""

import hashlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lending.kernel.money import CNY, Currency
from lending.reconciliation.statement import StatementHead, StatementLine
from lending_adapters.statements.form import COLUMNS, END, FORM, START, line_of

__all__ = ["write_statement"]


def write_statement(
    path: Path, source: str, day: date, lines: Iterable[StatementLine], version: int = 1, currency: Currency = CNY
) -> StatementHead:
    """Write the file line by line, and answer its head. The lines are written as they are, sound or not."""
    digest, count, total, fees = hashlib.sha256(), 0, 0, 0
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"{START},{FORM},{source},{day.isoformat()},{version},{currency.code}\n{','.join(COLUMNS)}\n")
        for line in lines:
            text = line_of(line) + "\n"
            digest.update(text.encode())
            count, total, fees = count + 1, total + line.amount, fees + line.fee
            file.write(text)
        file.write(f"{END},{count},{total},{fees},{digest.hexdigest()}\n")
    return StatementHead(
        source=source,
        day=day,
        version=version,
        currency=currency,
        lines=count,
        total=total,
        fees=fees,
        digest=digest.hexdigest(),
    )
