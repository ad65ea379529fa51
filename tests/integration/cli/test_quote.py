"""`lending quote`: what a loan costs, in words a customer understands and in JSON a program does."""

from importlib import resources
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine

QUOTE = ("quote", "--product", "small-cash", "--amount", "12000", "--instalments", "12", "--date", "2024-01-05")
WITH_JSON = ("--format", "json")


@pytest.mark.requirement("R47", command="lending quote")
def test_the_quote_of_the_base_loan_is_the_handbooks(lending: CommandLine) -> None:
    """F1: 1,100.16 eleven times and 1,100.19, 1,201.95 of interest; F17: 18.00 % a year."""
    ran = lending(*QUOTE, *WITH_JSON)
    assert (ran.status, ran.err) == (0, "")
    quote = ran.document
    assert (quote["apr"][:6], quote["annual_rate"], quote["instalment"]) == ("0.1800", "0.1800", "1100.19")
    assert (quote["principal"], quote["total_interest"], quote["fees"], quote["total_to_pay"]) == (
        "12000.00", "1201.95", "0.00", "13201.95",
    )  # fmt: skip
    rows = quote["instalments"]
    assert rows[0] == {
        "no": 1, "due": "2024-02-05", "principal": "920.16", "interest": "180.00", "fee": "0.00", "total": "1100.16",
    }  # fmt: skip
    assert rows[10] | {"due": ""} == {
        "no": 11, "due": "", "principal": "1067.88", "interest": "32.28", "fee": "0.00", "total": "1100.16",
    }  # fmt: skip
    assert rows[11]["total"] == "1100.19"


def test_the_leaseback_is_quoted_on_the_lpr_of_the_day(lending: CommandLine) -> None:
    """F9: 300,000 over 36 months at 3.45 % + 255 bp costs 9,126.58 a month."""
    ran = lending("quote", "--product", "car-leaseback", "--amount", "300000", "--instalments", "36",
                  "--date", "2024-01-05", *WITH_JSON)  # fmt: skip
    assert (ran.document["annual_rate"], ran.document["instalments"][0]["total"]) == ("0.0600", "9126.58")


@pytest.mark.requirement("R12", command="lending quote")
def test_a_quote_says_that_the_rate_floats_with_its_first_rate_and_its_next_reset(lending: CommandLine) -> None:
    asked = ("quote", "--product", "car-leaseback", "--amount", "300000", "--instalments", "36", "--date", "2024-01-05")
    ran = lending(*asked, *WITH_JSON)
    assert ran.document["floating"] == {"tenor": "1Y", "spread_bp": 255, "reset": "QUARTERLY"}
    assert ran.document["next_reset"] == "2024-04-01"
    told = lending(*asked).out
    assert "Floating rate a year, the first" in told
    assert "LPR 1Y +255 bp, fixed anew from 2024-04-01" in told
    fixed = lending(*QUOTE, *WITH_JSON).document
    assert (fixed["floating"], fixed["next_reset"]) == (None, None)


DIRECT = ("quote", "--product", "car-direct-lease", "--amount", "150000", "--instalments", "36", "--date", "2024-01-05")


@pytest.mark.requirement("R94", command="lending quote")
def test_a_direct_lease_discloses_what_its_deposit_costs(lending: CommandLine) -> None:
    """F16: 36 rents of 4,982.15 and a deposit of 30,000.00 cost 18.18 % a year, not 12 %."""
    document = lending(*DIRECT, *WITH_JSON).document
    assert document["apr"].startswith("0.1818")
    assert (document["annual_rate"], document["instalment"], document["total_to_pay"]) == (
        "0.1200", "4982.15", "179357.40",
    )  # fmt: skip
    assert document["lease"] == {"kind": "DIRECT", "deposit": "30000.00", "deposit_at_end": "SET_OFF"}
    told = lending(*DIRECT).out
    facts = ["Yearly cost", "18.18 %", "Instalment", "4,982.15", "Deposit", "30,000.00", "the rest goes back",
             "Amount financed", "150,000.00", "You pay in all", "179,357.40", "12.00 %"]  # fmt: skip
    places = [told.index(fact) for fact in facts]
    assert places == sorted(places)


def test_a_customer_reads_the_yearly_cost_first_then_every_cost_and_the_plan(lending: CommandLine) -> None:
    told = lending(*QUOTE).out
    facts = ["Yearly cost", "18.00 %", "Instalment", "1,100.19", "You receive", "12,000.00", "Interest", "1,201.95",
             "Fees", "You pay in all", "13,201.95", "repay early", "1.00 %", "2024-02-05", "2025-01-05"]  # fmt: skip
    places = [told.index(fact) for fact in facts]
    assert places == sorted(places)


def dear_book(folder: Path, each: str, caps: str = "") -> Path:
    """Small cash with 240.00 at the start and a part of the principal each month."""
    shipped = resources.files("lending_adapters.book").joinpath("products/small-cash.toml").read_text(encoding="utf-8")
    kept = [line for line in shipped.splitlines() if not line.startswith("price_caps")]
    fees = f'fees = {{ at_start = "0.02", each_instalment = "{each}" }}'
    (folder / "products").mkdir()
    (folder / "products" / "small-cash.toml").write_text("\n".join([*kept, fees, caps]), encoding="utf-8")
    return folder


