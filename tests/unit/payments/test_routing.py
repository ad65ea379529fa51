"""Routing: by bank, limit, cost, hours, health and what is left of the day, with a reason for what is not taken."""

from datetime import datetime

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.application.call import CHINA
from lending.kernel.invalid import InvalidValue
from lending.kernel.money import Currency, Money
from lending.operations.health import Breaker
from lending.payments.channels import Channel, ChannelKind, Channels, Service
from lending.payments.routing import Obstacle, Room, Standing, Wanted, route

NOON = datetime(2024, 1, 5, 12, tzinfo=CHINA)
NIGHT = datetime(2024, 1, 5, 23, 45, tzinfo=CHINA)
PLENTY = Room(10**12, 10**6)
SOUND = Standing(Breaker.CLOSED, PLENTY)


def channel(code: str, **changes: object) -> Channel:
    given: dict[str, object] = {
        "code": code,
        "name": code,
        "kind": ChannelKind.THIRD_PARTY,
        "services": (Service.PAYOUT, Service.COLLECTION),
        "single_max": Money.parse("50000.00"),
        "day_max": Money.parse("1000000.00"),
        "day_count": 1000,
        "cost_fixed": Money.parse("1.00"),
    }
    return Channel(**(given | changes))  # type: ignore[arg-type]


def wanted(amount: str = "1000.00", bank: str = "ICBC", failed: tuple[str, ...] = ()) -> Wanted:
    return Wanted(service=Service.PAYOUT, bank=bank, amount=Money.parse(amount), failed=failed)


def test_the_cheapest_is_taken_and_what_each_costs_is_told() -> None:
    """1.00 an order against 2 per mille: the second is cheaper below 500.00."""
    channels = (channel("FLAT"), channel("SHARE", cost_fixed=Money(0), cost_per_mille=2))
    standing = dict.fromkeys(("FLAT", "SHARE"), SOUND)
    small, large = (route(wanted(amount), channels, standing, NOON) for amount in ("400.00", "12000.00"))
    assert (small.channel, large.channel) == ("SHARE", "FLAT")
    assert [(each.channel, each.cost.text, each.obstacle) for each in large.considered] == [
        ("FLAT", "1.00", ""),
        ("SHARE", "24.00", "DEARER"),
    ]


@pytest.mark.requirement("R6", command="RoutePayout")
@pytest.mark.parametrize(
    ("changes", "standing", "at", "obstacle"),
    [
        ({"enabled": False}, SOUND, NOON, Obstacle.DISABLED),
        ({"services": (Service.COLLECTION,)}, SOUND, NOON, Obstacle.OTHER_SERVICE),
        ({"banks": ("CCB", "BOC")}, SOUND, NOON, Obstacle.BANK_NOT_SERVED),
        ({"single_max": Money.parse("999.99")}, SOUND, NOON, Obstacle.OVER_SINGLE_MAX),
        ({"opens": "00:30", "closes": "23:30"}, SOUND, NIGHT, Obstacle.OUT_OF_HOURS),
        ({}, Standing(Breaker.OPEN, PLENTY), NOON, Obstacle.BREAKER_OPEN),
        ({}, Standing(Breaker.CLOSED, Room(99_999, 5)), NOON, Obstacle.NO_ROOM_TODAY),
        ({}, Standing(Breaker.CLOSED, Room(10**9, 0)), NOON, Obstacle.NO_ROOM_TODAY),
    ],
)
def test_what_a_channel_cannot_take_goes_through_another_and_the_reason_is_kept(
    changes: dict[str, object], standing: Standing, at: datetime, obstacle: Obstacle
) -> None:
    channels = (channel("CHEAP", cost_fixed=Money(0), **changes), channel("DEAR"))
    found = route(wanted(), channels, {"CHEAP": standing, "DEAR": SOUND}, at)
    assert found.channel == "DEAR"
    assert {each.channel: each.obstacle for each in found.considered} == {"CHEAP": obstacle.value, "DEAR": ""}
    alone = route(wanted(), channels[:1], {"CHEAP": standing}, at)
    assert alone.channel is None


