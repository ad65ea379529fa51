"""Interest borne day by day by the balance truly owed (按日计息)."""

from datetime import date

from lending.kernel.rounding import divide
from lending.loans.factors import added
from lending.loans.row import Row
from lending.loans.serviced import ServicedLedger

__all__ = ["DaysLedger"]


class DaysLedger(ServicedLedger):
    """Measures what the running period bears; every period is rounded once."""

    bearing = 0
    """The balance that bears interest now."""
    mark = date.min
    """The date to which `weight` is measured."""
    weight = (0, 1)
    """Interest of the running period until `mark`, as an exact fraction."""
    past = 0
    """Interest of all periods that have ended, each rounded once."""

    def measure(self, day: date) -> None:
        """Add the interest of the days until `day` to the running period's."""
        if day <= self.mark or self.next >= len(self.rows) or self.closed_on is not None:
            return
        self.weight, self.mark = self._weight_at(day), day

    def _stretch(self, row: Row, balance: int, days: int) -> tuple[int, int]:
        top, bottom = row.factor
        return balance * top * days, bottom * (row.due - row.start).days

    def _weight_at(self, day: date) -> tuple[int, int]:
        """Interest of the running period until `day`, on the balance as it is now from the date measured to."""
        if day <= self.mark or self.next >= len(self.rows):
            return self.weight
        return added(*self.weight, *self._stretch(self.rows[self.next], self.bearing, (day - self.mark).days))

    def bear(self, change: int, on: date) -> None:
        """From `on` a balance changed by `change` bears interest."""
        self.measure(on)
        self.bearing += change

    def borne_to_date(self) -> int:
        """Interest of all days until `mark`."""
        return self.past + divide(*self.weight, self.rounding)

    def earned(self, day: date) -> int:
        """Interest recognised until `day`."""
        self.measure(day)
        return self.borne_to_date()
