"""Money: exact to parse, print and add; two currencies never mix."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CURRENCIES, MINOR_MAX, Currency, Money, an_amount
from lending.kernel.rounding import Rounding

currencies = st.sampled_from(sorted(CURRENCIES)).map(Currency)
amounts = st.builds(Money, st.integers(-MINOR_MAX, MINOR_MAX), currencies)


@given(amounts)
def test_what_is_printed_is_parsed_back(money: Money) -> None:
    assert Money.parse(money.text, money.currency) == money


@pytest.mark.parametrize(
    ("text", "code", "minor"),
    [("1100.16", "CNY", 110016), ("-0.05", "CNY", -5), ("7", "JPY", 7), ("1.234", "BHD", 1234)],
)
def test_an_amount_is_read_in_minor_units(text: str, code: str, minor: int) -> None:
    assert Money.parse(text, Currency(code)).minor == minor


@pytest.mark.parametrize(
    "text",
    ["1.234", "", "1.", ".5", "1e3", "1,000.00", "NaN", "１", "٣", "1.٣", " 1", "1\n", "--1", "+1", "10000000000000.01",
     "-10000000000000.01", "9999999999999999", "12345678901234567", "9" * 5000],
)  # fmt: skip
def test_what_is_no_amount_is_refused_with_the_value_and_what_was_expected(text: str) -> None:
    with pytest.raises(InvalidValue) as refused:
        Money.parse(text)
    (violation,) = refused.value.violations
    assert violation.value[:70] == repr(text)[:70]
    assert violation.expected == (
        "a decimal amount with at most 2 digits after the point, at most 10000000000000.00 either way, such as 1100.16"
    )


@pytest.mark.parametrize(
    ("code", "form", "most", "example"),
    [
        ("CNY", "a decimal amount with at most 2 digits after the point", "10000000000000.00", "1100.16"),
        ("JPY", "an amount without a point", "1000000000000000", "110016"),
        ("BHD", "a decimal amount with at most 3 digits after the point", "1000000000000.000", "110.016"),
    ],
)
def test_what_is_expected_follows_the_currency(code: str, form: str, most: str, example: str) -> None:
    assert an_amount(Currency(code)) == f"{form}, at most {most} either way, such as {example}"


@given(currencies, st.sampled_from((-MINOR_MAX, MINOR_MAX)))
def test_the_greatest_amount_named_is_taken_and_one_more_is_not(currency: Currency, most: int) -> None:
    assert currency.written(MINOR_MAX) in an_amount(currency)
    assert Money.parse(currency.written(most), currency).minor == most
    with pytest.raises(InvalidValue):
        Money.parse(currency.written(most + (1 if most > 0 else -1)), currency)


def test_digits_beyond_the_minor_unit_are_refused_even_in_yen() -> None:
    with pytest.raises(InvalidValue):
        Money.parse("1.0", Currency("JPY"))


@given(amounts, st.integers(-1000, 1000))
def test_adding_and_taking_away_is_exact(money: Money, minor: int) -> None:
    other = Money(minor, money.currency)
    if abs(money.minor + minor) <= MINOR_MAX:
        assert money + other - other == money


def test_two_currencies_do_not_mix() -> None:
    with pytest.raises(ValueError, match="two currencies"):
        Money(1) + Money(1, Currency("USD"))
    with pytest.raises(ValueError, match="two currencies"):
        assert Money(1) < Money(2, Currency("USD"))
    assert Money(1) != Money(1, Currency("USD"))


def test_an_unknown_currency_cannot_exist() -> None:
    with pytest.raises(InvalidValue, match="one of"):
        Currency("RMB")


def test_a_share_is_rounded_once_by_name() -> None:
    assert Money(1000).share(1, 3) == Money(333)
    assert Money(5).share(1, 2) == Money(3)
    assert Money(5).share(1, 2, Rounding.HALF_EVEN) == Money(2)


def test_an_amount_beyond_measure_cannot_exist() -> None:
    with pytest.raises(InvalidValue):
        Money(MINOR_MAX + 1)
