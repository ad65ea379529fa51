"""`FundedLoan`: whose money a loan is, frozen at payout (R58), and what of its account falls to whom."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

import attrs

from lending.funding.events import LoanFunded
from lending.funding.income import kept_of
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.events import Event
from lending.loans.account import Account
from lending.loans.figures import Figures
from lending.loans.ids import LoanId

__all__ = ["FundedLoan", "FunderPart", "Parts"]

NOTHING = Figures()


@attrs.frozen(kw_only=True)
class FunderPart:
    """A funder's part of a loan's figures, our service fee among them; `prefunded` as its share says."""

    funder: str
    prefunded: bool = True
    figures: Figures = NOTHING

    @property
    def payable(self) -> int:
        """What of the money received for it was ever owed to the funder: without our fee."""
        return self.figures.received - self.figures.service_fee


@attrs.frozen
class Parts:
    """Whose a loan's figures are: ours, and each funder's."""

    ours: Figures = NOTHING
    theirs: tuple[FunderPart, ...] = ()

    @property
    def whole(self) -> Figures:
        """The loan's figures: all parts together, without what we and the funders share among us."""
        whole = sum((part.figures for part in self.theirs), start=self.ours)
        return attrs.evolve(whole, service_fee=0)


@attrs.frozen(kw_only=True)
class FundedLoan:
    """A loan that is not ours alone: how it is shared since a day. A loan without one is ours alone."""

    loan_id: LoanId
    scheme: str
    sharing: Sharing
    since: date
    events: tuple[Event, ...] = ()

    @classmethod
    def open(cls, loan_id: LoanId, scheme: str, sharing: Sharing, on: date) -> "FundedLoan":
        """The loan's funding from its payout on."""
        funders = tuple(share.funder for share in sharing.shares)
        opened = LoanFunded(loan_id, scheme, funders, on)
        return cls(loan_id=loan_id, scheme=scheme, sharing=sharing, since=on, events=(opened,))

    def parts(self, account: Account) -> Parts:
        """What of the loan's figures falls to whom (§5: the customer's plan, by ratio, then our fee)."""
        ours, theirs = self.sharing.split(account.figures)
        totals = [0, *accumulate(row.paid.interest for row in account.instalments)]
        by_row = [[high - low for high, low in zip(*pair, strict=True)] for pair in self._steps(totals)]
        paid = zip(*by_row, strict=True) if by_row else [()] * len(theirs)
        parts = (
            _part(share, figures, account, rows)
            for share, figures, rows in zip(self.sharing.shares, theirs, paid, strict=True)
        )
        return Parts(ours, tuple(parts))

    def _steps(self, totals: Sequence[int]) -> Sequence[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Each funder's part of a running total after each row and before it."""
        return [(after, before) for before, after in pairwise(self.sharing.parts(total) for total in totals)]


def _part(share: FunderShare, figures: Figures, account: Account, paid: Sequence[int]) -> FunderPart:
    """A funder's part, with what of its interest goes to us: never more than it received."""
    fee = sum(paid) - kept_of(share.income, account.terms, account.instalments, paid)
    interest = figures.interest_paid_due + figures.interest_paid_accrued
    charged = attrs.evolve(figures, service_fee=max(0, min(fee, interest)))
    return FunderPart(funder=share.funder, prefunded=share.prefunded, figures=charged)
