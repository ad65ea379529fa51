"""Cards through bus and worker: which is asked, what follows from each word, and what holds meanwhile."""

from datetime import timedelta

import pytest

from lending.application.call import Actor, Role
from lending.application.store import Changes, StoredReceipt, Write
from lending.customers.customer import BankAccount
from lending.customers.ids import CustomerId
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.payments.card_commands import BindCard, CardsBound, CardsView, ListCards, ReorderCards, UnbindCard
from lending.payments.cards import Cards, DebitAgreement
from lending.payments.channel import ChannelAnswer, CollectionRequest, Word
from lending.payments.commands import RecordDeductionAnswer
from lending.payments.deduction import DeductionOrder, DeductionStatus
from lending.payments.failures import TRIES_MAX
from lending.payments.ports import CARDS
from lending.payments.queries import GetDeduction
from tests.support.desk import Desk, ScriptedChannel
from tests.unit.flows.test_channels import publish
from tests.unit.flows.test_deduction import failed, orders, seen, the_day_passes
from tests.unit.flows.test_payout import CHANNEL, accepted, application


class Till(ScriptedChannel):
    """A scripted channel that keeps what was asked of it."""

    def __init__(self) -> None:
        super().__init__()
        self.requests: list[CollectionRequest] = []

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        self.requests.append(request)
        return super().collect(request)


def desk() -> tuple[Desk, Till]:
    till = Till()
    return Desk(collections=till), till


def agreed(*, part: bool = False, trade: str = "50000.00", day: str = "50000.00") -> DebitAgreement:
    return DebitAgreement(number="A-7", trade_max=Money.parse(trade), day_max=Money.parse(day), takes_part=part)


def part(yuan: str) -> ChannelAnswer:
    return ChannelAnswer(Word.PARTIAL, taken=Money.parse(yuan))


def lent(held: Desk, serial: int = 1) -> tuple[LoanId, CustomerId]:
    contract = accepted(held, serial=serial)
    held.work()
    loan_id = LoanId(application(held, contract).loan_id or "")
    return loan_id, CustomerId(seen(held, loan_id).customer_id)


def bind(held: Desk, customer_id: CustomerId, bank: str, agreement: DebitAgreement | None = None) -> None:
    number = f"62170000000000{len(listed(held, customer_id).cards):05d}"
    held.done(BindCard(customer_id, number, bank, agreement or agreed()))


def listed(held: Desk, customer_id: CustomerId) -> CardsView:
    return held.answer(ListCards(customer_id))


def falls_due(held: Desk, loan_id: LoanId, *answers: ChannelAnswer | Word) -> None:
    held.collections.words = list(answers)
    held.close_days_until(seen(held, loan_id).instalments[0].due)


def kept(held: Desk, write: Write[Cards]) -> None:
    """Commit cards as they are."""
    receipt = StoredReceipt(
        RequestId(f"cards-{write.expected}"), "BindCard", "", CardsBound(CustomerId.make(RequestId("c"), 0), (1,))
    )
    held.store.commit(Changes(writes=(write,), relied_on=(), events=(), outbox=(), receipt=receipt))


def tried(held: Desk, loan_id: LoanId) -> list[tuple[int, str, str]]:
    return [(order.card, order.channel, order.status.value) for order in orders(held, loan_id)]


def last(held: Desk, loan_id: LoanId) -> DeductionOrder:
    return max(orders(held, loan_id), key=lambda order: (order.ordered_at, order.card))


@pytest.mark.requirement("R60", command="RouteDeduction")
def test_our_card_is_debited_first_without_a_fee_under_its_agreement() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "CMB")
    bind(held, customer_id, "OURS")
    falls_due(held, loan_id)
    assert tried(held, loan_id) == [(3, "OWN", "SUCCESS")]
    (request,) = till.requests
    assert (request.bank, request.agreement, request.holder) == ("OURS", "A-7", "李雷")
    view = held.answer(GetDeduction(last(held, loan_id).id))
    assert [each.cost.minor for each in view.considered if each.channel == "OWN"] == [0]


