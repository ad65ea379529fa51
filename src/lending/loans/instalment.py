"""An instalment as others see it (3.7)."""

from collections.abc import Iterator, Sequence
from datetime import date

import attrs

from lending.loans.factors import Factor
from lending.loans.row import COMPOUND, FEE, INTEREST, PENALTY, PRINCIPAL, Row
from lending.loans.status import InstalmentStatus

__all__ = ["Due", "Instalment", "days_past_due", "instalment_of", "named"]


@attrs.frozen(kw_only=True)
class Due:
    """Amounts by component, in minor units."""

    principal: int = 0
    interest: int = 0
    fee: int = 0
    penalty: int = 0
    compound: int = 0

    @property
    def total(self) -> int:
        """All components together."""
        return self.principal + self.interest + self.fee + self.penalty + self.compound


NO_AMOUNTS = Due()


@attrs.frozen(kw_only=True)
class Instalment:
    """An instalment as of a date: what it asks for, what was paid, what is left (3.7). Minor units."""

    no: int
    start: date
    due: date
    pay_by: date | None
    """The last day on which it is paid in time; None where the calendar of the year is not published (F19)."""
    asked: Due
    paid: Due
    waived: Due
    written_off: Due
    paid_early: int
    paid_late: int
    balance_after: int
    settled_on: date | None
    days_past_due: int
    status: InstalmentStatus
    whole: int
    """How many regular periods its period is; 0 for a broken one."""
    factor: Factor
    """What part of its balance the whole period bears as interest."""

    @property
    def outstanding(self) -> int:
        """Due − paid − waived − written off."""
        return self.asked.total - self.paid.total - self.waived.total - self.written_off.total


def days_past_due(rows: Sequence[Row], as_of: date, tolerated: int) -> Iterator[int]:
    """Each row's days past due as of a date: from the day after its pay-by date, while principal or interest is unpaid.

    As long as all that is past due, from the first row on, is less than `tolerated` minor units, none counts (§7):
    so small amounts left every time still add up.
    """
    unpaid = 0
    for row in rows:
        late = row.plan_owed if as_of > row.pay_by else 0
        unpaid += max(0, late)
        yield (as_of - row.pay_by).days if late > 0 and unpaid >= tolerated else 0


def instalment_of(row: Row, balance_after: int, past: int, as_of: date, grace_days: int) -> Instalment:
    """The rich view of a row that is `past` days past due."""
    return Instalment(
        no=row.no,
        start=row.start,
        due=row.due,
        pay_by=row.pay_by if row.known else None,
        asked=named(row.asked),
        paid=named(row.paid),
        waived=named(row.waived),
        written_off=named(row.written),
        paid_early=row.early,
        paid_late=row.late,
        balance_after=balance_after,
        settled_on=row.touched if row.touched is not None and not row.outstanding and not any(row.written) else None,
        days_past_due=past,
        status=instalment_status(row, as_of, past_grace=past > grace_days),
        whole=row.whole,
        factor=row.factor,
    )


def named(amounts: Sequence[int]) -> Due:
    """Amounts by position as amounts by name."""
    if not any(amounts):
        return NO_AMOUNTS
    return Due(
        fee=amounts[FEE],
        penalty=amounts[PENALTY],
        compound=amounts[COMPOUND],
        interest=amounts[INTEREST],
        principal=amounts[PRINCIPAL],
    )


def instalment_status(row: Row, as_of: date, *, past_grace: bool) -> InstalmentStatus:
    """The state of 3.7."""
    if any(row.written):
        return InstalmentStatus.WRITTEN_OFF
    if (row.touched is not None or row.due <= as_of) and not row.outstanding:
        ahead = row.touched is not None and row.touched < row.due
        return InstalmentStatus.PREPAID if ahead else InstalmentStatus.PAID
    if past_grace:
        return InstalmentStatus.OVERDUE
    if any(row.paid):
        return InstalmentStatus.PARTIAL
    return InstalmentStatus.DUE if row.due <= as_of else InstalmentStatus.FUTURE
