"""Values with a wire form of their own: money, rates, dates, instants, ids, text and numbers."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date  # type: ignore[import-untyped]
from google.type.decimal_pb2 import Decimal  # type: ignore[import-untyped]
from google.type.money_pb2 import Money as WireMoney  # type: ignore[import-untyped]

from lending.kernel.days import A_DAY, FIRST_DAY, LAST_DAY
from lending.kernel.invalid import InvalidInput, InvalidValue, Violation
from lending.kernel.money import CURRENCY_EXPONENTS, Currency, Money
from lending.kernel.rates import A_RATE, Rate
from lending.products.late import A_MULTIPLE, Multiple

__all__ = ["TEXT_MAX", "decode_scalar", "encode_scalar", "expected_scalar"]

TEXT_MAX = 1_000
"""No text is longer, but where a field says so (`longest` in its metadata); a command asks for less where it can."""

NANOS = 10**9
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)
AN_INSTANT = f"an instant from {FIRST_DAY} to {LAST_DAY}, in whole microseconds"
UNSET: dict[type, str] = {Money: "an amount, such as CNY 1100.16", Rate: A_RATE, Multiple: A_MULTIPLE, date: A_DAY}
CURRENCIES = f"one of {', '.join(sorted(CURRENCY_EXPONENTS))}"


def encode_scalar(value: Any) -> Any:
    """The value as a field of a message takes it."""
    encode = ENCODERS.get(type(value))
    return value.value if encode is None else encode(value)


def decode_scalar(of: type, wire: Any, longest: int = TEXT_MAX) -> Any:
    """The value of type `of`. Raises `InvalidInput`, its paths beginning at the field itself."""
    if isinstance(wire, str) and len(wire) > longest:
        raise InvalidValue("", wire, f"at most {longest} characters, not {len(wire)}")
    return DECODERS.get(of, of)(wire)


def expected_scalar(of: type) -> str:
    """What is expected where the field is unset."""
    return UNSET.get(of, AN_INSTANT)


def _money_out(money: Money) -> WireMoney:
    units, minor = divmod(abs(money.minor), money.currency.unit)
    sign = -1 if money.minor < 0 else 1
    nanos = minor * (NANOS // money.currency.unit)
    return WireMoney(currency_code=money.currency.code, units=sign * units, nanos=sign * nanos)


def _money_in(wire: WireMoney) -> Money:
    code = wire.currency_code
    if code not in CURRENCY_EXPONENTS:
        raise InvalidValue("currency_code", code, CURRENCIES)
    if abs(wire.nanos) >= NANOS or wire.units * wire.nanos < 0:
        raise InvalidValue("nanos", wire.nanos, "less than 1,000,000,000 either way, with the sign of the units")
    whole, part = divmod(abs(wire.units * NANOS + wire.nanos), NANOS)
    digits = f"{part:09d}".rstrip("0")
    sign = "-" if wire.units < 0 or wire.nanos < 0 else ""
    return Money.parse(f"{sign}{whole}{'.' if digits else ''}{digits}", Currency(code))


def _date_out(day: date) -> Date:
    return Date(year=day.year, month=day.month, day=day.day)


def _date_in(wire: Date) -> date:
    try:
        day = date(wire.year, wire.month, wire.day)
    except (ValueError, OverflowError):
        day = date.min
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _unfit(f"{wire.year:04d}-{wire.month:02d}-{wire.day:02d}", A_DAY)
    return day


def _instant_out(instant: datetime) -> Timestamp:
    micros = (instant - EPOCH) // MICROSECOND
    return Timestamp(seconds=micros // 10**6, nanos=micros % 10**6 * 1000)


def _instant_in(wire: Timestamp) -> datetime:
    micros, rest = divmod(wire.seconds * NANOS + wire.nanos, 1000)
    try:
        instant = EPOCH + micros * MICROSECOND
    except OverflowError:
        instant = datetime.min.replace(tzinfo=UTC)
    sound = 0 <= wire.nanos < NANOS and rest == 0 and FIRST_DAY <= instant.date() <= LAST_DAY
    if not sound:
        raise _unfit(f"{wire.seconds} s, {wire.nanos} ns", AN_INSTANT)
    return instant


def _currency_in(code: str) -> Currency:
    try:
        return Currency(code)
    except InvalidInput:
        raise InvalidValue("", code, CURRENCIES) from None


def _rate_in(wire: Decimal) -> Rate:
    if len(wire.value) > TEXT_MAX:
        raise InvalidValue("", wire.value, A_RATE)
    return Rate.parse(wire.value)


def _multiple_in(wire: Decimal) -> Multiple:
    if len(wire.value) > TEXT_MAX:
        raise InvalidValue("", wire.value, A_MULTIPLE)
    return Multiple.parse(wire.value)


def _unfit(value: str, expected: str) -> InvalidInput:
    return InvalidInput([Violation("", value, expected)])


def _as_is(value: Any) -> Any:
    return value


ENCODERS: dict[type, Callable[[Any], Any]] = {
    str: _as_is,
    int: _as_is,
    bool: _as_is,
    Money: _money_out,
    Rate: lambda rate: Decimal(value=rate.text),
    Multiple: lambda multiple: Decimal(value=multiple.text),
    Currency: lambda currency: currency.code,
    date: _date_out,
    datetime: _instant_out,
}
"""Ids are not among them: they go as their text."""

DECODERS: dict[type, Callable[[Any], Any]] = {
    str: _as_is,
    int: _as_is,
    bool: _as_is,
    Money: _money_in,
    Rate: _rate_in,
    Multiple: _multiple_in,
    Currency: _currency_in,
    date: _date_in,
    datetime: _instant_in,
}
"""Ids are not among them: their constructors take their text."""
