"""Admission (准入): named rules over the facts of an application. All are evaluated, every reason is kept."""

from collections.abc import Callable

import attrs

from lending.kernel.money import Money
from lending.kernel.rates import Rate

__all__ = ["RULES", "AdmissionFacts", "Reason", "admit"]

PERCENT = 100


@attrs.frozen(kw_only=True)
class AdmissionFacts:
    """What the rules look at: the applicant, the loan asked for and the product's bounds.

    Ages are full years; `instalment` is the largest single one of the plan.
    """

    age: int
    age_at_maturity: int
    monthly_income: Money
    instalment: Money
    active_loans: int
    age_min: int
    age_max_at_maturity: int
    instalment_to_income_percent_max: int
    active_loans_max: int
    apr: Rate
    """The yearly rate with every fee, as it is disclosed."""
    cap: Rate | None
    """The most it may be on the day; None where nothing limits it."""


@attrs.frozen
class Reason:
    """Why an application is not admitted: a stable code and the facts in words."""

    code: str
    detail: str


Rule = Callable[[AdmissionFacts], Reason | None]


def of_age(facts: AdmissionFacts) -> Reason | None:
    """The applicant has reached the product's least age."""
    if facts.age >= facts.age_min:
        return None
    return Reason("TOO_YOUNG", f"aged {facts.age}, at least {facts.age_min} asked")


def not_too_old_at_maturity(facts: AdmissionFacts) -> Reason | None:
    """The loan ends before the applicant passes the product's greatest age."""
    if facts.age_at_maturity <= facts.age_max_at_maturity:
        return None
    return Reason(
        "TOO_OLD_AT_MATURITY", f"aged {facts.age_at_maturity} at maturity, at most {facts.age_max_at_maturity}"
    )


def instalment_within_income(facts: AdmissionFacts) -> Reason | None:
    """The instalment takes no more than the product's share of income; an application's income is in its currency."""
    currency = facts.instalment.currency
    assert facts.monthly_income.currency == currency, f"{facts.monthly_income} is no income in {currency}"
    most = facts.monthly_income.minor * facts.instalment_to_income_percent_max
    if facts.instalment.minor * PERCENT <= most:
        return None
    share = facts.instalment_to_income_percent_max
    return Reason("INCOME_TOO_LOW", f"instalment {facts.instalment.text} is over {share} % of income")


def few_enough_loans(facts: AdmissionFacts) -> Reason | None:
    """The applicant has fewer active loans than the product allows."""
    if facts.active_loans < facts.active_loans_max:
        return None
    return Reason("TOO_MANY_LOANS", f"{facts.active_loans} active, fewer than {facts.active_loans_max} asked")


def price_within_cap(facts: AdmissionFacts) -> Reason | None:
    """The loan costs no more a year, everything included, than the product may (F18)."""
    if facts.cap is None or facts.apr <= facts.cap:
        return None
    return Reason("PRICE_ABOVE_CAP", f"{facts.apr.percent} a year with all fees, at most {facts.cap.percent} allowed")


RULES: tuple[Rule, ...] = (
    of_age,
    not_too_old_at_maturity,
    instalment_within_income,
    few_enough_loans,
    price_within_cap,
)


def admit(facts: AdmissionFacts) -> tuple[Reason, ...]:
    """Every reason against admission; none means admitted."""
    return tuple(reason for rule in RULES if (reason := rule(facts)) is not None)
