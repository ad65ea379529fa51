"""The house's own commands over an opened store."""

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.customers.commands import RegisterCustomer, Registered
from lending.customers.ports import CUSTOMERS
from lending.customers.refusals import AlreadyRegistered
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Success
from lending.operations.commands import StartBusiness
from lending.registry import CATALOGUE
from lending_adapters.privacy import Keyring
from lending_adapters.stores import open_store
from tests.integration.sql.made import DAY, NOW, customer


def call(request: str, role: Role = Role.SYSTEM) -> Call:
    return Call(request_id=RequestId(request), actor=Actor("tester", role), received_at=NOW)


def test_a_person_is_registered_once(empty_url: str) -> None:
    store = open_store(empty_url, upgrade=True, environment={"LENDING_KEYRING": Keyring.generate().text})
    bus = LocalBus(store, CATALOGUE)
    roles = {act: role for (role, act) in CATALOGUE.grants._by_act if act in {StartBusiness, RegisterCustomer}}
    bus.execute(StartBusiness(DAY), call("r0", roles[StartBusiness])).unwrap()
    register = RegisterCustomer(customer().person)
    registered = bus.execute(register, call("r1", roles[RegisterCustomer]))
    assert isinstance(registered, Success)
    receipt = registered.unwrap()
    assert isinstance(receipt, Registered)
    assert bus.execute(register, call("r1", roles[RegisterCustomer])) == registered
    again = bus.execute(register, call("r2", roles[RegisterCustomer]))
    assert again == Failure(AlreadyRegistered(receipt.customer_id.value))
    assert len(store.page(CUSTOMERS, None, "", "", 9)) == 1
    assert [record.business_date for record in store.events()] == [DAY, DAY]
    store.close()
