"""Where the files of settlements lie, and when one is whole.

    FOLDER/BANK_A/out   what we send to a funder: settlement and balances
    FOLDER/BANK_A/in    its answers, and what it took from borrowers itself
    FOLDER/bank/out     what our bank is to transfer
    FOLDER/bank/in      what it says was paid

A file is whole once a file of its name and `.ok` lies beside it. What was taken in is moved to `done`.
"""

from pathlib import Path

import attrs

from lending.funding.settlement_items import settled_as
from lending.funding.settlement_queries import FunderSettlementView

__all__ = ["FLAG", "Places", "flag", "put_away"]

BANK = "bank"
FLAG = ".ok"


@attrs.frozen
class Places:
    """The folders under one folder."""

    folder: Path

    def settlement(self, held: FunderSettlementView) -> Path:
        """Our file of it, to the funder."""
        return self._out(held.funder, held, "settlement")

    def balances(self, held: FunderSettlementView) -> Path:
        """The balances beside it."""
        return self._out(held.funder, held, "balances")

    def transfer(self, held: FunderSettlementView) -> Path:
        """The order to our bank."""
        return self._out(BANK, held, "transfer")

    def answers(self) -> list[Path]:
        """Funders' answers that were not taken in yet."""
        return self._come_in("*/in/*.answer.csv")

    def collections(self) -> list[Path]:
        """What funders took from borrowers themselves and was not taken in yet."""
        return self._come_in("*/in/*.collections.csv")

    def payments(self) -> list[Path]:
        """What the bank said and was not taken in yet."""
        return self._come_in(f"{BANK}/in/*.payments.csv")

    def _come_in(self, pattern: str) -> list[Path]:
        """Whole files. A flag without its file is of one that was put away, and goes after it."""
        found = []
        for ok in sorted(self.folder.glob(f"{pattern}{FLAG}")):
            path = ok.with_name(ok.name.removesuffix(FLAG))
            if path.is_file():
                found.append(path)
            else:
                ok.unlink()
        return found

    def _out(self, to: str, held: FunderSettlementView, what: str) -> Path:
        out = self.folder / to / "out"
        out.mkdir(parents=True, exist_ok=True)
        return out / f"{settled_as(held.funder, held.day, held.currency).replace('/', '-')}.{what}.csv"


def flag(*paths: Path) -> None:
    """Say of files that are there that they are whole."""
    for path in paths:
        if path.is_file():
            _ok(path).touch()


def put_away(path: Path) -> None:
    """Move a file that was taken in, and then its flag."""
    done = path.parent / "done"
    done.mkdir(exist_ok=True)
    path.replace(done / path.name)
    _ok(path).unlink(missing_ok=True)


def _ok(path: Path) -> Path:
    return path.with_name(f"{path.name}{FLAG}")
