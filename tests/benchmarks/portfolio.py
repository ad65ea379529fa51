"""The loans that plans are measured on: annuities of 24 to 84 months, drawn once and for all."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import attrs
import numpy as np

from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import Method
from lending.loans.terms import LoanTerms
from lending_adapters.batch import LoanColumns

__all__ = ["Sample", "columns", "portfolio"]


@attrs.frozen
class Sample:
    """One loan, as every contender is told of it."""

    principal: int
    """In fen."""
    rate: int
    """In 10⁻⁸ a year."""
    months: int
    start: date


def portfolio(count: int) -> list[Sample]:
    """Loans of 500 to 800,000 yuan at 3 % to 24 % in quarters of a percent, paid out in one month."""
    chance = random.Random(84)
    return [
        Sample(
            principal=chance.randint(50_000, 80_000_000),
            rate=chance.randrange(300, 2401, 25) * 10_000,
            months=chance.randint(24, 84),
            start=date(2024, 1, 1) + timedelta(days=chance.randrange(31)),
        )
        for _loan in range(count)
    ]


def columns(loans: Sequence[Sample]) -> LoanColumns:
    """The same loans as columns."""
    return LoanColumns(
        terms=LoanTerms(principal=Money(1), rate=Rate(0), method=Method.EQUAL_INSTALMENT, instalments=1),
        principal=np.array([loan.principal for loan in loans]),
        rate=np.array([loan.rate for loan in loans]),
        instalments=np.array([loan.months for loan in loans]),
        start=np.array([loan.start for loan in loans], "datetime64[D]"),
        first_due=np.full(len(loans), np.datetime64("NaT", "D")),
    )
