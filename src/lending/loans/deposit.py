"""The deposit (保证金) of a direct lease while its facts are folded: received, set off, returned, and what is held.

What has gone back to the lessee never pays a rent, whatever is recorded later with an earlier value date: until its
return it is held and reserved. So what is held is never less than nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from lending.loans.facts import DepositReceipt, DepositReturn, LoanFact
from lending.products.lease import DepositAtEnd, Lease

if TYPE_CHECKING:
    from lending.loans.ledger import Ledger

__all__ = ["Deposit", "reserves"]


class Deposit:
    """What the lessee left, in minor units; nothing where the loan is no direct lease."""

    __slots__ = ("at_end", "received", "reserved", "returned", "set_off")

    def __init__(self, lease: Lease | None) -> None:
        self.at_end = lease.deposit_at_end if lease is not None else DepositAtEnd.RETURN
        self.received = self.returned = self.set_off = 0
        self.reserved = 0
        """What of it goes back later, and is not there to pay."""

    @property
    def free(self) -> int:
        """What is there to pay rents with."""
        return self.received - self.returned - self.set_off - self.reserved

    def take(self, wanted: int) -> int:
        """Set off as much of `wanted` as there is; what that is."""
        taken = max(0, min(wanted, self.free))
        self.set_off += taken
        return taken

    def pay_due(self, ledger: "Ledger", on: date, most: int | None = None) -> None:
        """Pay what is due on `on`, at most `most`."""
        offered = self.free if most is None else min(most, self.free)
        if offered > 0:
            self.set_off += offered - ledger.pay_due(offered, on)

    def pay_all(self, ledger: "Ledger", on: date) -> None:
        """Pay what the rows ask for, due or not."""
        if self.free > 0:
            self.set_off += self.free - ledger.pay_rows(ledger.rows, self.free, on)

    def fall_due(self, ledger: "Ledger", day: date) -> None:
        """What the end of the lease brings when rows fall due on `day`."""
        if self.free <= 0:
            return
        if self.at_end is DepositAtEnd.LAST_RENTS:
            self._pay_last_rents(ledger, day)
        elif self.at_end is DepositAtEnd.SET_OFF and ledger.next == len(ledger.rows) and ledger.rows[-1].due == day:
            self.pay_due(ledger, day)
        ledger.look()

    def _pay_last_rents(self, ledger: "Ledger", day: date) -> None:
        """Of the rents due on `day`: what those after them leave of the deposit."""
        later = sum(row.outstanding for row in ledger.rows[ledger.next :])
        for row in reversed(ledger.rows[: ledger.next]):
            if row.due != day:
                break
            offered = self.free - later
            if offered > 0:
                self.set_off += offered - ledger.pay_rows([row], offered, day)
            later += row.outstanding


def reserves(facts: Sequence[LoanFact]) -> list[int]:
    """Before each of `facts`, and after the last: what of the deposit must be there for the returns to come."""
    needed = [0]
    for fact in reversed(facts):
        change = 0
        if isinstance(fact, DepositReturn):
            change = fact.amount.minor
        elif isinstance(fact, DepositReceipt):
            change = -fact.amount.minor
        needed.append(max(0, needed[-1] + change))
    return needed[::-1]
