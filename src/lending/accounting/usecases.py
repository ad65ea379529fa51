"""How the books are set up and kept."""

from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

import attrs

from lending.accounting.channel_lines import moved_by
from lending.accounting.commands import Accrued, AccrueInterest, PublishChart, PublishPostingRules
from lending.accounting.entries import Entry
from lending.accounting.events import AccountingPublished, InterestAccrued
from lending.accounting.journal import OWN, JournalLine, Side
from lending.accounting.ports import CHART, CHARTS, POSITIONS, POSTING_RULES, RULES
from lending.accounting.position_moves import move_position
from lending.accounting.positions import Position
from lending.accounting.posting import scheme_of
from lending.accounting.posting_rules import CANCELLED, DISBURSED, REVOKED, TAKEN_ON, VOUCHED
from lending.accounting.refusals import AccountsMissing, FigureWithoutRule, RulesMissing
from lending.accounting.writing import write_voucher
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.funded import FundedLoan, Parts
from lending.funding.ports import FUNDED_LOANS
from lending.kernel.events import Event
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Account, account
from lending.loans.cancellation import LoanCancelled, LoanRevoked
from lending.loans.events import (
    ChargeAdded,
    DepositReceived,
    DepositReturned,
    DepositSetOff,
    DueDayChanged,
    InstalmentAdjusted,
    InstalmentsFellDue,
    LoanCleared,
    LoanExtended,
    LoanImpaired,
    LoanMisuseCured,
    LoanMisused,
    LoanOpened,
    LoanOpenedByVoucher,
    LoanRecalled,
    LoanRepaid,
    LoanRepriced,
    LoanTermChanged,
    LoanWrittenOff,
    MoneyRecovered,
    PayByDatesSet,
    PaymentRefunded,
    PaymentReversed,
    RateChanged,
    TrancheDisbursed,
    Waived,
    WaiverLapsed,
)
from lending.loans.loan import Loan
from lending.loans.portfolio_events import PortfolioTakenOn
from lending.loans.ports import LOANS
from lending.operations.commands import Published
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import must_be_open, record_run

__all__ = [
    "POSTING_EVENTS",
    "accrue_interest",
    "post_loan",
    "post_portfolio",
    "publish_chart",
    "publish_posting_rules",
]

POSTING_EVENTS: dict[type[Event], str | None] = {
    LoanOpened: DISBURSED,
    LoanOpenedByVoucher: VOUCHED,
    TrancheDisbursed: DISBURSED,
    LoanRepaid: "REPAID",
    DepositReceived: "DEPOSIT_RECEIVED",
    DepositSetOff: "DEPOSIT_SET_OFF",
    DepositReturned: "DEPOSIT_RETURNED",
    ChargeAdded: "CHARGED",
    Waived: "WAIVED",
    WaiverLapsed: "WAIVED",
    InstalmentAdjusted: "ADJUSTED",
    PaymentReversed: "REVERSED",
    PaymentRefunded: "REFUNDED",
    LoanCancelled: CANCELLED,
    LoanRevoked: REVOKED,
    LoanWrittenOff: "WRITTEN_OFF",
    LoanCleared: "CLEARED",
    MoneyRecovered: "RECOVERED",
    InstalmentsFellDue: None,
    RateChanged: None,
    LoanRepriced: None,
    PayByDatesSet: None,
    LoanRecalled: None,
    LoanImpaired: None,
    LoanMisused: None,
    LoanMisuseCured: None,
    LoanExtended: None,
    DueDayChanged: None,
    LoanTermChanged: None,
}
"""Which posting event a loan's event is; None where only time is caught up with."""
LoanEvent: TypeAlias = (
    LoanOpened
    | TrancheDisbursed
    | LoanRepaid
    | DepositReceived
    | DepositSetOff
    | DepositReturned
    | ChargeAdded
    | Waived
    | WaiverLapsed
    | InstalmentAdjusted
    | PaymentReversed
    | PaymentRefunded
    | LoanCancelled
    | LoanWrittenOff
    | LoanCleared
    | MoneyRecovered
    | InstalmentsFellDue
    | RateChanged
    | LoanRepriced
    | PayByDatesSet
    | LoanRecalled
    | LoanImpaired
    | LoanMisused
    | LoanMisuseCured
    | LoanExtended
    | DueDayChanged
    | LoanTermChanged
)

Gathered: TypeAlias = dict[tuple[str, str, bool, Currency], list[JournalLine]]
"""The lines of a shard by book, posting event, on book or off book, and currency."""


def publish_chart(command: PublishChart, _call: Call, work: Work) -> Outcome[Published, AccountsMissing]:
    """Keep the chart."""
    if work.find(CHARTS, CHART) != command.chart:
        work.save(CHARTS, command.chart)
        work.record(CHART, AccountingPublished(CHART, command.chart.version))
    return Success(Published(CHART, command.chart.version))


