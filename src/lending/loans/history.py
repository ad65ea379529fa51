"""A loan's figures through time: what accounting and `lending replay` post entries from."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import attrs

from lending.loans.facts import LoanFact, Refund, Reversal
from lending.loans.figures import Figures
from lending.loans.fold import apply, ledger_of, live_facts
from lending.loans.ledger import Ledger
from lending.loans.terms import LoanTerms
from lending.loans.totals import figures_of

__all__ = ["Moment", "history"]


@attrs.frozen
class Moment:
    """A point of a loan's history: the figures on `on` after `fact`, or before any fact of that date where None."""

    on: date
    fact: LoanFact | None
    figures: Figures


def history(terms: LoanTerms, facts: Sequence[LoanFact], as_of: date) -> Iterator[Moment]:
    """Every due date, every fact in the order of value dates, and `as_of`, with the figures at each."""
    ordered = sorted((fact for fact in facts if fact.on <= as_of), key=lambda fact: fact.on)
    ledger = ledger_of(terms, (), as_of)
    for place, fact in enumerate(ordered):
        yield from _passing(ledger, fact.on)
        if isinstance(fact, (Refund, Reversal)):
            ledger = ledger_of(terms, ordered[: place + 1], fact.on)
        elif _counts(fact, ordered[: place + 1]):
            apply(ledger, fact)
        yield Moment(fact.on, fact, _figures(ledger, fact.on))
    yield from _passing(ledger, as_of)


def _counts(fact: LoanFact, known: Iterable[LoanFact]) -> bool:
    return fact in live_facts(known, fact.on)


def _passing(ledger: Ledger, until: date) -> Iterator[Moment]:
    """The due dates up to `until`, and `until` itself, while time passes."""
    if not ledger.rows:
        return
    for due in [row.due for row in ledger.rows[ledger.next :] if row.due < until]:
        ledger.advance(due)
        yield Moment(due, None, _figures(ledger, due))
    ledger.advance(until)
    yield Moment(until, None, _figures(ledger, until))


def _figures(ledger: Ledger, day: date) -> Figures:
    ledger.restate(day)
    return figures_of(ledger, day)
