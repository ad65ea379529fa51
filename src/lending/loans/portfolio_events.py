"""What happens when loans of another system are taken on."""

from datetime import date

import attrs

from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.loans.ids import LoanId

__all__ = ["LoanTakenOn", "PortfolioTakenOn"]


@attrs.frozen(kw_only=True)
class LoanTakenOn(Event):
    """A loan of another system was taken on (移行), with its history or its balances.

    `reference` is its number there, `principal_left` what it owes of principal on the cut-over day, `on`.
    """

    loan_id: LoanId
    contract_id: str
    customer_id: str
    product: str
    reference: str
    principal_left: Money
    on: date


@attrs.frozen(kw_only=True)
class PortfolioTakenOn(Event):
    """Loans of another system were taken on together; their opening balances are booked in one go."""

    loan_ids: tuple[LoanId, ...]
    on: date
