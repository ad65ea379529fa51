"""How what is asked of a loan is done to it: changes, relief, corrections, its end; money in is in `taking`."""

from collections.abc import Callable
from typing import TypeVar

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.authority import beyond_authority
from lending.loans.choices import Component
from lending.loans.commands import (
    AdjustLoan,
    ChangeDueDay,
    ChangeLoanRate,
    ChangeLoanTerm,
    ChargeLoan,
    ClearLoan,
    ExtendLoan,
    Impaired,
    ImpairLoan,
    LoanChanged,
    RecallLoan,
    RefundPayment,
    ReversalRefused,
    ReversePayment,
    WaiveLoan,
    WriteOffLoan,
)
from lending.loans.events import LoanCleared
from lending.loans.extension import latest_maturity
from lending.loans.ids import LoanId
from lending.loans.lease_refusals import DepositAlreadyReturned
from lending.loans.loan import AmountRefused, Loan, MoneyInRefused, TimingRefused
from lending.loans.ports import LOANS
from lending.loans.refusals import (
    ChargeAboveCap,
    ChargeNotAllowed,
    DueDayNotPossible,
    ExtensionBeyondLimit,
    ExtensionNotLater,
    LoanNotFound,
    LoanOverdue,
    NoInstalmentsLeft,
    RefundExceedsPayment,
    TermNotPossible,
)
from lending.loans.relief import LATENESS, WaiverRefused
from lending.loans.relief_refusals import (
    AdjustmentBelowPaid,
    AdjustmentNotAllowed,
    ClearanceExceedsOwed,
    InstalmentNotDue,
    LoanNotBad,
    WaiverExceedsAuthority,
)

__all__ = [
    "adjust_loan",
    "change_due_day",
    "change_loan_rate",
    "charge_loan",
    "clear_loan",
    "done",
    "extend_loan",
    "impair_loan",
    "recall_loan",
    "refund_payment",
    "reverse_payment",
    "waive_loan",
    "write_off_loan",
]

E = TypeVar("E")


def done(loan_id: LoanId, work: Work, act: Callable[[Loan], Outcome[Loan, E]]) -> Outcome[Loan, LoanNotFound | E]:
    """The loan after the act, kept."""
    loan = work.find(LOANS, loan_id)
    if loan is None:
        return Failure(LoanNotFound(loan_id.value))
    after = act(loan)
    if isinstance(after, Success):
        work.save(LOANS, after.unwrap())
    return after


# --- changes ------------------------------------------------------------------------------------


def charge_loan(
    command: ChargeLoan, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | AmountRefused | TimingRefused | ChargeNotAllowed | ChargeAboveCap]:
    """Add the charge."""

    def charge(loan: Loan) -> Outcome[Loan, AmountRefused | TimingRefused | ChargeNotAllowed | ChargeAboveCap]:
        asked = command.component, command.amount, command.due
        return loan.charge(command.reference, *asked, call.valued_on, today=call.business_date)

    return _changed(done(command.loan_id, work, charge), call)


def change_loan_rate(
    command: ChangeLoanRate, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | TimingRefused]:
    """Plan what is to come at the new rate."""

    def change(loan: Loan) -> Outcome[Loan, TimingRefused]:
        return loan.change_rate(command.reference, command.annual_rate, call.valued_on, today=call.business_date)

    return _changed(done(command.loan_id, work, change), call)


def extend_loan(
    command: ExtendLoan, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | TimingRefused | LoanOverdue | ExtensionNotLater | ExtensionBeyondLimit]:
    """Let the loan run on, as far as its class allows."""

    def extend(loan: Loan) -> Outcome[Loan, TimingRefused | LoanOverdue | ExtensionNotLater | ExtensionBeyondLimit]:
        until, rate = command.new_maturity, command.annual_rate
        latest = latest_maturity(loan.terms)
        if until > latest:
            return Failure(ExtensionBeyondLimit(until, latest))
        return loan.extend(command.reference, until, call.valued_on, rate, today=call.business_date)

    return _changed(done(command.loan_id, work, extend), call)


def change_due_day(
    command: ChangeDueDay, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | TimingRefused | LoanOverdue | NoInstalmentsLeft | DueDayNotPossible]:
    """Move the due dates after the next one."""

    def change(loan: Loan) -> Outcome[Loan, TimingRefused | LoanOverdue | NoInstalmentsLeft | DueDayNotPossible]:
        return loan.change_due_day(command.reference, command.due_day, call.valued_on, today=call.business_date)

    return _changed(done(command.loan_id, work, change), call)


def change_term(
    command: ChangeLoanTerm, call: Call, work: Work
) -> Outcome[
    LoanChanged, LoanNotFound | TimingRefused | LoanOverdue | NoInstalmentsLeft | TermNotPossible | ExtensionBeyondLimit
]:
    """Pay what is left in more or fewer instalments, as far as the loan's class allows."""

    def change(
        loan: Loan,
    ) -> Outcome[Loan, TimingRefused | LoanOverdue | NoInstalmentsLeft | TermNotPossible | ExtensionBeyondLimit]:
        on = call.valued_on
        changed = loan.change_term(command.reference, command.instalments, on, today=call.business_date)
        if isinstance(changed, Failure):
            return changed
        ended, ends = loan.account(on).maturity, changed.unwrap().account(on).maturity
        assert ended is not None, "it had rows"
        assert ends is not None, "it has rows"
        latest = latest_maturity(loan.terms)
        return Failure(ExtensionBeyondLimit(ends, latest)) if ends > max(ended, latest) else changed

    return _changed(done(command.loan_id, work, change), call)


