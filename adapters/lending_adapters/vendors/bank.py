"""`FakeBank`: who truly has how much money, whatever the platform believes."""

from collections.abc import Iterable
from datetime import date

import attrs

__all__ = ["FakeBank", "Movement", "back_of", "paid_under"]


@attrs.frozen(kw_only=True)
class Movement:
    """Money that truly moved under an order: `amount` in minor units, into the platform's account or out of it.

    `channel` is the one it moved through, empty for what came otherwise. `back` is a payout's money that comes back.
    """

    order_no: str
    account: str
    amount: int
    incoming: bool
    on: date
    channel: str = ""
    back: bool = False


BACK = "/back"


def back_of(order_no: str) -> str:
    """What the money of a payout moves under when it comes back."""
    return order_no + BACK


def paid_under(movement: Movement) -> str:
    """The number of the order that money moved under, or that the money which came back was paid out under."""
    return movement.order_no.removesuffix(BACK) if movement.back else movement.order_no


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

    def send_back(self, order_no: str, on: date) -> None:
        """What was paid out under this order, and is still there, comes back from the payee's bank (退票)."""
        paid = self._movements[order_no]
        assert not paid.incoming, f"{order_no} was paid in, and is given back"
        assert self.balance(paid.account) >= paid.amount, f"{order_no} was spent"
        self._keep(attrs.evolve(paid, order_no=back_of(order_no), incoming=True, on=on, back=True))
        self._balances[paid.account] -= paid.amount
        self.platform += paid.amount

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
