"""The plan of a loan as the replay contract defines it, in fractions; written from its text, not from the engine.

Nothing here or beside it imports the engine: whatever both say alike, both read in the contract.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from math import floor
from typing import Any

COMPONENTS = ("fee", "penalty", "compound", "interest", "principal")
"""费-罚-复-息-本."""


def rounded(amount: Fraction, how: str) -> int:
    """`amount` as a whole number: half up and up go away from zero, down towards it, half even to the even one."""
    if amount < 0:
        return -rounded(-amount, how)
    below = floor(amount)
    rest = amount - below
    if how == "HALF_EVEN":
        return below + (rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2))
    return below + {"HALF_UP": rest >= Fraction(1, 2), "UP": rest > 0, "DOWN": False}[how]


def month_later(day: date, months: int, anchor: int) -> date:
    """The day `anchor` of the month that is `months` after that of `day`, or its last day."""
    place = day.year * 12 + day.month - 1 + months
    first = date(place // 12, place % 12 + 1, 1)
    following = date((place + 1) // 12, (place + 1) % 12 + 1, 1)
    return first.replace(day=min(anchor, (following - first).days))


@dataclass
class Terms:
    """What a case says of its loan, defaults filled in; amounts in cents."""

    given: dict[str, Any]
    start: date

    def __post_init__(self) -> None:
        get = self.given.get
        self.rate = Fraction(self.given["annual_rate"])
        self.method: str = self.given["method"]
        self.count = 1 if self.method == "BULLET" else self.given["instalments"]
        period = get("period", {})
        self.every, self.unit = period.get("every", 1), period.get("unit", "MONTH")
        interest = get("interest", {})
        self.daily = interest.get("accrual", "PER_PERIOD") == "DAILY"
        self.day_count = interest.get("day_count", "ACT/360")
        self.actual = interest.get("on", "SCHEDULED_BALANCE") == "ACTUAL_BALANCE"
        self.rounding: str = get("rounding", "HALF_UP")
        self.multiple = cents(get("instalment_multiple") or "0.01")
        self.level_last: bool = get("level_last_instalment", False)
        grace = get("grace", {})
        self.principal_grace = grace.get("principal_periods", 0)
        self.interest_grace = grace.get("interest_periods", 0)
        self.grace_days, self.retroactive = grace.get("days", 0), grace.get("retroactive", True)
        penalty = get("penalty")
        self.penalty_rate = self.rate * Fraction(penalty["multiple"]) if penalty else None
        self.compound = bool(penalty and penalty.get("compound"))
        allocation = get("allocation", {})
        order = [name.lower() for name in allocation.get("order", [])]
        self.order = order + [name for name in COMPONENTS if name not in order]
        self.by_instalment = allocation.get("by", "INSTALMENT") == "INSTALMENT"
        self.excess = allocation.get("excess", "HOLD")
        self.effect = get("on_prepayment", "KEEP_INSTALMENT")

    def r(self, amount: Fraction) -> int:
        return rounded(amount, self.rounding)

    # --- time -------------------------------------------------------------------------------

    def step(self, day: date, times: int, anchor: int) -> date:
        """`times` periods after `day`."""
        if self.unit == "MONTH":
            return month_later(day, self.every * times, anchor)
        return day + timedelta(days=(7 if self.unit == "WEEK" else 1) * self.every * times)

    def periods(self) -> list[tuple[date, date, bool]]:
        """From, to and whether it is whole."""
        if self.method == "BULLET":
            return [(self.start, self.step(self.start, self.given["instalments"], self.start.day), True)]
        regular = self.step(self.start, 1, self.start.day)
        if self.given.get("first_due"):
            first = date.fromisoformat(self.given["first_due"])
            dues = [self.step(first, k, first.day) for k in range(self.count)]
        else:
            dues = [self.step(self.start, k + 1, self.start.day) for k in range(self.count)]
        starts = [self.start, *dues[:-1]]
        return [(start, due, k > 0 or due == regular) for k, (start, due) in enumerate(zip(starts, dues, strict=True))]

    def days(self, start: date, end: date) -> Fraction:
        """Actual days over the year of the day count."""
        if self.day_count == "ACT/ACT":
            within = (start + timedelta(days=k + 1) for k in range((end - start).days))
            return sum((Fraction(1, 366 if leap(day.year) else 365) for day in within), Fraction(0))
        return Fraction((end - start).days, 365 if self.day_count == "ACT/365" else 360)

    def factor(self, start: date, end: date, *, whole: bool) -> Fraction:
        """The rate factor of a period."""
        if not whole:
            return self.rate * self.days(start, end)
        times = self.given["instalments"] if self.method == "BULLET" else 1
        if not self.daily:
            return self.rate * self.every * times / {"MONTH": 12, "WEEK": 52, "DAY": 365}[self.unit]
        if self.day_count == "30/360" and self.unit == "MONTH":
            return self.rate * 30 * self.every * times / 360
        if self.day_count == "30E/360":
            months = (end.year - start.year) * 12 + end.month - start.month
            return self.rate * (30 * months + min(end.day, 30) - min(start.day, 30)) / 360
        return self.rate * self.days(start, end)

    @property
    def penalty_year(self) -> int:
        return 365 if self.day_count in ("ACT/365", "ACT/ACT") else 360


def cents(text: str) -> int:
    return int(Fraction(text) * 100)


def leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


@dataclass
class Row:
    """One instalment: what it asks for and what was paid of it, by component."""

    no: int
    start: date
    due: date
    factor: Fraction
    ask: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COMPONENTS, 0))
    paid: list[tuple[date, str, int]] = field(default_factory=list)
    charges: list[tuple[date, str, int]] = field(default_factory=list)
    extra: int = 0
    """Principal prepaid beside the plan."""
    borne: int = 0
    """Interest of its own period, whichever row asks for it."""
    level: int = 0
    kept: int | None = None
    early: int = 0
    """What was paid before the due date of the instalment it was paid into."""

    def paid_of(self, component: str, until: date | None = None) -> int:
        return sum(part for on, name, part in self.paid if name == component and (until is None or on <= until))

    def owed(self, component: str) -> int:
        return self.ask[component] - self.paid_of(component)

    @property
    def outstanding(self) -> int:
        return sum(map(self.owed, COMPONENTS))


def level_of(balance: int, factors: list[Fraction]) -> Fraction:
    """P·Π(1+fᵢ) ÷ Σ of the tails of that product, unrounded."""
    product, tails = Fraction(1), Fraction(0)
    for factor in reversed(factors):
        tails += product
        product *= 1 + factor
    return balance * product / tails


def to_multiple(terms: Terms, amount: Fraction) -> int:
    """`amount` rounded straight to the multiple; where that gives zero the multiple is ignored."""
    return terms.r(amount / terms.multiple) * terms.multiple or terms.r(amount)


def rows_at(terms: Terms, balance: int, level: int, factors: list[Fraction]) -> list[tuple[int, int]]:
    """Principal and interest of level rows; none is negative, the last pays the balance."""
    rows = []
    for k, factor in enumerate(factors):
        interest = terms.r(balance * factor)
        principal = balance if k == len(factors) - 1 else min(max(level - interest, 0), balance)
        rows.append((principal, interest))
        balance -= principal
    return rows


def level_rows(terms: Terms, balance: int, factors: list[Fraction]) -> tuple[int, list[tuple[int, int]]]:
    """The level instalment, levelled if the terms ask for it, and its rows."""
    level = to_multiple(terms, level_of(balance, factors))

    def difference(at: int) -> int:
        return sum(rows_at(terms, balance, at, factors)[-1]) - at

    for _time in range(3 if terms.level_last else 0):
        if abs(difference(level)) <= Fraction(len(factors), 2):
            break
        moved = to_multiple(terms, Fraction(level + terms.r(Fraction(difference(level), len(factors)))))
        if abs(difference(moved)) >= abs(difference(level)):
            break
        level = moved
    return level, rows_at(terms, balance, level, factors)


def parts(terms: Terms, amount: int, count: int) -> list[int]:
    """R(amount ÷ count) a row, never more than is left; the last takes the rest."""
    each, rows = terms.r(Fraction(amount, count)), []
    for k in range(count):
        rows.append(amount if k == count - 1 else min(each, amount))
        amount -= rows[-1]
    return rows


def interest_on(terms: Terms, balance: int, principals: list[int], factors: list[Fraction]) -> list[int]:
    """R(balance × factor) a row."""
    interests = []
    for principal, factor in zip(principals, factors, strict=True):
        interests.append(terms.r(balance * factor))
        balance -= principal
    return interests


def planned(
    terms: Terms, balance: int, factors: list[Fraction], level_by: list[Fraction], grace: int
) -> tuple[int, list[int], list[int]]:
    """Level instalment, principal and interest of each row; `level_by` are the factors that find the level rows."""
    count = len(factors)
    grace = min(grace, count - 1)
    match terms.method:
        case "EQUAL_INSTALMENT":
            level, rows = level_rows(terms, balance, level_by[grace:])
            principals = [0] * grace + [row[0] for row in rows]
            return level, principals, interest_on(terms, balance, principals, factors)
        case "EQUAL_PRINCIPAL":
            principals = [0] * grace + parts(terms, balance, count - grace)
            return 0, principals, interest_on(terms, balance, principals, factors)
        case "EQUAL_PRINCIPAL_AND_INTEREST":
            principals = [0] * grace + parts(terms, balance, count - grace)
            return 0, principals, parts(terms, terms.r(balance * sum(factors, Fraction(0))), count)
    return 0, [0] * (count - 1) + [balance], [terms.r(balance * factor) for factor in factors]


def plan(terms: Terms, balance: int) -> list[Row]:
    """The rows as they open."""
    periods = terms.periods()
    factors = [terms.factor(start, due, whole=whole) for start, due, whole in periods]
    level_by = list(factors)
    if not terms.daily and not periods[0][2]:
        level_by[0] = terms.factor(periods[0][0], periods[0][1], whole=True)
    level, principals, interests = planned(terms, balance, factors, level_by, terms.principal_grace)
    grace = terms.interest_grace
    asked = [0] * grace + [sum(interests[: grace + 1]), *interests[grace + 1 :]]
    rows = []
    for k, (start, due, whole) in enumerate(periods):
        row = Row(k + 1, start, due, factors[k])
        row.ask["principal"], row.ask["interest"] = principals[k], asked[k]
        row.borne = interests[k]
        row.level = level if whole else principals[k] + asked[k]
        rows.append(row)
    return rows
