"""Write adapters/lending_adapters/book/calendar.toml from the `chinesecalendar` package; `--check` compares only."""

import sys
from pathlib import Path

from lending.kernel.calendar import WorkYear
from lending_adapters.book.calendar import official_years
from lending_adapters.book.sheets import CalendarSheet
from lending_adapters.book.writing import as_toml

SHIPPED = Path(__file__).parents[1] / "adapters" / "lending_adapters" / "book" / "calendar.toml"
HEAD = """\
# China's official workdays: Mondays to Fridays off, and Saturdays and Sundays worked in their stead (调休).
# Made from the chinesecalendar package by tools/generate_calendar.py; a year not published yet is not guessed.
"""


def main() -> int:
    """Write the file, or say that it differs."""
    text = HEAD + as_toml(CalendarSheet(tuple(WorkYear.of(each.year, each.workdays) for each in official_years())))
    if "--check" not in sys.argv[1:]:
        SHIPPED.write_text(text, encoding="utf-8")
        return 0
    if SHIPPED.read_text(encoding="utf-8") == text:
        return 0
    print(f"{SHIPPED.name} differs from what the chinesecalendar package says: run tools/generate_calendar.py")
    return 1


if __name__ == "__main__":
    sys.exit(main())
