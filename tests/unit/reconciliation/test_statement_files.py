"""Statement files: what a channel writes is read back whole; whatever is wrong is refused with its line."""

import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, given, settings

from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.reconciliation.matching import Record, Standing, records_of_lines
from lending.reconciliation.statement import Flow, LineState, Statement, StatementLine
from lending_adapters.reconciliation import reading as statement_reading
from lending_adapters.reconciliation.reading import StatementFile
from lending_adapters.sealed_files import reading
from lending_adapters.statements import write_statement
from tests.support.reconciling import line

DAY = date(2024, 1, 5)
LINES = (
    line(DAY, "ded_1", "1100.16"),
    line(DAY, "pay_1-1", "12000.00", Flow.PAYOUT),
    line(DAY, "ded_2", "5.00", state=LineState.FAILED),
)
NUMBERS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,20}", fullmatch=True)


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    """A file that is right."""
    path = tmp_path / "main.csv"
    write_statement(path, "MAIN", DAY, LINES)
    return path


def faults(path: Path, source: str = "MAIN", day: date = DAY) -> list[str]:
    """What is said of the file; at the latest when its last record was taken."""
    with pytest.raises(InvalidInput) as raised:
        list(StatementFile(path, source, day).records())
    return [str(violation).removeprefix(f"{path.name}: ") for violation in raised.value.violations]


def test_the_format_is_as_it_is_documented(sound: Path) -> None:
    """Written out by hand, with the digest computed apart."""
    body = (
        "C-DEDUCTION-ded_1,ded_1,DEDUCTION,110016,0,SUCCESS,2024-01-05T09:00:00+08:00,2024-01-05\n"
        "C-PAYOUT-pay_1-1,pay_1-1,PAYOUT,1200000,0,SUCCESS,2024-01-05T09:00:00+08:00,2024-01-05\n"
        "C-DEDUCTION-ded_2,ded_2,DEDUCTION,500,0,FAILED,2024-01-05T09:00:00+08:00,2024-01-05\n"
    )
    assert sound.read_text(encoding="utf-8") == (
        "#STATEMENT,1,MAIN,2024-01-05,1,CNY\n"
        "channel_no,order_no,type,amount,fee,state,time,settle_day\n"
        f"{body}"
        f"#END,3,1310516,0,{hashlib.sha256(body.encode()).hexdigest()}\n"
    )


def lines_of(day: date) -> st.SearchStrategy[StatementLine]:
    return st.builds(
        StatementLine,
        channel_no=NUMBERS,
        order_no=st.just("") | NUMBERS,
        flow=st.sampled_from(Flow),
        amount=st.integers(1, 10**15),
        fee=st.integers(0, 10**6),
        state=st.sampled_from(LineState),
        at=st.integers(0, 2 * 10**9).map(lambda seconds: datetime.fromtimestamp(seconds, UTC)),
        settled_on=st.just(day),
    )


@given(lines=st.lists(lines_of(DAY), max_size=8, unique_by=lambda line: line.channel_no), version=st.integers(1, 999))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_is_written_is_read(lines: list[StatementLine], version: int, tmp_path: Path) -> None:
    path = tmp_path / "any.csv"
    head = write_statement(path, "MAIN", DAY, lines, version)
    file = StatementFile(path, "MAIN", DAY)
    assert list(file.records()) == list(records_of_lines(lines))
    assert file.head == head
    assert Statement(head, tuple(lines)).head.version == version


@given(place=st.integers(0, 500), byte=st.integers(0, 255))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400)
def test_one_byte_changed_anywhere_is_refused_or_means_another_day_or_version(
    place: int, byte: int, sound: Path, tmp_path: Path
) -> None:
    """The digest covers the lines, the trailer covers itself; head fields are compared with what was asked for."""
    before = sound.read_bytes()
    changed = bytearray(before)
    place %= len(changed)
    if changed[place] == byte:
        return
    changed[place] = byte
    path = tmp_path / "changed.csv"
    path.write_bytes(changed)
    try:
        file = StatementFile(path, "MAIN", DAY)
        list(file.records())
    except InvalidInput:
        return
    assert (file.version, file.currency.code) != (1, "CNY")


