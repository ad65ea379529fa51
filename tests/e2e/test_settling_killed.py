"""Settling by files, killed at every call of the store and every act on a file and run again, ends as if it was not."""

import itertools
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from lending.accounting.ports import VOUCHERS
from lending.application.bus import LocalBus
from lending.funding.ports import FUNDER_SETTLEMENTS
from lending.funding.sharing import FunderShare
from lending.registry import CATALOGUE
from lending_adapters.funders.exchanging import exchange
from lending_adapters.privacy import Keyring
from lending_adapters.stores import OpenStore, open_store
from lending_adapters.vendors.settling import FakeCounterparties
from tests.support.desk import Desk
from tests.support.joint import pay_out_jointly

ENVIRONMENT = {"LENDING_KEYRING": Keyring.generate().text}
ACTS = ("mkdir", "replace", "touch", "unlink")
PASSES = 3
"""Sent; answered and paid; matched."""


class Killed(BaseException):
    """The process is gone."""


class Death:
    """Comes before or after the `last` thing that is done, counted from when it is armed."""

    def __init__(self, last: int, *, after: bool) -> None:
        self.last = last
        self.after = after
        self.done = 0

    def around(self, act: Callable[..., Any]) -> Callable[..., Any]:
        """The act, counted."""

        def counted(*arguments: Any, **named: Any) -> Any:
            self.done += 1
            dies = self.done == self.last
            if dies and not self.after:
                raise Killed
            answer = act(*arguments, **named)
            if dies:
                raise Killed
            return answer

        return counted


class Watched:
    """A store every call of which may be the last."""

    def __init__(self, store: OpenStore, death: Death) -> None:
        self._store = store
        self._death = death

    def __getattr__(self, name: str) -> Any:
        return self._death.around(getattr(self._store, name))


@contextmanager
def watched_files(death: Death) -> Iterator[None]:
    """Whatever is done to a path may be the last that is done."""
    with pytest.MonkeyPatch.context() as patch:
        for act in ACTS:
            patch.setattr(Path, act, death.around(getattr(Path, act)))
        yield


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """A database in which two funders have a payout and a first instalment to be settled."""
    path = tmp_path_factory.mktemp("lived") / "lived.db"
    desk = Desk(store=open_store(f"sqlite:///{path}", upgrade=True, environment=ENVIRONMENT))
    pay_out_jointly(desk, FunderShare("BANK_A", 5_000), FunderShare("BANK_B", 2_000))
    desk.close_days_until(date(2024, 2, 6))
    desk.work()
    desk.store.close()
    return path, desk.now


@pytest.mark.requirement("R114", command="PayFunderSettlement")
@pytest.mark.parametrize("killed_in", range(PASSES), ids=["sending", "answered and paid", "matched"])
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_killed_anywhere_and_run_again(
    lived: tuple[Path, datetime],
    killed_in: int,
    after: bool,  # noqa: FBT001 - pytest passes by name
    tmp_path: Path,
) -> None:
    wanted, _died = settled(lived, tmp_path / "whole", None, killed_in)
    deaths = 0
    for last in itertools.count(1):
        found, died = settled(lived, tmp_path / "killed", Death(last, after=after), killed_in)
        assert found[1].keys() == wanted[1].keys(), last
        assert found == wanted, last
        if not died:
            break
        deaths += 1
    assert deaths > 10, "it was killed at each of its acts"


def settled(lived: tuple[Path, datetime], folder: Path, death: Death | None, killed_in: int) -> tuple[Any, bool]:
    """Settle both days with both funders, killed in one pass and run again; what it came to, and whether it was."""
    base, at = lived
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    database = folder / "settled.db"
    shutil.copy(base, database)
    store = open_store(f"sqlite:///{database}", environment=ENVIRONMENT)
    files = folder / "files"
    files.mkdir()
    others, died = FakeCounterparties(files), False
    for number in range(PASSES):
        at += timedelta(hours=1)
        if death is not None and number == killed_in:
            try:
                with watched_files(death):
                    run(Watched(store, death), files, at)
            except Killed:
                died = True
                at += timedelta(minutes=1)
                run(store, files, at)
        else:
            run(store, files, at)
        others.live(at.date())
    outcome = standing(store), everything_in(files)
    store.close()
    return outcome, died


def run(store: Any, files: Path, at: datetime) -> None:
    """One pass."""
    faults = [each for each in exchange(store, LocalBus(store, CATALOGUE), files, at) if each.faults]
    assert not faults, faults


def standing(store: OpenStore) -> list[Any]:
    """Every settlement and every line of the books, without the ids that a request gives."""
    settlements = store.page(FUNDER_SETTLEMENTS, None, "", "", 100)
    assert {held.state.value for held in settlements} == {"RECONCILED"}
    vouchers = store.page(VOUCHERS, None, "", "", 10_000)
    return [settlements, sorted((each.book, each.event, str(each.lines)) for each in vouchers)]


def everything_in(folder: Path) -> dict[str, bytes]:
    """All files that are whole, by where they lie; what a death left half written is nobody's."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.suffix != ".partial")
    return {str(path.relative_to(folder)): path.read_bytes() for path in paths}
