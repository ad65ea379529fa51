"""When the rows of a ledger begin, fall due and must be paid, and what part of a balance their periods bear."""

from datetime import date

from lending.kernel.rates import Rate
from lending.loans.factors import Factor, added_periods, anchor_of, moved_day, period_factor, shifted
from lending.loans.row import Row
from lending.loans.terms import LoanTerms

__all__ = ["Timetable"]


class Timetable:
    """The terms and the rate of a loan while its facts are folded, as far as they set dates and factors."""

    def __init__(self, terms: LoanTerms) -> None:
        self.terms = terms
        self.rate = terms.rate
        self.due_day: int | None = None
        """The day of the month that a change of it set."""

    def heed_holidays(self, row: Row) -> None:
        """State by when `row` must be paid, and whether that is known (F19)."""
        if not self.terms.heeds_holidays:
            return
        pay_by = self.terms.pay_by(row.nominal_due)
        row.known = pay_by is not None
        row.pay_by = row.due if pay_by is None or self.terms.moves_due_dates else pay_by

    def rows_after(self, last: Row, until: date, rate: Rate | None) -> list[Row]:
        """Rows that lengthen the loan beyond `last` to `until`, at their own rate where given (F13)."""
        added: list[Row] = []
        for begin, end, whole in added_periods(self.terms, last.nominal_due, until, self.due_day):
            start = added[-1].due if added else last.due
            row = Row(last.no + len(added) + 1, start, self.moved(end), whole, (0, 1))
            row.keep_nominal(begin, end)
            row.rate = rate
            row.factor = self.factor_of(row)
            self.heed_holidays(row)
            added.append(row)
        return added

    def rows_beyond(self, last: Row, count: int) -> list[Row]:
        """So many regular rows beyond `last`."""
        until = self.terms.period.after(last.nominal_due, count, anchor_of(self.terms, self.due_day))
        return self.rows_after(last, until, None)

    def moved(self, due: date) -> date:
        """Where holidays move a due date to, by the terms."""
        return moved_day(self.terms, due) if self.terms.moves_due_dates else due

    def rate_of(self, row: Row) -> Rate:
        """The rate a row bears: its own or the loan's."""
        return row.rate or self.rate

    def factor_of(self, row: Row) -> Factor:
        """The rate factor of a row's whole period, at its own rate or the loan's."""
        regular = self.regular_of(row)
        if row.nominal is None:
            return regular
        return shifted(self.terms, self.rate_of(row), regular, row.nominal, (row.start, row.due))

    def regular_of(self, row: Row) -> Factor:
        """The same as if no holiday had moved the period: what instalments are levelled by."""
        start, due = row.nominal or (row.start, row.due)
        return period_factor(self.terms, self.rate_of(row), start, due, row.whole)

    def factors_by_row(self, rows: list[Row]) -> tuple[tuple[Factor, ...], tuple[Factor, ...]]:
        """The rows' factors, and those that their instalments are levelled by."""
        factors = tuple(row.factor for row in rows)
        if not self.terms.moves_due_dates:
            return factors, factors
        return factors, tuple(row.factor if row.nominal is None else self.regular_of(row) for row in rows)
