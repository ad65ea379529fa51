"""Cards: in which order they are asked, for how much, and when nothing is asked of one."""

from datetime import date, datetime, timedelta
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.application.call import CHINA
from lending.customers.customer import BankAccount
from lending.kernel.invalid import InvalidInput
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Success
from lending.payments.cards import CARDS_MAX, Card, CardObstacle, Cards, DebitAgreement
from lending.payments.failures import TRIES_MAX

TODAY = date(2024, 2, 5)
TOMORROW = TODAY + timedelta(days=1)
TEN = datetime(2024, 2, 5, 10, tzinfo=CHINA)
NOON = TEN.replace(hour=12)
DUE = Money.parse("1000.00")
FIRST = BankAccount("6222020200000000001", "ICBC", "李雷")


def agreed(trade: str = "5000.00", day: str = "20000.00", *, part: bool = False) -> DebitAgreement:
    return DebitAgreement(number="A-1", trade_max=Money.parse(trade), day_max=Money.parse(day), takes_part=part)


def account(serial: int, bank: str = "CCB") -> BankAccount:
    return BankAccount(f"62170000000000{serial:05d}", bank, "李雷")


def cards(*banks: str, agreement: DebitAgreement | None = None) -> Cards:
    """The first card, of ICBC, and one of each bank."""
    held = Cards.begin("cust_1", FIRST)
    for serial, bank in enumerate(banks):
        held = held.bind(account(serial, bank), agreement or agreed()).unwrap()
    return held


def numbers(held: tuple[Card, ...]) -> list[int]:
    return [card.number for card in held]


def one(agreement: DebitAgreement) -> Cards:
    """A customer whose card 2 has this agreement."""
    return cards("CCB", agreement=agreement)


def why(held: Cards, number: int = 2, due: Money = DUE, at: datetime = TEN, day: date = TODAY) -> CardObstacle | None:
    return held.card(number).obstacle(due, at, day)


@pytest.mark.requirement("R60", command="BindCard")
def test_our_card_comes_first_then_the_main_card_then_the_rest() -> None:
    held = cards("CCB", "OURS", "CMB", "OURS")
    assert numbers(held.by_priority({"OURS"})) == [3, 5, 1, 2, 4]
    reordered = held.reorder((4, 5, 2, 1, 3)).unwrap()
    assert numbers(reordered.by_priority({"OURS"})) == [5, 3, 4, 2, 1]


@given(order=st.permutations([1, 2, 3, 4]), gone=st.integers(1, 4))
def test_no_order_and_no_unbinding_loses_or_doubles_a_card(order: list[int], gone: int) -> None:
    held = cards("CCB", "OURS", "CMB").reorder(tuple(order)).unwrap().unbind(gone, TODAY).unwrap()
    assert numbers(held.bound) == [number for number in order if number != gone]
    assert sorted(numbers(held.cards)) == [1, 2, 3, 4]
    again = held.bind(held.card(gone).account, agreed()).unwrap()
    assert numbers(again.bound) == [*(number for number in order if number != gone), gone], "the very same card"


@pytest.mark.parametrize("named", [(1,), (1, 2, 2), (1, 2, 4), (1, 2, 3, 4), ()])
def test_an_order_names_each_bound_card_once(named: tuple[int, ...]) -> None:
    refused = cards("CCB", "CMB").reorder(named)
    assert isinstance(refused, Failure)
    assert refused.failure().bound == (1, 2, 3)


def test_a_card_is_bound_once_and_only_so_many_are() -> None:
    held = cards(*["CCB"] * (CARDS_MAX - 1))
    twice = held.bind(account(0), agreed())
    assert isinstance(twice, Failure)
    assert (twice.failure().code, twice.failure().card) == ("CARD_BOUND_ALREADY", 2)
    more = held.bind(account(99), agreed())
    assert isinstance(more, Failure)
    assert more.failure().code == "TOO_MANY_CARDS"


@pytest.mark.requirement("R60", command="UnbindCard")
def test_a_card_is_not_unbound_while_a_deduction_from_it_awaits_its_word() -> None:
    out = cards("CCB").sent(2, "ded_1", DUE)
    refused = out.unbind(2, TODAY)
    assert isinstance(refused, Failure)
    assert (refused.failure().code, refused.failure().orders) == ("CARD_IN_USE", ("ded_1",))
    assert isinstance(out.unbind(1, TODAY), Success), "another one is not in use"
    done = out.failed(2, "ded_1", "INSUFFICIENT", TEN, TODAY)
    assert isinstance(done.unbind(2, TODAY), Success)


def test_the_last_card_and_one_that_is_none_are_not_unbound() -> None:
    held = Cards.begin("cust_1", FIRST)
    assert [held.unbind(number, TODAY).failure().code for number in (1, 2)] == ["LAST_CARD", "CARD_NOT_FOUND"]


@pytest.mark.parametrize("code", ["INSUFFICIENT", "BANK_REJECTED", "NOT_FOUND"])
def test_a_card_that_failed_as_often_as_it_may_is_left_alone_for_the_day(code: str) -> None:
    held = cards("CCB")
    for attempt in range(TRIES_MAX):
        assert why(held, at=TEN + timedelta(hours=4 * attempt)) is None
        held = held.sent(2, "ded_1", DUE).failed(2, "ded_1", code, TEN + timedelta(hours=4 * attempt), TODAY)
    assert why(held, at=TEN.replace(hour=23)) is CardObstacle.TRIES_USED
    assert why(held, at=TEN + timedelta(days=1), day=TOMORROW) is None


