"""Invariants checked each simulated day, once the end of day is through, and at the end."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import TypeAlias

from lending.accounting.channel_lines import is_at_channel
from lending.accounting.journal import OWN
from lending.accounting.ports import POSITIONS
from lending.accounting.posting import scheme_of
from lending.accounting.posting_rules import Scheme
from lending.contracts.contract import Contract
from lending.contracts.ports import CONTRACTS
from lending.customers.ports import CUSTOMERS
from lending.dealers.ports import DEALERS
from lending.loans.facts import DepositReceipt, Repayment, Settlement
from lending.loans.figures import Figures
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.payments.deduction import DeductionStatus
from lending.payments.disbursement import PAID, DisbursementOrder, PayoutStatus
from lending.payments.ports import DEDUCTIONS, DISBURSEMENTS, PAYOUT_VOUCHERS
from lending.products.product import Payee
from lending_adapters.vendors.bank import Movement, back_of, paid_under
from lending_simulator.invariants.cards import cards_are_used_as_agreed
from lending_simulator.invariants.channels import channels_are_used_as_published
from lending_simulator.invariants.evidence import Evidence, Invariant
from lending_simulator.invariants.funders import funders_books_balance, funders_parts_stand_in_both_books
from lending_simulator.invariants.interest import interest_is_earned_by_the_day
from lending_simulator.mirror import Mirror

__all__ = ["AT_DAY"]

DEALERS_OWED, PROMISED = "2202.01", "7001.01"
LOAN, LEASE = (Scheme.LOAN,), (Scheme.DIRECT_LEASE,)
SUBLEDGER: tuple[tuple[str, tuple[Scheme, ...], tuple[str, ...], int], ...] = (
    ("principal_normal", LOAN, ("1303.01",), 1),
    ("principal_overdue_accruing", LOAN, ("1303.02",), 1),
    ("principal_non_accrual", LOAN, ("1303.03",), 1),
    ("interest_due_on_book", LOAN, ("1132.02",), 1),
    ("interest_accrued_on_book", LOAN, ("1132.01",), 1),
    ("rents_outstanding", LEASE, ("1541.01",), 1),
    ("unearned_income", LEASE, ("1541.02",), -1),
    ("deposit_held", LEASE, ("2241.01",), -1),
    ("charges_on_book", LOAN + LEASE, ("1132.03", "1132.04", "1132.05"), 1),
    ("off_book", LOAN + LEASE, ("7101.01",), 1),
    ("claim", LOAN + LEASE, ("7102.01",), 1),
    ("credit_balance", LOAN + LEASE, ("2241.03",), -1),
)
"""What of which loans stands on which accounts, and on which side."""


PaidIn: TypeAlias = Repayment | Settlement | DepositReceipt
"""The facts that are money paid in."""


def trial_balance_is_zero(evidence: Evidence) -> Iterator[str]:
    """The store's own totals balance in every currency, and are those of the vouchers that were committed."""
    today = evidence.mirror.today or date.max
    signed = {
        (row.account, row.currency): row.debit - row.credit for row in evidence.store.account_balances(OWN, today)
    }
    for currency in sorted({currency for _, currency in signed}):
        difference = sum(amount for (_, held), amount in signed.items() if held == currency)
        if difference:
            yield f"the trial balance is out by {difference} {currency}"
    committed = evidence.mirror.balances
    for place in sorted({*signed, *committed}):
        if signed.get(place, 0) != committed.get(place, 0):
            yield f"account {place[0]} stands at {signed.get(place, 0)}, vouchers say {committed.get(place, 0)}"


def subledger_equals_ledger(evidence: Evidence) -> Iterator[str]:
    """Our part of what all loans owe today is what stands on the accounts of our book."""
    mirror = evidence.mirror
    if mirror.today is None:
        return
    sums: Counter[str] = Counter()
    for loan in mirror.all(LOANS):
        parts, scheme = evidence.parts(loan, mirror.today), scheme_of(loan.terms)
        sums.update({name: getattr(parts.ours, name) for name, schemes, _, _ in SUBLEDGER if scheme in schemes})
        sums["claim"] += sum(claim.figures.claim for claim in parts.claims)
    for name, _, accounts, side in SUBLEDGER:
        booked = side * sum(amount for (code, _), amount in mirror.balances.items() if code in accounts)
        if booked != sums[name]:
            yield f"{name} of the loans is {sums[name]}, accounts {', '.join(accounts)} hold {booked}"


