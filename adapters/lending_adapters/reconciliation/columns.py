"""Matching on columns: finds what `lending.reconciliation.matching.match` finds, whatever the size of the day.

Both sides go to disk as they are read, in parts by a hash of the reference; the parts are then matched one by one, each
grouped once, so that memory holds a sixteenth of the day.
"""

from collections.abc import Iterable

import polars as pl

from lending.reconciliation.matching import (
    COUNTED,
    FINDINGS_MAX,
    Carried,
    Claim,
    Finding,
    Matching,
    Record,
    Result,
    Standing,
    Tally,
    completes,
)
from lending.reconciliation.statement import Flow
from lending_adapters.reconciliation.spool import Spool

__all__ = ["match_on_columns"]

THEIRS, OURS = 0, 1
SIDES = {"theirs": THEIRS, "ours": OURS}
STANDINGS = (Standing.SUCCESS, Standing.OPEN, Standing.FAILED)
"""The surest first: a side's claim is the sum of its surest records."""

SUCCESS, OPEN, FAILED = range(3)
FLOWS = tuple(sorted(Flow, key=lambda flow: flow.value))
ROW = {"side": int, "flow": int, "reference": str, "amount": int, "standing": int}
KEY = ("flow", "reference")

Row = tuple[int, str, int | None, int | None, int | None, int | None]


def match_on_columns(theirs: Iterable[Record], ours: Iterable[Record], carried: Iterable[Carried] = ()) -> Matching:
    """Match two sides of a day. Of several carried for one reference the one with the least key is found."""
    waiting: dict[tuple[Flow, str], list[Carried]] = {}
    for one in sorted(carried, key=lambda one: one.key):
        waiting.setdefault((one.flow, one.reference), []).append(one)
    with Spool(ROW, by="reference") as spool:
        for side, records in ((THEIRS, theirs), (OURS, ours)):
            spool.extend(
                (side, FLOWS.index(flow), reference, amount, STANDINGS.index(standing))
                for flow, reference, amount, standing in records
            )
        return _matched(spool, waiting)


def _matched(spool: Spool, waiting: dict[tuple[Flow, str], list[Carried]]) -> Matching:
    names = {Result.MATCHED: "matched", **COUNTED}
    counts = dict.fromkeys(("matched_amount", *names.values()), 0)
    first: pl.DataFrame | None = None
    late: list[str] = []
    carried = pl.LazyFrame(
        {"flow": [FLOWS.index(flow) for flow, _ in waiting], "reference": [reference for _, reference in waiting]},
        schema={"flow": pl.Int64, "reference": pl.String},
    )
    for part in spool.parts():
        judged = _judged(part).collect(engine="streaming")
        for result, count, amount in _counts(judged).rows():
            counts[names[Result(result)]] += count
            counts["matched_amount"] += amount if result == Result.MATCHED.value else 0
        differing = judged.filter(pl.col("result") != Result.MATCHED.value)
        for row in differing.lazy().join(carried, on=KEY, how="semi").collect().rows(named=True):
            found = _found(row, waiting)
            if found is not None:
                late.append(found.key)
                counts[names[Result(row["result"])]] -= 1
                same = (pl.col("flow") == row["flow"]) & (pl.col("reference") == row["reference"])
                differing = differing.filter(~same)
        several = differing if first is None else pl.concat([first, differing])
        first = several.sort(KEY).head(FINDINGS_MAX)
    findings = () if first is None else tuple(map(_finding, first.rows(named=True)))
    return Matching(Tally(late=len(late), **counts), findings, tuple(sorted(late)))


def _judged(part: pl.LazyFrame) -> pl.LazyFrame:
    """One row a reference that there is something to say of: each side's claim, and the result."""
    surest = [_only(pl.col("side") == side, "standing").min().alias(f"{name}_standing") for name, side in SIDES.items()]
    sums = [
        _only((pl.col("side") == side) & (pl.col("standing") == standing), "amount").sum().alias(f"{name}_{standing}")
        for name, side in SIDES.items()
        for standing in range(len(STANDINGS))
    ]
    grouped = part.group_by(KEY).agg(*surest, *sums)
    claimed = grouped.select(*KEY, *(f"{name}_standing" for name in SIDES), *map(_amount, SIDES))
    return claimed.with_columns(_result().alias("result")).filter(pl.col("result").is_not_null())


def _only(which: pl.Expr, column: str) -> pl.Expr:
    """The column where this holds, null elsewhere: quicker to group than to filter within each group."""
    return pl.when(which).then(pl.col(column))


def _amount(side: str) -> pl.Expr:
    standing = pl.col(f"{side}_standing")
    chosen = pl.when(standing == SUCCESS).then(f"{side}_{SUCCESS}").when(standing == OPEN).then(f"{side}_{OPEN}")
    return chosen.when(standing == FAILED).then(f"{side}_{FAILED}").otherwise(None).alias(f"{side}_amount")


def _result() -> pl.Expr:
    """`judge` on columns."""
    theirs, ours = pl.col("theirs_standing"), pl.col("ours_standing")
    differs = (theirs == SUCCESS) & (ours != FAILED) & (pl.col("theirs_amount") != pl.col("ours_amount"))
    words = {result: pl.lit(result.value) for result in Result}
    return (
        pl.when(ours.is_null())
        .then(pl.when(theirs == SUCCESS).then(words[Result.LONG]))
        .when(theirs.is_null())
        .then(pl.when(ours == SUCCESS).then(words[Result.SHORT]))
        .when(differs)
        .then(words[Result.AMOUNT_DIFF])
        .when(theirs == ours)
        .then(words[Result.MATCHED])
        .otherwise(words[Result.STATUS_DIFF])
    )


def _counts(judged: pl.DataFrame) -> pl.DataFrame:
    moved = pl.col("theirs_amount").filter(pl.col("theirs_standing") == SUCCESS).sum()
    return judged.group_by("result").agg(pl.len(), moved)


def _found(row: dict[str, int | str | None], waiting: dict[tuple[Flow, str], list[Carried]]) -> Carried | None:
    finding = _finding(row)
    if Result(row["result"]) not in {Result.LONG, Result.SHORT}:
        return None
    candidates = waiting[finding.flow, finding.reference]
    return next((one for one in candidates if completes(one, finding.theirs, finding.ours)), None)


def _finding(row: dict[str, int | str | None]) -> Finding:
    claims = {name: _claim(row[f"{name}_amount"], row[f"{name}_standing"]) for name in SIDES}
    return Finding(flow=FLOWS[int(row["flow"] or 0)], reference=str(row["reference"]), **claims)


def _claim(amount: int | str | None, standing: int | str | None) -> Claim | None:
    return None if amount is None or standing is None else Claim(int(amount), STANDINGS[int(standing)])
