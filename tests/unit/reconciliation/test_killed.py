"""A reconciliation killed anywhere and run again ends as one that was not; a file refused leaves nothing behind."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from lending.application.bus import LocalBus
from lending.application.kinds import Kind
from lending.kernel.invalid import InvalidInput
from lending.reconciliation.ports import DIFFERENCES, RECONCILED_DAYS, STATEMENTS
from lending.registry import CATALOGUE
from lending_adapters.reconciliation.running import ReconciliationRefused, reconcile_statement
from lending_adapters.statements import write_statement
from lending_adapters.stores import OpenStore
from lending_adapters.vendors.statements import true_lines
from tests.support.days import FIRST, Days, movements_of
from tests.support.reconciling import line

SEED = 4


class Killed(BaseException):
    """The process is gone."""


class Dying:
    """A store whose process dies at its `last` call: before a commit, or right after it."""

    def __init__(self, store: OpenStore, last: int, *, after: bool) -> None:
        self._store = store
        self._last = last
        self._after = after
        self.calls = 0

    def __getattr__(self, name: str) -> Any:
        asked = getattr(self._store, name)

        def call(*arguments: Any) -> Any:
            self.calls += 1
            dying = self.calls == self._last
            if dying and not self._after:
                raise Killed
            answer = asked(*arguments)
            if dying:
                raise Killed
            return answer

        return call


def lived(folder: Path) -> Days:
    """A first day reconciled, and a second lived through, whose statement waits."""
    days = Days(SEED, folder)
    days.next_day(FIRST, 20)
    return days


def everything(store: OpenStore) -> list[Any]:
    """What stands in the store."""
    kinds: tuple[Kind[Any], ...] = (STATEMENTS, RECONCILED_DAYS, DIFFERENCES)
    return [*(store.page(kind, None, "", "", 1000) for kind in kinds), list(store.events())]


def take_in(store: Any, path: Path, days: Days) -> None:
    bus = LocalBus(store, CATALOGUE)
    reconcile_statement(store, bus, path, "MAIN", FIRST, days.at)


def a_second_version(folder: Path) -> Path:
    path = folder / "second.csv"
    write_statement(path, "MAIN", FIRST, [line(FIRST, "ded_x", "1.00")], version=2)
    return path


@pytest.mark.requirement("R65", command="RecordReconciliation")
@pytest.mark.parametrize("after", [False, True], ids=["before the call", "after the call"])
def test_killed_anywhere_and_run_again(after: bool, tmp_path: Path) -> None:  # noqa: FBT001 - pytest passes by name
    whole = lived(tmp_path)
    path = a_second_version(tmp_path)
    take_in(whole.store, path, whole)
    wanted = everything(whole.store)
    last = 0
    while True:
        last += 1
        days = lived(tmp_path)
        dying = Dying(days.store, last, after=after)
        try:
            take_in(dying, path, days)
        except Killed:
            take_in(days.store, path, days)
            assert everything(days.store) == wanted
        else:
            break
    assert last > 10, "it was killed at every one of its calls"


def test_a_file_that_is_wrong_at_its_very_end_leaves_nothing(tmp_path: Path) -> None:
    days = lived(tmp_path)
    before = everything(days.store)
    path = a_second_version(tmp_path)
    path.write_text(path.read_text().replace("#END,1,100", "#END,1,101"))
    with pytest.raises(InvalidInput, match="line 4: sum"):
        take_in(days.store, path, days)
    assert everything(days.store) == before


def test_the_same_file_again_changes_nothing_whatever_has_become_of_our_side(tmp_path: Path) -> None:
    days = lived(tmp_path)
    path = a_second_version(tmp_path)
    take_in(days.store, path, days)
    days.next_day(FIRST + timedelta(days=1), 5)
    before = everything(days.store)
    take_in(days.store, path, days)
    assert everything(days.store) == before


def test_two_sides_that_are_not_of_one_another_are_told_apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = lived(tmp_path)
    path = a_second_version(tmp_path)
    for module in ("lending_adapters.reconciliation.columns", "lending_adapters.reconciliation.running"):
        monkeypatch.setattr(f"{module}.FINDINGS_MAX", 3)
    before = everything(days.store)
    with pytest.raises(InvalidInput, match="differences is not valid: expected at most"):
        take_in(days.store, path, days)
    assert everything(days.store) == before


def test_a_source_that_nobody_knows(tmp_path: Path) -> None:
    days = lived(tmp_path)
    path = tmp_path / "other.csv"
    write_statement(path, "OTHER", FIRST, true_lines(movements_of([]), FIRST))
    with pytest.raises(ReconciliationRefused, match="UNKNOWN_SOURCE"):
        reconcile_statement(days.store, days.bus, path, "OTHER", FIRST, days.at)