def positions_are_what_loans_were(evidence: Evidence) -> Iterator[str]:
    """What is booked of each loan is what its figures are for the day it was booked through."""
    for position in evidence.mirror.all(POSITIONS):
        loan = evidence.mirror.get(LOANS, position.loan_id)
        figures = evidence.figures(loan, position.through) if loan else Figures()
        if figures != position.booked.whole:
            yield f"loan {position.loan_id} is booked through {position.through} as {position.booked}, is {figures}"


def money_is_neither_made_nor_lost(evidence: Evidence) -> Iterator[str]:
    """All balances together are what came from outside."""
    if evidence.bank.total != evidence.bank.deposited:
        yield f"{evidence.bank.deposited} came in from outside, all balances are {evidence.bank.total}"


def payouts_are_what_truly_moved(evidence: Evidence) -> Iterator[str]:
    """Every payout moved once, to the right account; one came back where it did; an order in doubt may have moved."""
    moved: dict[str, list[Movement]] = {}
    back: set[str] = set()
    for movement in evidence.bank.movements:
        order_id = paid_under(movement).rpartition("-")[0]
        if movement.back and movement.order_no not in evidence.underway:
            back.add(order_id)
        if not movement.incoming:
            moved.setdefault(order_id, []).append(movement)
    orders = {order.id.value: order for order in evidence.mirror.all(DISBURSEMENTS)}
    for order_id in sorted({*moved, *orders}):
        order = orders.get(order_id)
        yield from _payout_breaches(evidence.mirror, order, moved.get(order_id, []), order_id)
        if order is not None and order_id in back and order.status is not PayoutStatus.RETURNED:
            yield f"the money of {order_id} came back, and it is {order.status.value}"


def _payout_breaches(
    mirror: Mirror, order: DisbursementOrder | None, moved: list[Movement], order_id: str
) -> Iterator[str]:
    if order is None:
        yield f"money moved under {order_id}, which nobody ordered"
        return
    contract = mirror.get(CONTRACTS, order.contract_id)
    if len(moved) > 1:
        yield f"{order_id} was paid {len(moved)} times"
    if order.status in PAID and not moved:
        yield f"{order_id} succeeded, and no money moved"
    if order.status is PayoutStatus.CLOSED and moved:
        yield f"{order_id} was given up, and its money moved"
    for movement in moved:
        if movement.amount != order.amount.minor or contract is None or movement.account != _payee(mirror, contract):
            yield f"{order_id} moved {movement.amount} to the wrong account or in the wrong amount"


def _payee(mirror: Mirror, contract: Contract) -> str:
    if contract.payee is Payee.DEALER and contract.dealer_id is not None:
        dealer = mirror.get(DEALERS, contract.dealer_id)
        return dealer.account.number if dealer else ""
    customer = mirror.get(CUSTOMERS, contract.customer_id)
    return customer.person.account.number if customer else ""


def every_payment_landed_once(evidence: Evidence) -> Iterator[str]:
    """Whatever was paid in is on one loan, once, in its amount; and nothing else is."""
    mirror = evidence.mirror
    landed: dict[str, list[tuple[Loan, PaidIn]]] = {}
    for loan in mirror.all(LOANS):
        for fact in loan.facts:
            if isinstance(fact, PaidIn):
                landed.setdefault(fact.key, []).append((loan, fact))
    for key, places in landed.items():
        yield from _landing_breaches(evidence.bank.movement(key), key, places)
    for movement in evidence.bank.movements:
        paid_in = movement.incoming and not movement.back
        if paid_in and movement.order_no not in landed and not _may_be_missing(evidence, movement):
            yield f"{movement.amount} was paid in under {movement.order_no}, and no loan has it"


