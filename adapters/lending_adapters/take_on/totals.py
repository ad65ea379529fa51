"""The trial balance (试算平衡表) that the other system hands over, held against what its portfolio comes to."""

import csv
from collections.abc import Sequence
from pathlib import Path

from lending.kernel.invalid import InvalidInput, InvalidValue, Violation
from lending.kernel.money import CURRENCIES, Money
from lending_adapters.take_on.running import Rehearsed

__all__ = ["CLEARING", "compare"]

CLEARING = "3001.01"
"""移行过渡户: its balance is what the other accounts come to, so no trial balance that is handed over has it."""
HEADER = ("account", "currency", "balance")

Totals = dict[tuple[str, str], int]
"""Balances by account and currency in minor units, debit positive."""


def compare(path: Path, rehearsed: Rehearsed) -> None:
    """Hold the balances against the trial balance in `path`. Raises `InvalidInput` with each account that differs."""
    handed = _read(path)
    ours = {place: balance for place, balance in rehearsed.totals.items() if place[0] != CLEARING}
    faults = []
    for account, currency in sorted(handed.keys() | ours.keys()):
        said, found = handed.get((account, currency), 0), ours.get((account, currency), 0)
        if said != found:
            unit = CURRENCIES[currency]
            expected = f"{Money(found, unit).text}, which the {rehearsed.loans} good rows come to"
            faults.append(Violation(f"{path.name}: {account} {currency}", Money(said, unit).text, expected))
    if faults:
        raise InvalidInput(faults)


def _read(path: Path) -> Totals:
    """A trial balance: account, currency, balance with debit positive. Raises `InvalidInput`."""
    totals: Totals = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        faults = [] if tuple(next(rows, ())) == HEADER else [_fault(path, 1, "the header", HEADER)]
        for row in [] if faults else rows:
            try:
                account, currency, balance = row
                if currency not in CURRENCIES or (account, currency) in totals:
                    raise InvalidValue("", row, "an account once, in a known currency")
                totals[account, currency] = Money.parse(balance, CURRENCIES[currency]).minor
            except ValueError:
                faults.append(_fault(path, rows.line_num, ",".join(row), ("1303.01", "CNY", "12000.00")))
    if faults:
        raise InvalidInput(faults)
    return totals


def _fault(path: Path, line: int, found: str, example: Sequence[str]) -> Violation:
    return Violation(f"{path.name}: line {line}", found, f"{','.join(example)}, each account once")
