"""Limits: contended rows, changed by conditional updates and never read first (预占/确认/释放)."""

from collections.abc import Iterator, Sequence
from typing import Any
from zlib import crc32

import attrs
from sqlalchemy import BigInteger, Connection, MetaData, Table, bindparam, case, exists, select, update
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
    def drawn(self) -> int:
        """What is occupied and used."""
        return self.occupied + self.used


class Limits:
    """Limits spread over buckets: a holder always draws on the same bucket, and room moves to where it is wanted.

    The totals of the buckets sum to the limit's, and none of them lends room while another is over its own, so that
    all buckets together never grant more than the limit has.
    """

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

    def stand(self, settings: Sequence[LimitSetting]) -> bool:
        """Whether one of these limits was set before."""
        return any(self._buckets(setting.key) for setting in settings)

    def make(self, settings: Sequence[LimitSetting]) -> list[Step]:
        """The steps that make these limits; they miss where one has been made meanwhile."""
        rows = [row for setting in settings for row in _made(setting)]
        return [Step(self._insert, rows, hits=len(rows))] if rows else []

    def draw(self, draws: Sequence[Draw]) -> list[Step]:
        """The steps that make these draws; one that finds no room misses."""
        return [Step(self._take if draw.needs else self._change, [_values(draw)], hits=1) for draw in draws]

    def spread(self, connection: Connection, settings: Sequence[LimitSetting], draws: Sequence[Draw]) -> None:
        """Set limits anew, and put the room of those that are set or drawn on where these draws want it.

        All buckets stay locked until the transaction ends: what is moved here nobody else takes.
        """
        anew = {setting.key: setting for setting in settings}
        for key in sorted({*anew, *(draw.key for draw in draws)}):
            if not (rows := self._locked(connection, key)) and key in anew:
                for step in self.make([anew[key]]):
                    run(connection, step)
                rows = self._locked(connection, key)
            if rows:
                wanted = [draw for draw in draws if draw.key == key]
                run(connection, Step(self._respread, list(_respread(key, rows, anew.get(key), wanted))))

    def _locked(self, connection: Connection, key: str) -> list[Bucket]:
        found = connection.exec_driver_sql(self._lock.sql, self._lock.bind({"at": key}))
        return [Bucket(*row) for row in found]

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
        other = table.alias("other")
        is_within = ~exists().where(other.c.key == bindparam("at"), other.c.is_over == 1)
        over = column.occupied + column.used + more > column.total
        self._read = compiled(in_order)
        self._lock = compiled(in_order.with_for_update())
        self._take = compiled(drawn.where(column.is_open == 1, fits, is_within).values(change))
        self._change = compiled(drawn.values({**change, "is_over": case((over, 1), else_=0)}))
        anew: dict[str, Any] = {name: bindparam(name) for name in ("total", "is_open", "is_over")}
        self._respread = compiled(update(table).where(whose, column.bucket == place).values(anew))
        self._insert = compiled(self._inserting(table))

    def _inserting(self, table: Table) -> Any:
        made: dict[str, Any] = {name: bindparam(name) for name in ("key", "bucket", "buckets", "total", "is_open")}
        dialect = sqlite if self._session.dialect_name == "sqlite" else postgresql
        adding = dialect.insert(table).values({**made, "occupied": 0, "used": 0, "is_over": 0})
        return adding.on_conflict_do_nothing(index_elements=["key", "bucket"])


def _values(draw: Draw) -> dict[str, Any]:
    return {
        "at": draw.key,
        "place": crc32(draw.holder.encode()),
        "occupy": draw.occupied,
        "use": draw.used,
        "more": draw.more,
    }


def _made(setting: LimitSetting) -> list[dict[str, Any]]:
    """The buckets of a limit on which nothing is drawn."""
    whole = {"key": setting.key, "buckets": setting.buckets, "is_open": int(setting.is_open)}
    totals = split_over(setting.total, setting.buckets)
    return [{**whole, "bucket": bucket, "total": total} for bucket, total in enumerate(totals)]


def _respread(
    key: str, rows: list[Bucket], setting: LimitSetting | None, draws: Sequence[Draw]
) -> Iterator[dict[str, Any]]:
    """The buckets anew: each has what is drawn on it, what these draws want of it, and a part of what is left."""
    total = setting.total if setting else sum(row.total for row in rows)
    is_open = int(setting.is_open) if setting else rows[0].is_open
    wanted = [0] * len(rows)
    for draw in draws:
        wanted[crc32(draw.holder.encode()) % len(rows)] += draw.needs
    room = total - sum(row.drawn for row in rows) - sum(wanted)
    if room < 0:
        # Not all of it can be had: the draws will miss. What is over the total is nobody's room.
        wanted, room = [0] * len(rows), room + sum(wanted)
    for row, more, part in zip(rows, wanted, _parts(room, rows), strict=True):
        held = row.drawn + more + part
        yield {"at": key, "place": row.bucket, "total": held, "is_open": is_open, "is_over": int(row.drawn > held)}


def _parts(room: int, rows: list[Bucket]) -> Iterator[int]:
    """A part of the room for each bucket; where it is negative no bucket's total falls below nothing."""
    if room >= 0:
        yield from split_over(room, len(rows))
        return
    over = -room
    for row in rows:
        cut = min(over, row.drawn)
        over -= cut
        yield -cut
