"""Limits (额度): amounts that many requests draw on at once, by conditional updates at commit.

A limit kept as an aggregate would make every draw on it wait for every other one. So a limit is a contended
row: a unit of work says by how much it changes, and the commit changes it only if there is room for that.
Occupied (预占) is set aside for something that may still fail; used (占用) is taken for good until it is given back.
"""

import attrs

__all__ = ["Draw", "Limit", "LimitExhausted", "LimitSetting", "as_set", "settled"]


class LimitExhausted(Exception):
    """There is no room for a draw: the use case is run again and will see what is left."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"limit {key} has no room for this")


@attrs.frozen
class Limit:
    """A limit as it stands: in minor units, or a count where the limit is one."""

    key: str
    total: int
    occupied: int
    used: int
    is_open: bool

    @property
    def free(self) -> int:
        """What can still be drawn; nothing while it is closed or over its total."""
        return max(0, self.total - self.occupied - self.used) if self.is_open else 0

    @property
    def is_over(self) -> bool:
        """Whether more is drawn than the total: it was lowered since, or a draw could not be refused."""
        return self.occupied + self.used > self.total


@attrs.frozen
class LimitSetting:
    """A limit made, or its total and openness set anew; what is drawn on it stays.

    `buckets` spreads a hot limit over so many rows when it is made, and is never changed.
    """

    key: str
    total: int = attrs.field(validator=attrs.validators.ge(0))
    is_open: bool = True
    buckets: int = attrs.field(default=1, validator=attrs.validators.in_(range(1, 65)))


@attrs.frozen
class Draw:
    """A change of what is occupied and used of a limit on behalf of `holder`, always the same one for one matter.

    Taking more needs that much room, unless it is `forced`: what cannot be refused puts the limit over its total.
    Giving back needs none, and less than nothing left is a bug.
    """

    key: str
    holder: str
    occupied: int
    used: int
    forced: bool = False

    @property
    def more(self) -> int:
        """How much it takes; negative where it gives back."""
        return self.occupied + self.used

    @property
    def needs(self) -> int:
        """How much room there must be for it."""
        return 0 if self.forced else max(0, self.more)

    def __add__(self, other: "Draw") -> "Draw":
        assert (self.key, self.holder) == (other.key, other.holder), "draws of one holder on one limit add up"
        forced = self.forced or other.forced
        return Draw(self.key, self.holder, self.occupied + other.occupied, self.used + other.used, forced)


def as_set(limit: Limit | None, setting: LimitSetting | None) -> Limit | None:
    """The limit with its total and openness as `setting` says, where there is one."""
    if setting is None:
        return limit
    drawn = limit or Limit(setting.key, 0, 0, 0, is_open=True)
    return attrs.evolve(drawn, total=setting.total, is_open=setting.is_open)


def settled(limit: Limit, draw: Draw) -> Limit:
    """The limit after the draw. Raises `LimitExhausted`."""
    if limit.free < draw.needs:
        raise LimitExhausted(limit.key)
    after = attrs.evolve(limit, occupied=limit.occupied + draw.occupied, used=limit.used + draw.used)
    assert min(after.occupied, after.used) >= 0, f"more given back of {limit.key} than was drawn: {draw}"
    return after
