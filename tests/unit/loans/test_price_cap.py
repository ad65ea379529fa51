"""The price check (F18): no quote, no offer and no product above the cap in force."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.pricing import disclosed
from lending.loans.queries import QuoteLoan
from lending.origination.commands import SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import GetApplication
from lending.products.charges import FeeShares, PriceCap
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.products.product import Product
from lending.products.rates import Floating, Reset, Tenor
from lending.products.refusals import PriceAboveCap
from tests.support.desk import SYSTEM, Desk

CAP = Rate.parse("0.24")
SINCE_2024 = (PriceCap(since=date(2024, 1, 1), rate=CAP),)
L = QuoteLoan("small-cash", Money.parse("12000.00"), 12)
TODAY = date(2024, 1, 5)


def monthly(share: str) -> FeeShares:
    """A fee with each instalment: "0.00283333" of 12,000.00 is 34.00."""
    return FeeShares(each_instalment=Rate.parse(share))


THIRTY_FOUR, THIRTY_FIVE = monthly("0.00283333"), monthly("0.00291667")


def next_version(desk: Desk, **changes: Any) -> Product:
    """Small cash at 18 %, in its next version."""
    stored = desk.store.load(PRODUCTS, "small-cash")
    assert stored is not None
    return attrs.evolve(stored.value, version=stored.value.version + 1, **changes)


def desk_with(**changes: Any) -> Desk:
    desk = Desk()
    desk.done(PublishProduct(next_version(desk, **changes)), SYSTEM)
    return desk


def apply(desk: Desk) -> ApplicationId:
    """An application for L, weighed."""
    asked = SubmitApplication(customer_id=desk.customer(), product="small-cash", amount=L.amount, instalments=12)
    application = desk.done(asked).application_id
    desk.work()
    return application


def test_34_a_month_is_quoted_within_24_percent() -> None:
    view = desk_with(fees=THIRTY_FOUR, price_caps=SINCE_2024).answer(L)
    assert (view.instalments[0].fee.text, view.total_fees.text, view.cap) == ("34.00", "408.00", CAP)
    assert Rate.parse("0.23") < view.apr <= CAP


def test_35_a_month_are_24_08_percent_and_refused_with_the_facts() -> None:
    desk = desk_with(fees=THIRTY_FIVE, price_caps=SINCE_2024, terms=(1, 12))
    refusal = desk.bus.ask(L, desk._call(SYSTEM)).failure()
    assert isinstance(refusal, PriceAboveCap)
    assert (refusal.product, refusal.amount, refusal.instalments) == ("small-cash", L.amount, 12)
    assert (refusal.on, refusal.apr.percent, refusal.cap) == (TODAY, "24.08 %", CAP)


def test_the_cap_of_the_day_counts() -> None:
    """A cap from a later day on refuses a payout from that day on."""
    caps = (PriceCap(since=date(2024, 1, 1), rate=Rate.parse("0.36")), PriceCap(since=date(2024, 3, 1), rate=CAP))
    desk = desk_with(fees=THIRTY_FIVE, price_caps=caps)
    assert desk.answer(attrs.evolve(L, start=date(2024, 2, 29))).apr.percent == "24.08 %"
    assert isinstance(
        desk.bus.ask(attrs.evolve(L, start=date(2024, 3, 1)), desk._call(SYSTEM)).failure(), PriceAboveCap
    )


def test_no_offer_is_made_above_the_cap() -> None:
    """The application is rejected with the reason; the cap came into force after the product was published."""
    desk = desk_with(fees=THIRTY_FIVE, price_caps=(PriceCap(since=date(2024, 1, 6), rate=CAP),))
    desk.close_days_until(date(2024, 1, 6))
    application = apply(desk)
    view = desk.answer(GetApplication(application))
    assert (view.status, view.offer) == ("REJECTED", None)
    assert view.reasons == ("PRICE_ABOVE_CAP",)


def test_an_offer_states_the_yearly_rate_with_its_fees() -> None:
    desk = desk_with(fees=FeeShares(at_start=Rate.parse("0.02")), price_caps=SINCE_2024)
    application = apply(desk)
    offer = desk.answer(GetApplication(application)).offer
    assert offer is not None
    assert (offer.apr.percent, offer.total_fees.text, offer.total_interest.text) == ("21.91 %", "240.00", "1201.95")


def test_a_product_whose_every_offer_breaks_its_cap_is_refused_at_publishing() -> None:
    desk = Desk()
    dear = next_version(desk, fees=monthly("0.005"), price_caps=SINCE_2024)
    refusal = desk.refusal(PublishProduct(dear), SYSTEM)
    assert isinstance(refusal, PriceAboveCap)
    assert CAP < refusal.apr < Rate.parse("0.2836"), "the cheapest offer's"
    stored = desk.store.load(PRODUCTS, "small-cash")
    assert stored is not None
    assert stored.value.version == dear.version - 1


def test_a_product_with_one_offer_within_its_cap_is_published() -> None:
    """240 at the start of 12,000 weigh 21.91 % over 12 instalments and more than 24 % over 3."""
    desk = desk_with(fees=FeeShares(at_start=Rate.parse("0.02")), price_caps=SINCE_2024)
    assert desk.answer(L).apr.percent == "21.91 %"
    assert isinstance(desk.bus.ask(attrs.evolve(L, instalments=3), desk._call(SYSTEM)).failure(), PriceAboveCap)


def test_a_floating_product_is_priced_at_the_rate_of_the_day_of_publishing() -> None:
    """LPR 3.45 % and 5,000 basis points are 53.45 % a year."""
    dear = next_version(Desk(), annual_rate=Floating(Tenor.ONE_YEAR, 5_000, Reset.ANNIVERSARY), price_caps=SINCE_2024)
    assert isinstance(Desk().refusal(PublishProduct(dear), SYSTEM), PriceAboveCap)


@pytest.mark.parametrize(
    ("apr", "printed"), [("0.24004999", "0.24"), ("0.24005", "0.2401"), ("0.23995", "0.24"), ("0.2408", "0.2408")]
)
def test_the_yearly_rate_is_compared_as_it_is_disclosed(apr: str, printed: str) -> None:
    assert disclosed(Rate.parse(apr)) == Rate.parse(printed)


def test_caps_are_in_the_order_of_their_days() -> None:
    twice = (*SINCE_2024, *SINCE_2024)
    with pytest.raises(InvalidValue, match=r"price_caps\[1\]\.since"):
        next_version(Desk(), price_caps=twice)
