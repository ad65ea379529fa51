"""`simulate`: one seed, one history, one digest, on any store."""

import hashlib
import re
import tempfile
import time as wall
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path

from lending import registry
from lending.application.bus import LocalBus
from lending.application.call import CHINA
from lending.application.store import Changes
from lending.application.worker import Worker
from lending.funding.commands import RecordFunderAnswer
from lending.inquiries.commands import RecordInquiryAnswer
from lending.kernel.canonical import canonical
from lending.kernel.events import EventRecord
from lending.kernel.money import Money
from lending.loans.ports import LOANS
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.ports import ACCOUNTING_DAYS
from lending.origination.ports import APPLICATIONS
from lending.payments.commands import RecordDeductionAnswer, RecordPayoutAnswer
from lending_adapters.book import read_book
from lending_adapters.channels import ChannelBoard
from lending_adapters.rules import ZenRules
from lending_adapters.stores import MEMORY, OpenStore, open_store
from lending_adapters.vendors import (
    RELIABLE,
    FakeBank,
    FakeCollectionChannel,
    FakeFunders,
    FakePayoutChannel,
    FakeVendors,
)
from lending_simulator.actors.arrivals import announce_customers, announce_suspensions
from lending_simulator.actors.midnight import Midnight
from lending_simulator.actors.office import Office
from lending_simulator.actors.opening import open_business
from lending_simulator.actors.scene import Stage
from lending_simulator.actors.showroom import Showroom
from lending_simulator.actors.treasury import Treasury
from lending_simulator.actors.vendors import CallbackDesk, Outages, PayeesBanks
from lending_simulator.actors.workers import Workshop
from lending_simulator.calendar import calendar_of
from lending_simulator.chance import Chance
from lending_simulator.config import SimulationConfig
from lending_simulator.desk import Desk, WatchedBus
from lending_simulator.faults import PLANS, Faults
from lending_simulator.history import History
from lending_simulator.invariants import NAMES, Evidence, Referee
from lending_simulator.invariants.ends import unsettled
from lending_simulator.loom import Loom
from lending_simulator.mirror import Mirror
from lending_simulator.people import People
from lending_simulator.post import Post
from lending_simulator.result import Check, DayRow, MoneyFigures, SimulationResult, TimeSeries
from lending_simulator.switching import SwitchingChannels, SwitchingFunders, SwitchingStore, SwitchingVendors
from lending_simulator.tally import DayFigures, Tally
from lending_simulator.traffic import Traffic

__all__ = ["Progress", "StoreNotEmpty", "digest_of", "simulate"]

Progress = Callable[[int, int], None]
"""Told after each simulated day how many are through, and of how many."""

OUTBOX = "outbox"
"""What a worker is at when it is in no command."""
PASSWORD = re.compile(r"(?<=[^/]):[^:/@]*@")
"""In a database's URL; what is printed never shows it."""
CALM_STEP = timedelta(hours=1)


class StoreNotEmpty(ValueError):
    """A simulation begins in an empty store."""


def simulate(
    config: SimulationConfig,
    store: OpenStore | str = MEMORY,
    progress: Progress | None = None,
    *,
    store_name: str | None = None,
) -> SimulationResult:
    """Run the world of `config` over an empty store, given itself or by its URL, and judge it as it runs.

    Raises `InvalidInput` where the official calendar does not cover its days, `StoreNotEmpty`.
    """
    begun = wall.perf_counter()
    calendar_of(config)
    with _opened(store) as opened:
        if opened.load(ACCOUNTING_DAYS, ACCOUNTING_DAY) is not None:
            raise StoreNotEmpty("a simulation begins in an empty store, and business has started in this one")
        name = store_name or (PASSWORD.sub(":***@", store) if isinstance(store, str) else type(opened).__name__)
        run = Run(config, opened, progress or _unheeded)
        run.play()
        return run.result(name, begun)


@contextmanager
def _opened(store: OpenStore | str) -> Iterator[OpenStore]:
    if not isinstance(store, str):
        yield store
        return
    opened = open_store(store, upgrade=True)
    try:
        yield opened
    finally:
        opened.close()


def digest_of(records: Iterable[EventRecord]) -> str:
    """SHA-256 over the ordered event log, one line per event, whatever the store."""
    digest = hashlib.sha256()
    for record in records:
        digest.update(canonical(record).encode() + b"\n")
    return digest.hexdigest()


