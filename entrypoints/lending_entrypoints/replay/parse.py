"""From a case's JSON text to a `Case`: terms and actions, or every mistake found."""

from collections.abc import Callable
from datetime import date
from typing import Any

import attrs

from lending.kernel.day_count import DayCount
from lending.kernel.invalid import InvalidInput, Violation
from lending.kernel.money import CNY, CURRENCIES, CURRENCY_EXPONENTS, Currency, Money
from lending.kernel.periods import Period, PeriodUnit
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
from lending.loans.terms import COMPONENT_ORDER, Allocation, Grace, Interest, LoanTerms, Multiple, Penalty
from lending_entrypoints.replay.reading import (
    REQUIRED,
    Form,
    Spoken,
    choice,
    day,
    decimal,
    described,
    flag,
    json_of,
    listed,
    text,
    whole,
    wrong,
)

__all__ = ["Action", "Case", "parse_case"]

ACTIONS_MAX = 100_000
COUNT_MAX = 1200


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


@attrs.frozen(kw_only=True)
class Case:
    """One loan to replay: what it is called, its terms, its actions in the order given, and the date to state it at."""

    id: str
    terms: LoanTerms
    actions: tuple[Action, ...]
    as_of: date


def parse_case(source: str) -> Case:
    """The case that `source` describes; raises `InvalidInput` with every mistake."""
    document = json_of(source)
    problems: list[Violation] = []
    form = Form(document, "", problems)
    name = form.take("id", text, "")
    currency = form.take("currency", _currency, CNY) or CNY
    terms = _terms(form.form("terms"), currency) if _present(form, "terms") else None
    actions = form.take("actions", lambda value: _actions(value, currency, problems))
    as_of = form.take("as_of", day, None)
    form.close()
    if problems or terms is None or not actions:
        raise InvalidInput(problems)
    return Case(id=name, terms=terms, actions=actions, as_of=as_of or max(action.on for action in actions))


def case_name(source: str) -> str:
    """The case's `id` as far as it can be read: a bad case is still called by its name."""
    try:
        document = json_of(source)
    except InvalidInput:
        return ""
    name = document.get("id", "") if isinstance(document, dict) else ""
    return name if isinstance(name, str) else ""


def _present(form: Form, key: str) -> bool:
    form.take(key, lambda value: value)
    return key in form.value


def _currency(value: Any) -> Currency:
    if not isinstance(value, str) or value not in CURRENCY_EXPONENTS:
        raise wrong(value, f"an ISO 4217 code: {', '.join(sorted(CURRENCY_EXPONENTS))}")
    return CURRENCIES[value]


def _terms(form: Form, currency: Currency) -> LoanTerms | None:
    known = len(form.problems)
    money = _money(currency)
    values: dict[str, Any] = {
        "principal": form.take("principal", money),
        "rate": form.take("annual_rate", _rate),
        "method": form.take("method", choice(Method)),
        "instalments": form.take("instalments", whole(1, COUNT_MAX)),
        "period": _period(form.form("period")),
        "start": form.take("start", _or_null(day), None),
        "first_due": form.take("first_due", _or_null(day), None),
        "first_period": form.take("first_period", choice(FirstPeriod), FirstPeriod.NOMINAL),
        "interest": _interest(form.form("interest")),
        "rounding": form.take("rounding", choice(Rounding), Rounding.HALF_UP),
        "instalment_multiple": form.take("instalment_multiple", _or_null(money), None),
        "instalment_rounding": form.take("instalment_rounding", _or_null(choice(Rounding)), None),
        "level_last_instalment": form.take("level_last_instalment", flag, default=False),
        "grace": _grace(form.form("grace")),
        "penalty": _penalty(form),
        "allocation": _allocation(form.form("allocation")),
        "on_prepayment": form.take("on_prepayment", choice(PrepaymentEffect), PrepaymentEffect.KEEP_INSTALMENT),
    }
    form.close()
    if len(form.problems) > known:
        return None
    try:
        return LoanTerms(**values)
    except InvalidInput as mistake:
        form.problem(mistake)
        return None


def _money(currency: Currency) -> Callable[[Any], Money]:
    example = "1100" if not currency.exponent else f"1100.{'16'.ljust(currency.exponent, '0')}"
    return lambda value: decimal(value, lambda written: Money.parse(written, currency), example)


def _rate(value: Any) -> Rate:
    return decimal(value, Rate.parse, "0.18")