def _landing_breaches(movement: Movement | None, key: str, places: list[tuple[Loan, PaidIn]]) -> Iterator[str]:
    if len(places) > 1:
        yield f"payment {key} landed {len(places)} times"
    if movement is None:
        yield f"loan {places[0][0].id} took payment {key}, which nobody paid"
        return
    for loan, fact in places:
        if fact.amount is None or fact.amount.minor != movement.amount:
            yield f"loan {loan.id} took {fact.amount} under {key}, {movement.amount} was paid"


def _may_be_missing(evidence: Evidence, movement: Movement) -> bool:
    """A payment that is still on its way, or a deduction whose word is still awaited."""
    order = evidence.mirror.get(DEDUCTIONS, movement.order_no)
    return movement.order_no in evidence.underway if order is None else order.is_open


def deductions_are_what_truly_moved(evidence: Evidence) -> Iterator[str]:
    """A deduction took what it says, never more than was due; one that failed took nothing."""
    for order in evidence.mirror.all(DEDUCTIONS):
        movement = evidence.bank.movement(order.order_no)
        taken = movement.amount if movement else 0
        if order.has_taken and taken != order.moved.minor:
            yield f"{order.id} is {order.status.value} over {order.moved}, {taken} was taken"
        if taken > order.due.minor:
            yield f"{order.id} took {taken}, {order.due} was due"
        if order.status is DeductionStatus.PARTIAL and not order.in_part:
            yield f"{order.id} took a part, which was not agreed"
        if order.status is DeductionStatus.FAILED and taken:
            yield f"{order.id} failed, and {taken} was taken"


def cash_account_is_what_was_heard_of(evidence: Evidence) -> Iterator[str]:
    """Accounts that channels move are booked all that truly moved, less what the platform has not heard of yet."""
    mirror = evidence.mirror
    keys = {fact.key for loan in mirror.all(LOANS) for fact in loan.facts}
    paid = {order.id.value for order in mirror.each(DISBURSEMENTS) if order.status in PAID}
    heard = 0
    for movement in evidence.bank.movements:
        if _key_of(movement) in (keys if movement.incoming or movement.back else paid):
            heard += movement.amount if movement.incoming else -movement.amount
    ours = ((code, party, amount) for (book, code, party, _), amount in mirror.of_books.items() if book == OWN)
    booked = sum(amount for code, party, amount in ours if is_at_channel(code, party))
    if booked != heard:
        yield f"what channels move stands at {booked}, {heard} moved and was heard of"


def _key_of(movement: Movement) -> str:
    """The key of the fact that the movement is to a loan."""
    if movement.incoming and not movement.back:
        return movement.order_no
    order_id = paid_under(movement).rpartition("-")[0]
    return back_of(order_id) if movement.back else order_id


def dealers_are_owed_what_was_promised(evidence: Evidence) -> Iterator[str]:
    """What dealers are owed is what vouchers promise them, on book and off book, and never more than their limits."""
    outstanding: Counter[str] = Counter()
    for voucher in evidence.mirror.each(PAYOUT_VOUCHERS):
        if voucher.is_outstanding:
            outstanding[voucher.dealer_id] += voucher.owed.minor
    for account, side in ((DEALERS_OWED, -1), (PROMISED, 1)):
        booked = sum(amount for (code, _), amount in evidence.mirror.balances.items() if code == account)
        if booked * side != outstanding.total():
            yield f"account {account} stands at {booked}, and vouchers promise {outstanding.total()}"
    for dealer_id, promised in outstanding.items():
        dealer = evidence.mirror.get(DEALERS, dealer_id)
        if dealer is None or dealer.exposure is None or promised > dealer.exposure.minor:
            yield f"{dealer_id} was promised {promised}, more than its limit"


AT_DAY: tuple[Invariant, ...] = (
    trial_balance_is_zero,
    subledger_equals_ledger,
    interest_is_earned_by_the_day,
    positions_are_what_loans_were,
    funders_books_balance,
    funders_parts_stand_in_both_books,
    money_is_neither_made_nor_lost,
    payouts_are_what_truly_moved,
    deductions_are_what_truly_moved,
    every_payment_landed_once,
    cash_account_is_what_was_heard_of,
    dealers_are_owed_what_was_promised,
    channels_are_used_as_published,
    cards_are_used_as_agreed,
)
