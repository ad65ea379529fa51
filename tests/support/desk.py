"""A desk: a fresh platform over memory, with the shipped book, where somebody asks one thing after another."""

from datetime import date, timedelta
from typing import Any, TypeVar

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command, Query
from lending.application.refusals import BusRefusal
from lending.application.worker import Step, Worker
from lending.customers.commands import RegisterCustomer
from lending.customers.customer import BankAccount, Person
from lending.customers.identity import check_digit
from lending.customers.ids import CustomerId
from lending.dealers.commands import ActivateDealer, RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.dealers.ids import DealerId
from lending.flows.end_of_day import days_to_open, run_task, tasks_of
from lending.funding.gateway import FunderAnswer, FunderWord, FundingRequest
from lending.inquiries.answers import InquiryRequest, VendorAnswer, VendorWord
from lending.inquiries.questions import Question
from lending.kernel.ids import RequestId
from lending.kernel.money import CNY, Currency, Money
from lending.kernel.outcome import Outcome, Success
from lending.operations.commands import StartBusiness
from lending.origination.vehicle import Vehicle, vin_check_digit
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest, Word
from lending.registry import CATALOGUE, couriers
from lending_adapters.book import load_book
from lending_adapters.instant import InstantVendors
from lending_adapters.memory import MemoryStore
from lending_adapters.rules import ZenRules
from lending_adapters.stores import OpenStore
from tests.support.samples import AT

__all__ = ["CLERK", "SYSTEM", "Desk", "ScriptedChannel", "ScriptedFunders", "ScriptedVendors", "person", "vehicle"]

CLERK = Actor("clerk", Role.OPERATIONS)
SYSTEM = Actor("platform", Role.SYSTEM)

T = TypeVar("T")
E = TypeVar("E")


class ScriptedChannel:
    """A channel that gives its words in the order they are written down, SUCCESS when none are left."""

    def __init__(self, *words: Word | ChannelAnswer) -> None:
        self.words = list(words)
        self.heard: list[tuple[str, str]] = []

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        return self._say("pay", request.order_no)

    def query_payout(self, _channel: str, order_no: str) -> ChannelAnswer:
        return self._say("query", order_no)

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        return self._say("collect", request.order_no)

    def query_collection(self, _channel: str, order_no: str) -> ChannelAnswer:
        return self._say("query", order_no)

    def _say(self, act: str, order_no: str) -> ChannelAnswer:
        self.heard.append((act, order_no))
        word = self.words.pop(0) if self.words else Word.SUCCESS
        return word if isinstance(word, ChannelAnswer) else ChannelAnswer(word)


class ScriptedFunders:
    """Funders that give their words in the order they are written down, APPROVED when none are left."""

    def __init__(self, *words: FunderWord) -> None:
        self.words = list(words)
        self.heard: list[tuple[str, str, str]] = []
        self.requests: list[FundingRequest] = []

    def apply(self, request: FundingRequest) -> FunderAnswer:
        self.requests.append(request)
        return self._say("apply", request.funder, request.request_no)

    def query(self, funder: str, request_no: str) -> FunderAnswer:
        return self._say("query", funder, request_no)

    def _say(self, act: str, funder: str, request_no: str) -> FunderAnswer:
        self.heard.append((act, funder, request_no))
        word = self.words.pop(0) if self.words else FunderWord.APPROVED
        return FunderAnswer(word, "SCORE" if word is FunderWord.REFUSED else "")


class ScriptedVendors:
    """Vendors that give their answers in the order they are written down, as good as can be when none are left."""

    def __init__(self, *answers: VendorAnswer | VendorWord) -> None:
        self.answers = list(answers)
        self.heard: list[tuple[str, str, str]] = []
        self.requests: list[InquiryRequest] = []
        self._instant = InstantVendors()

    def ask(self, request: InquiryRequest) -> VendorAnswer:
        self.heard.append(("ask", request.vendor, request.request_no))
        self.requests.append(request)
        return self._next() or self._instant.ask(request)

    def query(self, vendor: str, request_no: str, question: Question) -> VendorAnswer:
        self.heard.append(("query", vendor, request_no))
        return self._next() or self._instant.query(vendor, request_no, question)

    def _next(self) -> VendorAnswer | None:
        answer = self.answers.pop(0) if self.answers else None
        return VendorAnswer(word=answer) if isinstance(answer, VendorWord) else answer


