"""The money in and out of a day as records, streamed by sets: what reconciliation compares."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    MetaData,
    Select,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
    tuple_,
    type_coerce,
)

from lending.accounting.channel_lines import BANK_BALANCE, CHANNEL_BALANCE
from lending.accounting.corrections import OF_NO_ORDER
from lending.accounting.journal import Side
from lending.kernel.money import Currency
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import Record, Standing
from lending.reconciliation.sides import MONEY_EVENTS, record_of_line
from lending.reconciliation.statement import Flow
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Statement

__all__ = ["Flows"]

PAGE = 50_000
ORDERS = {Flow.PAYOUT: "disbursement_orders", Flow.DEDUCTION: "deduction_orders"}
FIRST = {"place": "", "ordinal": -1}
"""Before the first row of any page."""


class Flows:
    """Reads by pages in key order, so that no connection is held and no more than a page is in memory."""

    def __init__(self, metadata: MetaData, session: Session) -> None:
        self._session = session
        self._of_day = {flow: self._orders(metadata, flow, Standing.SUCCESS) for flow in ORDERS}
        self._open = {flow: self._orders(metadata, flow, Standing.OPEN) for flow in ORDERS}
        self._back = self._returned(metadata)
        self._back_by_loan = self._returned_by_loan(metadata)
        self._concluded = {flow: self._by_loan(metadata, flow) for flow in ORDERS}
        self._money = [
            (flow, self._events(metadata, event.__name__, field)) for event, (flow, field) in MONEY_EVENTS.items()
        ]
        self._lines = self._channel_lines(metadata)

    def statement_side(self, channel: str, day: date, currency: Currency) -> Iterator[Record]:
        """Orders for a channel's statement of `day`: those that succeeded on it, and all that are open."""
        values = {"channel": channel, "currency": currency.code}
        for flow in ORDERS:
            for order_no, amount, *_ in self._pages(self._of_day[flow], values | {"day": day.isoformat()}):
                yield Record(flow, order_no, amount, Standing.SUCCESS)
            for order_no, amount, *_ in self._pages(self._open[flow], values):
                yield Record(flow, order_no, amount, Standing.OPEN)
        for order_no, amount, *_ in self._pages(self._back, values | {"day": day.isoformat()}):
            yield Record(Flow.RETURN, order_no, amount, Standing.SUCCESS)

    def order_side(self, day: date) -> Iterator[Record]:
        """Orders whose success was recorded on accounting day `day`, by the loan they are of."""
        for flow in ORDERS:
            for loan_id, amount, *_ in self._pages(self._concluded[flow], {"day": day.isoformat()}):
                yield Record(flow, loan_id, amount, Standing.SUCCESS)
        for loan_id, amount, *_ in self._pages(self._back_by_loan, {"day": day.isoformat()}):
            yield Record(Flow.DEDUCTION, loan_id, amount, Standing.SUCCESS)

    def business_side(self, day: date) -> Iterator[Record]:
        """Money in and out that loans took on accounting day `day`, by loan."""
        for flow, statement in self._money:
            for loan_id, amount, *_ in self._pages(statement, {"day": day.isoformat()}):
                yield Record(flow, loan_id, amount, Standing.SUCCESS)

    def ledger_side(self, day: date) -> Iterator[Record]:
        """Lines of the channels' account booked on accounting day `day`, by subject, where they stand for an order."""
        for subject, signed, *_ in self._pages(self._lines, {"day": day.isoformat()}):
            yield record_of_line(subject, signed)

    def _pages(self, statement: Statement, values: dict[str, Any]) -> Iterator[Any]:
        """Rows, of which the last two columns are their place in order."""
        place: dict[str, Any] = FIRST
        while True:
            rows = self._session.read(statement, values | place)
            yield from rows
            if len(rows) < PAGE:
                return
            place = dict(zip(FIRST, rows[-1][-2:], strict=True))

    def _orders(self, metadata: MetaData, flow: Flow, standing: Standing) -> Statement:
        table = metadata.tables[ORDERS[flow]].c
        query = select(table.order_no, table.amount).where(
            table.standing == standing.value,
            table.channel == bindparam("channel"),
            table.currency == bindparam("currency"),
        )
        if standing is Standing.SUCCESS:
            query = query.where(table.paid_on == bindparam("day"))
        return self._in_order(query, table.id)

    def _returned(self, metadata: MetaData) -> Statement:
        table = metadata.tables[ORDERS[Flow.PAYOUT]].c
        query = select(table.order_no, table.amount).where(
            table.back_on == bindparam("day"),
            table.channel == bindparam("channel"),
            table.currency == bindparam("currency"),
        )
        return self._in_order(query, table.id)

    def _returned_by_loan(self, metadata: MetaData) -> Statement:
        orders = metadata.tables[ORDERS[Flow.PAYOUT]].c
        back = orders.back_recorded_on == bindparam("day")
        return self._in_order(_payouts_by_loan(metadata).where(back), orders.id)

    def _by_loan(self, metadata: MetaData, flow: Flow) -> Statement:
        orders = metadata.tables[ORDERS[flow]].c
        deducted = flow is Flow.DEDUCTION
        query = select(orders.loan_id, orders.amount) if deducted else _payouts_by_loan(metadata)
        done = orders.standing == Standing.SUCCESS.value, orders.concluded_on == bindparam("day")
        return self._in_order(query.where(*done), orders.id)

    def _events(self, metadata: MetaData, name: str, field: str) -> Statement:
        table = metadata.tables["events"].c
        if self._session.dialect_name == "postgresql":
            text = func.json_extract_path_text(cast(table.body, JSON), field, "minor")
        else:
            text = func.json_extract(table.body, f"$.{field}.minor")
        amount = cast(text, BigInteger)
        query = select(table.subject, amount).where(table.type == name, table.business_date == bindparam("day"))
        return self._in_order(query, table.causation, table.ordinal)

    def _channel_lines(self, metadata: MetaData) -> Statement:
        headers, lines = metadata.tables["vouchers"], metadata.tables["journal_lines"]
        line = lines.c
        signed = case((line.side == Side.DEBIT.value, line.amount), else_=-line.amount)
        query = (
            select(line.subject, signed)
            .select_from(headers.join(lines, headers.c.id == line.voucher_id))
            .where(
                headers.c.business_date == bindparam("day"),
                or_(line.account == CHANNEL_BALANCE, and_(line.account == BANK_BALANCE, line.party != "")),
                *(headers.c.event != event for event in sorted(OF_NO_ORDER)),
                line.subject.not_like(f"{DifferenceId.prefix}\\_%", escape="\\"),
            )
        )
        return self._in_order(query, line.voucher_id, line.number)

    def _in_order(self, query: Select[Any], place: Column[Any], ordinal: Column[Any] | None = None) -> Statement:
        """A page of the query's rows in order of place and ordinal, 0 where none is given."""
        after = tuple_(bindparam("place"), bindparam("ordinal"))
        number = type_coerce(0, BigInteger) if ordinal is None else ordinal
        within = place > bindparam("place") if ordinal is None else tuple_(place, ordinal) > after
        paged = query.add_columns(place.label("place"), number.label("ordinal")).where(within)
        return self._session.compile(paged.order_by(*([place] if ordinal is None else [place, ordinal])).limit(PAGE))


def _payouts_by_loan(metadata: MetaData) -> Select[Any]:
    """Payouts by the loan they opened; one that opened none is told by its own number, and so found."""
    table, loans = metadata.tables[ORDERS[Flow.PAYOUT]], metadata.tables["loans"]
    joined = table.outerjoin(loans, loans.c.contract_id == table.c.contract_id)
    loan = case((loans.c.id.is_not(None), loans.c.id), else_=table.c.order_no)
    return select(loan, table.c.amount).select_from(joined)
