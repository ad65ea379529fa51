"""`FundedLoan`: whose money a loan is, frozen at payout (R58), and what of its account falls to whom."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate, pairwise

import attrs

from lending.funding.covered import Covered, owed_to
from lending.funding.events import FunderCovered, LoanFunded
from lending.funding.income import kept_of
from lending.funding.refusals import AlreadyCovered, CoverNotAgreed, CoverNotDue
from lending.funding.sharing import FunderShare, Sharing
from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.account import Account
from lending.loans.figures import Figures
from lending.loans.ids import LoanId

__all__ = ["FundedLoan", "FunderClaim", "FunderPart", "Parts"]

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
class FunderClaim:
    """What we claim of the borrower in the stead of a funder that we compensated (应收代偿款)."""

    funder: str
    figures: Figures = NOTHING


@attrs.frozen
class Parts:
    """Whose a loan's figures are: ours, each funder's, and what we claim in a funder's stead."""

    ours: Figures = NOTHING
    theirs: tuple[FunderPart, ...] = ()
    claims: tuple[FunderClaim, ...] = ()

    @property
    def whole(self) -> Figures:
        """The loan's figures: all parts together, without what we and the funders share among us."""
        others = (*(part.figures for part in self.theirs), *(claim.figures for claim in self.claims))
        whole = sum(others, start=self.ours)
        return attrs.evolve(whole, service_fee=0)


@attrs.frozen(kw_only=True)
class FundedLoan:
    """A loan that is not ours alone: how it is shared since a day. A loan without one is ours alone.

    `covered` are the funders' parts that we took over since.
    """

    loan_id: LoanId
    scheme: str
    sharing: Sharing
    since: date
    covered: tuple[Covered, ...] = ()
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
        parts = tuple(
            _part(share, figures, account, rows)
            for share, figures, rows in zip(self.sharing.shares, theirs, paid, strict=True)
        )
        return self._taken_over(Parts(ours, parts), suspended=account.figures.suspended)

    def covers_due(self, account: Account) -> tuple[str, ...]:
        """The funders whose part we owe them, as the loan stands."""
        return tuple(share.funder for share in self._awaited if not _not_due(share, account))

    @property
    def awaits_cover(self) -> bool:
        """Whether a funder's part may have to be taken over yet."""
        return bool(self._awaited)

    def cover(
        self, funder: str, account: Account
    ) -> Outcome["FundedLoan", CoverNotAgreed | AlreadyCovered | CoverNotDue]:
        """Take over a funder's part on the day of `account` (代偿, 回购)."""
        share = next((share for share in self.sharing.shares if share.funder == funder), None)
        if share is None or share.cover is None:
            return Failure(CoverNotAgreed(self.loan_id, funder))
        if before := self.taken_over(funder):
            return Failure(AlreadyCovered(self.loan_id, funder, before.on))
        if refused := _not_due(share, account):
            return Failure(refused)
        (part,) = (part for part in self.parts(account).theirs if part.funder == funder)
        taken = Covered(funder=funder, kind=share.cover.kind, on=account.as_of, part=part.figures.accruing())
        event = FunderCovered(
            loan_id=self.loan_id,
            funder=funder,
            cover=share.cover.kind.value,
            on=account.as_of,
            amount=Money(owed_to(taken.part), account.terms.currency),
            days_past_due=account.days_past_due,
        )
        return Success(attrs.evolve(self, covered=(*self.covered, taken), events=(*self.events, event)))

    def before_cover(self, funder: str) -> "FundedLoan":
        """The funding as it was until that funder's part was taken over."""
        return attrs.evolve(self, covered=tuple(held for held in self.covered if held.funder != funder))

    @property
    def _awaited(self) -> list[FunderShare]:
        return [share for share in self.sharing.shares if share.cover is not None and not self.taken_over(share.funder)]

    def taken_over(self, funder: str) -> Covered | None:
        """What we took over of a funder's part, if we have."""
        return next((held for held in self.covered if held.funder == funder), None)

    def _taken_over(self, parts: Parts, *, suspended: bool) -> Parts:
        """The parts where of those covered only what was the funder's stays with it: the rest is ours, or our claim."""
        ours, theirs, claims = parts.ours, [], []
        for part in parts.theirs:
            covered = self.taken_over(part.funder)
            if covered is None:
                theirs.append(part)
                continue
            share, left = attrs.evolve(part.figures, service_fee=0), covered.left
            claim = covered.claim(share, suspended=suspended)
            ours += share - attrs.evolve(left, service_fee=0) - claim
            theirs.append(attrs.evolve(part, figures=left))
            if claim:
                claims.append(FunderClaim(part.funder, claim))
        return Parts(ours, tuple(theirs), tuple(claims)) if self.covered else parts

    def _steps(self, totals: Sequence[int]) -> Sequence[tuple[tuple[int, ...], tuple[int, ...]]]:
        """Each funder's part of a running total after each row and before it."""
        return [(after, before) for before, after in pairwise(self.sharing.parts(total) for total in totals)]


def _not_due(share: FunderShare, account: Account) -> CoverNotDue | None:
    assert share.cover is not None, "asked of what is covered"
    agreed = share.cover.days_past_due
    return CoverNotDue(account.days_past_due, agreed) if account.days_past_due < agreed else None


def _part(share: FunderShare, figures: Figures, account: Account, paid: Sequence[int]) -> FunderPart:
    """A funder's part, with what of its interest goes to us: never more than it received."""
    fee = sum(paid) - kept_of(share.income, account.terms, account.instalments, paid)
    interest = figures.interest_paid_due + figures.interest_paid_accrued
    charged = attrs.evolve(figures, service_fee=max(0, min(fee, interest)))
    return FunderPart(funder=share.funder, prefunded=share.prefunded, figures=charged)