def _unheeded(_day: int, _days: int) -> None:
    """Nobody watches."""


class Run:
    """One run: everything wired together, played once."""

    def __init__(self, config: SimulationConfig, store: OpenStore, progress: Progress) -> None:
        self._config = config
        self._store = store
        self._progress = progress
        chance = Chance(config.seed)
        self._loom = Loom(datetime.combine(config.start, time(), CHINA), self._crashed)
        self._faults = Faults(PLANS[config.faults], chance, lambda: self._loom.strand.task or OUTBOX)
        self._traffic = Traffic(self._loom, config.latency, chance.stream("latency"))
        self._tally = Tally(lambda: self._loom.now)
        self._history = History()
        self._fatal: int | None = None
        self._bank = FakeBank()
        self._evidence = Evidence(Mirror(), store, self._bank)
        self._referee = Referee(self._evidence, config.seed, lambda: self._loom.now, self._whistled)
        self._switching = SwitchingStore(store, self._traffic, self._faults, self._committed)
        self._post = Post(self._loom)
        bus = LocalBus(self._switching, registry.CATALOGUE, self._tally.observe)
        self._bus = WatchedBus(bus, self._loom, self._traffic, self._tally, self._history, self._referee)
        self._desk = Desk(self._bus, self._loom, self._faults, self._referee)
        self._book = read_book()
        self._set_up_vendors(chance)
        self._workshop = Workshop(self._loom, self._switching, self._worker)
        self._stage = Stage(
            config=config,
            chance=chance,
            loom=self._loom,
            desk=self._desk,
            post=self._post,
            bank=self._bank,
            people=People(chance, config.start),
            calendar=calendar_of(config),
            underway=self._evidence.underway,
        )
        self._office = Office(self._stage)
        self._balances: dict[date, int] = {}

    def _set_up_vendors(self, chance: Chance) -> None:
        callbacks, now = CallbackDesk(self._loom, self._desk), lambda: self._loom.now
        behaviour, noticed = self._faults.plan.channel, self._faults.noticed
        assert self._book.channels is not None, "the shipped book has channels"
        payouts, collections = {}, {}
        for code in sorted(self._book.channels.codes):
            payouts[code] = FakePayoutChannel(
                self._bank,
                now,
                chance.stream("payouts", code),
                callbacks.take,
                lambda kind: noticed(kind, RecordPayoutAnswer.__name__),
                behaviour,
            )
            collections[code] = FakeCollectionChannel(
                self._bank,
                now,
                chance.stream("collections", code),
                callbacks.take,
                lambda kind: noticed(kind, RecordDeductionAnswer.__name__),
                behaviour,
            )
        board = ChannelBoard(payouts, collections)
        channels = SwitchingChannels(board, board, self._traffic)
        funders = FakeFunders(
            now,
            chance.stream("funders"),
            behaviour,
            noticed=lambda kind: noticed(kind, RecordFunderAnswer.__name__),
        )
        self._vendors = FakeVendors(
            now,
            chance.stream("vendors"),
            callbacks.take_finding,
            lambda kind: noticed(kind, RecordInquiryAnswer.__name__),
            behaviour,
        )
        vendors = SwitchingVendors(self._vendors, self._traffic)
        self._couriers = registry.couriers(
            channels, channels, SwitchingFunders(funders, self._traffic), vendors, ZenRules()
        )
        pairs = {code: (payouts[code], collections[code]) for code in payouts}
        self._outages = Outages(self._loom, self._faults, pairs, chance.stream("outages"))

    # --- the play ---------------------------------------------------------------------------------

    def play(self) -> None:
        """From the opening of the business to the day on which everything has come to rest."""
        with tempfile.TemporaryDirectory() as folder:
            whole = self._loom.spawn("the play", lambda: self._acts(Path(folder)))
            try:
                self._loom.run_until(whole.done)
            finally:
                self._loom.close()
        self._referee.met("nothing_crashes", self._loom.spawned)
        if not self._loom.stopped:
            self._referee.judge_end()

    def _acts(self, folder: Path) -> None:
        """The files of settlements with funders lie in the folder."""
        open_business(self._stage, self._bus, self._book)
        self._workshop.open(self._config.workers)
        self._loom.spawn("outages", self._outages.happen)
        self._loom.spawn("payees' banks", PayeesBanks(self._stage, self._faults, self._evidence.mirror).happen)
        self._loom.spawn("showroom", Showroom(self._stage).keep)
        announce_customers(self._stage)
        announce_suspensions(self._stage)
        treasury = Treasury(self._stage, self._switching, self._bus, folder, self._evidence.transferred)
        self._loom.spawn("treasury", treasury.keep)
        midnight = Midnight(self._loom, self._bus, self._desk, self._faults, self._config.end_of_day_runners)
        midnight.keep(self._config.start, self._config.days, self._day_closed)
        self._come_to_rest()
        treasury.finish()

    def _day_closed(self, opened: date) -> None:
        closed = opened - timedelta(days=1)
        loans = self._evidence.mirror.all(LOANS)
        self._balances[closed] = sum(self._evidence.figures(loan, opened).principal_outstanding for loan in loans)
        self._referee.judge_day()
        self._progress((opened - self._config.start).days, self._config.days)

    def _come_to_rest(self) -> None:
        """Nothing goes wrong any more, nobody comes any more; what is in doubt must be cleared up."""
        self._faults.cease()
        self._outages.cease()
        self._vendors.behaviour = RELIABLE
        self._stage.over = True
        until = self._loom.now + self._config.calm
        while self._loom.now < until and (any(unsettled(self._evidence.mirror)) or self._evidence.underway):
            self._loom.sleep(CALM_STEP)

    # --- what happens meanwhile -------------------------------------------------------------------

    def _committed(self, changes: Changes) -> None:
        self._referee.judge_commit(changes)
        self._tally.happened(changes.events)
        self._post.deliver(changes.events)
        self._office.take(changes.events)
        self._workshop.noticed(changes)

    def _worker(self) -> Worker:
        return Worker(self._switching, self._bus, self._couriers)

    def _crashed(self, name: str, error: Exception) -> None:
        self._referee.told("nothing_crashes", f"{name}: {type(error).__name__}: {error}")

    def _whistled(self) -> None:
        if self._fatal is None:
            self._fatal = len(self._history.asked)
        if self._config.until_violation:
            self._loom.stop()

    # --- the result -------------------------------------------------------------------------------

    def result(self, store_name: str, begun: float) -> SimulationResult:
        """What the run has to tell."""
        records = tuple(self._store.events())
        referee = self._referee
        return SimulationResult(
            config=self._config,
            store=store_name,
            digest=digest_of(records),
            events=len(records),
            commands=self._tally.commands,
            interleavings=self._traffic.interleavings,
            faults=dict(self._faults.injected),
            coverage=dict(self._faults.struck),
            invariants={name: Check(referee.checked[name], referee.violated[name]) for name in NAMES},
            violations=tuple(referee.violations),
            money=self._money(),
            series=self._series(),
            seconds=wall.perf_counter() - begun,
            history=() if self._fatal is None else tuple(self._history.asked[: self._fatal]),
        )

    def _money(self) -> MoneyFigures:
        today = self._evidence.mirror.today or self._config.start
        figures = [loan.account(today).figures for loan in self._evidence.mirror.all(LOANS)]
        return MoneyFigures(
            disbursed=Money(sum(each.disbursed for each in figures)),
            repaid=Money(sum(each.received for each in figures)),
            outstanding=Money(sum(each.principal_outstanding for each in figures)),
            written_off=Money(sum(each.principal_written_off for each in figures)),
        )

    def _series(self) -> TimeSeries:
        tally, mirror = self._tally, self._evidence.mirror
        days = [self._config.start + timedelta(days=ahead) for ahead in range(self._config.days)]
        refusals: Counter[str] = Counter()
        for (_command, code), count in tally.refusals.items():
            refusals[code] += count
        return TimeSeries(
            days=tuple(DayRow(day, tally.days.get(day, DayFigures()), self._balances.get(day, 0)) for day in days),
            submitted_by_hour=tuple(tally.submitted_by_hour),
            conflicts_by_hour={name: tuple(hours) for name, hours in sorted(tally.conflicts_by_hour.items())},
            applications=dict(sorted(Counter(held.status.value for held in mirror.all(APPLICATIONS)).items())),
            loans=dict(sorted(Counter(held.status.value for held in mirror.all(LOANS)).items())),
            refusals=dict(sorted(refusals.items())),
            hours_to_money=tuple(tally.hours_to_money),
            minutes_by_step={step: tuple(minutes) for step, minutes in tally.minutes_by_step.items()},
            days_off=tuple(day for day in days if not self._stage.calendar.is_workday(day)),
        )
