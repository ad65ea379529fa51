"""The trial: one world lived twice, its loans collected plainly and smartly, and the two held against each other."""

import math
import random
from collections import defaultdict
from collections.abc import Callable, Generator, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from statistics import fmean, stdev
from typing import Any, TypeVar

import attrs
import simpy

from lending.application.call import CHINA, Actor, Role
from lending.application.commands import Command
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.customers.customer import Person
from lending.customers.ids import CustomerId
from lending.kernel.checks import positive
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.payments.card_commands import BindCard
from lending.payments.cards import DebitAgreement
from lending.payments.channel import ChannelAnswer, CollectionRequest, Word
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending_adapters.end_of_day import open_day, open_days, run_end_of_day
from lending_adapters.memory import MemoryStore
from lending_adapters.memory.platform import EMBEDDER, memory_platform
from lending_adapters.vendors.bank import FakeBank
from lending_adapters.vendors.fakes import FakeCollectionChannel
from lending_simulator.chance import Chance
from lending_simulator.cities import CITIES
from lending_simulator.people import People
from lending_simulator.repayment.purses import Kind, Purse, live

__all__ = ["Collected", "Trial", "TrialConfig", "run_trial"]

SYSTEM = Actor("platform", Role.SYSTEM)
START = date(2025, 2, 24)
CLOSING = timedelta(minutes=30)
"""When the end of day runs, after midnight."""
ONE_DAY = timedelta(days=1)
DUE_DAYS = (3, 9, 15, 21, 27)
SHARES = {Kind.STEADY: 35, Kind.SALARIED: 35, Kind.BY_THE_DAY: 20, Kind.OTHER_CARD: 10}
MOST = Money.parse("50000.00")


@attrs.frozen(kw_only=True)
class TrialConfig:
    """A world: who lives in it, and for how many months."""

    seed: int = 1
    customers: int = attrs.field(default=100, validator=positive(5_000))
    months: int = attrs.field(default=3, validator=positive(12))


@attrs.frozen
class Attempt:
    """One deduction that reached the bank: minor units asked and taken."""

    at: datetime
    asked: int
    took: int


@attrs.frozen
class Collected:
    """What one manner came to over everybody: attempts, and minor units collected."""

    attempts: int
    amount: int


@attrs.frozen(kw_only=True)
class Trial:
    """The same world lived twice.

    `difference` is by how much more, per customer and in minor units, smart had collected at equal attempts: after as
    many of each customer's attempts as the manner with fewer made; `error` is its standard error.
    """

    customers: int
    plain: Collected
    smart: Collected
    plain_at_equal: Collected
    smart_at_equal: Collected
    difference: float
    error: float

    @property
    def errors(self) -> float:
        """How many standard errors the difference is above nothing."""
        return self.difference / self.error if self.error else math.inf


T = TypeVar("T")

Heard = dict[str, list[Attempt]]
"""The attempts of each customer, in order."""


def run_trial(configs: Sequence[TrialConfig], progress: Callable[[int, int], None] = lambda _done, _of: None) -> Trial:
    """Live each world twice; customers of all worlds are paired, each with themselves."""
    pairs: list[tuple[list[Attempt], list[Attempt]]] = []
    for number, config in enumerate(configs):
        plain, smart = (World(config, smart=manner).lived() for manner in (False, True))
        pairs += [(plain[customer], smart[customer]) for customer in plain]
        progress(number + 1, len(configs))
    return _compared(pairs)


def _compared(pairs: Sequence[tuple[list[Attempt], list[Attempt]]]) -> Trial:
    equal = [(plain[: min(len(plain), len(smart))], smart[: min(len(plain), len(smart))]) for plain, smart in pairs]
    gained = [_took(smart) - _took(plain) for plain, smart in equal]
    return Trial(
        customers=len(pairs),
        plain=_collected(plain for plain, _ in pairs),
        smart=_collected(smart for _, smart in pairs),
        plain_at_equal=_collected(plain for plain, _ in equal),
        smart_at_equal=_collected(smart for _, smart in equal),
        difference=fmean(gained),
        error=stdev(gained) / math.sqrt(len(gained)) if len(gained) > 1 else 0.0,
    )


def _took(attempts: Sequence[Attempt]) -> int:
    return sum(attempt.took for attempt in attempts)


def _collected(lives: Iterator[list[Attempt]]) -> Collected:
    held = list(lives)
    return Collected(sum(len(attempts) for attempts in held), sum(_took(attempts) for attempts in held))


