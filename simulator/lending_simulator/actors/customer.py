"""A customer: comes, asks for a loan, answers the offer, and then lives with the loan."""

import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.application.refusals import BusRefusal
from lending.contracts.commands import AcceptContract, RefuseContract
from lending.customers.commands import RegisterCustomer
from lending.customers.customer import Person
from lending.customers.ids import CustomerId
from lending.customers.refusals import AlreadyRegistered
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ids import LoanId
from lending.origination.application import ApplicationStatus
from lending.origination.commands import (
    CancelApplication,
    ConfirmOffer,
    ConfirmPickUp,
    OpenLiveness,
    SubmitApplication,
)
from lending.origination.ids import ApplicationId
from lending.origination.queries import GetApplication, OfferView
from lending.origination.vehicle import Vehicle
from lending.products.product import Product, Scene, Signing
from lending_simulator.actors.borrower import Borrower
from lending_simulator.actors.cards import CardHolder
from lending_simulator.actors.scene import Curtain, Shop, Stage

__all__ = ["Customer"]

T = TypeVar("T")
E = TypeVar("E")

ONLINE = Actor("app", Role.CUSTOMER)
DECISION_PATIENCE = timedelta(days=2)
PAYOUT_PATIENCE = timedelta(days=20)
LAST_MOMENT = timedelta(milliseconds=25)
MINUTE = timedelta(minutes=1)
THINKS = (1, 2, 5, 10, 30, 120, 600)
"""Minutes until an offer is answered."""
WAITS = (1, 1, 2, 2, 3, 5, 10)
"""… by one who stands in the shop and waits for the car."""
FACES_MAX = 60
"""So often somebody looks whether their face is wanted again."""
PHOTO = "5c" * 32
"""The digest of every customer's picture beside the car."""


