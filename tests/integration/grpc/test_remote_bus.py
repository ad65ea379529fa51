"""A bus over gRPC answers as the bus behind the server does."""

import logging
from collections.abc import Callable
from datetime import date
from typing import Any

import grpc
import pytest

from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.application.refusals import NotGranted, RequestIdReused
from lending.application.store import Contention
from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import ActivateDealer, RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotFound
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput, InvalidValue
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, ListLoans, QuoteLoan
from lending.operations.commands import ApproveProposal, Propose, PublishCalendar, StartBusiness, SwitchDay
from lending.operations.refusals import AlreadyStarted, DayNotNext, MakerIsChecker
from lending.products.queries import GetProduct, ListProducts
from lending.products.refusals import ProductNotFound, TermNotOffered
from lending_adapters.grpc import RemoteBus, RemoteFault, RemoteUnavailable, RunningServer, connect
from lending_adapters.grpc.server import REQUEST_BYTES_MAX
from lending_adapters.sql import StoreUnavailable
from tests.support.desk import person
from tests.support.grpc_server import DAY, OPERATOR, Platform, SetClock, answering

ACCOUNT = PayeeAccount("6222021001001234567", "ICBC", "示例汽车销售有限公司")
NOBODY = DealerId("dlr_" + "0" * 26)


def test_receipts_and_refusals_are_the_same_on_every_store(any_platform: Platform) -> None:
    """What a command answers over gRPC is what the bus itself answers when asked again under the same id."""
    commands: list[Any] = [
        RegisterDealer("示例4S店", "北京", ACCOUNT),
        RegisterCustomer(person(1)),
        ActivateDealer(NOBODY),
        StartBusiness(DAY),
        SwitchDay(date(2024, 2, 1)),
    ]
    queries: list[Any] = [
        ListProducts(),
        GetProduct("small-cash"),
        GetProduct("nix"),
        QuoteLoan("car-leaseback", Money.parse("100000.00"), 36),
        QuoteLoan("car-direct-lease", Money.parse("150000.00"), 36),
        QuoteLoan("small-cash", Money.parse("6000.00"), 5),
        ListLoans("nobody"),
    ]
    with answering(any_platform.bus, any_platform.clock) as server:
        bus = RemoteBus(server.address)
        for number, command in enumerate(commands):
            call = any_platform.call(f"same-{number}")
            assert bus.execute(command, call) == any_platform.bus.execute(command, call)
        for number, query in enumerate(queries):
            call = any_platform.call(f"asked-{number}")
            assert bus.ask(query, call) == any_platform.bus.ask(query, call)
        bus.close()


def test_the_same_request_twice_is_done_once(bus: RemoteBus, platform: Platform) -> None:
    command = RegisterDealer("店", "北京", ACCOUNT)
    first = bus.execute(command, platform.call("twice"))
    events = len(list(platform.store.events()))
    assert bus.execute(command, platform.call("twice")) == first
    assert len(list(platform.store.events())) == events
    assert bus.execute(RegisterDealer("另一店", "北京", ACCOUNT), platform.call("twice")) == Failure(
        RequestIdReused("twice")
    )


@pytest.mark.parametrize(
    ("asked", "actor", "refusal", "code"),
    [
        (
            QuoteLoan("nix", Money(100), 3),
            OPERATOR,
            ProductNotFound(
                "nix", ("car-direct-lease", "car-in-an-hour", "car-leaseback", "small-cash", "small-cash-joint")
            ),
            "INVALID_ARGUMENT",
        ),
        (QuoteLoan("small-cash", Money(60_0000), 5), OPERATOR, TermNotOffered(5, (3, 6, 12)), "INVALID_ARGUMENT"),
        (ActivateDealer(NOBODY), OPERATOR, DealerNotFound(NOBODY.value), "NOT_FOUND"),
        (SwitchDay(date(2024, 3, 1)), OPERATOR, DayNotNext(DAY, date(2024, 3, 1)), "FAILED_PRECONDITION"),
        (StartBusiness(DAY), OPERATOR, AlreadyStarted(DAY), "FAILED_PRECONDITION"),
        (StartBusiness(DAY), Actor("c", Role.CUSTOMER), NotGranted("StartBusiness", "CUSTOMER"), "PERMISSION_DENIED"),
    ],
)
def test_a_refusal_arrives_as_itself_under_its_code(
    channel: grpc.Channel, platform: Platform, asked: Any, actor: Actor, refusal: Any, code: str
) -> None:
    codes: list[str] = []
    bus = RemoteBus(grpc.intercept_channel(channel, _Listening(codes)))
    ask: Callable[[Any, Call], Outcome[Any, Any]] = bus.ask if isinstance(asked, QuoteLoan) else bus.execute
    assert ask(asked, platform.call("r", actor)) == Failure(refusal)
    assert codes == [code]


