"""How the deposit (保证金) of a direct lease is received, set off and returned."""

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.commands import DepositMoved, ReceiveDeposit, ReturnDeposit, SetOffDeposit
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.refusals import LoanNotFound

__all__ = ["receive_deposit", "return_deposit", "set_off_deposit"]


def receive_deposit(command: ReceiveDeposit, call: Call, work: Work) -> Outcome[DepositMoved, Refusal]:
    """Take the money with its value date."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    received = loan.receive_deposit(command.reference, command.amount, call.valued_on, today=call.business_date)
    return received if isinstance(received, Failure) else _moved(loan, received.unwrap(), call, work)


def set_off_deposit(command: SetOffDeposit, call: Call, work: Work) -> Outcome[DepositMoved, Refusal]:
    """Pay what is overdue from the deposit."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    used = loan.set_off_deposit(command.reference, call.valued_on, command.amount, today=call.business_date)
    return used if isinstance(used, Failure) else _moved(loan, used.unwrap(), call, work)


def return_deposit(command: ReturnDeposit, call: Call, work: Work) -> Outcome[DepositMoved, Refusal]:
    """Note that the rest has gone back."""
    loan = work.find(LOANS, command.loan_id)
    if loan is None:
        return Failure(LoanNotFound(command.loan_id.value))
    returned = loan.return_deposit(command.reference, call.valued_on, today=call.business_date)
    return returned if isinstance(returned, Failure) else _moved(loan, returned.unwrap(), call, work)


def _moved(before: Loan, after: Loan, call: Call, work: Work) -> Success[DepositMoved]:
    work.save(LOANS, after)
    stood, now = (loan.account(call.business_date).figures.deposit_held for loan in (before, after))
    currency = after.terms.currency
    return Success(DepositMoved(after.id, Money(abs(now - stood), currency), Money(now, currency), after.status.value))
