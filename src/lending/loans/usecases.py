"""How loans fall due and are looked at; what is done to them is in `acting` and `taking`."""

from datetime import date

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Instalment
from lending.loans.commands import DuesGenerated, GenerateDues
from lending.loans.flags import flags
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.queries import (
    GetLoan,
    GetSettlementQuote,
    InstalmentView,
    ListLoans,
    LoanPage,
    LoanSummary,
    LoanView,
    SettlementView,
)
from lending.loans.refusals import LoanNotActive, LoanNotFound, PrepaymentTooEarly
from lending.loans.repricing import next_reset
from lending.loans.status import ACTIVE
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import must_be_open, record_run
from lending.products.queries import FloatingView

__all__ = [
    "generate_dues",
    "get_loan",
    "get_settlement_quote",
    "list_loans",
]


def generate_dues(command: GenerateDues, call: Call, work: Work) -> Outcome[DuesGenerated, DayNotOpen]:
    """Let what falls due on the day fall due, and note the state it finds loans in; a rerun finds nothing more."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "active_shard", str(command.shard))
    changed = 0
    for loan in loans:
        after = loan.close_day(command.day)
        if after.events:
            work.save(LOANS, after)
            changed += 1
    record_run(work, JobRun(command.day, "due", command.shard, len(loans)))
    return Success(DuesGenerated(changed))


def get_loan(query: GetLoan, call: Call, reader: Reader) -> Outcome[LoanView, LoanNotFound]:
    """A loan with its plan."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    return Success(_view(stored.value, call.business_date))


def _view(loan: Loan, as_of: date) -> LoanView:
    account = loan.account(as_of)
    currency = loan.terms.currency
    return LoanView(
        loan_id=loan.id,
        contract_id=loan.contract_id,
        customer_id=loan.customer_id,
        product=loan.product,
        status=account.status.value,
        as_of=as_of,
        principal=loan.terms.principal,
        principal_left=Money(account.principal_balance, currency),
        credit_balance=Money(account.credit_balance, currency),
        deposit_held=Money(account.figures.deposit_held, currency),
        annual_rate=account.rate,
        floating=FloatingView.of(loan.terms.floating),
        next_reset=next_reset(loan.terms, as_of),
        opened_on=loan.opened_on,
        non_accrual_since=account.non_accrual_since,
        due_now=Money(account.due.total, currency),
        held_by=loan.held_by,
        instalments=_instalment_views(account.instalments, currency),
        lease=loan.terms.lease,
        flags=tuple(flag.value for flag in flags(loan, as_of)),
    )


def _instalment_views(instalments: tuple[Instalment, ...], currency: Currency) -> tuple[InstalmentView, ...]:
    return tuple(
        InstalmentView(
            no=instalment.no,
            due=instalment.due,
            pay_by=instalment.pay_by,
            principal=Money(instalment.asked.principal, currency),
            interest=Money(instalment.asked.interest, currency),
            fee=Money(instalment.asked.fee, currency),
            total=Money(instalment.asked.total, currency),
            paid=Money(instalment.paid.total, currency),
            outstanding=Money(instalment.outstanding, currency),
            status=instalment.status.value,
        )
        for instalment in instalments
    )


def get_settlement_quote(
    query: GetSettlementQuote, call: Call, reader: Reader
) -> Outcome[SettlementView, LoanNotFound | LoanNotActive | PrepaymentTooEarly]:
    """What settles the loan on the accounting day."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    loan = stored.value
    standing = loan.standing(call.business_date)
    if standing not in ACTIVE:
        return Failure(LoanNotActive(standing))
    locked = loan.early_settlement_refused(call.business_date)
    if locked is not None:
        return Failure(locked)
    asked = loan.settlement_quote(call.business_date)
    view = SettlementView(
        loan_id=query.loan_id,
        on=asked.on,
        principal=asked.principal,
        interest=asked.interest,
        penalty=asked.penalty + asked.compound,
        fee=asked.fees,
        credit=asked.credit,
        deposit=asked.deposit,
        total=asked.total,
    )
    return Success(view)


def list_loans(query: ListLoans, call: Call, reader: Reader) -> Outcome[LoanPage, LoanNotFound]:
    """A customer's loans; one more than the page is read, to know whether there is a next."""
    key = LOANS.key("customer_id")
    loans = reader.page(LOANS, key, query.customer_id, query.after, query.page_size + 1)
    shown = loans[: query.page_size]
    summaries = tuple(
        LoanSummary(
            loan_id=loan.id,
            product=loan.product,
            status=loan.standing(call.business_date).value,
            principal=loan.terms.principal,
            opened_on=loan.opened_on,
        )
        for loan in shown
    )
    return Success(LoanPage(summaries, shown[-1].id.value if len(loans) > len(shown) else ""))
