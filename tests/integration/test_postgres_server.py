"""The tests' own PostgreSQL: made from either source of binaries, one for a session, a database for a test."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest

from tests.support.postgres import PostgresFailed, PostgresServer, Running, installed_binaries, packaged_binaries


def tell(url: str, order: LiteralString) -> None:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute(order)


def answer(url: str, question: LiteralString) -> object:
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        row = connection.execute(question).fetchone()
        return row[0] if row else None


def test_packaged_binaries_make_a_server_and_it_goes_when_stopped() -> None:
    with PostgresServer(packaged_binaries()) as server:
        home, running = server.home, server.running
        url = server.create_database()
        assert answer(url, "SELECT 1 + 1") == 2
        assert str(answer(url, "SHOW server_version")).startswith("17")
        assert answer(url, "SHOW listen_addresses") == "127.0.0.1"
    assert not home.exists()
    with pytest.raises(psycopg.OperationalError):
        running.connect()


def test_binaries_in_a_closed_folder_are_copied_to_where_the_server_may_read_them(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    install = closed / "pginstall"
    install.symlink_to(packaged_binaries().parent)
    closed.chmod(0o700)
    with PostgresServer(install / "bin") as server:
        assert answer(server.create_database(), "SELECT 1") == 1


def test_installed_binaries_come_first_where_there_are_some(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for program in ("pg_ctl", "initdb", "postgres"):
        (tmp_path / program).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert installed_binaries() == tmp_path


def test_a_folder_without_a_server_is_no_installation(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "pg_ctl").touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert installed_binaries() != tmp_path


def test_a_server_not_started_says_so() -> None:
    with pytest.raises(PostgresFailed, match="not been started"):
        PostgresServer().create_database()


def test_each_test_has_an_empty_database_of_its_own(postgres_url: str, postgres_server: Running) -> None:
    tell(postgres_url, "CREATE TABLE mine (id int)")
    other = postgres_server.create_database()
    assert answer(other, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") == 0
    postgres_server.drop_database(other)
    with pytest.raises(psycopg.OperationalError, match="does not exist"):
        answer(other, "SELECT 1")


def test_a_template_is_prepared_once_and_copied(postgres_server: Running) -> None:
    prepared: list[str] = []

    def prepare(url: str) -> None:
        prepared.append(url)
        tell(url, "CREATE TABLE ready (id int)")

    name = f"template_{os.getpid()}"
    copies = [postgres_server.create_database(postgres_server.template(name, prepare)) for _ in range(2)]
    assert len(prepared) == 1
    assert [answer(copy, "SELECT count(*) FROM ready") for copy in copies] == [0, 0]
    for url in (*copies, postgres_server.url(name)):
        postgres_server.drop_database(url)


def test_a_server_goes_when_its_owner_is_killed() -> None:
    owner = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    server = PostgresServer(owner=owner.pid)
    running, home = server.start(), server.home
    owner.kill()
    owner.communicate()
    deadline = time.monotonic() + 30
    while home.exists() and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not home.exists()
    with pytest.raises(psycopg.OperationalError):
        running.connect()
    server.stop()
