"""Defects put into the core on purpose, to see whether they are found."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from lending.kernel.rounding import Rounding
from lending.loans.account import folded
from lending.loans.fold import kept
from lending.loans.row import Row

__all__ = ["interest_counted"]


@contextmanager
def interest_counted(until: Callable[[Row, date], date]) -> Iterator[None]:
    """Every instalment's interest is that until another day than the one asked for."""
    sound = Row.borne_by

    def by_wrong_days(row: Row, day: date, rounding: Rounding) -> int:
        return sound(row, until(row, day), rounding)

    # An account is folded once for equal values: none may outlive the change, to either side.
    _forget()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Row, "borne_by", by_wrong_days)
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    folded.cache_clear()
    kept.cache_clear()
