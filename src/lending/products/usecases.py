"""How products are found and priced, and reference rates published; `lending.loans.offering` publishes products."""

from datetime import date

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.rates import Rate
from lending.operations.commands import Published
from lending.products.commands import PublishReferenceRates
from lending.products.events import ReferenceRatesPublished
from lending.products.ports import LPR, PRODUCTS, REFERENCE_RATES
from lending.products.product import Product
from lending.products.queries import GetProduct, ListProducts, ProductList, ProductView
from lending.products.rates import ReferenceRates
from lending.products.refusals import ON_OFFER_MAX, NoReferenceRate, ProductNotFound, VersionNotNext

__all__ = [
    "find_product",
    "get_product",
    "list_products",
    "price_of",
    "publish_reference_rates",
    "read_product",
]

LISTED_MAX = 1_000


def publish_reference_rates(
    command: PublishReferenceRates, _call: Call, work: Work
) -> Outcome[Published, VersionNotNext]:
    """Keep the history; what was published before stays as it was, rows are added."""
    before = work.find(REFERENCE_RATES, LPR)
    history = command.rates.publications
    if before is not None and history[: len(before.publications)] != before.publications:
        return Failure(VersionNotNext(LPR, len(history), len(before.publications) + 1))
    if before != command.rates:
        work.save(REFERENCE_RATES, command.rates)
        work.record(LPR, ReferenceRatesPublished(history[-1].on, len(history)))
    return Success(Published(LPR, len(history)))


def find_product(work: Work, code: str) -> Outcome[Product, ProductNotFound]:
    """The product on offer under `code`, or which codes there are."""
    product = work.find(PRODUCTS, code)
    return Success(product) if product else _not_found(code, work.first(PRODUCTS, ON_OFFER_MAX))


def price_of(product: Product, rates: ReferenceRates | None, on: date) -> Outcome[Rate, NoReferenceRate]:
    """The product's yearly rate for a loan priced on a day."""
    if isinstance(product.annual_rate, Rate):
        return Success(product.annual_rate)
    rate = rates.price(product.annual_rate, on) if rates else None
    return Success(rate) if rate else Failure(NoReferenceRate(on, product.annual_rate.tenor.value))


def get_product(query: GetProduct, _call: Call, reader: Reader) -> Outcome[ProductView, ProductNotFound]:
    """The product on offer under a code."""
    found = read_product(reader, query.product)
    return found if isinstance(found, Failure) else Success(_view(found.unwrap()))


def read_product(reader: Reader, code: str) -> Outcome[Product, ProductNotFound]:
    """The product on offer under `code`, or which codes there are."""
    stored = reader.load(PRODUCTS, code)
    return Success(stored.value) if stored else _not_found(code, reader.page(PRODUCTS, None, "", "", ON_OFFER_MAX))


def _not_found(code: str, on_offer: tuple[Product, ...]) -> Failure[ProductNotFound]:
    return Failure(ProductNotFound(code, tuple(product.code for product in on_offer)))


def list_products(_query: ListProducts, _call: Call, reader: Reader) -> Outcome[ProductList, ProductNotFound]:
    """All products on offer, by code."""
    return Success(ProductList(tuple(map(_view, reader.page(PRODUCTS, None, "", "", LISTED_MAX)))))


def _view(product: Product) -> ProductView:
    return ProductView(
        product=product.code,
        name=product.name,
        version=product.version,
        amount_min=product.amount_min,
        amount_max=product.amount_max,
        amount_step=product.amount_step,
        terms=product.terms,
        method=product.method.value,
        price=str(product.annual_rate),
    )
