"""`lending serve` and `lending worker`: the platform as processes."""

import signal
import threading
from typing import Any

import typer

from lending_entrypoints.cli.given import Given, database_url
from lending_entrypoints.cli.output import Format, emit, remark, table

__all__ = ["serve", "worker"]

DATABASE = typer.Option(None, "--database", help="The database's URL; LENDING_DATABASE_URL where not given.")
LOOPBACK = ("127.", "localhost:", "[::1]:", "unix:")
IDLE_SECONDS = 0.5
MEMORY = "memory"


def serve(
    listen: str = typer.Option("127.0.0.1:50051", help="HOST:PORT; port 0 picks a free one."),
    database: str | None = DATABASE,
    workers: str | None = typer.Option(None, help="Calls served at a time; LENDING_POOL_SIZE where not given."),
    host_worker: bool = typer.Option(True, "--with-worker/--without-worker", help="Also do what the outbox holds."),
    trust_headers: bool = typer.Option(
        False,
        "--trust-headers",
        help="Believe callers on who they are, as behind a gateway; always so on loopback.",
    ),
) -> None:
    """Serve the platform over gRPC, with health and reflection. SIGTERM drains: no new calls, those under way end.

    Example: lending serve --listen 127.0.0.1:50051 --database sqlite:///lending.db
    """
    from lending_adapters.grpc import NobodyKnown, TrustedMetadata
    from lending_adapters.grpc import serve as start
    from lending_entrypoints.containers import open_app

    url, pool = database_url(database)
    given = Given()
    at_once = given.whole("workers", workers or str(pool), 1, 200)
    given.check()
    trusted = trust_headers or listen.startswith(LOOPBACK)
    if not trusted:
        remark(f"nobody is known on {listen}: pass --trust-headers where a gateway says who calls")
    stop = _stop_event()
    with open_app(url, at_once, upgrade=_is_empty(url)) as app:
        if url == MEMORY:
            _open_for_business(app)
        credentials = TrustedMetadata() if trusted else NobodyKnown()
        server = start(app.bus(), listen, clock=app.time().clock(), max_workers=at_once, credentials=credentials)
        typer.echo(f"listening on {server.address}")
        beside = threading.Thread(target=_work, args=(app, stop), daemon=True) if host_worker else None
        if beside is not None:
            beside.start()
        stop.wait()
        remark("draining")
        server.stop()
        if beside is not None:
            beside.join()


def _is_empty(url: str) -> bool:
    """Whether the database has no tables yet: then they are made. One of another version is left alone."""
    if url == MEMORY:
        return False
    from lending_adapters import sql

    engine = sql.make_engine(url, 1)
    try:
        empty = sql.schema_version(engine) is None
    finally:
        engine.dispose()
    if empty:
        remark("the database is empty: making its tables")
    return empty


def _open_for_business(app: Any) -> None:
    """A platform in memory begins with the shipped book, today: nobody could load one into it."""
    from lending_adapters.book import load_book
    from lending_entrypoints.business import start_business

    now = app.time().clock().now()
    remark(f"in memory, gone at the end; business starts on {start_business(app, now)} with the shipped book")
    load_book(app.bus(), now)


def worker(
    database: str | None = DATABASE,
    once: bool = typer.Option(False, "--once", help="Do everything that is due now, then stop."),
    form: Format = typer.Option(Format.TABLE, "--format", help="How to print what was done."),
) -> None:
    """Do what the outbox and the timers hold, until stopped.

    Example: lending worker --database sqlite:///lending.db --once
    """
    from lending_entrypoints.containers import open_app

    url, pool = database_url(database)
    stop = _stop_event()
    with open_app(url, pool) as app:
        total = _drain(app) if once else _work(app, stop)
    document = {"done": total.done, "refused": total.refused, "postponed": total.postponed}
    rows = [(name, str(count)) for name, count in document.items()]
    emit(form, document, table("Worker", ("entries", "how many"), rows))


def _drain(app: Any) -> Any:
    """Everything that is due."""
    from lending.application.worker import Step

    total = Step()
    while (step := app.worker().step(app.time().clock().now())) != Step():
        total += step
    return total


def _work(app: Any, stop: threading.Event) -> Any:
    """Step until told to stop. A database that is gone for a while is waited for."""
    from lending.application.worker import Step

    total = Step()
    while not stop.is_set():
        try:
            step = app.worker().step(app.time().clock().now())
        except Exception as error:  # noqa: BLE001 - the outbox keeps what was not done; the next step takes it up again
            remark(f"worker: {type(error).__name__}: {error}")
            stop.wait(10 * IDLE_SECONDS)
            continue
        total += step
        if step == Step():
            stop.wait(IDLE_SECONDS)
    return total


def _stop_event() -> threading.Event:
    """An event that SIGTERM and SIGINT set."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: stop.set())
    return stop
