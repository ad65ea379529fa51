"""Running a case through the `Loan` aggregate: the production code, with no database."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

import attrs

from lending.kernel.calendar import CalendarEnds
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.refusals import LoanNotActive
from lending.loans.status import ACTIVE, LoanStatus
from lending_entrypoints.replay.parse import Action, Case, case_name, parse_case
from lending_entrypoints.replay.reading import json_of
from lending_entrypoints.replay.render import failure_of, mistakes_of, result_of

__all__ = ["Replayed", "replay_case", "replay_lines", "replay_text"]

REPLAY_ID = LoanId.make(RequestId("replay"), 0)


@attrs.frozen
class Replayed:
    """What became of one case: its result as JSON-ready data, and how it went."""

    document: dict[str, Any]
    failed: bool = False
    """An action was refused, or the input was of no use."""
    unusable: bool = False
    """The input could not be understood as a case."""


@attrs.frozen
class Refused:
    """An action that the loan refused."""

    action: int
    refusal: Refusal


def replay_text(source: str) -> Replayed:
    """Replay the case that `source` describes."""
    name = ""
    try:
        document = json_of(source)
        name = case_name(document)
        return replay_case(parse_case(document))
    except InvalidInput as wrong:
        return Replayed(mistakes_of(name, wrong), failed=True, unusable=True)


def replay_lines(lines: Iterable[str]) -> Iterator[Replayed]:
    """Replay one case a line, one result a line; a bad line does not stop the run. Blank lines are passed over."""
    return (replay_text(line) for line in lines if line.strip())


def replay_case(case: Case) -> Replayed:
    """Replay a case: its actions in the order of their dates, then the loan as of `as_of`."""
    late = next((action for action in case.actions if action.on > case.as_of), None)
    if late is not None:
        return Replayed(failure_of(case.id, late.index, "ACTION_AFTER_AS_OF", _too_late(late, case)), failed=True)
    played = _play(case)
    if isinstance(played, Failure):
        refused = played.failure()
        return Replayed(failure_of(case.id, refused.action, refused.refusal.code, refused.refusal.message), failed=True)
    return Replayed(result_of(case.id, played.unwrap(), case.as_of))


def _too_late(action: Action, case: Case) -> str:
    return f"The action is dated after the date the loan is stated at (on {action.on}, as_of {case.as_of})"


def _play(case: Case) -> Outcome[Loan, Refused]:
    loan: Loan | None = None
    for action in sorted(case.actions, key=lambda action: action.on):
        try:
            step = _opened(case, action) if loan is None else _stepped(loan, case, action)
        except InvalidInput as beyond:
            raise beyond.under(f"actions[{action.index}]") from None
        if isinstance(step, Failure):
            return Failure(Refused(action.index, step.failure()))
        loan = step.unwrap() if step is not None else loan
    if loan is None:
        return Failure(Refused(case.actions[0].index, LoanNotActive(LoanStatus.PENDING)))
    followed = _followed(loan, case, case.as_of)
    return Failure(Refused(action.index, followed.failure())) if isinstance(followed, Failure) else followed


def _stepped(loan: Loan, case: Case, action: Action) -> Outcome[Loan, Refusal]:
    followed = _followed(loan, case, action.on)
    return followed if isinstance(followed, Failure) else STEPS[action.do](followed.unwrap(), action)


def _followed(loan: Loan, case: Case, day: date) -> Outcome[Loan, CalendarEnds]:
    """The loan with what was published by `day`; refused where it must know a year that the calendar does not have."""
    if loan.terms.floating and case.published and loan.status in ACTIVE:
        loan = loan.reprice(case.published, day)
    if loan.terms.heeds_holidays:
        unknown = (row.due for row in loan.account(day).instalments if row.pay_by is None and row.due < day)
        due = next(unknown, None)
        if due is not None:
            return Failure(CalendarEnds(due.year if not loan.terms.calendar.covers(due.year) else due.year + 1))
    return Success(loan)


def _opened(case: Case, action: Action) -> Outcome[Loan, Refusal] | None:
    if action.do == "CLOSE_DAY":
        return None
    if action.do != "DISBURSE":
        return Failure(LoanNotActive(LoanStatus.PENDING))
    assert action.amount is not None, "parsed as required"
    return Loan.open(
        id=REPLAY_ID,
        contract_id="",
        customer_id="",
        product="",
        terms=case.terms,
        key=str(action.index),
        amount=action.amount,
        on=action.on,
    )


Step: TypeAlias = Callable[[Loan, Any], Outcome[Loan, Refusal]]


def _reversed(loan: Loan, action: Action) -> Outcome[Loan, Refusal]:
    return loan.reverse(str(action.index), str(action.action), action.on)


def _adjusted(loan: Loan, do: Any) -> Outcome[Loan, Refusal]:
    key, voucher = str(do.index), do.reference or f"action {do.index}"
    return loan.adjust(key, do.instalment, do.component, do.amount, do.on, reason=do.reason, reference=voucher)


STEPS: dict[str, Step] = {
    "DISBURSE": lambda loan, do: loan.disburse_tranche(str(do.index), do.amount, do.on),
    "REPAY": lambda loan, do: loan.repay(str(do.index), do.amount, do.on, do.order),
    "SETTLE": lambda loan, do: loan.settle(str(do.index), do.on),
    "PREPAY": lambda loan, do: loan.prepay(str(do.index), do.amount, do.on, do.effect),
    "CHARGE": lambda loan, do: loan.charge(str(do.index), do.component, do.amount, do.due, do.on),
    "CHANGE_RATE": lambda loan, do: loan.change_rate(str(do.index), do.rate, do.on),
    "EXTEND": lambda loan, do: loan.extend(str(do.index), do.new_maturity, do.on, do.rate),
    "CHANGE_DUE_DAY": lambda loan, do: loan.change_due_day(str(do.index), do.day, do.on),
    "CHANGE_TERM": lambda loan, do: loan.change_term(str(do.index), do.instalments, do.on),
    "WAIVE": lambda loan, do: loan.waive(str(do.index), do.component, do.amount, do.on, do.for_payment),
    "ADJUST": _adjusted,
    "REVERSE": _reversed,
    "IMPAIR": lambda loan, do: loan.impair(str(do.index), do.reason, do.on),
    "MISUSE": lambda loan, do: loan.misuse(str(do.index), do.on),
    "CURE_MISUSE": lambda loan, do: loan.cure_misuse(str(do.index), do.on),
    "CANCEL": lambda loan, do: loan.cancel(str(do.index), loan.facts[0].key, do.on),
    "RECALL": lambda loan, do: loan.recall(str(do.index), do.on),
    "REFUND": lambda loan, do: loan.refund(str(do.index), str(do.action), do.amount, do.on),
    "CLEAR": lambda loan, do: loan.clear(str(do.index), do.amount, do.means, do.on),
    "RECEIVE_DEPOSIT": lambda loan, do: loan.receive_deposit(str(do.index), do.amount, do.on),
    "SET_OFF_DEPOSIT": lambda loan, do: loan.set_off_deposit(str(do.index), do.on, do.amount),
    "RETURN_DEPOSIT": lambda loan, do: loan.return_deposit(str(do.index), do.on, do.amount),
    "WRITE_OFF": lambda loan, do: loan.write_off(str(do.index), do.on),
    "RECOVER": lambda loan, do: loan.recover(str(do.index), do.amount, do.on),
    "CLOSE_DAY": lambda loan, do: Success(loan.close_day(do.on)),
}
"""What each action asks of the loan; its index is the key of the fact it becomes."""
