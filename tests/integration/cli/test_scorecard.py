"""`lending scorecard`: the card and the applicants of the handbook's page, and what is wrong with others."""

import re
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine
from tests.support.sources import ROOT

PAGE = (ROOT / "docs" / "how-to" / "score-applicants.md").read_text(encoding="utf-8")


def fenced(language: str) -> str:
    found = re.search(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None
    return found[1]


@pytest.fixture
def card(tmp_path: Path) -> Path:
    path = tmp_path / "card.toml"
    path.write_text(fenced("toml"), encoding="utf-8")
    return path


def applicants(card: Path, text: str) -> Path:
    path = card.with_name("applicants.csv")
    path.write_text(text, encoding="utf-8")
    return path


def test_the_pages_applicants_are_scored_as_the_page_says(lending: CommandLine, card: Path) -> None:
    """500 + 30 + 20, 500 - 25 - 5 and 500 - 10 + 20."""
    file = applicants(card, fenced("text"))
    ran = lending("scorecard", "score", file, "--card", card, "--format", "json")
    assert (ran.status, ran.err) == (0, "")
    scored = ran.document["applicants"]
    told = [(one["line"], one["score"], one["band"], one["recommendation"]) for one in scored]
    assert told == [(2, 550, "A", "APPROVE"), (3, 470, "C", "REJECT"), (4, 510, "B", "REFER")]
    assert [why["reason"] for why in scored[1]["reasons"]] == ["SHORT_EMPLOYMENT", "HOUSING"]
    assert scored[2]["points"][0] == {
        "characteristic": "months_employed", "value": None, "bin": "not known", "points": -10, "lost": 40,
        "reason": "SHORT_EMPLOYMENT",
    }  # fmt: skip
    table = lending("scorecard", "score", file, "--card", card).out
    assert "SHORT_EMPLOYMENT -55, HOUSING -25" in table


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("months_employed\n1\n", "applicants.csv: housing: no such column"),
        ("months_employed,housing\n1,OWN\n1.5,OWN\n", "applicants.csv: line 3, months_employed: '1.5' is not valid"),
        ("months_employed,housing\n1\n", "applicants.csv: line 2: more or fewer cells"),
        ("", "applicants.csv: months_employed: no such column"),
    ],
)
def test_a_fault_of_the_applicants_is_told_with_its_place(
    lending: CommandLine, card: Path, text: str, told: str
) -> None:
    ran = lending("scorecard", "score", applicants(card, text), "--card", card)
    assert (ran.status, ran.out) == (2, "")
    assert [error for error in ran.errors if error.startswith(told)], ran.err


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "below = 60",
            "below = 12",
            "card.toml: characteristics[0].bins[1].below: 12 is not valid: expected more than 12",
        ),
        ('"FAMILY"', '"OWN"', "card.toml: characteristics[1].bins: 'OWN, OWN' is not valid"),
        ("points = 30", "points = 30.5", "card.toml: characteristics[0].bins[2].points: 30.5 is not valid"),
        ("base = 500", "base = ", "card.toml: line 5"),
    ],
)
def test_a_fault_of_the_card_is_told_with_its_place(
    lending: CommandLine, card: Path, old: str, new: str, told: str
) -> None:
    card.write_text(card.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    ran = lending("scorecard", "score", applicants(card, fenced("text")), "--card", card)
    assert (ran.status, ran.out) == (2, "")
    assert [error for error in ran.errors if error.startswith(told)], ran.err


def test_a_card_that_is_not_there_is_told(lending: CommandLine, card: Path) -> None:
    ran = lending("scorecard", "score", applicants(card, fenced("text")), "--card", card.with_name("other.toml"))
    assert ran.status == 2
    assert "other.toml: nothing is not valid: expected a TOML file with a scorecard" in ran.errors[0]
