"""Settling with funders by commands, step by step."""

from datetime import date
from typing import Any

from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.funding.ports import FUNDER_SETTLEMENTS
from lending.funding.settlement import FunderSettlement, LineDispute, SettlementAnswer
from lending.funding.settlement_commands import (
    PayFunderSettlement,
    RecordFunderSettlementAnswer,
    SendFunderSettlement,
)
from lending.kernel.canonical import fingerprint
from lending.operations.commands import ApproveProposal, Propose
from tests.support.desk import SYSTEM, Desk

__all__ = ["answered", "paid", "reversed_by_two", "sent", "standing"]


def standing(desk: Desk, funder: str, day: date) -> FunderSettlement:
    """The settlement as it stands."""
    stored = desk.store.load(FUNDER_SETTLEMENTS, f"{funder}/{day}/CNY")
    assert stored is not None, f"{funder} {day}"
    return stored.value


def sent(desk: Desk, funder: str, day: date) -> str:
    """Send a checked settlement; the SHA-256 it was sent under."""
    held = standing(desk, funder, day)
    digest = fingerprint(held.totals)
    desk.done(
        SendFunderSettlement(funder=funder, day=day, lines=held.lines, total=held.totals.net, digest=digest), SYSTEM
    )
    return digest


def answered(desk: Desk, funder: str, day: date, disputes: tuple[LineDispute, ...] = ()) -> None:
    """The funder confirms a settlement, or disputes lines of it."""
    answer = SettlementAnswer(of=standing(desk, funder, day).digest, digest="e" * 64, disputes=disputes)
    desk.done(RecordFunderSettlementAnswer(funder=funder, day=day, answer=answer), SYSTEM)


def paid(desk: Desk, funder: str, day: date) -> None:
    """Pay a confirmed settlement."""
    desk.done(PayFunderSettlement(funder=funder, day=day), SYSTEM)


def reversed_by_two(desk: Desk, command: Command[Any, Any]) -> None:
    """A command that one person proposes and another approves."""
    proposed = desk.done(Propose(command, "as asked"))
    desk.done(ApproveProposal(proposed.proposal_id), Actor("second", Role.OPERATIONS))
