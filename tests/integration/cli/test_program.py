"""The program as a whole: help, unknown verbs, how fast it answers, and what every verb promises."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.command_line import CommandLine

LENDING = Path(sys.executable).parent / "lending"
VERBS = (
    "quote", "replay", "simulate", "simulate sweep", "serve", "worker", "book load", "book export", "config check",
    "db upgrade", "db check", "eod run", "books trial-balance", "books ledger",
    "books voucher", "books verify", "books balance", "books close-period", "books close-year", "funding show",
    "funding usage", "scorecard score",
)  # fmt: skip
GROUPS = {verb.split()[0] for verb in VERBS if " " in verb}


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_has_help_with_an_example(lending: CommandLine, verb: str) -> None:
    ran = lending(*verb.split(), "--help")
    assert (ran.status, ran.err) == (0, "")
    assert f"Example: lending {verb}" in " ".join(ran.out.split())


@pytest.mark.parametrize("group", sorted(GROUPS))
def test_every_group_of_verbs_has_help_with_an_example_of_one(
    lending: CommandLine, group: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = lending(group, "--help")
    assert (ran.status, ran.err) == (0, "")
    _text, _example, told = " ".join(ran.out.split()).partition("Example: lending ")
    words = told.partition(" Options: ")[0].split()
    assert words[0] == group
    assert {" ".join(words[:2]), group} & set(VERBS)
    assert lending(*words, "--help").status == 0


def test_help_answers_at_once() -> None:
    """What is slow to import is imported by the verbs that need it, and not to print help."""
    asked = "import sys; from lending_entrypoints.cli import main; sys.argv = ['lending', '--help']; main()"
    ran = subprocess.run([sys.executable, "-X", "importtime", "-c", asked], check=True, capture_output=True, text=True)
    imported = {line.rsplit("|", 1)[1].strip().split(".")[0] for line in ran.stderr.splitlines() if "|" in line}
    assert "typer" in imported
    assert not imported & {"sqlalchemy", "alembic", "grpc", "plotly", "simpy", "faker", "numpy", "cryptography"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("qote",), "No such command 'qote'"),
        (("quote", "--amuont", "1"), "No such option: --amuont"),
        (("quote", "--format", "xml"), "'xml' is not one of 'table', 'json'"),
        (("quote", "--amount"), "Option '--amount' requires an argument"),
        (("eod", "run", "extra"), "Got unexpected extra argument"),
    ],
)
def test_unusable_arguments_end_with_two(lending: CommandLine, arguments: tuple[str, ...], told: str) -> None:
    ran = lending(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize("arguments", [(), ("book",), ("db",)])
def test_no_verb_at_all_shows_what_there_is(lending: CommandLine, arguments: tuple[str, ...]) -> None:
    ran = lending(*arguments)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.startswith("Usage: lending")


def test_the_version_is_printed(lending: CommandLine) -> None:
    assert lending("--version").out == "lending 0.1.0\n"


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    done = subprocess.run(
        ["bash", "-c", f"{LENDING} quote --product small-cash --amount 12000 --instalments 12 | true"],
        check=False,
        capture_output=True,
        text=True,
        cwd=tmp_path,
    )
    assert done.stderr == ""


@pytest.mark.parametrize("verb", [("db", "upgrade"), ("db", "check"), ("worker", "--once"), ("books", "trial-balance")])
@pytest.mark.parametrize(
    ("url", "told"),
    [
        (None, "database: nothing is not valid: expected --database URL or LENDING_DATABASE_URL"),
        ("lending.db", "'lending.db' names no store: expected memory, sqlite:///file.db"),
        ("mysql://x/y", "'mysql://x/y' names a store of an unknown kind"),
    ],
)
def test_a_database_that_is_none_is_told(
    lending: CommandLine, verb: tuple[str, ...], url: str | None, told: str
) -> None:
    ran = lending(*verb, *(("--database", url) if url else ()))
    assert (ran.status, ran.out) == (2, "")
    assert [error for error in ran.errors if error.startswith(told)], ran.err


OPENING = (
    ("simulate", "--days", "1", "--store"), ("serve", "--listen", "127.0.0.1:0", "--database"),
    ("db", "upgrade", "--database"), ("db", "check", "--database"), ("worker", "--once", "--database"),
    ("book", "load", "--database"), ("book", "export", "out", "--database"), ("books", "trial-balance", "--database"),
    ("eod", "run", "--through", "2024-01-31", "--database"),
)  # fmt: skip


@pytest.mark.parametrize("verb", OPENING, ids=lambda verb: " ".join(verb[:2]))
@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("sqlite:////nowhere/x.db", "sqlite:////nowhere/x.db cannot be opened: unable to open database file"),
        ("sqlite:///no-database.txt", "sqlite:///no-database.txt cannot be opened: file is not a database"),
        (
            "postgresql+psycopg://lender:s3cret@127.0.0.1:1/lending?connect_timeout=1",
            "postgresql+psycopg://lender:***@127.0.0.1:1/lending?connect_timeout=1 cannot be opened: ",
        ),
    ],
    ids=["no folder", "no database", "no server"],
)
def test_a_database_that_cannot_be_opened_is_told_without_its_password(
    lending: CommandLine, verb: tuple[str, ...], url: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("no-database.txt").write_text("This is text. " * 100)
    ran = lending(*verb, url)
    (error,) = ran.errors
    assert (ran.status, ran.out) == (2, "")
    assert error.startswith(told)
    assert error.endswith(": expected a database that this program may read and write")
