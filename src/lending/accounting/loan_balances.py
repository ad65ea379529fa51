"""What a book holds of each loan at the end of a day (借据余额): the balances a funder is told."""

import enum
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

__all__ = ["LoanBalance", "LoanClass", "SubjectBalance", "loan_balances"]


@attrs.frozen
class SubjectBalance:
    """What the lines about one subject come to in an account of a book, in minor units, debit positive."""

    subject: str
    account: str
    signed: int


class LoanClass(enum.Enum):
    """As what a loan stands on the books."""

    NORMAL = "NORMAL"
    OVERDUE = "OVERDUE"
    NON_ACCRUAL = "NON_ACCRUAL"
    WRITTEN_OFF = "WRITTEN_OFF"
    CLOSED = "CLOSED"
    """Nothing of it is left: it was settled, sold, or taken over."""


ACCOUNTS = {
    "1303.01": "normal",
    "1303.02": "overdue",
    "1303.03": "non_accrual",
    "1541.01": "rents",
    "1541.02": "unearned",
    "1132.01": "interest_accrued",
    "1132.02": "interest_due",
    "1132.03": "penalty",
    "1132.04": "compound",
    "1132.05": "fees",
    "7101.01": "off_book_interest",
    "7102.01": "written_off",
}


@attrs.frozen(kw_only=True)
class LoanBalance:
    """One loan on a book at the end of a day, in minor units.

    `normal`, `overdue` and `non_accrual` are its principal by class, `rents` what a direct lease asks and `unearned`,
    below zero, the income in them; `off_book_interest` is owed and not on book, `written_off` still claimed.
    """

    loan_id: str
    normal: int = 0
    overdue: int = 0
    non_accrual: int = 0
    rents: int = 0
    unearned: int = 0
    interest_accrued: int = 0
    interest_due: int = 0
    penalty: int = 0
    compound: int = 0
    fees: int = 0
    off_book_interest: int = 0
    written_off: int = 0

    @property
    def principal(self) -> int:
        """All principal on book."""
        return self.normal + self.overdue + self.non_accrual + self.rents + self.unearned

    @property
    def loan_class(self) -> LoanClass:
        """The worst class in which anything of it stands."""
        if self.written_off:
            return LoanClass.WRITTEN_OFF
        if self.non_accrual or self.off_book_interest:
            return LoanClass.NON_ACCRUAL
        if self.overdue:
            return LoanClass.OVERDUE
        return LoanClass.NORMAL if any(attrs.astuple(self)[1:]) else LoanClass.CLOSED


def loan_balances(balances: Iterable[SubjectBalance]) -> Iterator[LoanBalance]:
    """The loans among the subjects, which come in order. What stands in accounts that are not of loans is left out."""
    for loan_id, rows in groupby(balances, key=lambda row: row.subject):
        held = {ACCOUNTS[row.account]: row.signed for row in rows if row.account in ACCOUNTS}
        if held:
            yield LoanBalance(loan_id=loan_id, **held)
