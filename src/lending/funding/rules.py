"""`FundingRules` (资金路由规则): how funders are ordered and bounded, published as configuration."""

import enum
from datetime import date
from typing import Self

import attrs

from lending.funding.events import FundingRulesPublished
from lending.funding.funder import FunderType, Grade
from lending.kernel.checks import money_from_zero, positive, text_of, within
from lending.kernel.events import Event
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money

__all__ = ["FundingRules", "GradePercent", "Order", "Regulation", "RegulationKind"]

PERCENT = 100


class Order(enum.Enum):
    """By what funding schemes are ordered; the first that tells two apart decides."""

    STICKY = "STICKY"
    """Who funded the customer's loan before comes first."""
    FILL_TARGET = "FILL_TARGET"
    """Who is least filled, measured by its target."""
    COST = "COST"
    """Whose money costs least."""
    GRADE = "GRADE"
    PRIORITY = "PRIORITY"
    """The lower number first."""
    WEIGHT = "WEIGHT"
    """Drawn by weight; the same application always draws the same."""


class RegulationKind(enum.Enum):
    """What a regulation bounds."""

    OWN_SHARE_MIN = "OWN_SHARE_MIN"
    """Our part of each jointly funded loan, in percent, at least."""
    FUNDERS_SHARE_MIN = "FUNDERS_SHARE_MIN"
    """The funders' part of each jointly funded loan, in percent, at least."""
    FUNDER_OUTSTANDING_MAX = "FUNDER_OUTSTANDING_MAX"
    """One funder's outstanding principal, in percent of `base`, at most."""
    JOINT_OUTSTANDING_MAX = "JOINT_OUTSTANDING_MAX"
    """All funders' outstanding principal together, in percent of `base`, at most."""


NEEDS_BASE = frozenset({RegulationKind.FUNDER_OUTSTANDING_MAX, RegulationKind.JOINT_OUTSTANDING_MAX})


@attrs.frozen(kw_only=True)
class Regulation:
    """A figure of the regulator, in force from a day on until another, where it has one.

    `types` are the types of funders it speaks of, all where empty; `source` is where it is written; `base` is what a
    percentage of outstanding principal is taken of, such as the net tier-1 capital last reported.
    """

    kind: RegulationKind
    percent: int = attrs.field(validator=within(0, PERCENT))
    since: date
    until: date | None = None
    types: tuple[FunderType, ...] = ()
    base: Money | None = attrs.field(default=None, validator=attrs.validators.optional(money_from_zero))
    source: str = attrs.field(validator=text_of(120))

    def __attrs_post_init__(self) -> None:
        if self.until is not None and self.until <= self.since:
            raise InvalidValue("until", self.until, f"a date after {self.since}")
        if (self.kind in NEEDS_BASE) != (self.base is not None):
            raise InvalidValue("base", self.base, "an amount, for a bound of outstanding principal only")

    def applies(self, on: date, type_of_funder: FunderType) -> bool:
        """Whether it bounds this type of funder on this day."""
        in_force = self.since <= on and (self.until is None or on < self.until)
        return in_force and (not self.types or type_of_funder in self.types)


@attrs.frozen
class GradePercent:
    """How much of a funder's quotas may be used at this grade, in percent (R34)."""

    grade: Grade
    percent: int = attrs.field(validator=within(0, PERCENT))


@attrs.frozen(kw_only=True)
class FundingRules:
    """One published version. Without an `order` schemes are tried as their product lists them.

    `wait_hours` is how long an application waits where nobody takes it; 0: it is rejected.
    """

    version: int = attrs.field(validator=positive(10_000))
    order: tuple[Order, ...] = attrs.field(default=())
    wait_hours: int = attrs.field(default=0, validator=within(0, 72))
    grades: tuple[GradePercent, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    events: tuple[Event, ...] = ()

    @order.validator
    def _each_once(self, _attribute: object, order: tuple[Order, ...]) -> None:
        if len(set(order)) != len(order):
            raise InvalidValue("order", [item.value for item in order], "each at most once")

    def percent_of(self, grade: Grade) -> int:
        """How much of its quotas a funder of this grade may be used for."""
        return next((held.percent for held in self.grades if held.grade is grade), PERCENT)

    def in_force(self, on: date, type_of_funder: FunderType) -> tuple[Regulation, ...]:
        """The regulations that bound this type of funder on this day."""
        return tuple(held for held in self.regulations if held.applies(on, type_of_funder))

    def published(self) -> Self:
        """This version, with the event that says so."""
        return attrs.evolve(self, events=(FundingRulesPublished(self.version),))