def test_another_currency_is_not_moved() -> None:
    dollars = Wanted(service=Service.PAYOUT, bank="ICBC", amount=Money(100, Currency("USD")))
    found = route(dollars, (channel("MAIN"),), {"MAIN": SOUND}, NOON)
    assert (found.channel, found.considered[0].obstacle) == (None, "OTHER_CURRENCY")


def test_a_channel_it_failed_through_is_taken_again_only_where_there_is_no_other() -> None:
    channels = (channel("CHEAP", cost_fixed=Money(0)), channel("DEAR"))
    standing = dict.fromkeys(("CHEAP", "DEAR"), SOUND)
    assert route(wanted(failed=("CHEAP",)), channels, standing, NOON).channel == "DEAR"
    assert route(wanted(failed=("CHEAP", "DEAR")), channels, standing, NOON).channel == "CHEAP"


CHANNELS = st.lists(
    st.builds(
        channel,
        st.sampled_from("ABCDE"),
        cost_fixed=st.integers(0, 500).map(Money),
        cost_per_mille=st.integers(0, 5),
        single_max=st.integers(1, 10**7).map(Money),
        enabled=st.booleans(),
        banks=st.sampled_from([(), ("ICBC",), ("CCB",)]),
    ),
    min_size=1,
    max_size=5,
    unique_by=lambda each: each.code,
)
STANDINGS = st.builds(Standing, st.sampled_from(Breaker), st.builds(Room, st.integers(0, 10**8), st.integers(0, 3)))


@given(channels=CHANNELS, amount=st.integers(1, 10**7), data=st.data())
def test_what_is_taken_can_take_it_and_nothing_that_can_is_cheaper(
    channels: list[Channel], amount: int, data: st.DataObject
) -> None:
    standing = {each.code: data.draw(STANDINGS) for each in channels}
    money = Money(amount)
    found = route(Wanted(service=Service.PAYOUT, bank="ICBC", amount=money), channels, standing, NOON)

    def able(each: Channel) -> bool:
        now = standing[each.code]
        served = not each.banks or "ICBC" in each.banks
        fits = amount <= each.single_max.minor and amount <= now.room.amount and now.room.count > 0
        return each.enabled and served and fits and now.breaker is not Breaker.OPEN

    costs = {each.code: each.cost_fixed.minor + (amount * each.cost_per_mille + 500) // 1000 for each in channels}
    best = min((costs[each.code] for each in channels if able(each)), default=None)
    assert (found.channel is None) == (best is None)
    assert found.channel is None or costs[found.channel] == best
    assert {each.channel for each in found.considered if not each.obstacle} == {found.channel} - {None}
    assert [each.channel for each in found.considered] == [each.code for each in channels]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"code": "ALL"}, "code"),
        ({"services": ()}, "services"),
        ({"closes": "08:00", "opens": "09:00"}, "closes"),
        ({"single_max": Money(1, Currency("USD"))}, "single_max"),
        ({"cost_fixed": Money(-1)}, "cost_fixed"),
        ({"kind": ChannelKind.OWN_BANK}, "banks"),
        ({"banks": ("icbc",)}, "banks"),
        ({"opens": "9:00"}, "opens"),
    ],
)
def test_a_channel_that_cannot_be_is_refused_by_field(changes: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidValue) as told:
        channel(str(changes.pop("code", "MAIN")), **changes)
    assert told.value.violations[0].field == field


def test_a_code_stands_once() -> None:
    with pytest.raises(InvalidValue):
        Channels(version=1, payout_day_max=Money(1), payout_day_count=1, channels=(channel("MAIN"), channel("MAIN")))
    held = Channels(version=1, payout_day_max=Money(1), payout_day_count=1, channels=(channel("MAIN"),))
    assert attrs.evolve(held, version=2).codes == {"MAIN"}
