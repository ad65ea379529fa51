"""What lender and borrower agree on before any date is known."""

from datetime import date

import attrs

from lending.kernel.calendar import DueDateRule
from lending.kernel.canonical import fingerprint
from lending.kernel.checks import positive, positive_money
from lending.kernel.day_count import DayCount
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.products.charges import NO_FEES, Fees
from lending.products.late import Penalty
from lending.products.lease import Lease
from lending.products.prepayment import PrepaymentRules
from lending.products.product import Product
from lending.products.rates import Floating
from lending.products.repayment import Accrual, Component, Method

__all__ = ["AgreedTerms"]


@attrs.frozen(kw_only=True)
class AgreedTerms:
    """The terms of the contract; the payout day turns them into the loan's terms.

    `due_day` is the day of the month instalments fall due on, None where they keep the day of the payout;
    the first due date is then at least `first_due_after_days` after the payout (F7).
    """

    principal: Money = attrs.field(validator=positive_money)
    annual_rate: Rate
    method: Method
    instalments: int = attrs.field(validator=positive(360))
    accrual: Accrual
    day_count: DayCount
    due_day: int | None
    first_due_after_days: int
    prepayment: PrepaymentRules
    penalty: Penalty | None = None
    grace_days: int = 0
    grace_retroactive: bool = True
    non_accrual_days: int = 90
    cure_instalments: int = 0
    non_accrual_order: tuple[Component, ...] = ()
    fees: Fees = NO_FEES
    cap: Rate | None = None
    """The most that everything together may cost a year, as it was when the terms were agreed (F18)."""
    floating: Floating | None = None
    """What the rate follows after the payout, where `annual_rate` is only the first one (R12)."""
    holiday: DueDateRule = DueDateRule.NONE
    """What becomes of a due date on a holiday (F19)."""
    past_due_tolerance: Money | None = None
    """Less than this past due makes the loan not overdue (§7)."""
    lease: Lease | None = None

    @classmethod
    def of(
        cls,
        product: Product,
        principal: Money,
        instalments: int,
        annual_rate: Rate,
        on: date,
        vehicle_price: Money | None = None,
    ) -> "AgreedTerms":
        """The terms a product gives to a loan of this amount, count and rate, priced on a day, a lease on a vehicle."""
        return cls(
            principal=principal,
            annual_rate=annual_rate,
            method=product.method,
            instalments=instalments,
            accrual=product.accrual,
            day_count=product.day_count,
            due_day=product.due_day,
            first_due_after_days=product.first_due_after_days,
            prepayment=product.prepayment,
            penalty=product.penalty,
            grace_days=product.grace_days,
            grace_retroactive=product.grace_retroactive,
            non_accrual_days=product.non_accrual_days,
            cure_instalments=product.cure_instalments,
            non_accrual_order=product.non_accrual_order,
            fees=product.fees.of(principal),
            cap=product.cap_on(on),
            holiday=product.holiday,
            past_due_tolerance=product.past_due_tolerance,
            floating=product.annual_rate if isinstance(product.annual_rate, Floating) else None,
            lease=product.lease_of(principal, vehicle_price),
        )

    @property
    def digest(self) -> str:
        """What the borrower accepts: SHA-256 over the terms, to prove that none was changed afterwards."""
        return fingerprint(self)
