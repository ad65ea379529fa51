"""From a case as JSON to a `Case`: terms and actions, or every mistake found."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, TypeAlias, TypeVar

import attrs

from lending.kernel.calendar import DueDateRule
from lending.kernel.day_count import DayCount
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.money import CNY, CURRENCIES, Currency, Money, an_amount
from lending.kernel.periods import Period, PeriodUnit
from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding
from lending.loans.choices import (
    Accrual,
    AllocationBy,
    ClearanceMeans,
    Component,
    Excess,
    FirstPeriod,
    InterestOn,
    Method,
    PrepaymentEffect,
)
from lending.loans.facts import PairedPayment
from lending.loans.terms import (
    COMPONENT_ORDER,
    GRACE_DAYS_MAX,
    INSTALMENTS_MAX,
    NON_ACCRUAL_DAYS_MAX,
    Allocation,
    Grace,
    Interest,
    LoanTerms,
    Multiple,
    NonAccrual,
    Penalty,
)
from lending.products.charges import Fees
from lending.products.late import A_MULTIPLE
from lending.products.lease import DepositAtEnd, Lease, LeaseKind
from lending.products.rates import ReferenceRates
from lending_entrypoints.replay.agreements import paired_payment, prepayment_rules
from lending_entrypoints.replay.published import (
    Opening,
    calendar_of,
    first_payout,
    first_rate,
    floating_of,
    rate,
    rates_of,
    shipped_calendar,
)
from lending_entrypoints.replay.reading import (
    REQUIRED,
    Form,
    Spoken,
    choice,
    day,
    decimal,
    flag,
    listed,
    one_of,
    text,
    whole,
    wrong,
)

__all__ = ["Action", "Case", "case_name", "parse_case"]

T = TypeVar("T")

ACTIONS_MAX = 100_000

METHOD = choice(Method)
PERIOD_UNIT = choice(PeriodUnit)
LEASE_KIND = choice(LeaseKind)
DEPOSIT_AT_END = choice(DepositAtEnd)
FIRST_PERIOD = choice(FirstPeriod)
ACCRUAL = choice(Accrual)
DAY_COUNT = choice(DayCount)
INTEREST_ON = choice(InterestOn)
ROUNDING = choice(Rounding)
COMPONENT = choice(Component)
ALLOCATION_BY = choice(AllocationBy)
EXCESS = choice(Excess)
EFFECT = choice(PrepaymentEffect)
HOLIDAY = choice(DueDateRule)


@attrs.frozen(kw_only=True)
class Action:
    """One action of a case; `index` is its place in the list, from 0. What an action has no key for is None."""

    index: int
    on: date
    do: str
    amount: Money | None = None
    effect: PrepaymentEffect | None = None
    component: Component | None = None
    due: date | None = None
    rate: Rate | None = None
    new_maturity: date | None = None
    action: int | None = None
    order: tuple[Component, ...] = ()
    day: int | None = None
    instalment: int | None = None
    instalments: int | None = None
    means: ClearanceMeans | None = None
    for_payment: PairedPayment | None = None
    reason: str = ""
    reference: str = ""


@attrs.frozen(kw_only=True)
class Case:
    """One loan to replay: what it is called, its terms, its actions in the order given, and the date to state it at."""

    id: str
    terms: LoanTerms
    actions: tuple[Action, ...]
    as_of: date
    published: ReferenceRates | None = None
    """The rates that a floating loan follows."""


def parse_case(document: Any) -> Case:
    """The case that a JSON value describes; raises `InvalidInput` with every mistake."""
    problems: list[Violation] = []
    form = Form(document, "", problems)
    name = form.take("id", text, "")
    currency = form.take("currency", _currency, CNY)
    published = form.take("publications", lambda value: rates_of(value, problems), None)
    calendar = form.take("calendar", lambda value: calendar_of(value, problems), None)
    opening = Opening(currency, calendar, published, first_payout(document))
    terms = _terms(form.form("terms", required=True), opening)
    actions = form.take("actions", lambda value: _actions(value, currency, problems))
    as_of = form.take("as_of", day, None)
    form.close()
    if problems:
        raise InvalidInput(problems)
    assert terms is not None, "nothing was wrong"
    last = max(action.on for action in actions)
    return Case(id=name, terms=_starting(terms, actions), actions=actions, as_of=as_of or last, published=published)


def _starting(terms: LoanTerms, actions: Iterable[Action]) -> LoanTerms:
    """The terms with their start, which is the date of the first payout where they name none."""
    payouts = [action.on for action in actions if action.do == "DISBURSE"]
    try:
        return terms.starting(min(payouts)) if payouts else terms
    except InvalidInput as mistake:
        raise mistake.under("terms") from None


def case_name(document: Any) -> str:
    """The case's `id` as far as it can be read: a bad case is still called by its name."""
    return Form(document, "", []).take("id", text, "") or ""


