"""`lending funding`: an application's tries, a funder's quotas."""

from pathlib import Path

from tests.support.command_line import CommandLine
from tests.support.funding import START, a_loan_finds_its_money
from tests.support.platform import staged

JSON = ("--format", "json")


def test_a_decision_is_shown_with_its_tries_and_a_funder_with_its_quotas(lending: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'funding.db'}"
    with staged(url, START) as stage:
        application = a_loan_finds_its_money(stage)
    shown = lending("funding", "show", application, "--database", url, *JSON)
    assert (shown.status, shown.document["state"], shown.document["scheme"]) == (0, "FUNDED", "bank-y-70")
    assert [(one["funder"], one["outcome"], one["amount"]) for one in shown.document["tries"]] == [
        ("BANK_X", "REFUSED", "7000.00"),
        ("BANK_Y", "APPROVED", "7000.00"),
    ]
    assert "SCORE" in lending("funding", "show", application, "--database", url).out
    used = lending("funding", "usage", "BANK_Y", "--database", url, *JSON)
    assert used.document["quotas"] == [
        {"kind": "TOTAL", "of": "", "total": 5_000_000, "occupied": 0, "used": 700_000, "free": 4_300_000}
    ]
    for words in (("show", "app-none"), ("usage", "BANK_Z")):
        refused = lending("funding", *words, "--database", url)
        assert refused.status != 0
        assert words[1] in refused.err
