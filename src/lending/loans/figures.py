"""`Figures`: a loan's running totals since opening, as of a date. Accounting posts their differences."""

from operator import add, attrgetter, sub
from typing import Self

import attrs

__all__ = ["NAMES", "SUSPENDED_NAMES", "Figures", "amounts_of"]


@attrs.frozen(kw_only=True)
class Figures:
    """Cumulative amounts in minor units, from opening to a date (that day's own accrual not included).

    Those of a class or off the books are levels: what stands so on the date.

    Identities, always:

    - received = principal_repaid + interest_paid_due + interest_paid_accrued + fees_paid + penalty_paid +
      compound_paid + credit_balance + refunded + recovered + deposit_received − deposit_set_off
    - disbursed − principal_repaid − principal_waived − principal_written_off = principal outstanding
    - interest due and unpaid (1132.02) = interest_fallen_due + interest_adjusted − interest_paid_due −
      interest_waived_due − interest_written_off_due
    - interest accrued and not due (1132.01) = interest_earned − interest_fallen_due − interest_paid_accrued −
      interest_waived_accrued − interest_written_off_accrued
    - of a direct lease, rents outstanding (1541.01) = principal outstanding + interest_in_rents − what of it was paid,
      waived and written off; income not recognised in them (1541.02) = interest_in_rents − interest_earned −
      interest_adjusted + interest off the books
    - deposit held (2241.01) = deposit_received − deposit_set_off − deposit_returned
    - of a non-accrual loan principal_non_accrual_normal + principal_non_accrual_overdue = principal outstanding, and
      each component's amount off the books is all that is outstanding of it; of any other loan all of them are 0
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
    """溢缴款 held; a level as well. Besides levels only what is adjusted may fall while history stays as it is."""
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
    collateral_taken: int = 0
    """Of what was received, the value of assets taken in place of cash (A19)."""
    bank_received: int = 0
    """Of what was received, what came to the settlement account and not through a channel."""
    interest_adjusted: int = 0
    """Put right by hand (R54) of instalments fallen due, up less down; so are the three below."""
    fees_adjusted: int = 0
    penalty_adjusted: int = 0
    compound_adjusted: int = 0
    principal_overdue: int = 0
    """Unpaid principal of instalments past due and grace (A6)."""
    interest_in_rents: int = 0
    """Of a direct lease only: interest in all its rents, due or not; it falls where the plan does."""
    deposit_received: int = 0
    """Of a direct lease only: what the lessee left as a deposit (C6)."""
    deposit_set_off: int = 0
    """What of the deposit paid rents and what is owed with them (C9)."""
    deposit_returned: int = 0
    service_fee: int = 0
    """Of a funder's part only: what of its interest goes to us for the service (B4)."""
    principal_non_accrual_normal: int = 0
    """Of a non-accrual loan: principal that would be normal (A11c)."""
    principal_non_accrual_overdue: int = 0
    """Of a non-accrual loan: principal that would be overdue."""
    interest_due_off_book: int = 0
    """Of a non-accrual loan: interest due and unpaid, no longer recognised as income (A11)."""
    interest_accrued_off_book: int = 0
    """Of a non-accrual loan: interest accrued, not yet due and unpaid."""
    fees_off_book: int = 0
    penalty_off_book: int = 0
    compound_off_book: int = 0
    interest_taxable: int = 0
    """Interest that is paid, or due and recognised as income: what includes VAT (F22)."""

    def __sub__(self, other: Self) -> "Figures":
        return Figures(**dict(zip(NAMES, map(sub, amounts_of(self), amounts_of(other)), strict=True)))

    def __add__(self, other: Self) -> "Figures":
        return Figures(**dict(zip(NAMES, map(add, amounts_of(self), amounts_of(other)), strict=True)))

    def __bool__(self) -> bool:
        return any(amounts_of(self))

    @property
    def principal_outstanding(self) -> int:
        """Principal still on the books."""
        return self.disbursed - self.principal_repaid - self.principal_waived - self.principal_written_off

    @property
    def interest_due_outstanding(self) -> int:
        """Interest fallen due and not paid (1132.02)."""
        return (
            self.interest_fallen_due
            + self.interest_adjusted
            - self.interest_paid_due
            - self.interest_waived_due
            - self.interest_written_off_due
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

    @property
    def rents_outstanding(self) -> int:
        """Rents of a direct lease not paid, due or not (1541.01)."""
        paid = self.interest_paid_due + self.interest_paid_accrued
        return self.principal_outstanding + self.interest_in_rents - paid - self.interest_given_up

    @property
    def interest_given_up(self) -> int:
        """Interest that was waived or written off."""
        waived = self.interest_waived_due + self.interest_waived_accrued
        return waived + self.interest_written_off_due + self.interest_written_off_accrued

    @property
    def unearned_income(self) -> int:
        """Interest in the rents of a direct lease that is not recognised as income (1541.02)."""
        suspended = self.interest_due_off_book + self.interest_accrued_off_book
        return self.interest_in_rents - self.interest_earned - self.interest_adjusted + suspended

    @property
    def deposit_held(self) -> int:
        """What is held of the deposit (2241.01)."""
        return self.deposit_received - self.deposit_set_off - self.deposit_returned

    @property
    def fees_outstanding(self) -> int:
        """Fees charged and not paid (1132.05)."""
        asked = self.fees_charged + self.fees_adjusted
        return asked - self.fees_paid - self.fees_waived - self.fees_written_off

    @property
    def penalty_outstanding(self) -> int:
        """Penalty earned and not paid (1132.03)."""
        asked = self.penalty_earned + self.penalty_adjusted
        return asked - self.penalty_paid - self.penalty_waived - self.penalty_written_off

    @property
    def compound_outstanding(self) -> int:
        """Compound interest earned and not paid (1132.04)."""
        asked = self.compound_earned + self.compound_adjusted
        return asked - self.compound_paid - self.compound_waived - self.compound_written_off

    @property
    def principal_normal(self) -> int:
        """Principal neither overdue nor of a non-accrual loan (1303.01)."""
        return self.principal_outstanding - self.principal_overdue - self.principal_non_accrual_normal

    @property
    def principal_overdue_accruing(self) -> int:
        """Overdue principal of a loan that accrues (1303.02)."""
        return self.principal_overdue - self.principal_non_accrual_overdue

    @property
    def principal_non_accrual(self) -> int:
        """Principal of a non-accrual loan (1303.03)."""
        return self.principal_non_accrual_normal + self.principal_non_accrual_overdue

    @property
    def off_book(self) -> int:
        """What is owed besides principal and stands off the books (表外应收息, 7101.01)."""
        return (
            self.interest_due_off_book
            + self.interest_accrued_off_book
            + self.fees_off_book
            + self.penalty_off_book
            + self.compound_off_book
        )

    @property
    def interest_due_on_book(self) -> int:
        """What stands on 1132.02."""
        return self.interest_due_outstanding - self.interest_due_off_book

    @property
    def interest_accrued_on_book(self) -> int:
        """What stands on 1132.01."""
        return self.interest_accrued_outstanding - self.interest_accrued_off_book

    @property
    def charges_on_book(self) -> int:
        """What stands on 1132.03 to 1132.05."""
        charges = self.fees_outstanding + self.penalty_outstanding + self.compound_outstanding
        return charges - self.fees_off_book - self.penalty_off_book - self.compound_off_book

    @property
    def claim(self) -> int:
        """What is claimed of everything that was written off (账销案存, 7102.01)."""
        written_off: int = sum(getattr(self, name) for name in NAMES if "_written_off" in name)
        return written_off - self.recovered

    @property
    def suspended(self) -> bool:
        """Whether anything stands as it does of a non-accrual loan."""
        return bool(self.principal_non_accrual or self.off_book)

    def suspending(self) -> "Figures":
        """These figures of a loan that is non-accrual: principal in its own class, all else off the books (A11).

        Interest paid ahead of being earned stays on them.
        """
        return self._with(
            principal_non_accrual_normal=self.principal_outstanding - self.principal_overdue,
            principal_non_accrual_overdue=self.principal_overdue,
            interest_due_off_book=self.interest_due_outstanding,
            interest_accrued_off_book=max(0, self.interest_accrued_outstanding),
            fees_off_book=self.fees_outstanding,
            penalty_off_book=self.penalty_outstanding,
            compound_off_book=self.compound_outstanding,
            interest_taxable=self.interest_paid_due + self.interest_paid_accrued,
        )

    def accruing(self) -> "Figures":
        """These figures of a loan that accrues: nothing is off the books."""
        paid = self.interest_paid_due + self.interest_paid_accrued
        return self._with(**NOTHING_SUSPENDED, interest_taxable=paid + self.interest_due_outstanding)

    def _with(self, **amounts: int) -> "Figures":
        return Figures(**{**dict(zip(NAMES, amounts_of(self), strict=True)), **amounts})


SUSPENDED_NAMES = (
    "principal_non_accrual_normal",
    "principal_non_accrual_overdue",
    "interest_due_off_book",
    "interest_accrued_off_book",
    "fees_off_book",
    "penalty_off_book",
    "compound_off_book",
)
NOTHING_SUSPENDED = dict.fromkeys(SUSPENDED_NAMES, 0)
NAMES = tuple(field.name for field in attrs.fields(Figures))
amounts_of = attrgetter(*NAMES)
"""All the amounts, in the order of their names."""