@given(kept=st.integers(0, 460))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_file_cut_off_anywhere_is_refused(kept: int, sound: Path, tmp_path: Path) -> None:
    whole = sound.read_bytes()
    path = tmp_path / "cut.csv"
    path.write_bytes(whole[: kept % (len(whole) - 1)])
    assert faults(path)


Spoil = Callable[[str], str]


def with_line(number: int, text: str) -> Spoil:
    def spoil(whole: str) -> str:
        lines = whole.split("\n")
        lines[number - 1] = text
        return "\n".join(lines)

    return spoil


GOOD = "C9,ded_9,DEDUCTION,100,0,SUCCESS,2024-01-05T09:00:00+08:00,2024-01-05"


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (with_line(1, "a,b"), "line 1: 'a,b' is not valid: expected #STATEMENT,1,source,day,version,currency"),
        (with_line(1, "#STATEMENT,1,OTHER,2024-01-05,1,CNY"), "line 1: source: 'OTHER' is not valid: expected MAIN"),
        (with_line(1, "#STATEMENT,1,MAIN,2024-01-06,1,CNY"), "line 1: day: '2024-01-06' is not valid: expected 2024-0"),
        (with_line(1, "#STATEMENT,1,MAIN,2024-02-31,1,CNY"), "line 1: day: '2024-02-31' is not valid: expected a date"),
        (with_line(1, "#STATEMENT,1,MAIN,2024-01-05,0,CNY"), "line 1: version: '0' is not valid"),
        (with_line(1, "#STATEMENT,1,MAIN,2024-01-05,1,ZZZ"), "line 1: currency: 'ZZZ' is not valid"),
        (with_line(1, "#STATEMENT,2,MAIN,2024-01-05,1,CNY"), "line 1: '#STATEMENT,2,MAIN,2024-01-05,1,CNY' is not"),
        (with_line(2, "order_no,channel_no"), "line 2: 'order_no,channel_no' is not valid: expected channel_no,"),
        (with_line(4, ""), "line 4: an empty line is not valid"),
        (with_line(4, "only,three,fields"), "line 4: 'only,three,fields' is not valid: expected 8 fields"),
        (with_line(4, GOOD.replace("C9", "")), "line 4: channel_no: '' is not valid: expected 1 to 64 letters"),
        (with_line(4, GOOD.replace("ded_9", "ded 9")), "line 4: order_no: 'ded 9' is not valid"),
        (with_line(4, GOOD.replace("DEDUCTION", "GIFT")), "line 4: type: 'GIFT' is not valid: expected one of PAYOUT"),
        (with_line(4, GOOD.replace(",100,", ",1.00,")), "line 4: amount: '1.00' is not valid: expected whole minor"),
        (with_line(4, GOOD.replace(",100,", ",0,")), "line 4: amount: '0' is not valid"),
        (with_line(4, GOOD.replace(",100,", ",-100,")), "line 4: amount: '-100' is not valid"),
        (with_line(4, GOOD.replace(",100,", ",9000000000000000,")), "line 4: amount: '9000000000000000' is not valid"),
        (
            with_line(4, GOOD.replace("SUCCESS", "MAYBE")),
            "line 4: state: 'MAYBE' is not valid: expected one of SUCCESS",
        ),
        (with_line(4, GOOD.replace("T09", "T25")), "line 4: time: '2024-01-05T25:00:00+08:00' is not valid"),
        (with_line(4, GOOD.replace("+08:00", "")), "line 4: time: '2024-01-05T09:00:00' is not valid"),
        (
            with_line(4, GOOD[:-2] + "06"),
            "line 4: settle_day: '2024-01-06' is not valid: expected the day of the state",
        ),
        (
            lambda whole: whole.replace("\n#END,3", "\n#END,2"),
            "line 6: count: 2 is not valid: expected 3, as the lines",
        ),
        (lambda whole: whole.replace(",1310516,", ",1310515,"), "line 6: sum: 1310515 is not valid: expected 1310516"),
        (
            lambda whole: whole.replace(",110016,0,", ",110017,0,"),
            "line 6: sum: 1310516 is not valid: expected 1310517",
        ),
        (lambda whole: whole.replace("SUCCESS", "FAILED"), "line 6: SHA-256: "),
        (lambda whole: whole + "more\n", "line 7: more is not valid: expected the end of the file"),
        (lambda whole: whole[: whole.index("#END")], "line 6: the end of the file is not valid: expected a line, or"),
        (lambda whole: whole.replace("\n", "\r\n"), "line 1: currency: 'CNY\\r' is not valid"),
        (lambda _whole: "", "line 1: '' is not valid: expected #STATEMENT"),
    ],
)
def test_whatever_is_wrong_is_told_with_its_line(spoil: Spoil, told: str, sound: Path) -> None:
    sound.write_text(spoil(sound.read_text(encoding="utf-8")), encoding="utf-8", newline="")
    assert faults(sound)[0].startswith(told)


