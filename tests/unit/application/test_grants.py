"""Grants: deny by default, and every act is somebody's to ask."""

import pytest

from lending.application.call import Actor, Role
from lending.application.grants import Grant, Grants
from lending.application.refusals import NeedsSecondPerson, NotGranted
from lending.customers.ids import CustomerId
from lending.grants import GRANTS, TABLE
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.origination.commands import SubmitApplication
from lending.products.commands import PublishReferenceRates
from lending.products.queries import ListProducts
from lending.products.rates import Publication, ReferenceRates
from lending.registry import QUERIES, USE_CASES
from tests.support.samples import AT

MINE = CustomerId.make(RequestId("mine"), 0)
OTHER = CustomerId.make(RequestId("other"), 0)
RATES = PublishReferenceRates(ReferenceRates((Publication(AT.date(), Rate.parse("0.03"), Rate.parse("0.035")),)))


def application(customer_id: CustomerId) -> SubmitApplication:
    return SubmitApplication(customer_id=customer_id, product="small-cash", amount=Money.parse("100.00"), instalments=3)


def test_every_command_and_query_is_granted_to_somebody() -> None:
    granted = {grant.act for grant in TABLE}
    assert granted == set(USE_CASES) | set(QUERIES)


def test_no_grant_is_written_twice() -> None:
    pairs = [(grant.role, grant.act) for grant in TABLE]
    assert len(pairs) == len(set(pairs))


@pytest.mark.parametrize("role", Role)
def test_what_is_not_in_the_table_is_denied(role: Role) -> None:
    actor = Actor("somebody", role)
    refused = Grants(()).check(actor, ListProducts())
    assert refused == Failure(NotGranted("ListProducts", role.value))


def test_a_customer_applies_for_themselves_only() -> None:
    me = Actor("me", Role.CUSTOMER, scope=MINE.value)
    assert isinstance(GRANTS.check(me, application(MINE)), Success)
    assert GRANTS.check(me, application(OTHER)) == Failure(NotGranted("SubmitApplication", "CUSTOMER"))


def test_an_actor_without_a_scope_has_none() -> None:
    """A scope that is missing must not match a field that is empty."""
    table = Grants([Grant(Role.ADVISOR, SubmitApplication, within="dealer_id")])
    nobody = Actor("nobody", Role.ADVISOR)
    assert isinstance(table.check(nobody, application(MINE)), Failure)
    lost = Actor("lost", Role.ADVISOR, scope="None")
    assert isinstance(table.check(lost, application(MINE)), Failure)


def test_what_takes_two_is_granted_only_with_approval() -> None:
    manager = Actor("ming", Role.PRODUCT_MANAGER)
    assert GRANTS.check(manager, RATES) == Failure(NeedsSecondPerson("PublishReferenceRates"))
    assert isinstance(GRANTS.check(manager, RATES, approved=True), Success)
