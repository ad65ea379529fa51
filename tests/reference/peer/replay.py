"""`lending replay` once more: a case in, what the contract says of it out."""

from datetime import date
from typing import Any

from tests.reference.peer.actual import Actual
from tests.reference.peer.plan import Terms, cents
from tests.reference.peer.scheduled import Refused, Scheduled, result_of


def replay(case: dict[str, Any]) -> dict[str, Any]:
    """The result of a case whose first action is its only payout."""
    actions = sorted(case["actions"], key=lambda action: str(action["on"]))
    start = date.fromisoformat(case["terms"].get("start", actions[0]["on"]))
    terms = Terms(case["terms"], start)
    loan = (Actual if terms.actual else Scheduled)(terms, cents(actions[0]["amount"]))
    for action in actions[1:]:
        try:
            loan.act(action)
        except Refused as refused:
            return {"code": str(refused)}
    day = date.fromisoformat(case.get("as_of") or actions[-1]["on"])
    loan.finish(day)
    return result_of(loan, day)
