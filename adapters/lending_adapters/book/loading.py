"""`load_book`: a book published into a platform by commands, whatever its store."""

from datetime import datetime
from pathlib import Path

import attrs

from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.kernel.canonical import fingerprint
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending_adapters.book.reading import Book, read_book

__all__ = ["BookLoaded", "BookRefused", "load_book", "publish_book"]

LOADER = Actor("book-loader", Role.SYSTEM)


class BookRefused(Exception):
    """The platform does not take part of a book; what came before that part is published."""

    def __init__(self, part: str, refusal: Refusal) -> None:
        self.part = part
        self.refusal = refusal
        super().__init__(f"{part}: {refusal.code}: {refusal.message}")


@attrs.frozen(kw_only=True)
class BookLoaded:
    """What was published: years, publications of the LPR, accounts, posting rules, and the codes of the rest."""

    calendar_years: tuple[int, ...]
    publications: int
    accounts: int
    posting_rules: int
    channels: tuple[str, ...]
    vendors: tuple[str, ...]
    funders: tuple[str, ...]
    funding: tuple[str, ...]
    products: tuple[str, ...]


def load_book(bus: Bus, now: datetime, directory: Path | str | None = None) -> BookLoaded:
    """Publish the book in a folder (the shipped one where None). Loading it again changes nothing.

    Business must have started. Raises `InvalidInput` with every fault of the book before anything is
    published, `BookRefused` where the platform refuses a part.
    """
    return publish_book(bus, now, read_book(directory))


def publish_book(bus: Bus, now: datetime, book: Book) -> BookLoaded:
    """Publish a book that has been read."""
    for ordinal, command in enumerate(book.commands):
        request_id = RequestId.derive(now, "book", str(ordinal), fingerprint(command))
        outcome = bus.execute(command, Call(request_id=request_id, actor=LOADER, received_at=now))
        if isinstance(outcome, Failure):
            raise BookRefused(type(command).__name__, outcome.failure())
    return BookLoaded(
        calendar_years=tuple(year.year for year in book.calendar),
        publications=len(book.rates.publications) if book.rates else 0,
        accounts=len(book.chart.accounts) if book.chart else 0,
        posting_rules=len(book.posting_rules.rules) if book.posting_rules else 0,
        channels=tuple(channel.code for channel in book.channels.channels) if book.channels else (),
        vendors=tuple(vendor.code for vendor in book.vendors.vendors) if book.vendors else (),
        funders=tuple(funder.code for funder in book.funders),
        funding=tuple(scheme.code for scheme in book.funding),
        products=tuple(product.code for product in book.products),
    )
