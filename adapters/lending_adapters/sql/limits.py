"""Limits: contended rows, changed by conditional updates and never read first (预占/确认/释放)."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import attrs
from sqlalchemy import BigInteger, MetaData, Table, bindparam, case, select, update
from sqlalchemy.dialects import postgresql, sqlite

from lending.application.limits import Draw, Limit, LimitSetting
from lending.kernel.split import split_over
from lending_adapters.sql.session import Session
from lending_adapters.sql.statements import Step, run

__all__ = ["Limits"]


@attrs.frozen
class Bucket:
    """One row of a limit."""

    bucket: int
    buckets: int
    total: int
    occupied: int
    used: int
    is_open: int

    @property
    def room(self) -> int:
        """What is not drawn; negative where more is drawn than the bucket's part of the total."""
        return self.total - self.occupied - self.used


class Limits:
    """Limits spread over buckets: a holder always draws on the same bucket, and room moves to where it is wanted."""

    def __init__(self, metadata: MetaData, session: Session) -> None:
        self._session = session
        self._prepare(metadata.tables["limits"])

    def find(self, key: str) -> Limit | None:
        """The limit over all its buckets."""
        rows = self._buckets(key)
        if not rows:
            return None
        return Limit(
            key,
            total=sum(row.total for row in rows),
            occupied=sum(row.occupied for row in rows),
            used=sum(row.used for row in rows),
            is_open=bool(rows[0].is_open),
        )

    def set(self, settings: Sequence[LimitSetting]) -> list[Step]:
        """The steps that make these limits or set them anew; the number of buckets stays what it was."""
        rows: list[dict[str, Any]] = []
        for setting in settings:
            standing = self._buckets(setting.key)
            buckets = standing[0].buckets if standing else setting.buckets
            for bucket, total in enumerate(split_over(setting.total, buckets)):
                place = {"key": setting.key, "bucket": bucket, "buckets": buckets}
                rows.append({**place, "total": total, "is_open": int(setting.is_open)})
        return [Step(self._set, rows)] if rows else []

    def draw(self, draws: Sequence[Draw]) -> list[Step]:
        """The steps that make these draws; one that finds no room misses."""
        return [Step(self._take if draw.needs else self._change, [_values(draw)], hits=1) for draw in draws]

    def make_room(self, draw: Draw) -> None:
        """Move room of the limit's other buckets to the holder's, if together they have enough."""
        with self._session.writing() as connection:
            found = connection.exec_driver_sql(self._lock.sql, self._lock.bind({"at": draw.key}))
            rows = [Bucket(*row) for row in found]
            totals = _moved(rows, crc32(draw.holder.encode()) % len(rows), draw.needs) if rows else {}
            if totals:
                changed = [{"at": draw.key, "place": place, "to": total} for place, total in totals.items()]
                run(connection, Step(self._move, changed))

    def _buckets(self, key: str) -> list[Bucket]:
        return [Bucket(*row) for row in self._session.read(self._read, {"at": key})]

    def _prepare(self, table: Table) -> None:
        column = table.c
        compiled = self._session.compile
        whose = column.key == bindparam("at")
        shown = (column.bucket, column.buckets, column.total, column.occupied, column.used, column.is_open)
        in_order = select(*shown).where(whose).order_by(column.bucket)
        place = bindparam("place", type_=BigInteger)
        more = bindparam("more", type_=BigInteger)
        change = {"occupied": column.occupied + bindparam("occupy"), "used": column.used + bindparam("use")}
        drawn = update(table).where(whose, column.bucket == place % column.buckets)
        fits = column.total - column.occupied - column.used >= more
        over = column.occupied + column.used + more > column.total
        self._read = compiled(in_order)
        self._lock = compiled(in_order.with_for_update())
        self._take = compiled(drawn.where(column.is_open == 1, fits).values(change))
        self._change = compiled(drawn.values({**change, "is_over": case((over, 1), else_=0)}))
        self._move = compiled(update(table).where(whose, column.bucket == place).values(total=bindparam("to")))
        self._set = compiled(self._setting(table))

    def _setting(self, table: Table) -> Any:
        column = table.c
        made: dict[str, Any] = {name: bindparam(name) for name in ("key", "bucket", "buckets", "total", "is_open")}
        dialect = sqlite if self._session.dialect_name == "sqlite" else postgresql
        adding = dialect.insert(table).values({**made, "occupied": 0, "used": 0, "is_over": 0})
        total = adding.excluded.total
        is_over = case((column.occupied + column.used > total, 1), else_=0)
        anew = {"total": total, "is_open": adding.excluded.is_open, "is_over": is_over}
        return adding.on_conflict_do_update(index_elements=["key", "bucket"], set_=anew)


def _values(draw: Draw) -> dict[str, Any]:
    return {
        "at": draw.key,
        "place": crc32(draw.holder.encode()),
        "occupy": draw.occupied,
        "use": draw.used,
        "more": draw.more,
    }


def _moved(rows: list[Bucket], wanted_by: int, more: int) -> dict[int, int]:
    """New totals of the buckets that change, so that bucket `wanted_by` has room for `more`; none if it cannot be."""
    short = more - rows[wanted_by].room
    if short <= 0 or sum(row.room for row in rows) < more:
        return {}
    totals = {wanted_by: rows[wanted_by].total + short}
    for row in sorted(rows, key=lambda row: -row.room):
        if row.bucket == wanted_by or not short:
            continue
        given = min(short, max(0, row.room))
        if given:
            totals[row.bucket] = row.total - given
            short -= given
    return totals
