"""`FakeBank`: who truly has how much money, whatever the platform believes."""

from collections.abc import Iterable
from datetime import date

import attrs

__all__ = ["FakeBank", "Movement"]


@attrs.frozen(kw_only=True)
class Movement:
    """Money that truly moved under an order: `amount` in minor units, into the platform's account or out of it.

    `channel` is the one it moved through, empty for what came otherwise.
    """

    order_no: str
    account: str
    amount: int
    incoming: bool
    on: date
    channel: str = ""


class FakeBank:
    """The balances of everyone's accounts and of the platform's own at the channel, which may be overdrawn.

    Money comes from outside by `deposit` only; what is there moves and is never made or lost.
    """

    def __init__(self) -> None:
        self._balances: dict[str, int] = {}
        self._movements: dict[str, Movement] = {}
        self.platform = 0
        self.deposited = 0

    def deposit(self, account: str, amount: int) -> None:
        """Income from outside."""
        self._balances[account] = self.balance(account) + amount
        self.deposited += amount

    def spend(self, account: str, amount: int) -> int:
        """Money that leaves for outside: at most what is there. Returns what was spent."""
        spent = min(amount, self.balance(account))
        self.deposit(account, -spent)
        return spent

    def balance(self, account: str) -> int:
        """What an account holds."""
        return self._balances.get(account, 0)

    def pay_out(self, order_no: str, account: str, amount: int, on: date, channel: str = "") -> None:
        """From the platform to the account."""
        self._keep(Movement(order_no=order_no, account=account, amount=amount, incoming=False, on=on, channel=channel))
        self._balances[account] = self.balance(account) + amount
        self.platform -= amount

    def pay_in(self, order_no: str, account: str, amount: int, on: date, channel: str = "") -> bool:
        """From the account to the platform, if it holds so much."""
        if self.balance(account) < amount:
            return False
        self._keep(Movement(order_no=order_no, account=account, amount=amount, incoming=True, on=on, channel=channel))
        self._balances[account] -= amount
        self.platform += amount
        return True

    def give_back(self, order_no: str) -> None:
        """Undo what was paid in under this order: the platform did not take it."""
        movement = self._movements.pop(order_no)
        assert movement.incoming, f"{order_no} was paid out, and cannot be given back"
        self._balances[movement.account] = self.balance(movement.account) + movement.amount
        self.platform -= movement.amount

    def movement(self, order_no: str) -> Movement | None:
        """What truly moved under this order."""
        return self._movements.get(order_no)

    @property
    def movements(self) -> Iterable[Movement]:
        """Everything that moved between the platform and others, in the order in which it did."""
        return self._movements.values()

    @property
    def total(self) -> int:
        """All balances together; always what was deposited."""
        return self.platform + sum(self._balances.values())

    def _keep(self, movement: Movement) -> None:
        assert movement.order_no not in self._movements, f"{movement.order_no} has moved money before"
        self._movements[movement.order_no] = movement
