"""Repricing (F9): the rate changes that publications bring about in a loan with a floating rate.

On each reset day after the start the rate becomes that of the last publication on or before the day, plus
the spread. Days before it keep the rate they had: a rate change plans the unpaid future anew and no past row.
"""

from collections.abc import Iterator
from datetime import date

from lending.kernel.periods import months_after
from lending.loans.choices import Reset
from lending.loans.facts import RateChange
from lending.loans.terms import LoanTerms
from lending.products.rates import ReferenceRates

__all__ = ["rate_changes", "reset_days"]

MONTHS_BETWEEN = {Reset.JANUARY: 12, Reset.ANNIVERSARY: 12, Reset.QUARTERLY: 3, Reset.MONTHLY: 1}


def reset_days(reset: Reset, start: date, until: date) -> Iterator[date]:
    """The reset days after `start` and not after `until`."""
    step = MONTHS_BETWEEN[reset]
    at = start if reset is Reset.ANNIVERSARY else date(start.year, (start.month - 1) // step * step + 1, 1)
    times = 1
    while (day := months_after(at, step * times)) <= until:
        yield day
        times += 1


def rate_changes(terms: LoanTerms, published: ReferenceRates, until: date) -> tuple[RateChange, ...]:
    """The changes of rate due by `until` of a loan with `terms`, whose `start` is set; none where the rate is fixed.

    A reset day that brings the rate in force again brings no change. The key tells the day.
    """
    if terms.floating is None:
        return ()
    assert terms.start is not None, "set when the loan is opened"
    rate = terms.rate
    changes = []
    for day in reset_days(terms.floating.reset, terms.start, until):
        fixed = published.price(terms.floating.price, day)
        if fixed is not None and fixed != rate:
            changes.append(RateChange(on=day, key=f"reprice-{day}", rate=fixed))
            rate = fixed
    return tuple(changes)
