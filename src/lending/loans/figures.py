"""`Figures`: a loan's running totals since opening, as of a date. Accounting posts their differences."""

from typing import Self

import attrs

__all__ = ["Figures"]


@attrs.frozen(kw_only=True)
class Figures:
    """Cumulative amounts in minor units, from opening to a date (that day's own accrual not included).

    Identities, always:

    - received = principal_repaid + interest_paid_due + interest_paid_accrued + fees_paid + penalty_paid +
      compound_paid + credit_balance + refunded + recovered
    - disbursed − principal_repaid − principal_waived − principal_written_off = principal outstanding
    - interest due and unpaid (1132.02) = interest_fallen_due − interest_paid_due − interest_waived_due −
      interest_written_off_due
    - interest accrued and not due (1132.01) = interest_earned − interest_fallen_due − interest_paid_accrued −
      interest_waived_accrued − interest_written_off_accrued
    """

    disbursed: int = 0
    received: int = 0
    """Cash from the customer, whatever it was used for."""
    principal_repaid: int = 0
    interest_earned: int = 0
    """Recognised: the plan's interest by days (F6), or interest on the actual balance."""
    interest_fallen_due: int = 0
    """Moved from accrued to due on due dates (A4): what had not been paid or waived before."""
    interest_paid_due: int = 0
    """Interest paid on or after its due date."""
    interest_paid_accrued: int = 0
    """Interest paid before its due date: settlements (A9) and money in advance."""
    fees_charged: int = 0
    """Fees that have fallen due or were paid before."""
    fees_paid: int = 0
    penalty_earned: int = 0
    penalty_paid: int = 0
    compound_earned: int = 0
    compound_paid: int = 0
    credit_balance: int = 0
    """溢缴款 held; the only figure besides `principal_overdue` that may fall."""
    refunded: int = 0
    principal_waived: int = 0
    interest_waived_due: int = 0
    interest_waived_accrued: int = 0
    fees_waived: int = 0
    penalty_waived: int = 0
    compound_waived: int = 0
    principal_written_off: int = 0
    interest_written_off_due: int = 0
    interest_written_off_accrued: int = 0
    fees_written_off: int = 0
    penalty_written_off: int = 0
    compound_written_off: int = 0
    recovered: int = 0
    """Cash received after write-off (A18)."""
    principal_overdue: int = 0
    """Unpaid principal of instalments past due and grace (A6)."""
    service_fee: int = 0
    """Of a funder's part only: what of its interest goes to us for the service (B4)."""

    def __sub__(self, other: Self) -> "Figures":
        return Figures(**{name: getattr(self, name) - getattr(other, name) for name in NAMES})

    def __add__(self, other: Self) -> "Figures":
        return Figures(**{name: getattr(self, name) + getattr(other, name) for name in NAMES})

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in NAMES)

    @property
    def principal_outstanding(self) -> int:
        """Principal still on the books."""
        return self.disbursed - self.principal_repaid - self.principal_waived - self.principal_written_off

    @property
    def interest_due_outstanding(self) -> int:
        """Interest fallen due and not paid (1132.02)."""
        return (
            self.interest_fallen_due - self.interest_paid_due - self.interest_waived_due - self.interest_written_off_due
        )

    @property
    def interest_accrued_outstanding(self) -> int:
        """Interest earned and not yet due (1132.01); negative where interest was paid ahead of being earned."""
        return (
            self.interest_earned
            - self.interest_fallen_due
            - self.interest_paid_accrued
            - self.interest_waived_accrued
            - self.interest_written_off_accrued
        )


NAMES = tuple(field.name for field in attrs.fields(Figures))
