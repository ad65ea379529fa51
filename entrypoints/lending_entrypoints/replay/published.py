"""What is published while a replayed loan runs: rates that it follows, and the calendar of workdays."""

from contextlib import suppress
from datetime import date
from functools import cache
from typing import Any

import attrs

from lending.kernel.calendar import WorkCalendar, WorkYear
from lending.kernel.days import LAST_DAY
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.money import Currency
from lending.kernel.rates import A_RATE, Rate
from lending.products.rates import Floating, Publication, ReferenceRates, Reset, Tenor
from lending_adapters.book import read_book
from lending_entrypoints.replay.reading import Form, Spoken, choice, day, decimal, listed, whole, wrong

__all__ = [
    "Opening",
    "calendar_of",
    "first_payout",
    "first_rate",
    "floating_of",
    "rate",
    "rates_of",
    "shipped_calendar",
]

SPREAD_MIN, SPREAD_MAX = -1000, 10_000
YEAR_MIN, YEAR_MAX = 1990, LAST_DAY.year
TENOR, RESET = choice(Tenor), choice(Reset)


@attrs.frozen
class Opening:
    """What the terms are read against: the currency, what is published, and the date of the first payout."""

    currency: Currency | None
    calendar: WorkCalendar | None
    published: ReferenceRates | None
    paid_out: date | None


def floating_of(terms: Form) -> Floating | None:
    """What the rate follows; None where it is fixed, or where the key is at fault."""
    if not terms.has("floating"):
        return None
    form = terms.form("floating")
    tenor = form.take("tenor", TENOR)
    spread = form.take("spread_bp", whole(SPREAD_MIN, SPREAD_MAX))
    reset = form.take("reset", RESET)
    form.close()
    return Floating(tenor, spread, reset) if form.sound else None


def first_payout(document: Any) -> date | None:
    """The date of the first payout, as far as the actions of a case not yet checked tell it."""
    actions = document.get("actions") if isinstance(document, dict) else None
    items = [item for item in actions if isinstance(item, dict)] if isinstance(actions, list) else []
    days = []
    for item in items:
        if item.get("do") == "DISBURSE":
            with suppress(InvalidInput):
                days.append(day(item.get("on")))
    return min(days, default=None)


def first_rate(form: Form, floating: Floating | None, start: date | None, opening: Opening) -> Rate | None:
    """The rate from the start: as written, or where it floats that of the last publication by then."""
    if not form.has("floating"):
        return form.take("annual_rate", rate)
    known = len(form.problems)
    written: Rate | None = form.take("annual_rate", rate, None)
    if written is not None or len(form.problems) > known:
        return written
    on = start or opening.paid_out
    if floating is None or on is None or any(mistake.field.startswith("publications") for mistake in form.problems):
        return None
    first = opening.published.price(floating, on) if opening.published else None
    if first is None:
        form.problem(wrong(Spoken("nothing"), f"a rate, or a publication on or before {on}").under("annual_rate"))
    return first


def rate(value: Any) -> Rate:
    """A yearly rate."""
    return decimal(value, Rate.parse, A_RATE)


def rates_of(value: Any, problems: list[Violation]) -> ReferenceRates | None:
    """The history of publications."""
    rows = [_publication(place, item, problems) for place, item in enumerate(listed(value))]
    try:
        return None if None in rows else ReferenceRates(tuple(row for row in rows if row is not None))
    except InvalidInput:
        raise wrong(Spoken(f"{len(rows)} publications"), "at least one, each later than the one before") from None


def _publication(place: int, item: Any, problems: list[Violation]) -> Publication | None:
    form = Form(item, f"publications[{place}]", problems)
    on = form.take("on", day)
    rates = [form.take(tenor.value, rate) for tenor in Tenor]
    form.close()
    return Publication(on, *rates) if form.sound else None


def calendar_of(value: Any, problems: list[Violation]) -> WorkCalendar:
    """The years of workdays that a case states."""
    calendar = WorkCalendar()
    for place, item in enumerate(listed(value)):
        year = _year(place, item, problems)
        if year is not None and calendar.covers(year.year):
            problems.append(Violation(f"calendar[{place}].year", str(year.year), "each year at most once"))
        calendar = calendar if year is None else calendar.knowing(year)
    return calendar


def _year(place: int, item: Any, problems: list[Violation]) -> WorkYear | None:
    form = Form(item, f"calendar[{place}]", problems)
    year = form.take("year", whole(YEAR_MIN, YEAR_MAX))
    off, extra = form.take("days_off", _days, ()), form.take("extra_workdays", _days, ())
    form.close()
    if not form.sound:
        return None
    try:
        return WorkYear(year, off, extra)
    except InvalidInput as mistake:
        form.problem(mistake)
        return None


def _days(value: Any) -> tuple[Any, ...]:
    days = []
    for place, item in enumerate(listed(value)):
        try:
            days.append(day(item))
        except InvalidInput as mistake:
            raise mistake.under(f"[{place}]") from None
    return tuple(days)


@cache
def shipped_calendar() -> WorkCalendar:
    """The calendar of the shipped book."""
    return WorkCalendar(tuple(WorkYear.of(year.year, year.workdays) for year in read_book().calendar))
