"""A quota drawn on from everywhere at once, by the command that seeks an application's money."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.store import Changes, StoredReceipt, Write
from lending.funding.commands import FundingChanged, PublishFunder, PublishFundingScheme, SeekFunding
from lending.funding.decision import FundingDecision, FundingState
from lending.funding.funder import CustomerGroup, Funder, FunderType, Quota, QuotaKind
from lending.funding.ports import FUNDING_DECISIONS
from lending.funding.queries import GetFunderUsage
from lending.funding.routing import FundingFacts
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.operations.commands import StartBusiness
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.ids import ApplicationId
from lending.origination.ports import APPLICATIONS
from lending.registry import CATALOGUE
from lending_adapters.privacy import Keyring
from lending_adapters.stores import open_store

AT = datetime(2024, 1, 5, 2, tzinfo=UTC)
SYSTEM = Actor("platform", Role.SYSTEM)
THREADS = 200


def call(request_id: str) -> Call:
    return Call(request_id=RequestId(request_id), actor=SYSTEM, received_at=AT)


def application_id(number: int) -> ApplicationId:
    return ApplicationId.make(RequestId("submitted"), number)


def seeking(number: int) -> FundingDecision:
    facts = FundingFacts(
        product="small-cash",
        amount=Money.parse("1000.00"),
        instalments=12,
        customer_id=f"cus-{number}",
        group=CustomerGroup.NEW,
        age=30,
        region="北京",
        dealer_id=None,
    )
    return FundingDecision(
        application_id=application_id(number).value, facts=facts, schemes=("a-all",), sought_at=AT - timedelta(hours=1)
    )


def approved(number: int) -> CreditApplication:
    return CreditApplication(
        id=application_id(number),
        customer_id=f"cus-{number}",
        product="small-cash",
        amount=Money.parse("1000.00"),
        instalments=12,
        dealer_id=None,
        vehicle=None,
        submitted_at=AT,
        submitted_on=AT.date(),
        status=ApplicationStatus.FUNDING,
    )


@pytest.mark.requirement("R34", "R117")
@pytest.mark.parametrize("buckets", [1, 8])
def test_of_200_threads_that_each_take_1000_of_50000_exactly_50_succeed(postgres_url: str, buckets: int) -> None:
    environment = {"LENDING_KEYRING": Keyring.generate().text}
    store = open_store(postgres_url, upgrade=True, environment=environment)
    try:
        bus = LocalBus(store, CATALOGUE)
        quota = Quota(kind=QuotaKind.TOTAL, amount=Money.parse("50000.00"))
        funder = Funder(code="BANK_A", name="A", version=1, type=FunderType.BANK, quotas=(quota,), buckets=buckets)
        scheme = FundingScheme(code="a-all", name="A", version=1, sharing=Sharing((FunderShare("BANK_A", 10_000),)))
        for place, command in enumerate(
            (StartBusiness(AT.date()), PublishFunder(funder), PublishFundingScheme(scheme))
        ):
            assert isinstance(bus.execute(command, call(f"made-{place}")), Success)
        writes = (
            *(Write(FUNDING_DECISIONS, seeking(number), 0) for number in range(THREADS)),
            *(Write(APPLICATIONS, approved(number), 0) for number in range(THREADS)),
        )
        receipt = StoredReceipt(RequestId("seeking"), "test", "", FundingChanged("", "", 0))
        store.commit(Changes(writes=writes, relied_on=(), events=(), outbox=(), receipt=receipt))
        start = Barrier(THREADS)

        def seek(number: int) -> str:
            start.wait()
            outcome = bus.execute(SeekFunding(application_id(number).value), call(f"seek-{number}"))
            assert isinstance(outcome, Success), outcome
            return outcome.unwrap().state

        with ThreadPoolExecutor(THREADS) as threads:
            states = list(threads.map(seek, range(THREADS)))
        assert states.count(FundingState.ASKING.value) == 50
        assert states.count(FundingState.NO_FUND.value) == THREADS - 50
        usage = bus.ask(GetFunderUsage("BANK_A"), call("asked")).unwrap()
        assert [(held.occupied, held.used, held.free) for held in usage.quotas] == [(5_000_000, 0, 0)]
    finally:
        store.close()
