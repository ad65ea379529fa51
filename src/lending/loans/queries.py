"""What can be asked about loans."""

from datetime import date

import attrs

from lending.application.commands import Query
from lending.kernel.checks import positive, positive_money, text_of
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.ids import LoanId
from lending.loans.refusals import LoanNotActive, LoanNotFound, PlanVersionNotFound, PrepaymentTooEarly
from lending.products.lease import Lease
from lending.products.queries import FloatingView
from lending.products.refusals import (
    AmountOutOfRange,
    NoReferenceRate,
    PriceAboveCap,
    ProductNotFound,
    TermNotOffered,
    WrongCurrency,
)

__all__ = [
    "GetLoan",
    "GetPlanVersion",
    "GetSettlementQuote",
    "InstalmentView",
    "ListLoans",
    "ListPlanVersions",
    "LoanPage",
    "LoanSummary",
    "LoanView",
    "PlanRow",
    "PlanVersionSummary",
    "PlanVersionView",
    "PlanVersions",
    "QuoteLoan",
    "QuoteView",
    "SettlementView",
]

PAGE_MAX = 200


@attrs.frozen(kw_only=True)
class InstalmentView:
    """One instalment (期供) as a customer sees it.

    `pay_by` is the last day on which it is paid in time: after `due` where that is a holiday, None where the
    calendar of its year is not published (F19).
    """

    no: int
    due: date
    pay_by: date | None
    principal: Money
    interest: Money
    fee: Money
    total: Money
    paid: Money
    outstanding: Money
    status: str


@attrs.frozen(kw_only=True)
class LoanView:
    """A loan as it stands at the beginning of a day.

    `annual_rate` is the one in force; where it floats, `next_reset` is the day on which it is fixed anew. `flags` say
    what its status does not: EXTENDED, RESTRUCTURED, ACCELERATED, CANCELLED.
    """

    loan_id: LoanId
    contract_id: str
    customer_id: str
    product: str
    status: str
    as_of: date
    principal: Money
    principal_left: Money
    credit_balance: Money
    deposit_held: Money
    annual_rate: Rate
    floating: FloatingView | None
    next_reset: date | None
    opened_on: date
    non_accrual_since: date | None
    due_now: Money
    held_by: str | None
    instalments: tuple[InstalmentView, ...]
    lease: Lease | None = None
    flags: tuple[str, ...] = ()


@attrs.frozen
class GetLoan(Query[LoanView, LoanNotFound]):
    """A loan with its plan, as of the accounting day."""

    loan_id: LoanId


@attrs.frozen(kw_only=True)
class PlanVersionSummary:
    """One version of a loan's plan: what made it, since when, and what it comes to."""

    version: int
    since: date
    cause: str
    """DISBURSEMENT, TAKE_ON, RATE_CHANGE, EXTENSION, DUE_DAY_CHANGE, PREPAYMENT, RECALL, WAIVER, ADJUSTMENT, WRITE_OFF,
    RECOVERY, CLEARANCE, or the REVERSAL or REFUND of one of these."""
    key: str
    """The payment or request that changed the plan."""
    instalments: int
    maturity: date
    total_interest: Money


@attrs.frozen
class PlanVersions:
    """Every version of a loan's plan, the oldest first."""

    versions: tuple[PlanVersionSummary, ...]


@attrs.frozen
class ListPlanVersions(Query[PlanVersions, LoanNotFound]):
    """How a loan's plan came to be what it is."""

    loan_id: LoanId


@attrs.frozen(kw_only=True)
class PlanRow:
    """What a version of the plan asks for in one instalment, beside penalty."""

    no: int
    due: date
    principal: Money
    interest: Money
    fee: Money
    total: Money


@attrs.frozen(kw_only=True)
class PlanVersionView:
    """A version of a loan's plan, row by row, as it was when it was made."""

    loan_id: LoanId
    summary: PlanVersionSummary
    rows: tuple[PlanRow, ...]


@attrs.frozen
class GetPlanVersion(Query[PlanVersionView, LoanNotFound | PlanVersionNotFound]):
    """A version of a loan's plan, kept as it was however often the plan has changed since."""

    loan_id: LoanId
    version: int = attrs.field(validator=positive(100_000))


@attrs.frozen(kw_only=True)
class SettlementView:
    """What settles a loan on a day; valid to the end of that day (R72).

    `penalty` includes compound interest; `total` is what is left to pay after the `credit` held is used and what the
    `deposit` of a lease pays.
    """

    loan_id: LoanId
    on: date
    principal: Money
    interest: Money
    penalty: Money
    fee: Money
    credit: Money
    deposit: Money
    total: Money


@attrs.frozen
class GetSettlementQuote(Query[SettlementView, LoanNotFound | LoanNotActive | PrepaymentTooEarly]):
    """What settles the loan on the accounting day."""

    loan_id: LoanId


@attrs.frozen(kw_only=True)
class QuoteView:
    """The trial of a loan (还款计划试算): what it costs, the yearly percentage first (F17).

    Where the rate floats, `annual_rate` is the first one, in force until `next_reset`; all else is as if it stayed.
    `apr` counts the deposit of a `lease`: money that the lessee goes without until it comes back (F16).
    """

    product: str
    principal: Money
    start: date
    annual_rate: Rate
    floating: FloatingView | None
    next_reset: date | None
    apr: Rate
    instalment: Money
    total_interest: Money
    fee_at_start: Money
    """Due on the day of the payout, beside the instalments; the whole principal is paid out all the same."""
    total_fees: Money
    total_cost: Money
    """Interest and fees."""
    total_to_pay: Money
    cap: Rate | None
    """The most that `apr` may be; None where nothing limits it."""
    instalments: tuple[InstalmentView, ...]
    lease: Lease | None = None


@attrs.frozen
class QuoteLoan(
    Query[
        QuoteView,
        ProductNotFound | WrongCurrency | AmountOutOfRange | TermNotOffered | NoReferenceRate | PriceAboveCap,
    ]
):
    """Try a product: this amount over this many instalments, paid out on a day (the accounting day where None)."""

    product: str = attrs.field(validator=text_of(32))
    amount: Money = attrs.field(validator=positive_money)
    instalments: int = attrs.field(validator=positive(360))
    start: date | None = None


@attrs.frozen(kw_only=True)
class LoanSummary:
    """A loan in a list."""

    loan_id: LoanId
    product: str
    status: str
    principal: Money
    opened_on: date


@attrs.frozen
class LoanPage:
    """Loans in order of their ids; `next_after` goes into the next request, empty at the end."""

    loans: tuple[LoanSummary, ...]
    next_after: str


@attrs.frozen
class ListLoans(Query[LoanPage, LoanNotFound]):
    """A customer's loans, page by page."""

    customer_id: str = attrs.field(validator=text_of(40))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))
    after: str = attrs.field(default="", validator=text_of(40, shortest=0))
