"""A book with faults is refused with all of them: the place, the value, what was expected."""

import shutil
from pathlib import Path

import pytest

from lending.kernel.invalid import InvalidInput
from lending_adapters.book import SHIPPED, read_book

CASH = "products/small-cash.toml"
CAR = "products/car-leaseback.toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The shipped book, to be spoilt."""
    target = tmp_path / "book"
    shutil.copytree(SHIPPED, target, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return target


def spoil(folder: Path, name: str, before: str, after: str) -> None:
    path = folder / name
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after, 1))


def faults(folder: Path) -> list[str]:
    with pytest.raises(InvalidInput) as raised:
        read_book(folder)
    return [str(violation) for violation in raised.value.violations]


@pytest.mark.parametrize(
    ("name", "before", "after", "told"),
    [
        (CASH, '"50000.00"', '"50000.001"', f"{CASH}: amount_max: '50000.001' is not valid: expected a decimal amount"),
        (
            CASH,
            '"50000.00"',
            "50000.00",
            f"{CASH}: amount_max: 50000.0 is not valid: expected text in quotes: a decimal amount",
        ),
        (CASH, '"500.00"', '"-500.00"', f"{CASH}: amount_min: CNY -500.00 is not valid: expected an amount above zero"),
        (CASH, '"500.00"', '"60000.00"', f"{CASH}: amount_min: CNY 60000.00 is not valid: expected at most amount_max"),
        (
            CASH,
            "[3, 6, 12]",
            "[-3, 6, 12]",
            f"{CASH}: terms: [-3, 6, 12] is not valid: expected rising instalment counts",
        ),
        (CASH, "[3, 6, 12]", '[3, "6"]', f"{CASH}: terms[1]: '6' is not valid: expected a whole number"),
        (CASH, '"CNY"', '"RMB"', f"{CASH}: currency: 'RMB' is not valid: expected one of AUD, BHD, CAD"),
        (
            CASH,
            '"EQUAL_INSTALMENT"',
            '"EQUAL_INSTALLMENT"',
            f"{CASH}: method: 'EQUAL_INSTALLMENT' is not valid: expected a known name; the nearest is EQUAL_INSTALMENT",
        ),
        (
            CASH,
            "amount_step",
            "amount_stp",
            f"{CASH}: amount_stp: '100.00' is not valid: expected a known name; the nearest is amount_step",
        ),
        (
            CASH,
            'annual_rate = "0.18"',
            "annual_rate = 0.18",
            f"{CASH}: annual_rate: 0.18 is not valid: expected text in quotes: a yearly rate",
        ),
        (
            CASH,
            'annual_rate = "0.18"',
            'annual_rate = "18"',
            f"{CASH}: annual_rate: '18' is not valid: expected a yearly rate from 0 to 10",
        ),
        (CASH, "version = 1", "version = true", f"{CASH}: version: True is not valid: expected a whole number"),
        (
            CASH,
            "offer_days = 7",
            "offer_days = 0",
            f"{CASH}: offer_days: 0 is not valid: expected a whole number from 1",
        ),
        (CASH, 'code = "small-cash"', 'code = "cash"', f"{CASH}: code: 'cash' is not valid: expected \"small-cash\""),
        (CASH, 'name = "小额现金贷"', f'name = "{"贷" * 61}"', f"{CASH}: name: '贷贷"),
        (
            CASH,
            'payee = "BORROWER"',
            "payee = BORROWER",
            f"{CASH}: line 7: 'payee = BORROWER' is not valid: expected TOML; invalid value",
        ),
        (
            CAR,
            "spread_bp = 255",
            "spread_bp = 20000",
            f"{CAR}: annual_rate.spread_bp: 20000 is not valid: expected a value <= 10000",
        ),
        (
            CAR,
            "spread_bp = 255",
            "sprd = 255",
            f"{CAR}: annual_rate.spread_bp: nothing is not valid: expected a whole number",
        ),
        (
            "chart.toml",
            'code = "1303.01"',
            'code = "1303.1"',
            "chart.toml: accounts[12].code: '1303.1' is not valid: expected a code",
        ),
        (
            "chart.toml",
            'code = "1303.02"',
            'code = "1303.01"',
            "chart.toml: accounts: '51 accounts' is not valid: expected",
        ),
        (
            "chart.toml",
            "version = 1",
            "version = 0",
            "chart.toml: version: 0 is not valid: expected a whole number from 1 to 10000",
        ),
        (
            "posting_rules.toml",
            "version = 1",
            "version = 99999",
            "posting_rules.toml: version: 99999 is not valid: expected a whole number from 1 to 10000",
        ),
        (
            "posting_rules.toml",
            '"penalty_earned"',
            '"penalties"',
            "posting_rules.toml: rules[1].amount: 'penalties' is not valid: expected a figure of a loan",
        ),
        (
            "posting_rules.toml",
            'credit = "6011.02"',
            'credit = "6011.09"',
            "posting_rules.toml: rules[1].credit: '6011.09' is not valid: expected an account of chart.toml",
        ),
        (
            "lpr.csv",
            "2024-02-20",
            "2024-02-31",
            "lpr.csv: line 17: published: '2024-02-31' is not valid: expected a date of the calendar",
        ),
        (
            "lpr.csv",
            "2024-02-20",
            "2023-02-20",
            "lpr.csv: line 17: published: 2023-02-20 is not valid: expected a date after",
        ),
        (
            "lpr.csv",
            "published,",
            "date,",
            "lpr.csv: line 1: 'date,one_year,over_five_years' is not valid: expected the header",
        ),
        ("lpr.csv", ",3.10,", ",3.10%,", "lpr.csv: line 19: one_year: '3.10%' is not valid: expected a percentage"),
        ("lpr.csv", ",3.10,", ",", "lpr.csv: line 19: '2024-10-21,3.60' is not valid: expected 3 values"),
        ("calendar.toml", "2024-02-12", "2024-02-31", "calendar.toml: line "),
        ("calendar.toml", "2024-02-12", "2024-02-10", "calendar.toml: years[20].days_off["),
    ],
)
def test_a_fault_names_its_place_the_value_and_what_was_expected(
    folder: Path, name: str, before: str, after: str, told: str
) -> None:
    spoil(folder, name, before, after)
    found = faults(folder)
    assert any(fault.startswith(told) for fault in found), found


