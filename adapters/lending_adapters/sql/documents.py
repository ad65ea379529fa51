"""How the aggregates of one kind are read and written as documents."""

from collections.abc import Iterable
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, Table, and_, bindparam, insert, select, update

from lending.application.kinds import Key, Kind
from lending.application.store import Stored, Write
from lending.kernel.ids import shard_of
from lending_adapters.codec import Codec
from lending_adapters.conflicts import key_value
from lending_adapters.privacy import Keyring
from lending_adapters.sql.document_table import LOAN_KEY
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Statement, Step

__all__ = ["Documents"]

T = TypeVar("T")

REMEMBERED_MAX = 4096


class Documents(Generic[T]):
    """The table of one kind, with its statements prepared."""

    def __init__(self, kind: Kind[T], table: Table, session: Session, codec: Codec, keyring: Keyring) -> None:
        self.kind = kind
        self._session = session
        self._codec = codec
        self._keyring = keyring
        # Values are frozen and their text says all, so one that was read may be given out again.
        self._remembered: dict[str, tuple[str, T]] = {}
        self._prepare(table)

    def load(self, identity: str) -> Stored[T] | None:
        """The aggregate with this id, or None."""
        rows = self._session.read(self._by_id, {"id": identity})
        return self._stored(rows[0]) if rows else None

    def lookup(self, key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """All aggregates whose key has this value, in order of their ids."""
        rows = self._session.read(self._by_key[key.name], {"value": self._indexed(key, value)})
        return tuple(self._stored(row) for row in rows)

    def page(self, key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """At most `limit` aggregates with ids above `after`."""
        values = {"after": after, "limit": limit}
        if key is None:
            rows = self._session.read(self._all_after, values)
        else:
            rows = self._session.read(self._by_key_after[key.name], values | {"value": self._indexed(key, value)})
        return tuple(self._stored(row).value for row in rows)

    def version(self, identity: str) -> int:
        """The committed version, 0 where there is no such aggregate."""
        rows = self._session.read(self._version, {"id": identity})
        return int(rows[0][0]) if rows else 0

    def holders(self, key: Key[T], value: str) -> Iterable[str]:
        """The ids of the aggregates whose key has this value."""
        rows = self._session.read(self._holders[key.name], {"value": self._indexed(key, value)})
        return [row[0] for row in rows]

    def write(self, write: Write[T]) -> list[Step]:
        """The steps that insert a new aggregate, or replace the version that was read."""
        return self.put(write, self.row(write))

    def put(self, write: Write[T], values: dict[str, Any]) -> list[Step]:
        """The step that writes these columns."""
        if write.expected:
            assert not self.kind.append_only, f"{self.kind.name} is never changed"
            return [Step(self._update, [values], hits=1)]
        return [Step(self._insert, [values])]

    def release(self, write: Write[T]) -> Step:
        """The step that gives up the unique keys of the version that was read, for others to take."""
        return Step(self._release, [{"at": self.kind.identity(write.value), "expected": write.expected}], hits=1)

    def rely_on(self, identity: str, version: int) -> Step:
        """The step that holds the row as it was read until the commit is through; absence is only looked at."""
        if not version:
            return Step(self._version, [{"id": identity}], hits=0)
        return Step(self._rely_on, [{"id": identity, "version": version}], hits=1)

    def row(self, write: Write[T]) -> dict[str, Any]:
        """The columns of the aggregate's row, and the id and version to replace."""
        value, identity = write.value, self.kind.identity(write.value)
        stored = self._codec.encode_as(self.kind.type, value)
        body = self._keyring.seal(stored.body, self._place(identity)) if self.kind.personal else stored.body
        row = {"id": identity, "version": write.expected + 1, "schema": stored.schema, "body": body}
        for key in self.kind.keys:
            text = key_value(self.kind, key, value)
            row[key.name] = None if text is None else self._indexed(key, text)
            if key.name == LOAN_KEY:
                row["shard"] = shard_of(str(text))
        return row | {"at": identity, "expected": write.expected}

    def _indexed(self, key: Key[T], value: str) -> str:
        return self._keyring.blind(value, f"{self.kind.name} {key.name}") if key.secret else value

    def _place(self, identity: str) -> str:
        return f"{self.kind.name} {identity}"

    def _stored(self, row: Any) -> Stored[T]:
        identity, version, schema, body = row
        remembered = self._remembered.get(identity)
        if remembered is not None and remembered[0] == body:
            return Stored(remembered[1], version)
        plain = self._keyring.open(body, self._place(identity)) if self.kind.personal else body
        value: T = self._codec.decode_as(self.kind.type, schema, plain)
        if len(self._remembered) >= REMEMBERED_MAX:
            self._remembered.clear()
        self._remembered[identity] = (body, value)
        return Stored(value, version)

    def _prepare(self, table: Table) -> None:
        compiled = self._session.compile
        columns = table.c
        found = select(columns.id, columns.version, columns.schema, columns.body)
        read = and_(columns.id == bindparam("at"), columns.version == bindparam("expected"))
        keys = {key.name: columns[key.name] for key in self.kind.keys}
        unique = [key.name for key in self.kind.keys if key.unique]
        changed: dict[str, Any] = {column.name: bindparam(column.name) for column in columns if column.name != "id"}
        held = select(columns.id).where(columns.id == bindparam("id"), columns.version == bindparam("version"))

        def after(query: Select[Any]) -> Statement:
            above = query.where(columns.id > bindparam("after"))
            return compiled(above.order_by(columns.id).limit(bindparam("limit")))

        self._by_id = compiled(found.where(columns.id == bindparam("id")))
        self._version = compiled(select(columns.version).where(columns.id == bindparam("id")))
        self._all_after = after(found)
        with_key = {name: found.where(column == bindparam("value")) for name, column in keys.items()}
        self._by_key = {name: compiled(query.order_by(columns.id)) for name, query in with_key.items()}
        self._by_key_after = {name: after(query) for name, query in with_key.items()}
        self._holders = {
            name: compiled(select(columns.id).where(column == bindparam("value"))) for name, column in keys.items()
        }
        self._insert = compiled(insert(table))
        self._update = compiled(update(table).where(read).values(changed))
        # A share lock, not a look: else the row could change between the look and the commit.
        self._rely_on = compiled(held.with_for_update(read=True))
        self._release = compiled(update(table).where(read).values(dict.fromkeys(unique))) if unique else self._update