@pytest.mark.requirement("R60", command="RetryDeduction")
@pytest.mark.parametrize("code", ["CARD_INVALID", "LIMIT_EXCEEDED", "INSUFFICIENT"])
def test_a_card_that_fails_gives_way_to_the_next_at_once(code: str) -> None:
    held, _ = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS")
    falls_due(held, loan_id, failed(code))
    assert tried(held, loan_id) == [(2, "OWN", "FAILED"), (1, "MAIN", "SUCCESS")]
    assert seen(held, loan_id).due_now.minor == 0


def test_the_customers_order_decides_among_cards_of_other_banks() -> None:
    held, _ = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "CMB")
    held.done(ReorderCards(customer_id, (2, 1)))
    falls_due(held, loan_id, failed("CARD_INVALID"))
    assert [card for card, _, _ in tried(held, loan_id)] == [2, 1]


def test_cards_that_are_short_come_round_in_every_slot_until_their_tries_are_used() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS")
    falls_due(held, loan_id, *[failed("INSUFFICIENT")] * 20)
    the_day_passes(held)
    assert [request.bank for request in till.requests] == ["OURS", "ICBC"] * TRIES_MAX
    assert seen(held, loan_id).held_by is None


def test_how_a_card_was_used_today_is_seen_on_it() -> None:
    held, _ = desk()
    loan_id, customer_id = lent(held)
    falls_due(held, loan_id, failed("CARD_INVALID"))
    (card,) = listed(held, customer_id).cards
    assert (card.failures, card.awaited) == (1, ())


@pytest.mark.requirement("R60", command="UnbindCard")
def test_a_card_in_doubt_stays_bound_and_the_loan_stays_locked_until_the_final_word() -> None:
    held, _ = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS")
    falls_due(held, loan_id, *[Word.UNKNOWN] * 40)
    (doubted,) = orders(held, loan_id)
    assert (doubted.status, doubted.card) == (DeductionStatus.IN_DOUBT, 2)
    refusal = held.refusal(UnbindCard(customer_id, 2))
    assert (refusal.code, refusal.orders) == ("CARD_IN_USE", (doubted.order_no,))
    assert seen(held, loan_id).held_by == doubted.order_no
    held.done(RecordDeductionAnswer(doubted.id, failed("CARD_INVALID")), CHANNEL)
    assert seen(held, loan_id).held_by is None
    assert held.done(UnbindCard(customer_id, 2)).cards == (1,)
    held.collections.words = []
    held.work()
    assert tried(held, loan_id)[-1] == (1, "MAIN", "SUCCESS")


@pytest.mark.requirement("R50", command="RecordDeductionAnswer")
def test_a_part_is_posted_once_and_the_rest_goes_to_the_next_card() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS", agreed(part=True))
    falls_due(held, loan_id, part("300.00"))
    first, second = orders(held, loan_id)
    assert (first.status, first.moved, second.amount) == (
        DeductionStatus.PARTIAL,
        Money.parse("300.00"),
        first.due - Money.parse("300.00"),
    )
    assert [(request.in_part, request.bank) for request in till.requests] == [(True, "OURS"), (False, "ICBC")]
    again = part("300.00")
    for _ in range(3):
        held.done(RecordDeductionAnswer(first.id, again), CHANNEL)
    held.work()
    view = seen(held, loan_id)
    assert (view.due_now.minor, view.credit_balance.minor) == (0, 0)
    assert len(orders(held, loan_id)) == 2


def test_the_rest_of_an_only_card_waits_for_the_next_slot() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS", agreed(part=True))
    held.done(UnbindCard(customer_id, 1))
    falls_due(held, loan_id, part("300.00"))
    assert len(till.requests) == 1
    held.work(after=timedelta(hours=2))
    assert [request.amount for request in till.requests[1:]] == [orders(held, loan_id)[0].due - Money.parse("300.00")]
    assert seen(held, loan_id).due_now.minor == 0


