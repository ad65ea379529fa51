"""The scene: what every actor has at hand."""

from datetime import date, datetime, time, timedelta

import attrs
import simpy

from lending.application.call import CHINA
from lending.dealers.ids import DealerId
from lending.kernel.calendar import BusinessCalendar
from lending.products.product import Product, Scene
from lending_adapters.vendors.bank import FakeBank
from lending_simulator.chance import Chance
from lending_simulator.cities import City
from lending_simulator.config import SimulationConfig
from lending_simulator.desk import Desk
from lending_simulator.loom import Loom
from lending_simulator.people import People
from lending_simulator.post import Post

__all__ = ["Curtain", "Shop", "Stage"]

ONE_DAY = timedelta(days=1)


class Curtain(Exception):
    """The play is over: who wakes up now goes home."""


@attrs.frozen(kw_only=True, eq=False)
class Shop:
    """A dealer's shop: open in its city's hours, with a few advisors who serve one customer at a time."""

    dealer_id: DealerId
    city: City
    calendar: BusinessCalendar
    advisors: simpy.Resource
    vouched: bool = False
    """Whether it is trusted with payout vouchers."""

    def works_on(self, day: date) -> bool:
        """Workdays and make-up workdays; weekends and holidays where the city's shops do."""
        return self.city.weekends or self.calendar.is_workday(day)

    def next_opening(self, instant: datetime) -> datetime:
        """`instant` where the shop is open then, else when it next opens."""
        local = instant.astimezone(CHINA)
        if self.works_on(local.date()) and self.city.opens <= local.hour < self.city.closes:
            return instant
        day = local.date() if local.hour < self.city.opens else local.date() + ONE_DAY
        while not self.works_on(day):
            day += ONE_DAY
        return datetime.combine(day, time(self.city.opens), CHINA)


@attrs.define(kw_only=True, eq=False)
class Stage:
    """Time, the desk, the post, everyone's money, and what is on offer."""

    config: SimulationConfig
    chance: Chance
    loom: Loom
    desk: Desk
    post: Post
    bank: FakeBank
    people: People
    calendar: BusinessCalendar
    underway: set[str]
    """References of payments whose payers have not heard back."""
    shops: tuple[Shop, ...] = ()
    products: tuple[Product, ...] = ()
    seen_cars: list[str] = attrs.field(factory=list)
    """VINs that have been brought to a shop."""
    over: bool = False

    @property
    def now(self) -> datetime:
        """The simulated instant."""
        return self.loom.now

    def sold(self, scene: Scene, *, variants: bool) -> tuple[Product, ...]:
        """The products for this purpose: variants with a due day of their own, or those without."""
        return tuple(
            product for product in self.products if product.scene is scene and (product.due_day is not None) is variants
        )

    def sleep(self, span: timedelta) -> None:
        """Do nothing for a while. Raises `Curtain` where the play has ended meanwhile."""
        self.loom.sleep(span)
        self.stay()

    def sleep_until(self, instant: datetime) -> None:
        """Do nothing until then. Raises `Curtain` where the play has ended meanwhile."""
        self.loom.sleep_until(instant)
        self.stay()

    def stay(self) -> None:
        """Raise `Curtain` where the play has ended."""
        if self.over:
            raise Curtain
