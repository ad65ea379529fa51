"""`Scorecard` (评分卡, R39): whole points for what is known of an applicant, explained, and the band of their sum."""

import enum
from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import attrs

from lending.kernel.checks import matching, non_empty, positive, text_of, within
from lending.kernel.invalid import InvalidValue

__all__ = ["Band", "Bin", "Characteristic", "Points", "Recommendation", "Score", "Scorecard", "Value", "Variable"]

POINTS_MAX = 10_000
EDGE_MAX = 10**15
NAME = matching("[a-z][a-z0-9_]{0,39}", "1 to 40 small letters, digits and _, a letter first")
REASON = matching("[A-Z][A-Z0-9_]{0,39}", "1 to 40 capital letters, digits and _, a letter first")
POINTS = within(-POINTS_MAX, POINTS_MAX)
EDGE = attrs.validators.optional(within(-EDGE_MAX, EDGE_MAX))

Value = int | str | None
"""A variable's value: a whole number, a category, or None where it is not known."""


class Variable(enum.Enum):
    """What values a characteristic has."""

    NUMBER = "NUMBER"
    """Whole numbers, in the unit that the card's maker fixed: months, fen, basis points."""
    CATEGORY = "CATEGORY"


class Recommendation(enum.Enum):
    """What a band says of an application that admission lets pass."""

    APPROVE = "APPROVE"
    REFER = "REFER"
    REJECT = "REJECT"


@attrs.frozen(kw_only=True)
class Bin:
    """Values that earn the same points.

    Of numbers: all under `below` that no bin before takes; the last bin has none and takes the rest.
    Of categories: those listed; the last bin lists none and takes every other.
    """

    points: int = attrs.field(validator=POINTS)
    below: int | None = attrs.field(default=None, validator=EDGE)
    categories: tuple[str, ...] = attrs.field(
        default=(), validator=attrs.validators.deep_iterable(member_validator=text_of(80))
    )


@attrs.frozen(kw_only=True)
class Characteristic:
    """One variable, its bins, the points where it is not known, and the reason code where it costs points."""

    name: str = attrs.field(validator=NAME)
    variable: Variable
    reason: str = attrs.field(validator=REASON)
    missing: int = attrs.field(validator=POINTS)
    bins: tuple[Bin, ...] = attrs.field(validator=non_empty)

    def __attrs_post_init__(self) -> None:
        *closed, last = self.bins
        if last.below is not None or last.categories:
            raise InvalidValue(f"bins[{len(closed)}]", self._told(last), "a last bin that takes the rest: points alone")
        for index, bin_ in enumerate(closed):
            numbers = self.variable is Variable.NUMBER
            if (bin_.below is not None) != numbers or bool(bin_.categories) == numbers:
                expected = "below, and no categories" if numbers else "categories, and no below"
                raise InvalidValue(f"bins[{index}]", self._told(bin_), expected)
        _rising(tuple(bin_.below for bin_ in closed if bin_.below is not None), "bins")
        listed = [category for bin_ in closed for category in bin_.categories]
        if len(set(listed)) != len(listed):
            raise InvalidValue("bins", ", ".join(listed), "each category in one bin, once")

    @property
    def most(self) -> int:
        """The points of its best bin, that of unknown values included."""
        return max(self.missing, *(bin_.points for bin_ in self.bins))

    def bin_of(self, value: Value) -> int | None:
        """The index of the one bin that takes the value; None where it is not known.

        Raises `InvalidValue` for a number where a category is expected, and the other way round.
        """
        if value is None:
            return None
        numbers = self.variable is Variable.NUMBER
        if type(value) is not (int if numbers else str):
            expected = "a whole number, or nothing where it is not known" if numbers else "a category as text"
            raise InvalidValue(self.name, value, expected)
        return next(index for index, bin_ in enumerate(self.bins) if self._takes(bin_, value))

    def points_of(self, value: Value) -> "Points":
        """What the value earns, and where."""
        index = self.bin_of(value)
        earned = self.missing if index is None else self.bins[index].points
        return Points(self.name, value, self._label(index), earned, self.most - earned, self.reason)

    def _takes(self, bin_: Bin, value: int | str) -> bool:
        if isinstance(value, int):
            return bin_.below is None or value < bin_.below
        return not bin_.categories or value in bin_.categories

    def _label(self, index: int | None) -> str:
        if index is None:
            return "not known"
        if self.variable is Variable.CATEGORY:
            return ", ".join(self.bins[index].categories) or "any other"
        least = self.bins[index - 1].below if index else None
        below = self.bins[index].below
        parts = (f"from {least}" if least is not None else "", f"below {below}" if below is not None else "")
        return " ".join(filter(None, parts)) or "any number"

    @staticmethod
    def _told(bin_: Bin) -> str:
        return f"below {bin_.below}, categories {', '.join(bin_.categories) or 'none'}"


