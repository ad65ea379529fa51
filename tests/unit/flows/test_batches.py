"""Deductions by list, through files and one by one: each goes out once, comes back once, and drives its machine."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lending.application.bus import LocalBus
from lending.application.store import Changes
from lending.kernel.invalid import InvalidInput
from lending.payments.batch_commands import CloseBatch, DrawUpBatch, ListBatches, ReleaseDeductions
from lending.payments.channel import RESULT_FILE_AFTER
from lending.payments.deduction import DeductionStatus
from lending.registry import CATALOGUE
from lending_adapters.deductions.running import BatchRefused, read_result, release_list, write_batches
from lending_adapters.stores import OpenStore
from tests.support.desk import CLERK
from tests.unit.flows.listed import ACCOUNT, Listed
from tests.unit.reconciliation.test_killed import Killed


def answered(folder: Path, loans: int = 3, **changes: Any) -> tuple[Listed, Path]:
    """Deductions that went out in one file, and its result."""
    world = Listed(folder, loans, **changes)
    world.fall_due()
    (written,) = world.write()
    return world, world.answer(written)


@pytest.mark.requirement("R68", command=("DrawUpBatch", "AcceptBatchResult", "CloseBatch"))
def test_what_falls_due_goes_out_in_a_file_and_its_result_repays_the_loans(tmp_path: Path) -> None:
    world = Listed(tmp_path, 3)
    world.fall_due()
    assert (world.seen().waiting, world.desk.collections.heard) == (3, [])
    due = world.due()
    (written,) = world.write()
    assert (written.batch.lines, written.batch.total) == (3, sum(due))
    assert (world.seen().waiting, [batch.status for batch in world.seen().batches]) == (0, ["SENT"])
    assert world.read(world.answer(written)) == {"SUCCESS": 3}
    world.desk.work()
    assert (world.due(), world.held(), world.paid()) == ([0, 0, 0], [None] * 3, sum(due))
    assert world.seen().batches == ()
    assert world.desk.collections.heard == [], "nothing went out one by one"


def test_the_file_says_what_is_asked_of_whom_and_sums_and_hashes_its_lines(tmp_path: Path) -> None:
    world = Listed(tmp_path, 2)
    world.fall_due()
    (written,) = world.write()
    head, columns, *lines, end = written.path.read_text().splitlines(keepends=True)
    assert head == f"#DEDUCTIONS,1,MAIN,{world.desk.day},1,CNY\n"
    assert columns == "order_no,agreement,account,bank,holder,amount,in_part\n"
    asked = {order.order_no: order.amount.minor for order in world.orders()}
    assert sorted(lines) == sorted(f"{no},,{ACCOUNT},ICBC,李雷,{minor},N\n" for no, minor in asked.items())
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    assert end == f"#END,2,{sum(asked.values())},{digest}\n"
    assert written.path.stat().st_mode & 0o777 == 0o600


def test_a_file_not_answered_yet_is_written_again_just_as_it_was(tmp_path: Path) -> None:
    world = Listed(tmp_path, 2)
    world.fall_due()
    (first,) = world.write()
    before = first.path.read_bytes()
    first.path.unlink()
    world.after(0.5)
    (again,) = world.write()
    assert (again.path, again.path.read_bytes(), again.digest) == (first.path, before, first.digest)
    assert [path.name for path in tmp_path.iterdir()] == [first.path.name]


@pytest.mark.requirement("R68", command="RetryDeduction")
def test_money_that_was_not_there_waits_in_the_list_for_the_next_file_of_the_day(tmp_path: Path) -> None:
    world, result = answered(tmp_path, loans=1, held="10.00")
    assert world.read(result) == {"FAILED": 1}
    world.desk.work()
    assert (world.seen().waiting, world.held()) == (0, [None])
    world.bank.deposit(ACCOUNT, 10**8)
    world.after(2)
    assert world.seen().waiting == 1, "the noon slot"
    (second,) = world.write()
    assert second.batch.number == 2
    assert world.read(world.answer(second)) == {"SUCCESS": 1}
    world.desk.work()
    assert (world.due(), world.held()) == ([0], [None])


def test_a_result_that_does_not_come_leaves_its_orders_in_doubt_and_asked_after(tmp_path: Path) -> None:
    world, result = answered(tmp_path, loans=1)
    world.desk.work(after=RESULT_FILE_AFTER - timedelta(seconds=1))
    assert world.desk.collections.heard == []
    assert world.held() != [None]
    world.desk.work(after=timedelta(seconds=1))
    assert [act for act, _ in world.desk.collections.heard] == ["query"]
    assert world.read(result) == {"SUCCESS": 1}, "the file says what the query said"
    assert world.due() == [0]


@pytest.mark.requirement("R69", command="ReleaseDeductions")
def test_the_same_list_is_sent_one_by_one_no_faster_than_the_channel_takes(tmp_path: Path) -> None:
    world = Listed(tmp_path, 5)
    world.fall_due()
    released, last_at = release_list(world.desk.bus, "MAIN", world.desk.now)
    assert (released, last_at) == (5, world.desk.now + timedelta(seconds=2)), "two a second"
    counts = []
    for _ in range(6):
        world.desk.work(after=timedelta(seconds=0.5))
        counts.append([act for act, _ in world.desk.collections.heard].count("collect"))
    assert counts == [2, 3, 4, 5, 5, 5]
    assert (world.due(), world.held()) == ([0] * 5, [None] * 5)
    assert {number for _, number in world.desk.collections.heard} == {order.order_no for order in world.orders()}


def test_what_is_released_later_comes_after_what_was_released_before(tmp_path: Path) -> None:
    world = Listed(tmp_path, 4)
    world.fall_due()
    world.desk.done(ReleaseDeductions("MAIN"))
    sent = sorted(order.sent_at for order in world.orders() if order.sent_at is not None)
    assert [instant - world.desk.now for instant in sent] == [timedelta(seconds=0.5) * place for place in range(4)]
    assert release_list(world.desk.bus, "MAIN", world.desk.now) == (0, None)


def test_a_list_goes_out_one_way_only(tmp_path: Path) -> None:
    world = Listed(tmp_path, 2)
    world.fall_due()
    assert len(world.write()) == 1
    assert release_list(world.desk.bus, "MAIN", world.desk.now) == (0, None)
    world.desk.work(after=timedelta(minutes=5))
    assert world.desk.collections.heard == []


def test_a_result_read_a_second_time_is_refused_and_changes_nothing(tmp_path: Path) -> None:
    world, result = answered(tmp_path)
    world.read(result)
    before = list(world.desk.store.events())
    with pytest.raises(BatchRefused, match="BATCH_ANSWERED"):
        world.read(result)
    assert list(world.desk.store.events()) == before


COMMITS = 5
"""A batch drawn up, its result accepted, two answers, the batch closed."""

SPOILT: dict[str, Callable[[list[str]], list[str]]] = {
    "truncated": lambda lines: lines[:-2],
    "no trailer": lambda lines: lines[:-1],
    "cut in a line": lambda lines: [*lines[:3], lines[3][:20]],
    "nothing": lambda _lines: [],
    "another form": lambda lines: [lines[0].replace("#RESULTS,1", "#RESULTS,2"), *lines[1:]],
    "the file that was sent": lambda lines: [lines[0].replace("#RESULTS", "#DEDUCTIONS"), *lines[1:]],
    "other columns": lambda lines: [lines[0], "order_no,state\n", *lines[2:]],
    "another batch": lambda lines: [lines[0].replace(",1,CNY", ",2,CNY"), *lines[1:]],
    "another currency": lambda lines: [lines[0].replace("CNY", "USD"), *lines[1:]],
    "hash": lambda lines: [*lines[:-1], lines[-1][:-2] + ("1\n" if lines[-1][-2] == "0" else "0\n")],
    "count": lambda lines: [*lines[:-1], lines[-1].replace("#END,3", "#END,4")],
    "more after the end": lambda lines: [*lines, lines[2]],
    "an empty line": lambda lines: [*lines[:3], "\n", *lines[3:]],
}
"""Results with something wrong that the head, the trailer or the form of the file tells."""


def spoilt(lines: list[str], kind: str) -> list[str]:
    """The result with one thing wrong; where the trailer could tell, it is made to fit, so that the line must."""
    spoil = SPOILT.get(kind)
    return sealed(lines[:2], edited(lines[2:-1], kind)) if spoil is None else spoil(lines)


def edited(body: list[str], kind: str) -> list[str]:
    first, *others = body
    order_no, state, amount, code, day = first.rstrip("\n").split(",")
    fields = {
        "missing line": None,
        "stranger": ["ded_00000000000000000000000000", state, amount, code, day],
        "state": [order_no, "MAYBE", amount, code, day],
        "less than was asked": [order_no, state, str(int(amount) - 1), code, day],
        "a part not agreed": [order_no, "PARTIAL", str(int(amount) - 1), code, day],
        "failed and taken": [order_no, "FAILED", amount, "INSUFFICIENT", day],
        "failed without a reason": [order_no, "FAILED", "0", "", day],
        "succeeded with a reason": [order_no, state, amount, "WHY", day],
        "an amount with a point": [order_no, state, f"{amount}.00", code, day],
        "a day that is none": [order_no, state, amount, code, "2024-02-30"],
        "too few fields": [order_no, state, amount],
    }
    if kind == "twice":
        return [first, *others[:-1], first]
    changed = fields[kind]
    return others if changed is None else [",".join(changed) + "\n", *others]


def sealed(head: list[str], body: list[str]) -> list[str]:
    """The lines with a trailer that fits them."""
    amounts = [fields[2] for fields in (line.rstrip("\n").split(",") for line in body)]
    total = sum(int(amount) for amount in amounts if amount.isdigit())
    digest = hashlib.sha256("".join(body).encode()).hexdigest()
    return [*head, *body, f"#END,{len(body)},{total},{digest}\n"]


@pytest.mark.parametrize(
    ("kind", "place", "why"),
    [
        ("truncated", 5, "the trailer"),
        ("no trailer", 6, "the trailer"),
        ("cut in a line", 4, "5 fields"),
        ("nothing", 1, "#RESULTS"),
        ("another form", 1, "#RESULTS,1"),
        ("the file that was sent", 1, "#RESULTS,1"),
        ("other columns", 2, "order_no,state,amount"),
        ("another batch", 1, "a batch that was drawn up"),
        ("another currency", 1, "a batch that was drawn up"),
        ("hash", 6, "as the lines have it"),
        ("count", 6, "3, as the lines have it"),
        ("more after the end", 7, "the end of the file"),
        ("an empty line", 4, "an empty line"),
        ("missing line", 5, "a line of each deduction"),
        ("stranger", 3, "a deduction of this batch"),
        ("twice", 5, "each deduction once"),
        ("state", 3, "one of SUCCESS"),
        ("less than was asked", 3, "which was asked for"),
        ("a part not agreed", 3, "none was agreed"),
        ("failed and taken", 3, "nothing was taken"),
        ("failed without a reason", 3, "why it failed"),
        ("succeeded with a reason", 3, "why it failed"),
        ("an amount with a point", 3, "whole minor units"),
        ("a day that is none", 3, "day"),
        ("too few fields", 3, "5 fields"),
    ],
)
def test_a_result_that_cannot_be_used_is_refused_by_its_line_and_leaves_nothing(
    kind: str, place: int, why: str, tmp_path: Path
) -> None:
    world, result = answered(tmp_path)
    sound = result.read_text()
    before = list(world.desk.store.events())
    result.write_text("".join(spoilt(sound.splitlines(keepends=True), kind)))
    with pytest.raises(InvalidInput) as refused:
        world.read(result)
    assert f"line {place}" in str(refused.value)
    assert why in str(refused.value)
    assert list(world.desk.store.events()) == before
    result.write_text(sound)
    assert world.read(result) == {"SUCCESS": 3}, "and the sound file is still taken in"


def test_bytes_that_are_no_text_are_refused_by_their_line(tmp_path: Path) -> None:
    world, result = answered(tmp_path)
    result.write_bytes(result.read_bytes().replace(b"SUCCESS", b"SUC\xff\xfeS", 1))
    with pytest.raises(InvalidInput, match=r"line 3.*UTF-8"):
        world.read(result)


class Dying:
    """A store whose process dies at its `last` commit: just before it, or right after it."""

    def __init__(self, store: OpenStore, last: int, *, after: bool) -> None:
        self._store = store
        self._last = last
        self._after = after
        self._commits = 0

    def commit(self, changes: Changes) -> Any:
        self._commits += 1
        if self._commits == self._last and not self._after:
            raise Killed
        committed = self._store.commit(changes)
        if self._commits == self._last:
            raise Killed
        return committed

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def outcome(world: Listed) -> list[Any]:
    """Everything that must not depend on how often the run was killed."""
    world.desk.work()
    orders = [(order.order_no, order.status, order.batch, order.moved) for order in world.orders()]
    return [orders, world.due(), world.held(), world.paid(), world.seen()]


@pytest.mark.requirement("R68", command=("DrawUpBatch", "AcceptBatchResult"))
@pytest.mark.parametrize("after", [False, True], ids=["before the commit", "after the commit"])
def test_killed_at_any_commit_and_run_again_nothing_is_doubled_or_lost(after: bool, tmp_path: Path) -> None:  # noqa: FBT001
    def play(last: int) -> tuple[Listed, bool]:
        folder = tmp_path / f"{after}-{last}"
        folder.mkdir()
        world = Listed(folder, 2, held="2000.00")
        world.fall_due()
        dying: Any = Dying(world.desk.store, last, after=after)
        bus = LocalBus(dying, CATALOGUE)
        killed = False
        try:
            write_batches(dying, bus, "MAIN", folder, world.desk.now)
        except Killed:
            killed = True
        world.after(0.1)
        for written in world.write():
            result = world.answer(written)
            assert world.answer(written).read_text() == result.read_text(), "the channel took it once"
            try:
                read_result(dying, bus, result, world.desk.now)
            except Killed:
                killed = True
                read_again(world, result)
        return world, killed

    whole, _ = play(10**6)
    wanted = outcome(whole)
    assert [order.status for order in whole.orders()].count(DeductionStatus.SUCCESS) == 1, "one found too little"
    last = 0
    while True:
        last += 1
        world, killed = play(last)
        if not killed:
            break
        assert outcome(world) == wanted
    assert last > COMMITS, "it was killed at every one of its commits"


def read_again(world: Listed, result: Path) -> None:
    """The next run; where the last act was done before the death, it is refused as one that was taken in."""
    world.after(0.1)
    refused = ""
    try:
        world.read(result)
    except BatchRefused as error:
        refused = error.refusal.code
    assert refused in {"", "BATCH_ANSWERED"}


@pytest.mark.parametrize("command", [DrawUpBatch("OWN"), ReleaseDeductions("NOWHERE")])
def test_a_channel_that_takes_nothing_by_list_is_refused(command: Any, tmp_path: Path) -> None:
    world = Listed(tmp_path, 0)
    assert world.desk.refusal(command).code == "CHANNEL_NOT_LISTED"
    assert world.desk.unanswered(ListBatches("OWN"), CLERK).code == "CHANNEL_NOT_LISTED"


def test_a_batch_without_its_result_is_not_closed_and_one_that_is_none_is_not_found(tmp_path: Path) -> None:
    world = Listed(tmp_path, 1)
    world.fall_due()
    (written,) = world.write()
    assert world.desk.refusal(CloseBatch(written.batch.id)).code == "BATCH_UNFINISHED"
    assert world.desk.refusal(CloseBatch("MAIN-2024-02-05-9")).code == "BATCH_NOT_FOUND"