class Desk:
    """A platform, its clock, and one request id after another."""

    def __init__(
        self,
        on: date = date(2024, 1, 5),
        store: OpenStore | None = None,
        payouts: ScriptedChannel | None = None,
        collections: ScriptedChannel | None = None,
    ) -> None:
        self.now = AT + (on - AT.date())
        self.store: OpenStore = store or MemoryStore()
        self.bus = LocalBus(self.store, CATALOGUE)
        self.payouts = payouts or ScriptedChannel()
        self.collections = collections or ScriptedChannel()
        self.funders = ScriptedFunders()
        self.vendors = ScriptedVendors()
        deliver = couriers(self.payouts, self.collections, self.funders, self.vendors, ZenRules())
        self.worker = Worker(self.store, self.bus, deliver)
        self.day = on
        self._asked = 0
        self.done(StartBusiness(on), SYSTEM)
        load_book(self.bus, self.now)

    def ask(self, command: Command[T, E], actor: Actor = CLERK) -> Outcome[T, E | BusRefusal]:
        """Execute a command under a fresh request id."""
        return self.bus.execute(command, self._call(actor))

    def done(self, command: Command[T, Any], actor: Actor = CLERK) -> T:
        """Execute a command that must not be refused."""
        outcome = self.ask(command, actor)
        assert isinstance(outcome, Success), outcome
        receipt: T = outcome.unwrap()
        return receipt

    def refusal(self, command: Command[Any, Any], actor: Actor = CLERK) -> Any:
        """Execute a command that must be refused; why it was."""
        return self.ask(command, actor).failure()

    def unanswered(self, query: Query[Any, Any], actor: Actor = CLERK) -> Any:
        """Ask a query that must be refused; why it was."""
        return self.bus.ask(query, self._call(actor)).failure()

    def answer(self, query: Query[T, Any], actor: Actor = CLERK) -> T:
        """Ask a query that has an answer."""
        answer: T = self.bus.ask(query, self._call(actor)).unwrap()
        return answer

    def work(self, after: timedelta = timedelta()) -> None:
        """Let time pass and the worker do all that is due."""
        self.now += after
        while self.worker.step(self.now) != Step():
            pass

    def close_days_until(self, day: date) -> None:
        """Run the ends of day that open every day up to `day`, and the worker after each."""
        for opening in days_to_open(self.day, day - timedelta(days=1)):
            self.now += timedelta(days=1)
            for task in tasks_of(opening):
                outcome = run_task(self.bus, task, self.now)
                assert isinstance(outcome, Success), (task, outcome)
            self.day = opening
            self.work()

    def customer(self, serial: int = 1, **changes: Any) -> CustomerId:
        """A registered customer."""
        return self.done(RegisterCustomer(person(serial, **changes))).customer_id

    def dealer(self) -> DealerId:
        """An active dealer."""
        account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
        dealer_id = self.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
        self.done(ActivateDealer(dealer_id))
        return dealer_id

    def _call(self, actor: Actor) -> Call:
        self._asked += 1
        return Call(request_id=RequestId(f"desk-{self._asked}"), actor=actor, received_at=self.now)


def person(
    serial: int = 1, born: date = date(1990, 1, 1), income: str = "20000.00", currency: Currency = CNY
) -> Person:
    """A person with a valid identity number, the `serial`-th of a day."""
    first = f"110105{born:%Y%m%d}{serial:03d}"
    return Person(
        name="李雷",
        identity_number=first + check_digit(first),
        phone="13800138000",
        city="北京",
        monthly_income=Money.parse(income, currency),
        account=BankAccount("6222020200000000001", "ICBC", "李雷"),
    )


def vehicle(serial: int = 1, price: str = "150000.00", currency: Currency = CNY) -> Vehicle:
    """A car with a valid VIN."""
    draft = f"LSVAA49J0{serial:08d}"
    vin = draft[:8] + vin_check_digit(draft) + draft[9:]
    return Vehicle(vin=vin, model="示例轿车 1.5T", price=Money.parse(price, currency))
