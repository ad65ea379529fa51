"""The trial of smart repayment (R70): it collects more at equal attempts, and knows nothing but its own tries."""

from datetime import date, datetime, time
from itertools import count

import pytest

from lending.application.call import CHINA
from lending.kernel.money import Money
from lending.payments.picking import picks_of
from lending.payments.ports import CARDS
from lending_simulator.repayment import TrialConfig, run_trial
from lending_simulator.repayment.trial import World

WORLDS = [TrialConfig(seed=seed, customers=25, months=2) for seed in (1, 2)]
DAY = date(2025, 4, 20)


@pytest.mark.requirement("R70", command="lending deduct compare")
def test_smart_beats_plain_by_three_standard_errors_at_equal_attempts() -> None:
    trial = run_trial(WORLDS)
    assert trial.plain_at_equal.attempts == trial.smart_at_equal.attempts
    assert trial.errors >= 3, trial
    assert trial.smart.attempts <= trial.plain.attempts, "and it tries no more often in all"
    assert trial.smart.amount > trial.plain.amount


def test_what_accounts_truly_hold_changes_no_pick() -> None:
    """After the world has been lived, everybody's money is shuffled: the same is picked for each."""
    world = World(WORLDS[0], smart=True)
    world.lived()
    before = picks(world)
    bank = world.bank
    balances = [bank.balance(account) for account in world.accounts]
    for account, number in zip(world.accounts, count(1), strict=False):
        bank.deposit(account, balances[number % len(balances)] - bank.balance(account))
    assert picks(world) == before
    assert any(pick.chance.speaks_for or pick.chance.against for picked in before.values() for pick in picked)


def picks(world: World) -> dict[str, object]:
    night = datetime.combine(DAY, time(0, 30), CHINA)
    held = world.store.page(CARDS, None, "", "", 1_000)
    return {cards.customer_id: picks_of(cards.bound, Money(90_000), night, DAY) for cards in held}


def test_a_world_is_the_same_each_time_it_is_lived() -> None:
    config = TrialConfig(seed=7, customers=8, months=1)
    assert World(config, smart=True).lived() == World(config, smart=True).lived()