def publish_posting_rules(command: PublishPostingRules, _call: Call, work: Work) -> Outcome[Published, AccountsMissing]:
    """Keep the rules, whose accounts the chart must have."""
    chart = work.find(CHARTS, CHART)
    missing = command.rules.accounts - (chart.codes if chart else frozenset())
    if missing:
        return Failure(AccountsMissing(tuple(sorted(missing))))
    if work.find(POSTING_RULES, RULES) != command.rules:
        work.save(POSTING_RULES, command.rules)
        work.record(RULES, AccountingPublished(RULES, command.rules.version))
    return Success(Published(RULES, command.rules.version))


def post_loan(event: LoanEvent, call: Call, work: Work) -> Outcome[None, RulesMissing | FigureWithoutRule]:
    """Reaction to a loan's event: bring the books to what the loan's figures are now."""
    loan = work.get(LOANS, event.loan_id)
    key = None if isinstance(event, InstalmentsFellDue) else event.key
    posted = _bring_up_to_date(work, loan, call.business_date, POSTING_EVENTS[type(event)], key)
    if isinstance(posted, Failure):
        return posted
    paid = event.of if isinstance(event, PaymentReversed | PaymentRefunded | LoanCancelled) else key
    for entry in posted.unwrap():
        moved = attrs.evolve(entry, lines=moved_by(work, entry.lines, paid or ""))
        write_voucher(work, call, moved, loan.terms.currency, event.on)
    return Success(None)


def post_portfolio(event: PortfolioTakenOn, call: Call, work: Work) -> Outcome[None, RulesMissing | FigureWithoutRule]:
    """Reaction to loans taken on together: one voucher a currency, on book and off book, with lines per loan."""
    gathered: Gathered = {}
    for loan_id in event.loan_ids:
        loan = work.get(LOANS, loan_id)
        posted = _bring_up_to_date(work, loan, event.on, TAKEN_ON)
        if isinstance(posted, Failure):
            return posted
        _gather(gathered, posted.unwrap(), loan)
    _write_gathered(work, call, gathered, event.on)
    return Success(None)


def accrue_interest(
    command: AccrueInterest, call: Call, work: Work
) -> Outcome[Accrued, RulesMissing | FigureWithoutRule | DayNotOpen]:
    """One voucher per posting event and currency, on book and off book, for the whole shard, with lines per loan."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "active_shard", str(command.shard))
    gathered: Gathered = {}
    moved = 0
    for loan in loans:
        # The position may have moved with a payment since the loan was read; then both are read again.
        work.relies_on(LOANS, loan)
        posted = _bring_up_to_date(work, loan, command.day, None)
        if isinstance(posted, Failure):
            return posted
        moved += bool(posted.unwrap())
        _gather(gathered, posted.unwrap(), loan)
    _write_gathered(work, call, gathered, command.day)
    amount = _debited(gathered, "ACCRUED")
    record_run(work, JobRun(command.day, "accrual", command.shard, len(loans)))
    work.record(f"shard/{command.shard}", InterestAccrued(command.day, command.shard, moved, amount))
    return Success(Accrued(moved, amount))


def _gather(gathered: Gathered, entries: Iterable[Entry], loan: Loan) -> None:
    for entry in entries:
        place = entry.book, entry.event, entry.off_book, loan.terms.currency
        gathered.setdefault(place, []).extend(entry.lines)


def _write_gathered(work: Work, call: Call, gathered: Gathered, value_date: date) -> None:
    for (book, event, _off_book, currency), lines in gathered.items():
        write_voucher(work, call, Entry(event, tuple(lines), book), currency, value_date)


def _debited(gathered: Gathered, event: str) -> int:
    """The total debited by a posting event on our book."""
    ours = (
        held for (book, name, off_book, _), held in gathered.items() if (book, name, off_book) == (OWN, event, False)
    )
    return sum(line.amount for held in ours for line in held if line.side is Side.DEBIT)


def _bring_up_to_date(
    work: Work, loan: Loan, through: date, event: str | None, key: str | None = None
) -> Outcome[tuple[Entry, ...], RulesMissing | FigureWithoutRule]:
    """The entries between what is booked of the loan and what its figures are; the position moves with them.

    What time brought about before the fact with `key` is booked before it, so that its entries are its own.
    A loan whose books are ahead of `through` is left as it is.
    """
    rules = work.find(POSTING_RULES, RULES)
    if rules is None:
        return Failure(RulesMissing())
    position = work.find(POSITIONS, loan.id)
    if position is None:
        position = Position(loan.id.value, loan.product, loan.terms.currency, Parts(), through)
    if position.through > through:
        return Success(())
    rules = rules.under(scheme_of(loan.terms))
    funded = work.find(FUNDED_LOANS, loan.id) if position.booked == Parts() or position.booked.theirs else None
    now, waited = _parts(funded, loan.account(through)), position.booked
    if key is not None and position.through < through:
        waited = _parts(funded, account(loan.terms, [fact for fact in loan.facts if fact.key != key], through))
    return move_position(work, rules, position, (waited, now), through, event)


def _parts(funded: FundedLoan | None, stated: Account) -> Parts:
    return funded.parts(stated) if funded is not None else Parts(stated.figures)