def test_another_channels_file_or_another_days_is_refused(sound: Path) -> None:
    assert faults(sound, "OTHER")[0].startswith("line 1: source: 'MAIN' is not valid: expected OTHER")
    assert faults(sound, day=date(2024, 1, 6))[0].startswith(
        "line 1: day: '2024-01-05' is not valid: expected 2024-01-06"
    )


def test_a_channel_number_told_twice_names_both_lines(tmp_path: Path) -> None:
    path = tmp_path / "twice.csv"
    lines = [line(DAY, f"ded_{number}", "1.00", channel_no=f"C{number % 3}") for number in range(5)]
    write_statement(path, "MAIN", DAY, lines)
    expected = "is not valid: expected each channel number once"
    assert faults(path) == [
        f"line 6: channel_no: 'C0' {expected}: line 3 has it too",
        f"line 7: channel_no: 'C1' {expected}: line 4 has it too",
    ]


def test_many_faults_are_told_together_up_to_a_point(tmp_path: Path) -> None:
    path = tmp_path / "bad.csv"
    write_statement(path, "MAIN", DAY, [line(DAY, f"ded_{number}", "1.00") for number in range(30)])
    path.write_text(path.read_text().replace("SUCCESS", "MAYBE"))
    told = faults(path)
    assert [fault.partition(":")[0] for fault in told[:10]] == [f"line {number}" for number in range(3, 13)]
    assert told[10].endswith("the rest was not read")


def test_what_is_not_text_is_refused(sound: Path) -> None:
    whole = sound.read_bytes()
    sound.write_bytes(whole.replace(b"ded_1,", b"ded_\xff,"))
    (told,) = faults(sound)
    assert told.startswith("line 3: b'C-DEDUCTION-ded_")
    assert told.endswith("is not valid: expected UTF-8")


def test_an_endless_line_is_not_read_to_its_end(sound: Path) -> None:
    whole = sound.read_text()
    sound.write_text(whole.replace("ded_1,", "d" * 5000 + ",", 1))
    assert faults(sound) == ["line 3: 1025 bytes and more is not valid: expected at most 1024 bytes"]


def test_a_file_too_large_is_not_opened(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "BYTES_MAX", 100)
    with pytest.raises(InvalidInput, match="at most 100 bytes"):
        StatementFile(sound, "MAIN", DAY)


def test_a_file_of_too_many_lines_is_read_no_further(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(statement_reading, "LINES_MAX", 2)
    assert faults(sound) == ["line 5: line 3 after the columns is not valid: expected at most 2 lines"]


def test_a_statement_that_does_not_fit_its_head_cannot_be(sound: Path) -> None:
    head = write_statement(sound, "MAIN", DAY, LINES)
    assert Statement(head, LINES).lines == LINES
    for lines in (LINES[:2], (*LINES[:2], LINES[0]), ()):
        with pytest.raises(InvalidValue):
            Statement(head, lines)


def test_a_failed_line_moves_nothing(sound: Path) -> None:
    records = list(StatementFile(sound, "MAIN", DAY).records())
    assert records[2] == Record(Flow.DEDUCTION, "ded_2", 500, Standing.FAILED)
