"""How a loan takes the money that comes in: payments, prepayments, settlements, recoveries."""

from typing import TypeVar

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.acting import done
from lending.loans.commands import PrepayLoan, RecoverLoan, Repaid, RepayLoan, SettleLoan
from lending.loans.loan import AmountRefused, Loan, MoneyInRefused
from lending.loans.money_in import PrepaymentRefused
from lending.loans.record import RefundRefused
from lending.loans.refusals import LoanNotFound, NotWrittenOff, PrepaymentTooEarly, SettlementAmountDiffers

__all__ = ["prepay_loan", "recover_loan", "repay_loan", "settle_loan"]

E = TypeVar("E")


def repay_loan(command: RepayLoan, call: Call, work: Work) -> Outcome[Repaid, LoanNotFound | MoneyInRefused]:
    """Take the payment with its value date."""

    def repay(loan: Loan) -> Outcome[Loan, MoneyInRefused]:
        return loan.repay(command.reference, command.amount, call.valued_on, today=call.business_date)

    return _taken(done(command.loan_id, work, repay), command.amount, call)


def settle_loan(
    command: SettleLoan, call: Call, work: Work
) -> Outcome[Repaid, LoanNotFound | MoneyInRefused | SettlementAmountDiffers | PrepaymentTooEarly]:
    """Take the payment that settles the loan."""

    def settle(loan: Loan) -> Outcome[Loan, MoneyInRefused | SettlementAmountDiffers | PrepaymentTooEarly]:
        return loan.settle(command.reference, call.valued_on, command.amount, today=call.business_date)

    return _taken(done(command.loan_id, work, settle), command.amount, call)


def prepay_loan(
    command: PrepayLoan, call: Call, work: Work
) -> Outcome[Repaid, LoanNotFound | MoneyInRefused | PrepaymentRefused]:
    """Take the partial prepayment, and plan the rest."""

    def prepay(loan: Loan) -> Outcome[Loan, MoneyInRefused | PrepaymentRefused]:
        today = call.business_date
        return loan.prepay(command.reference, command.amount, call.valued_on, command.effect, today=today)

    return _taken(done(command.loan_id, work, prepay), command.amount, call)


def recover_loan(
    command: RecoverLoan, call: Call, work: Work
) -> Outcome[Repaid, LoanNotFound | AmountRefused | RefundRefused | NotWrittenOff]:
    """Take the recovery."""

    def recover(loan: Loan) -> Outcome[Loan, AmountRefused | RefundRefused | NotWrittenOff]:
        return loan.recover(command.reference, command.amount, call.valued_on, today=call.business_date)

    return _taken(done(command.loan_id, work, recover), command.amount, call)


def _taken(done: Outcome[Loan, E], amount: Money, call: Call) -> Outcome[Repaid, E]:
    if isinstance(done, Failure):
        return done
    loan = done.unwrap()
    left = loan.money(loan.account(call.business_date).principal_balance)
    return Success(Repaid(loan.id, amount, left, loan.status.value))
