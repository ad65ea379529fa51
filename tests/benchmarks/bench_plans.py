"""Plans of 10,000 annuity loans of 24 to 84 months: ours one by one and on columns, beside other libraries."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import Method
from lending.loans.plan import plan_of
from lending.loans.terms import LoanTerms
from lending_adapters.batch import interest_earned, period_interest_earned, plans
from tests.benchmarks.figure import Figure
from tests.benchmarks.peers import ONE_BY_ONE, by_numpy_financial_at_once, by_quantlib_balances
from tests.benchmarks.portfolio import Sample, columns, portfolio
from tests.benchmarks.timing import rates_of

LOANS = 10_000
ACCOUNTS = 1_000_000
ROUNDS = 5
OURS, COLUMNS = "scalar", "columns"


def one_by_one(loans: Sequence[Sample]) -> None:
    """Terms and plan of each loan, domain objects and due dates and all."""
    for loan in loans:
        plan_of(
            LoanTerms(
                principal=Money(loan.principal),
                rate=Rate(loan.rate),
                method=Method.EQUAL_INSTALMENT,
                instalments=loan.months,
                start=loan.start,
            )
        )


def bench_plans() -> Iterator[Figure]:
    """The scalar engine against each peer, the columnar one against the best of them."""
    loans = portfolio(LOANS)
    block = columns(loans)
    longest_first = block.take(np.argsort(-block.instalments))
    first = rates_of({"first": partial(plans, longest_first)}, LOANS, 1)["first"]
    contenders = {name: partial(run, loans) for name, run in ({OURS: one_by_one} | ONE_BY_ONE).items()}
    rates = rates_of(contenders, LOANS, ROUNDS)
    rates |= rates_of({COLUMNS: partial(plans, longest_first)}, LOANS, 10 * ROUNDS)
    scalar = rates.pop(OURS)
    at_once = rates.pop(COLUMNS)
    for peer, rate in rates.items():
        yield figure(f"plans, scalar, beside {peer}", scalar, peer, rate, f"amounts and dates; best of {ROUNDS}")
    best = max(rates, key=lambda peer: rates[peer])
    detail = f"amounts, on one core; the best of the libraries; best of {10 * ROUNDS}"
    yield figure("plans, columns, beside the best library", at_once, best, rates[best], detail)
    detail = "the same, before any factor of a rate and count is known"
    yield figure("plans, columns, first run, beside the best library", first, best, rates[best], detail)


def bench_plans_at_once() -> Iterator[Figure]:
    """The columnar engine against what libraries compute without rounding: no peers in what they find, but quick."""
    loans = portfolio(LOANS)
    block = columns(loans)
    longest_first = block.take(np.argsort(-block.instalments))
    plans(longest_first)
    rates = rates_of(
        {
            COLUMNS: partial(plans, longest_first),
            "numpy-financial, unrounded": partial(by_numpy_financial_at_once, loans),
            "QuantLib, unrounded": partial(by_quantlib_balances, loans),
        },
        LOANS,
        ROUNDS,
    )
    ours = rates.pop(COLUMNS)
    for peer, rate in rates.items():
        yield figure(f"plans, columns, beside {peer}", ours, peer, rate, "floats that no bill could be made of")


def bench_interest() -> Iterator[Figure]:
    """Interest earned through a date, as the end of day needs it, without a peer."""
    block = columns(portfolio(LOANS))
    plan, as_of = plans(block), np.datetime64("2026-05-06")
    rate = rates_of({"": lambda: interest_earned(block, plan, as_of)}, LOANS, ROUNDS)[""]
    yield Figure(name="interest earned, columns, from plans", value=rate, unit="loans/s", detail=f"{LOANS:,} loans")
    chance = np.random.default_rng(84)
    borne = chance.integers(0, 1_000_000, ACCOUNTS)
    start = np.datetime64("2026-04-06") + chance.integers(0, 30, ACCOUNTS)
    run = partial(period_interest_earned, borne, start, start + 31, as_of, block.terms.rounding)
    rate = rates_of({"": run}, ACCOUNTS, ROUNDS)[""]
    detail = f"{ACCOUNTS:,} loans, the running period of each"
    yield Figure(name="interest earned, columns, of running periods", value=rate, unit="loans/s", detail=detail)


def figure(name: str, value: float, peer: str, peer_value: float, detail: str) -> Figure:
    """A figure of plans."""
    return Figure(
        name=name,
        value=value,
        unit="loans/s",
        peer=peer,
        peer_value=peer_value,
        detail=f"{LOANS:,} annuity loans of 24-84 months; {detail}",
    )
