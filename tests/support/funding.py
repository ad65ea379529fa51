"""A loan's money is sought, refused once, found, drawn on and given back: the same on every platform."""

from datetime import date, timedelta

import attrs

from lending.contracts.commands import AcceptContract
from lending.customers.commands import RegisterCustomer
from lending.funding.commands import PublishFunder, PublishFundingScheme
from lending.funding.funder import Funder, FunderType, Quota, QuotaKind
from lending.funding.gateway import FunderWord
from lending.funding.queries import GetFunderUsage, GetFunding
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.money import Money
from lending.origination.commands import ConfirmOffer, SubmitApplication
from lending.origination.queries import GetApplication
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from tests.support.desk import person
from tests.support.platform import SYSTEM, Stage

__all__ = ["START", "a_loan_finds_its_money"]

START = date(2024, 1, 5)
TOTAL = Quota(kind=QuotaKind.TOTAL, amount=Money.parse("50000.00"))


def a_loan_finds_its_money(stage: Stage) -> str:
    """BANK_X is silent, then refuses; BANK_Y takes 7,000.00 of 10,000.00. The application's id."""
    _offered(stage)
    customer_id = stage.done(RegisterCustomer(person())).customer_id
    stage.funders.words = [FunderWord.UNKNOWN, FunderWord.REFUSED, FunderWord.APPROVED]
    asked = SubmitApplication(
        customer_id=customer_id, product="routed-loan", amount=Money.parse("10000.00"), instalments=12
    )
    application = stage.done(asked).application_id
    assert stage.answer(GetApplication(application)).status == "FUNDING"
    assert _drawn(stage, "BANK_X") == (700_000, 0)
    stage.clock.forward(timedelta(seconds=10))
    stage.work()
    decision = stage.answer(GetFunding(application.value))
    assert (decision.state, decision.scheme) == ("FUNDED", "bank-y-70")
    assert [(one.funder, one.outcome, tuple(why.code for why in one.reasons)) for one in decision.tries] == [
        ("BANK_X", "REFUSED", ("SCORE",)),
        ("BANK_Y", "APPROVED", ()),
    ]
    assert (_drawn(stage, "BANK_X"), _drawn(stage, "BANK_Y")) == ((0, 0), (700_000, 0))
    contract = stage.done(ConfirmOffer(application))
    stage.done(AcceptContract(contract.contract_id, contract.digest))
    assert stage.answer(GetApplication(application)).status == "PAID"
    assert _drawn(stage, "BANK_Y") == (0, 700_000)
    return application.value


def _funder(code: str) -> Funder:
    priority = 1 if code == "BANK_X" else 2
    return Funder(code=code, name=code, version=1, type=FunderType.BANK, priority=priority, quotas=(TOTAL,))


def _offered(stage: Stage) -> None:
    for code in ("BANK_X", "BANK_Y"):
        stage.done(PublishFunder(_funder(code)), SYSTEM)
    schemes = []
    for code in ("BANK_X", "BANK_Y"):
        name = f"{code.lower().replace('_', '-')}-70"
        scheme = FundingScheme(code=name, name=name, version=1, sharing=Sharing((FunderShare(code, 7_000),)))
        stage.done(PublishFundingScheme(scheme), SYSTEM)
        schemes.append(name)
    held = stage.platform.store.load(PRODUCTS, "small-cash")
    assert held is not None
    product = attrs.evolve(held.value, code="routed-loan", version=1, funding=tuple(schemes))
    stage.done(PublishProduct(product), SYSTEM)


def _drawn(stage: Stage, funder: str) -> tuple[int, int]:
    quota = stage.answer(GetFunderUsage(funder)).quotas[0]
    return quota.occupied, quota.used
