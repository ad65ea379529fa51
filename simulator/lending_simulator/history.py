"""The history: every command of a run in the order in which it was asked, to be read when something went wrong."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

from lending.application.call import CHINA, Call
from lending.application.commands import Command
from lending.kernel.canonical import canonical
from lending.kernel.outcome import Failure, Outcome

__all__ = ["Asked", "History", "write_history"]


@attrs.define
class Asked:
    """A command, who asked it and how it was answered; `ended` is empty while it runs."""

    at: datetime
    command: Command[Any, Any]
    call: Call
    ended: str = ""

    @property
    def line(self) -> str:
        """One line to read."""
        at = self.at.astimezone(CHINA).strftime("%Y-%m-%d %H:%M:%S.%f")
        actor = f"{self.call.actor.role.value.lower()} {self.call.actor.id}"
        return (
            f"{at}  {actor}  {canonical(self.command)}  request {self.call.request_id} -> {self.ended or 'no answer'}"
        )


class History:
    """All commands of a run."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []

    def begin(self, at: datetime, command: Command[Any, Any], call: Call) -> Asked:
        """A command is asked."""
        entry = Asked(at, command, call)
        self.asked.append(entry)
        return entry


def answer_of(outcome: Outcome[Any, Any]) -> str:
    """An outcome in a few words."""
    return f"refused {outcome.failure().code}" if isinstance(outcome, Failure) else "ok"


def write_history(path: Path, title: Iterable[str], asked: Iterable[Asked]) -> Path:
    """Write what was asked as plain text, the newest last."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [*(f"# {line}" for line in title), "", *(entry.line for entry in asked)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
