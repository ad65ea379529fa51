"""`lending deduct explain` and `compare`."""

from datetime import timedelta
from pathlib import Path

import pytest

from lending.payments.channel import ChannelAnswer, Word
from lending.payments.failures import INSUFFICIENT
from tests.support.acts import FIRST_DUE, START, lent
from tests.support.command_line import CommandLine
from tests.support.platform import staged

pytestmark = pytest.mark.requirement("R70", command=("lending deduct explain", "lending deduct compare"))

JSON = ("--format", "json")


def test_what_would_be_picked_for_a_loan_is_explained(lending: CommandLine, tmp_path: Path) -> None:
    database = f"sqlite:///{tmp_path / 'picks.db'}"
    with staged(database, START) as stage:
        loan_id, _contract, _customer = lent(stage)
        stage.collections.words = [ChannelAnswer(Word.FAILED, INSUFFICIENT)] * 9
        stage.days_pass(FIRST_DUE + timedelta(days=1))
    told = lending("deduct", "explain", loan_id.value, "--database", database, *JSON).document
    assert (told["loan_id"], told["due"], told["smart"]) == (loan_id.value, "1100.16", False)
    shown = lending("deduct", "explain", loan_id.value, "--database", database)
    assert "1100.16 due, collected plain" in shown.out.replace("\n", " ")
    unknown = lending("deduct", "explain", "loan_01HKBNJG80T7VY4XVRTQ50EWSA", "--database", database)
    assert (unknown.status, "LOAN_NOT_FOUND" in unknown.err) == (1, True)
    malformed = lending("deduct", "explain", "42", "--database", database)
    assert malformed.status == 2


def test_worlds_are_compared(lending: CommandLine) -> None:
    told = lending("deduct", "compare", "--seeds", "5:6", "--customers", "6", "--months", "1", *JSON).document
    assert told["customers"] == 6
    equal = told["at_equal_attempts"]
    assert equal["plain"]["attempts"] == equal["smart"]["attempts"]
    wrong = lending("deduct", "compare", "--seeds", "9:3", "--customers", "1", "--months", "0")
    assert wrong.status == 2
    assert all(name in wrong.err for name in ("seeds:", "customers:", "months:"))
