"""The opening: business starts, the book is loaded, products get due days, funders send money, dealers join."""

from typing import Any, TypeVar

import attrs
import simpy

from lending.application.bus import Bus
from lending.application.call import Actor, Role
from lending.dealers.commands import ActivateDealer, RegisterDealer, SetDealerExposure
from lending.dealers.ids import DealerId
from lending.funding.commands import RecordFunderMoney
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome
from lending.operations.commands import ApproveProposal, Propose, StartBusiness
from lending.products.commands import PublishProduct
from lending.products.product import Product
from lending_adapters.book import Book, publish_book
from lending_simulator.actors.scene import Shop, Stage
from lending_simulator.cities import CITIES

__all__ = ["OPERATOR", "SECOND_OPERATOR", "open_business"]

T = TypeVar("T")

OPERATOR = Actor("operations", Role.OPERATIONS)
SECOND_OPERATOR = Actor("operations-2", Role.OPERATIONS)
MAKER = Actor("product-manager-1", Role.PRODUCT_MANAGER)
CHECKER = Actor("product-manager-2", Role.PRODUCT_MANAGER)
PREFUNDED = Money.parse("10000000.00")
"""What each funder has placed with us when business opens (备款)."""


def open_business(stage: Stage, bus: Bus, book: Book) -> None:
    """Everything that must be there before the first customer comes."""
    expect(stage.desk.execute(StartBusiness(stage.config.start), OPERATOR))
    at = stage.now
    stage.desk.insist(lambda: publish_book(bus, at, book))
    variants = [variant for product in book.products for variant in _variants(product, stage)]
    for variant in variants:
        proposed = expect(stage.desk.execute(Propose(PublishProduct(variant), "a due day of its own"), MAKER))
        expect(stage.desk.execute(ApproveProposal(proposed.proposal_id), CHECKER))
    for funder in sorted({share.funder for scheme in book.funding for share in scheme.sharing.shares}):
        expect(stage.desk.execute(RecordFunderMoney(funder=funder, amount=PREFUNDED, reference="opening"), OPERATOR))
    stage.products = (*book.products, *variants)
    stage.shops = tuple(_partner(stage, number) for number in range(stage.config.dealers))


def expect(outcome: Outcome[T, Any]) -> T:
    """The answer, where a refusal would be a fault of the simulation."""
    assert not isinstance(outcome, Failure), f"refused: {outcome.failure()}"
    return outcome.unwrap()


def _variants(product: Product, stage: Stage) -> list[Product]:
    """The product with fixed due days, so that instalments fall due within weeks; every other one collected smartly."""
    habits = stage.config.habits
    return [
        attrs.evolve(
            product,
            code=f"{product.code}-{day:02d}",
            name=f"{product.name}（{day}日）",
            version=1,
            due_day=day,
            first_due_after_days=habits.first_due_after_days,
            smart_repayment=number % 2 == 1,
        )
        for number, day in enumerate(habits.due_days)
    ]


def _partner(stage: Stage, number: int) -> Shop:
    """A shop registers and is activated."""
    city = CITIES[number % len(CITIES)]
    name, account = stage.people.shop(city, stage.chance.stream("shop", str(number)))
    asking = Actor(f"dealer-{number}", Role.DEALER)
    registered = expect(stage.desk.execute(RegisterDealer(name, city.name, account), asking))
    expect(stage.desk.execute(ActivateDealer(registered.dealer_id), OPERATOR))
    vouched = _vouch(stage, registered.dealer_id, number)
    return Shop(
        dealer_id=registered.dealer_id,
        city=city,
        calendar=stage.calendar,
        vouched=vouched,
        advisors=simpy.Resource(stage.loom.env, stage.config.habits.advisors),
    )


def _vouch(stage: Stage, dealer_id: DealerId, number: int) -> bool:
    """Most dealers are trusted with payout vouchers, some for a car or two only; whether this one is."""
    chance = stage.chance.stream("exposure", str(number))
    vouched = chance.random() < stage.config.habits.vouched_share
    if vouched:
        limit = SetDealerExposure(dealer_id, Money.parse(f"{chance.randrange(2, 11) * 100_000}.00"))
        proposed = expect(stage.desk.execute(Propose(limit, "as the agreement says"), OPERATOR))
        expect(stage.desk.execute(ApproveProposal(proposed.proposal_id), SECOND_OPERATOR))
    return vouched
