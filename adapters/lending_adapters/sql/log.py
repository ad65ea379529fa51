"""The event log and the receipts."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import MetaData, bindparam, insert, select, tuple_

from lending.application.store import StoredReceipt
from lending.kernel.events import EventRecord
from lending.kernel.ids import EventId, RequestId
from lending_adapters.codec import Codec, Encoded
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step

__all__ = ["Events", "Receipts", "as_date", "microseconds"]

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
BEGINNING = date(1, 1, 1)
CHUNK = 1000


def microseconds(instant: datetime) -> int:
    """The instant as a number that sorts, whatever time zone it was written in."""
    return (instant - EPOCH) // timedelta(microseconds=1)


def as_date(stored: Any) -> date:
    """A date column as read: SQLite keeps text, PostgreSQL dates."""
    return stored if isinstance(stored, date) else date.fromisoformat(stored)


class Events:
    """The append-only log of events."""

    def __init__(self, metadata: MetaData, session: Session, codec: Codec) -> None:
        table = metadata.tables["events"]
        place = tuple_(table.c.recorded_us, table.c.causation, table.c.ordinal)
        after = tuple_(bindparam("recorded_us"), bindparam("causation"), bindparam("ordinal"))
        query = select(table).where(table.c.business_date >= bindparam("since"), place > after)
        in_order = query.order_by(table.c.recorded_us, table.c.causation, table.c.ordinal).limit(CHUNK)
        self._columns = tuple(table.c.keys())
        caused = select(table).where(table.c.causation == bindparam("request")).order_by(table.c.ordinal)
        self._caused = session.compile(caused)
        self._after = session.compile(in_order)
        self._insert = session.compile(insert(table))
        self._session = session
        self._codec = codec

    def add(self, records: tuple[EventRecord, ...]) -> list[Step]:
        """The step that appends these records."""
        return [Step(self._insert, [self._row(record) for record in records])] if records else []

    def since(self, day: date | None) -> Iterator[EventRecord]:
        """All records from an accounting day on, in order, read a thousand at a time."""
        place: dict[str, Any] = {"recorded_us": -(2**63), "causation": "", "ordinal": -1}
        since = {"since": (day or BEGINNING).isoformat()}
        while True:
            rows = [
                dict(zip(self._columns, row, strict=True)) for row in self._session.read(self._after, since | place)
            ]
            yield from map(self._record, rows)
            if len(rows) < CHUNK:
                return
            place = {name: rows[-1][name] for name in place}

    def of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """What a request caused, in order."""
        rows = self._session.read(self._caused, {"request": request_id.value})
        return tuple(self._record(dict(zip(self._columns, row, strict=True))) for row in rows)

    def _row(self, record: EventRecord) -> dict[str, Any]:
        stored = self._codec.encode(record.event)
        return {
            "causation": record.causation.value,
            "ordinal": record.ordinal,
            "id": record.id.value,
            "type": stored.type,
            "schema": stored.schema,
            "body": stored.body,
            "subject": record.subject,
            "correlation": record.correlation.value,
            "actor": record.actor,
            "business_date": record.business_date.isoformat(),
            "recorded_at": record.recorded_at.isoformat(),
            "recorded_us": microseconds(record.recorded_at),
        }

    def _record(self, row: dict[str, Any]) -> EventRecord:
        return EventRecord(
            id=EventId(row["id"]),
            ordinal=row["ordinal"],
            event=self._codec.decode(Encoded(row["type"], row["schema"], row["body"])),
            subject=row["subject"],
            causation=RequestId(row["causation"]),
            correlation=RequestId(row["correlation"]),
            actor=row["actor"],
            business_date=as_date(row["business_date"]),
            recorded_at=datetime.fromisoformat(row["recorded_at"]),
        )


class Receipts:
    """What requests were answered with."""

    def __init__(self, metadata: MetaData, session: Session, codec: Codec) -> None:
        table = metadata.tables["receipts"]
        query = select(table.c.act, table.c.fingerprint, table.c.type, table.c.schema, table.c.body)
        self._find = session.compile(query.where(table.c.request_id == bindparam("request_id")))
        self._insert = session.compile(insert(table))
        self._session = session
        self._codec = codec

    def add(self, stored: StoredReceipt) -> Step:
        """The step that keeps the receipt."""
        encoded = self._codec.encode(stored.receipt)
        row = {"request_id": stored.request_id.value, "act": stored.act, "fingerprint": stored.fingerprint}
        return Step(self._insert, [row | {"type": encoded.type, "schema": encoded.schema, "body": encoded.body}])

    def find(self, request_id: RequestId) -> StoredReceipt | None:
        """What this request was answered with, if it has been."""
        rows = self._session.read(self._find, {"request_id": request_id.value})
        if not rows:
            return None
        act, fingerprint, *encoded = rows[0]
        return StoredReceipt(request_id, act, fingerprint, self._codec.decode(Encoded(*encoded)))

    def has(self, request_id: RequestId) -> bool:
        """Whether a receipt is stored for this request."""
        return bool(self._session.read(self._find, {"request_id": request_id.value}))
