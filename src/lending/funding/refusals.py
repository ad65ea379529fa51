"""What funding refuses."""

from datetime import date

import attrs

from lending.kernel.invalid import Violation
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal, RefusalKind
from lending.loans.ids import LoanId

__all__ = [
    "AlreadyCovered",
    "BankAmountDiffers",
    "BankSerialKnown",
    "CoverNotAgreed",
    "CoverNotDue",
    "DayNotCutOff",
    "FunderCollectionKnown",
    "FunderMoneyKnown",
    "FunderNotFound",
    "FunderNotOfLoan",
    "FunderUnknown",
    "FundingNotSought",
    "NothingToSettle",
    "SettlementFileDiffers",
    "SettlementNotFound",
    "SettlementUnbalanced",
    "WrongSettlementState",
]


@attrs.frozen
class FunderUnknown(Refusal):
    """No funding scheme names that funder; `known` holds those that one does."""

    code = "FUNDER_UNKNOWN"
    kind = RefusalKind.INVALID
    funder: str
    known: tuple[str, ...]

    @property
    def violations(self) -> tuple[Violation, ...]:
        """The funder named."""
        expected = f"one of {', '.join(self.known)}" if self.known else "a funder of a scheme, and none is published"
        return (Violation("funder", self.funder, expected),)


@attrs.frozen
class FunderMoneyKnown(Refusal):
    """Money of the funder was recorded under that reference before."""

    code = "FUNDER_MONEY_KNOWN"
    kind = RefusalKind.CONFLICT
    funder: str
    reference: str
    amount: Money


@attrs.frozen
class CoverNotAgreed(Refusal):
    """The funder has no part of the loan that we promised to take over."""

    code = "COVER_NOT_AGREED"
    kind = RefusalKind.PRECONDITION
    loan_id: LoanId
    funder: str


@attrs.frozen
class AlreadyCovered(Refusal):
    """The funder's part was taken over before."""

    code = "ALREADY_COVERED"
    kind = RefusalKind.CONFLICT
    loan_id: LoanId
    funder: str
    on: date


@attrs.frozen
class CoverNotDue(Refusal):
    """The loan is not late enough for a funder's part to be taken over."""

    code = "COVER_NOT_DUE"
    kind = RefusalKind.PRECONDITION
    days_past_due: int
    agreed: int


@attrs.frozen
class FunderNotFound(Refusal):
    """No such funder is published."""

    code = "FUNDER_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    funder: str


@attrs.frozen
class FundingNotSought(Refusal):
    """No money is sought for that application, or not in that many tries."""

    code = "FUNDING_NOT_SOUGHT"
    kind = RefusalKind.NOT_FOUND
    application_id: str


@attrs.frozen
class DayNotCutOff(Refusal):
    """A funder is settled with for a day that is closed."""

    code = "DAY_NOT_CUT_OFF"
    kind = RefusalKind.PRECONDITION
    open_day: date
    asked: date


@attrs.frozen
class NothingToSettle(Refusal):
    """Nothing moved between that funder and us on that day, and nothing disputed waits for it."""

    code = "NOTHING_TO_SETTLE"
    kind = RefusalKind.PRECONDITION
    settlement: str


@attrs.frozen
class SettlementNotFound(Refusal):
    """No such settlement is calculated, or it has not that many lines."""

    code = "SETTLEMENT_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    settlement: str


@attrs.frozen
class WrongSettlementState(Refusal):
    """The settlement is not in a state in which that can be done to it."""

    code = "WRONG_SETTLEMENT_STATE"
    kind = RefusalKind.CONFLICT
    state: str
    act: str


@attrs.frozen
class FunderNotOfLoan(Refusal):
    """None of the loan is that funder's; `funders` are those whose part of it is."""

    code = "FUNDER_NOT_OF_LOAN"
    kind = RefusalKind.PRECONDITION
    loan_id: LoanId
    funder: str
    funders: tuple[str, ...]


@attrs.frozen
class FunderCollectionKnown(Refusal):
    """Under that reference the funder has told of another payment."""

    code = "FUNDER_COLLECTION_KNOWN"
    kind = RefusalKind.CONFLICT
    funder: str
    reference: str
    loan_id: LoanId
    amount: Money


@attrs.frozen
class SettlementUnbalanced(Refusal):
    """What the day's items come to is not what the ledger (2314.02) says became payable on the day."""

    code = "SETTLEMENT_UNBALANCED"
    kind = RefusalKind.PRECONDITION
    settlement: str
    items: Money
    ledger: Money


@attrs.frozen
class SettlementFileDiffers(Refusal):
    """That is not the settlement's file: it has so many lines, this net amount and, once sent, this SHA-256."""

    code = "SETTLEMENT_FILE_DIFFERS"
    kind = RefusalKind.CONFLICT
    settlement: str
    lines: int
    net: Money
    digest: str


@attrs.frozen
class DisputedLineUnknown(Refusal):
    """The settlement's file has no such line of that loan."""

    code = "DISPUTED_LINE_UNKNOWN"
    kind = RefusalKind.INVALID
    settlement: str
    line: int
    loan_id: str


@attrs.frozen
class BankAmountDiffers(Refusal):
    """The bank's amount is not that of the settlement."""

    code = "BANK_AMOUNT_DIFFERS"
    kind = RefusalKind.CONFLICT
    settlement: str
    net: Money
    amount: Money


@attrs.frozen
class BankSerialKnown(Refusal):
    """The payment with that serial number is matched with another settlement."""

    code = "BANK_SERIAL_KNOWN"
    kind = RefusalKind.CONFLICT
    bank_serial: str
    settlement: str
