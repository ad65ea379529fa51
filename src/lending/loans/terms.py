"""`LoanTerms`: everything a contract fixes that a loan's plan and its course depend on.

The names are those of the replay contract's `terms`. A value that cannot be planned cannot be built.
"""

from datetime import date
from typing import Any

import attrs

from lending.kernel.calendar import DueDateRule, WorkCalendar, adjusted_due
from lending.kernel.day_count import DayCount
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure
from lending.kernel.periods import Period, PeriodUnit, month_length
from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.choices import (
    Accrual,
    AllocationBy,
    Component,
    Excess,
    FirstPeriod,
    InterestOn,
    Method,
    PrepaymentEffect,
)
from lending.products.charges import NO_FEES, Fees
from lending.products.late import GRACE_DAYS_MAX, MULTIPLE_SCALE, Multiple, Penalty
from lending.products.lease import Lease
from lending.products.prepayment import PrepaymentRules
from lending.products.rates import Floating

__all__ = [
    "COMPONENT_ORDER",
    "GRACE_DAYS_MAX",
    "MULTIPLE_SCALE",
    "Allocation",
    "Grace",
    "Interest",
    "LoanTerms",
    "Multiple",
    "NonAccrual",
    "Penalty",
    "completed",
]

INSTALMENTS_MAX = 1200
NON_ACCRUAL_DAYS_MAX = 3660
COMPONENT_ORDER = (
    Component.FEE,
    Component.PENALTY,
    Component.COMPOUND,
    Component.INTEREST,
    Component.PRINCIPAL,
)
"""费-罚-复-息-本, the usual order (F15)."""


def whole(field: str, least: int, most: int) -> Any:
    """A validator: an `int` from `least` to `most`, named `field` in what it raises."""

    def check(_instance: object, _attribute: object, value: int) -> None:
        if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
            raise InvalidValue(field, value, f"a whole number from {least} to {most}")

    return check


@attrs.frozen
class Interest:
    """How interest is reckoned."""

    accrual: Accrual = Accrual.PER_PERIOD
    day_count: DayCount = DayCount.ACT_360
    on: InterestOn = InterestOn.SCHEDULED_BALANCE


@attrs.frozen
class Grace:
    """Grace (宽限): first periods without principal or interest due, and days before penalty (F11)."""

    principal_periods: int = attrs.field(default=0, validator=whole("grace.principal_periods", 0, INSTALMENTS_MAX))
    interest_periods: int = attrs.field(default=0, validator=whole("grace.interest_periods", 0, INSTALMENTS_MAX))
    days: int = attrs.field(default=0, validator=whole("grace.days", 0, GRACE_DAYS_MAX))
    retroactive: bool = True
    """Whether penalty, once grace has passed unpaid, counts from the due date (回溯)."""


@attrs.frozen
class NonAccrual:
    """When a loan stops accruing (非应计, 3.6) and what brings it back.

    It stops when more than `days` past due, or judged impaired. It accrues again when all arrears are paid and
    `cure_instalments` further instalments have been paid on time; after a judgement at least one.
    """

    days: int = attrs.field(default=90, validator=whole("non_accrual.days", 1, NON_ACCRUAL_DAYS_MAX))
    cure_instalments: int = attrs.field(default=0, validator=whole("non_accrual.cure_instalments", 0, INSTALMENTS_MAX))


def _components(_instance: object, attribute: "attrs.Attribute[Any]", order: tuple[Component, ...]) -> None:
    if len(set(order)) != len(order):
        field = f"allocation.{attribute.name}"
        raise InvalidValue(field, [item.value for item in order], "each component at most once")


def completed(order: tuple[Component, ...]) -> tuple[Component, ...]:
    """Every component: those listed, then those left out in the usual order."""
    return order + tuple(item for item in COMPONENT_ORDER if item not in order)


@attrs.frozen
class Allocation:
    """How a payment is allocated (F15). Components left out of an order come after those listed."""

    order: tuple[Component, ...] = attrs.field(default=COMPONENT_ORDER, validator=_components)
    by: AllocationBy = AllocationBy.INSTALMENT
    excess: Excess = Excess.HOLD
    non_accrual_order: tuple[Component, ...] = attrs.field(default=(), validator=_components)
    """While the loan is non-accrual: all instalments' first component, then the next (本-息). Empty: as always."""

    @property
    def full_order(self) -> tuple[Component, ...]:
        """Every component, those left out last."""
        return completed(self.order)


