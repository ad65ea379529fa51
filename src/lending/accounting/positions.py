"""Positions: how much of each loan's figures has been booked."""

from datetime import date

import attrs

from lending.funding.funded import Parts
from lending.kernel.money import Currency

__all__ = ["Position"]


@attrs.frozen
class Position:
    """What the books hold of one loan: its parts as last posted, and the day they were posted for."""

    loan_id: str
    product: str
    currency: Currency
    booked: Parts
    through: date
