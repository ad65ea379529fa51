"""What a funder takes from a borrower itself (他行代扣, §5): the loan is paid, and all is settled net."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from lending.accounting.journal import Side
from lending.accounting.ports import VOUCHERS
from lending.application.call import CHINA
from lending.funding.collections import FunderCollectionId
from lending.funding.commands import RecordFunderCollection
from lending.funding.income import Form, Income
from lending.funding.refusals import FunderCollectionKnown, FunderNotOfLoan
from lending.funding.sharing import FunderShare
from lending.kernel.money import CNY, Currency, Money
from lending.kernel.rates import Rate
from lending.loans.commands import ImpairLoan, RefundPayment, ReversePayment, WriteOffLoan
from lending.loans.facts import Recovery, Repayment
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotFound
from lending.loans.status import LoanStatus
from lending.payments.channel import Word
from lending_adapters.funders.collection_files import Collected, write_collections
from lending_adapters.funders.exchanging import Exchanged, exchange
from lending_adapters.funders.forms import Head
from lending_adapters.funders.places import flag
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from lending_adapters.stores import open_store
from lending_adapters.vendors.settling import FakeCounterparties
from tests.support.desk import Desk
from tests.support.joint import pay_out_jointly
from tests.support.settlements import reversed_by_two, standing

pytestmark = pytest.mark.requirement("R58", command="RecordFunderCollection")

NINE = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))
FIRST_DUE, NEXT_DAY = date(2024, 2, 5), date(2024, 2, 6)
INSTALMENT = Money.parse("916.80")


def test_on_sqlite(tmp_path: Path) -> None:
    collected_by_the_funder(f"sqlite:///{tmp_path / 'collected.db'}", tmp_path, Keyring.generate().text)


def test_on_postgresql(postgres_url: str, tmp_path: Path) -> None:
    collected_by_the_funder(postgres_url, tmp_path, Keyring.generate().text)


def collected_by_the_funder(url: str, folder: Path, keyring: str) -> None:
    """The instalment of B4, 916.80, taken by the funder: 589.26 stay with it, our 275.04 and 52.50 it owes."""
    environment = {"LENDING_KEYRING": keyring}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000, NINE))
    desk.collections.words = [Word.FAILED] * 400
    desk.close_days_until(NEXT_DAY)
    others = FakeCounterparties(folder)
    come_in(folder, Collected("K1", loan_id, FIRST_DUE, INSTALMENT))
    (taken, *_) = passed(desk, folder)
    assert (Path(taken.name).name, taken.now) == ("k.collections.csv", "TAKEN_IN")
    assert booked(desk, "OWN", "REPAID") == {
        ("2314.02", "BANK_A"): ["916.80", "-589.26"],
        ("1303.01", ""): ["-230.04"],
        ("1132.02", ""): ["-45.00"],
        ("6021.02", "BANK_A"): ["-52.50"],
    }
    assert booked(desk, "FND:BANK_A", "FUNDER_COLLECTED") == {("1002.01", ""): ["916.80"], ("1011.01", ""): ["-916.80"]}
    assert proved(url, environment)
    # What it took is settled net on the day on which it was told, and the funder pays us.
    desk.close_days_until(date(2024, 2, 7))
    for _ in range(3):
        passed(desk, folder)
        others.live(desk.day)
    settled = standing(desk, "BANK_A", NEXT_DAY)
    assert (settled.net.text, settled.state.value) == ("-327.54", "RECONCILED")
    assert proved(url, environment)
    desk.store.close()


def test_the_same_notice_again_changes_nothing_and_another_under_its_reference_is_refused() -> None:
    desk = Desk()
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000), FunderShare("BANK_B", 2_000))
    desk.close_days_until(FIRST_DUE)
    told = RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=loan_id, amount=Money(100_00))
    first = desk.done(told)
    assert desk.done(told) == first
    assert len(payments(desk, loan_id)) == 1
    other = RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=loan_id, amount=Money(100_01))
    assert desk.refusal(other) == FunderCollectionKnown("BANK_A", "K1", loan_id, Money(100_00))
    # Another funder counts its references for itself.
    desk.done(RecordFunderCollection(funder="BANK_B", reference="K1", loan_id=loan_id, amount=Money(5_00)))
    assert len(payments(desk, loan_id)) == 2


def test_only_a_funder_of_the_loan_takes_money_for_it() -> None:
    desk = Desk()
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000))
    stranger = RecordFunderCollection(funder="BANK_Z", reference="K1", loan_id=loan_id, amount=Money(1))
    assert desk.refusal(stranger) == FunderNotOfLoan(loan_id, "BANK_Z", ("BANK_A",))
    nobody = LoanId("loan_" + "0" * 26)
    unknown = RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=nobody, amount=Money(1))
    assert desk.refusal(unknown) == LoanNotFound(nobody.value)
    dollars = RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=loan_id, amount=Money(1, Currency("USD")))
    assert desk.refusal(dollars).code == "WRONG_CURRENCY"
    assert payments(desk, loan_id) == []


def test_what_the_funder_gives_back_is_settled_back(tmp_path: Path) -> None:
    """Two parts of one payment are refunded, then the rest is reversed: nothing of it is left with the funder."""
    url = f"sqlite:///{tmp_path / 'back.db'}"
    environment = {"LENDING_KEYRING": Keyring.generate().text}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000, NINE), FunderShare("BANK_B", 1_000))
    desk.collections.words = [Word.FAILED] * 400
    desk.close_days_until(FIRST_DUE)
    desk.done(RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=loan_id, amount=Money.parse("2000.00")))
    assert proved(url, environment)
    (payment,) = payments(desk, loan_id)
    for number, amount in enumerate(("900.00", "300.01")):
        reversed_by_two(desk, RefundPayment(loan_id, payment.key, Money.parse(amount), f"refund-{number}"))
        assert proved(url, environment)
    reversed_by_two(desk, ReversePayment(loan_id, payment.key, "reversal"))
    assert proved(url, environment)
    in_hands = [
        sum(map(Decimal, booked(desk, "FND:BANK_A", "FUNDER_COLLECTED")[place])) for place in (("1002.01", ""),)
    ]
    assert in_hands == [0]
    desk.close_days_until(NEXT_DAY)
    assert standing(desk, "BANK_A", FIRST_DUE).net.minor == 0
    desk.store.close()


def test_a_loan_written_off_recovers_what_the_funder_took(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'gone.db'}"
    environment = {"LENDING_KEYRING": Keyring.generate().text}
    desk = Desk(store=open_store(url, upgrade=True, environment=environment))
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000, NINE), amount="2000.00")
    desk.collections.words = [Word.FAILED] * 4_000
    desk.close_days_until(date(2024, 2, 8))
    reversed_by_two(desk, ImpairLoan(loan_id, "bankrupt", "impairment"))
    reversed_by_two(desk, WriteOffLoan(loan_id, "write-off"))
    assert held(desk, loan_id).status is LoanStatus.WRITTEN_OFF
    # More than is claimed: the rest is the customer's.
    desk.done(RecordFunderCollection(funder="BANK_A", reference="K1", loan_id=loan_id, amount=Money.parse("9000.00")))
    (recovery,) = (fact for fact in held(desk, loan_id).facts if isinstance(fact, Recovery))
    assert recovery.amount < Money.parse("9000.00")
    assert proved(url, environment)
    desk.store.close()


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (("BANK_A", "BANK_B"), "code"),
        (("K1,", "K 1,"), "reference"),
        (("91680\n#END", "91681\n#END"), "sum"),
        (("#END,1", "#END,2"), "lines"),
        (("loan_", "lone_"), "loan"),
        (("2024-02-05,91680", "2024-02-30,91680"), "day"),
        (("91680\n#END,1,91680", "0\n#END,1,0"), "amount"),
    ],
)
def test_a_file_at_fault_is_told_with_its_line_and_nothing_of_it_is_taken_in(
    tmp_path: Path, change: tuple[str, str], wrong: str
) -> None:
    desk = Desk()
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000))
    path = come_in(tmp_path, Collected("K1", loan_id, FIRST_DUE, INSTALMENT))
    path.write_text(path.read_text().replace(*change))
    (refused,) = exchange(desk.store, desk.bus, tmp_path, desk.now)
    assert any(wrong in fault for fault in refused.faults), refused.faults
    assert path.exists()
    assert payments(desk, loan_id) == []


def test_a_line_that_is_refused_is_told_and_the_others_are_taken_in_once(tmp_path: Path) -> None:
    desk = Desk()
    loan_id = pay_out_jointly(desk, FunderShare("BANK_A", 7_000))
    nobody = LoanId("loan_" + "0" * 26)
    good = Collected("K1", loan_id, FIRST_DUE, INSTALMENT)
    path = come_in(tmp_path, Collected("K0", nobody, FIRST_DUE, INSTALMENT), good)
    for _ in range(2):
        (refused,) = exchange(desk.store, desk.bus, tmp_path, desk.now.astimezone(CHINA))
        assert [fault.partition(": ")[0] for fault in refused.faults] == ["reference K0"]
        assert path.exists()
    assert len(payments(desk, loan_id)) == 1
    come_in(tmp_path, good)
    (taken,) = passed(desk, tmp_path)
    assert taken.now == "TAKEN_IN"
    assert len(payments(desk, loan_id)) == 1


def come_in(folder: Path, *collected: Collected) -> Path:
    """The funder's file lies in its folder, whole."""
    path = folder / "BANK_A" / "in" / "k.collections.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_collections(path, Head("BANK_A", FIRST_DUE, CNY), collected)
    flag(path)
    return path


