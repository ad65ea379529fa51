"""`Covered`: a funder's part of a loan that we took over, what stays the funder's, and what is ours in its stead.

What the funder had received until then stays its own, whatever happens to the loan later (history stays): where a
payment of before is taken back, it is our claim that grows.
"""

from collections.abc import Sequence
from datetime import date

import attrs

from lending.funding.cover import CoverKind
from lending.loans.figures import NAMES, Figures

__all__ = ["CASH_PARTS", "Covered", "owed_to"]

CASH_PARTS = (
    "principal_repaid",
    "interest_paid_due",
    "interest_paid_accrued",
    "fees_paid",
    "penalty_paid",
    "compound_paid",
    "recovered",
)
"""What a party's cash received is made of."""

PRINCIPAL = ("principal_repaid", "principal_waived", "principal_written_off")
ACCRUED = ("interest_fallen_due", "interest_paid_accrued", "interest_waived_accrued", "interest_written_off_accrued")
DUE = ("interest_paid_due", "interest_waived_due", "interest_written_off_due")
FEES = ("fees_paid", "fees_waived", "fees_written_off")
PENALTY = ("penalty_paid", "penalty_waived", "penalty_written_off")
COMPOUND = ("compound_paid", "compound_waived", "compound_written_off")
WRITTEN_OFF = tuple(name for name in NAMES if "_written_off" in name)


@attrs.frozen(kw_only=True)
class Covered:
    """A funder's `part` as it stood, on book, on the day on which we paid all that was owed of it."""

    funder: str
    kind: CoverKind
    on: date
    part: Figures

    @property
    def left(self) -> Figures:
        """What stays the funder's for good: what it lent and was repaid, what it earned and was paid."""
        part = self.part
        due, accrued = part.interest_due_outstanding, max(0, part.interest_accrued_outstanding)
        left = attrs.evolve(
            part,
            disbursed=part.disbursed - part.principal_outstanding,
            principal_overdue=0,
            interest_earned=part.interest_earned - due - accrued,
            interest_fallen_due=part.interest_fallen_due - due,
            fees_charged=part.fees_charged - part.fees_outstanding,
            penalty_earned=part.penalty_earned - part.penalty_outstanding,
            compound_earned=part.compound_earned - part.compound_outstanding,
        )
        return left.accruing()

    def claim(self, share: Figures, *, suspended: bool) -> Figures:
        """What is claimed in the funder's stead, where its `share` of the loan's figures is now what it is.

        The claim is what we paid, less what of the funder's share was paid, waived or written off since; what the
        share earned since is not in it but ours, and what it turned out not to have earned is our loss. Nothing where
        the part was bought: then all of it is ours.
        """
        if self.kind is CoverKind.BUY_BACK:
            return Figures()
        taken, rest = self.part - self.left, share - self.left
        taken_back = min(0, rest.interest_adjusted)
        claim = dict.fromkeys(NAMES, 0)
        claim["disbursed"] = min(taken.disbursed, rest.disbursed)
        claim["interest_earned"] = min(taken.interest_earned, rest.interest_earned + taken_back)
        claim["fees_charged"] = min(taken.fees_charged, rest.fees_charged + rest.fees_adjusted)
        claim["penalty_earned"] = min(taken.penalty_earned, rest.penalty_earned + rest.penalty_adjusted)
        claim["compound_earned"] = min(taken.compound_earned, rest.compound_earned + rest.compound_adjusted)
        _meet(claim, PRINCIPAL, claim["disbursed"], rest)
        _meet(claim, ACCRUED, claim["interest_earned"], rest)
        claim["interest_fallen_due"] = min(claim["interest_fallen_due"], rest.interest_fallen_due + taken_back)
        _meet(claim, DUE, claim["interest_fallen_due"], rest)
        _meet(claim, FEES, claim["fees_charged"], rest)
        _meet(claim, PENALTY, claim["penalty_earned"], rest)
        _meet(claim, COMPOUND, claim["compound_earned"], rest)
        claim["recovered"] = min(rest.recovered, sum(claim[name] for name in WRITTEN_OFF))
        claim["received"] = sum(claim[name] for name in CASH_PARTS)
        return _standing(Figures(**claim), share, suspended=suspended)


def owed_to(part: Figures) -> int:
    """All that is owed of a part: principal, interest to the day, and what else is its own."""
    interest = part.interest_due_outstanding + max(0, part.interest_accrued_outstanding)
    charges = part.fees_outstanding + part.penalty_outstanding + part.compound_outstanding
    return part.principal_outstanding + interest + charges


def _meet(claim: dict[str, int], chain: Sequence[str], taken: int, rest: Figures) -> None:
    """Of what happened since in each figure of the chain, what falls on the `taken` amount: the first of it."""
    running = before = 0
    for name in chain:
        running += getattr(rest, name)
        now = min(running, taken)
        claim[name], before = now - before, now


def _standing(claim: Figures, share: Figures, *, suspended: bool) -> Figures:
    """A claim in the class in which the loan is, so that the rest of the loan is as well."""
    overdue = min(share.principal_overdue, claim.principal_outstanding)
    claim = attrs.evolve(claim, principal_overdue=overdue)
    return claim.suspending() if suspended else claim.accruing()
