"""Products that ask third parties, and what a test needs to play those parties."""

from datetime import date
from typing import Any

import attrs

from lending.application.call import Actor, Role
from lending.contracts.ids import ContractId
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.dealers.commands import ActivateDealer, RegisterDealer
from lending.dealers.dealer import PayeeAccount
from lending.inquiries.answers import VendorAnswer, VendorWord
from lending.inquiries.commands import (
    InquiryView,
    ListInquiries,
    RecordInquiryAnswer,
)
from lending.inquiries.questions import InquiryFinding, Question
from lending.kernel.money import Money
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import (
    ConfirmOffer,
    SubmitApplication,
    Verdict,
)
from lending.origination.ids import ApplicationId
from lending.origination.queries import ApplicationView, GetApplication
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.products.product import Product, Signing
from tests.support.desk import person, vehicle
from tests.support.platform import SYSTEM, Stage

__all__ = [
    "APPROVE",
    "BOSS",
    "CHECKS",
    "FAILED",
    "OPENED",
    "PENDING",
    "PHOTO",
    "REVIEWER",
    "STORES",
    "VENDOR",
    "Shop",
    "answered",
    "cash",
    "inquiries",
    "offer",
    "shown",
    "status",
    "told",
    "two_persons",
]

CHECKS = (Question.IDENTITY, Question.ELEMENTS)
OPENED = date(2024, 1, 5)
STORES = ("memory", "sqlite", "postgresql", "grpc")
REVIEWER, BOSS = Actor("reviewer", Role.REVIEWER), Actor("boss", Role.REVIEWER)
VENDOR = Actor("vendor", Role.CHANNEL)
PHOTO = "ab" * 32
APPROVE = Verdict.APPROVE


def answered(finding: InquiryFinding, **told: Any) -> VendorAnswer:
    return VendorAnswer(word=VendorWord.ANSWERED, finding=finding, **told)


def told(asked: InquiryView, answer: VendorAnswer) -> RecordInquiryAnswer:
    """What the vendor that was asked last tells by itself."""
    return RecordInquiryAnswer(asked.inquiry_id, f"{asked.inquiry_id.value}-{asked.tries[-1].vendor}", answer)


PENDING = VendorAnswer(word=VendorWord.PENDING)
FAILED = answered(InquiryFinding.FAILED)


def offer(stage: Stage, model: str, **changes: Any) -> str:
    """Publish a product like another in all but this; its code."""
    stored = stage.platform.store.load(PRODUCTS, model)
    assert stored is not None
    product: Product = attrs.evolve(stored.value, code=f"checked-{model}", version=1, **changes)
    stage.done(PublishProduct(product), SYSTEM)
    return product.code


def cash(stage: Stage, product: str, customer: CustomerId | None = None, serial: int = 1) -> ApplicationId:
    """Somebody asks for cash."""
    customer = customer or stage.done(RegisterCustomer(person(serial))).customer_id
    asked = SubmitApplication(customer_id=customer, product=product, amount=Money.parse("6000.00"), instalments=12)
    return stage.done(asked).application_id


def shown(stage: Stage, application: ApplicationId) -> ApplicationView:
    return stage.answer(GetApplication(application))


def status(stage: Stage, application: ApplicationId) -> str:
    return shown(stage, application).status


def inquiries(stage: Stage, about: str) -> tuple[InquiryView, ...]:
    return stage.answer(ListInquiries(about)).inquiries


def two_persons(stage: Stage, command: Any) -> None:
    proposed = stage.done(Propose(command, "as said"), REVIEWER)
    stage.done(ApproveProposal(proposed.proposal_id), BOSS)


class Shop:
    """A dealer's shop that sells by a product with everything: signature, face, review."""

    def __init__(self, stage: Stage, **changes: Any) -> None:
        self.stage = stage
        account = PayeeAccount("6222021001001234567", "ICBC", "北京示例汽车销售有限公司")
        self.dealer = stage.done(RegisterDealer("示例4S店", "北京", account)).dealer_id
        stage.done(ActivateDealer(self.dealer))
        asked = {"checks": CHECKS, "signing": Signing.ELECTRONIC, "liveness": True, "payout_review": True} | changes
        self.product = offer(stage, "car-leaseback", **asked)

    def apply(self, serial: int = 1, car: int = 1) -> ApplicationId:
        customer = self.stage.done(RegisterCustomer(person(serial, income="60000.00"))).customer_id
        asked = SubmitApplication(
            customer_id=customer,
            product=self.product,
            amount=Money.parse("105000.00"),
            instalments=36,
            dealer_id=self.dealer,
            vehicle=vehicle(car, price="150000.00"),
        )
        return self.stage.done(asked).application_id

    def confirm(self, application: ApplicationId) -> tuple[ContractId, str]:
        contract = self.stage.done(ConfirmOffer(application))
        return contract.contract_id, contract.digest

    def asked(self, about: str, question: Question) -> list[InquiryView]:
        return [one for one in inquiries(self.stage, about) if one.question == question.value]
