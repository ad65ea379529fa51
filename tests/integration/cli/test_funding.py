"""`lending funding`: an application's tries, a funder's quotas, the parties to a loan."""

from datetime import date
from pathlib import Path

from lending.funding.cover import Cover, CoverKind
from lending.funding.sharing import FunderShare
from lending.payments.channel import Word
from lending_adapters.stores import open_store
from tests.support.command_line import CommandLine
from tests.support.desk import Desk
from tests.support.funding import START, a_loan_finds_its_money
from tests.support.joint import pay_out_jointly
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


def test_the_parties_to_a_loan_are_shown_with_what_was_taken_over(lending: CommandLine, tmp_path: Path) -> None:
    """Nothing is paid of 10,000.00 at 18 %: on the fifth day past due 70 % are owed of it and of the interest.

    That is 150.00, and of the second period's 138.50 (1.5 % of 9,233.20) five days of 29: 23.88 (F6). Of these 173.88
    70 % are 121.72.
    """
    url = f"sqlite:///{tmp_path / 'covers.db'}"
    desk = Desk(store=open_store(url, upgrade=True))
    desk.collections.words = [Word.FAILED] * 100
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000, cover=Cover(CoverKind.COMPENSATION, 5)))
    desk.close_days_until(date(2024, 2, 10))
    desk.store.close()
    shown = lending("funding", "parties", loan_id.value, "--database", url, *JSON)
    ours, theirs = shown.document["parties"]
    assert (ours["party"], ours["weight"], ours["principal"]) == ("OWN", 3000, "3000.00")
    assert (theirs["party"], theirs["principal"], theirs["covered_on"]) == ("BANK_A", "0.00", "2024-02-10")
    assert theirs["paid"] == theirs["claimed"] == "7121.72"
    assert "COMPENSATION" in lending("funding", "parties", loan_id.value, "--database", url).out
    unknown = lending("funding", "parties", "loan_00000000000000000000000000", "--database", url)
    assert (unknown.status, "LOAN_NOT_FOUND" in unknown.err) == (1, True), unknown.err
    spelled = lending("funding", "parties", "loan-1", "--database", url)
    assert spelled.status == 2
