"""The reference figures and shipped data are what they were given as, byte for byte."""

import csv
import hashlib
import json
import re
from decimal import Decimal
from pathlib import Path

from tests.support.entries import ENTRIES
from tests.support.sources import ROOT

GIVEN = ROOT.parent / "shared"
COPIES = {
    ROOT / "tests/reference/fineract_public.jsonl": GIVEN / "reference/fineract_public.jsonl",
    ROOT / "tests/reference/frappe.json": GIVEN / "reference/frappe.json",
    ROOT / "adapters/lending_adapters/book/lpr.csv": GIVEN / "data/lpr.csv",
}
DIGESTS = {
    "fineract_public.jsonl": "8d2f1bd50d18567a3ffb549e86d8d17062cfcbfe0401b60b3cc25c0ade1113a8",
    "frappe.json": "e7a84697461b26ee0e8ba9ea93313af2cfebf7303037f1a2c3a8cf71ce85e868",
}
LPR = ROOT / "adapters/lending_adapters/book/lpr.csv"


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_reference_figures_are_unedited() -> None:
    assert {path.name: digest(path) for path in COPIES if path.name in DIGESTS} == DIGESTS


def test_copies_are_as_given_where_the_originals_are_at_hand() -> None:
    assert not [copy.name for copy, given in COPIES.items() if given.exists() and not copy_agrees(copy, given)]


def copy_agrees(copy: Path, given: Path) -> bool:
    """A rate history may have grown since; figures may not have."""
    ours, theirs = copy.read_text().splitlines(), given.read_text().splitlines()
    return ours == theirs or (copy == LPR and ours[: len(theirs)] == theirs)


def test_every_fineract_case_has_a_group_an_input_and_figures() -> None:
    cases = [json.loads(line) for line in (ROOT / "tests/reference/fineract_public.jsonl").read_text().splitlines()]
    assert len(cases) == 88
    assert all(case["group"] and case["replay"]["terms"] and case["expect"]["instalments"] for case in cases)


def test_the_entries_are_the_handbooks_where_it_is_at_hand() -> None:
    """Every row of §4.3 that the handbook has, with its accounts and amounts, and no other."""
    handbook = GIVEN / "design/domain.md"
    if not handbook.exists():
        return
    rows = re.findall(
        r"^\| ([ABCS]\d+[a-z]?) \| (.*?) \| (\S+) \| (.*?) \| (.*?) \|$",
        handbook.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert rows
    given = {row: (book, sides(debit), sides(credit)) for row, _event, book, debit, credit in rows}
    assert {row: (entry["book"], entry["dr"], entry["cr"]) for row, entry in ENTRIES.items()} == given


def sides(text: str) -> list[str]:
    return [line.strip().replace(",", "") for line in text.split(";")]


def test_every_row_of_the_entries_balances() -> None:
    for row, entry in ENTRIES.items():
        debit, credit = (sum(Decimal(line.split()[1]) for line in entry[side]) for side in ("dr", "cr"))
        assert debit == credit, row


def test_rate_history_is_in_order_and_exact() -> None:
    rows = list(csv.DictReader(LPR.read_text().splitlines()))
    days = [row["published"] for row in rows]
    assert days == sorted(set(days))
    assert all(len(row[term].partition(".")[2]) == 2 for row in rows for term in ("one_year", "over_five_years"))
