"""Random days of payment orders in a store, and the statements of them: nothing else of a platform moves."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import attrs

from lending.application.bus import LocalBus
from lending.application.call import CHINA, Call
from lending.application.store import Changes, StoredReceipt, Write
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.operations.commands import DayOpened, StartBusiness
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.disbursement import DisbursementOrder, PayoutStatus
from lending.payments.ids import DeductionOrderId, DisbursementOrderId
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS
from lending.reconciliation.difference import Difference
from lending.reconciliation.matching import Matcher
from lending.reconciliation.ports import DIFFERENCES, day_id
from lending.reconciliation.statement import StatementLine
from lending.registry import CATALOGUE
from lending_adapters.book import load_book
from lending_adapters.memory import MemoryStore
from lending_adapters.reconciliation.columns import match_on_columns
from lending_adapters.reconciliation.running import reconcile_statement
from lending_adapters.statements import write_statement
from lending_adapters.stores import OpenStore
from lending_adapters.vendors.bank import Movement
from lending_adapters.vendors.statements import Break, spoil, true_lines
from tests.support.desk import SYSTEM
from tests.support.samples import AT

__all__ = ["FIRST", "Days", "Expected", "movements_of", "store_orders"]

FIRST = date(2024, 1, 5)
OPEN_DAY = FIRST + timedelta(days=30)
WORDS = {
    Break.MISSING: "SHORT",
    Break.EXTRA: "LONG",
    Break.AMOUNT: "AMOUNT_DIFF",
    Break.STATUS: "STATUS_DIFF",
    Break.DUPLICATE: "AMOUNT_DIFF",
    Break.WRONG_DAY: "SHORT",
}
"""What each break is found as; a split line is no break."""

Order = DisbursementOrder | DeductionOrder
Expected = set[tuple[str, str]]
"""Order number and result."""


class Days:
    """Consecutive random days from `FIRST` on, each with orders of ours and a statement with known breaks."""

    def __init__(
        self, seed: int, folder: Path, matcher: Matcher = match_on_columns, store: OpenStore | None = None
    ) -> None:
        self.seed = seed
        self.folder = folder
        self.matcher = matcher
        self.store = store or MemoryStore()
        self.chance = random.Random(seed)
        self.bus = LocalBus(self.store, CATALOGUE)
        self.at = datetime.combine(OPEN_DAY, time(10), CHINA)
        self.put_off: tuple[StatementLine, ...] = ()
        self.number = 0
        call = Call(request_id=RequestId(f"days-{seed}"), actor=SYSTEM, received_at=self.at)
        self.bus.execute(StartBusiness(OPEN_DAY), call).unwrap()
        load_book(self.bus, self.at)

    def next_day(self, day: date, orders: int) -> Expected:
        """Live through a day and reconcile it; what a reader of both sides by hand would find."""
        ours = [self._order(day) for _ in range(orders)]
        store_orders(self.store, ours, f"{self.seed}-{day}")
        breaks = {kind: self.chance.randint(0, 2) for kind in Break}
        spoilt = spoil(true_lines(movements_of(ours), day), breaks, self.chance)
        doubted, expected = self._about_open_orders(ours, day)
        expected |= {(order_no, WORDS[kind]) for kind, order_no in spoilt.breaks if kind in WORDS}
        path = self.folder / f"{day}.csv"
        write_statement(path, "MAIN", day, (*spoilt.lines, *self.put_off, *doubted))
        self.put_off = spoilt.put_off
        reconcile_statement(self.store, self.bus, path, "MAIN", day, self.at, self.matcher)
        return expected

    def found(self, day: date) -> list[Difference]:
        """The differences of a day, in whatever state."""
        key = DIFFERENCES.key("day")
        return [stored.value for stored in self.store.lookup(DIFFERENCES, key, day_id("MAIN", day))]

    def _order(self, day: date) -> Order:
        self.number += 1
        request, amount = RequestId(f"order-{self.seed}-{self.number}"), Money(self.chance.randint(2, 5_000_000))
        done = self.chance.random() < 0.9
        paid_on = day if done else None
        if self.chance.random() < 0.5:
            left = self.chance.choice([PayoutStatus.IN_DOUBT, PayoutStatus.CLOSED, PayoutStatus.PROCESSING])
            return DisbursementOrder(
                bank="ICBC",
                channel="MAIN",
                id=DisbursementOrderId.make(request, 0),
                contract_id=f"contract-{self.seed}-{self.number}",
                amount=amount,
                ordered_at=AT,
                attempt=self.chance.randint(1, 3),
                status=PayoutStatus.SUCCESS if done else left,
                paid_on=paid_on,
                concluded_on=paid_on,
            )
        failed = self.chance.choice([DeductionStatus.IN_DOUBT, DeductionStatus.FAILED])
        return DeductionOrder(
            channel="MAIN",
            id=DeductionOrderId.make(request, 0),
            loan_id=f"loan-{self.seed}-{self.number}",
            day=AT.date(),
            customer_id="customer",
            amount=amount,
            ordered_at=AT,
            status=DeductionStatus.SUCCESS if done else failed,
            paid_on=paid_on,
            concluded_on=paid_on,
        )

    def _about_open_orders(self, ours: list[Order], day: date) -> tuple[list[StatementLine], Expected]:
        """Lines that call some orders done which we hold open or failed."""
        unsure = [order for order in ours if order.paid_on is None and self.chance.random() < 0.5]
        told = [attrs.evolve(movement, on=day) for movement in movements_of(unsure, day)]
        lines = [attrs.evolve(line, channel_no=f"D{line.channel_no}") for line in true_lines(told, day)]
        return lines, {(line.order_no, "STATUS_DIFF") for line in lines}


def movements_of(orders: list[Order], on: date | None = None) -> Iterator[Movement]:
    """What the channel moved for the orders that succeeded, or for all of them on a day that is named."""
    for order in orders:
        moved_on = order.paid_on or on
        if moved_on is not None:
            yield Movement(
                order_no=order.order_no,
                account="6222",
                amount=order.amount.minor,
                incoming=isinstance(order, DeductionOrder),
                on=moved_on,
            )


def store_orders(store: OpenStore, orders: list[Order], name: str) -> None:
    """Commit the orders as they are."""
    writes = [
        Write(DEDUCTIONS, order, 0) if isinstance(order, DeductionOrder) else Write(DISBURSEMENTS, order, 0)
        for order in orders
    ]
    receipt = StoredReceipt(RequestId(f"orders-{name}"), "RecordPayoutAnswer", name, DayOpened(FIRST))
    store.commit(Changes(writes=tuple(writes), relied_on=(), events=(), outbox=(), receipt=receipt))
