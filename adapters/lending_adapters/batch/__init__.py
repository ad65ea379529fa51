"""Many loans at once: the core's formulas on numpy columns, equal to the scalar engine to the minor unit (ADR 8)."""

from lending_adapters.batch.accrual import interest_earned, period_interest_earned
from lending_adapters.batch.calendar import days_of
from lending_adapters.batch.columns import LoanColumns, NotOnColumns, PlanColumns, columns_of
from lending_adapters.batch.planning import plans

__all__ = [
    "LoanColumns",
    "NotOnColumns",
    "PlanColumns",
    "columns_of",
    "days_of",
    "interest_earned",
    "period_interest_earned",
    "plans",
]
