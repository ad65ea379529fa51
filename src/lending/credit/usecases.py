"""How credit lines are granted, changed, ended and looked at."""

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

from lending.application.call import CHINA, Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.credit.commands import (
    ActivateCreditLine,
    AdjustCreditLine,
    CloseCreditLine,
    CreditLineMoved,
    ExpireCreditLine,
    FreezeCreditLine,
    GrantCreditLine,
    UnfreezeCreditLine,
)
from lending.credit.ids import CreditLineId
from lending.credit.line import CreditLine, LineState
from lending.credit.ports import CREDIT_LINES, limit_of
from lending.credit.queries import CreditLinePage, CreditLineView, GetCreditLine, ListCreditLines
from lending.credit.refusals import CreditLineNotFound, LineNotDrawable, LineNotDue, WrongLineState
from lending.customers.ports import CUSTOMERS
from lending.customers.refusals import CustomerNotFound
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = [
    "activate_line",
    "adjust_line",
    "close_line",
    "expire_line",
    "freeze_line",
    "get_line",
    "grant_line",
    "keep_line",
    "list_lines",
    "unfreeze_line",
]

R = TypeVar("R")
ONE_DAY = timedelta(days=1)


def keep_line(work: Work, line: CreditLine) -> None:
    """Save the line, and set its limit as the line is: draws find room on an active one only."""
    work.save(CREDIT_LINES, line)
    work.set_limit(limit_of(line.id.value), line.total.minor, is_open=line.state is LineState.ACTIVE)


def grant_line(command: GrantCreditLine, _call: Call, work: Work) -> Outcome[CreditLineMoved, CustomerNotFound]:
    """Keep the line; nothing can be drawn on it yet."""
    customer_id = command.customer_id
    if customer_id is not None and work.find(CUSTOMERS, customer_id) is None:
        return Failure(CustomerNotFound(customer_id.value))
    line = CreditLine(
        id=work.new_id(CreditLineId),
        customer_id=None if customer_id is None else customer_id.value,
        name=command.name,
        total=command.total,
        revolving=command.revolving,
        until=command.until,
    )
    keep_line(work, line.granted())
    return Success(CreditLineMoved(line.id, line.state.value))


def activate_line(
    command: ActivateCreditLine, _call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState]:
    """From now on it may be drawn on, until it expires by itself."""
    moved = _moved(command.line_id, work, CreditLine.activate)
    if isinstance(moved, Success):
        until = work.get(CREDIT_LINES, command.line_id).until
        work.schedule(datetime.combine(until + ONE_DAY, time(), CHINA), ExpireCreditLine(command.line_id))
    return moved


def freeze_line(
    command: FreezeCreditLine, _call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState]:
    """Freeze it."""
    return _moved(command.line_id, work, lambda line: line.freeze(command.reason))


def unfreeze_line(
    command: UnfreezeCreditLine, _call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState]:
    """Take it up again."""
    return _moved(command.line_id, work, CreditLine.unfreeze)


def adjust_line(
    command: AdjustCreditLine, _call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState | LineNotDrawable]:
    """Another total."""
    return _moved(command.line_id, work, lambda line: line.adjust(command.total, command.reason))


def close_line(
    command: CloseCreditLine, _call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState]:
    """End it."""
    return _moved(command.line_id, work, lambda line: line.close(command.reason))


def expire_line(
    command: ExpireCreditLine, call: Call, work: Work
) -> Outcome[CreditLineMoved, CreditLineNotFound | WrongLineState | LineNotDue]:
    """End it by its date, on the calendar that its contract names."""
    today = call.received_at.astimezone(CHINA).date()
    return _moved(command.line_id, work, lambda line: line.expire(today))


def _moved(
    line_id: CreditLineId, work: Work, act: Callable[[CreditLine], Outcome[CreditLine, R]]
) -> Outcome[CreditLineMoved, Any]:
    line = work.find(CREDIT_LINES, line_id)
    if line is None:
        return Failure(CreditLineNotFound(line_id.value))
    moved = act(line)
    if isinstance(moved, Failure):
        return moved
    keep_line(work, moved.unwrap())
    return Success(CreditLineMoved(line_id, moved.unwrap().state.value))


def get_line(query: GetCreditLine, _call: Call, reader: Reader) -> Outcome[CreditLineView, CreditLineNotFound]:
    """The line, with what is drawn on it."""
    stored = reader.load(CREDIT_LINES, query.line_id.value)
    if stored is None:
        return Failure(CreditLineNotFound(query.line_id.value))
    return Success(_view(stored.value, reader))


def list_lines(query: ListCreditLines, _call: Call, reader: Reader) -> Outcome[CreditLinePage, CreditLineNotFound]:
    """A page of lines."""
    key = CREDIT_LINES.key("holder") if query.holder else None
    found = reader.page(CREDIT_LINES, key, query.holder, query.after, query.page_size)
    next_after = found[-1].id.value if len(found) == query.page_size else ""
    return Success(CreditLinePage(tuple(_view(line, reader) for line in found), next_after))


def _view(line: CreditLine, reader: Reader) -> CreditLineView:
    limit = reader.limit(limit_of(line.id.value))
    assert limit is not None, f"{line.id} was granted with its limit"
    return CreditLineView(
        line_id=line.id,
        customer_id=line.customer_id,
        name=line.name,
        state=line.state.value,
        total=line.total,
        used=Money(limit.used, line.currency),
        occupied=Money(limit.occupied, line.currency),
        free=Money(limit.free, line.currency),
        over=line.is_over,
        revolving=line.revolving,
        until=line.until,
    )
