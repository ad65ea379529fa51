"""What can be asked about the books."""

from datetime import date

import attrs

from lending.accounting.refusals import RulesMissing
from lending.application.commands import Query
from lending.kernel.checks import text_of

__all__ = ["AccountBalance", "GetTrialBalance", "TrialBalance"]


@attrs.frozen
class AccountBalance:
    """Total debits and credits of an account in a currency, in minor units."""

    account: str
    currency: str
    debit: int
    credit: int


@attrs.frozen
class TrialBalance:
    """Every account that moved, by code, with totals through a day."""

    book: str
    through: date
    rows: tuple[AccountBalance, ...]


@attrs.frozen
class GetTrialBalance(Query[TrialBalance, RulesMissing]):
    """The trial balance (试算平衡) of a book through an accounting day; through the open one where None."""

    book: str = attrs.field(default="OWN", validator=text_of(40))
    through: date | None = None
