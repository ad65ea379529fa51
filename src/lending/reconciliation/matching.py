"""Matching two sides by reference: what each reconciliation finds, said on values.

This is the specification. Large days are matched on columns by an adapter; a property test holds it to this.
"""

import enum
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

import attrs

from lending.kernel.checks import text_of, within
from lending.kernel.money import MINOR_MAX
from lending.reconciliation.statement import Flow, LineState, StatementLine

__all__ = [
    "FINDINGS_MAX",
    "Carried",
    "Claim",
    "Finding",
    "Matcher",
    "Matching",
    "Record",
    "Result",
    "Standing",
    "Tally",
    "completes",
    "judge",
    "match",
    "records_of_lines",
    "reduce",
]

COUNT = within(0, 2**63 - 1)

FINDINGS_MAX = 10_000
"""Two sides that differ in more references than this are not of one another."""


class Standing(enum.Enum):
    """How sure a side is that money moved."""

    SUCCESS = "SUCCESS"
    OPEN = "OPEN"
    """Ordered, with no final word."""
    FAILED = "FAILED"


class Result(enum.Enum):
    """What comparing the two sides of a reference finds (R65): the five results."""

    MATCHED = "MATCHED"
    LONG = "LONG"
    """They have it, we do not (长款)."""
    SHORT = "SHORT"
    """We have it, they do not (短款)."""
    AMOUNT_DIFF = "AMOUNT_DIFF"
    STATUS_DIFF = "STATUS_DIFF"


class Record(NamedTuple):
    """One movement on either side, in minor units. A channel may split an order into several."""

    flow: Flow
    reference: str
    amount: int
    standing: Standing


@attrs.frozen
class Claim:
    """What a side says of a reference, all of its records together."""

    amount: int = attrs.field(validator=within(0, MINOR_MAX))
    standing: Standing


@attrs.frozen(kw_only=True)
class Finding:
    """A reference on which the two sides are not at one."""

    flow: Flow
    reference: str = attrs.field(validator=text_of(64))
    theirs: Claim | None
    ours: Claim | None


@attrs.frozen(kw_only=True)
class Carried:
    """A long or short record of a neighbouring day that may find its counterpart on this one."""

    key: str
    """Whose it is: the difference's id."""
    flow: Flow
    reference: str
    theirs: Claim | None
    ours: Claim | None


@attrs.frozen(kw_only=True)
class Tally:
    """How many references came out how, and how much money was matched, in minor units."""

    matched: int = attrs.field(default=0, validator=COUNT)
    matched_amount: int = attrs.field(default=0, validator=COUNT)
    late: int = attrs.field(default=0, validator=COUNT)
    long: int = attrs.field(default=0, validator=COUNT)
    short: int = attrs.field(default=0, validator=COUNT)
    amount_diff: int = attrs.field(default=0, validator=COUNT)
    status_diff: int = attrs.field(default=0, validator=COUNT)

    @property
    def differences(self) -> int:
        """How many references differ."""
        return self.long + self.short + self.amount_diff + self.status_diff


@attrs.frozen
class Matching:
    """What matching a day finds: the tally, what differs by flow and reference, and which carried ones are found.

    Of more than `FINDINGS_MAX` findings the first so many are told; the tally counts all.
    """

    tally: Tally
    findings: tuple[Finding, ...]
    late: tuple[str, ...]


class Matcher(Protocol):
    """Matches two sides of any size, and finds what `match` finds."""

    def __call__(self, theirs: Iterable[Record], ours: Iterable[Record], carried: Iterable[Carried] = ()) -> Matching:
        """Match them."""


COUNTED = {
    Result.LONG: "long",
    Result.SHORT: "short",
    Result.AMOUNT_DIFF: "amount_diff",
    Result.STATUS_DIFF: "status_diff",
}
STANDINGS = (Standing.SUCCESS, Standing.OPEN, Standing.FAILED)

Reference = tuple[Flow, str]


def judge(theirs: Claim | None, ours: Claim | None) -> Result | None:
    """The result of one reference; None where no money is said to have moved by a side that stands alone.

    Amounts are compared before standings: in doubt about one amount and told of another, we do not follow.
    """
    if ours is None or theirs is None:
        alone = theirs or ours
        if alone is None or alone.standing is not Standing.SUCCESS:
            return None
        return Result.LONG if ours is None else Result.SHORT
    if theirs.standing is Standing.SUCCESS and ours.standing is not Standing.FAILED and theirs.amount != ours.amount:
        return Result.AMOUNT_DIFF
    return Result.MATCHED if theirs.standing is ours.standing else Result.STATUS_DIFF


def reduce(records: Iterable[Record]) -> dict[Reference, Claim]:
    """One claim a reference: the sum of the records that are surest to have moved, and how sure that is."""
    sums: dict[Reference, dict[Standing, int]] = {}
    for flow, reference, amount, standing in records:
        held = sums.setdefault((flow, reference), {})
        held[standing] = held.get(standing, 0) + amount
    return {reference: _surest(held) for reference, held in sums.items()}


def _surest(held: Mapping[Standing, int]) -> Claim:
    standing = next(standing for standing in STANDINGS if standing in held)
    return Claim(held[standing], standing)


def records_of_lines(lines: Iterable[StatementLine]) -> Iterable[Record]:
    """A statement's lines as records."""
    for line in lines:
        standing = Standing.SUCCESS if line.state is LineState.SUCCESS else Standing.FAILED
        yield Record(line.flow, line.reference, line.amount, standing)


def match(theirs: Iterable[Record], ours: Iterable[Record], carried: Iterable[Carried] = ()) -> Matching:
    """Match two sides of a day. Of several carried for one reference the one with the least key is found."""
    they, we = reduce(theirs), reduce(ours)
    waiting: dict[Reference, list[Carried]] = {}
    for one in sorted(carried, key=lambda one: one.key):
        waiting.setdefault((one.flow, one.reference), []).append(one)
    counts = dict.fromkeys(("matched", "matched_amount", *COUNTED.values()), 0)
    findings: list[Finding] = []
    late: list[str] = []
    for key in sorted(they.keys() | we.keys(), key=lambda key: (key[0].value, key[1])):
        their, our = they.get(key), we.get(key)
        result = judge(their, our)
        if result is None:
            continue
        if result is Result.MATCHED and their is not None:
            counts["matched"] += 1
            counts["matched_amount"] += their.amount if their.standing is Standing.SUCCESS else 0
            continue
        found = next((one for one in waiting.get(key, ()) if completes(one, their, our)), None)
        if found is not None:
            late.append(found.key)
            continue
        counts[COUNTED[result]] += 1
        findings.append(Finding(flow=key[0], reference=key[1], theirs=their, ours=our))
    return Matching(Tally(late=len(late), **counts), tuple(findings[:FINDINGS_MAX]), tuple(sorted(late)))


def completes(one: Carried, theirs: Claim | None, ours: Claim | None) -> bool:
    """Whether the carried record is the missing side of this one."""
    if theirs is None:
        return one.ours is None and judge(one.theirs, ours) is Result.MATCHED
    return ours is None and one.theirs is None and judge(theirs, one.ours) is Result.MATCHED
