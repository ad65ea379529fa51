"""How deductions are ordered, find their card and channel, and are answered."""

from collections.abc import Iterator
from datetime import date, datetime

import attrs

from lending.application.call import Call
from lending.application.work import Work
from lending.customers.ports import CUSTOMERS
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.status import ACTIVE
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen, NoRoomInLimit, OccupationClosed
from lending.operations.usecases import must_be_open, record_run
from lending.payments.binding import cards_of
from lending.payments.cards import Card, CardConsidered, CardObstacle, Cards
from lending.payments.channels import Channels, Service
from lending.payments.commands import (
    DeductionRecorded,
    DeductionRetried,
    DeductionsRequested,
    DeductLoan,
    RecordDeductionAnswer,
    RequestDeductions,
    RetryDeduction,
    RouteDeduction,
)
from lending.payments.deduction import Asked, DeductionOrder, DeductionStatus
from lending.payments.failures import CARD_BUSY, INSUFFICIENT, NO_CARD, NO_CHANNEL, TRIES_USED
from lending.payments.ids import DeductionOrderId
from lending.payments.picking import Pick, next_pick
from lending.payments.ports import CARDS, CHANNELS, DEDUCTIONS, DIRECTORY
from lending.payments.quota import settle
from lending.payments.refusals import OrderNotFound
from lending.payments.routing import Considered, Wanted
from lending.payments.sending import note_health, take_route
from lending.payments.splitting import most_at_once
from lending.products.ports import PRODUCTS

__all__ = [
    "cards_standing",
    "deduct_loan",
    "is_smart",
    "pick_again",
    "record_deduction_answer",
    "request_deductions",
    "retry_deduction",
    "route_deduction",
]

UNSENT = {
    CardObstacle.NO_CHANNEL: NO_CHANNEL,
    CardObstacle.AWAITED: CARD_BUSY,
    CardObstacle.SHORT_NOW: INSUFFICIENT,
    CardObstacle.TRIES_USED: TRIES_USED,
}
"""Why a deduction was not sent, by what stands in the way of a card; the first that does counts."""


def request_deductions(command: RequestDeductions, call: Call, work: Work) -> Outcome[DeductionsRequested, DayNotOpen]:
    """Order a deduction for each loan of the shard that must pay something by today and has no money on its way in."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loans = work.matching(LOANS, "active_shard", str(command.shard))
    free = (loan for loan in loans if loan.held_by is None)
    ordered = sum(_begin(loan, command.day, call, work) for loan in free)
    record_run(work, JobRun(command.day, "deduction", command.shard, ordered))
    return Success(DeductionsRequested(len(loans), ordered))


def _begin(loan: Loan, day: date, call: Call, work: Work) -> bool:
    """Order what is due on the loan, or see to it that it is ordered when most is promised; whether it is now."""
    if is_smart(loan.product, work):
        picked = _first_pick(loan, day, call, work)
        if picked is not None and picked.at > call.received_at:
            work.schedule(picked.at, DeductLoan(loan.id, day))
            return False
    return _order_deduction(loan, day, call, work) is not None


def _first_pick(loan: Loan, day: date, call: Call, work: Work) -> Pick | None:
    due = loan.demanded(day).total
    if not due.minor:
        return None
    cards = cards_of(work, work.get(CUSTOMERS, loan.customer_id))
    return next_pick(cards.by_priority(_ours(work.find(CHANNELS, DIRECTORY))), due, call.received_at, day)


def is_smart(product: str, work: Work) -> bool:
    """Whether loans of the product are collected smartly, as it stands published now."""
    held = work.find(PRODUCTS, product)
    return held is not None and held.smart_repayment


def deduct_loan(command: DeductLoan, call: Call, work: Work) -> Outcome[DeductionRetried, DayNotOpen]:
    """Order what is due now."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    loan = work.get(LOANS, command.loan_id)
    if loan.held_by is not None or loan.status not in ACTIVE:
        return Success(DeductionRetried(None))
    return Success(DeductionRetried(_order_deduction(loan, command.day, call, work)))


def retry_deduction(
    command: RetryDeduction, call: Call, work: Work
) -> Outcome[DeductionRetried, OrderNotFound | DayNotOpen]:
    """Order what is due now, with the channels that it failed through today known to the routing."""
    before = work.find(DEDUCTIONS, command.order_id)
    if before is None:
        return Failure(OrderNotFound(command.order_id.value))
    opened = must_be_open(before.day, call)
    if isinstance(opened, Failure):
        return opened
    loan = work.get(LOANS, before.loan_id)
    if loan.held_by is not None or loan.status not in ACTIVE:
        return Success(DeductionRetried(None))
    return Success(DeductionRetried(_order_deduction(loan, before.day, call, work, before.failed_through)))


def _order_deduction(
    loan: Loan, day: date, call: Call, work: Work, failed: frozenset[str] = frozenset()
) -> DeductionOrderId | None:
    """The order; None where nothing has to be paid."""
    due = loan.demanded(day)
    if not due.total.minor:
        return None
    order = DeductionOrder(
        id=work.new_id(DeductionOrderId),
        loan_id=loan.id.value,
        customer_id=loan.customer_id,
        amount=due.total,
        ordered_at=call.received_at,
        day=day,
        failed=failed,
        smart=is_smart(loan.product, work),
    )
    held = loan.hold(order.id.value)
    assert isinstance(held, Success), f"{loan.id} is free and yet refuses: {held}"
    work.save(LOANS, held.unwrap())
    work.save(DEDUCTIONS, order.ordered())
    return order.id


