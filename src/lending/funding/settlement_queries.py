"""What can be asked about settlements with funders."""

from datetime import date
from typing import Self

import attrs

from lending.application.commands import Query
from lending.funding.refusals import FunderNotFound, SettlementNotFound
from lending.funding.settlement import FunderSettlement, LineDispute
from lending.funding.settlement_items import SettlementLine, ShareAmounts
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import positive, text_of, within
from lending.kernel.money import CNY, Currency, Money

__all__ = [
    "FunderSettlementPage",
    "FunderSettlementView",
    "GetFunderSettlement",
    "ListFunderSettlementLines",
    "ListFunderSettlements",
    "SettlementLinePage",
]

PAGE_MAX = 500


@attrs.frozen(kw_only=True)
class FunderSettlementView:
    """A settlement: where it stands, what it covers and comes to, what the funder disputes of it."""

    funder: str
    day: date
    currency: Currency
    state: str
    covers: tuple[date, ...]
    lines: int
    totals: ShareAmounts
    net: Money
    digest: str
    disputes: tuple[LineDispute, ...]
    carried_to: date | None
    paid_on: date | None
    bank_serial: str

    @classmethod
    def of(cls, settlement: FunderSettlement) -> Self:
        """The settlement as it is shown."""
        return cls(
            funder=settlement.funder,
            day=settlement.day,
            currency=settlement.currency,
            state=settlement.state.value,
            covers=settlement.covers,
            lines=settlement.lines,
            totals=settlement.totals,
            net=settlement.net,
            digest=settlement.digest,
            disputes=settlement.disputes,
            carried_to=settlement.carried_to,
            paid_on=settlement.paid_on,
            bank_serial=settlement.bank_serial,
        )


@attrs.frozen(kw_only=True)
class GetFunderSettlement(Query[FunderSettlementView, SettlementNotFound]):
    """One settlement."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY


@attrs.frozen
class FunderSettlementPage:
    """Some of the settlements; `next_after` is empty after the last."""

    settlements: tuple[FunderSettlementView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListFunderSettlements(Query[FunderSettlementPage, FunderNotFound]):
    """Settlements by funder, day and currency; of one funder where one is named."""

    funder: str = attrs.field(default="", validator=text_of(16, shortest=0))
    after: str = attrs.field(default="", validator=text_of(64, shortest=0))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))


@attrs.frozen
class SettlementLinePage:
    """Some of a settlement's lines; `next_after` is the number of the last one, 0 where there are no more."""

    lines: tuple[SettlementLine, ...]
    next_after: int


@attrs.frozen(kw_only=True)
class ListFunderSettlementLines(Query[SettlementLinePage, SettlementNotFound]):
    """The lines of a settlement as its file has them, those after number `after`."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY
    after: int = attrs.field(default=0, validator=within(0, 10_000_000))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))