@attrs.frozen
class Points:
    """What one variable earned: its bin in words, its points, and how many fewer than the best bin's."""

    characteristic: str
    value: Value
    bin: str
    points: int
    lost: int
    reason: str


@attrs.frozen(kw_only=True)
class Band:
    """Scores under `below` that no band before takes; the last has none and takes the rest."""

    code: str = attrs.field(validator=text_of(20))
    recommendation: Recommendation
    below: int | None = attrs.field(default=None, validator=EDGE)


@attrs.frozen
class Score:
    """A score, its band, and the points it is the sum of, with `base`, in the card's order."""

    card: str
    version: int
    base: int
    total: int
    band: Band
    points: tuple[Points, ...]

    def reasons(self, most: int) -> tuple[Points, ...]:
        """What cost most points, the worst first, at most so many; of equals the card's first."""
        costly = (held for held in self.points if held.lost)
        return tuple(sorted(costly, key=lambda held: -held.lost)[:most])


@attrs.frozen(kw_only=True)
class Scorecard:
    """One version of a card: base points, characteristics and the cut-off table; `source` says what it rests on.

    The score is the base and the points of every characteristic: a sum of whole numbers, the same wherever it is taken.
    """

    code: str = attrs.field(validator=text_of(40))
    version: int = attrs.field(validator=positive(10_000))
    source: str = attrs.field(validator=text_of(400))
    base: int = attrs.field(validator=POINTS)
    characteristics: tuple[Characteristic, ...] = attrs.field(validator=non_empty)
    bands: tuple[Band, ...] = attrs.field(validator=non_empty)

    def __attrs_post_init__(self) -> None:
        _each_once([held.name for held in self.characteristics], "characteristics")
        _each_once([band.code for band in self.bands], "bands")
        *closed, last = self.bands
        if last.below is not None:
            raise InvalidValue(f"bands[{len(closed)}].below", last.below, "a last band without below, for the rest")
        for index, band in enumerate(closed):
            if band.below is None:
                raise InvalidValue(f"bands[{index}].below", "nothing", "a score, in every band but the last")
        _rising(tuple(band.below for band in closed if band.below is not None), "bands")

    def score(self, variables: Mapping[str, Value]) -> Score:
        """The score of an applicant's variables; those that the card does not name are left alone.

        Raises `InvalidValue` for one that is not given at all (None says that it is not known) or is of the wrong kind.
        """
        for held in self.characteristics:
            if held.name not in variables:
                raise InvalidValue(held.name, "nothing", "a value, or None where it is not known")
        points = tuple(held.points_of(variables[held.name]) for held in self.characteristics)
        total = self.base + sum(held.points for held in points)
        return Score(self.code, self.version, self.base, total, self.band_of(total), points)

    def band_of(self, score: int) -> Band:
        """The one band that takes the score."""
        return next(band for band in self.bands if band.below is None or score < band.below)


def _rising(edges: tuple[int, ...], field: str) -> None:
    for index, (one, after) in enumerate(pairwise(edges), start=1):
        if after <= one:
            raise InvalidValue(f"{field}[{index}].below", after, f"more than {one}, where the one before ends")


def _each_once(names: list[Any], field: str) -> None:
    if len(set(names)) != len(names):
        raise InvalidValue(field, ", ".join(names), "each at most once")
