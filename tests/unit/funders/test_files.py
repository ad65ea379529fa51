"""Files exchanged with funders and our bank: what is written is read; whatever is wrong is refused with its line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from lending.accounting.loan_balances import LoanBalance, LoanClass, SubjectBalance, loan_balances
from lending.funding.settlement import LineDispute, SettlementAnswer
from lending.funding.settlement_items import SettlementLine, ShareAmounts
from lending.kernel.invalid import InvalidInput
from lending.kernel.money import CNY, Money
from lending_adapters.funders.answers import read_answer, write_answer
from lending_adapters.funders.bank_files import (
    BankPayment,
    read_payments,
    read_transfer,
    write_payments,
    write_transfer,
)
from lending_adapters.funders.forms import Head
from lending_adapters.funders.settlement_files import read_settlement, write_balances, write_settlement
from lending_adapters.sealed_files import digest_of

DAY = date(2024, 2, 5)
HEAD = Head("BANK_A", DAY, CNY)
LINES = (
    SettlementLine(DAY, "loan_1", "REPAID", ShareAmounts(principal=53_676, interest=10_500, service_fee=5_250)),
    SettlementLine(DAY, "loan_2", "DISBURSED", ShareAmounts(payout=700_000)),
    SettlementLine(DAY, "loan_2", "REVERSED", ShareAmounts(principal=-100)),
)
AMOUNT = st.integers(-(10**12), 10**12)
SHARES = st.builds(ShareAmounts, **{field.name: AMOUNT for field in attrs.fields(ShareAmounts)})
LOANS = st.from_regex("loan_[0-9A-Z]{1,26}", fullmatch=True)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
ANY_FILE = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)


@given(
    lines=st.lists(st.builds(SettlementLine, DAYS, LOANS, st.sampled_from(["REPAID", "WAIVED"]), SHARES), max_size=9)
)
@ANY_FILE
def test_a_settlement_is_read_as_it_was_written(lines: list[SettlementLine], tmp_path: Path) -> None:
    path = tmp_path / "any.csv"
    written = write_settlement(path, HEAD, lines)
    read = read_settlement(path)
    assert (read.head, read.digest) == (HEAD, written.digest)
    # Lines are ordered by their place alone, so amounts are compared apart.
    assert [attrs.astuple(line) for line in read.lines] == [attrs.astuple(line) for line in lines]
    assert (written.lines, written.sums) == (len(lines), (sum(line.amounts.net for line in lines),))
    first = path.read_bytes()
    write_settlement(path, HEAD, lines)
    assert path.read_bytes() == first, "the same lines make the same file"


REASONS = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=60)


@given(
    disputes=st.lists(st.builds(LineDispute, st.integers(1, 10**6), LOANS, REASONS), unique_by=lambda held: held.line)
)
@ANY_FILE
def test_an_answer_is_read_as_it_was_written(disputes: list[LineDispute], tmp_path: Path) -> None:
    path, head = tmp_path / "any.csv", attrs.evolve(HEAD, about="a" * 64)
    write_answer(path, head, disputes)
    assert read_answer(path) == (head, SettlementAnswer(of="a" * 64, digest=digest_of(path), disputes=tuple(disputes)))


@given(nets=st.lists(AMOUNT, max_size=9), day=DAYS)
@ANY_FILE
def test_what_a_bank_writes_is_read(nets: list[int], day: date, tmp_path: Path) -> None:
    path = tmp_path / "any.csv"
    payments = tuple(BankPayment(f"F{number}", "BANK_A", day, Money(net)) for number, net in enumerate(nets))
    write_payments(path, Head("BANK", DAY, CNY), payments)
    assert read_payments(path) == payments
    for net in nets:
        write_transfer(path, HEAD, Money(net))
        assert read_transfer(path) == (HEAD, Money(net))


def settled(path: Path) -> None:
    write_settlement(path, HEAD, LINES)


def answered(path: Path) -> None:
    write_answer(
        path, attrs.evolve(HEAD, about="a" * 64), [LineDispute(2, "loan_2", "too much"), LineDispute(3, "l", "x")]
    )


def stated(path: Path) -> None:
    payments = [BankPayment("F1", "BANK_A", DAY, Money(5)), BankPayment("F2", "BANK_B", DAY, Money(-7))]
    write_payments(path, Head("BANK", DAY, CNY), payments)


def ordered(path: Path) -> None:
    write_transfer(path, HEAD, Money(58_926))


KINDS: dict[str, tuple[Callable[[Path], None], Callable[[Path], Any]]] = {
    "settlement": (settled, read_settlement),
    "answer": (answered, read_answer),
    "payments": (stated, read_payments),
    "transfer": (ordered, read_transfer),
}


def faults(kind: str, path: Path) -> list[str]:
    with pytest.raises(InvalidInput) as raised:
        KINDS[kind][1](path)
    return [str(violation).removeprefix(f"{path.name}: ").replace("'", "") for violation in raised.value.violations]


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_cut_anywhere_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    KINDS[kind][0](path)
    whole = path.read_bytes()
    for length in range(len(whole) - 1):
        path.write_bytes(whole[:length])
        assert faults(kind, path), length


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_which_any_byte_below_the_head_was_changed_is_refused(kind: str, tmp_path: Path) -> None:
    path = tmp_path / "changed.csv"
    KINDS[kind][0](path)
    whole = path.read_bytes()
    for place in range(whole.index(b"\n") + 1, len(whole) - 1):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert faults(kind, path), place


@pytest.mark.parametrize("kind", ["settlement", "answer", "transfer"])
def test_a_head_of_which_any_byte_was_changed_is_refused_or_says_something_else(kind: str, tmp_path: Path) -> None:
    """A digest does not cover the head, which says what the lines are of; the lines of payments say so themselves."""
    path = tmp_path / "changed.csv"
    KINDS[kind][0](path)
    whole, sound = path.read_bytes(), KINDS[kind][1](path)
    for place in range(whole.index(b"\n")):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        try:
            assert KINDS[kind][1](path) != sound
        except InvalidInput:
            continue


@pytest.mark.parametrize(
    ("kind", "was", "now", "told"),
    [
        ("settlement", ",5250,0,0,58926", ",5250,0,0,58927", "line 3: net: 58927 is not valid: expected 58926"),
        ("settlement", "\n2,2024", "\n3,2024", "line 4: line: 3 is not valid: expected 2, as lines are numbered"),
        ("settlement", "1,2024-02-05", "1,2024-02-30", "line 3: day: 2024-02-30 is not valid"),
        ("settlement", "53676", "53676.00", "line 3: principal: 53676.00 is not valid: expected whole minor units"),
        ("settlement", "53676,10500", "53676;10500", "line 3: "),
        ("settlement", "#SETTLEMENT,1", "#SETTLEMENT,2", "line 1: "),
        ("settlement", ",CNY", ",QQQ", "line 1: currency: QQQ is not valid: expected one of"),
        ("settlement", "payout,principal", "principal,payout", "line 2: "),
        ("settlement", "#END,3", "#END,4", "line 6: count: 4 is not valid: expected 3, as the lines have it"),
        ("answer", "2,loan_2", "3,loan_2", "line 4: line 3 again is not valid"),
        ("answer", "2,loan_2", "0,loan_2", "line 3: line: 0 is not valid"),
        ("answer", "too much", "too, much", "line 3: "),
        ("answer", "too much", " ", "line 3: reason"),
        ("answer", "a" * 64, "a" * 63, "line 1: SHA-256"),
        ("payments", "F2,", "F1,", "line 4: serial F1 again is not valid: expected each serial number once"),
        ("payments", ",5\n", ",9999999999999999\n", "line 3: amount"),
        ("payments", "BANK_B", "bank b", "line 4: funder"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(kind: str, was: str, now: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.csv"
    KINDS[kind][0](path)
    text = path.read_text(encoding="utf-8")
    assert was in text
    path.write_text(text.replace(was, now, 1), encoding="utf-8")
    assert any(fault.startswith(told) for fault in faults(kind, path)), faults(kind, path)


def test_more_than_the_trailer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "more.csv"
    settled(path)
    with path.open("a", encoding="utf-8") as file:
        file.write("4,2024-02-05\n")
    assert faults("settlement", path) == ["line 7: more is not valid: expected the end of the file after the trailer"]


def test_a_file_that_fails_while_it_is_written_leaves_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "kept.csv"
    settled(path)
    before = path.read_bytes()

    def lines() -> Any:
        yield LINES[0]
        raise RuntimeError("out of loans")

    with pytest.raises(RuntimeError):
        write_settlement(path, HEAD, lines())
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["kept.csv"]


def test_a_loan_stands_in_the_worst_class_that_anything_of_it_is_in() -> None:
    rows = [
        SubjectBalance("a", "1303.01", 700), SubjectBalance("a", "1011.01", -700),
        SubjectBalance("b", "1303.01", 600), SubjectBalance("b", "1303.02", 100), SubjectBalance("b", "1132.02", 5),
        SubjectBalance("c", "1303.03", 700), SubjectBalance("c", "7101.01", 5),
        SubjectBalance("d", "1303.03", 0), SubjectBalance("d", "7102.01", 705),
        SubjectBalance("e", "1303.01", 0), SubjectBalance("f", "6011.01", -5),
        SubjectBalance("g", "1541.01", 900), SubjectBalance("g", "1541.02", -200),
    ]  # fmt: skip
    found = {held.loan_id: held for held in loan_balances(rows)}
    assert {name: held.loan_class for name, held in found.items()} == {
        "a": LoanClass.NORMAL,
        "b": LoanClass.OVERDUE,
        "c": LoanClass.NON_ACCRUAL,
        "d": LoanClass.WRITTEN_OFF,
        "e": LoanClass.CLOSED,
        "g": LoanClass.NORMAL,
    }
    assert [found[name].principal for name in "abcdeg"] == [700, 700, 700, 0, 0, 700]


def test_a_closed_loan_is_told_with_the_settlement_that_it_is_in(tmp_path: Path) -> None:
    path = tmp_path / "balances.csv"
    balances = [LoanBalance(loan_id="loan_1"), LoanBalance(loan_id="loan_2", normal=5), LoanBalance(loan_id="loan_3")]
    write_balances(path, HEAD, balances, frozenset({"loan_3"}))
    zeros = ",0" * 11
    assert path.read_text(encoding="utf-8").splitlines()[2:4] == [
        f"loan_2,NORMAL,5{zeros}",
        f"loan_3,CLOSED,0{zeros}",
    ]
