"""`lending deduct`: what waits in a channel's list goes out in a file or one by one, and a result file comes back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.errors import Refused, Unusable
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.payments.batch_commands import BatchesView

__all__ = ["read", "send", "waiting", "write"]

CHANNEL = typer.Option(None, help="The code of a channel that is `listed`, such as MAIN (required).")
CODE = "the code of a channel that takes deductions by list, such as MAIN"


def waiting(channel: str | None = CHANNEL, database: str | None = DATABASE, form: Format = FORM) -> None:
    """How many deductions wait in a channel's list, and its batches that have no result, or not all of it recorded.

    Example: lending deduct list --channel MAIN --database sqlite:///lending.db
    """
    from lending.payments.batch_commands import ListBatches

    given = Given()
    code = given.text("channel", channel, CODE)
    given.check()
    query = given.value("", lambda: ListBatches(code))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view: BatchesView = asked(app, query)
    document = {
        "channel": view.channel,
        "waiting": view.waiting,
        "batches": [
            {
                "batch": one.batch_id,
                "currency": one.currency.code,
                "drawn_at": one.drawn_at.isoformat(),
                "status": one.status,
                "lines": one.lines,
                "sum_minor": one.total,
            }
            for one in view.batches
        ],
    }
    rows = [tuple(str(value) for value in one.values()) for one in document["batches"]]  # type: ignore[attr-defined]
    headings = ("batch", "currency", "drawn up", "status", "lines", "sum, minor units")
    emit(form, document, table(f"{view.channel}: {view.waiting} waiting", headings, rows, left=4))


def write(
    channel: str | None = CHANNEL,
    out: str | None = typer.Option(None, help="The folder to write to, which exists (required)."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Draw up batches of what waits in a channel's list, and write the file of each one that has no result yet.

    A run that was killed is run again: what was drawn up before is written again just as it was.

    Example: lending deduct write --channel MAIN --out files --database sqlite:///lending.db
    """
    from lending_adapters.deductions.running import BatchRefused, write_batches
    from lending_entrypoints.clock import SystemClock

    given = Given()
    code = given.text("channel", channel, CODE)
    folder = Path(given.text("out", out, "a folder that exists"))
    if out and not folder.is_dir():
        given.refuse("out", out, "a folder that exists")
    given.check()
    with opened(database) as app:
        try:
            made = write_batches(app.storage().store(), app.bus(), code, folder, SystemClock().now())
        except BatchRefused as refused:
            raise Refused(refused.refusal) from refused
    files = [
        {
            "batch": one.batch.id,
            "file": str(one.path),
            "currency": one.batch.currency.code,
            "lines": one.batch.lines,
            "sum_minor": one.batch.total,
            "sha256": one.digest,
        }
        for one in made
    ]
    rows = [tuple(str(value) for value in list(one.values())[:5]) for one in files]
    headings = ("batch", "file", "currency", "lines", "sum, minor units")
    emit(form, {"channel": code, "files": files}, table(f"{code}: {len(files)} files", headings, rows, left=3))


def send(channel: str | None = CHANNEL, database: str | None = DATABASE, form: Format = FORM) -> None:
    """Send what waits in a channel's list one by one (实时批扣), at most so many a second as the channel takes.

    The worker sends each at its moment. Run again, what waits by then comes after it.

    Example: lending deduct send --channel MAIN --database sqlite:///lending.db
    """
    from lending_adapters.deductions.running import BatchRefused, release_list
    from lending_entrypoints.clock import SystemClock

    given = Given()
    code = given.text("channel", channel, CODE)
    given.check()
    with opened(database) as app:
        try:
            released, last_at = release_list(app.bus(), code, SystemClock().now())
        except BatchRefused as refused:
            raise Refused(refused.refusal) from refused
    document = {"channel": code, "released": released, "last_at": last_at.isoformat() if last_at else None}
    rows = [(code, str(released), str(document["last_at"] or ""))]
    emit(form, document, table("Released", ("channel", "deductions", "the last goes out at"), rows))


def read(
    file: str | None = typer.Option(None, help="The channel's result file of a batch (required)."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Take the result of a batch in: checked as a whole, then recorded line by line.

    Exit 2 where the file cannot be used, or its batch has had a result; then nothing is taken in. A run that was
    killed goes on with the same file where it was left.

    Example: lending deduct read --file MAIN-2024-02-05-1.result.csv --database sqlite:///lending.db
    """
    from lending_adapters.deductions.running import BatchRefused, read_result
    from lending_entrypoints.clock import SystemClock

    given = Given()
    path = Path(given.text("file", file, "the channel's result file"))
    if file and not path.is_file():
        given.refuse("file", file, "a file that exists")
    given.check()
    with opened(database) as app:
        try:
            recorded = read_result(app.storage().store(), app.bus(), path, SystemClock().now())
        except BatchRefused as refused:
            raise Unusable(refused.refusal) from refused
    head = recorded.result.head
    document: dict[str, Any] = {
        "batch": head.batch_id,
        "lines": len(recorded.result.answers),
        "states": dict(sorted(recorded.states.items())),
        "sha256": recorded.result.digest,
    }
    rows = [(state, str(count)) for state, count in document["states"].items()]
    emit(form, document, table(f"{head.batch_id}: {document['lines']} lines", ("state", "deductions"), rows))
