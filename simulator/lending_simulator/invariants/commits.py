"""Invariants checked at every commit. Each looks at what is written and at what was there before."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, TypeVar

from lending.accounting.ports import VOUCHERS
from lending.application.kinds import Kind
from lending.application.store import Changes
from lending.contracts.contract import MOVES as CONTRACT_MOVES
from lending.contracts.ports import CONTRACTS
from lending.loans.facts import Disbursement
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.status import MOVES as LOAN_MOVES
from lending.operations.ports import ACCOUNTING_DAYS
from lending.origination.application import MOVES as APPLICATION_MOVES
from lending.origination.application import UNFINISHED
from lending.origination.ports import APPLICATIONS
from lending.payments.disbursement import PAID, DisbursementOrder
from lending.payments.ports import DISBURSEMENTS
from lending_simulator.invariants.evidence import OnCommit
from lending_simulator.mirror import Mirror

__all__ = ["AT_COMMIT"]

T = TypeVar("T")

ONE_DAY = timedelta(days=1)


def written(changes: Changes, kind: Kind[T]) -> tuple[T, ...]:
    """The aggregates of a kind that a commit writes."""
    return tuple(write.value for write in changes.writes if write.kind is kind)


def each_request_commits_once(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """No request takes effect a second time."""
    if changes.receipt.request_id in mirror.requests:
        yield f"request {changes.receipt.request_id} has been answered before"


def vouchers_balance(changes: Changes, _mirror: Mirror) -> Iterator[str]:
    """Debits equal credits in every voucher."""
    for voucher in written(changes, VOUCHERS):
        difference = sum(line.signed for line in voucher.lines)
        if difference or not voucher.lines:
            yield f"voucher {voucher.id} is out by {difference}"


def history_only_grows(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """No fact of a loan is ever lost or changed: an update that vanishes under another shows here."""
    for loan in written(changes, LOANS):
        before = mirror.get(LOANS, loan.id.value)
        if before is not None and loan.facts[: len(before.facts)] != before.facts:
            lost = [fact.key for fact in before.facts if fact not in loan.facts]
            yield f"loan {loan.id} has lost {', '.join(lost) or 'the order of its facts'}"


def one_payout_per_contract(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """A contract has one disbursement order, or one for each part of its payout, and opens one loan."""
    for order in written(changes, DISBURSEMENTS):
        for held in mirror.each(DISBURSEMENTS):
            twice = held.part == order.part or held.parts != order.parts
            if held.contract_id == order.contract_id and held.id != order.id and twice:
                yield f"contract {order.contract_id} has orders {order.id} and {held.id}"
    for loan in new_loans(changes, mirror):
        if any(held.contract_id == loan.contract_id for held in mirror.each(LOANS)):
            yield f"contract {loan.contract_id} has a loan already and opens {loan.id}"


def new_loans(changes: Changes, mirror: Mirror) -> Iterator[Loan]:
    """The loans that a commit opens."""
    yield from (loan for loan in written(changes, LOANS) if mirror.get(LOANS, loan.id.value) is None)


def schedule_adds_up_to_principal(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """The plan of a loan repays exactly what was paid out, or promised to a dealer, part by part."""
    for loan in written(changes, LOANS):
        if not all(isinstance(fact, Disbursement) for fact in loan.facts):
            continue
        orders = {order.id: order for order in (*mirror.each(DISBURSEMENTS), *written(changes, DISBURSEMENTS))}
        lent = sum(order.amount.minor for order in orders.values() if _lends(order, loan))
        planned = sum(row.asked.principal for row in loan.account(loan.facts[-1].on).instalments)
        paid_out = loan.disbursed.minor
        if not planned == paid_out == lent:
            yield f"loan {loan.id} plans {planned}, paid out {paid_out}, and {lent} was sent or promised"


def _lends(order: DisbursementOrder, loan: Loan) -> bool:
    """Whether the order's money has reached the payee of the loan, or its dealer has our word for it."""
    return order.contract_id == loan.contract_id and (order.status in PAID or order.voucher is not None)


def one_unfinished_application(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """A customer has at most one application under way."""
    applications = written(changes, APPLICATIONS)
    if not applications:
        return
    customers = {application.customer_id for application in applications}
    current = {held.id: held for held in mirror.each(APPLICATIONS) if held.customer_id in customers}
    current |= {application.id: application for application in applications}
    for customer in sorted(customers):
        unfinished = [
            str(held.id) for held in current.values() if held.customer_id == customer and held.status in UNFINISHED
        ]
        if len(unfinished) > 1:
            yield f"customer {customer} has {', '.join(unfinished)} unfinished"


def days_follow_each_other(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """The accounting day moves by one, and nothing is dated by another day than the one that is open."""
    today = mirror.today
    for day in written(changes, ACCOUNTING_DAYS):
        if today is not None and day.on != today + ONE_DAY:
            yield f"the accounting day went from {today} to {day.on}"
    for record in changes.events:
        if today is not None and record.business_date != today:
            yield f"{type(record.event).__name__} of {record.subject} is dated {record.business_date}, open is {today}"


def states_move_by_their_tables(changes: Changes, mirror: Mirror) -> Iterator[str]:
    """Applications, contracts and loans go only where their tables of moves let them."""
    for kind, allowed in MACHINES:
        for value in written(changes, kind):
            before = mirror.get(kind, kind.identity(value))
            if before is None or before.status is value.status:
                continue
            if (before.status, value.status) not in allowed:
                yield f"{kind.name} {kind.identity(value)} went from {before.status.value} to {value.status.value}"


MACHINES: tuple[tuple[Kind[Any], frozenset[tuple[Any, Any]]], ...] = (
    (APPLICATIONS, frozenset((before, after) for (before, _act), after in APPLICATION_MOVES.items())),
    (CONTRACTS, frozenset((before, after) for (before, _act), after in CONTRACT_MOVES.items())),
    (LOANS, frozenset((before, after) for before, afters in LOAN_MOVES.items() for after in afters)),
)

AT_COMMIT: tuple[OnCommit, ...] = (
    each_request_commits_once,
    vouchers_balance,
    history_only_grows,
    one_payout_per_contract,
    schedule_adds_up_to_principal,
    one_unfinished_application,
    days_follow_each_other,
    states_move_by_their_tables,
)
