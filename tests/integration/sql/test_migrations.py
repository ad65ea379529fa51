"""The steps, the declarations of the kinds and `HEAD` say the same, and a step back works with data in it."""

import threading
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect, text

from lending.accounting.ports import VOUCHERS
from lending.customers.ports import CUSTOMERS
from lending.loans.ports import LOANS
from lending.registry import KINDS
from lending_adapters.sql import (
    SchemaOutOfDate,
    SqlStore,
    check_schema,
    create_schema,
    downgrade,
    migrations,
    schema_version,
    upgrade,
)
from lending_adapters.sql.schema import build_metadata
from tests.integration.sql.made import balanced, commit_of, customer, loan

TRIGGERS = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name",
    "postgresql": (
        "SELECT t.tgname, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
        "WHERE NOT t.tgisinternal ORDER BY t.tgname"
    ),
}


def triggers(engine: Engine) -> list[Any]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(TRIGGERS[engine.dialect.name]))]


def test_the_steps_make_the_tables_that_the_kinds_need(engine: Engine) -> None:
    upgrade(engine)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, build_metadata(KINDS))
    assert differences == [], "draft a step: python -m lending_adapters.sql.migrations.draft 'what it does'"


def test_the_steps_make_the_triggers_that_the_kinds_need(engine: Engine) -> None:
    upgrade(engine)
    made = triggers(engine)
    assert made
    downgrade(engine, "base")
    assert triggers(engine) == []
    create_schema(engine, KINDS)
    assert triggers(engine) == made


def test_head_names_the_last_step() -> None:
    steps = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert steps.get_heads() == [migrations.HEAD]


def test_upgrading_again_does_nothing(engine: Engine) -> None:
    upgrade(engine)
    upgrade(engine)
    check_schema(engine)


def test_two_processes_may_upgrade_at_once(engine: Engine) -> None:
    failures: list[BaseException] = []

    def run() -> None:
        try:
            upgrade(engine)
        except BaseException as failure:  # noqa: BLE001 - told to the test below
            failures.append(failure)

    threads = [threading.Thread(target=run) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    check_schema(engine)


def test_an_empty_database_is_refused_with_what_to_do(engine: Engine) -> None:
    with pytest.raises(SchemaOutOfDate, match="has no tables yet: run `lending db upgrade`"):
        check_schema(engine)


@pytest.mark.parametrize(("found", "said"), [("0000", "run `lending db upgrade`"), ("9999", "by a newer program")])
def test_another_schema_is_refused_with_what_to_do(engine: Engine, found: str, said: str) -> None:
    upgrade(engine)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :found"), {"found": found})
    with pytest.raises(SchemaOutOfDate, match=said):
        check_schema(engine)


def test_a_step_back_works_with_data_in_the_tables(store: SqlStore, engine: Engine) -> None:
    opened = loan()
    writes = ((CUSTOMERS, customer(), 0), (LOANS, opened, 0), (VOUCHERS, balanced("r1"), 0))
    store.commit(commit_of("r1", *writes))
    downgrade(engine, "base")
    assert schema_version(engine) is None
    assert set(inspect(engine).get_table_names()) <= {"alembic_version"}
    upgrade(engine)
    store.commit(commit_of("r1", *writes))
    assert store.load(LOANS, opened.id.value) is not None
