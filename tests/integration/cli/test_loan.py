"""`lending loan show`: a loan as it stands."""

from datetime import date
from pathlib import Path

from lending.loans.commands import ExtendLoan
from tests.support.acts import START, agreed, lent
from tests.support.command_line import CommandLine
from tests.support.platform import staged


def test_a_loan_is_shown_with_its_flags_its_plans_and_its_instalments(lending: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'loan.db'}"
    with staged(url, START) as stage:
        loan_id, contract_id, customer = lent(stage)
        agreed(stage, ExtendLoan(loan_id, date(2025, 7, 5), "extension-1"))
    asked = ("loan", "show", loan_id.value, "--database", url)
    shown = lending(*asked, "--format", "json").document
    assert (shown["contract"], shown["customer"]) == (contract_id.value, customer.id)
    assert (shown["status"], shown["flags"]) == ("NORMAL", ["EXTENDED", "RESTRUCTURED"])
    assert (shown["principal"], shown["principal_left"], shown["due_now"]) == ("12000.00", "12000.00", "0.00")
    plans = [(plan["cause"], plan["instalments"], plan["maturity"]) for plan in shown["plan_versions"]]
    assert plans == [("DISBURSEMENT", 12, "2025-04-05"), ("EXTENSION", 15, "2025-07-05")]
    assert [row["no"] for row in shown["instalments"]] == list(range(1, 16))
    assert sum(int(row["principal"].replace(".", "")) for row in shown["instalments"]) == 1_200_000
    printed = lending(*asked).out
    for words in ("NORMAL, EXTENDED, RESTRUCTURED", "12,000.00", "2025-07-05", "还款计划"):
        assert words in printed


def test_a_loan_that_is_none_is_refused_by_its_name(lending: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'none.db'}"
    assert lending("db", "upgrade", "--database", url).status == 0
    malformed = lending("loan", "show", "loan-1", "--database", url)
    assert malformed.status == 2
    assert "loan-1" in malformed.err
    unknown = lending("loan", "show", "loan_0000000000DH2R10RJKS360VXC", "--database", url)
    assert unknown.status == 1
    assert "loan_0000000000DH2R10RJKS360VXC" in unknown.err
