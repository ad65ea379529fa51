"""Loans as documents, and the rows that sets are computed over."""

from datetime import date, timedelta
from typing import Any

import attrs
from sqlalchemy import Engine, text

from lending.kernel.ids import shard_of
from lending.kernel.money import Money
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending_adapters.sql import SqlStore
from lending_adapters.sql.log import as_date
from tests.integration.sql.made import DAY, commit_of, loan

ROWS = text("SELECT * FROM instalments WHERE loan_id = :id ORDER BY number")


def saved(store: SqlStore, value: Loan, expected: int = 0) -> Loan:
    settled = attrs.evolve(value, events=())
    store.commit(commit_of(f"save-{expected}-{value.id.value}", (LOANS, settled, expected)))
    return settled


def rows(engine: Engine, query: Any, **values: Any) -> list[Any]:
    with engine.connect() as connection:
        return list(connection.execute(query, values).mappings())


def test_a_loan_is_read_as_it_was_written(store: SqlStore) -> None:
    opened = saved(store, loan())
    stored = store.load(LOANS, opened.id.value)
    assert stored is not None
    assert stored.value == opened
    repaid = saved(store, stored.value.repay("p1", Money.parse("1100.16"), DAY + timedelta(days=31)).unwrap(), 1)
    stored = store.load(LOANS, opened.id.value)
    assert stored is not None
    assert (stored.value, stored.version) == (repaid, 2)


def test_instalments_are_rows(store: SqlStore, engine: Engine) -> None:
    opened = saved(store, loan())
    shown = rows(engine, ROWS, id=opened.id.value)
    wanted = opened.account(DAY).instalments
    assert [(row["number"], as_date(row["due_on"])) for row in shown] == [(each.no, each.due) for each in wanted]
    assert [row["principal"] + row["interest"] for row in shown] == [each.asked.total for each in wanted]
    assert {row["shard"] for row in shown} == {shard_of(opened.id.value)}


def test_a_repayment_shows_in_the_rows(store: SqlStore, engine: Engine) -> None:
    opened = saved(store, loan())
    due = opened.account(DAY).instalments[0].due
    repaid = saved(store, opened.repay("p1", Money.parse("1100.16"), due).unwrap(), 1)
    (row,) = rows(engine, text("SELECT * FROM loans"))
    stated = repaid.account(due)
    assert row["principal_outstanding"] == stated.principal_balance
    assert as_date(row["next_due"]) == stated.instalments[1].due
    first, *others = rows(engine, ROWS, id=opened.id.value)
    assert (first["principal_left"], first["interest_left"]) == (0, 0)
    assert as_date(first["settled_on"]) == due
    assert all(each["principal_left"] == each["principal"] for each in others)


def test_rows_of_instalments_that_are_gone_go(store: SqlStore, engine: Engine) -> None:
    opened = saved(store, loan())
    shorter = attrs.evolve(opened, terms=attrs.evolve(opened.terms, instalments=6))
    saved(store, shorter, 1)
    assert [row["number"] for row in rows(engine, ROWS, id=opened.id.value)] == [1, 2, 3, 4, 5, 6]


def test_what_falls_due_is_found_by_sets(store: SqlStore, engine: Engine) -> None:
    made = [saved(store, loan(f"r{number}")) for number in range(3)]
    due: date = made[0].account(DAY).instalments[0].due
    query = text(
        "SELECT count(*) AS loans, sum(principal_left + interest_left) AS owed FROM instalments WHERE due_on = :on"
    )
    (found,) = rows(engine, query, on=due.isoformat())
    assert (found["loans"], int(found["owed"])) == (3, 3 * made[0].account(DAY).instalments[0].asked.total)
