"""The breaks of random days are found exactly: none missed, none invented, late ones found late, old ones parked."""

import random
import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from lending.reconciliation.matching import Matcher
from lending_adapters.reconciliation.columns import match_on_columns
from tests.support.days import FIRST, Days

__all__ = ["DAYS", "violations_of"]

DAYS = 5
"""Days a seed lives through: enough for what differs on the first to be parked."""

CARRIED_DAYS = 3
"""T+1 to T+3, as the handbook has it."""

AWAITING = {"LONG", "SHORT"}


def violations_of(seed: int, matcher: Matcher = match_on_columns) -> list[str]:
    """Live through the days of a seed; what was missed, and what invented."""
    with tempfile.TemporaryDirectory() as folder:
        days = Days(seed, Path(folder), matcher)
        size = random.Random(f"size {seed}")
        told: list[str] = []
        late: set[str] = set()
        for number in range(DAYS):
            day = FIRST + timedelta(days=number)
            late |= {line.order_no for line in days.put_off}
            expected = days.next_day(day, size.randint(0, 40))
            found = {(difference.reference, difference.result.value) for difference in days.found(day)}
            told += [f"seed {seed}, {day}: missed {missed}" for missed in sorted(expected - found)]
            told += [f"seed {seed}, {day}: invented {invented}" for invented in sorted(found - expected)]
        return told + [wrong for number in range(DAYS) for wrong in _states(days, number, late)]


def _states(days: Days, number: int, late: set[str]) -> Iterator[str]:
    """What was told a day late is matched late; what else stands alone for three days is parked; nothing else moves."""
    day = FIRST + timedelta(days=number)
    overdue = AWAITING if DAYS - 1 - number >= CARRIED_DAYS else set()
    for each in days.found(day):
        wanted = "PARKED" if each.result.value in overdue else each.result.value
        if each.reference in late:
            wanted = "MATCHED_LATE"
        if each.state.value != wanted:
            yield f"seed {days.seed}, {day}: {each.reference} is {each.state.value}, not {wanted}"
