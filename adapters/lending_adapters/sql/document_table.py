"""The table of a kind that is kept as documents, derived from its declaration."""

from typing import Any

from sqlalchemy import Column, Index, Integer, MetaData, SmallInteger, Table

from lending.application.kinds import Kind
from lending_adapters.sql.columns import text

__all__ = ["LOAN_KEY", "document_table", "table_name"]

LOAN_KEY = "loan_id"
"""A kind with a key of this name is owned by a loan; its rows carry the loan's shard."""


def table_name(kind_name: str) -> str:
    """The table of a kind: `accounting_day` is kept in `accounting_days`."""
    if kind_name.endswith("s"):
        return kind_name
    return f"{kind_name[:-1]}ies" if kind_name.endswith("y") and kind_name[-2] not in "aeiou" else f"{kind_name}s"


def document_table(kind: Kind[Any], metadata: MetaData, *more: Column[Any] | Index) -> Table:
    """The table of one kind: identity, version, body, and a column for every declared key."""
    name = table_name(kind.name)
    if name in metadata.tables:
        raise ValueError(f"two kinds are kept in a table {name}")
    table = Table(
        name,
        metadata,
        Column("id", text(), primary_key=True),
        Column("version", Integer, nullable=False),
        Column("schema", Integer, nullable=False),
        Column("body", text(), nullable=False),
        *(Column(key.name, text(), nullable=True) for key in kind.keys),
        *([Column("shard", SmallInteger, nullable=False)] if _loan_owned(kind) else []),
        *more,
    )
    for key in kind.keys:
        column = table.c[key.name]
        if key.unique:
            held = column.is_not(None)
            Index(f"uq_{name}_{key.name}", column, unique=True, sqlite_where=held, postgresql_where=held)
        else:
            Index(f"ix_{name}_{key.name}", column, table.c.id)
    return table


def _loan_owned(kind: Kind[Any]) -> bool:
    return any(key.name == LOAN_KEY for key in kind.keys)
