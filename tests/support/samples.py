"""Values that several tests start from; the loan is base loan L of the handbook (12,000.00 at 18 % over 12 months)."""

from datetime import UTC, datetime

from lending.contracts.agreed import AgreedTerms
from lending.kernel.day_count import DayCount
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.products.prepayment import PrepaymentRules
from lending.products.repayment import Accrual, Method

__all__ = ["AGREED", "AT"]

AT = datetime(2024, 1, 5, 2, tzinfo=UTC)
"""Ten in the morning in China."""

AGREED = AgreedTerms(
    principal=Money.parse("12000.00"),
    annual_rate=Rate.parse("0.18"),
    method=Method.EQUAL_INSTALMENT,
    instalments=12,
    accrual=Accrual.PER_PERIOD,
    day_count=DayCount.ACT_360,
    due_day=None,
    first_due_after_days=15,
    prepayment=PrepaymentRules(),
)
