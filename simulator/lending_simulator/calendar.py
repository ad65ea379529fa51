"""The official calendar that the simulated days are lived by."""

from datetime import timedelta
from functools import cache

from lending.kernel.invalid import InvalidValue
from lending.operations.calendar import PublishedCalendar
from lending_adapters.book import read_book
from lending_simulator.config import SimulationConfig

__all__ = ["calendar_of"]


def calendar_of(config: SimulationConfig) -> PublishedCalendar:
    """The calendar that comes with the platform.

    Raises `InvalidInput` where it does not cover every day until the simulated platform has come to rest.
    """
    calendar = _shipped()
    last = config.start + timedelta(days=config.days - 1) + config.calm
    if calendar.uncovered(config.start, last) is not None:
        days = f"{config.days} days, and {config.calm.days} more to come to rest,"
        expected = f"a first day from which {days} lie in the years of the published calendar, {calendar}"
        raise InvalidValue("start", config.start, expected)
    return calendar


@cache
def _shipped() -> PublishedCalendar:
    return PublishedCalendar({year.year: year for year in read_book().calendar})
