"""What our bank is to transfer to funders, and what it says of payments between them and us."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs

from lending.funding.settlement_items import settled_as
from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import MINOR_MAX, Money
from lending_adapters.funders.forms import (
    PAYMENT_FIELDS,
    PAYMENTS,
    TRANSFER,
    TRANSFER_FIELDS,
    Head,
    parse_head,
)
from lending_adapters.sealed_files import SealedReader, SealedWriter

__all__ = ["BankPayment", "read_payments", "read_transfer", "write_payments", "write_transfer"]

LINES_MAX = 100_000


@attrs.frozen
class BankPayment:
    """A payment of the bank's statement: its serial number, the settlement it is of, the amount signed as our net."""

    serial: str
    funder: str
    day: date
    amount: Money


def write_transfer(path: Path, head: Head, net: Money) -> None:
    """Write the order that pays a settlement: its reference is the settlement's id, the same whenever it is written."""
    with SealedWriter(path, head.line(TRANSFER), TRANSFER_FIELDS.columns, sums=1) as file:
        file.add(f"{settled_as(head.of, head.day, head.currency)},{head.of},{net.minor}", net.minor)


def read_transfer(path: Path) -> tuple[Head, Money]:
    """Read an order to pay, as our bank does. Raises `InvalidInput`."""
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, TRANSFER), TRANSFER_FIELDS.columns)
        amounts = [int(amount) for _reference, _payee, amount in file.body(TRANSFER_FIELDS.parse, 1)]
        file.end({"sum": sum(amounts)})
    return head, Money(sum(amounts), head.currency)


def write_payments(path: Path, head: Head, payments: Iterable[BankPayment]) -> None:
    """Write payments as a bank does."""
    with SealedWriter(path, head.line(PAYMENTS), PAYMENT_FIELDS.columns, sums=1) as file:
        for paid in payments:
            file.add(f"{paid.serial},{paid.funder},{paid.day},{paid.amount.minor}", paid.amount.minor)


def read_payments(path: Path) -> tuple[BankPayment, ...]:
    """Read what the bank paid. Raises `InvalidInput` with the number of each line at fault; then none is believed."""
    with SealedReader(path) as file:
        head = file.start(lambda text: parse_head(text, PAYMENTS), PAYMENT_FIELDS.columns)
        payments: list[BankPayment] = []
        serials: set[str] = set()
        for paid in file.body(lambda text: _payment(text, head), LINES_MAX):
            if paid.serial in serials:
                file.wrong(file.number, f"serial {paid.serial} again", "each serial number once")
            serials.add(paid.serial)
            payments.append(paid)
        file.end({"sum": sum(paid.amount.minor for paid in payments)})
    return tuple(payments)


def _payment(text: str, head: Head) -> BankPayment:
    serial, funder, day, amount = PAYMENT_FIELDS.parse(text)
    if abs(int(amount)) > MINOR_MAX:
        raise InvalidValue("amount", amount, PAYMENT_FIELDS.expected("amount"))
    try:
        return BankPayment(serial, funder, parse_day(day), Money(int(amount), head.currency))
    except InvalidInput as invalid:
        raise invalid.under("day") from None
