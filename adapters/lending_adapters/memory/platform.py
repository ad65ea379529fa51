"""`memory_platform`: a whole platform inside your program, for embedding and first steps."""

from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TypeVar

from lending.application.bus import LocalBus
from lending.application.call import CHINA, Actor, Call, Role
from lending.application.commands import Command, Query
from lending.application.refusals import BusRefusal
from lending.application.worker import Step, Worker
from lending.funding.ports import FunderGateway
from lending.inquiries.ports import VendorGateway
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Outcome
from lending.operations.commands import StartBusiness
from lending.payments.ports import CollectionChannel, PayoutChannel
from lending.registry import CATALOGUE, couriers
from lending.risk.ports import RuleEngine
from lending_adapters.book import load_book
from lending_adapters.end_of_day import open_day, open_days, run_end_of_day
from lending_adapters.instant import InstantChannel, InstantFunders, InstantVendors, WithoutRules
from lending_adapters.memory.store import MemoryStore

__all__ = ["EMBEDDER", "MemoryPlatform", "memory_platform"]

T = TypeVar("T")
E = TypeVar("E")

EMBEDDER = Actor("embedder", Role.OPERATIONS)
"""Who asks where nobody is named."""

MORNING = time(10, tzinfo=CHINA)
ONE_DAY = timedelta(days=1)


class MemoryPlatform:
    """Bus, store and worker in one, and a clock that stands still until it is told to move.

    `execute` and `ask` are the bus with a fresh request id for each request; what follows from a command
    at once is done before it answers. Whatever needs more (another actor, a retry under the same
    request id) goes through `bus` and `call`.
    """

    def __init__(
        self,
        on: date,
        payouts: PayoutChannel | None = None,
        collections: CollectionChannel | None = None,
        funders: FunderGateway | None = None,
        vendors: VendorGateway | None = None,
        rules: RuleEngine | None = None,
    ) -> None:
        self.now = datetime.combine(on, MORNING)
        self.store = MemoryStore()
        self.bus = LocalBus(self.store, CATALOGUE)
        instant = InstantChannel(lambda: open_day(self.store))
        engine = rules or WithoutRules()
        deliver = couriers(
            payouts or instant, collections or instant, funders or InstantFunders(), vendors or InstantVendors(), engine
        )
        self.worker = Worker(self.store, self.bus, deliver)
        self._requests = 0

    def call(self, request_id: str | None = None, actor: Actor = EMBEDDER) -> Call:
        """The circumstances of a request made now; under a fresh request id where none is given."""
        self._requests += 1
        fresh = RequestId.derive(self.now, "embedded", str(self._requests))
        return Call(request_id=RequestId(request_id) if request_id else fresh, actor=actor, received_at=self.now)

    def execute(self, command: Command[T, E], actor: Actor = EMBEDDER) -> Outcome[T, E | BusRefusal]:
        """Carry the command out, and what follows from it at once."""
        outcome = self.bus.execute(command, self.call(actor=actor))
        self.work()
        return outcome

    def ask(self, query: Query[T, E], actor: Actor = EMBEDDER) -> Outcome[T, E | BusRefusal]:
        """Answer the query."""
        return self.bus.ask(query, self.call(actor=actor))

    def work(self) -> None:
        """Let the worker do everything that is due by now."""
        while self.worker.step(self.now) != Step():
            pass

    def advance(self, to: date) -> None:
        """Let the days pass until `to`, with the end of day before each."""
        for day, tasks in open_days(self.store, to - ONE_DAY):
            self.now = max(self.now, datetime.combine(day, time(), CHINA))
            run_end_of_day(self.bus, tasks, self.now)
            self.now = max(self.now, datetime.combine(day, MORNING))
            self.work()


def memory_platform(
    on: date,
    book: Path | str | None = None,
    *,
    payouts: PayoutChannel | None = None,
    collections: CollectionChannel | None = None,
    funders: FunderGateway | None = None,
    vendors: VendorGateway | None = None,
    rules: RuleEngine | None = None,
) -> MemoryPlatform:
    """A platform that opened for business on a day, with a book loaded (the shipped one where None).

    Its channels pay and collect, its funders approve and its vendors find nothing amiss at once, unless others are
    given; what products leave to rules a person decides, unless an engine is given.
    """
    platform = MemoryPlatform(on, payouts, collections, funders, vendors, rules)
    platform.execute(StartBusiness(on)).unwrap()
    load_book(platform.bus, platform.now, book)
    return platform
