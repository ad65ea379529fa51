"""Reconciling on a stage: statements of a few lines, two accountants, and what the handbook says of S3 to S5."""

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import attrs

from lending.application.call import CHINA, Actor, Role
from lending.application.commands import Command
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.operations.commands import ApproveProposal, Propose
from lending.reconciliation.commands import ReconciliationRecorded
from lending.reconciliation.queries import DifferenceView, ListDifferences
from lending.reconciliation.statement import Flow, LineState, StatementLine
from lending_adapters.reconciliation.running import BooksReconciled, reconcile_books, reconcile_statement
from lending_adapters.statements import write_statement
from tests.support.platform import Stage

__all__ = ["CHECKER", "MAKER", "Reconciling", "line"]

MAKER = Actor("accountant-a", Role.ACCOUNTANT)
CHECKER = Actor("accountant-b", Role.ACCOUNTANT)


def line(
    day: date,
    order_no: str,
    amount: str,
    flow: Flow = Flow.DEDUCTION,
    state: LineState = LineState.SUCCESS,
    channel_no: str = "",
) -> StatementLine:
    """A line of a statement of `day`, its amount in major units."""
    return StatementLine(
        channel_no=channel_no or f"C-{flow.value}-{order_no}",
        order_no=order_no,
        flow=flow,
        amount=Money.parse(amount).minor,
        fee=0,
        state=state,
        at=datetime.combine(day, time(9), CHINA),
        settled_on=day,
    )


@attrs.frozen
class Reconciling:
    """A stage, and a folder for statements."""

    stage: Stage
    folder: Path

    def statement(self, day: date, lines: Iterable[StatementLine], version: int = 1) -> ReconciliationRecorded:
        """Write the channel's statement of a day and take it in."""
        path = self.folder / f"{day}.{version}.csv"
        write_statement(path, "MAIN", day, lines, version)
        now = self.stage.clock.now()
        _head, recorded = reconcile_statement(self.stage.platform.store, self.stage.bus, path, "MAIN", day, now)
        return recorded

    def books(self, day: date) -> BooksReconciled:
        """Reconcile the books of a day."""
        return reconcile_books(self.stage.platform.store, self.stage.bus, day, self.stage.clock.now())

    def differences(self, day: date, source: str = "MAIN") -> list[DifferenceView]:
        """The day's differences."""
        return list(self.stage.answer(ListDifferences(source=source, day=day)).differences)

    def the_one(self, day: date, source: str = "MAIN") -> DifferenceView:
        """The day's one difference."""
        (difference,) = self.differences(day, source)
        return difference

    def by_two(self, command: Command[Any, Any], reason: str = "looked into") -> None:
        """One accountant proposes, another approves."""
        proposed = self.stage.done(Propose(command, reason), MAKER)
        self.stage.done(ApproveProposal(proposed.proposal_id), CHECKER)

    def refused_to_two(self, command: Command[Any, Any]) -> Refusal:
        """One accountant proposes, and when another approves it is refused; why."""
        proposed = self.stage.done(Propose(command, "looked into"), MAKER)
        return self.stage.refusal(ApproveProposal(proposed.proposal_id), CHECKER)
