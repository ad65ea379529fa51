"""What it costs to replay a loan of 36 months with one late and one early payment."""

import json
from collections.abc import Collection, Iterator
from datetime import date
from functools import partial
from typing import Any

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.account import folded
from lending.loans.choices import Method
from lending.loans.facts import Disbursement, LoanFact, Repayment
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms, Multiple, Penalty
from lending_entrypoints.replay import line_of, replay_text
from tests.benchmarks.figure import Figure
from tests.benchmarks.timing import seconds_of

ROUNDS = 30
START, LATE, EARLY = date(2024, 1, 5), date(2024, 6, 20), date(2024, 9, 20)
TERMS = LoanTerms(
    principal=Money(12_000_000),
    rate=Rate(18_000_000),
    method=Method.EQUAL_INSTALMENT,
    instalments=36,
    start=START,
    penalty=Penalty(Multiple(15_000), compound=True),
)


def paid(only: Collection[int]) -> list[tuple[date, Money]]:
    """Payments of these instalments: the fifth is late, the ninth early."""
    moved = {5: LATE, 9: EARLY}
    return [
        (moved.get(no, due), Money(principal + asked))
        for no, _start, due, principal, asked, *_rest in plan_of(TERMS).rows
        if no in only
    ]


def facts(only: Collection[int]) -> tuple[LoanFact, ...]:
    """Payout and payments as the domain takes them."""
    payments = [Repayment(on=on, key=f"payment {no}", amount=amount) for no, (on, amount) in enumerate(paid(only))]
    return (Disbursement(on=START, key="payout", amount=TERMS.principal), *payments)


def case(only: Collection[int]) -> str:
    """The same as a case of the replay contract."""
    terms = {
        "principal": TERMS.principal.text,
        "annual_rate": TERMS.rate.text,
        "method": TERMS.method.value,
        "instalments": TERMS.instalments,
        "penalty": {"multiple": "1.5", "compound": True},
    }
    actions: list[dict[str, Any]] = [{"on": START.isoformat(), "do": "DISBURSE", "amount": TERMS.principal.text}]
    actions += [{"on": on.isoformat(), "do": "REPAY", "amount": amount.text} for on, amount in paid(only)]
    text = json.dumps({"id": "bench", "terms": terms, "actions": actions})
    assert "error" not in replay_text(text).document, "the case must be computed"
    return text


def line(case: str) -> str:
    """What `lending replay --lines` does for one line: JSON to JSON."""
    return line_of(replay_text(case).document)


def bench_replay() -> Iterator[Figure]:
    """The account by the domain; and all of `lending replay --lines`, JSON to JSON with journal and yearly cost."""
    two, all_of_them = (5, 9), range(1, 37)
    account = folded.__wrapped__  # kept results would be timed else
    seconds = seconds_of(
        {
            "replay, 36 months, a late and an early payment": partial(account, TERMS, facts(two), date(2025, 1, 20)),
            "replay, 36 months, all payments": partial(account, TERMS, facts(all_of_them), date(2027, 1, 20)),
            "lending replay --lines, a late and an early payment": partial(line, case(two)),
            "lending replay --lines, all payments": partial(line, case(all_of_them)),
        },
        ROUNDS,
    )
    for name, took in seconds.items():
        yield Figure(name=name, value=took * 1000, unit="ms", detail=f"best of {ROUNDS}")