def test_a_part_is_not_agreed_through_a_channel_of_others() -> None:
    """Our own bank's channel being off, its card is reached through a third party, which takes all or nothing."""
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS", agreed(part=True))
    publish(held, OWN={"enabled": False})
    falls_due(held, loan_id)
    assert [(request.channel, request.in_part) for request in till.requests] == [("MAIN", False)]


def test_more_than_a_cards_limit_is_taken_trade_by_trade() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS", agreed(part=True, trade="400.00", day="900.00"))
    falls_due(held, loan_id)
    due = orders(held, loan_id)[0].due
    rest = due - Money.parse("900.00")
    assert [request.amount.text for request in till.requests] == ["400.00", "400.00", "100.00", rest.text]
    assert [card for card, _, _ in tried(held, loan_id)] == [2, 2, 2, 1]
    assert seen(held, loan_id).due_now.minor == 0


def test_where_no_card_can_be_asked_the_order_says_why_and_the_loan_is_free() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    bind(held, customer_id, "OURS", agreed(trade="1.00", day="1.00"))
    held.done(UnbindCard(customer_id, 1))
    falls_due(held, loan_id)
    (order,) = orders(held, loan_id)
    view = held.answer(GetDeduction(order.id))
    assert (view.status, view.code, view.card, till.requests) == ("FAILED", "NO_CARD", 0, [])
    assert [(each.card, each.obstacle) for each in view.cards] == [(2, "OVER_LIMIT")]
    assert seen(held, loan_id).held_by is None


def test_where_other_deductions_from_the_card_await_their_word_it_is_looked_at_again_later() -> None:
    held, till = desk()
    loan_id, customer_id = lent(held)
    begun = Cards.begin(customer_id.value, BankAccount("6222020200000000001", "ICBC", "李雷"))
    for other in range(TRIES_MAX):
        begun = begun.sent(1, f"ded_{other}", Money(1))
    kept(held, Write(CARDS, begun, 0))
    falls_due(held, loan_id)
    assert [order.code for order in orders(held, loan_id)] == ["CARD_BUSY"]
    stored = held.store.load(CARDS, customer_id.value)
    assert stored is not None
    free = stored.value.took(1, "ded_0", Money(1), held.day)
    kept(held, Write(CARDS, free, stored.version))
    held.work(after=timedelta(minutes=10))
    assert len(till.requests) == 1
    assert seen(held, loan_id).due_now.minor == 0


def test_a_customer_has_to_do_with_their_own_cards_only_and_sees_the_last_digits() -> None:
    held, _ = desk()
    _, customer_id = lent(held)
    self_service = Actor("app", Role.CUSTOMER, customer_id.value)
    stranger = Actor("app", Role.CUSTOMER, "cust_00000000000000000000000000")
    command = BindCard(customer_id, "6217000000001234", "CMB", agreed())
    assert held.refusal(command, stranger).code == "NOT_GRANTED"
    assert held.done(command, self_service).cards == (1, 2)
    view = held.answer(ListCards(customer_id), self_service)
    assert [(card.last_digits, card.is_ours, card.agreement) for card in view.cards] == [
        ("0001", False, ""),
        ("1234", False, "A-7"),
    ]
    assert "6217000000001234" not in repr(command)


def test_cards_of_nobody_are_refused() -> None:
    held, _ = desk()
    nobody = CustomerId("cust_00000000000000000000000000")
    commands = (
        BindCard(nobody, "6217000000001234", "CMB", agreed()),
        ReorderCards(nobody, (1,)),
        UnbindCard(nobody, 1),
    )
    assert {held.refusal(command).code for command in commands} == {"CUSTOMER_NOT_FOUND"}
    assert held.unanswered(ListCards(nobody)).code == "CUSTOMER_NOT_FOUND"
