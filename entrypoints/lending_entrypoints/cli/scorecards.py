"""`lending scorecard`: applicants scored by a card, with the reason for every point."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.risk.scorecard import Points, Score

__all__ = ["score"]

REASONS = 3


def score(
    file: Path = typer.Argument(
        metavar="FILE", help="Applicants as CSV, a column for each characteristic of the card."
    ),
    card: Path = typer.Option(..., "--card", help="The scorecard, a TOML file."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print it; json has the points of every bin."),
) -> None:
    """Score (评分) applicants: score, band, what it recommends, and what cost most points. An empty cell is not known.

    Example: lending scorecard score applicants.csv --card card.toml
    """
    from lending_adapters.scorecards import read_applicants, read_card

    held = read_card(card)
    scored = [(each.line, held.score(each.variables)) for each in read_applicants(file, held)]
    documents = [_document(line, one) for line, one in scored]
    rows = [
        (
            one["band"],
            one["recommendation"],
            ", ".join(f"{why['reason']} -{why['lost']}" for why in one["reasons"]),
            str(one["line"]),
            str(one["score"]),
        )
        for one in documents
    ]
    headings = ("band", "recommendation", "cost most", "line", "score")
    document = {"card": held.code, "version": held.version, "applicants": documents}
    emit(form, document, table(f"{held.code} version {held.version}", headings, rows, left=3))


def _document(line: int, one: "Score") -> dict[str, Any]:
    return {
        "line": line,
        "score": one.total,
        "band": one.band.code,
        "recommendation": one.band.recommendation.value,
        "base": one.base,
        "points": [_points(held) for held in one.points],
        "reasons": [_points(held) for held in one.reasons(REASONS)],
    }


def _points(held: "Points") -> dict[str, Any]:
    keys = ("characteristic", "value", "bin", "points", "lost", "reason")
    return {key: getattr(held, key) for key in keys}