def _currency(value: Any) -> Currency:
    if not isinstance(value, str) or value not in CURRENCIES:
        raise wrong(value, f"an ISO 4217 code: {', '.join(sorted(CURRENCIES))}")
    return CURRENCIES[value]


def _terms(form: Form, opening: Opening) -> LoanTerms | None:
    currency = opening.currency
    money = _money(currency)
    start, floating = form.take("start", _or_null(day), None), floating_of(form)
    values: dict[str, Any] = {
        "principal": form.take("principal", money),
        "rate": first_rate(form, floating, start, opening),
        "method": form.take("method", METHOD),
        "instalments": form.take("instalments", whole(1, INSTALMENTS_MAX)),
        "period": _period(form.form("period")),
        "start": start,
        "first_due": form.take("first_due", _or_null(day), None),
        "due_day": form.take("due_day", _or_null(whole(1, 31)), None),
        "first_period": form.take("first_period", FIRST_PERIOD, FirstPeriod.NOMINAL),
        "interest": _interest(form.form("interest")),
        "rounding": form.take("rounding", ROUNDING, Rounding.HALF_UP),
        "instalment_multiple": form.take("instalment_multiple", _or_null(money), None),
        "instalment_rounding": form.take("instalment_rounding", _or_null(ROUNDING), None),
        "level_last_instalment": form.take("level_last_instalment", flag, default=False),
        "grace": _grace(form.form("grace")),
        "penalty": _penalty(form) if form.has("penalty") else None,
        "non_accrual": _non_accrual(form.form("non_accrual")),
        "allocation": _allocation(form.form("allocation")),
        "fees": _fees(form, money),
        "cap": form.take("cap", _or_null(rate), None),
        "on_prepayment": form.take("on_prepayment", EFFECT, PrepaymentEffect.KEEP_INSTALMENT),
        "prepayment": prepayment_rules(form.form("prepayment"), money),
        "floating": floating,
        "holiday": form.take("holiday", HOLIDAY, DueDateRule.NONE),
        "past_due_tolerance": form.take("past_due_tolerance", _or_null(money), None),
        "lease": _lease(form.form("lease"), money) if form.has("lease") else None,
    }
    form.close()
    if values["holiday"] not in (None, DueDateRule.NONE):
        values["calendar"] = opening.calendar or shipped_calendar()
    return _built(form, lambda: LoanTerms(**values)) if currency is not None and form.sound else None


def _money(currency: Currency | None) -> Callable[[Any], Money | None]:
    """Reads amounts in `currency`; where it is itself at fault, nothing more than that they are text is asked."""
    if currency is None:
        return lambda value: decimal(value, lambda _written: None, "an amount")
    known = currency
    expected = an_amount(known)
    return lambda value: decimal(value, lambda written: Money.parse(written, known), expected)