class Customer:
    """One customer, with a mind of their own: everything they decide comes from their own stream."""

    def __init__(self, stage: Stage, serial: int, person: Person, shop: Shop | None) -> None:
        self._stage = stage
        self._serial = serial
        self._person = person
        self._shop = shop
        self._chance: random.Random = stage.chance.stream("customer", str(serial))
        self._actor = ONLINE
        self._habits = stage.config.habits

    def live(self) -> None:
        """Come, apply, and stay as long as there is a loan."""
        try:
            self._stage.stay()
            self._come()
        except Curtain:
            return

    def _come(self) -> None:
        customer_id = self._served(self._register)
        self._actor = Actor(f"customer {customer_id.value[-8:]}", Role.CUSTOMER, customer_id.value)
        CardHolder(self._stage, self._serial, customer_id, self._actor, self._click).live(self._person.monthly_income)
        product, amount, vehicle = self._wish()
        outcome = self._apply(customer_id, product, amount, vehicle)
        less = product.scene is not Scene.CAR_DIRECT_LEASE and self._rolls(self._habits.ask_again_share)
        if outcome == "rejected" and less:
            self._stage.sleep(MINUTE * self._chance.randrange(20, 2_000))
            half = Money(amount.minor // 2 // product.amount_step.minor * product.amount_step.minor)
            self._apply(customer_id, product, max(half, product.amount_min), vehicle)

    def _served(self, act: Callable[[Actor], T]) -> T:
        """Do it with an advisor in the shop, or alone online."""
        if self._shop is None:
            return act(self._actor)
        while True:
            self._stage.sleep_until(self._shop.next_opening(self._stage.now))
            with self._shop.advisors.request() as turn:
                self._stage.loom.wait(turn)
                if self._shop.next_opening(self._stage.now) == self._stage.now:
                    self._stage.loom.sleep(MINUTE * self._chance.randrange(3, 15))
                    dealer = self._shop.dealer_id.value
                    return act(Actor(f"advisor {dealer[-8:]}", Role.ADVISOR, dealer))

    def _register(self, actor: Actor) -> CustomerId:
        registered = self._click(RegisterCustomer(self._person), actor)
        if isinstance(registered, Success):
            return registered.unwrap().customer_id
        refusal = registered.failure()
        assert isinstance(refusal, AlreadyRegistered), f"nobody else has this identity number: {refusal}"
        return CustomerId(refusal.customer_id)

    def _wish(self) -> tuple[Product, Money, Vehicle | None]:
        """What to ask for."""
        scene = Scene.CASH if self._shop is None else self._lease()
        sold = self._stage.sold(scene, variants=self._rolls(self._habits.variant_share))
        product = self._chance.choice([each for each in sold if self._sells(each)])
        if self._shop is None:
            wanted = self._person.monthly_income.minor * self._chance.randrange(5, 35) // 10
            return product, self._rounded(wanted, product), None
        vehicle = self._car()
        if scene is Scene.CAR_DIRECT_LEASE:
            return product, vehicle.price, vehicle
        wanted = vehicle.price.minor * self._chance.randrange(30, 80) // 100
        return product, self._rounded(wanted, product), vehicle

    def _sells(self, product: Product) -> bool:
        """Only a dealer who has our word hands a car over within the hour."""
        return not product.liveness or (self._shop is not None and self._shop.vouched)

    def _lease(self) -> Scene:
        """Whose the car will be."""
        direct = self._rolls(self._habits.direct_lease_share)
        return Scene.CAR_DIRECT_LEASE if direct else Scene.CAR_LEASEBACK

    def _car(self) -> Vehicle:
        """Mostly a car of their own; now and then one that somebody else has brought before."""
        vehicle = self._stage.people.car(self._chance)
        seen = self._stage.seen_cars
        if seen and self._rolls(self._habits.same_car_share):
            return Vehicle(vin=self._chance.choice(seen), model=vehicle.model, price=vehicle.price)
        seen.append(vehicle.vin)
        return vehicle

    def _term(self, product: Product, amount: Money) -> int:
        """A term whose instalment looks bearable, the shorter the better; some do not reckon at all."""
        bearable = self._person.monthly_income.minor * self._habits.bearable_percent // 100
        fitting = [term for term in product.terms if amount.minor // term <= bearable]
        if self._rolls(self._habits.careless_share):
            return self._chance.choice(product.terms)
        return fitting[0] if fitting else product.terms[-1]

    @staticmethod
    def _rounded(minor: int, product: Product) -> Money:
        bounded = min(max(minor, product.amount_min.minor), product.amount_max.minor)
        steps = (bounded - product.amount_min.minor) // product.amount_step.minor
        return Money(product.amount_min.minor + steps * product.amount_step.minor, product.currency)

    def _apply(self, customer_id: CustomerId, product: Product, amount: Money, vehicle: Vehicle | None) -> str:
        """Submit an application and follow it to its end."""
        submit = SubmitApplication(
            customer_id=customer_id,
            product=product.code,
            amount=amount,
            instalments=self._term(product, amount),
            dealer_id=self._shop.dealer_id if self._shop else None,
            vehicle=vehicle,
        )
        submitted = self._served(lambda actor: self._click(submit, actor))
        if isinstance(submitted, Failure):
            return "refused"
        application_id = submitted.unwrap().application_id
        if self._rolls(self._habits.cancel_share / 2):
            self._click(CancelApplication(application_id), self._actor)
        self._stage.post.decision(application_id.value, DECISION_PATIENCE)
        self._stage.stay()
        offer = self._offer(application_id)
        if offer is None:
            return "rejected"
        self._answer(application_id, offer, product)
        return "answered"

    def _offer(self, application_id: ApplicationId) -> OfferView | None:
        """The offer, where the application stands at one."""
        seen = self._stage.desk.ask(GetApplication(application_id), self._actor)
        assert isinstance(seen, Success), f"a submitted application is there: {seen}"
        view = seen.unwrap()
        return view.offer if view.status == "APPROVED" else None

    def _answer(self, application_id: ApplicationId, offer: OfferView, product: Product) -> None:
        """Take the offer, think it over, forget it, or withdraw."""
        if self._rolls(self._habits.ignore_share):
            return
        if self._rolls(self._habits.last_moment_share):
            ahead = LAST_MOMENT * self._chance.random()
            self._stage.sleep_until(offer.valid_until - ahead)
        else:
            self._stage.sleep(MINUTE * self._chance.choice(WAITS if product.liveness else THINKS))
        if self._rolls(self._habits.cancel_share / 2):
            self._click(CancelApplication(application_id), self._actor)
            return
        confirmed = self._click(ConfirmOffer(application_id), self._actor)
        if isinstance(confirmed, Failure):
            return
        contract = confirmed.unwrap()
        if product.signing is Signing.ELECTRONIC:
            self._borrow(contract.contract_id.value, application_id, product)
            return
        self._stage.sleep(MINUTE * self._chance.choice((1, 2, 3, 5, 15, 60)))
        if self._rolls(self._habits.refuse_contract_share):
            self._click(RefuseContract(contract.contract_id), self._actor)
            return
        accepted = self._click(AcceptContract(contract.contract_id, contract.digest), self._actor)
        if isinstance(accepted, Success):
            self._borrow(contract.contract_id.value, application_id, product)

    def _borrow(self, contract_id: str, application_id: ApplicationId, product: Product) -> None:
        """Wait for the money, drive away, then repay."""
        if product.liveness:
            self._show_face(application_id)
        loan_id = self._stage.post.payout(contract_id, application_id.value, PAYOUT_PATIENCE)
        self._stage.stay()
        if isinstance(loan_id, LoanId):
            if product.liveness:
                self._served(lambda actor: self._click(ConfirmPickUp(application_id, PHOTO), actor))
            Borrower(self._stage, self._person, self._actor, loan_id, self._chance, self._click).live()

    def _show_face(self, application_id: ApplicationId) -> None:
        """Look every few minutes whether the face is to be shown again; who has had enough withdraws."""
        for _ in range(FACES_MAX):
            self._stage.sleep(MINUTE * self._chance.randrange(4, 8))
            seen = self._stage.desk.ask(GetApplication(application_id), self._actor)
            standing = seen.unwrap().status if isinstance(seen, Success) else ""
            if standing == ApplicationStatus.SIGNED.value:
                self._click(OpenLiveness(application_id), self._actor)
            elif standing != ApplicationStatus.CONFIRMED.value:
                return
        self._click(CancelApplication(application_id), self._actor)

    def _click(self, command: Command[T, E], actor: Actor) -> Outcome[T, E | BusRefusal]:
        """Ask; some click twice, which makes two requests. One success of the two is a success."""
        desk = self._stage.desk
        if not self._rolls(self._habits.double_click_share):
            return desk.execute(command, actor)
        second: list[Outcome[T, E | BusRefusal]] = []

        def click_again() -> None:
            answer = desk.execute(command, actor)
            second.append(answer)

        click = self._stage.loom.spawn("second click", click_again)
        first = desk.execute(command, actor)
        self._stage.loom.join([click])
        return second[0] if isinstance(first, Failure) and second else first

    def _rolls(self, share: float) -> bool:
        return self._chance.random() < share

    @property
    def now(self) -> datetime:
        """The simulated instant."""
        return self._stage.now