def recall_loan(
    command: RecallLoan, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | TimingRefused | NoInstalmentsLeft]:
    """Let everything be due."""

    def recall(loan: Loan) -> Outcome[Loan, TimingRefused | NoInstalmentsLeft]:
        return loan.recall(command.reference, call.valued_on, today=call.business_date)

    return _changed(done(command.loan_id, work, recall), call)


# --- relief and corrections ---------------------------------------------------------------------


def waive_loan(
    command: WaiveLoan, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | WaiverRefused | WaiverExceedsAuthority]:
    """Give up what was asked, within the authority of whoever lets it happen."""

    def waive(loan: Loan) -> Outcome[Loan, WaiverRefused | WaiverExceedsAuthority]:
        on, today = call.valued_on, call.business_date
        parts = loan.relief(command.components or LATENESS, command.relief, on)
        waived = loan.waive_parts(command.reference, parts, on, command.for_payment, today=today)
        beyond = beyond_authority(call.actor.role, loan.account(on), parts)
        return waived if beyond is None or isinstance(waived, Failure) else Failure(beyond)

    return _changed(done(command.loan_id, work, waive), call)


def reverse_payment(
    command: ReversePayment, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | ReversalRefused | DepositAlreadyReturned]:
    """Undo the payment on the accounting day."""

    def reverse(loan: Loan) -> Outcome[Loan, ReversalRefused | DepositAlreadyReturned]:
        return loan.reverse(command.reference, command.payment, call.business_date, today=call.business_date)

    return _changed(done(command.loan_id, work, reverse), call)


def refund_payment(
    command: RefundPayment, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | ReversalRefused | RefundExceedsPayment]:
    """Take part of the payment back out of the loan on the accounting day."""

    def refund(loan: Loan) -> Outcome[Loan, ReversalRefused | RefundExceedsPayment]:
        today = call.business_date
        return loan.refund(command.reference, command.payment, command.amount, today, today=today)

    return _changed(done(command.loan_id, work, refund), call)


def adjust_loan(
    command: AdjustLoan, call: Call, work: Work
) -> Outcome[
    LoanChanged,
    LoanNotFound | AmountRefused | TimingRefused | AdjustmentNotAllowed | InstalmentNotDue | AdjustmentBelowPaid,
]:
    """Put the instalment right."""

    def adjust(
        loan: Loan,
    ) -> Outcome[Loan, AmountRefused | TimingRefused | AdjustmentNotAllowed | InstalmentNotDue | AdjustmentBelowPaid]:
        return loan.adjust(
            command.reference,
            command.instalment,
            command.component,
            command.change,
            call.valued_on,
            reason=command.reason,
            reference=command.reference,
            today=call.business_date,
        )

    return _changed(done(command.loan_id, work, adjust), call)


# --- the end ------------------------------------------------------------------------------------


def write_off_loan(command: WriteOffLoan, call: Call, work: Work) -> Outcome[LoanChanged, LoanNotFound | TimingRefused]:
    """Take the loan off the books; a payment under way comes as a recovery."""

    def write_off(loan: Loan) -> Outcome[Loan, TimingRefused]:
        return loan.write_off(command.reference, call.valued_on, today=call.business_date)

    return _changed(done(command.loan_id, work, write_off), call)


def clear_loan(
    command: ClearLoan, call: Call, work: Work
) -> Outcome[LoanChanged, LoanNotFound | MoneyInRefused | LoanNotBad | ClearanceExceedsOwed | WaiverExceedsAuthority]:
    """End the loan; what is given up is within the authority of whoever lets it happen."""

    def clear(
        loan: Loan,
    ) -> Outcome[Loan, MoneyInRefused | LoanNotBad | ClearanceExceedsOwed | WaiverExceedsAuthority]:
        on, today = call.valued_on, call.business_date
        cleared = loan.clear(command.reference, command.amount, command.means, on, today=today)
        if isinstance(cleared, Failure):
            return cleared
        (event,) = (event for event in cleared.unwrap().events if isinstance(event, LoanCleared))
        parts: list[tuple[Component, Money]] = [(part, getattr(event, part.value.lower())) for part in Component]
        beyond = beyond_authority(call.actor.role, loan.account(on), [part for part in parts if part[1]])
        return cleared if beyond is None else Failure(beyond)

    return _changed(done(command.loan_id, work, clear), call)


def _changed(done: Outcome[Loan, E], call: Call) -> Outcome[LoanChanged, E]:
    if isinstance(done, Failure):
        return done
    loan = done.unwrap()
    now = loan.account(call.business_date)
    due, left = loan.money(now.due.total), loan.money(now.principal_balance)
    return Success(LoanChanged(loan.id, loan.status.value, due, left))


def impair_loan(command: ImpairLoan, call: Call, work: Work) -> Outcome[Impaired, LoanNotFound | TimingRefused]:
    """Judge the loan impaired."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    judged = loan.impair(command.reference, command.reason, call.valued_on, today=call.business_date)
    if isinstance(judged, Failure):
        return judged
    impaired = judged.unwrap()
    work.save(LOANS, impaired)
    return Success(Impaired(loan.id, impaired.account(call.business_date).non_accrual_since))
