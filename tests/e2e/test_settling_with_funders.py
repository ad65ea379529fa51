"""Settling with funders by files, without anybody's hands: sent, answered, paid, matched; the proofs hold after it."""

from datetime import date
from pathlib import Path

import pytest

from lending.application.call import CHINA
from lending.funding.income import Form, Income
from lending.funding.settlement import LineDispute
from lending.funding.sharing import FunderShare
from lending.kernel.rates import Rate
from lending.loans.commands import ReversePayment
from lending.loans.facts import Repayment
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending_adapters.funders.exchanging import Exchanged, exchange
from lending_adapters.funders.settlement_files import SettlementRead
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.stores import open_store
from lending_adapters.vendors.settling import FakeCounterparties
from tests.support.desk import Desk
from tests.support.joint import pay_out_jointly
from tests.support.settlements import reversed_by_two, standing

pytestmark = pytest.mark.requirement("R114", command="SendFunderSettlement")

NINE = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))
PAID_OUT, FIRST_DUE = date(2024, 1, 5), date(2024, 2, 5)
LAST = date(2024, 2, 9)


def test_on_sqlite(tmp_path: Path) -> None:
    settled_by_files(f"sqlite:///{tmp_path / 'settled.db'}", tmp_path, Keyring.generate().text)


def test_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    settled_by_files(postgres_url, tmp_path, Keyring.generate().text)


def settled_by_files(url: str, folder: Path, keyring: str) -> None:
    """10,000.00 shared 30/70, the funder keeps 9 % (§5, form ii): B4 and B5, then a reversal claws all of it back.

    Of the first instalment 536.76 of principal and 105.00 of interest less 52.50 are the funder's: 589.26.
    """
    environment = {"LENDING_KEYRING": keyring}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000, NINE))
    desk.close_days_until(date(2024, 2, 6))
    others = FakeCounterparties(folder)
    assert {each.name: each.now for each in passed(desk, folder)} == {
        "BANK_A/2024-01-05/CNY": "SENT",
        "BANK_A/2024-02-05/CNY": "SENT",
    }
    assert told(folder, "2024-01-05") == (f"1,2024-01-05,{loan_id.value},DISBURSED,700000,0,0,0,0,0,0,0,0,0,0", "1,0")
    assert told(folder, "2024-02-05") == (
        f"1,2024-02-05,{loan_id.value},REPAID,0,53676,10500,0,0,0,0,5250,0,0,58926",
        "1,58926",
    )
    assert held(folder, "2024-01-05") == f"{loan_id.value},NORMAL,700000,{zeros(11)}"
    assert held(folder, "2024-02-05") == f"{loan_id.value},NORMAL,646324,{zeros(11)}"
    # The funder confirms both; what comes to nothing is at its end, the other is ordered of our bank.
    others.live(desk.day)
    assert [(each.was, each.now) for each in passed(desk, folder)] == [
        ("CONFIRMED", "RECONCILED"),
        ("CONFIRMED", "PAID"),
    ]
    (order,) = (folder / "bank" / "out").glob("*.csv")
    assert order.read_text().splitlines()[2] == "BANK_A/2024-02-05/CNY,BANK_A,58926"
    others.live(desk.day)
    assert [each.now for each in passed(desk, folder)] == ["RECONCILED"]
    assert passed(desk, folder) == []
    # The payment is reversed afterwards: the funder owes all of it back, and pays.
    take_back(desk, loan_id)
    desk.close_days_until(date(2024, 2, 7))
    assert [each.now for each in passed(desk, folder)] == ["SENT"]
    assert standing(desk, "BANK_A", date(2024, 2, 6)).net.text == "-589.26"
    for _ in range(2):
        others.live(desk.day)
        passed(desk, folder)
    assert standing(desk, "BANK_A", date(2024, 2, 6)).state.value == "RECONCILED"
    assert len(list((folder / "bank" / "out").glob("*.csv"))) == 1, "nothing is ordered that is paid to us"
    assert not [proof for proof in prove(url, environment) if proof.violated]
    desk.store.close()


def test_what_a_funder_disputes_goes_out_again_with_the_next_day(tmp_path: Path) -> None:
    """Each line of the first file is disputed; the file of the day after has them again, and is paid."""
    desk = Desk()
    pay_out_jointly(desk, FunderShare("BANK_A", 7_000, NINE))
    desk.close_days_until(date(2024, 2, 6))

    def once(read: SettlementRead) -> list[LineDispute]:
        if read.head.day != FIRST_DUE:
            return []
        return [LineDispute(number, line.loan_id, "not ours") for number, line in enumerate(read.lines, 1)]

    others = FakeCounterparties(tmp_path, once)
    passed(desk, tmp_path)
    others.live(desk.day)
    passed(desk, tmp_path)
    assert standing(desk, "BANK_A", FIRST_DUE).state.value == "DISPUTED"
    desk.close_days_until(date(2024, 2, 7))
    for _ in range(3):
        passed(desk, tmp_path)
        others.live(desk.day)
    after = standing(desk, "BANK_A", date(2024, 2, 6))
    assert (after.covers, after.state.value, after.net.text) == (
        (FIRST_DUE, date(2024, 2, 6)), "RECONCILED", "589.26",
    )  # fmt: skip


def passed(desk: Desk, folder: Path) -> list[Exchanged]:
    """One pass, a minute after the last; nothing is at fault."""
    desk.work()
    done = list(exchange(desk.store, desk.bus, folder, desk.now.astimezone(CHINA)))
    assert not [each for each in done if each.faults], done
    desk.work()
    return done


def told(folder: Path, day: str) -> tuple[str, str]:
    """The only line of a day's settlement, and count and sum of its trailer."""
    _head, _columns, line, end = (folder / "BANK_A" / "out" / f"BANK_A-{day}-CNY.settlement.csv").read_text().split()
    return line, end.removeprefix("#END,").rpartition(",")[0]


def held(folder: Path, day: str) -> str:
    """The only line of a day's balances."""
    path = folder / "BANK_A" / "out" / f"BANK_A-{day}-CNY.balances.csv"
    _head, _columns, line, _end = path.read_text().split()
    return line


def zeros(count: int) -> str:
    return ",".join(["0"] * count)


def take_back(desk: Desk, loan_id: LoanId) -> None:
    """Reverse the only payment of the loan."""
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    (payment,) = (fact for fact in stored.value.facts if isinstance(fact, Repayment))
    reversed_by_two(desk, ReversePayment(loan_id, payment.key, "bounced"))
