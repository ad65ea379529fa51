"""Interest earned through a date, of many loans at once (F6)."""

import numpy as np

from lending.kernel.rounding import Rounding, divide_natural
from lending_adapters.batch.calendar import days_of
from lending_adapters.batch.columns import LIMIT, Days, LoanColumns, PlanColumns, Whole

__all__ = ["interest_earned", "period_interest_earned"]


def period_interest_earned(
    borne: Whole, start: Days, end: Days, as_of: Days | np.datetime64, rounding: Rounding
) -> Whole:
    """What of `borne`, the interest of periods from `start` to `end`, is earned until `as_of`, that day not counted.

    It is R(interest × days passed ÷ days), so the days of a period add up to it exactly.
    """
    length: Whole = (end - start).astype(np.int64)
    passed = np.clip((as_of - start).astype(np.int64), 0, length)
    too_large = borne > (LIMIT - length) // np.maximum(length, 1)
    earned = divide_natural(np.where(too_large, 0, borne) * passed, length, rounding)
    for place in np.argwhere(too_large):
        at = tuple(place)
        earned[at] = divide_natural(int(borne[at]) * int(passed[at]), int(length[at]), rounding)
    return earned


def interest_earned(loans: LoanColumns, plan: PlanColumns, as_of: Days | np.datetime64) -> Whole:
    """Each loan's interest earned until `as_of`, one date or one for each, as `plan` has it.

    It is what `account` states of a loan on the scheduled balance that is paid as planned, or not paid at all.
    """
    days = days_of(loans)
    earned = period_interest_earned(plan.borne, days[:-1], days[1:], as_of, loans.terms.rounding)
    total: Whole = earned.sum(axis=0)
    return total
