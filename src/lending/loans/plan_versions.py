"""Plan versions (还款计划版本): each change of the plan makes a new one beside the old, which stays (3.7, R79).

A loan's facts stand in the order in which they were recorded, so the plan as a change left it is that of the facts
until then. A payment recorded late makes no version; what it changed is seen in those that follow.
"""

from collections.abc import Iterator
from datetime import date

import attrs

from lending.loans.account import Account, account
from lending.loans.facts import (
    Adjustment,
    Clearance,
    Disbursement,
    DueDayChange,
    Extension,
    LoanFact,
    Prepayment,
    RateChange,
    Recall,
    Recovery,
    Refund,
    Reversal,
    TakenOn,
    TermChange,
    Waiver,
    WriteOff,
)
from lending.loans.terms import LoanTerms

__all__ = ["PlanVersion", "plan_versions"]

CHANGES: dict[type[LoanFact], str] = {
    Disbursement: "DISBURSEMENT",
    TakenOn: "TAKE_ON",
    RateChange: "RATE_CHANGE",
    Extension: "EXTENSION",
    DueDayChange: "DUE_DAY_CHANGE",
    TermChange: "TERM_CHANGE",
    Prepayment: "PREPAYMENT",
    Recall: "RECALL",
    Waiver: "WAIVER",
    Adjustment: "ADJUSTMENT",
    WriteOff: "WRITE_OFF",
    Recovery: "RECOVERY",
    Clearance: "CLEARANCE",
}
"""What makes a new version of the plan, by the name of its cause; a reversal or refund of one of these does too."""

REVERSAL, REFUND = "REVERSAL", "REFUND"


@attrs.frozen(kw_only=True)
class PlanVersion:
    """The plan as one change left it; the first is that of the payout, or of the day the loan was taken on."""

    number: int
    since: date
    """The value date of the change."""
    cause: str
    key: str
    """The request or payment that changed it."""
    account: Account
    """The loan as it was then known to be on that date."""


def plan_versions(terms: LoanTerms, facts: tuple[LoanFact, ...]) -> Iterator[PlanVersion]:
    """Every version of the plan, the oldest first."""
    changed: set[str] = set()
    number = 0
    for place, fact in enumerate(facts):
        cause = _cause(fact, changed)
        if cause is None:
            continue
        changed.add(fact.key)
        number += 1
        yield PlanVersion(
            number=number,
            since=fact.on,
            cause=cause,
            key=fact.key,
            account=account(terms, facts[: place + 1], fact.on),
        )


def _cause(fact: LoanFact, changed: set[str]) -> str | None:
    """Why a fact makes a version, None where it makes none; `changed` are the keys of those that did."""
    if isinstance(fact, Reversal | Refund):
        name = REVERSAL if isinstance(fact, Reversal) else REFUND
        return name if fact.of in changed else None
    return CHANGES.get(type(fact))
