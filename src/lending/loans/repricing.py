"""Repricing (F9): what publications of the LPR bring about in a loan with a floating rate.

On each reset day after the payout the rate becomes that of the last publication on or before the day, plus the
spread. Days before it keep the rate they had: a rate change plans the unpaid future anew and no past row.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from lending.kernel.periods import months_after
from lending.kernel.rates import Rate
from lending.loans.facts import LoanFact, RateChange, Repricing
from lending.loans.terms import LoanTerms
from lending.products.rates import ReferenceRates, Reset

__all__ = ["next_reset", "repricings", "reset_days"]

MONTHS_BETWEEN = {Reset.JANUARY: 12, Reset.ANNIVERSARY: 12, Reset.QUARTERLY: 3, Reset.MONTHLY: 1}


def reset_days(reset: Reset, start: date, until: date) -> Iterator[date]:
    """The reset days after `start` and not after `until`."""
    times = 1
    while (day := _reset_day(reset, start, times)) <= until:
        yield day
        times += 1


def next_reset(terms: LoanTerms, after: date) -> date | None:
    """The first reset day after `after` of a loan whose `start` is set; None where the rate is fixed."""
    if terms.floating is None:
        return None
    assert terms.start is not None, "set when the loan is opened"
    times = 1
    while (day := _reset_day(terms.floating.reset, terms.start, times)) <= after:
        times += 1
    return day


def _reset_day(reset: Reset, start: date, times: int) -> date:
    step = MONTHS_BETWEEN[reset]
    at = start if reset is Reset.ANNIVERSARY else date(start.year, (start.month - 1) // step * step + 1, 1)
    return months_after(at, step * times)


def repricings(
    terms: LoanTerms, facts: Sequence[LoanFact], published: ReferenceRates, until: date
) -> tuple[Repricing, ...]:
    """The repricings due by `until` that `facts`, which begin with the payout, do not hold yet; none of a fixed rate.

    A reset day that brings the rate in force again brings nothing. A day repriced by a publication that was late or
    wrong is repriced again. What is missing depends on the facts' dates, never on when it is asked for.
    """
    if terms.floating is None:
        return ()
    assert terms.start is not None, "set when the loan is opened"
    changes = [fact for fact in facts if isinstance(fact, RateChange)]
    missing = []
    for day in reset_days(terms.floating.reset, terms.start, until):
        if day <= facts[0].on:
            continue
        rate = published.price(terms.floating, day)
        here = [fact for fact in changes if isinstance(fact, Repricing) and fact.on == day]
        if rate is None or rate == (here[-1].rate if here else _rate_before(terms, changes, day)):
            continue
        key = f"reprice-{day}" if not here else f"reprice-{day}-{len(here) + 1}"
        missing.append(Repricing(on=day, key=key, rate=rate))
        changes.append(missing[-1])
    return tuple(missing)


def _rate_before(terms: LoanTerms, changes: Sequence[RateChange], day: date) -> Rate:
    """The contract rate in force as `day` begins."""
    earlier = sorted((fact for fact in changes if fact.on < day), key=lambda fact: fact.sequence)
    return earlier[-1].rate if earlier else terms.rate