def passed(desk: Desk, folder: Path) -> list[Exchanged]:
    """One pass; nothing is at fault."""
    desk.work()
    done = list(exchange(desk.store, desk.bus, folder, desk.now.astimezone(CHINA)))
    assert not [each for each in done if each.faults], done
    desk.work()
    return done


def booked(desk: Desk, book: str, event: str) -> dict[tuple[str, str], list[str]]:
    """The on-book lines of one posting event in a book, by account and party, debit positive."""
    found: dict[tuple[str, str], list[str]] = {}
    for voucher in desk.store.page(VOUCHERS, None, "", "", 10_000):
        for line in voucher.lines if (voucher.book, voucher.event) == (book, event) else ():
            if not line.account.startswith("7"):
                signed = Money(line.amount if line.side is Side.DEBIT else -line.amount)
                found.setdefault((line.account, line.party), []).append(signed.text)
    return found


def payments(desk: Desk, loan_id: LoanId) -> list[Repayment]:
    """The loan's payments that a funder took itself."""
    facts = held(desk, loan_id).facts
    prefix = FunderCollectionId.prefix
    return [fact for fact in facts if isinstance(fact, Repayment) and fact.key.startswith(prefix)]


def held(desk: Desk, loan_id: LoanId) -> Loan:
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    return stored.value


def proved(url: str, environment: dict[str, str]) -> bool:
    """Whether every proof holds; those that do not are shown."""
    broken = [(proof.name, proof.first) for proof in prove(url, environment) if proof.violated]
    assert not broken
    return True
