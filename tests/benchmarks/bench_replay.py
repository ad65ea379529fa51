"""What it costs to replay a loan of 36 months: in the domain alone, and by `lending replay --lines` in all.

No two loans that are timed are alike: what is kept of one is of no use to another.
"""

import itertools
import json
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import partial
from typing import Any

import attrs

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import Account, account
from lending.loans.choices import Method
from lending.loans.facts import Disbursement, LoanFact, Repayment
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms, Multiple, Penalty
from lending_entrypoints.replay import line_of, replay_text
from tests.benchmarks.figure import Figure
from tests.benchmarks.timing import seconds_of

ROUNDS = 30
START, LATE, EARLY = date(2024, 1, 5), date(2024, 6, 20), date(2024, 9, 20)
PRINCIPALS = (Money(minor) for minor in itertools.count(12_000_000, 1_000))
TERMS = LoanTerms(
    principal=Money(12_000_000),
    rate=Rate(18_000_000),
    method=Method.EQUAL_INSTALMENT,
    instalments=36,
    start=START,
    penalty=Penalty(Multiple(15_000), compound=True),
)
TWO, ALL = (5, 9), range(1, 37)


def paid(terms: LoanTerms, only: Collection[int]) -> list[tuple[date, Money]]:
    """Payments of these instalments: the fifth is late, the ninth early."""
    moved = {5: LATE, 9: EARLY}
    payments = [
        (moved.get(no, due), Money(principal + asked))
        for no, _start, due, principal, asked, *_rest in plan_of(terms).rows
        if no in only
    ]
    return sorted(payments, key=lambda payment: payment[0])


def stated(only: Collection[int], as_of: date) -> Callable[[], Account]:
    """The account of a loan like no other before, its facts at hand."""
    terms = attrs.evolve(TERMS, principal=next(PRINCIPALS))
    facts: list[LoanFact] = [Disbursement(on=START, key="payout", amount=terms.principal)]
    facts += [Repayment(on=on, key=f"payment {no}", amount=amount) for no, (on, amount) in enumerate(paid(terms, only))]
    return partial(account, terms, tuple(facts), as_of)


def line(only: Collection[int]) -> Callable[[], str]:
    """From a case's text to its result's: what the command does for a line."""
    terms = attrs.evolve(TERMS, principal=next(PRINCIPALS))
    actions: list[dict[str, Any]] = [{"on": START.isoformat(), "do": "DISBURSE", "amount": terms.principal.text}]
    actions += [{"on": on.isoformat(), "do": "REPAY", "amount": amount.text} for on, amount in paid(terms, only)]
    case = {
        "id": terms.principal.text,
        "terms": {
            "principal": terms.principal.text,
            "annual_rate": terms.rate.text,
            "method": terms.method.value,
            "instalments": terms.instalments,
            "penalty": {"multiple": "1.5", "compound": True},
        },
        "actions": actions,
    }
    return partial(replayed, json.dumps(case))


def replayed(case: str) -> str:
    """One line of the command's output."""
    result = replay_text(case)
    assert not result.failed, "the case must be computed"
    return line_of(result.document)


def in_turn(make: Callable[[], Callable[[], object]]) -> Callable[[], object]:
    """What is timed takes the next of as many as there are rounds, all made before."""
    made = [make() for _round in range(ROUNDS)]

    def run() -> object:
        return made.pop()()

    return run


def bench_replay() -> Iterator[Figure]:
    """The domain: terms and facts to the account. The command: JSON to JSON, every action judged, with journal."""
    seconds = seconds_of(
        {
            "account by the domain, 36 months, two payments": in_turn(lambda: stated(TWO, date(2025, 1, 20))),
            "account by the domain, 36 months, all payments": in_turn(lambda: stated(ALL, date(2027, 1, 20))),
            "lending replay --lines, 36 months, two payments": in_turn(lambda: line(TWO)),
            "lending replay --lines, 36 months, all payments": in_turn(lambda: line(ALL)),
        },
        ROUNDS,
    )
    for name, took in seconds.items():
        what = "terms and facts to account" if name.startswith("account") else "JSON to JSON in one process"
        detail = f"{what}, one late and one early payment among them; best of {ROUNDS}, each another loan"
        yield Figure(name=name, value=took * 1000, unit="ms a case", detail=detail)
