"""`Funder` (资金方): one version of who lends with us, published as configuration: what it takes, and how much."""

import enum
from datetime import time
from typing import Self

import attrs

from lending.funding.events import FunderPublished
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import money_from_zero, positive, text_of, within
from lending.kernel.events import Event
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import Rate

__all__ = ["OWN", "CustomerGroup", "Funder", "FunderType", "Grade", "Quota", "QuotaKind"]

OWN = "OWN"
"""The code under which bounds and quotas of our own money may be published."""

PERCENT = 100
AGE_MAX = 120
TERM_MAX = 360
MINUTES = 24 * 60


class FunderType(enum.Enum):
    """What a funder is (R5)."""

    OWN = "OWN"
    BANK = "BANK"
    CONSUMER_FIN = "CONSUMER_FIN"
    TRUST = "TRUST"
    MICRO_LOAN = "MICRO_LOAN"
    WEALTH = "WEALTH"
    """A wealth platform (理财平台): off unless switched on."""


class Grade(enum.Enum):
    """How a funder is graded (资金方评级, R34); how much of its quotas may be used follows from it."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class CustomerGroup(enum.Enum):
    """Whom a loan is for, as far as an application tells."""

    NEW = "NEW"
    RETURNING = "RETURNING"
    """Has had a loan from us before."""


class QuotaKind(enum.Enum):
    """What a quota bounds (§5)."""

    TOTAL = "TOTAL"
    """The funder's outstanding principal."""
    DAY_PAYOUT = "DAY_PAYOUT"
    """What it takes on in an accounting day."""
    DAY_COUNT = "DAY_COUNT"
    """How many loans it takes on in an accounting day."""
    CUSTOMER = "CUSTOMER"
    """Its outstanding principal with any one customer."""
    REGION = "REGION"
    TERM = "TERM"
    """Its outstanding principal in loans of so many instalments."""
    PRODUCT = "PRODUCT"
    DEALER = "DEALER"
    """Its outstanding principal through one dealer (集中度)."""


DAILY = frozenset({QuotaKind.DAY_PAYOUT, QuotaKind.DAY_COUNT})
BY_NAME = frozenset({QuotaKind.REGION, QuotaKind.TERM, QuotaKind.PRODUCT, QuotaKind.DEALER})
SHARED = BY_NAME | {QuotaKind.CUSTOMER}


@attrs.frozen(kw_only=True)
class Quota:
    """One quota: an `amount`, a `percent` of the total quota, or a `count` of loans; `of` names whose it is."""

    kind: QuotaKind
    of: str = attrs.field(default="", validator=text_of(40, shortest=0))
    amount: Money | None = attrs.field(default=None, validator=attrs.validators.optional(money_from_zero))
    percent: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(0, PERCENT)))
    count: int | None = attrs.field(default=None, validator=attrs.validators.optional(within(0, 10**9)))

    def __attrs_post_init__(self) -> None:
        stated = {name for name in ("amount", "percent", "count") if getattr(self, name) is not None}
        fit = {"count"} if self.kind is QuotaKind.DAY_COUNT else {"amount"}
        if len(stated) != 1 or not stated <= fit | ({"percent"} if self.kind in SHARED else set()):
            expected = " or ".join(sorted(fit | ({"percent"} if self.kind in SHARED else set())))
            raise InvalidValue("kind", self.kind.value, f"a quota that states {expected}, and nothing else")
        if (self.kind in BY_NAME) != bool(self.of):
            raise InvalidValue("of", self.of, "whose quota it is, for REGION, TERM, PRODUCT and DEALER only")


