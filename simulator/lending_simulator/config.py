"""What a simulation is told: its seed and size, and the habits of the people in it."""

from datetime import date, timedelta
from typing import Any

import attrs
from attrs import Attribute

from lending.kernel.invalid import InvalidValue
from lending_simulator.faults import LEVELS
from lending_simulator.traffic import USUAL, Latency

__all__ = ["Habits", "SimulationConfig"]


@attrs.frozen(kw_only=True)
class Habits:
    """How the people of the world behave: shares are of one, weights relative."""

    car_share: float = 0.6
    """Customers who come to a dealer for a car; the others ask for cash online."""
    direct_lease_share: float = 0.25
    """Of those who come for a car, who lease it from the lender; the others own theirs and lease it back."""
    shop_hours: tuple[int, ...] = (9, 10, 10, 11, 11, 11, 13, 14, 14, 15, 15, 15, 16, 16, 17)
    """The hours at which customers walk in, the busy ones more than once."""
    online_hours: tuple[int, ...] = (0, 7, 8, 9, 10, 12, 12, 13, 15, 17, 18, 19, 20, 20, 21, 21, 21, 22, 22, 23)
    day_off_share: float = 0.5
    """Customers in a shop on a weekend, for one on a workday."""
    holiday_share: float = 0.25
    """The same on a public holiday."""
    advisors: int = 2
    """Per shop; a customer waits for a free one."""
    due_days: tuple[int, ...] = (2, 7, 12, 17, 22, 27)
    """Days of the month on which the variants of each product fall due."""
    first_due_after_days: int = 4
    variant_share: float = 0.85
    """Loans of a variant; the others keep the day of the payout."""
    bearable_percent: int = 40
    """Of their monthly income that people think they can pay back each month."""
    careless_share: float = 0.12
    """Of the people, who do not reckon."""
    double_click_share: float = 0.1
    cancel_share: float = 0.06
    ignore_share: float = 0.05
    """Offers that nobody answers, and that lapse."""
    last_moment_share: float = 0.03
    """Offers answered at the very moment at which they lapse."""
    refuse_contract_share: float = 0.04
    ask_again_share: float = 0.3
    """Of those rejected, who try again with half the amount."""
    same_car_share: float = 0.02
    """Customers who bring a car that another has brought before."""
    car_given_up_share: float = 0.01
    """Of cars promised to a dealer, who do not want theirs any more, each eight hours."""
    vouched_share: float = 0.8
    """Of dealers, who are given payout vouchers, up to a limit of their own."""
    punctual: int = 50
    """Weight of borrowers whose account holds enough on the due day."""
    by_hand: int = 14
    """… who pay by hand before it."""
    at_midnight: int = 10
    """… who pay by hand as the due day begins."""
    together: int = 8
    """… whose family pays at the same moment, in two parts."""
    late: int = 10
    """… whose account is empty for some days."""
    settles_early: int = 8
    midnight_share: float = 0.3
    """Of those who pay by hand or settle, who do so as a day begins, while the end of day runs."""
    second_card_share: float = 0.25
    """Customers who bind another card, most of them one of our own bank's."""
    suspended_dealers: int = 1
    """Dealers suspended for a day or two, per ten."""


def _at_least(least: int) -> Any:
    def check(_instance: Any, attribute: "Attribute[Any]", value: int) -> None:
        if value < least:
            raise InvalidValue(attribute.name, value, f"a whole number from {least}")

    return check


def _a_level(_instance: Any, attribute: "Attribute[Any]", value: str) -> None:
    if value not in LEVELS:
        raise InvalidValue(attribute.name, value, f"one of {', '.join(LEVELS)}")


@attrs.frozen(kw_only=True)
class SimulationConfig:
    """One run. The same values give the same history, whatever the store.

    The default window holds China's National Day week and both of its make-up workdays.
    """

    seed: int = 7
    days: int = attrs.field(default=30, validator=_at_least(1))
    dealers: int = attrs.field(default=20, validator=_at_least(0))
    customers: int = attrs.field(default=500, validator=_at_least(0))
    faults: str = attrs.field(default="standard", validator=_a_level)
    start: date = date(2025, 9, 15)
    until_violation: bool = False
    habits: Habits = Habits()
    latency: Latency = USUAL
    workers: int = attrs.field(default=3, validator=_at_least(1))
    end_of_day_runners: int = attrs.field(default=4, validator=_at_least(1))
    calm: timedelta = timedelta(days=14)
    """How long, once faults have stopped, the platform may take to come to rest."""

    @property
    def command(self) -> str:
        """What to type to run this again."""
        world = f"--seed {self.seed} --days {self.days} --dealers {self.dealers} --customers {self.customers}"
        asked = f"lending simulate {world} --faults {self.faults} --start {self.start}"
        return f"{asked} --until-violation" if self.until_violation else asked
