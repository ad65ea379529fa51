"""Whatever is sent, the answer is one of ours: no INTERNAL, no UNKNOWN, and a refusal changes nothing."""

from random import Random

import pytest

from lending.application.call import Actor, Role
from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.kernel.money import Money
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending_adapters.grpc import TrustedMetadata
from lending_adapters.grpc.acts import acts
from lending_adapters.grpc.credentials import headers_of
from lending_adapters.grpc.service import Service
from lending_adapters.grpc.status import Status
from lending_adapters.memory import MemoryStore
from tests.support.desk import person
from tests.support.grpc_server import Platform, platform_on
from tests.support.wire_fuzz import Drawer, fuzz

CALLS = 4_000


def lived_in() -> tuple[Platform, dict[str, tuple[str, ...]]]:
    """A platform with a customer, a dealer, a loan; and how they are called."""
    platform = platform_on(MemoryStore())
    bus = platform.bus
    customer = bus.execute(RegisterCustomer(person(1)), platform.call("customer")).unwrap().customer_id
    account = PayeeAccount("6222021001001234567", "ICBC", "示例汽车销售有限公司")
    dealer = bus.execute(RegisterDealer("店", "北京", account), platform.call("dealer")).unwrap().dealer_id
    wish = SubmitApplication(customer_id=customer, product="small-cash", amount=Money.parse("6000.00"), instalments=12)
    application = bus.execute(wish, platform.call("wish")).unwrap().application_id
    platform.work()
    contract = bus.execute(ConfirmOffer(application), platform.call("confirm")).unwrap()
    bus.execute(AcceptContract(contract.contract_id, contract.digest), platform.call("accept")).unwrap()
    platform.work()
    seen = bus.ask(GetApplication(application), platform.call("seen")).unwrap()
    assert seen.loan_id is not None
    known = {
        "customer_id": (customer.value,),
        "dealer_id": (dealer.value,),
        "application_id": (application.value,),
        "contract_id": (contract.contract_id.value,),
        "digest": (contract.digest,),
        "loan_id": (seen.loan_id,),
    }
    return platform, {name: (*held, _nobodys(held[0])) for name, held in known.items()}


def _nobodys(held: str) -> str:
    """Well formed as this one, and nobody's."""
    return held[:-1] + ("1" if held.endswith("0") else "0")


@pytest.mark.parametrize("seed", [1, 2])
def test_no_call_does_harm(seed: int) -> None:
    platform, known = lived_in()
    fuzzed = fuzz(Service(platform.bus, platform.clock, TrustedMetadata()), known, seed, CALLS)
    assert not fuzzed.harmful
    assert {"OK", "INVALID_ARGUMENT", "NOT_FOUND", "FAILED_PRECONDITION", "PERMISSION_DENIED"} <= fuzzed.codes.keys()
    assert fuzzed.codes["OK"] > CALLS / 50


def test_what_is_refused_changes_nothing() -> None:
    platform, known = lived_in()
    service = Service(platform.bus, platform.clock, TrustedMetadata())
    drawer = Drawer(Random(3), known)
    before = len(list(platform.store.events()))
    for turn in range(1_000):
        act = acts()[turn % len(acts())]
        answered = service.answer(act, drawer.request(act), headers_of(Actor("a", Role.OPERATIONS)))
        after = len(list(platform.store.events()))
        assert not isinstance(answered, Status) or after == before
        before = after
