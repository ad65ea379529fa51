"""Values that are kept as one JSON string or number, and money."""

import base64
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from cattrs import Converter

from lending.kernel.ids import Id, RequestId
from lending.kernel.money import CURRENCIES, Currency, Money
from lending.kernel.rates import Rate

__all__ = ["register_scalars"]

MICROSECOND = timedelta(microseconds=1)


def register_scalars(converter: Converter) -> None:
    """Teach the converter ids, money, rates, dates and the like."""
    _register(converter, date, date.isoformat, date.fromisoformat)
    _register(converter, datetime, datetime.isoformat, datetime.fromisoformat)
    _register(converter, time, time.isoformat, time.fromisoformat)
    _register(converter, timedelta, lambda span: span // MICROSECOND, lambda count: count * MICROSECOND)
    _register(converter, Decimal, str, Decimal)
    _register(converter, bytes, lambda raw: base64.b64encode(raw).decode(), base64.b64decode)
    _register(converter, RequestId, lambda request_id: request_id.value, RequestId)
    _register(converter, Currency, lambda currency: currency.code, _currency)
    _register(converter, Rate, lambda rate: rate.scaled, Rate)
    _register(converter, Money, _money_out, _money_in)
    converter.register_unstructure_hook_func(_is_id, _id_out)
    converter.register_structure_hook_func(_is_id, lambda text, of: of(text))


def _register(converter: Converter, of: type, out: Any, into: Any) -> None:
    converter.register_unstructure_hook(of, out)
    converter.register_structure_hook(of, lambda plain, _of: into(plain))


def _is_id(of: Any) -> bool:
    return isinstance(of, type) and issubclass(of, Id)


def _id_out(identity: Id) -> str:
    return identity.value


def _currency(code: str) -> Currency:
    return CURRENCIES.get(code) or Currency(code)


def _money_out(money: Money) -> dict[str, Any]:
    return {"currency": money.currency.code, "minor": money.minor}


def _money_in(plain: Mapping[str, Any]) -> Money:
    return Money(plain["minor"], _currency(plain["currency"]))