def test_a_card_is_not_tried_more_often_than_it_may_fail_by_several_loans_at_once() -> None:
    held = cards("CCB")
    for loan in range(TRIES_MAX):
        assert why(held) is None
        held = held.sent(2, f"ded_{loan}", DUE)
    assert why(held) is CardObstacle.AWAITED
    assert why(held.took(2, "ded_1", DUE, TODAY)) is None


def test_what_never_left_is_no_try() -> None:
    held = cards("CCB")
    for _ in range(TRIES_MAX + 1):
        held = held.sent(2, "ded_1", DUE).failed(2, "ded_1", "UNREACHED", TEN, TODAY)
    assert why(held) is None


@pytest.mark.parametrize("code", ["CARD_INVALID", "ACCOUNT_CLOSED", "LIMIT_EXCEEDED"])
def test_a_card_of_no_use_is_not_asked_again_that_day(code: str) -> None:
    held = cards("CCB").sent(2, "ded_1", DUE).failed(2, "ded_1", code, TEN, TODAY)
    assert why(held, at=NOON) is CardObstacle.FAILED_TODAY
    assert why(held, at=NOON, day=TOMORROW) is None
    assert why(held, number=1) is None


def test_a_card_that_held_too_little_waits_for_the_next_slot() -> None:
    held = cards("CCB").sent(2, "ded_1", DUE).failed(2, "ded_1", "INSUFFICIENT", TEN, TODAY)
    assert why(held, at=NOON - timedelta(seconds=1)) is CardObstacle.SHORT_NOW
    assert why(held, at=NOON) is None


def test_a_word_on_a_day_gone_by_frees_the_card_and_counts_for_nothing_today() -> None:
    held = cards("CCB").sent(2, "old", DUE).sent(2, "new", DUE)
    held = held.failed(2, "new", "INSUFFICIENT", TEN + timedelta(days=1), TOMORROW)
    late = held.failed(2, "old", "CARD_INVALID", TEN + timedelta(days=1), TODAY)
    assert late.card(2).use == held.card(2).use
    assert late.card(2).out == ()


@pytest.mark.parametrize(
    ("trade", "day", "taken", "out", "asked"),
    [
        ("1000.00", "1000.00", "0.00", "0.00", "1000.00"),
        ("400.00", "1000.00", "0.00", "0.00", "400.00"),
        ("400.00", "1000.00", "700.00", "0.00", "300.00"),
        ("400.00", "1000.00", "700.00", "200.00", "100.00"),
        ("400.00", "1000.00", "700.00", "300.00", None),
    ],
)
def test_no_more_is_asked_than_the_limits_leave_where_a_part_is_taken(
    trade: str, day: str, taken: str, out: str, asked: str | None
) -> None:
    held = one(agreed(trade, day, part=True))
    for order_no, amount in (("ded_1", Money.parse(taken)), ("ded_2", Money.parse(out))):
        if amount:
            held = held.sent(2, order_no, amount)
    if Money.parse(taken):
        held = held.took(2, "ded_1", Money.parse(taken), TODAY)
    if asked is None:
        assert why(held) is CardObstacle.OVER_LIMIT
    else:
        assert why(held) is None
        assert held.card(2).asks(DUE, TODAY) == Money.parse(asked)


def test_a_card_that_takes_no_part_is_passed_over_where_its_limits_leave_less() -> None:
    assert why(one(agreed("999.99", "5000.00"))) is CardObstacle.OVER_LIMIT
    assert why(one(agreed("1000.00", "5000.00"))) is None
    spent = one(agreed("1000.00", "1000.00")).sent(2, "ded_1", DUE).took(2, "ded_1", Money(1), TODAY)
    assert why(spent) is CardObstacle.OVER_LIMIT
    assert why(spent, day=TOMORROW) is None


def test_an_agreement_in_another_currency_takes_nothing() -> None:
    assert why(one(agreed()), due=Money(1, Currency("USD"))) is CardObstacle.OTHER_CURRENCY


@given(
    asks=st.lists(st.integers(1, 300_000), min_size=1, max_size=12),
    parts=st.lists(st.integers(1, 100), min_size=12, max_size=12),
    in_part=st.booleans(),
)
def test_no_course_of_a_day_takes_more_from_a_card_than_was_agreed(
    asks: list[int], parts: list[int], *, in_part: bool
) -> None:
    """What is out counts as taken, so that not even deductions of several loans at once pass the day's most."""
    held, agreement = one(agreed("1000.00", "3000.00", part=in_part)), agreed("1000.00", "3000.00")
    taken = 0
    for place, (minor, percent) in enumerate(zip(asks, parts, strict=False)):
        due = Money(minor)
        if why(held, due=due) is not None:
            continue
        asked = held.card(2).asks(due, TODAY)
        assert 0 < asked.minor <= min(minor, agreement.trade_max.minor)
        held = held.sent(2, f"ded_{place}", asked)
        if percent > 30:
            moved = asked.minor * percent // 100
            taken += moved
            held = held.took(2, f"ded_{place}", Money(moved), TODAY)
        awaited = sum(sent.amount for sent in held.card(2).out)
        assert taken + awaited <= agreement.day_max.minor


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"day_max": Money.parse("4999.99")}, "day_max"),
        ({"day_max": Money(10**9, Currency("USD"))}, "day_max"),
        ({"trade_max": Money(0)}, "trade_max"),
        ({"number": ""}, "number"),
    ],
)
def test_an_agreement_that_cannot_be_is_refused(changes: dict[str, Any], field: str) -> None:
    fields: dict[str, Any] = {
        "number": "A-1",
        "trade_max": Money.parse("5000.00"),
        "day_max": Money.parse("20000.00"),
        **changes,
    }
    with pytest.raises(InvalidInput, match=field):
        DebitAgreement(**fields)
