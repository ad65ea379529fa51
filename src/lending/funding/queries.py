"""What can be asked about where loans' money comes from."""

from datetime import date, datetime
from typing import Self

import attrs

from lending.application.commands import Query
from lending.application.limits import Limit
from lending.funding.decision import FundingDecision, Try
from lending.funding.refusals import FunderNotFound, FundingNotSought
from lending.kernel.checks import text_of
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.refusals import LoanNotFound
from lending.risk.admission import Reason

__all__ = [
    "FunderUsage",
    "FundingTry",
    "FundingView",
    "GetFunderUsage",
    "GetFunding",
    "GetLoanFunding",
    "LoanFundingView",
    "LoanParty",
    "QuotaUsage",
]


@attrs.frozen(kw_only=True)
class FundingTry:
    """A funder tried or passed over, with its reasons."""

    number: int
    scheme: str
    funder: str
    amount: Money
    at: datetime
    answered_at: datetime | None
    outcome: str
    reasons: tuple[Reason, ...]

    @classmethod
    def of(cls, held: Try) -> Self:
        """The try as it is shown."""
        return cls(
            number=held.number,
            scheme=held.scheme,
            funder=held.funder,
            amount=held.amount,
            at=held.at,
            answered_at=held.answered_at,
            outcome=held.outcome.value,
            reasons=held.reasons,
        )


@attrs.frozen(kw_only=True)
class FundingView:
    """The search for an application's money: where it stands, the scheme tried or decided on, every try."""

    application_id: str
    state: str
    sought_at: datetime
    scheme: str | None
    tries: tuple[FundingTry, ...]

    @classmethod
    def of(cls, decision: FundingDecision) -> Self:
        """The decision as it is shown."""
        return cls(
            application_id=decision.application_id,
            state=decision.state.value,
            sought_at=decision.sought_at,
            scheme=decision.scheme.code if decision.scheme else None,
            tries=tuple(map(FundingTry.of, decision.tries)),
        )


@attrs.frozen
class GetFunding(Query[FundingView, FundingNotSought]):
    """Where an application's money comes from, and who was asked for it."""

    application_id: str = attrs.field(validator=text_of(64))


@attrs.frozen(kw_only=True)
class QuotaUsage:
    """What is drawn on a quota: minor units, or loans where it counts them; `of` is as the quota says or the day."""

    kind: str
    of: str
    total: int
    occupied: int
    used: int
    free: int

    @classmethod
    def of_limit(cls, kind: str, of: str, total: int, limit: Limit | None) -> Self:
        """The quota as it is published, with what its limit says of it."""
        occupied, used = (limit.occupied, limit.used) if limit else (0, 0)
        free = max(0, total - occupied - used)
        return cls(kind=kind, of=of, total=total, occupied=occupied, used=used, free=free)


@attrs.frozen(kw_only=True)
class FunderUsage:
    """A funder's quotas on the open accounting day; that of each customer is not listed."""

    funder: str
    name: str
    version: int
    grade: str
    is_on: bool
    quotas: tuple[QuotaUsage, ...]


@attrs.frozen
class GetFunderUsage(Query[FunderUsage, FunderNotFound]):
    """How much of a funder's quotas is occupied and used."""

    funder: str = attrs.field(validator=text_of(16))


@attrs.frozen(kw_only=True)
class LoanParty:
    """One party to a loan on the open accounting day: OWN, or a funder.

    `principal` is outstanding of its part. `cover` is how we promised to make the funder whole, from so many days past
    due on; where that has come, `covered_on` is the day, `paid` what it was paid, and `claimed` what we still claim in
    its stead.
    """

    party: str
    weight: int
    principal: Money
    cover: str | None = None
    cover_from: int | None = None
    covered_on: date | None = None
    paid: Money | None = None
    claimed: Money | None = None


@attrs.frozen(kw_only=True)
class LoanFundingView:
    """Whose money a loan is, since when, and by which scheme; None where it is ours alone."""

    loan_id: LoanId
    scheme: str | None
    since: date
    parties: tuple[LoanParty, ...]


@attrs.frozen
class GetLoanFunding(Query[LoanFundingView, LoanNotFound]):
    """Whose money a loan is, and what we took over of it (代偿, 回购)."""

    loan_id: LoanId
