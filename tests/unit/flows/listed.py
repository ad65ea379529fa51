"""Loans whose deductions wait in a channel's list, and a bank behind the channel that answers by file."""

import random
from datetime import timedelta
from pathlib import Path

from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan
from lending.payments.batch_commands import BatchesView, ListBatches
from lending.payments.deduction import DeductionOrder
from lending.payments.ports import DEDUCTIONS
from lending_adapters.deductions.running import WrittenBatch, read_result, write_batches
from lending_adapters.stores import OpenStore
from lending_adapters.vendors import FakeBank, FakeCollectionChannel
from lending_adapters.vendors.batches import answer_batch
from tests.support.desk import Desk
from tests.unit.flows.test_channels import publish
from tests.unit.flows.test_payout import accepted, application

__all__ = ["ACCOUNT", "Listed"]

ACCOUNT = "6222020200000000001"
"""The account of everybody at the desk."""


class Listed:
    """A desk at which channel MAIN is the only one to collect, by list."""

    def __init__(self, folder: Path, loans: int, *, held: str = "100000.00", store: OpenStore | None = None) -> None:
        self.folder = folder
        self.desk = Desk(store=store)
        self.bank = FakeBank()
        self.bank.deposit(ACCOUNT, Money.parse(held).minor)
        self.channel = FakeCollectionChannel(self.bank, lambda: self.desk.now, random.Random(1))
        publish(self.desk, MAIN={"listed": True, "per_second": 2}, QUICK={"enabled": False})
        contracts = [accepted(self.desk, serial=serial) for serial in range(1, loans + 1)]
        self.desk.work()
        self.loans = [LoanId(application(self.desk, contract).loan_id or "") for contract in contracts]

    def fall_due(self) -> None:
        self.desk.close_days_until(self.desk.answer(GetLoan(self.loans[0])).instalments[0].due)

    def write(self, store: OpenStore | None = None, bus: object = None) -> list[WrittenBatch]:
        return write_batches(store or self.desk.store, bus or self.desk.bus, "MAIN", self.folder, self.desk.now)  # type: ignore[arg-type]

    def answer(self, written: WrittenBatch) -> Path:
        result = written.path.with_suffix(".result.csv")
        answer_batch(written.path, result, self.channel, self.desk.day)
        return result

    def read(self, path: Path) -> dict[str, int]:
        return read_result(self.desk.store, self.desk.bus, path, self.desk.now).states

    def seen(self) -> BatchesView:
        return self.desk.answer(ListBatches("MAIN"))

    def orders(self) -> list[DeductionOrder]:
        found = self.desk.store.page(DEDUCTIONS, None, "", "", 1000)
        return sorted(found, key=lambda order: (order.ordered_at, order.loan_id))

    def due(self) -> list[int]:
        return [self.desk.answer(GetLoan(loan)).due_now.minor for loan in self.loans]

    def held(self) -> list[str | None]:
        return [self.desk.answer(GetLoan(loan)).held_by for loan in self.loans]

    def paid(self) -> int:
        """What truly came in from the customers' account."""
        return sum(movement.amount for movement in self.bank.movements if movement.incoming)

    def after(self, hours: float) -> None:
        self.desk.work(after=timedelta(hours=hours))
