"""Whether a loan accrues (3.6): not while it is too long overdue or judged impaired, and again once it is cured.

Found out while the facts are folded, so it needs no end of day: a payment recorded late with an early value date
may come out as a loan that never stopped accruing.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from lending.loans.row import Row
from lending.loans.terms import Grace, NonAccrual

__all__ = ["Standing"]

JUDGED_CURE_MIN = 1
"""Instalments paid on time that a judgement asks for at least: no arrears need be there that payment could clear."""


class Standing:
    """Since when a loan is non-accrual, if it is; looked at as each day and each fact goes by."""

    __slots__ = ("clean_since", "grace", "looked", "policy", "since", "tolerated", "wanted")

    def __init__(self, policy: NonAccrual, grace: Grace, tolerated: int) -> None:
        self.policy = policy
        self.tolerated = tolerated
        self.grace = timedelta(days=grace.days)
        self.since: date | None = None
        self.wanted = 0
        """Instalments that must be paid on time, once the arrears are paid, before it accrues again."""
        self.clean_since: date | None = None
        """Since when nothing has been in arrears."""
        self.looked = date.min

    def impair(self, on: date) -> None:
        """Judge the loan impaired: it stops accruing on `on`, and the cure begins anew."""
        self.since = self.since or on
        self.wanted = max(self.wanted, self.policy.cure_instalments, JUDGED_CURE_MIN)
        self.clean_since = None

    def stops_on(self, open_due: Sequence[Row]) -> date | None:
        """The day on which it stops accruing if the rows fallen due stay as they are; None where it has, or never."""
        if self.since is not None:
            return None
        unpaid = 0
        for row in open_due:
            unpaid += row.plan_owed
            if row.plan_owed > 0 and unpaid >= self.tolerated:
                return row.pay_by + timedelta(days=self.policy.days + 1)
        return None

    def look(self, open_due: Sequence[Row], rows: Sequence[Row], day: date) -> None:
        """Note what `day` finds: `open_due` are those of `rows` fallen due that may ask for something."""
        stops = self.stops_on(open_due)
        if stops is not None and stops <= day:
            self.since, self.wanted, self.clean_since = max(stops, self.looked), self.policy.cure_instalments, None
        self.looked = day
        if self.since is not None:
            self._look_for_cure(open_due, rows, day)

    def _look_for_cure(self, open_due: Sequence[Row], rows: Sequence[Row], day: date) -> None:
        if any(row.outstanding and day > row.pay_by + self.grace for row in open_due):
            self.clean_since = None
            return
        clean = self.clean_since = self.clean_since or day
        on_time = sum(1 for row in rows if clean < row.due <= day and not row.outstanding)
        if on_time >= self.wanted:
            self.since = self.clean_since = None
            self.wanted = 0
