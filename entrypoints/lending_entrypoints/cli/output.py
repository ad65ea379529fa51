"""What verbs print: data on standard output, progress and remarks on standard error."""

import enum
import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.progress import Progress

    from lending.kernel.money import Money

__all__ = ["Format", "emit", "grouped", "progress", "remark", "table"]

PLAIN_WIDTH = 160
"""Where no terminal says how wide it is."""


class Format(enum.Enum):
    """How data is printed."""

    TABLE = "table"
    JSON = "json"


def emit(form: Format, document: Any, *renderables: "RenderableType") -> None:
    """Print the document as JSON, or else the tables that show it."""
    if form is Format.JSON:
        json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
        sys.stdout.write("\n")
        return
    from rich.console import Console

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else PLAIN_WIDTH)
    for renderable in renderables:
        console.print(renderable)


def table(title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, left: int = 1) -> "RenderableType":
    """A table; the first `left` columns are text, the others figures."""
    from rich.table import Table

    made = Table(title=title, title_justify="left", show_header=any(headings))
    for index, heading in enumerate(headings):
        made.add_column(heading, justify="left" if index < left else "right")
    for row in rows:
        made.add_row(*row)
    return made


def grouped(money: "Money") -> str:
    """An amount for people to read: 12,000.00."""
    whole, point, part = money.text.partition(".")
    return f"{int(whole):,}{point}{part}" if whole != "-0" else money.text


def remark(text: str) -> None:
    """Something for whoever watches."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()


def progress() -> "Progress":
    """A bar on standard error, where somebody watches."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
