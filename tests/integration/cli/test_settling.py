"""`lending funding exchange` and `settlements`: settling with funders from the command line, by files."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from lending.funding.settlement import LineDispute
from lending.funding.sharing import FunderShare
from lending.kernel.money import CNY, Money
from lending_adapters.funders.answers import write_answer
from lending_adapters.funders.bank_files import BankPayment, write_payments
from lending_adapters.funders.forms import Head
from lending_adapters.funders.places import flag
from lending_adapters.funders.settlement_files import read_settlement
from lending_adapters.stores import open_store
from lending_adapters.vendors.settling import FakeCounterparties
from tests.support.command_line import CommandLine
from tests.support.desk import Desk
from tests.support.joint import pay_out_jointly

JSON = ("--format", "json")
DAY = date(2024, 2, 5)
FILES = ("BANK_A/in/BANK_A-2024-02-05-CNY.answer.csv", "bank/in/2024-02-06.payments.csv")


@attrs.frozen
class Settling:
    """A database with two days to settle, and the folder of the files."""

    lending: CommandLine
    url: str
    folder: Path

    def __call__(self, *words: str) -> Any:
        return self.lending("funding", *words, "--database", self.url, *JSON)

    def exchange(self) -> Any:
        return self("exchange", str(self.folder))

    def states(self) -> dict[str, str]:
        return {each["day"]: each["state"] for each in self("settlements").document["settlements"]}


@pytest.fixture
def settling(lending: CommandLine, tmp_path: Path) -> Settling:
    url = f"sqlite:///{tmp_path / 'settled.db'}"
    desk = Desk(store=open_store(url, upgrade=True))
    pay_out_jointly(desk, FunderShare("BANK_A", 7_000))
    desk.close_days_until(date(2024, 2, 6))
    desk.store.close()
    folder = tmp_path / "files"
    folder.mkdir()
    return Settling(lending, url, folder)


def test_days_are_settled_by_running_it_again_and_again(settling: Settling) -> None:
    """70 % of 766.80 and of 150.00: 536.76 and 105.00 are 641.76."""
    others = FakeCounterparties(settling.folder)
    sent = settling.exchange()
    assert (sent.status, [each["now"] for each in sent.document["settlements"]]) == (0, ["SENT", "SENT"])
    others.live(DAY)
    assert settling.exchange().status == 0
    assert settling.states() == {"2024-01-05": "RECONCILED", "2024-02-05": "PAID"}
    others.live(DAY)
    assert settling.exchange().status == 0
    (_payout, first) = settling("settlements", "--funder", "BANK_A").document["settlements"]
    assert (first["state"], first["net"], first["lines"]) == ("RECONCILED", "641.76", 1)
    assert first["bank_serial"] == "F240205000001"
    shown = settling.lending("funding", "settlements", "--database", settling.url)
    assert "641.76 CNY" in shown.out
    again = settling.exchange()
    assert (again.status, again.document["settlements"]) == (0, [])


def about(settling: Settling) -> Head:
    path = settling.folder / "BANK_A" / "out" / "BANK_A-2024-02-05-CNY.settlement.csv"
    return Head("BANK_A", DAY, CNY, read_settlement(path).digest)


def another_file(settling: Settling, path: Path) -> None:
    write_answer(path, attrs.evolve(about(settling), about="0" * 64))


def unknown_day(settling: Settling, path: Path) -> None:
    write_answer(path, attrs.evolve(about(settling), day=date(2024, 2, 4)))


def unknown_line(settling: Settling, path: Path) -> None:
    write_answer(path, about(settling), [LineDispute(2, "loan_x", "who is that")])


def cut(settling: Settling, path: Path) -> None:
    write_answer(path, about(settling))
    path.write_text(path.read_text().splitlines()[0] + "\n")


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (another_file, "SETTLEMENT_FILE_DIFFERS"),
        (unknown_day, "SETTLEMENT_NOT_FOUND"),
        (unknown_line, "DISPUTED_LINE_UNKNOWN"),
        (cut, "line 2: '' is not valid: expected line,loan,reason"),
    ],
)
def test_an_answer_at_fault_is_told_and_left_and_nothing_else_waits_for_it(
    settling: Settling, spoil: Callable[[Settling, Path], None], told: str
) -> None:
    settling.exchange()
    others = FakeCounterparties(settling.folder)
    others.live(DAY)
    path = settling.folder / FILES[0]
    spoil(settling, path)
    found = settling.exchange()
    assert found.status == 1
    assert told in found.err, found.err
    assert path.is_file()
    assert settling.states() == {"2024-01-05": "RECONCILED", "2024-02-05": "SENT"}
    write_answer(path, about(settling))
    assert settling.exchange().status == 0
    assert settling.states()["2024-02-05"] == "PAID"
    assert not path.exists()


def test_what_is_re_sent_changes_nothing_and_what_contradicts_it_is_told(settling: Settling) -> None:
    settling.exchange()
    path = settling.folder / FILES[0]
    path.parent.mkdir(parents=True)
    for _ in range(2):
        write_answer(path, about(settling))
        flag(path)
        assert settling.exchange().status == 0
        assert settling.states()["2024-02-05"] == "PAID"
    loan = read_settlement(settling.folder / "BANK_A/out/BANK_A-2024-02-05-CNY.settlement.csv").lines[0].loan_id
    write_answer(path, about(settling), [LineDispute(1, loan, "on second thoughts")])
    flag(path)
    refused = settling.exchange()
    assert (refused.status, "WRONG_SETTLEMENT_STATE" in refused.err) == (1, True), refused.err
    assert settling.states()["2024-02-05"] == "PAID"


def test_a_payment_of_another_amount_is_told_and_not_matched(settling: Settling) -> None:
    settling.exchange()
    FakeCounterparties(settling.folder).live(DAY)
    settling.exchange()
    path = settling.folder / FILES[1]
    path.parent.mkdir(parents=True, exist_ok=True)
    for amount, status, state in (("641.75", 1, "PAID"), ("641.76", 0, "RECONCILED")):
        write_payments(path, Head("BANK", DAY, CNY), [BankPayment("F1", "BANK_A", DAY, Money.parse(amount))])
        flag(path)
        done = settling.exchange()
        assert (done.status, settling.states()["2024-02-05"]) == (status, state)
        assert ("BANK_AMOUNT_DIFFERS" in done.err) is bool(status)


def test_a_bank_that_paid_twice_is_told_so(settling: Settling) -> None:
    """What went out a second time is nobody's settlement: it is to be claimed back, and its file stays until then."""
    settling.exchange()
    others = FakeCounterparties(settling.folder)
    others.live(DAY)
    settling.exchange()
    others.live(DAY)
    assert settling.exchange().status == 0
    assert settling.states()["2024-02-05"] == "RECONCILED"
    path = settling.folder / FILES[1]
    write_payments(path, Head("BANK", DAY, CNY), [BankPayment("F9", "BANK_A", DAY, Money.parse("641.76"))])
    flag(path)
    again = settling.exchange()
    assert (again.status, "serial F9: WRONG_SETTLEMENT_STATE" in again.err) == (1, True), again.err
    assert path.is_file()


def test_a_file_is_not_taken_before_its_flag_is_there(settling: Settling) -> None:
    settling.exchange()
    path = settling.folder / FILES[0]
    path.parent.mkdir(parents=True)
    write_answer(path, about(settling))
    assert settling.exchange().status == 0
    assert settling.states()["2024-02-05"] == "SENT"


def test_a_folder_that_is_not_there_is_named(settling: Settling) -> None:
    refused = settling("exchange", str(settling.folder / "none"))
    assert (refused.status, "folder" in refused.err) == (2, True), refused.err


def test_a_funder_that_nobody_knows_is_named(settling: Settling) -> None:
    refused = settling("settlements", "--funder", "BANK_Z")
    assert (refused.status, "FUNDER_NOT_FOUND" in refused.err) == (1, True), refused.err
