"""Due dates on holidays: Spring Festival 2024 with its make-up workdays (F19)."""

from datetime import date, timedelta

from lending.kernel.calendar import CalendarEnds, DueDateRule, adjusted_due, next_workday
from lending.kernel.outcome import Failure, Success

FESTIVAL = frozenset(date(2024, 2, 10) + timedelta(days=number) for number in range(8))
MAKE_UP = frozenset({date(2024, 2, 4), date(2024, 2, 18)})


class Year2024:
    """The days around Spring Festival as announced for 2024."""

    def covers(self, year: int) -> bool:
        return year == 2024

    def is_workday(self, day: date) -> bool:
        assert self.covers(day.year), "only asked of years it covers"
        return day in MAKE_UP or (day.weekday() < 5 and day not in FESTIVAL)


def test_a_due_date_in_the_festival_moves_to_the_make_up_sunday() -> None:
    assert adjusted_due(date(2024, 2, 10), DueDateRule.NEXT, Year2024()) == Success(date(2024, 2, 18))
    assert adjusted_due(date(2024, 2, 10), DueDateRule.NEXT_ACCRUE, Year2024()) == Success(date(2024, 2, 18))


def test_a_due_date_stays_where_the_rule_says_so_or_the_day_is_worked() -> None:
    assert adjusted_due(date(2024, 2, 10), DueDateRule.NONE, Year2024()) == Success(date(2024, 2, 10))
    assert adjusted_due(date(2024, 2, 9), DueDateRule.NEXT, Year2024()) == Success(date(2024, 2, 9))


def test_beyond_its_data_the_calendar_does_not_guess() -> None:
    assert next_workday(date(2025, 1, 1), Year2024()) == Failure(CalendarEnds(2025))
    assert next_workday(date(2024, 12, 31), Year2024()) == Success(date(2024, 12, 31))
