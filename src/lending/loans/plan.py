"""Repayment plans (还款计划): what each instalment asks for, for the five methods."""

from collections.abc import Callable
from datetime import date
from itertools import accumulate
from operator import sub
from typing import TypeAlias

import attrs

from lending.kernel.rates import Rate
from lending.kernel.rounding import Rounding, divide
from lending.loans.choices import Method
from lending.loans.factors import Calendar, Factor, calendar_of, factors_of, regular_factors
from lending.loans.level import level_instalment, level_rows, levelled
from lending.loans.terms import LoanTerms

__all__ = ["Amounts", "Plan", "PlanRow", "amounts_of", "levels", "levels_from", "plan_of"]

Factors: TypeAlias = tuple[Factor, ...]

PlanRow: TypeAlias = tuple[int, date, date, int, int, int, int]
"""no, start, due, principal, interest asked, interest borne by the period, principal left after it (minor units)."""


@attrs.frozen
class Amounts:
    """The amounts of a plan, row by row, in minor units.

    `interests` is what each period bears. `level` is the level instalment, or 0 for methods without one.
    """

    level: int
    principals: list[int]
    interests: list[int]


@attrs.frozen
class Ask:
    """What the methods compute from: a balance and the factors of the periods it is repaid over."""

    terms: LoanTerms
    balance: int
    factors: Factors
    regular: Factors
    grace: int
    """First rows without principal."""

    @property
    def multiple(self) -> int:
        """The level instalment's multiple in minor units."""
        chosen = self.terms.instalment_multiple
        return chosen.minor if chosen is not None else 1


def equal_instalment(ask: Ask) -> Amounts:
    """等额本息: rows of regular periods; one that is broken or moved differs in its interest only (F1, F7, F19).

    The last of the level rents of a direct lease takes what rounding leaves into its interest (C7).
    """
    find = levelled if ask.terms.level_last_instalment else level_instalment
    level_rounding = ask.terms.instalment_rounding or ask.terms.rounding
    level = find(ask.balance, ask.regular[ask.grace :], ask.terms.rounding, ask.multiple, level_rounding)
    principals, interests = levels(ask.terms, ask.balance, level, ask.factors, ask.regular, ask.grace)
    if ask.terms.level_rents and ask.factors[-1] == ask.regular[-1]:
        level_last(level, principals, interests)
    return Amounts(level, principals, interests)


def level_last(level: int, principals: list[int], interests: list[int]) -> None:
    """Let the last of several rents be level too, where it bears interest at all."""
    if len(interests) > 1 and interests[-1] and 0 < principals[-1] <= level:
        interests[-1] = level - principals[-1]


def levels(
    terms: LoanTerms, balance: int, level: int, factors: Factors, regular: Factors, grace: int = 0
) -> tuple[list[int], list[int]]:
    """Principal and interest of rows of `level`, found over `regular` periods; each bears interest by its own factor.

    In the first `grace` rows no principal falls due.
    """
    rounding = terms.rounding
    principals, interests = level_rows(balance, level, regular[grace:], rounding)
    before = [divide(balance * top, bottom, rounding) for top, bottom in regular[:grace]]
    principals, interests = [0] * grace + principals, before + interests
    if factors != regular:
        own = on_balance(balance, principals, factors, rounding)
        pairs = zip(interests, own, factors, regular, strict=True)
        interests = [bears if factor != even else planned for planned, bears, factor, even in pairs]
    return principals, interests


def levels_from(
    terms: LoanTerms, balance: int, level: int, factors: Factors, regular: Factors, running: int
) -> tuple[list[int], list[int]]:
    """Rows of `level` of which the first bears `running`, whatever its factor."""
    if len(factors) == 1:
        return [balance], [running]
    part = min(max(level - running, 0), balance)
    principals, interests = levels(terms, balance - part, level, factors[1:], regular[1:])
    return [part, *principals], [running, *interests]


def equal_principal(ask: Ask) -> Amounts:
    """等额本金: R(P ÷ n) a row, the last pays the balance; interest on the balance (F2)."""
    principals = [0] * ask.grace + even_parts(ask.balance, len(ask.factors) - ask.grace, ask.terms.rounding)
    return Amounts(0, principals, on_balance(ask.balance, principals, ask.factors, ask.terms.rounding))


