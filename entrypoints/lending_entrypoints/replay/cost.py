"""The disclosed yearly rate of a replayed loan (F17): its plan and every fee charged."""

from datetime import date

from lending.loans.account import account
from lending.loans.choices import Component
from lending.loans.facts import CalendarYearKnown, Charge, Disbursement, DueDayChange, Extension, RateChange, TermChange
from lending.loans.fold import live_facts
from lending.loans.lease import deposit_flows
from lending.loans.loan import Loan
from lending.loans.quote import disclosed_rate, plan_flows

__all__ = ["yearly_cost"]

PLANNING = (CalendarYearKnown, Disbursement, RateChange, Extension, DueDayChange, TermChange)
"""The facts that make the plan."""


def yearly_cost(loan: Loan, as_of: date) -> str:
    """Monthly internal rate × 12 (or its like) of the plan and its fees, as a fraction with four digits."""
    facts = live_facts(loan.facts, as_of)
    planning = [fact for fact in facts if isinstance(fact, PLANNING)]
    plan = account(loan.terms, planning, max(fact.on for fact in planning))
    start = plan.instalments[0].start
    flows = [(max(fact.on, start), -fact.amount.minor) for fact in planning if isinstance(fact, Disbursement)]
    rents = plan_flows(plan)
    flows += [*rents, *deposit_flows(loan.terms, start, rents)]
    flows += [
        (max(fact.due, start), fact.amount.minor)
        for fact in facts
        if isinstance(fact, Charge) and fact.component is Component.FEE
    ]
    hundredths = (disclosed_rate(loan.terms, flows).scaled + 5_000) // 10_000
    return f"{hundredths // 10_000}.{hundredths % 10_000:04d}"
