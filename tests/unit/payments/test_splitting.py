"""Amounts that no channel takes at once: as few parts as can be, each within the limit, together the whole."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.kernel.money import Money
from lending.payments.channels import Channel, ChannelKind, Channels, Service
from lending.payments.routing import Wanted
from lending.payments.splitting import most_at_once, parts_of

limits = st.integers(min_value=1, max_value=10**8)


def channel(code: str, single_max: int, **changes: object) -> Channel:
    given = {"kind": ChannelKind.THIRD_PARTY, "services": (Service.PAYOUT,), **changes}
    most = Money(10**12)
    return Channel(
        code=code, name=code, single_max=Money(single_max), day_max=most, day_count=99, cost_fixed=Money(0), **given
    )  # type: ignore[arg-type]


def channels(*held: Channel) -> Channels:
    return Channels(version=1, payout_day_max=Money(10**12), payout_day_count=99, channels=held)


def wanted(amount: int, *, corporate: bool = False) -> Wanted:
    return Wanted(service=Service.PAYOUT, bank="ICBC", amount=Money(amount), corporate=corporate)


@given(st.integers(min_value=1, max_value=10**10), st.lists(limits, min_size=1, max_size=3))
def test_parts_are_as_few_and_as_alike_as_can_be_and_sum_to_the_whole(amount: int, singles: list[int]) -> None:
    directory = channels(*(channel(f"C{place}", single) for place, single in enumerate(singles)))
    most = max(singles)
    if amount // most > 500:
        amount = most * 500
    parts = [part.minor for part in parts_of(wanted(amount), directory)]
    assert sum(parts) == amount
    assert max(parts) <= most
    assert (len(parts) - 1) * most < amount
    assert max(parts) - min(parts) <= 1


@pytest.mark.parametrize(
    "unfit",
    [
        channel("B", 900, enabled=False),
        channel("B", 900, services=(Service.COLLECTION,)),
        channel("B", 900, banks=("CCB",)),
        channel("B", 900, kind=ChannelKind.BANK),
    ],
    ids=["disabled", "other service", "other bank", "corporate only"],
)
def test_a_channel_that_never_takes_it_lends_no_limit(unfit: Channel) -> None:
    assert most_at_once(wanted(1000), channels(channel("A", 300), unfit)) == Money(300)


def test_a_company_is_paid_by_the_banks_link() -> None:
    directory = channels(channel("A", 300), channel("B", 900, kind=ChannelKind.BANK))
    assert most_at_once(wanted(1000, corporate=True), directory) == Money(900)


def test_without_channels_nothing_is_split() -> None:
    assert parts_of(wanted(1000), None) == (Money(1000),)
    assert parts_of(wanted(1000), channels(channel("A", 300, enabled=False))) == (Money(1000),)
