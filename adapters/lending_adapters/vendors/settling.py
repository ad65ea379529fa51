"""The other side of settling with funders: funders that answer our files, and the bank that pays."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from lending.funding.settlement import LineDispute
from lending.funding.settlement_items import settled_as
from lending.kernel.money import Currency, Money
from lending_adapters.funders.answers import write_answer
from lending_adapters.funders.bank_files import BankPayment, read_transfer, write_payments
from lending_adapters.funders.forms import Head
from lending_adapters.funders.places import FLAG, flag
from lending_adapters.funders.settlement_files import SettlementRead, read_settlement

__all__ = ["FakeCounterparties"]


def _nothing(_read: SettlementRead) -> Iterable[LineDispute]:
    return ()


class FakeCounterparties:
    """Funders and bank behind one folder. Each funder checks what it is sent, and confirms or disputes lines of it.

    A settlement that comes to less than nothing is paid by the funder once it has confirmed it. `transferred` is what
    the bank has paid to funders by the reference of its order; it executes a reference once.
    """

    def __init__(
        self,
        folder: Path,
        disputes: Callable[[SettlementRead], Iterable[LineDispute]] = _nothing,
        transferred: dict[str, int] | None = None,
    ) -> None:
        self._folder = folder
        self._disputes = disputes
        self.transferred = {} if transferred is None else transferred
        self._serial = 0
        self._to_us: list[tuple[Head, Money]] = []

    def live(self, day: date) -> None:
        """Answer every settlement that is out, and pay what is ordered and owed."""
        for path in self._flagged("*/out/*.settlement.csv"):
            self._answer(path)
        moved = [*self._transfers(), *self._to_us]
        self._to_us = []
        for currency in sorted({amount.currency.code for _head, amount in moved}):
            self._state(Currency(currency), day, [(head, net) for head, net in moved if net.currency.code == currency])

    def _transfers(self) -> Iterator[tuple[Head, Money]]:
        for path in self._flagged("bank/out/*.transfer.csv"):
            head, amount = read_transfer(path)
            reference = settled_as(head.of, head.day, head.currency)
            if reference not in self.transferred:
                self.transferred[reference] = amount.minor
                yield head, amount

    def _answer(self, path: Path) -> None:
        read = read_settlement(path)
        disputes = tuple(self._disputes(read))
        folder = self._folder / read.head.of / "in"
        folder.mkdir(exist_ok=True)
        answer = folder / path.name.replace(".settlement.", ".answer.")
        write_answer(answer, Head(read.head.of, read.head.day, read.head.currency, read.digest), disputes)
        flag(answer)
        net = sum(line.amounts.net for line in read.lines)
        if net < 0 and not disputes:
            self._to_us.append((read.head, Money(net, read.head.currency)))

    def _state(self, currency: Currency, day: date, moved: Iterable[tuple[Head, Money]]) -> None:
        folder = self._folder / "bank" / "in"
        folder.mkdir(parents=True, exist_ok=True)
        payments = [BankPayment(self._next_serial(day), head.of, head.day, net) for head, net in moved]
        path = folder / f"{day}-{currency.code}-{self._serial}.payments.csv"
        write_payments(path, Head("BANK", day, currency), payments)
        flag(path)

    def _next_serial(self, day: date) -> str:
        self._serial += 1
        return f"F{day:%y%m%d}{self._serial:06d}"

    def _flagged(self, pattern: str) -> list[Path]:
        """The files that are whole; their flags are taken, so that each is dealt with once."""
        flags = sorted(self._folder.glob(f"{pattern}{FLAG}"))
        for each in flags:
            each.unlink()
        return [each.with_name(each.name.removesuffix(FLAG)) for each in flags]
