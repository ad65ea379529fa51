"""What a funder took from borrowers itself (他行代扣): written by the funder, read by us."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs

from lending.kernel.days import parse_day
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import MINOR_MAX, Currency, Money
from lending.loans.ids import LoanId
from lending_adapters.funders.forms import COLLECTION_FIELDS, COLLECTIONS, Head, parse_head
from lending_adapters.sealed_files import SealedReader, SealedWriter

__all__ = ["Collected", "read_collections", "write_collections"]

LINES_MAX = 1_000_000


@attrs.frozen
class Collected:
    """One payment that the funder took, under its reference, on a day."""

    reference: str
    loan_id: LoanId
    day: date
    amount: Money


def write_collections(path: Path, head: Head, collected: Iterable[Collected]) -> None:
    """Write what was taken, as a funder does."""
    with SealedWriter(path, head.line(COLLECTIONS), COLLECTION_FIELDS.columns, sums=1) as file:
        for one in collected:
            file.add(f"{one.reference},{one.loan_id},{one.day},{one.amount.minor}", one.amount.minor)


def read_collections(path: Path, folder: str) -> tuple[Head, tuple[Collected, ...]]:
    """Read what the funder whose `folder` it lies in took. Raises `InvalidInput` with the number of each line at fault.

    Then none of it is believed.
    """
    with SealedReader(path) as file:
        head = file.start(lambda text: _head(text, folder), COLLECTION_FIELDS.columns)
        found: list[Collected] = []
        references: set[str] = set()
        for one in file.body(lambda text: _collected(text, head.currency), LINES_MAX):
            if one.reference in references:
                file.wrong(file.number, f"reference {one.reference} again", "each reference once")
            references.add(one.reference)
            found.append(one)
        file.end({"sum": sum(one.amount.minor for one in found)})
    return head, tuple(found)


def _head(text: str, folder: str) -> Head:
    head = parse_head(text, COLLECTIONS)
    if head.of != folder:
        raise InvalidValue("code", head.of, f"{folder}, in whose folder it lies")
    return head


def _collected(text: str, currency: Currency) -> Collected:
    reference, loan, day, amount = COLLECTION_FIELDS.parse(text)
    if int(amount) > MINOR_MAX:
        raise InvalidValue("amount", amount, COLLECTION_FIELDS.expected("amount"))
    try:
        taken_on = parse_day(day)
    except InvalidInput as invalid:
        raise invalid.under("day") from None
    try:
        loan_id = LoanId(loan)
    except InvalidInput as invalid:
        raise invalid.under("loan") from None
    return Collected(reference, loan_id, taken_on, Money(int(amount), currency))
