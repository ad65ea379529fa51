"""Contracts move as machine 3.3 says, and are accepted only as they were shown."""

from itertools import product as pairs

import attrs
import pytest

from lending.contracts.contract import MOVES, Act, Contract, ContractStatus
from lending.contracts.events import ContractAccepted
from lending.contracts.ids import ContractId
from lending.contracts.refusals import ContractNotInStatus, TermsDiffer
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Failure, Success
from lending.kernel.rates import Rate
from lending.products.product import Payee
from tests.support.samples import AGREED, AT


def contract(status: ContractStatus = ContractStatus.SIGNING) -> Contract:
    return Contract(
        id=ContractId.make(RequestId("r1"), 0),
        application_id="app_1",
        customer_id="cust_1",
        dealer_id=None,
        product="small-cash",
        product_version=1,
        agreed=AGREED,
        payee=Payee.BORROWER,
        vin=None,
        status=status,
    )


def do(held: Contract, act: Act) -> object:
    return held.accept(AGREED.digest, AT) if act is Act.ACCEPT else held.end(act)


@pytest.mark.parametrize(("status", "act"), sorted(MOVES, key=str))
def test_every_move_of_the_table_leads_where_the_table_says(status: ContractStatus, act: Act) -> None:
    moved = do(contract(status), act)
    assert isinstance(moved, Success)
    assert moved.unwrap().status is MOVES[status, act]


@pytest.mark.parametrize(("status", "act"), [pair for pair in pairs(ContractStatus, Act) if pair not in MOVES])
def test_every_pair_outside_the_table_is_refused(status: ContractStatus, act: Act) -> None:
    refused = do(contract(status), act)
    assert isinstance(refused, Failure)
    assert isinstance(refused.failure(), ContractNotInStatus)


def test_a_digest_of_other_terms_is_not_accepted() -> None:
    other = attrs.evolve(AGREED, annual_rate=Rate.parse("0.17"))
    assert contract().accept(other.digest, AT) == Failure(TermsDiffer(contract().id.value))


def test_acceptance_is_dated_and_told() -> None:
    accepted = contract().accept(AGREED.digest, AT).unwrap()
    assert accepted.accepted_at == AT
    assert accepted.events == (ContractAccepted(contract().id, "app_1", "cust_1"),)