@attrs.frozen(kw_only=True)
class Funder:
    """One published version. Bounds that are empty or absent exclude nobody; a loan's amount is the whole loan's.

    `weight` is its part of the loans among funders that are otherwise alike, `cost` what its money costs a year,
    `fill_target` the outstanding principal that it is to be brought up to. Hours are China's, `closes` excluded.
    """

    code: str = attrs.field(validator=FUNDER_CODE)
    name: str = attrs.field(validator=text_of(60))
    version: int = attrs.field(validator=positive(10_000))
    type: FunderType
    grade: Grade = Grade.A
    enabled: bool | None = None
    """Absent, it is on, a wealth platform off."""
    priority: int = attrs.field(default=100, validator=within(0, 10_000))
    weight: int = attrs.field(default=1, validator=positive(10_000))
    cost: Rate = Rate(0)
    fill_target: Money | None = attrs.field(default=None, validator=attrs.validators.optional(money_from_zero))
    regions: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    groups: tuple[CustomerGroup, ...] = ()
    age_min: int = attrs.field(default=0, validator=within(0, AGE_MAX))
    age_max: int = attrs.field(default=AGE_MAX, validator=within(0, AGE_MAX))
    amount_min: Money | None = attrs.field(default=None, validator=attrs.validators.optional(money_from_zero))
    amount_max: Money | None = attrs.field(default=None, validator=attrs.validators.optional(money_from_zero))
    instalments_min: int = attrs.field(default=1, validator=within(1, TERM_MAX))
    instalments_max: int = attrs.field(default=TERM_MAX, validator=within(1, TERM_MAX))
    opens: str = attrs.field(default="00:00")
    closes: str = attrs.field(default="24:00")
    quotas: tuple[Quota, ...] = attrs.field(default=())
    buckets: int = attrs.field(default=1, validator=positive(64))
    """Into how many rows its total and its day's quotas are split, so that many may draw on them at once."""
    events: tuple[Event, ...] = ()

    @opens.validator
    @closes.validator
    def _a_time(self, attribute: "attrs.Attribute[str]", value: str) -> None:
        if _minutes(value) is None:
            raise InvalidValue(attribute.name, value, 'a time such as "09:00", at most "24:00"')

    @quotas.validator
    def _each_quota_once(self, _attribute: object, quotas: tuple[Quota, ...]) -> None:
        named = [(quota.kind, quota.of) for quota in quotas]
        if len(set(named)) != len(named):
            raise InvalidValue("quotas", [f"{kind.value} {of}".strip() for kind, of in named], "each quota once")
        if any(quota.percent is not None for quota in quotas) and (QuotaKind.TOTAL, "") not in named:
            raise InvalidValue("quotas", "a percent", "a TOTAL for it to be a percent of")

    def __attrs_post_init__(self) -> None:
        if (self.type is FunderType.OWN) != (self.code == OWN):
            raise InvalidValue("code", self.code, f"{OWN} for type OWN, and for no other")
        for least, most in (("age_min", "age_max"), ("instalments_min", "instalments_max")):
            if getattr(self, least) > getattr(self, most):
                raise InvalidValue(least, getattr(self, least), f"at most {most}, {getattr(self, most)}")

    @property
    def is_on(self) -> bool:
        """Whether it is asked at all."""
        return self.type is not FunderType.WEALTH if self.enabled is None else self.enabled

    def works_at(self, at: time) -> bool:
        """Whether it takes applications at this time of day; hours may reach over midnight."""
        minute = at.hour * 60 + at.minute
        opens, closes = _minutes(self.opens) or 0, _minutes(self.closes) or 0
        return opens <= minute < closes if opens < closes else minute >= opens or minute < closes

    def quota(self, kind: QuotaKind, of: str = "") -> Quota | None:
        """The quota of this kind, if there is one."""
        return next((quota for quota in self.quotas if quota.kind is kind and quota.of == of), None)

    def published(self) -> Self:
        """This version, with the event that says so."""
        return attrs.evolve(self, events=(FunderPublished(self.code, self.version, self.name),))


def _minutes(text: str) -> int | None:
    """Minutes since midnight; None where the text is no time."""
    hour, _, minute = text.partition(":")
    if not (len(hour) == len(minute) == 2 and text.isascii() and (hour + minute).isdigit() and int(minute) < 60):
        return None
    minutes = int(hour) * 60 + int(minute)
    return minutes if minutes <= MINUTES else None