def test_every_fault_of_every_file_is_told_at_once(folder: Path) -> None:
    spoil(folder, CASH, '"50000.00"', '"50000.001"')
    spoil(folder, CASH, "[3, 6, 12]", "[]")
    spoil(folder, CAR, '"CNY"', '"ZZZ"')
    spoil(folder, "lpr.csv", "2024-07-22", "22.07.2024")
    spoil(folder, "lpr.csv", "3.95", "3,95")
    spoil(folder, "chart.toml", '"DEBIT"', '"DEBT"')
    places = {fault.partition(" is not valid")[0].rpartition(": ")[0] for fault in faults(folder)}
    assert places == {
        f"{CASH}: amount_max", f"{CASH}: terms", f"{CAR}: currency",
        "lpr.csv: line 17", "lpr.csv: line 18: published", "chart.toml: accounts[0].normal",
    }  # fmt: skip


def test_a_misspelt_file_is_not_passed_over(folder: Path) -> None:
    (folder / "chart.toml").rename(folder / "charts.toml")
    assert faults(folder) == [
        "charts.toml: a file that is not read is not valid: expected a known name; the nearest is chart.toml"
    ]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    assert faults(tmp_path / "none") == [f"the book: {tmp_path / 'none'} is not valid: expected a folder with a book"]


def test_an_empty_folder_is_no_book(tmp_path: Path) -> None:
    assert "expected one or more of calendar.toml" in faults(tmp_path)[0]


def test_bytes_that_are_no_text_are_told(folder: Path) -> None:
    (folder / CASH).write_bytes(b'code = "\xff\xfe"\n')
    assert faults(folder) == [f"{CASH}: byte 0xff at 8 is not valid: expected text in UTF-8"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"a = 1\nx = {'9' * 5000}\nb = 2", f"{CASH}: line 2: 'x = 999"),
        (f"\n\nx = {'[' * 5000}", f"{CASH}: line 3: 'x = [[["),
        ("x = [\n" + "[\n" * 3000 + "]\n" * 3001, f"{CASH}: line "),
        (f"k = 0x{'f' * 9000}", f"{CASH}: k: a value too large to be shown is not valid: expected one of"),
        (f"{'a.' * 5000}b = 1", f"{CASH}: a: a value too large to be shown is not valid: expected one of"),
    ],
    ids=["digits", "nesting", "nesting over lines", "hexadecimal digits", "dotted keys"],
)
def test_toml_beyond_measure_is_told_with_its_line(folder: Path, text: str, told: str) -> None:
    (folder / CASH).write_text(text)
    assert faults(folder)[0].startswith(told)


def test_a_field_beyond_measure_is_told_with_its_line(folder: Path) -> None:
    rates = folder / "lpr.csv"
    rates.write_text(f"{rates.read_text()}2199-01-20,{'3' * 140_000},4.20\n")
    (told,) = faults(folder)
    last = len(rates.read_text().splitlines())
    assert told.startswith(f"lpr.csv: line {last}: field larger than field limit (131072) is not valid: expected the 3")


@pytest.mark.parametrize(
    ("before", "after", "place"),
    [
        ("2024-02-20", "２０２４-02-20", "published"),
        ("2024-02-20", "2024-W08-2", "published"),
        ("2024-02-20", "9999-12-31", "published"),
        (",3.10,", ",٣.10,", "one_year"),
    ],
)
def test_dates_and_percentages_are_written_in_one_way(folder: Path, before: str, after: str, place: str) -> None:
    spoil(folder, "lpr.csv", before, after)
    assert f": {place}: {after.strip(',')!r} is not valid: expected a " in faults(folder)[0]


@pytest.mark.parametrize("text", ["", "[", "x = " + "[" * 5000, "x = " + "9" * 5000, '"', "\x00", "=", "a = {"])
def test_no_text_whatever_ends_in_a_traceback(folder: Path, text: str) -> None:
    (folder / CASH).write_text(text)
    assert faults(folder)
