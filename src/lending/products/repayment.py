"""The words in which a product says how a loan is repaid and its interest reckoned."""

import enum

__all__ = ["Accrual", "Component", "Method"]


class Method(enum.Enum):
    """Repayment method (还款方式)."""

    EQUAL_INSTALMENT = "EQUAL_INSTALMENT"
    """等额本息: a level instalment; its interest part falls as the balance does (F1)."""
    EQUAL_PRINCIPAL = "EQUAL_PRINCIPAL"
    """等额本金: the same principal each time, interest on the balance (F2)."""
    INTEREST_FIRST = "INTEREST_FIRST"
    """先息后本: interest each time, all principal with the last (F3)."""
    EQUAL_PRINCIPAL_AND_INTEREST = "EQUAL_PRINCIPAL_AND_INTEREST"
    """等本等息: flat interest on the original amount, both parts level (F4)."""
    BULLET = "BULLET"
    """一次性还本付息: one instalment of everything at maturity (F5)."""


class Accrual(enum.Enum):
    """How a whole period's rate factor is found."""

    PER_PERIOD = "PER_PERIOD"
    """Rate × months ÷ 12 (weeks ÷ 52, days ÷ 365), however many days the period has."""
    DAILY = "DAILY"
    """By the day count."""


class Component(enum.Enum):
    """What an instalment is made of (费-罚-复-息-本)."""

    FEE = "FEE"
    PENALTY = "PENALTY"
    COMPOUND = "COMPOUND"
    INTEREST = "INTEREST"
    PRINCIPAL = "PRINCIPAL"
