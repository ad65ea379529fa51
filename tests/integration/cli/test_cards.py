"""`lending cards`: what a customer binds, in which order it is deducted from, and what is refused."""

from pathlib import Path

from tests.support.acts import START, lent
from tests.support.command_line import CommandLine
from tests.support.platform import staged

JSON = ("--format", "json")
LIMITS = ("--trade-max", "5000.00", "--day-max", "20000.00")


def test_cards_are_bound_ordered_shown_and_unbound(lending: CommandLine, tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'cards.db'}"
    with staged(url, START) as stage:
        _, _, customer = lent(stage)
    at = ("--database", url)
    first = ("cards", "bind", customer.id, "--number", "6217000012345678", "--bank", "CMB", "--agreement", "A-1")
    bound = lending(*first, *LIMITS, *at, *JSON)
    assert (bound.status, [card["card"] for card in bound.document["cards"]]) == (0, [1, 2])
    ours = ("cards", "bind", customer.id, "--number", "6217000087654321", "--bank", "OURS", "--agreement", "A-2")
    assert lending(*ours, *LIMITS, "--takes-part", *at).status == 0
    ordered = lending("cards", "order", customer.id, "2", "1", "3", *at, *JSON)
    assert [(card["card"], card["is_ours"]) for card in ordered.document["cards"]] == [
        (3, True),
        (2, False),
        (1, False),
    ]
    assert ordered.document["cards"][0] == {
        "card": 3,
        "bank": "OURS",
        "last_digits": "4321",
        "is_ours": True,
        "agreement": "A-2",
        "trade_max": "5000.00",
        "day_max": "20000.00",
        "takes_part": True,
        "failures": 0,
        "taken": "0.00",
        "awaited": [],
    }
    left = lending("cards", "unbind", customer.id, "2", *at, *JSON)
    assert [card["card"] for card in left.document["cards"]] == [3, 1]
    printed = lending("cards", "show", customer.id, *at)
    assert (printed.status, "4321" in printed.out, "6217000087654321" in printed.out) == (0, True, False)
    twice = lending(*ours, *LIMITS, *at)
    assert (twice.status, "CARD_BOUND_ALREADY" in twice.err) == (1, True)
    missing = lending("cards", "order", customer.id, "1", *at)
    assert (missing.status, "CARDS_NOT_ALL_NAMED" in missing.err) == (1, True)
    gone = lending("cards", "unbind", customer.id, "2", *at)
    assert (gone.status, "CARD_NOT_FOUND" in gone.err) == (1, True)


def test_what_cannot_be_a_card_is_told_by_its_options_all_at_once(lending: CommandLine, tmp_path: Path) -> None:
    at = ("--database", f"sqlite:///{tmp_path / 'none.db'}")
    nothing = lending("cards", "bind", "somebody", *at)
    assert nothing.status == 2
    for name in ("customer", "number", "bank", "agreement", "trade-max", "day-max"):
        assert name in nothing.err
    customer = "cust_00000000000000000000000000"
    less = ("--number", "6217000012345678", "--bank", "CMB", "--agreement", "A", "--trade-max", "2", "--day-max", "1")
    wrong = lending("cards", "bind", customer, *less, *at)
    assert (wrong.status, "day_max" in wrong.err) == (2, True)
    letters = lending("cards", "bind", customer, "--number", "six", "--bank", "CMB", "--agreement", "A", *LIMITS, *at)
    assert (letters.status, "number" in letters.err) == (2, True)
    assert lending("cards", "order", customer, "0", *at).status == 2
