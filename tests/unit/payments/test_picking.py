"""Smart repayment's picks (R70): by what tries told, within what a card may be tried, and the same for everybody."""

from datetime import date, datetime, time, timedelta
from fractions import Fraction

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.application.call import CHINA
from lending.customers.customer import BankAccount
from lending.kernel.money import Money
from lending.payments.cards import Card, CardUse, DebitAgreement
from lending.payments.failures import SLOTS, TRIES_MAX
from lending.payments.picking import Chance, chance_of, next_pick, picks_of
from lending.payments.tries import KEPT_MAX, CardTry, slot_of
from tests.unit.payments.test_cards import cards

DAY = date(2024, 2, 5)
NIGHT = datetime.combine(DAY, time(0, 30), CHINA)
DUE = Money.parse("1100.16")

amounts = st.integers(1, 5_000_00).map(Money)
moments = st.datetimes(datetime(2023, 6, 1), datetime(2024, 2, 4)).map(lambda at: at.replace(tzinfo=CHINA))  # noqa: DTZ001


@st.composite
def tries(draw: st.DrawFn) -> CardTry:
    asked = draw(amounts)
    took = draw(st.sampled_from([Money(0), asked]) | st.integers(0, asked.minor).map(Money))
    return CardTry(at=draw(moments), asked=asked, took=took, channel="MAIN", fault=draw(st.integers(0, 5)) == 0)


histories = st.lists(tries(), max_size=12).map(tuple)


def card(past: tuple[CardTry, ...] = (), number: int = 1, **changes: object) -> Card:
    return Card(number=number, account=BankAccount("6222020200000000001", "ICBC", "李雷"), past=past, **changes)  # type: ignore[arg-type]


def tried(hour: int, asked: str, took: str = "0.00", on: date = DAY - timedelta(days=31)) -> CardTry:
    at = datetime.combine(on, time(hour, 30), CHINA)
    return CardTry(at=at, asked=Money.parse(asked), took=Money.parse(took), channel="MAIN")


def test_before_anything_is_known_it_is_as_plain() -> None:
    """Now, at nine and at twelve, the whole of it."""
    picks = picks_of([card()], DUE, NIGHT, DAY)
    assert [(pick.at.hour, pick.amount) for pick in picks] == [(0, DUE), (9, DUE), (12, DUE)]
    assert {pick.chance.mean for pick in picks} == {Fraction(1, 2)}


def test_it_comes_back_to_the_hour_at_which_the_card_held_enough() -> None:
    """Empty every night and morning, good at six in the evening a month ago."""
    past = (tried(0, "1100.16"), tried(9, "1100.16"), tried(12, "1100.16"), tried(18, "1100.16", "1100.16"))
    best = max(picks_of([card(past)], DUE, NIGHT, DAY), key=lambda pick: pick.expected)
    assert (best.at.hour, best.amount, best.chance) == (18, DUE, Chance(speaks_for=8, against=6))


def test_less_is_asked_where_the_whole_was_never_there() -> None:
    """At 15 o'clock 300.00 were there, and never half of 1,100.16: a quarter of it promises more than the whole."""
    past = (*(tried(hour, "550.08") for hour in (0, 9, 12, 15, 18, 21)), tried(15, "300.00", "300.00"))
    picked = next(pick for pick in picks_of([card(past)], DUE, NIGHT, DAY) if pick.at.hour == 15)
    assert picked.amount == Money.parse("275.04")


def test_a_payday_comes_round() -> None:
    """The same hour of the day: in the days around a month ago it was there, in the middle of the month it was not."""
    near, far = DAY - timedelta(days=30), DAY - timedelta(days=15)
    past = (tried(9, "1100.16", "1100.16", on=near), tried(9, "1100.16", on=far))
    assert chance_of(past, DUE, slot_of(NIGHT.replace(hour=9)), DAY) == Chance(speaks_for=8, against=3)


@pytest.mark.parametrize(
    ("took", "amount", "held"),
    [
        ("100.00", "100.00", "yes"),
        ("100.00", "99.99", "yes"),
        ("100.00", "100.01", "nobody knows"),
        ("0.00", "100.00", "no"),
        ("0.00", "100.01", "no"),
        ("0.00", "99.99", "nobody knows"),
        ("40.00", "40.00", "yes"),
        ("40.00", "40.01", "no"),
        ("40.00", "200.00", "no"),
    ],
)
def test_what_a_try_of_a_hundred_tells(took: str, amount: str, held: str) -> None:
    told = tried(9, "100.00", took)
    assert {True: "yes", False: "no", None: "nobody knows"}[told.held(Money.parse(amount))] == held
    assert attrs.evolve(told, fault=True).held(Money.parse(amount)) is None


@given(histories, amounts, st.integers(0, len(SLOTS)), tries())
def test_what_speaks_for_raises_the_chance_and_what_speaks_against_lowers_it(
    past: tuple[CardTry, ...], amount: Money, slot: int, more: CardTry
) -> None:
    before, after = chance_of(past, amount, slot, DAY).mean, chance_of((*past, more), amount, slot, DAY).mean
    assert 0 < before < 1
    match more.held(amount):
        case True:
            assert after > before
        case False:
            assert after < before
        case None:
            assert after == before


@given(histories, amounts, st.integers(0, len(SLOTS)))
def test_more_is_never_likelier_than_less(past: tuple[CardTry, ...], amount: Money, slot: int) -> None:
    more = Money(amount.minor * 2)
    told = chance_of(past, amount, slot, DAY), chance_of(past, more, slot, DAY)
    assert told[0].against <= told[1].against
    assert told[0].speaks_for >= told[1].speaks_for


@given(
    st.lists(st.tuples(histories, st.integers(0, TRIES_MAX)), min_size=1, max_size=3),
    amounts,
    st.integers(0, 23),
)
def test_picks_stay_within_what_may_be_tried_and_within_the_day(
    lives: list[tuple[tuple[CardTry, ...], int]], due: Money, hour: int
) -> None:
    held = [
        card(past, number, use=CardUse(day=DAY, failures=failures)) for number, (past, failures) in enumerate(lives, 1)
    ]
    at = NIGHT.replace(hour=hour)
    picks = picks_of(held, due, at, DAY)
    assert [pick.at for pick in picks] == sorted(pick.at for pick in picks)
    for pick in picks:
        assert at <= pick.at
        assert pick.at.date() == DAY
        assert 0 < pick.amount.minor <= due.minor
    for one in held:
        mine = [pick for pick in picks if pick.card == one.number]
        assert len(mine) <= TRIES_MAX - one.use_on(DAY).failures
        assert len({slot_of(pick.at) for pick in mine}) == len(mine)
    assert picks == picks_of(held, due, at, DAY), "the same for everybody"


def test_a_limit_of_the_agreement_bounds_what_is_picked() -> None:
    agreement = DebitAgreement(
        number="A-1", trade_max=Money.parse("500.00"), day_max=Money.parse("500.00"), takes_part=True
    )
    picked = next_pick([card(agreement=agreement)], DUE, NIGHT, DAY)
    assert picked is not None
    assert picked.amount == Money.parse("500.00")


def test_the_day_after_nothing_is_picked_for_it() -> None:
    assert next_pick([card()], DUE, NIGHT + timedelta(days=1), DAY) is None


def test_only_the_last_tries_are_kept() -> None:
    held = cards("CCB")
    for hour in range(KEPT_MAX + 5):
        held = held.remembering(1, tried(9, f"{hour + 1}.00"))
    kept = held.card(1).past
    assert (len(kept), kept[0].asked.text) == (KEPT_MAX, "6.00")
