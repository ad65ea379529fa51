"""A take-on killed at any commit and run again ends as one that was not: nothing doubled, nothing lost."""

from pathlib import Path
from typing import Any

import pytest

from lending.accounting.ports import POSITIONS, VOUCHERS
from lending.application.bus import LocalBus
from lending.application.kinds import Kind
from lending.contracts.ports import CONTRACTS
from lending.customers.ports import CUSTOMERS
from lending.loans.ports import LOANS
from lending.registry import CATALOGUE
from lending_adapters.take_on import running
from lending_adapters.take_on.reading import PortfolioFile
from lending_adapters.take_on.running import TakenOver, take_on
from tests.support.desk import Desk
from tests.support.portfolio import CUT_OVER, portfolio, write_portfolio

BATCH = 10
ROWS = 50


class Killed(BaseException):
    """The process is gone."""


class Dying:
    """A store whose process dies at its `last` commit: before it, or right after it."""

    def __init__(self, store: Any, last: int, *, after: bool) -> None:
        self._store = store
        self._last = last
        self._after = after
        self.commits = 0

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def commit(self, changes: Any) -> None:
        """Commit, or die."""
        self.commits += 1
        if self.commits == self._last and not self._after:
            raise Killed
        self._store.commit(changes)
        if self.commits == self._last:
            raise Killed


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BATCH_ROWS", BATCH)


def everything(desk: Desk) -> list[Any]:
    kinds: tuple[Kind[Any], ...] = (CUSTOMERS, CONTRACTS, LOANS, POSITIONS, VOUCHERS)
    return [*(desk.store.page(kind, None, "", "", 1000) for kind in kinds), list(desk.store.events())]


def taken(store: Any, folder: Path, desk: Desk) -> TakenOver:
    file = PortfolioFile(write_portfolio(folder / "portfolio.csv", portfolio(ROWS)))
    return take_on(LocalBus(store, CATALOGUE), file, CUT_OVER, desk.now, rejects=folder / "rejects.csv")


@pytest.mark.requirement("R48", command="TakeOnLoans")
@pytest.mark.parametrize("after", [False, True], ids=["before the commit", "after the commit"])
def test_killed_at_every_commit_and_run_again(after: bool, tmp_path: Path) -> None:  # noqa: FBT001 - pytest passes by name
    whole = Desk(CUT_OVER)
    counted = Dying(whole.store, 0, after=after)
    answer = taken(counted, tmp_path, whole)
    rejects = (tmp_path / "rejects.csv").read_text(encoding="utf-8")
    assert (answer.rows, answer.loans, answer.rejected) == (ROWS, ROWS - 1, 1)
    assert counted.commits == ROWS // BATCH
    for last in range(1, counted.commits + 1):
        (tmp_path / "rejects.csv").unlink()
        desk = Desk(CUT_OVER)
        with pytest.raises(Killed):
            taken(Dying(desk.store, last, after=after), tmp_path, desk)
        assert not (tmp_path / "rejects.csv").exists(), "half a file of rejects is none"
        assert taken(desk.store, tmp_path, desk) == answer
        assert everything(desk) == everything(whole)
        assert (tmp_path / "rejects.csv").read_text(encoding="utf-8") == rejects


def test_taken_on_twice_changes_nothing(tmp_path: Path) -> None:
    desk = Desk(CUT_OVER)
    answer = taken(desk.store, tmp_path, desk)
    once = everything(desk)
    assert taken(desk.store, tmp_path, desk) == answer
    assert everything(desk) == once
