"""Repayment plans of many loans at once: amounts, by the five methods."""

from collections.abc import Callable

import attrs
import numpy as np

from lending.kernel.rounding import divide_natural
from lending.loans.choices import Method
from lending.loans.plan import plan_of
from lending_adapters.batch.calendar import Factors, factors_of
from lending_adapters.batch.columns import LIMIT, LoanColumns, PlanColumns, Whole
from lending_adapters.batch.level import Levelling, levelled, levels
from lending_adapters.batch.rows import Amounts, Heights, even_parts, level_rows, on_balance

__all__ = ["plans"]


@attrs.frozen(eq=False)
class Ask:
    """What the methods compute from."""

    loans: LoanColumns
    amount: Whole
    factors: Factors
    heights: Heights

    @property
    def grace(self) -> int:
        """First rows without principal."""
        return self.loans.terms.grace.principal_periods


def plans(loans: LoanColumns) -> PlanColumns:
    """The plans of `loans`, equal to the minor unit to `plan_of` on each."""
    factors, heights = factors_of(loans), Heights(loans.rows)
    flat = loans.terms.method is Method.EQUAL_PRINCIPAL_AND_INTEREST
    bearing = factors.total(loans.rows) if flat else factors.peak
    scalar = loans.principal > (LIMIT - factors.denominator) // np.maximum(bearing, 1)
    amount = np.where(scalar, 0, loans.principal)
    level, amounts = METHODS[loans.terms.method](Ask(loans, amount, factors, heights))
    plan = PlanColumns(
        rows=loans.rows,
        level=level,
        principal=amounts.principal,
        interest=_deferred(amounts.borne, loans.terms.grace.interest_periods),
        borne=amounts.borne,
        balance=amounts.balance,
        scalar=scalar,
    )
    for loan in np.flatnonzero(scalar):
        _plan_alone(loans, int(loan), plan)
    return plan


def _plan_alone(loans: LoanColumns, loan: int, plan: PlanColumns) -> None:
    """Fill in the plan of a loan that does not fit an int64, by the scalar engine."""
    alone = plan_of(loans.terms_of(loan))
    plan.level[loan] = alone.level
    _no, _start, _due, principal, interest, borne, balance = zip(*alone.rows, strict=True)
    for column, amounts in (
        (plan.principal, principal),
        (plan.interest, interest),
        (plan.borne, borne),
        (plan.balance, balance),
    ):
        column[: len(alone.rows), loan] = amounts


def _deferred(borne: Whole, grace: int) -> Whole:
    """What rows ask for where the interest of the first `grace` moves to the row after them."""
    if not grace:
        return borne
    asked = borne.copy()
    asked[:grace] = 0
    asked[grace] = borne[: grace + 1].sum(axis=0)
    return asked


def equal_instalment(ask: Ask) -> tuple[Whole, Amounts]:
    """等额本息 (F1); a broken first period differs in its interest only (F7, method A)."""
    terms, factors, heights = ask.loans.terms, ask.factors, ask.heights
    find = levelled if terms.level_last_instalment else levels
    level = find(
        Levelling(
            amount=ask.amount,
            rate=ask.loans.rate,
            factors=factors,
            heights=heights,
            grace=ask.grace,
            rounding=terms.rounding,
            level_rounding=terms.instalment_rounding or terms.rounding,
            multiple=terms.instalment_multiple.minor if terms.instalment_multiple else 1,
        )
    )
    numerators = factors.numerators if factors.regular is None else [factors.regular] * heights.most
    amounts = level_rows(ask.amount, level, numerators, factors.denominator, terms.rounding, heights, ask.grace)
    if numerators[0] is not factors.numerators[0]:
        amounts.borne[0] = divide_natural(ask.amount * factors.numerators[0], factors.denominator, terms.rounding)
    if terms.level_rents:
        _level_to_the_end(level, amounts, heights.rows)
    return level, amounts


def _level_to_the_end(level: Whole, amounts: Amounts, rows: Whole) -> None:
    """Let the last rent of each direct lease be level too: what rounding leaves is part of its interest (C7)."""
    last = (rows - 1, np.arange(len(rows)))
    principal, interest = amounts.principal[last], amounts.borne[last]
    levelled = (rows > 1) & (interest > 0) & (principal > 0) & (principal <= level)
    amounts.borne[last] = np.where(levelled, level - principal, interest)


def equal_principal(ask: Ask) -> tuple[Whole, Amounts]:
    """等额本金 (F2)."""
    return _falling(ask, *even_parts(ask.amount, ask.loans.terms.rounding, ask.heights, ask.grace))


def interest_first(ask: Ask) -> tuple[Whole, Amounts]:
    """先息后本 (F3), and 一次性还本付息 with its one row."""
    shape = (ask.heights.most, len(ask.amount))
    principal, left = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
    for k, width, ending in ask.heights:
        principal[k, ending] = ask.amount[ending]
        np.subtract(left[k - 1, :width] if k else ask.amount, principal[k, :width], out=left[k, :width])
    return _falling(ask, principal, left)


def _falling(ask: Ask, principal: Whole, left: Whole) -> tuple[Whole, Amounts]:
    """Interest on a balance that falls by `principal`."""
    rounding = ask.loans.terms.rounding
    borne = on_balance(ask.amount, left, ask.factors.numerators, ask.factors.denominator, rounding, ask.heights)
    return np.zeros_like(ask.amount), Amounts(principal, borne, left)


def equal_principal_and_interest(ask: Ask) -> tuple[Whole, Amounts]:
    """等本等息 (F4): total interest in level parts, principal likewise."""
    rounding = ask.loans.terms.rounding
    principal, left = even_parts(ask.amount, rounding, ask.heights, ask.grace)
    total = divide_natural(ask.amount * ask.factors.total(ask.heights.rows), ask.factors.denominator, rounding)
    borne, _rest = even_parts(total, rounding, ask.heights)
    return np.zeros_like(ask.amount), Amounts(principal, borne, left)


METHODS: dict[Method, Callable[[Ask], tuple[Whole, Amounts]]] = {
    Method.EQUAL_INSTALMENT: equal_instalment,
    Method.EQUAL_PRINCIPAL: equal_principal,
    Method.INTEREST_FIRST: interest_first,
    Method.EQUAL_PRINCIPAL_AND_INTEREST: equal_principal_and_interest,
    Method.BULLET: interest_first,
}
