"""How balances are kept: at once, or from the lines at the end of the day (缓冲记账).

A voucher is inserted and no balance is read for it. Where a balance must be at hand without adding up the day, its
account is in the mode REAL_TIME, and each commit moves one row of it, on which all others then wait.
"""

import enum
from datetime import date

import attrs

from lending.kernel.checks import matching

__all__ = ["EVERY_EVENT", "BookingMode", "BookingModes", "BookingRule"]

EVERY_EVENT = "*"
"""The business code that stands for all of them."""


class BookingMode(enum.Enum):
    """When a balance follows its lines."""

    BUFFERED = "BUFFERED"
    """缓冲记账: lines are inserted; the day is summed once it has closed, and until then when somebody asks."""
    REAL_TIME = "REAL_TIME"
    """实时记账: the balance's row is moved in the commit of the line."""


@attrs.frozen
class BookingRule:
    """The mode of an account's lines of one business code, the posting event, or of every one."""

    account: str = attrs.field(validator=matching(r"[0-9]{4}(\.[0-9]{2})?", "an account code such as 1012.01"))
    mode: BookingMode
    event: str = attrs.field(
        default=EVERY_EVENT, validator=matching(r"[A-Z][A-Z_]*|\*", "a posting event such as REPAID, or *")
    )


@attrs.frozen
class BookingModes:
    """The modes in force from an accounting day on: published before it, they never change within a day."""

    since: date
    rules: tuple[BookingRule, ...]

    def mode_of(self, account: str, event: str = EVERY_EVENT) -> BookingMode:
        """The mode of an account's lines of this event; buffered where nothing is said."""
        modes = {rule.event: rule.mode for rule in self.rules if rule.account == account}
        return modes.get(event, modes.get(EVERY_EVENT, BookingMode.BUFFERED))

    def always_real_time(self, account: str) -> bool:
        """Whether every line of the account moves the balance's row."""
        modes = {rule.event: rule.mode for rule in self.rules if rule.account == account}
        return EVERY_EVENT in modes and set(modes.values()) == {BookingMode.REAL_TIME}
