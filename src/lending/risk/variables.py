"""Variables (变量): what a decision is made from, each declared once, with where and when it came from (R29)."""

import enum
from collections.abc import Iterable
from datetime import datetime

import attrs

from lending.kernel.checks import text_of

__all__ = ["VARIABLES", "Collected", "KnownVariable", "Type", "Value", "values_of"]

Value = int | str | None
"""A variable's value: a whole number, a text, or None where it is not known."""


class Type(enum.Enum):
    """What values a variable has."""

    NUMBER = "NUMBER"
    """Whole numbers in the unit that the variable names."""
    TEXT = "TEXT"


@attrs.frozen
class KnownVariable:
    """A variable that rules may name."""

    name: str
    type: Type
    source: str
    meaning: str


VARIABLES: tuple[KnownVariable, ...] = (
    KnownVariable("product", Type.TEXT, "application", "The product's code"),
    KnownVariable("amount", Type.NUMBER, "application", "The amount asked for, in whole yuan (or the currency's unit)"),
    KnownVariable("instalments", Type.NUMBER, "application", "How many instalments are asked for"),
    KnownVariable("dealer", Type.TEXT, "application", "The dealer's id; not known where none is named"),
    KnownVariable("vehicle_price", Type.NUMBER, "application", "The vehicle's price in whole yuan"),
    KnownVariable("financed_percent", Type.NUMBER, "application", "The amount in whole percent of the vehicle's price"),
    KnownVariable("age", Type.NUMBER, "customer", "Full years of age"),
    KnownVariable("city", Type.TEXT, "customer", "The city the customer lives in"),
    KnownVariable("monthly_income", Type.NUMBER, "customer", "Income a month in whole yuan"),
    KnownVariable("instalment_to_income", Type.NUMBER, "customer", "The largest instalment in whole percent of income"),
    KnownVariable("days_registered", Type.NUMBER, "customer", "Days since the customer registered"),
    KnownVariable("loans_active", Type.NUMBER, "loans", "Loans that the customer still owes on"),
    KnownVariable("loans_settled", Type.NUMBER, "loans", "Loans that the customer has settled"),
    KnownVariable("outstanding", Type.NUMBER, "loans", "Principal that the customer owes us, in whole yuan"),
    KnownVariable("days_past_due", Type.NUMBER, "loans", "The most days past due of any loan today"),
    KnownVariable("applications_30d", Type.NUMBER, "applications", "Applications in the last 30 days, this one too"),
    KnownVariable("rejected_30d", Type.NUMBER, "applications", "Of those, how many were rejected"),
)
"""All of them. One more is declared here and collected in `origination.collecting`."""


@attrs.frozen(kw_only=True)
class Collected:
    """One variable's value as it was when it was collected: a `number` or a `text`, or neither where not known."""

    name: str = attrs.field(validator=text_of(40))
    number: int | None = None
    text: str | None = None
    source: str
    at: datetime

    @property
    def value(self) -> Value:
        """The value."""
        return self.number if self.text is None else self.text


def values_of(collected: Iterable[Collected]) -> dict[str, Value]:
    """What rules see: every variable by its name, None where it is not known."""
    known: dict[str, Value] = {variable.name: None for variable in VARIABLES}
    return known | {one.name: one.value for one in collected}
