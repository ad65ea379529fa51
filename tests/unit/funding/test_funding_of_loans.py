"""Whose money a loan is: schemes as configuration, and the funding that a loan gets when it is paid out."""

import attrs
import pytest

from lending.funding.commands import PublishFundingScheme
from lending.funding.ports import FUNDED_LOANS, FUNDING_SCHEMES
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.invalid import InvalidValue
from lending.loans.ports import LOANS
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.products.refusals import FundingUnknown, VersionNotNext
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import pay_out_jointly, scheme_of
from tests.unit.flows.test_servicing import paid_out

SEVENTY = FunderShare("BANK_A", 7_000)


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_product_that_names_an_unknown_scheme_is_refused(desk: Desk) -> None:
    held = desk.store.load(PRODUCTS, "small-cash")
    assert held is not None
    product = attrs.evolve(held.value, version=2, funding=("bank-z-70",))
    assert desk.refusal(PublishProduct(product), SYSTEM) == FundingUnknown("small-cash", ("bank-z-70",))


def test_a_product_names_a_scheme_once(desk: Desk) -> None:
    held = desk.store.load(PRODUCTS, "small-cash")
    assert held is not None
    with pytest.raises(InvalidValue, match="at most once"):
        attrs.evolve(held.value, funding=("bank-a-70", "bank-a-70"))


def test_the_versions_of_a_scheme_follow_each_other(desk: Desk) -> None:
    desk.done(PublishFundingScheme(scheme_of(SEVENTY)), SYSTEM)
    desk.done(PublishFundingScheme(scheme_of(SEVENTY)), SYSTEM)
    third = PublishFundingScheme(scheme_of(SEVENTY, version=3))
    assert desk.refusal(third, SYSTEM) == VersionNotNext("partners", 3, 2)


@pytest.mark.requirement("R58", command="PublishFundingScheme")
def test_a_loan_keeps_the_sharing_that_it_was_paid_out_by(desk: Desk) -> None:
    loan_id = pay_out_jointly(desk, SEVENTY)
    desk.done(PublishFundingScheme(scheme_of(FunderShare("BANK_B", 5_000), version=2)), SYSTEM)
    funded = desk.store.load(FUNDED_LOANS, loan_id.value)
    assert funded is not None
    assert (funded.value.sharing, funded.value.since) == (Sharing((SEVENTY,)), desk.day)
    scheme = desk.store.load(FUNDING_SCHEMES, "partners")
    assert scheme is not None
    assert scheme.value.version == 2


def test_a_loan_of_our_own_money_has_no_funding(desk: Desk) -> None:
    loan_id = paid_out(desk)
    assert desk.store.load(LOANS, loan_id.value) is not None
    assert desk.store.load(FUNDED_LOANS, loan_id.value) is None


def test_a_scheme_without_shares_is_our_own_money(desk: Desk) -> None:
    loan_id = pay_out_jointly(desk)
    assert desk.store.load(LOANS, loan_id.value) is not None
    assert desk.store.load(FUNDED_LOANS, loan_id.value) is None
