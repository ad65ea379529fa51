"""The outbox: what is to be done after commit, kept sealed, for messages hold personal data."""

from datetime import datetime, timedelta
from typing import Any

import attrs
from sqlalchemy import MetaData, Table, bindparam, delete, func, insert, select, update

from lending.application.call import CHINA
from lending.application.store import OutboxEntry, OutboxEntryId
from lending.kernel.ids import RequestId
from lending_adapters.codec import Codec, Encoded
from lending_adapters.privacy import Keyring
from lending_adapters.sql.log import EPOCH, microseconds
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step, run

__all__ = ["Outbox"]


class Outbox:
    """Entries, offered in the order in which they fall due."""

    def __init__(self, metadata: MetaData, session: Session, codec: Codec, keyring: Keyring) -> None:
        self._session = session
        self._codec = codec
        self._keyring = keyring
        self._prepare(metadata.tables["outbox"])

    def add(self, entries: tuple[OutboxEntry, ...]) -> list[Step]:
        """The step that keeps these entries."""
        return [Step(self._insert, [self._row(entry) for entry in entries])] if entries else []

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """Take up at most `limit` entries offered by `now`; other claimants pass over them."""
        offered = {"now": microseconds(now), "limit": limit}
        # Most looks find nothing, and a look takes no lock.
        if not self._session.read(self._look, {"now": offered["now"], "limit": 1}):
            return ()
        with self._session.writing() as connection:
            found = connection.exec_driver_sql(self._pick.sql, self._pick.bind(offered))
            rows = [dict(zip(self._columns, row, strict=True)) for row in found]
            if rows:
                until = microseconds(now + lease)
                run(connection, Step(self._take, [{"at": row["id"], "until": until} for row in rows]))
        return tuple(attrs.evolve(entry, claims=entry.claims + 1) for entry in map(self._entry, rows))

    def finish(self, entry: OutboxEntry) -> None:
        """Forget the entry."""
        self._session.execute(Step(self._forget, [{"at": entry.id.value}]))

    def postpone(self, entry: OutboxEntry, until: datetime) -> None:
        """Undo this claim and offer the entry at `until`, unless another has claimed it meanwhile."""
        values = {"at": entry.id.value, "claimed": entry.claims, "until": microseconds(until)}
        self._session.execute(Step(self._put_off, [values]))

    def next_due(self) -> datetime | None:
        """When the first entry is offered."""
        (row,) = self._session.read(self._first, {})
        return None if row[0] is None else (EPOCH + timedelta(microseconds=row[0])).astimezone(CHINA)

    def _row(self, entry: OutboxEntry) -> dict[str, Any]:
        stored = self._codec.encode(entry.content)
        return {
            "id": entry.id.value,
            "due_at": entry.due_at.isoformat(),
            "offered_us": microseconds(entry.due_at),
            "type": stored.type,
            "schema": stored.schema,
            "body": self._keyring.seal(stored.body, _place(entry.id.value)),
            "correlation": entry.correlation.value,
            "claims": entry.claims,
            "delays": entry.delays,
        }

    def _entry(self, row: dict[str, Any]) -> OutboxEntry:
        body = self._keyring.open(row["body"], _place(row["id"]))
        return OutboxEntry(
            id=OutboxEntryId(row["id"]),
            due_at=datetime.fromisoformat(row["due_at"]),
            content=self._codec.decode(Encoded(row["type"], row["schema"], body)),
            correlation=RequestId(row["correlation"]),
            claims=row["claims"],
            delays=row["delays"],
        )

    def _prepare(self, table: Table) -> None:
        compiled, columns = self._session.compile, table.c
        this = columns.id == bindparam("at")
        offered = columns.offered_us <= bindparam("now")
        undone = {
            "offered_us": bindparam("until"),
            "claims": columns.claims - 1,
            "delays": columns.delays + 1,
        }
        first = select(table).where(offered).order_by(columns.offered_us, columns.id).limit(bindparam("limit"))
        self._columns = tuple(columns.keys())
        self._look = compiled(select(columns.id).where(offered).limit(bindparam("limit")))
        self._pick = compiled(first.with_for_update(skip_locked=True))
        self._take = compiled(
            update(table).where(this).values(claims=columns.claims + 1, offered_us=bindparam("until"))
        )
        self._forget = compiled(delete(table).where(this))
        still_ours = columns.claims == bindparam("claimed")
        self._put_off = compiled(update(table).where(this, still_ours, columns.claims > 0).values(undone))
        self._first = compiled(select(func.min(columns.offered_us)))
        self._insert = compiled(insert(table))


def _place(identity: str) -> str:
    return f"outbox {identity}"
