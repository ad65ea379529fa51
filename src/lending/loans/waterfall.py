"""In which order money pays what is due (冲账顺序, F15): decided for each payment on its value date."""

from collections.abc import Iterable, Sequence
from copy import copy

from lending.loans.choices import AllocationBy, Component
from lending.loans.row import POSITION, Row
from lending.loans.standing import Standing
from lending.loans.terms import Allocation, completed

__all__ = ["Waterfall"]


class Waterfall:
    """The order of the terms, that of a loan which is non-accrual, or one agreed for the payment at hand."""

    __slots__ = ("across", "agreed", "standing", "suspended", "usual")

    def __init__(self, allocation: Allocation, standing: Standing) -> None:
        self.standing = standing
        self.usual = _positions(allocation.full_order)
        self.across = allocation.by is AllocationBy.COMPONENT
        """Whether money pays one component of all rows before the next one."""
        self.suspended = _positions(allocation.non_accrual_order) if allocation.non_accrual_order else ()
        self.agreed: tuple[int, ...] = ()

    def over_to(self, standing: Standing) -> "Waterfall":
        """The same order by another loan's standing."""
        twin = copy(self)
        twin.standing = standing
        return twin

    def agree(self, order: tuple[Component, ...]) -> None:
        """Take another order for what is paid until the next agreement; none: as the terms have it."""
        self.agreed = _positions(order) if order else ()

    @property
    def order(self) -> tuple[int, ...]:
        """The components as they are paid within a row."""
        return self._other or self.usual

    def over(self, rows: Sequence[Row]) -> Iterable[tuple[Row, int]]:
        """The components of `rows` as they are paid."""
        if self._other or self.across:
            return ((row, component) for component in self.order for row in rows)
        return ((row, component) for row in rows for component in self.order)

    @property
    def _other(self) -> tuple[int, ...]:
        """An order that goes across all rows; empty where the usual one is taken."""
        return self.agreed or (self.suspended if self.standing.since is not None else ())


def _positions(order: tuple[Component, ...]) -> tuple[int, ...]:
    return tuple(POSITION[component] for component in completed(order))