@attrs.frozen(kw_only=True, cache_hash=True)
class LoanTerms:
    """The terms of one loan.

    `principal` is the contract amount, `rate` nominal a year. `start` is the first day that bears
    interest (the first payout's date where None). `first_due` where given sets the day the later due dates keep,
    unless `due_day` does: first due on 29 February of a loan due on day 31, the next is 31 March (F19).
    `instalment_multiple` rounds the level instalment to multiples of this amount.
    """

    principal: Money
    rate: Rate
    method: Method
    instalments: int = attrs.field(validator=whole("instalments", 1, INSTALMENTS_MAX))
    period: Period = Period()
    start: date | None = None
    first_due: date | None = None
    due_day: int | None = attrs.field(default=None, validator=attrs.validators.optional(whole("due_day", 1, 31)))
    first_period: FirstPeriod = FirstPeriod.NOMINAL
    interest: Interest = Interest()
    rounding: Rounding = Rounding.HALF_UP
    instalment_multiple: Money | None = None
    instalment_rounding: Rounding | None = None
    """How the level instalment itself is rounded, where not by `rounding`."""
    level_last_instalment: bool = False
    grace: Grace = Grace()
    penalty: Penalty | None = None
    non_accrual: NonAccrual = NonAccrual()
    allocation: Allocation = Allocation()
    on_prepayment: PrepaymentEffect = PrepaymentEffect.KEEP_INSTALMENT
    prepayment: PrepaymentRules = PrepaymentRules()
    """What repaying early is bound by and costs (F12)."""
    fees: Fees = NO_FEES
    """Fees agreed with the loan, charged as the account opens: at the start, and with each instalment."""
    cap: Rate | None = None
    """The most that everything charged together may cost a year of the principal used (F18)."""
    floating: Floating | None = None
    """What the rate follows (F9): `rate` is then the first one only. None: the rate is fixed (R11)."""
    holiday: DueDateRule = DueDateRule.NONE
    """What becomes of a due date on a holiday (F19)."""
    past_due_tolerance: Money | None = None
    """Less than this past due, principal and interest together, makes no loan overdue (§7); it bears penalty."""
    calendar: WorkCalendar = WorkCalendar()
    """The years of workdays that were known when the loan was opened; `CalendarYearKnown` facts add others."""
    lease: Lease | None = None
    """What makes the loan a finance lease (R94); None: it is none."""

    def __attrs_post_init__(self) -> None:
        for check in CHECKS:
            check(self)

    @property
    def currency(self) -> Currency:
        """The currency of every amount of the loan."""
        return self.principal.currency

    @property
    def on_actual_balance(self) -> bool:
        """Whether interest follows the balance truly owed."""
        return self.interest.on is InterestOn.ACTUAL_BALANCE

    @property
    def tolerated(self) -> int:
        """What is past due counts from this many minor units on."""
        return self.past_due_tolerance.minor if self.past_due_tolerance else 0

    @property
    def follows_publications(self) -> bool:
        """Whether what is published while the loan runs has a part in it."""
        return self.floating is not None or self.heeds_holidays

    @property
    def heeds_holidays(self) -> bool:
        """Whether a holiday changes when something must be paid."""
        return self.holiday is not DueDateRule.NONE

    @property
    def moves_due_dates(self) -> bool:
        """Whether a holiday moves the due date itself, and interest with it."""
        return self.holiday is DueDateRule.NEXT_ACCRUE

    def pay_by(self, due: date) -> date | None:
        """The last day on which what is due on `due` is paid in time; None where its year is not published."""
        adjusted = adjusted_due(due, self.holiday, self.calendar)
        return None if isinstance(adjusted, Failure) else adjusted.unwrap()

    @property
    def level_rents(self) -> bool:
        """Whether the last rent of a direct lease is level too: what rounding leaves is then part of its interest."""
        direct = self.lease is not None and self.lease.is_direct
        return direct and self.method is Method.EQUAL_INSTALMENT and self.instalment_multiple is None

    def starting(self, day: date) -> "LoanTerms":
        """The same terms with `start` fixed: as written, else `day`, the first payout's date."""
        return self if self.start is not None else attrs.evolve(self, start=day)


