"""What can be asked about reconciliation."""

from datetime import date

import attrs

from lending.application.commands import Query
from lending.kernel.checks import positive, text_of
from lending.kernel.money import Currency
from lending.reconciliation.commands import SOURCE
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import Tally
from lending.reconciliation.refusals import NotReconciled, UnknownSource

__all__ = [
    "AGES",
    "Ageing",
    "AgeingRow",
    "DifferencePage",
    "DifferenceView",
    "GetAgeing",
    "GetReconciledDay",
    "ListDifferences",
    "ListParked",
    "ReconciledDayView",
]

PAGE_MAX = 200

AGES = ((0, 1), (2, 3), (4, 7), (8, 30), (31, None))
"""Classes of age in days, from and to."""


@attrs.frozen(kw_only=True)
class DifferenceView:
    """A difference as a person sees it: amounts in minor units, `effect` a surplus positive, `age` in days."""

    difference_id: DifferenceId
    source: str
    day: date
    flow: str
    reference: str
    currency: Currency
    result: str
    state: str
    theirs: int
    ours: int
    effect: int
    age: int
    ways: tuple[str, ...]


@attrs.frozen
class DifferencePage:
    """Some differences by id, and the id after which the next page begins; empty at the end."""

    differences: tuple[DifferenceView, ...]
    next_after: str


@attrs.frozen(kw_only=True)
class ListDifferences(Query[DifferencePage, NotReconciled]):
    """The differences of a reconciled day, in whatever state, by id."""

    source: str = attrs.field(validator=SOURCE)
    day: date
    after: str = attrs.field(default="", validator=text_of(64, shortest=0))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))


@attrs.frozen(kw_only=True)
class ListParked(Query[DifferencePage, UnknownSource]):
    """What is parked of a source (挂账), whatever its day: money that names no loan is of type RECEIPT. By id."""

    source: str = attrs.field(validator=SOURCE)
    after: str = attrs.field(default="", validator=text_of(64, shortest=0))
    page_size: int = attrs.field(default=50, validator=positive(PAGE_MAX))


@attrs.frozen(kw_only=True)
class ReconciledDayView:
    """How a day came out with a source, how many of its differences are open now, and whether it is released."""

    source: str
    day: date
    version: int
    tally: Tally
    open: int
    parked: int
    released: bool


@attrs.frozen
class GetReconciledDay(Query[ReconciledDayView, NotReconciled]):
    """How a day came out with a source."""

    source: str = attrs.field(validator=SOURCE)
    day: date


@attrs.frozen(kw_only=True)
class AgeingRow:
    """Differences of a source, result and state in one class of age, and how many they are.

    `surplus` and `shortage` are what they would add to our books and take from them, in minor units.
    """

    source: str
    result: str
    state: str
    currency: Currency
    age_from: int
    age_to: int | None
    count: int
    surplus: int
    shortage: int


@attrs.frozen
class Ageing:
    """Unresolved differences by age, as of a day."""

    as_of: date
    rows: tuple[AgeingRow, ...]


@attrs.frozen
class GetAgeing(Query[Ageing, UnknownSource]):
    """Differences that are open or parked, by age (账龄); of every source where none is named."""

    source: str = attrs.field(default="", validator=text_of(32, shortest=0))
