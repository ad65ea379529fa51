"""Arrivals: who comes on which day and at which hour, and who is suspended for a while."""

import random
from datetime import date, datetime, time, timedelta

from lending.application.call import CHINA
from lending.dealers.commands import ActivateDealer, SuspendDealer
from lending_simulator.actors.customer import Customer
from lending_simulator.actors.opening import OPERATOR
from lending_simulator.actors.scene import Curtain, Shop, Stage
from lending_simulator.cities import CITIES

__all__ = ["announce_customers", "announce_suspensions"]

SATURDAY = 5
TEN = 10


def announce_customers(stage: Stage) -> None:
    """Let every customer of the run come when their time is."""
    for serial in range(stage.config.customers):
        chance = stage.chance.stream("arrival", str(serial))
        to_a_shop = bool(stage.shops) and chance.random() < stage.config.habits.car_share
        shop = chance.choice(stage.shops) if to_a_shop else None
        person = stage.people.person(shop.city if shop else chance.choice(CITIES), chance)
        customer = Customer(stage, serial, person, shop)
        stage.loom.spawn(f"customer {serial}", customer.live, _arrival(stage, shop, chance))


def _arrival(stage: Stage, shop: Shop | None, chance: random.Random) -> datetime:
    habits = stage.config.habits
    days = [stage.config.start + timedelta(days=ahead) for ahead in range(stage.config.days)]
    weights = [_busyness(stage, shop, day) for day in days]
    day = chance.choices(days, weights)[0] if any(weights) else chance.choice(days)
    hour = chance.choice(habits.shop_hours if shop else habits.online_hours)
    moment = datetime.combine(day, time(hour), CHINA) + timedelta(milliseconds=chance.randrange(3_600_000))
    return max(moment, stage.now)


def _busyness(stage: Stage, shop: Shop | None, day: date) -> float:
    """How many come on a day, for one on a workday."""
    if shop is None or stage.calendar.is_workday(day):
        return 1.0
    if not shop.works_on(day):
        return 0.0
    habits = stage.config.habits
    return habits.day_off_share if day.weekday() >= SATURDAY else habits.holiday_share


def announce_suspensions(stage: Stage) -> None:
    """Let some dealers be suspended for a day or two."""
    chance = stage.chance.stream("suspensions")
    count = len(stage.shops) * stage.config.habits.suspended_dealers // TEN
    for shop in chance.sample(stage.shops, count):
        begins = stage.now + timedelta(hours=chance.randrange(24, max(25, 24 * stage.config.days)))
        lasts = timedelta(hours=chance.randrange(5, 50))
        stage.loom.spawn("suspension", lambda shop=shop, lasts=lasts: _suspend(stage, shop, lasts), begins)  # type: ignore[misc]


def _suspend(stage: Stage, shop: Shop, lasts: timedelta) -> None:
    try:
        stage.stay()
        stage.desk.execute(SuspendDealer(shop.dealer_id, "complaints are looked into"), OPERATOR)
        stage.sleep(lasts)
        stage.desk.execute(ActivateDealer(shop.dealer_id), OPERATOR)
    except Curtain:
        return