class World:
    """One platform with its customers, whose pay and spending are drawn from the seed alone."""

    def __init__(self, config: TrialConfig, *, smart: bool) -> None:
        self._config = config
        self._chance = Chance(config.seed)
        self._bank = FakeBank()
        self._heard: Heard = defaultdict(list)
        self._of_account: dict[str, str] = {}
        self._start = datetime.combine(START, time(), CHINA)
        self._env = simpy.Environment()
        channel = FakeCollectionChannel(self._bank, lambda: self._platform.now, random.Random(config.seed))
        self._platform = memory_platform(START, collections=Listening(channel, self._note))
        self._publish(smart=smart)

    @property
    def bank(self) -> FakeBank:
        """What everybody truly holds."""
        return self._bank

    @property
    def accounts(self) -> tuple[str, ...]:
        """Everybody's accounts."""
        return tuple(self._of_account)

    @property
    def store(self) -> MemoryStore:
        """What the platform knows."""
        return self._platform.store

    def lived(self) -> Heard:
        """Everybody borrows, the months pass; what was tried of whom."""
        people = People(self._chance, START)
        for number in range(self._config.customers):
            self._borrow(people, number)
        self._env.process(self._days())
        self._env.run(until=self._config.months * 31 * ONE_DAY.total_seconds())
        return self._heard

    def _publish(self, *, smart: bool) -> None:
        held = self._platform.store.load(PRODUCTS, "small-cash")
        assert held is not None, "the shipped book has it"
        for day in DUE_DAYS:
            product = attrs.evolve(
                held.value, code=f"trial-{day:02d}", due_day=day, first_due_after_days=4, smart_repayment=smart
            )
            assert isinstance(self._platform.execute(PublishProduct(product), SYSTEM), Success)

    def _borrow(self, people: People, number: int) -> None:
        """Somebody with a purse of some kind borrows about two months' income."""
        chance = self._chance.stream("purse", str(number))
        city = chance.choice(CITIES)
        while True:
            person = people.person(city, chance)
            amount = min(MOST.minor, person.monthly_income.minor * 2) // 100_00 * 100_00
            asked = SubmitApplication(
                customer_id=self._done(RegisterCustomer(person)).customer_id,
                product=f"trial-{chance.choice(DUE_DAYS):02d}",
                amount=Money(amount),
                instalments=12,
            )
            applied = self._platform.execute(asked, EMBEDDER)
            if isinstance(applied, Success):
                offered = self._platform.execute(ConfirmOffer(applied.unwrap().application_id), EMBEDDER)
                if isinstance(offered, Success):
                    contract = offered.unwrap()
                    self._done(AcceptContract(contract.contract_id, contract.digest))
                    break
        self._settle_in(person, asked.customer_id.value, chance)

    def _settle_in(self, person: Person, customer_id: str, chance: random.Random) -> None:
        kind = chance.choices(list(SHARES), list(SHARES.values()))[0]
        account = other = person.account.number
        if kind is Kind.OTHER_CARD:
            other = "9" + account[1:]
            self._bind(customer_id, other)
        purse = Purse(
            kind=kind,
            account=account,
            paid_to=other,
            income=person.monthly_income.minor,
            payday=chance.choice((5, 8, 10, 15, 20, 25)),
            hour=chance.randrange(15, 19) if kind is Kind.BY_THE_DAY else chance.randrange(10, 18),
        )
        for number in {account, other}:
            self._of_account[number] = customer_id
        self._heard[customer_id] = []
        self._env.process(live(self._env, self._start, purse, self._bank, chance))

    def _bind(self, customer_id: str, number: str) -> None:
        agreement = DebitAgreement(number=f"A-{number[-6:]}", trade_max=MOST, day_max=MOST)
        self._done(BindCard(CustomerId(customer_id), number, "CCB", agreement))

    def _days(self) -> Generator[simpy.Event, None, None]:
        """The platform: its ends of day, and whatever is due between them."""
        while True:
            now = self._start + timedelta(seconds=self._env.now)
            closing = datetime.combine(self._platform_day() + ONE_DAY, time(), CHINA) + CLOSING
            due = self._platform.store.next_due()
            target = max(now, min(closing, due) if due is not None else closing)
            yield self._env.timeout((target - now).total_seconds())
            self._platform.now = max(self._platform.now, target)
            if target == closing:
                for _day, tasks in open_days(self._platform.store, self._platform_day()):
                    run_end_of_day(self._platform.bus, tasks, self._platform.now)
            self._platform.work()

    def _platform_day(self) -> date:
        today = open_day(self._platform.store)
        assert today is not None, "business has begun"
        return today

    def _note(self, request: CollectionRequest, answer: ChannelAnswer) -> None:
        asked = request.amount.minor
        took = asked if answer.word is Word.SUCCESS else 0 if answer.taken is None else answer.taken.minor
        self._heard[self._of_account[request.account]].append(Attempt(self._platform.now, asked, took))

    def _done(self, command: Command[T, Any]) -> T:
        outcome = self._platform.execute(command, EMBEDDER)
        assert isinstance(outcome, Success), outcome
        return outcome.unwrap()


class Listening:
    """A channel that tells of each deduction."""

    def __init__(
        self, channel: FakeCollectionChannel, tell: Callable[[CollectionRequest, ChannelAnswer], None]
    ) -> None:
        self._channel = channel
        self._tell = tell

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """As the channel."""
        answer = self._channel.collect(request)
        self._tell(request, answer)
        return answer

    def query_collection(self, channel: str, order_no: str) -> ChannelAnswer:
        """As the channel."""
        return self._channel.query_collection(channel, order_no)
