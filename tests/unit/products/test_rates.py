"""The LPR: read from a history of publications, and priced with a spread."""

from datetime import date

import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import Rate
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor

HISTORY = ReferenceRates(
    (
        Publication(date(2023, 8, 21), Rate.parse("0.0345"), Rate.parse("0.0420")),
        Publication(date(2024, 7, 22), Rate.parse("0.0335"), Rate.parse("0.0385")),
        Publication(date(2024, 10, 21), Rate.parse("0.0310"), Rate.parse("0.0360")),
    )
)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        (date(2023, 8, 20), None),
        (date(2023, 8, 21), "0.0345"),
        (date(2024, 7, 21), "0.0345"),
        (date(2025, 1, 1), "0.0310"),
    ],
)
def test_the_rate_of_a_day_is_the_last_published_on_or_before_it(day: date, rate: str | None) -> None:
    assert HISTORY.on(day, Tenor.ONE_YEAR) == (Rate.parse(rate) if rate else None)


def test_the_spread_is_added_in_basis_points() -> None:
    """F9: LPR 3.45 % + 255 bp = 6.00 %, and 3.10 % + 255 bp = 5.65 %."""
    floating = Floating(Tenor.ONE_YEAR, 255, Reset.JANUARY)
    assert HISTORY.price(floating, date(2024, 1, 1)) == Rate.parse("0.06")
    assert HISTORY.price(floating, date(2025, 1, 1)) == Rate.parse("0.0565")


def test_publications_out_of_order_are_refused() -> None:
    with pytest.raises(InvalidValue, match="each later than the one before"):
        ReferenceRates(tuple(reversed(HISTORY.publications)))
