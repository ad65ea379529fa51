"""Money: exact to read, print, add and share; two currencies never mix."""

from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import CNY, CURRENCY_EXPONENTS, MINOR_MAX, Currency, Money

currencies = st.sampled_from([Currency(code) for code in CURRENCY_EXPONENTS])
amounts = st.builds(Money, st.integers(-MINOR_MAX, MINOR_MAX), currencies)


@given(amount=amounts)
def test_what_is_printed_is_read_back(amount: Money) -> None:
    assert Money.parse(amount.text, amount.currency) == amount


@given(amount=amounts)
def test_the_text_is_the_decimal_value(amount: Money) -> None:
    assert Decimal(amount.text) == Decimal(amount.minor).scaleb(-amount.currency.exponent)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("1.234", "CNY"),
        ("1.0", "JPY"),
        ("1,000.00", "CNY"),
        ("１２.00", "CNY"),
        ("1e3", "CNY"),
        ("", "CNY"),
        (".5", "CNY"),
        ("5.", "CNY"),
        ("+1.00", "CNY"),
        (" 1.00", "CNY"),
        ("NaN", "CNY"),
    ],
)
def test_other_ways_of_writing_an_amount_are_refused_with_the_way_it_is_written(text: str, currency: str) -> None:
    with pytest.raises(InvalidValue) as raised:
        Money.parse(text, Currency(currency))
    (violation,) = raised.value.violations
    assert repr(text) == violation.value
    assert "digits after the point" in violation.expected


def test_an_unknown_currency_is_named() -> None:
    with pytest.raises(InvalidValue, match=r"'XYZ' is not valid: expected one of .*CNY"):
        Currency("XYZ")


def test_an_amount_beyond_all_measure_is_refused() -> None:
    with pytest.raises(InvalidValue, match="minor units"):
        Money(MINOR_MAX + 1)


@given(a=st.integers(-(10**12), 10**12), b=st.integers(-(10**12), 10**12))
def test_sums_and_comparisons_are_those_of_the_amounts(a: int, b: int) -> None:
    assert (Money(a) + Money(b)).minor == a + b
    assert (Money(a) - Money(b)).minor == a - b
    assert (-Money(a)).minor == -a
    assert (Money(a) < Money(b)) == (a < b)
    assert (Money(a) >= Money(b)) == (a >= b)


def test_two_currencies_do_not_mix() -> None:
    yuan, dollars = Money(100), Money(100, Currency("USD"))
    for mix in (lambda: yuan + dollars, lambda: yuan - dollars, lambda: yuan < dollars):
        with pytest.raises(ValueError, match="two currencies"):
            mix()
    assert yuan != dollars


@given(minor=st.integers(-(10**12), 10**12), whole=st.integers(1, 10**6), data=st.data())
def test_a_share_is_rounded_once_half_up(minor: int, whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    shared = Money(minor, CNY).share(part, whole).minor
    exact = Fraction(minor * part, whole)
    assert abs(shared - exact) <= Fraction(1, 2)
    if abs(shared - exact) == Fraction(1, 2):
        assert abs(shared) > abs(exact), "halves go away from zero"