def _principal_positive(terms: LoanTerms) -> None:
    if terms.principal.minor <= 0:
        raise InvalidValue("principal", terms.principal.text, "an amount greater than zero")


def _one_currency(terms: LoanTerms) -> None:
    for field in ("instalment_multiple", "past_due_tolerance"):
        amount: Money | None = getattr(terms, field)
        if amount is not None and amount.currency != terms.currency:
            raise InvalidValue(field, amount, f"an amount in {terms.currency}")
        if amount is not None and amount.minor <= 0:
            raise InvalidValue(field, amount.text, "an amount greater than zero, or none")


def _fees_leave_something(terms: LoanTerms) -> None:
    for fee in terms.fees.given:
        if fee.currency != terms.currency:
            raise InvalidValue("fees", fee, f"amounts in {terms.currency}")
    start = terms.fees.at_start
    if start is not None and start >= terms.principal:
        raise InvalidValue("fees.at_start", start.text, f"less than the principal, {terms.principal.text}")


def _grace_leaves_something(terms: LoanTerms) -> None:
    rows = 1 if terms.method is Method.BULLET else terms.instalments
    for field in ("principal_periods", "interest_periods"):
        periods = getattr(terms.grace, field)
        if periods and periods >= rows:
            raise InvalidValue(f"grace.{field}", periods, f"fewer than the {rows} instalments")


def _first_due_after_start(terms: LoanTerms) -> None:
    if terms.first_due is not None and terms.start is not None and terms.first_due <= terms.start:
        raise InvalidValue("first_due", terms.first_due, f"a date after the start, {terms.start}")


def _due_day_is_of_the_first(terms: LoanTerms) -> None:
    first = terms.first_due
    if terms.due_day is None:
        return
    if first is None or terms.period.unit is not PeriodUnit.MONTH:
        raise InvalidValue("due_day", terms.due_day, "none, but for months with a first due date")
    if first.day != min(terms.due_day, month_length(first.year, first.month)):
        raise InvalidValue("due_day", terms.due_day, f"the day of the first due date, {first}")


def _lease_fits(terms: LoanTerms) -> None:
    if terms.lease is None:
        return
    terms.lease.must_fit(terms.principal)
    if terms.lease.is_direct and terms.on_actual_balance:
        raise InvalidValue("interest.on", "ACTUAL_BALANCE", "SCHEDULED_BALANCE: the rents of a direct lease are fixed")


def _ends_within_a_century(terms: LoanTerms) -> None:
    months = {PeriodUnit.MONTH: 1200, PeriodUnit.WEEK: 5200, PeriodUnit.DAY: 36500}[terms.period.unit]
    if terms.period.every * terms.instalments > months:
        written = f"{terms.instalments} instalments every {terms.period.every} {terms.period.unit.value}"
        raise InvalidValue("instalments", written, "a term of at most 100 years")


def _flat_is_scheduled(terms: LoanTerms) -> None:
    if terms.method is Method.EQUAL_PRINCIPAL_AND_INTEREST and terms.on_actual_balance:
        raise InvalidValue(
            "interest.on", "ACTUAL_BALANCE", "SCHEDULED_BALANCE: flat interest does not follow the balance"
        )


def _prepayment_fits(terms: LoanTerms) -> None:
    least = terms.prepayment.amount_min
    if least is not None and least.currency != terms.currency:
        raise InvalidValue("prepayment.amount_min", least, f"an amount in {terms.currency}")


def _moved_interest_follows_days(terms: LoanTerms) -> None:
    if not terms.moves_due_dates:
        return
    if terms.method is Method.EQUAL_PRINCIPAL_AND_INTEREST:
        raise InvalidValue("holiday", "NEXT_ACCRUE", "NONE or NEXT: flat interest does not follow days")
    if terms.period.unit is not PeriodUnit.MONTH:
        raise InvalidValue("holiday", "NEXT_ACCRUE", "NONE or NEXT where instalments are days or weeks apart")


CHECKS = (
    _prepayment_fits,
    _principal_positive,
    _one_currency,
    _fees_leave_something,
    _grace_leaves_something,
    _first_due_after_start,
    _due_day_is_of_the_first,
    _flat_is_scheduled,
    _lease_fits,
    _ends_within_a_century,
    _moved_interest_follows_days,
)
