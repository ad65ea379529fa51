"""How products are put on offer and loans are quoted: both try the plan, so both stand with the loans."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.contracts.agreed import AgreedTerms
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.pricing import offers_something, priced_quote, within_cap
from lending.loans.queries import InstalmentView, QuoteLoan, QuoteView
from lending.loans.quote import Quote, QuoteRow
from lending.loans.repricing import next_reset
from lending.loans.status import InstalmentStatus
from lending.operations.commands import Published
from lending.operations.usecases import calendars_in, calendars_read
from lending.products.commands import PublishProduct
from lending.products.ports import LPR, PRODUCTS, REFERENCE_RATES
from lending.products.product import Product
from lending.products.queries import FloatingView
from lending.products.refusals import PriceAboveCap, VersionNotNext
from lending.products.usecases import price_of, read_product

__all__ = ["publish_product", "quote_loan"]


def publish_product(
    command: PublishProduct, call: Call, work: Work
) -> Outcome[Published, VersionNotNext | PriceAboveCap]:
    """Put the version on offer: the next one, or any where there was none. The same again is no change.

    Refused where no loan of it would be within its cap. Without a reference rate a floating price is not known yet:
    nothing can be offered, so nothing is above the cap.
    """
    product = command.product
    before = work.find(PRODUCTS, product.code)
    if before == product:
        return Success(Published(product.code, product.version))
    expected = before.version + 1 if before else product.version
    if product.version != expected:
        return Failure(VersionNotNext(product.code, product.version, expected))
    rate = price_of(product, work.find(REFERENCE_RATES, LPR), call.business_date)
    if isinstance(rate, Success):
        offered = offers_something(product, rate.unwrap(), call.business_date, calendars_in(work))
        if isinstance(offered, Failure):
            return offered
    work.save(PRODUCTS, product.published())
    return Success(Published(product.code, product.version))


def quote_loan(query: QuoteLoan, call: Call, reader: Reader) -> Outcome[QuoteView, Refusal]:
    """The same code as opening the loan, tried."""
    found = read_product(reader, query.product)
    if isinstance(found, Failure):
        return found
    product = found.unwrap()
    admitted = product.admits(query.amount, query.instalments)
    if isinstance(admitted, Failure):
        return admitted
    start = query.start or call.business_date
    rates = reader.load(REFERENCE_RATES, LPR)
    rate = price_of(product, rates.value if rates else None, start)
    if isinstance(rate, Failure):
        return rate
    agreed = AgreedTerms.of(product, query.amount, query.instalments, rate.unwrap(), start)
    priced = within_cap(product, priced_quote(agreed, start, calendars_read(reader)), start)
    return priced if isinstance(priced, Failure) else Success(_view(product, priced.unwrap()))


def _view(product: Product, trial: Quote) -> QuoteView:
    start = trial.terms.start
    assert start is not None, "a quote is for a date"
    return QuoteView(
        product=product.code,
        principal=trial.principal,
        start=start,
        annual_rate=trial.terms.rate,
        floating=FloatingView.of(trial.terms.floating),
        next_reset=next_reset(trial.terms, start),
        apr=trial.apr,
        instalment=trial.largest_instalment,
        total_interest=trial.interest,
        fee_at_start=trial.fee_at_start,
        total_fees=trial.fees,
        total_cost=trial.total_cost,
        total_to_pay=trial.total,
        cap=trial.terms.cap,
        instalments=tuple(map(_planned, trial.rows)),
        lease=trial.terms.lease,
    )


def _planned(row: QuoteRow) -> InstalmentView:
    return InstalmentView(
        no=row.no,
        due=row.due,
        pay_by=row.pay_by,
        principal=row.principal,
        interest=row.interest,
        fee=row.fee,
        total=row.total,
        paid=Money.zero(row.principal.currency),
        outstanding=row.total,
        status=InstalmentStatus.FUTURE.value,
    )
