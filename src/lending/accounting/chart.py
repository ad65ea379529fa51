"""The chart of accounts (会计科目)."""

import enum

import attrs

from lending.accounting.journal import Side
from lending.kernel.checks import matching, positive, text_of
from lending.kernel.invalid import InvalidValue

__all__ = ["Account", "AccountType", "Chart"]


class AccountType(enum.Enum):
    """What an account is."""

    ASSET = "ASSET"
    CONTRA_ASSET = "CONTRA_ASSET"
    LIABILITY = "LIABILITY"
    EQUITY = "EQUITY"
    INCOME = "INCOME"
    EXPENSE = "EXPENSE"
    OFF_BOOK = "OFF_BOOK"


@attrs.frozen
class Account:
    """A leaf account: its code, names, type and normal side."""

    code: str = attrs.field(validator=matching(r"[0-9]{4}(\.[0-9]{2})?", "a code such as 1303.01"))
    name: str = attrs.field(validator=text_of(60))
    chinese_name: str = attrs.field(validator=text_of(40))
    type: AccountType
    normal: Side


@attrs.frozen
class Chart:
    """All accounts, by code."""

    version: int = attrs.field(validator=positive(10_000))
    accounts: tuple[Account, ...] = attrs.field()

    @accounts.validator
    def _each_once(self, _attribute: object, accounts: tuple[Account, ...]) -> None:
        codes = [account.code for account in accounts]
        if not codes or len(set(codes)) != len(codes):
            raise InvalidValue("accounts", f"{len(codes)} accounts", "at least one account, each code once")

    @property
    def codes(self) -> frozenset[str]:
        """Every account's code."""
        return frozenset(account.code for account in self.accounts)