class _Listening(grpc.UnaryUnaryClientInterceptor):
    """Writes down the code of each answer."""

    def __init__(self, codes: list[str]) -> None:
        self._codes = codes

    def intercept_unary_unary(self, continuation: Any, details: Any, request: Any) -> Any:
        answer = continuation(details, request)
        self._codes.append(answer.code().name)
        return answer


def test_scope_and_maker_checker_hold_over_the_wire(platform: Platform, server: RunningServer) -> None:
    customer = platform.bus.execute(RegisterCustomer(person(1)), platform.call("c")).unwrap().customer_id
    own = Actor("李雷", Role.CUSTOMER, scope=customer.value)
    with connect(server.address, own) as client:
        assert isinstance(client.ask(ListLoans(customer.value)), Success)
        assert isinstance(client.ask(ListLoans("cust_" + "0" * 26)), Failure)
        operator = client.acting_as(OPERATOR)
        proposal = operator.execute(Propose(SwitchDay(date(2024, 1, 8)), "因为")).unwrap().proposal_id
        assert operator.execute(ApproveProposal(proposal)).failure() == MakerIsChecker(proposal.value)


def test_bad_input_is_told_by_field(bus: RemoteBus, platform: Platform) -> None:
    """A request that no honest constructor makes: the server answers, and the client raises what a local bus would."""
    with pytest.raises(InvalidValue):
        QuoteLoan("x", Money(-1), 12)
    with pytest.raises(InvalidInput) as caught:
        bus.execute(PublishCalendar(2024, frozenset({date(2023, 1, 1)})), platform.call("r", Actor("s", Role.SYSTEM)))
    assert caught.value.violations[0].field == "workdays"


class Broken:
    """A bus that fails in one way."""

    def __init__(self, failure: Exception) -> None:
        self._failure = failure

    def execute(self, _command: Any, _call: Call) -> Any:
        raise self._failure

    ask = execute


def failing_with(failure: Exception) -> Any:
    bus: Bus = Broken(failure)
    call = Call(request_id=RequestId("r"), actor=OPERATOR, received_at=SetClock().now())
    with answering(bus, SetClock()) as server:
        return RemoteBus(server.address).execute(StartBusiness(DAY), call)


def test_contention_comes_back_as_contention() -> None:
    with pytest.raises(Contention, match="ask again"):
        failing_with(Contention("too many"))


def test_a_store_that_is_away() -> None:
    with pytest.raises(RemoteUnavailable, match="the same request id") as caught:
        failing_with(StoreUnavailable("host=10.0.0.1 password=hush"))
    assert "hush" not in str(caught.value)


def test_a_bug_is_logged_by_place_and_told_by_number(caplog: pytest.LogCaptureFixture) -> None:
    with (
        caplog.at_level(logging.ERROR, "lending.grpc"),
        pytest.raises(RemoteFault, match=r"INTERNAL: incident \w{12}$") as caught,
    ):
        failing_with(KeyError("11010519491231002X"))
    (record,) = caplog.records
    assert str(caught.value).rsplit(" ", 1)[1] in record.getMessage()
    assert "KeyError in /lending.v1.OperationsService/StartBusiness" in record.getMessage()
    assert "11010519491231002X" not in caplog.text


def test_nobody_listens() -> None:
    call = Call(request_id=RequestId("r"), actor=OPERATOR, received_at=SetClock().now())
    with pytest.raises(RemoteUnavailable):
        RemoteBus("127.0.0.1:1", deadline=2).ask(ListProducts(), call)


def test_a_request_beyond_all_size_is_turned_away(bus: RemoteBus, platform: Platform) -> None:
    with pytest.raises(RemoteFault, match="RESOURCE_EXHAUSTED"):
        bus.ask(GetProduct("x" * (REQUEST_BYTES_MAX + 1)), platform.call("r"))


def test_correlation_is_carried(bus: RemoteBus, platform: Platform) -> None:
    call = Call(request_id=RequestId("r"), actor=OPERATOR, received_at=SetClock().now(), correlation=RequestId("first"))
    bus.execute(RegisterDealer("店", "北京", ACCOUNT), call)
    (record,) = (one for one in platform.store.events() if one.causation == RequestId("r"))
    assert (record.correlation, record.actor) == (RequestId("first"), "operator")


def test_a_loan_that_is_not_there(client: Any) -> None:
    refusal = client.ask(GetLoan(LoanId("loan_" + "0" * 26))).failure()
    assert refusal.code == "LOAN_NOT_FOUND"
