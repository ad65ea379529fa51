"""The end of day (日终): a graph of nodes, each sharded, idempotent and restartable.

Closing day D opens D+1 and brings every loan to it: floating rates whose reset day it is are fixed anew, what falls
due on D+1 falls due, interest through D is accrued, funders' parts that are owed to them by then are taken over, and
deductions are ordered. What D moved between funders
and us is calculated, to be settled. A node's command carries a request id made of its day, name and shard, so a run
that was killed anywhere is simply run again.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import attrs

from lending.accounting.commands import AccrueInterest
from lending.application.bus import Bus
from lending.application.call import CHINA, Actor, Call, Role
from lending.application.commands import Command
from lending.funding.commands import CoverFunders
from lending.funding.settlement_commands import SettleFunders
from lending.kernel.ids import SHARDS, RequestId
from lending.kernel.outcome import Outcome
from lending.loans.commands import FollowPublications, GenerateDues
from lending.operations.commands import SwitchDay
from lending.payments.commands import RequestDeductions

__all__ = ["NODES", "TASKS_A_DAY", "Node", "Task", "days_to_open", "run_task", "tasks_of"]

RUNNER = Actor("end-of-day", Role.SYSTEM)


@attrs.frozen
class Node:
    """One node of the graph: the nodes it waits for, and the command of each of its shards."""

    name: str
    after: tuple[str, ...]
    command: Callable[[date, int], Command[Any, Any]]
    shards: int = SHARDS


NODES = (
    Node("switch", (), lambda day, _shard: SwitchDay(day), shards=1),
    Node("publications", ("switch",), FollowPublications),
    Node("due", ("publications",), GenerateDues),
    Node("accrual", ("due",), AccrueInterest),
    Node("cover", ("accrual",), CoverFunders),
    Node("deduction", ("accrual",), RequestDeductions),
    Node("settlement", ("switch",), SettleFunders, shards=1),
)
"""In an order that respects `after`; further nodes join where the handbook puts them (domain §6)."""

TASKS_A_DAY = sum(node.shards for node in NODES)


@attrs.frozen
class Task:
    """One shard of one node for the day that opens."""

    node: str
    shard: int
    command: Command[Any, Any]
    request_id: RequestId


def tasks_of(opening: date) -> Iterator[Task]:
    """The tasks that open a day, in an order in which they may be run one by one."""
    midnight = datetime.combine(opening, time(), CHINA)
    for node in NODES:
        for shard in range(node.shards):
            request_id = RequestId.derive(midnight, "end-of-day", opening.isoformat(), node.name, str(shard))
            yield Task(node.name, shard, node.command(opening, shard), request_id)


def days_to_open(today: date, through: date) -> Iterator[date]:
    """The days that closing everything up to and including `through` opens."""
    for ahead in range(1, (through - today).days + 2):
        yield today + timedelta(days=ahead)


def run_task(bus: Bus, task: Task, at: datetime) -> Outcome[Any, Any]:
    """Run one task; one that was run before answers what it answered then."""
    return bus.execute(task.command, Call(request_id=task.request_id, actor=RUNNER, received_at=at))
