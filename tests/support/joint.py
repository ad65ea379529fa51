"""Loans paid out with money of others, by business events."""

import attrs

from lending.contracts.commands import AcceptContract
from lending.funding.commands import PublishFunder, PublishFundingRules, PublishFundingScheme
from lending.funding.funder import Funder, FunderType, Quota
from lending.funding.ports import FUNDERS
from lending.funding.rules import FundingRules
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from tests.support.desk import SYSTEM, Desk

__all__ = ["JOINT", "offer_jointly", "pay_out_jointly", "scheme_of"]

JOINT = "joint-loan"
"""The product that the tests fund jointly: small cash in all else."""


def scheme_of(*shares: FunderShare, code: str = "partners", version: int = 1) -> FundingScheme:
    """A scheme by which the funders take these shares."""
    return FundingScheme(code=code, name="联合放款", version=version, sharing=Sharing(shares))


def offer_jointly(desk: Desk, *shares: FunderShare, quotas: tuple[Quota, ...] = ()) -> None:
    """Put a product on offer whose loans are shared so, whatever a regulator says of such shares."""
    desk.done(PublishFundingRules(FundingRules(version=2)), SYSTEM)
    for share in shares:
        before = desk.store.load(FUNDERS, share.funder)
        version = before.value.version + 1 if before else 1
        funder = Funder(code=share.funder, name=share.funder, version=version, type=FunderType.TRUST, quotas=quotas)
        desk.done(PublishFunder(funder), SYSTEM)
    desk.done(PublishFundingScheme(scheme_of(*shares)), SYSTEM)
    held = desk.store.load(PRODUCTS, "small-cash")
    assert held is not None
    joint = attrs.evolve(
        held.value,
        code=JOINT,
        version=1,
        funding=("partners",),
        active_loans_max=10,
        amount_max=Money.parse("200000.00"),
    )
    desk.done(PublishProduct(joint), SYSTEM)


def pay_out_jointly(
    desk: Desk, *shares: FunderShare, amount: str = "10000.00", quotas: tuple[Quota, ...] = ()
) -> LoanId:
    """A loan over 12 months at 18 %, shared so: offered, agreed, paid out."""
    offer_jointly(desk, *shares, quotas=quotas)
    asked = SubmitApplication(customer_id=desk.customer(), product=JOINT, amount=Money.parse(amount), instalments=12)
    application = desk.done(asked)
    desk.work()
    contract = desk.done(ConfirmOffer(application.application_id))
    desk.done(AcceptContract(contract.contract_id, contract.digest))
    desk.work()
    loan_id = desk.answer(GetApplication(application.application_id)).loan_id
    assert loan_id is not None
    return LoanId(loan_id)
