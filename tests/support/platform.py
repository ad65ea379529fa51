"""A stage: one platform with the shipped book, its clock and its channels in the scenario's hand, over any store."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

import attrs

from lending.accounting.journal import JournalLine, Side, Voucher
from lending.accounting.ports import VOUCHERS
from lending.application.bus import Bus
from lending.application.call import CHINA, Actor, Call, Role
from lending.application.commands import Command, Query
from lending.application.worker import Step
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.kernel.refusals import Refusal
from lending.operations.commands import StartBusiness
from lending_adapters.book import load_book
from lending_adapters.end_of_day import open_days, run_end_of_day
from lending_adapters.grpc import RemoteBus
from lending_adapters.platform import Platform, open_platform
from tests.support.desk import ScriptedChannel, ScriptedFunders, ScriptedVendors
from tests.support.grpc_server import SetClock, answering

__all__ = ["CLERK", "SYSTEM", "Stage", "staged"]

T = TypeVar("T")

CLERK = Actor("clerk", Role.OPERATIONS)
SYSTEM = Actor("platform", Role.SYSTEM)
PAGE = 500
ONE_DAY = timedelta(days=1)

Line = tuple[str, str, str]
"""Debit or credit, account, amount: ("Dr", "1303.01", "12000.00")."""


@attrs.define
class Stage:
    """`bus` is whatever stands before the platform: itself, or a connection to it."""

    bus: Bus
    platform: Platform
    clock: SetClock
    payouts: ScriptedChannel
    collections: ScriptedChannel
    funders: ScriptedFunders
    vendors: ScriptedVendors
    asked: int = 0

    def call(self, actor: Actor = CLERK, request_id: str | None = None) -> Call:
        """The circumstances of a request now, under a fresh request id unless one is given."""
        self.asked += 1
        return Call(
            request_id=RequestId(request_id or f"stage-{self.asked}"), actor=actor, received_at=self.clock.now()
        )

    def done(self, command: Command[T, Any], actor: Actor = CLERK, request_id: str | None = None) -> T:
        """Execute a command that must not be refused, and do what follows at once."""
        outcome = self.bus.execute(command, self.call(actor, request_id))
        assert isinstance(outcome, Success), outcome
        self.work()
        receipt: T = outcome.unwrap()
        return receipt

    def refusal(self, command: Command[Any, Any], actor: Actor = CLERK, request_id: str | None = None) -> Refusal:
        """Execute a command that must be refused; why it was."""
        refusal = self.bus.execute(command, self.call(actor, request_id)).failure()
        assert isinstance(refusal, Refusal), refusal
        return refusal

    def answer(self, query: Query[T, Any], actor: Actor = CLERK) -> T:
        """Ask a query that has an answer."""
        answer: T = self.bus.ask(query, self.call(actor)).unwrap()
        return answer

    def work(self, after: timedelta = timedelta()) -> None:
        """Let time pass, and the worker do all that is due."""
        self.clock.forward(after)
        while self.platform.worker.step(self.clock.now()) != Step():
            pass

    def open(self, day: date) -> None:
        """Run the end of day that opens this day, and nothing after it."""
        for _day, tasks in open_days(self.platform.store, day - ONE_DAY):
            run_end_of_day(self.bus, tasks, self.clock.now())

    def days_pass(self, until: date) -> None:
        """Run the ends of day that open every day up to `until`, and the worker after each."""
        for day, tasks in open_days(self.platform.store, until - ONE_DAY):
            self.clock.at = max(self.clock.at, datetime.combine(day, time(0, 30), CHINA))
            run_end_of_day(self.bus, tasks, self.clock.now())
            self.clock.at = max(self.clock.at, datetime.combine(day, time(10), CHINA))
            self.work()

    def booked(self, event: str, on: date) -> list[Line]:
        """The lines that one posting event put into the books on an accounting day, those off book last."""
        found = [voucher for voucher in self.vouchers() if (voucher.event, voucher.business_date) == (event, on)]
        found.sort(key=lambda voucher: voucher.lines[0].account.startswith("7"))
        return [shown(line, voucher) for voucher in found for line in voucher.lines]

    def vouchers(self) -> list[Voucher]:
        """Every voucher there is."""
        held: list[Voucher] = []
        while page := self.platform.store.page(VOUCHERS, None, "", held[-1].id.value if held else "", PAGE):
            held.extend(page)
        return held


def shown(line: JournalLine, voucher: Voucher) -> Line:
    """A line as the handbook writes it."""
    return ("Dr" if line.side is Side.DEBIT else "Cr", line.account, Money(line.amount, voucher.currency).text)


@contextmanager
def staged(url: str, start: date, *, over_grpc: bool = False, keyring: str = "") -> Iterator[Stage]:
    """A platform at `url` that opened for business on `start` at ten, in process or behind a server.

    A database that keeps no keys of its own is given a `keyring`.
    """
    payouts, collections, funders, vendors = ScriptedChannel(), ScriptedChannel(), ScriptedFunders(), ScriptedVendors()
    clock = SetClock(datetime.combine(start, time(10), CHINA))
    with ExitStack() as stack:
        platform = stack.enter_context(
            open_platform(
                url,
                payouts=payouts,
                collections=collections,
                funders=funders,
                vendors=vendors,
                upgrade=url != "memory",
                environment={"LENDING_KEYRING": keyring},
            )
        )
        bus: Bus = platform.bus
        if over_grpc:
            server = stack.enter_context(answering(platform.bus, clock))
            remote = RemoteBus(server.address)
            stack.callback(remote.close)
            bus = remote
        stage = Stage(bus, platform, clock, payouts, collections, funders, vendors)
        stage.done(StartBusiness(start))
        load_book(platform.bus, clock.now())
        yield stage