def route_deduction(
    command: RouteDeduction, call: Call, work: Work
) -> Outcome[DeductionRecorded, OrderNotFound | NoRoomInLimit | Refusal]:
    """Send the deduction to the first card that can be asked; one that no card or channel can take has failed."""
    order = work.find(DEDUCTIONS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    if order.status is DeductionStatus.CREATED:
        routed = _routed(order, call, work)
        if isinstance(routed, Failure):
            return routed
        order = routed.unwrap()
        work.save(DEDUCTIONS, order)
    return Success(DeductionRecorded(order.id, order.status.value))


def _routed(order: DeductionOrder, call: Call, work: Work) -> Outcome[DeductionOrder, NoRoomInLimit]:
    """The order with its card and channel: cards by priority, for each the best channel there is."""
    directory, held = work.find(CHANNELS, DIRECTORY), _cards(order, work)
    told: list[CardConsidered] = []
    considered: tuple[Considered, ...] = ()
    for card, due in _in_order(order, held.by_priority(_ours(directory)), call):
        obstacle = card.obstacle(due, call.received_at, order.day)
        if obstacle is None:
            wanted = _wanted(order, card, due, directory)
            found = take_route(wanted, order.order_no, call, work)
            if isinstance(found, Failure):
                return found
            taken = found.unwrap()
            if directory is not None and taken.channel is not None:
                in_part = card.takes_part and directory.is_own(taken.channel)
                cards = (*told, CardConsidered(card.number))
                work.save(CARDS, held.sent(card.number, order.order_no, wanted.amount))
                listed = directory.is_listed(taken.channel)
                choice = Asked(card=card.number, amount=wanted.amount, in_part=in_part, cards=cards, listed=listed)
                return Success(order.routed(taken, choice, call.received_at))
            considered, obstacle = considered or taken.considered, CardObstacle.NO_CHANNEL
        told.append(CardConsidered(card.number, obstacle.value))
    obstacles = {each.obstacle for each in told}
    code = next((code for obstacle, code in UNSENT.items() if obstacle.value in obstacles), NO_CARD)
    return Success(order.unsent(code, tuple(told), considered))


def _in_order(order: DeductionOrder, cards: tuple[Card, ...], call: Call) -> Iterator[tuple[Card, Money]]:
    """Which card is looked at after which, for how much: by priority for the whole, or what is picked first."""
    picked = next_pick(cards, order.due, call.received_at, order.day) if order.smart else None
    if picked is not None and picked.at <= call.received_at:
        yield from ((card, picked.amount) for card in cards if card.number == picked.card)
        cards = tuple(card for card in cards if card.number != picked.card)
    yield from ((card, order.due) for card in cards)


def _wanted(order: DeductionOrder, card: Card, due: Money, directory: Channels | None) -> Wanted:
    """What is asked of a card: no more than a channel takes at once; the rest follows when it has come in.

    A channel whose fault it was that the card gave nothing at its last try is taken where there is no other.
    """
    asked = card.asks(due, order.day)
    failed = order.failed | card.at_fault if order.smart else order.failed
    wanted = Wanted(service=Service.COLLECTION, bank=card.account.bank, amount=asked, failed=failed)
    return attrs.evolve(wanted, amount=most_at_once(wanted, directory))


def _cards(order: DeductionOrder, work: Work) -> Cards:
    return cards_of(work, work.get(CUSTOMERS, order.customer_id))


def _ours(directory: Channels | None) -> frozenset[str]:
    return frozenset() if directory is None else directory.own_banks


def pick_again(order: DeductionOrder, at: datetime, work: Work) -> Pick | None:
    """What is tried next on the day of a smart order for what it did not bring."""
    held = _cards(order, work).by_priority(_ours(work.find(CHANNELS, DIRECTORY)))
    return next_pick(held, order.rest, at, order.day)


def cards_standing(order: DeductionOrder, at: datetime, work: Work) -> tuple[bool, bool]:
    """Whether a card can be asked now for what the order did not bring, and whether one waits for the next slot."""
    obstacles = [card.obstacle(order.rest, at, order.day) for card in _cards(order, work).bound]
    return None in obstacles, CardObstacle.SHORT_NOW in obstacles


def record_deduction_answer(
    command: RecordDeductionAnswer, call: Call, work: Work
) -> Outcome[DeductionRecorded, OrderNotFound | OccupationClosed | Refusal]:
    """The channel's word on a deduction."""
    order = work.find(DEDUCTIONS, command.order_id)
    if order is None:
        return Failure(OrderNotFound(command.order_id.value))
    heard = order.hear(command.answer, call.received_at, call.business_date)
    if heard is not order:
        work.save(DEDUCTIONS, heard)
    if order.is_awaiting:
        note_health(order.channel, order.order_no, command.answer, call, work)
        if not heard.is_awaiting:
            work.save(CARDS, _after(_cards(heard, work), heard, call.received_at))
            settled = settle(work, order.order_no, succeeded=heard.has_taken)
            if isinstance(settled, Failure):
                return settled
    return Success(DeductionRecorded(heard.id, heard.status.value))


def _after(cards: Cards, order: DeductionOrder, at: datetime) -> Cards:
    """The cards after an order's final word, and with what it told of them."""
    if order.tried is not None:
        cards = cards.remembering(order.card, order.tried)
    if not order.has_taken:
        return cards.failed(order.card, order.order_no, order.code, at, order.day)
    short_at = at if order.status is DeductionStatus.PARTIAL else None
    return cards.took(order.card, order.order_no, order.moved, order.day, short_at)
