"""Bookkeeping on a stage: two accountants, vouchers by hand, and months that are released and closed."""

from datetime import date, timedelta
from typing import Any, TypeVar

from lending.accounting.commands import PostVoucher, RecordProofs
from lending.accounting.drafts import DraftLine
from lending.accounting.journal import Side, Voucher
from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.application.refusals import NeedsSecondPerson
from lending.kernel.money import Money
from lending.kernel.refusals import Refusal
from lending.operations.commands import ApproveProposal, Propose
from lending_adapters.reconciliation.running import reconcile_books
from tests.support.platform import SYSTEM, Stage, shown

__all__ = ["CHECKER", "MAKER", "by_hand", "by_two", "latest", "line", "refused_to_two", "released", "shown_of"]

MAKER = Actor("accountant-a", Role.ACCOUNTANT)
CHECKER = Actor("accountant-b", Role.ACCOUNTANT)
ONE_DAY = timedelta(days=1)

T = TypeVar("T")


def line(side: str, account: str, amount: str, **more: Any) -> DraftLine:
    """A line as the handbook writes it: Dr 1002.01 41000.00."""
    return DraftLine(account, Side.DEBIT if side == "Dr" else Side.CREDIT, Money.parse(amount), **more)


def by_hand(*lines: DraftLine, **more: Any) -> PostVoucher:
    """A voucher by hand."""
    return PostVoucher(memo="as the paper says", lines=lines, **more)


def by_two(stage: Stage, command: Command[Any, Any]) -> None:
    """What one accountant may not do alone is done when another approves."""
    assert stage.refusal(command, MAKER) == NeedsSecondPerson(type(command).__name__)
    proposal = stage.done(Propose(command, "as the paper says"), MAKER).proposal_id
    assert stage.refusal(ApproveProposal(proposal), MAKER).code == "MAKER_IS_CHECKER"
    stage.done(ApproveProposal(proposal), CHECKER)


def refused_to_two(stage: Stage, command: Command[Any, Any]) -> Refusal:
    """One accountant proposes it, and when another approves it is refused; why."""
    proposal = stage.done(Propose(command, "as the paper says"), MAKER).proposal_id
    return stage.refusal(ApproveProposal(proposal), CHECKER)


def latest(stage: Stage, event: str) -> Voucher:
    """The voucher of a posting event that was booked last."""
    return max((each for each in stage.vouchers() if each.event == event), key=lambda voucher: voucher.business_date)


def shown_of(voucher: Voucher) -> list[tuple[str, str, str]]:
    """Its lines as the handbook writes them."""
    return [shown(line, voucher) for line in voucher.lines]


def released(stage: Stage, first: date, last: date) -> None:
    """Reconcile and release every day from `first` to `last`, and keep that the proofs hold today."""
    day = first
    while day <= last:
        done = reconcile_books(stage.platform.store, stage.bus, day, stage.clock.now())
        assert done.held is None, (day, done.held)
        stage.work()
        day += ONE_DAY
    stage.done(RecordProofs(9, ()), SYSTEM)
