"""How settlements with funders are looked at."""

from collections.abc import Iterator

from lending.application.call import Call
from lending.application.store import Reader
from lending.funding.ports import FUNDER_SETTLEMENTS, FUNDERS, SETTLEMENT_ITEMS
from lending.funding.refusals import FunderNotFound, SettlementNotFound
from lending.funding.settlement import FunderSettlement
from lending.funding.settlement_items import SettlementItem, SettlementLine, lines_of, settled_as
from lending.funding.settlement_queries import (
    FunderSettlementPage,
    FunderSettlementView,
    GetFunderSettlement,
    ListFunderSettlementLines,
    ListFunderSettlements,
    SettlementLinePage,
)
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = [
    "get_funder_settlement",
    "list_funder_settlement_lines",
    "list_funder_settlements",
    "settlement_lines",
]

PAGE = 1_000


def get_funder_settlement(
    query: GetFunderSettlement, _call: Call, reader: Reader
) -> Outcome[FunderSettlementView, SettlementNotFound]:
    """The settlement as it stands."""
    found = _found(query, reader)
    return found if isinstance(found, Failure) else Success(FunderSettlementView.of(found.unwrap()))


def list_funder_settlements(
    query: ListFunderSettlements, _call: Call, reader: Reader
) -> Outcome[FunderSettlementPage, FunderNotFound]:
    """A page of them."""
    key = FUNDER_SETTLEMENTS.key("funder") if query.funder else None
    found = reader.page(FUNDER_SETTLEMENTS, key, query.funder, query.after, query.page_size)
    if query.funder and not found and not query.after and reader.load(FUNDERS, query.funder) is None:
        return Failure(FunderNotFound(query.funder))
    next_after = found[-1].id if len(found) == query.page_size else ""
    return Success(FunderSettlementPage(tuple(map(FunderSettlementView.of, found)), next_after))


def list_funder_settlement_lines(
    query: ListFunderSettlementLines, _call: Call, reader: Reader
) -> Outcome[SettlementLinePage, SettlementNotFound]:
    """A page of its lines."""
    found = _found(query, reader)
    if isinstance(found, Failure):
        return found
    lines = settlement_lines(reader, found.unwrap())
    last = query.after + query.page_size
    return Success(SettlementLinePage(lines[query.after : last], last if last < len(lines) else 0))


def settlement_lines(reader: Reader, settlement: FunderSettlement) -> tuple[SettlementLine, ...]:
    """All lines of a settlement, in the order of its file."""
    return lines_of(_items(reader, settlement))


def _items(reader: Reader, settlement: FunderSettlement) -> Iterator[SettlementItem]:
    key = SETTLEMENT_ITEMS.key("settled_as")
    for day in settlement.covers:
        place, after = settled_as(settlement.funder, day, settlement.currency), ""
        while page := reader.page(SETTLEMENT_ITEMS, key, place, after, PAGE):
            yield from page
            after = page[-1].id.value


def _found(
    query: GetFunderSettlement | ListFunderSettlementLines, reader: Reader
) -> Outcome[FunderSettlement, SettlementNotFound]:
    place = settled_as(query.funder, query.day, query.currency)
    stored = reader.load(FUNDER_SETTLEMENTS, place)
    return Success(stored.value) if stored is not None else Failure(SettlementNotFound(place))
