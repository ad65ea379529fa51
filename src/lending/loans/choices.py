"""The choices a loan's terms are made of, each by the name it has in contracts, products and `lending replay`."""

import enum

from lending.products.rates import Reset
from lending.products.repayment import Accrual, Component, Method

__all__ = [
    "Accrual",
    "AllocationBy",
    "ClearanceMeans",
    "Component",
    "Excess",
    "FirstPeriod",
    "InterestOn",
    "Method",
    "PrepaymentEffect",
    "Reset",
]


class FirstPeriod(enum.Enum):
    """What a broken first period does to a level instalment whose interest is per period (F7)."""

    NOMINAL = "NOMINAL"
    """Method A: principal rows of whole periods; only the first row's interest differs."""
    LEVEL = "LEVEL"
    """Method B: the first instalment is level like the others."""


class InterestOn(enum.Enum):
    """The balance that bears interest."""

    SCHEDULED_BALANCE = "SCHEDULED_BALANCE"
    """The plan's: early or late money does not change interest."""
    ACTUAL_BALANCE = "ACTUAL_BALANCE"
    """What is truly owed, day by day (按日计息, 随借随还)."""


class AllocationBy(enum.Enum):
    """Which way a payment goes through what is due (F15)."""

    INSTALMENT = "INSTALMENT"
    """竖冲: the oldest instalment first, all its components."""
    COMPONENT = "COMPONENT"
    """横冲: all instalments' first component, then the next."""


class Excess(enum.Enum):
    """Where money beyond what is due goes."""

    NEXT_INSTALMENT = "NEXT_INSTALMENT"
    """The instalments not yet due, in turn."""
    LAST_INSTALMENT = "LAST_INSTALMENT"
    """The last instalments, backwards."""
    NEXT_THEN_LAST = "NEXT_THEN_LAST"
    """The next instalment, then the last ones backwards."""
    HOLD = "HOLD"
    """溢缴款: a credit balance, which pays the next instalment on its due date."""


class ClearanceMeans(enum.Enum):
    """What a bad loan is cleared by (清收, R78)."""

    CASH = "CASH"
    """The customer's money, through the payment channel."""
    COLLATERAL = "COLLATERAL"
    """抵债: an asset taken at its agreed value (A19)."""
    COURT = "COURT"
    """Money that a court collected, on the settlement account."""
    THIRD_PARTY = "THIRD_PARTY"
    """代偿: another's money in the customer's place, on the settlement account."""


class PrepaymentEffect(enum.Enum):
    """What an early partial repayment does to the instalments after it (F12)."""

    SHORTEN_TERM = "SHORTEN_TERM"
    """缩期: the instalment stays, the loan ends earlier."""
    REDUCE_INSTALMENT = "REDUCE_INSTALMENT"
    """减额: the term stays, the instalment falls."""
    KEEP_INSTALMENT = "KEEP_INSTALMENT"
    """The instalment and the term stay, the last instalments shrink."""