def _or_null(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


def _period(form: Form) -> Period | None:
    every = form.take("every", whole(1, COUNT_MAX), 1)
    unit = form.take("unit", choice(PeriodUnit), PeriodUnit.MONTH)
    form.close()
    return Period(every, unit) if every and unit else None


def _interest(form: Form) -> Interest:
    made = Interest(
        form.take("accrual", choice(Accrual), Accrual.PER_PERIOD),
        form.take("day_count", choice(DayCount), DayCount.ACT_360),
        form.take("on", choice(InterestOn), InterestOn.SCHEDULED_BALANCE),
    )
    form.close()
    return made


def _grace(form: Form) -> Grace | None:
    values: dict[str, Any] = {
        "principal_periods": form.take("principal_periods", whole(0, COUNT_MAX), 0),
        "interest_periods": form.take("interest_periods", whole(0, COUNT_MAX), 0),
        "days": form.take("days", whole(0, 366), 0),
        "retroactive": form.take("retroactive", flag, default=True),
    }
    form.close()
    return None if None in values.values() else Grace(**values)


def _penalty(terms: Form) -> Penalty | None:
    if terms.value.get("penalty") is None:
        terms.taken.add("penalty")
        return None
    form = terms.form("penalty")
    multiple = form.take("multiple", lambda value: decimal(value, Multiple.parse, "1.5"))
    compound = form.take("compound", flag, default=False)
    form.close()
    return Penalty(multiple, compound) if multiple is not None and compound is not None else None


def _allocation(form: Form) -> Allocation | None:
    order = form.take("order", _order, COMPONENT_ORDER)
    by = form.take("by", choice(AllocationBy), AllocationBy.INSTALMENT)
    excess = form.take("excess", choice(Excess), Excess.HOLD)
    form.close()
    return Allocation(order, by, excess) if order is not None and by and excess else None


def _order(value: Any) -> tuple[Component, ...]:
    components = []
    for place, item in enumerate(listed(value)):
        try:
            components.append(choice(Component)(item))
        except InvalidInput as mistake:
            raise mistake.under(f"[{place}]") from None
    if len(set(components)) != len(components):
        raise wrong(Spoken(", ".join(component.value for component in components)), "each component at most once")
    return tuple(components)


Read = dict[str, tuple[Callable[[Any], Any], Any]]


def _keys_of(do: str, currency: Currency) -> Read:
    """The keys an action has besides `on` and `do`: how each is read, and its default."""
    amount: Read = {"amount": (_money(currency), REQUIRED)}
    keys: dict[str, Read] = {
        "DISBURSE": amount,
        "REPAY": amount,
        "SETTLE": {},
        "PREPAY": {**amount, "effect": (choice(PrepaymentEffect), None)},
        "CHARGE": {**amount, "component": (choice(Component), REQUIRED), "due": (day, REQUIRED)},
        "CHANGE_RATE": {"annual_rate": (_rate, REQUIRED)},
        "EXTEND": {"new_maturity": (day, REQUIRED), "annual_rate": (_or_null(_rate), None)},
        "WAIVE": {**amount, "component": (choice(Component), REQUIRED)},
        "REVERSE": {"action": (whole(0, ACTIONS_MAX), REQUIRED)},
        "RECALL": {},
        "REFUND": {**amount, "action": (whole(0, ACTIONS_MAX), REQUIRED)},
        "WRITE_OFF": {},
        "RECOVER": amount,
        "CLOSE_DAY": {},
    }
    if do not in keys:
        raise wrong(do, f"one of {', '.join(keys)}")
    return keys[do]


def _actions(value: Any, currency: Currency, problems: list[Violation]) -> tuple[Action, ...]:
    items = listed(value)
    if not items:
        raise wrong(Spoken("an empty list"), "at least one action")
    if len(items) > ACTIONS_MAX:
        raise wrong(Spoken(f"{len(items)} actions"), f"at most {ACTIONS_MAX} actions")
    known = len(problems)
    actions = [_action(index, item, currency, problems) for index, item in enumerate(items)]
    return () if len(problems) > known else tuple(action for action in actions if action is not None)


def _action(index: int, item: Any, currency: Currency, problems: list[Violation]) -> Action | None:
    known = len(problems)
    form = Form(item, f"actions[{index}]", problems)
    on = form.take("on", day)
    do = form.take("do", lambda value: _named(value, currency))
    if do is None:
        return None
    values = {key: form.take(key, read, default) for key, (read, default) in _keys_of(do, currency).items()}
    form.close()
    if len(problems) > known:
        return None
    values["rate"] = values.pop("annual_rate", None)
    return Action(index=index, on=on, do=do, **values)


def _named(value: Any, currency: Currency) -> str:
    _keys_of(value if isinstance(value, str) else described(value), currency)
    return str(value)