def interest_first(ask: Ask) -> Amounts:
    """先息后本: interest each time, principal with the last (F3)."""
    principals = [0] * (len(ask.factors) - 1) + [ask.balance]
    return Amounts(0, principals, on_balance(ask.balance, principals, ask.factors, ask.terms.rounding))


def equal_principal_and_interest(ask: Ask) -> Amounts:
    """等本等息: total interest R(P × Σ factors) in level parts, the last the rest; principal likewise (F4)."""
    top, bottom = 0, 1
    for numerator, denominator in ask.factors:
        top, bottom = top * denominator + numerator * bottom, bottom * denominator
    rows, rounding = len(ask.factors), ask.terms.rounding
    principals = [0] * ask.grace + even_parts(ask.balance, rows - ask.grace, rounding)
    return Amounts(0, principals, even_parts(divide(ask.balance * top, bottom, rounding), rows, rounding))


METHODS: dict[Method, Callable[[Ask], Amounts]] = {
    Method.EQUAL_INSTALMENT: equal_instalment,
    Method.EQUAL_PRINCIPAL: equal_principal,
    Method.INTEREST_FIRST: interest_first,
    Method.EQUAL_PRINCIPAL_AND_INTEREST: equal_principal_and_interest,
    Method.BULLET: interest_first,
}


def even_parts(amount: int, rows: int, rounding: Rounding) -> list[int]:
    """R(amount ÷ rows) a row, the last the rest (F8); never more than is left."""
    part = divide(amount, rows, rounding)
    taken = [min(part, amount - part * row) if part * row < amount else 0 for row in range(rows)]
    taken[-1] += amount - sum(taken)
    return taken


def on_balance(balance: int, principals: list[int], factors: Factors, rounding: Rounding) -> list[int]:
    """R(balance × factor) a row, the balance falling by each row's principal."""
    interests = []
    for principal, (numerator, denominator) in zip(principals, factors, strict=True):
        interests.append(divide(balance * numerator, denominator, rounding))
        balance -= principal
    return interests


def amounts_of(
    terms: LoanTerms,
    balance: int,
    factors: Factors,
    regular: Factors | None = None,
    grace_principal: int = 0,
) -> Amounts:
    """The rows that repay `balance` over periods with these factors, by the method of `terms`."""
    regular = factors if regular is None else regular
    grace = min(grace_principal, len(factors) - 1)
    return METHODS[terms.method](Ask(terms, balance, factors, regular, grace))


@attrs.frozen
class Plan:
    """A plan: its rows, plain tuples, and the level instalment (0 for methods without one)."""

    level: int
    rows: tuple[PlanRow, ...]

    @property
    def interest(self) -> int:
        """Total interest asked."""
        return sum(row[4] for row in self.rows)

    @property
    def maturity(self) -> date:
        """The last due date."""
        return self.rows[-1][2]


def plan_of(terms: LoanTerms, amount: int | None = None, rate: Rate | None = None) -> Plan:
    """The plan of a loan with `terms`, whose `start` is set, on `amount` minor units (None: the contract amount)."""
    assert terms.start is not None, "a plan begins on a date"
    balance = terms.principal.minor if amount is None else amount
    rate = terms.rate if rate is None else rate
    calendar = calendar_of(terms, terms.start)
    factors = factors_of(terms, rate, calendar)
    regular = factors if calendar.whole[0] and calendar.nominal is None else regular_factors(terms, rate, calendar)
    amounts = amounts_of(terms, balance, factors, regular, terms.grace.principal_periods)
    asked = deferred(amounts.interests, terms.grace.interest_periods)
    return Plan(amounts.level, rows_of(calendar, balance, amounts, asked))


def deferred(interests: list[int], grace: int) -> list[int]:
    """What each row asks for where the interest of the first `grace` rows moves to the row after them."""
    if not grace:
        return interests
    return [0] * grace + [sum(interests[: grace + 1]), *interests[grace + 1 :]]


def rows_of(calendar: Calendar, balance: int, amounts: Amounts, asked: list[int]) -> tuple[PlanRow, ...]:
    """The plan's rows as tuples."""
    left = [*accumulate(amounts.principals, sub, initial=balance)][1:]
    days, numbers = calendar.days, range(1, calendar.count + 1)
    return tuple(zip(numbers, days, days[1:], amounts.principals, asked, amounts.interests, left, strict=False))
