"""A loan's figures through time: what accounting and `lending replay` post entries from."""

from collections.abc import Generator, Iterable, Iterator, Sequence
from datetime import date, timedelta

import attrs

from lending.loans.facts import CalendarYearKnown, Cancellation, DepositReturn, LoanFact, Refund, Reversal, Waiver
from lending.loans.figures import Figures
from lending.loans.fold import apply, lapsed_waivers, ledger_of, live_facts
from lending.loans.serviced import ServicedLedger
from lending.loans.terms import LoanTerms
from lending.loans.totals import figures_of

__all__ = ["Moment", "history"]

ONE_DAY = timedelta(days=1)


REPLAYING = (CalendarYearKnown, Cancellation, DepositReturn, Refund, Reversal)
"""The facts after which what came before stands otherwise."""


@attrs.frozen
class Moment:
    """A point of a loan's history: the figures on `on` after `fact`, or before any fact of that date where None."""

    on: date
    fact: LoanFact | None
    figures: Figures


def history(terms: LoanTerms, facts: Sequence[LoanFact], as_of: date) -> Iterator[Moment]:
    """Every due date, every day on which the loan stops accruing, every fact in the order of value dates, and `as_of`.

    Each with the figures on it.
    """
    ordered = sorted((fact for fact in facts if fact.on <= as_of), key=lambda fact: fact.sequence)
    ledger = ledger_of(terms, (), as_of).copy()
    for place, fact in enumerate(ordered):
        ledger = yield from _until(fact.on, ledger, ordered[:place])
        if isinstance(fact, REPLAYING):
            ledger = ledger_of(terms, ordered[: place + 1], fact.on).copy()
        elif _counts(fact, ordered[: place + 1]):
            apply(ledger, fact)
        yield Moment(fact.on, fact, _figures(ledger, fact.on))
    yield from _until(as_of, ledger, ordered)


def _counts(fact: LoanFact, known: Iterable[LoanFact]) -> bool:
    return fact in live_facts(known, fact.on)


def _until(day: date, ledger: ServicedLedger, known: Sequence[LoanFact]) -> Generator[Moment, None, ServicedLedger]:
    """Time passes until `day`; where a waiver lapses, the ledger is that of a loan that never had it."""
    ends = {fact.for_payment.by + ONE_DAY for fact in known if isinstance(fact, Waiver) and fact.for_payment}
    for end in sorted(end for end in ends if ledger.at < end <= day):
        if any(waiver.for_payment and waiver.for_payment.by + ONE_DAY == end for waiver in lapsed_waivers(known, end)):
            yield from _passing(ledger, end)
            ledger = ledger_of(ledger.terms, known, end).copy()
            yield Moment(end, None, _figures(ledger, end))
    yield from _passing(ledger, day)
    return ledger


def _passing(ledger: ServicedLedger, until: date) -> Iterator[Moment]:
    """What time brings about up to `until`, and `until` itself."""
    if not ledger.rows:
        return
    while (day := _next_day(ledger, until)) < until:
        ledger.advance(day)
        yield Moment(day, None, _figures(ledger, day))
    ledger.advance(until)
    yield Moment(until, None, _figures(ledger, until))


def _next_day(ledger: ServicedLedger, until: date) -> date:
    """The next day before `until` on which a row or a charge falls due, is overdue, or the loan stops accruing."""
    unpaid = ledger.open_due()
    overdue = ledger.standing.grace + ONE_DAY
    days = [row.due for row in ledger.rows[ledger.next : ledger.next + 1]]
    days += [row.pay_by + overdue for row in unpaid if row.plan_owed > 0]
    days += ledger.charge_days
    stops = ledger.standing.stops_on(unpaid)
    if stops is not None:
        days.append(stops)
    return min([*(day for day in days if day > ledger.at), until])


def _figures(ledger: ServicedLedger, day: date) -> Figures:
    ledger.restate(day)
    return figures_of(ledger, day)