def _or_null(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _period(form: Form) -> Period | None:
    every = form.take("every", whole(1, INSTALMENTS_MAX), 1)
    unit = form.take("unit", PERIOD_UNIT, PeriodUnit.MONTH)
    form.close()
    return Period(every, unit) if form.sound else None


def _interest(form: Form) -> Interest | None:
    accrual = form.take("accrual", ACCRUAL, Accrual.PER_PERIOD)
    day_count = form.take("day_count", DAY_COUNT, DayCount.ACT_360)
    on = form.take("on", INTEREST_ON, InterestOn.SCHEDULED_BALANCE)
    form.close()
    return Interest(accrual, day_count, on) if form.sound else None


def _grace(form: Form) -> Grace | None:
    values: dict[str, Any] = {
        "principal_periods": form.take("principal_periods", whole(0, INSTALMENTS_MAX), 0),
        "interest_periods": form.take("interest_periods", whole(0, INSTALMENTS_MAX), 0),
        "days": form.take("days", whole(0, GRACE_DAYS_MAX), 0),
        "retroactive": form.take("retroactive", flag, default=True),
    }
    form.close()
    return Grace(**values) if form.sound else None


def _lease(form: Form, money: Callable[[Any], Money | None]) -> Lease | None:
    values: dict[str, Any] = {
        "kind": form.take("kind", LEASE_KIND),
        "deposit": form.take("deposit", _or_null(money), None),
        "deposit_at_end": form.take("deposit_at_end", DEPOSIT_AT_END, DepositAtEnd.SET_OFF),
        "vehicle_price": form.take("vehicle_price", _or_null(money), None),
        "down_payment": form.take("down_payment", _or_null(money), None),
    }
    form.close()
    return Lease(**values) if form.sound else None


def _penalty(terms: Form) -> Penalty | None:
    form = terms.form("penalty")
    multiple = form.take("multiple", lambda value: decimal(value, Multiple.parse, A_MULTIPLE))
    compound = form.take("compound", flag, default=False)
    misuse = form.take("misuse_multiple", _or_null(lambda value: decimal(value, Multiple.parse, A_MULTIPLE)), None)
    form.close()
    return _built(form, lambda: Penalty(multiple, compound, misuse)) if form.sound else None


def _non_accrual(form: Form) -> NonAccrual | None:
    days = form.take("days", whole(1, NON_ACCRUAL_DAYS_MAX), 90)
    cure = form.take("cure_instalments", whole(0, INSTALMENTS_MAX), 0)
    form.close()
    return NonAccrual(days, cure) if form.sound else None


def _fees(terms: Form, money: Callable[[Any], Money | None]) -> Fees | None:
    form = terms.form("fees")
    values = {name: form.take(name, _or_null(money), None) for name in ("at_start", "each_instalment")}
    form.close()
    return _built(terms, lambda: Fees(**values)) if form.sound else None


def _built(form: Form, make: Callable[[], T]) -> T | None:
    """What `make` makes of values read from `form`, or the mistake in their sum."""
    try:
        return make()
    except InvalidInput as mistake:
        form.problem(mistake)
        return None


def _allocation(form: Form) -> Allocation | None:
    order = form.take("order", _order, COMPONENT_ORDER)
    suspended = form.take("non_accrual_order", _order, ())
    by = form.take("by", ALLOCATION_BY, AllocationBy.INSTALMENT)
    excess = form.take("excess", EXCESS, Excess.HOLD)
    form.close()
    return Allocation(order, by, excess, suspended) if form.sound else None


def _order(value: Any) -> tuple[Component, ...]:
    components = []
    for place, item in enumerate(listed(value)):
        try:
            components.append(COMPONENT(item))
        except InvalidInput as mistake:
            raise mistake.under(f"[{place}]") from None
    if len(set(components)) != len(components):
        raise wrong(Spoken(", ".join(component.value for component in components)), "each component at most once")
    return tuple(components)


Keys: TypeAlias = dict[str, tuple[Callable[[Any], Any], Any]]
"""Keys of an action: how each is read, and its default."""


def _keys_of_actions(currency: Currency | None) -> dict[str, Keys]:
    """The keys that each action has besides `on` and `do`."""
    money = _money(currency)
    amount: Keys = {"amount": (money, REQUIRED)}
    component: Keys = {"component": (COMPONENT, REQUIRED)}
    return {
        "DISBURSE": amount,
        "REPAY": {**amount, "order": (_order, ())},
        "SETTLE": {},
        "PREPAY": {**amount, "effect": (EFFECT, None)},
        "CHARGE": {**amount, **component, "due": (day, REQUIRED)},
        "CHANGE_RATE": {"annual_rate": (rate, REQUIRED)},
        "EXTEND": {"new_maturity": (day, REQUIRED), "annual_rate": (_or_null(rate), None)},
        "CHANGE_DUE_DAY": {"day": (whole(1, 31), REQUIRED)},
        "CHANGE_TERM": {"instalments": (whole(1, INSTALMENTS_MAX), REQUIRED)},
        "WAIVE": {**amount, **component, "for_payment": (paired_payment(money), None)},
        "ADJUST": {
            **amount,
            **component,
            "instalment": (whole(1, INSTALMENTS_MAX), REQUIRED),
            "reason": (text, ""),
            "reference": (text, ""),
        },
        "REVERSE": {"action": (whole(0, ACTIONS_MAX), REQUIRED)},
        "MISUSE": {},
        "CURE_MISUSE": {},
        "RECALL": {},
        "CANCEL": {},
        "IMPAIR": {"reason": (text, "")},
        "REFUND": {**amount, "action": (whole(0, ACTIONS_MAX), REQUIRED)},
        "CLEAR": {**amount, "means": (choice(ClearanceMeans), REQUIRED)},
        "RECEIVE_DEPOSIT": amount,
        "SET_OFF_DEPOSIT": {"amount": (_or_null(_money(currency)), None)},
        "RETURN_DEPOSIT": {"amount": (_or_null(_money(currency)), None)},
        "WRITE_OFF": {},
        "RECOVER": amount,
        "CLOSE_DAY": {},
    }


def _actions(value: Any, currency: Currency | None, problems: list[Violation]) -> tuple[Action, ...]:
    items = listed(value)
    if not items:
        raise wrong(Spoken("an empty list"), "at least one action")
    if len(items) > ACTIONS_MAX:
        raise wrong(Spoken(f"{len(items)} actions"), f"at most {ACTIONS_MAX} actions")
    keys = _keys_of_actions(currency)
    actions = (_action(index, item, keys, problems) for index, item in enumerate(items))
    return tuple(action for action in actions if action is not None)


def _action(index: int, item: Any, keys: dict[str, Keys], problems: list[Violation]) -> Action | None:
    form = Form(item, f"actions[{index}]", problems)
    on = form.take("on", day)
    do = form.take("do", one_of(keys))
    if do is None:
        return None
    values = {key: form.take(key, read, default) for key, (read, default) in keys[do].items()}
    form.close()
    if not form.sound:
        return None
    values["rate"] = values.pop("annual_rate", None)
    return Action(index=index, on=on, do=do, **values)
