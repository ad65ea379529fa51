"""The fake channel's statements: what truly moved on a day, and on demand the ways in which such files are wrong."""

import enum
import itertools
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path

import attrs

from lending.application.call import CHINA
from lending.reconciliation.statement import Flow, LineState, StatementHead, StatementLine
from lending_adapters.statements.writing import write_statement
from lending_adapters.vendors.bank import Movement, paid_under

__all__ = ["Break", "FakeStatements", "Spoilt", "spoil", "true_lines"]

FEE = 200
"""What the channel takes for an order, in minor units."""

SECONDS_A_DAY = 24 * 60 * 60
ONE_DAY = timedelta(days=1)


class Break(enum.Enum):
    """One way in which a statement is wrong."""

    MISSING = "MISSING"
    """A movement is not told."""
    EXTRA = "EXTRA"
    """A movement is told of an order that nobody gave."""
    AMOUNT = "AMOUNT"
    """A movement is told with another amount."""
    STATUS = "STATUS"
    """A movement is told to have failed."""
    DUPLICATE = "DUPLICATE"
    """A movement is told a second time, under a number of its own."""
    WRONG_DAY = "WRONG_DAY"
    """A movement is told on the next day."""
    SPLIT = "SPLIT"
    """No fault: a movement is told in several lines that sum to it."""


@attrs.frozen(kw_only=True)
class Spoilt:
    """Lines with breaks in them: those for the day, those put off to the next, and which order each break fell on."""

    lines: tuple[StatementLine, ...]
    put_off: tuple[StatementLine, ...]
    breaks: tuple[tuple[Break, str], ...]


def true_lines(movements: Iterable[Movement], day: date) -> list[StatementLine]:
    """Everything that moved on the day, in the order in which it did."""
    moved = (movement for movement in movements if movement.on == day)
    return [
        StatementLine(
            channel_no=f"C{day:%Y%m%d}{number:09d}",
            order_no=paid_under(movement),
            flow=_flow_of(movement),
            amount=movement.amount,
            fee=FEE,
            state=LineState.SUCCESS,
            at=datetime.combine(day, time(), CHINA) + timedelta(seconds=number % SECONDS_A_DAY),
            settled_on=day,
        )
        for number, movement in enumerate(moved, start=1)
    ]


def _flow_of(movement: Movement) -> Flow:
    if movement.back:
        return Flow.RETURN
    return Flow.DEDUCTION if movement.incoming else Flow.PAYOUT


def spoil(lines: Sequence[StatementLine], breaks: Mapping[Break, int], chance: random.Random) -> Spoilt:
    """Draw for each break its line, no line twice; of a break that finds no line left there are fewer."""
    kinds = [kind for kind, count in breaks.items() for _ in range(count)]
    chosen = chance.sample(range(len(lines)), len(lines))
    kept: list[StatementLine] = list(lines)
    put_off: list[StatementLine] = []
    told: list[tuple[Break, str]] = []
    gone: set[int] = set()
    for number, kind in enumerate(kinds):
        if kind is Break.EXTRA:
            extra = list(_extra(lines, number, chance))
            kept.extend(extra)
            told.extend((kind, line.order_no) for line in extra)
        elif chosen:
            place = chosen.pop()
            line = lines[place]
            gone.add(place)
            told.append((kind, line.order_no))
            kept.extend(_instead(line, kind, chance))
            if kind is Break.WRONG_DAY:
                put_off.append(attrs.evolve(line, settled_on=line.settled_on + ONE_DAY))
    left = [line for place, line in enumerate(kept) if place not in gone]
    chance.shuffle(left)
    return Spoilt(lines=tuple(left), put_off=tuple(put_off), breaks=tuple(told))


def _instead(line: StatementLine, kind: Break, chance: random.Random) -> Iterator[StatementLine]:
    """What stands in the file in place of the line."""
    match kind:
        case Break.AMOUNT:
            yield attrs.evolve(line, amount=line.amount + chance.choice([1, 100, line.amount]))
        case Break.STATUS:
            yield attrs.evolve(line, state=LineState.FAILED)
        case Break.DUPLICATE:
            yield line
            yield attrs.evolve(line, channel_no=f"{line.channel_no}-2")
        case Break.SPLIT:
            cuts = sorted(chance.sample(range(1, line.amount), min(2, line.amount - 1)))
            for part, (low, high) in enumerate(itertools.pairwise([0, *cuts, line.amount]), start=1):
                yield attrs.evolve(line, channel_no=f"{line.channel_no}-{part}", amount=high - low)
        case _:
            return


def _extra(lines: Sequence[StatementLine], number: int, chance: random.Random) -> Iterator[StatementLine]:
    """A movement of nobody's, like another of the day; none where the day has no movement to copy."""
    if lines:
        like = chance.choice(lines)
        unknown = f"X{like.settled_on:%Y%m%d}{number:09d}"
        yield attrs.evolve(like, channel_no=unknown, order_no=f"{unknown}-0", amount=chance.randint(1, 10**6))


class FakeStatements:
    """Writes a fake channel's statement of any day, one day after the other where lines are put off."""

    def __init__(self, movements: Iterable[Movement], chance: random.Random, source: str) -> None:
        self._movements = movements
        self._chance = chance
        self._source = source
        self._put_off: dict[date, tuple[StatementLine, ...]] = {}

    def write(
        self, path: Path, day: date, breaks: Mapping[Break, int] | None = None, version: int = 1
    ) -> tuple[StatementHead, tuple[tuple[Break, str], ...]]:
        """Write the file of a day with so many breaks of each kind; its head, and which order each break fell on."""
        spoilt = spoil(true_lines(self._own(), day), breaks or {}, self._chance)
        self._put_off[day + ONE_DAY] = spoilt.put_off
        lines = (*spoilt.lines, *self._put_off.get(day, ()))
        return write_statement(path, self._source, day, lines, version), spoilt.breaks

    def _own(self) -> Iterator[Movement]:
        return (movement for movement in self._movements if movement.channel == self._source)
