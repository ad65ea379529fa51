"""Pricing: what a product asks for a loan, by its very plan, held to the product's cap (F17, F18 check 1)."""

from datetime import date

from lending.contracts.agreed import AgreedTerms
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import RATE_SCALE, Rate
from lending.loans.opening import loan_terms
from lending.loans.quote import Quote, quote
from lending.operations.calendar import YearFinder
from lending.products.product import Product
from lending.products.refusals import PriceAboveCap

__all__ = ["disclosed", "offers_something", "priced_quote", "within_cap"]

HUNDREDTH = RATE_SCALE // 10_000
"""A hundredth of a percent a year."""


def priced_quote(agreed: AgreedTerms, on: date, find: YearFinder) -> Quote:
    """The quote of a loan on these terms, paid out on `on`, with the years of workdays that `find` answers for."""
    return quote(loan_terms(agreed, on, find))


def within_cap(product: Product, trial: Quote, on: date) -> Outcome[Quote, PriceAboveCap]:
    """`trial`, unless it costs more a year than the product may on the day it is priced.

    The yearly rate is compared as it is disclosed, to a hundredth of a percent: what rounding to the minor unit
    adds to a loan at exactly the cap is no price.
    """
    cap = trial.terms.cap
    if cap is None or disclosed(trial.apr) <= cap:
        return Success(trial)
    return Failure(
        PriceAboveCap(
            product=product.code,
            amount=trial.principal,
            instalments=trial.terms.instalments,
            on=on,
            apr=trial.apr,
            cap=cap,
        )
    )


def disclosed(apr: Rate) -> Rate:
    """A yearly rate as it is printed: percent with two digits, half up."""
    return Rate((apr.scaled + HUNDREDTH // 2) // HUNDREDTH * HUNDREDTH)


def offers_something(product: Product, annual_rate: Rate, on: date, find: YearFinder) -> Outcome[None, PriceAboveCap]:
    """Whether any offer of the product is within its cap; if none is, the cheapest one is the refusal's.

    Fees are parts of the principal, so that the yearly cost of a count differs between amounts by rounding alone: the
    least and the greatest stand for all.
    """
    above: list[PriceAboveCap] = []
    for amount in (product.amount_max, greatest_step(product), product.amount_min):
        for count in product.terms:
            trial = priced_quote(AgreedTerms.of(product, amount, count, annual_rate, on), on, find)
            checked = within_cap(product, trial, on)
            if isinstance(checked, Success):
                return Success(None)
            above.append(checked.failure())
    return Failure(min(above, key=lambda refusal: refusal.apr))


def greatest_step(product: Product) -> Money:
    """The greatest amount on offer: the least and whole steps, up to the bound."""
    steps = (product.amount_max.minor - product.amount_min.minor) // product.amount_step.minor
    return Money(product.amount_min.minor + steps * product.amount_step.minor, product.currency)
