"""Reference rates (LPR, 贷款市场报价利率) and what is priced on them."""

import enum
from bisect import bisect_right
from datetime import date

import attrs

from lending.kernel.invalid import InvalidValue
from lending.kernel.rates import Rate

__all__ = ["Floating", "Publication", "ReferenceRates", "Reset", "Tenor"]

BASIS_POINT = 10_000
"""One basis point at the rate scale of 10⁻⁸."""


class Tenor(enum.Enum):
    """The two LPRs."""

    ONE_YEAR = "1Y"
    OVER_FIVE_YEARS = "5Y"


class Reset(enum.Enum):
    """When a floating rate is fixed anew (重定价, F9)."""

    JANUARY = "JANUARY"
    """Yearly, on 1 January."""
    ANNIVERSARY = "ANNIVERSARY"
    """Yearly, on the day of the year on which interest began."""
    QUARTERLY = "QUARTERLY"
    """On the first day of January, April, July and October."""
    MONTHLY = "MONTHLY"
    """On the first day of each month."""


@attrs.frozen
class Floating:
    """LPR of a tenor plus a spread in basis points, fixed at signing, and when the rate is fixed anew (F9)."""

    tenor: Tenor
    spread_bp: int = attrs.field(
        validator=attrs.validators.and_(attrs.validators.ge(-1000), attrs.validators.le(10_000))
    )
    reset: Reset

    def __str__(self) -> str:
        spread = f"{'-' if self.spread_bp < 0 else '+'} {abs(self.spread_bp)} bp"
        return f"LPR {self.tenor.value} {spread}, reset {self.reset.value}"


@attrs.frozen
class Publication:
    """The two rates as published on a day."""

    on: date
    one_year: Rate
    over_five_years: Rate

    def of(self, tenor: Tenor) -> Rate:
        """The rate of one tenor."""
        return self.one_year if tenor is Tenor.ONE_YEAR else self.over_five_years


@attrs.frozen
class ReferenceRates:
    """The history of publications, in date order. The rate of a day is the last one on or before it."""

    publications: tuple[Publication, ...] = attrs.field()

    @publications.validator
    def _in_order(self, _attribute: object, publications: tuple[Publication, ...]) -> None:
        days = [publication.on for publication in publications]
        if not days or days != sorted(set(days)):
            raise InvalidValue("publications", f"{len(days)} rows", "at least one row, each later than the one before")

    def on(self, day: date, tenor: Tenor) -> Rate | None:
        """The rate in force on `day`; None before the first publication."""
        position = bisect_right(self.publications, day, key=lambda publication: publication.on)
        return self.publications[position - 1].of(tenor) if position else None

    def price(self, floating: Floating, day: date) -> Rate | None:
        """The yearly rate of a floating price fixed on `day`; a spread below zero brings it down to nothing at most."""
        rate = self.on(day, floating.tenor)
        return None if rate is None else Rate(max(0, rate.scaled + floating.spread_bp * BASIS_POINT))