def test_fees_are_told_line_by_line_and_counted_in_the_yearly_rate(lending: CommandLine, tmp_path: Path) -> None:
    """F17: 240.00 at the start is 21.91 % a year; nothing is cut from the principal."""
    book = dear_book(tmp_path, "0")
    quote = lending(*QUOTE, "--book", book, *WITH_JSON).document
    assert (quote["principal"], quote["fees"], quote["fee_at_start"]) == ("12000.00", "240.00", "240.00")
    assert (quote["total_cost"], quote["total_to_pay"]) == ("1441.95", "13441.95")
    told = lending(*QUOTE, "--book", book).out
    facts = ["21.91 %", "12,000.00", "Fee on the day of the payout", "240.00", "1,441.95", "13,441.95", "start"]
    places = [told.index(fact) for fact in facts]
    assert places == sorted(places)


def test_a_quote_above_the_cap_is_refused_with_both_rates(lending: CommandLine, tmp_path: Path) -> None:
    caps = 'price_caps = [{ since = 2017-08-04, rate = "0.24" }]'
    ran = lending(*QUOTE, "--instalments", "3", "--book", dear_book(tmp_path, "0", caps))
    assert (ran.status, ran.out) == (1, "")
    assert ran.errors[0].startswith("PRICE_ABOVE_CAP: ")
    assert "cap 0.2400" in ran.errors[0]


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--amount", "12000.123", "amount: '12000.123' is not valid: expected a decimal amount with at most 2 digits"),
        ("--amount", "-500", "amount: CNY -500.00 is not valid: expected an amount above zero"),
        ("--amount", "0", "amount: CNY 0.00 is not valid: expected an amount above zero"),
        ("--amount", "12,000", "amount: '12,000' is not valid: expected a decimal amount"),
        ("--amount", "9" * 400, "amount: '9999"),
        ("--amount", "", "amount: '' is not valid: expected a decimal amount"),
        ("--amount", "50000.01", "amount: CNY 50000.01 is not valid: expected an amount from 500.00 to 50000.00"),
        ("--instalments", "-12", "instalments: '-12' is not valid: expected a whole number from 1 to 360"),
        ("--instalments", "1.5", "instalments: '1.5' is not valid: expected a whole number from 1 to 360"),
        ("--instalments", "twelve", "instalments: 'twelve' is not valid: expected a whole number from 1 to 360"),
        ("--instalments", "13", "instalments: 13 is not valid: expected one of 3, 6, 12"),
        ("--date", "2024-02-31", "date: '2024-02-31' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--date", "0001-01-01", "date: '0001-01-01' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--date", "9999-12-31", "date: '9999-12-31' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--date", "2024-W01-1", "date: '2024-W01-1' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--date", "2024-01-٠٥", "date: '2024-01-٠٥' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--amount", "12000.1٢", "amount: '12000.1٢' is not valid: expected a decimal amount"),
        ("--amount", "10000000000000.01", "amount: '10000000000000.01' is not valid: expected a decimal amount"),
        ("--instalments", "１２", "instalments: '１２' is not valid: expected a whole number from 1 to 360"),
        ("--instalments", "9" * 5000, "instalments: '9999"),
        ("--date", "31.1.2024", "date: '31.1.2024' is not valid: expected a date of the calendar from 1900-01-01"),
        ("--product", "gold", "product: 'gold' is not valid: expected one of car-direct-lease, "),
        ("--product", "x" * 5000, "product: 'xxx"),
        ("--product", "a\x00b", r"product: 'a\x00b' is not valid: expected 1 to 32 printable characters"),
        ("--currency", "USD", "amount: USD 12000.00 is not valid: expected an amount in CNY"),
        ("--currency", "RMB", "currency: 'RMB' is not valid: expected one of AUD"),
    ],
)
def test_bad_input_names_field_value_and_what_was_expected(
    lending: CommandLine, option: str, value: str, told: str
) -> None:
    ran = lending(*QUOTE, option, value)
    assert (ran.status, ran.out) == (2, "")
    assert any(error.startswith(told) for error in ran.errors), ran.err
    assert all(" is not valid: expected " in error and len(error) < 400 for error in ran.errors)


def test_every_fault_is_told_at_once(lending: CommandLine) -> None:
    ran = lending("quote", "--amount", "1.234", "--date", "2024-02-31")
    assert ran.status == 2
    assert [error.partition(":")[0] for error in ran.errors] == ["product", "amount", "instalments", "date"]


def test_a_day_without_an_lpr_is_told(lending: CommandLine) -> None:
    ran = lending("quote", "--product", "car-leaseback", "--amount", "30000", "--instalments", "12",
                  "--date", "2010-01-05")  # fmt: skip
    assert (ran.status, ran.errors) == (
        1,
        ["NO_REFERENCE_RATE: No LPR is known for that day (on 2010-01-05, tenor 1Y)"],
    )
