"""One contender of the reconciliation benchmark, in a process of its own so that its memory is its own.

`python -m tests.benchmarks.statement_day columns|pandas FOLDER` reads `theirs.csv` and `ours.csv`, matches them, and
prints what it found, the seconds it took and the most memory it held, as JSON.
"""

import csv
import json
import random
import resource
import sys
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from lending.application.call import CHINA
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.statement import Flow, LineState, StatementLine
from lending_adapters.statements.writing import write_statement

__all__ = ["THEIRS_ONLY", "write_day"]

DAY = date(2024, 1, 5)
FLOWS = {flow.value: flow for flow in Flow}
STANDINGS = {standing.value: standing for standing in Standing}
COLUMNS = ["type", "order_no", "amount", "standing"]

THEIRS_ONLY = 500
"""So many orders only the channel has, so many only we have, and so many differ in amount."""


def write_day(folder: Path, lines: int) -> None:
    """Both sides of a day of so many lines, in different orders."""
    chance = random.Random(7)
    amounts = [chance.randint(1, 5_000_000) for _ in range(lines + THEIRS_ONLY)]
    write_statement(folder / "theirs.csv", "MAIN", DAY, _theirs(amounts[:lines]))
    order = list(range(THEIRS_ONLY, lines + THEIRS_ONLY))
    chance.shuffle(order)
    with (folder / "ours.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in order:
            changed = THEIRS_ONLY <= number < 2 * THEIRS_ONLY
            writer.writerow(["DEDUCTION", _order_no(number), amounts[number] + changed, "SUCCESS"])


def _theirs(amounts: list[int]) -> Iterator[StatementLine]:
    midnight = datetime.combine(DAY, datetime.min.time(), CHINA)
    for number, amount in enumerate(amounts):
        yield StatementLine(
            channel_no=f"C{number:012d}",
            order_no=_order_no(number),
            flow=Flow.DEDUCTION,
            amount=amount,
            fee=0,
            state=LineState.SUCCESS,
            at=midnight + timedelta(seconds=number % 86_400),
            settled_on=DAY,
        )


def _order_no(number: int) -> str:
    return f"ded_{number:026d}"


def _ours(folder: Path) -> Iterator[Record]:
    with (folder / "ours.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        for flow, order_no, amount, standing in rows:
            yield Record(FLOWS[flow], order_no, int(amount), STANDINGS[standing])


def by_columns(folder: Path) -> tuple[int, int]:
    """Ours: every line checked, head, trailer and hash too; then matched on columns."""
    from lending_adapters.reconciliation.columns import match_on_columns  # noqa: PLC0415 - its memory is measured
    from lending_adapters.reconciliation.reading import StatementFile  # noqa: PLC0415 - as above

    found = match_on_columns(StatementFile(folder / "theirs.csv", "MAIN", DAY).records(), _ours(folder))
    return found.tally.matched, found.tally.differences


def by_pandas(folder: Path) -> tuple[int, int]:
    """The peer: both files read as they are, merged, and compared; nothing is checked."""
    import pandas as pd  # noqa: PLC0415 - its memory is measured

    theirs = pd.read_csv(folder / "theirs.csv", comment="#").rename(columns={"state": "standing"})
    ours = pd.read_csv(folder / "ours.csv")
    merged = theirs.merge(ours, on=["type", "order_no"], how="outer", indicator=True, suffixes=("", "_ours"))
    both = merged["_merge"] == "both"
    same = both & (merged["amount"] == merged["amount_ours"]) & (merged["standing"] == merged["standing_ours"])
    return int(same.sum()), int((~same).sum())


def main() -> None:
    """Run one contender."""
    run = {"columns": by_columns, "pandas": by_pandas}[sys.argv[1]]
    began = time.perf_counter()
    matched, differences = run(Path(sys.argv[2]))
    seconds = time.perf_counter() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"matched": matched, "differences": differences, "seconds": seconds, "peak": peak}))


if __name__ == "__main__":
    main()
