"""`FundingDecision` (资金决策): whose money an approved application is lent from, with every try on the way."""

import enum
from datetime import datetime
from typing import Self

import attrs

from lending.funding.events import (
    FunderContradicted,
    FunderInDoubt,
    FundingDecided,
    FundingFailed,
)
from lending.funding.funder import OWN
from lending.funding.gateway import FunderAnswer, FunderWord
from lending.funding.routing import FundingFacts
from lending.funding.schemes import FundingScheme
from lending.kernel.events import Event
from lending.kernel.money import Money
from lending.risk.admission import Reason

__all__ = ["FundingDecision", "FundingState", "Hold", "Try", "TryOutcome"]


class FundingState(enum.Enum):
    """Where a funding decision stands."""

    SEEKING = "SEEKING"
    ASKING = "ASKING"
    """One funder has the application, and only that one."""
    FUNDED = "FUNDED"
    NO_FUND = "NO_FUND"
    WITHDRAWN = "WITHDRAWN"


class TryOutcome(enum.Enum):
    """What came of a try."""

    PASSED_OVER = "PASSED_OVER"
    """Not asked: for the reasons told."""
    ASKED = "ASKED"
    IN_DOUBT = "IN_DOUBT"
    APPROVED = "APPROVED"
    REFUSED = "REFUSED"


OPEN = frozenset({TryOutcome.ASKED, TryOutcome.IN_DOUBT})
FINAL = {FunderWord.APPROVED: TryOutcome.APPROVED, FunderWord.REFUSED: TryOutcome.REFUSED}


@attrs.frozen(kw_only=True)
class Try:
    """One funder tried, or passed over: for how much, when, and what came of it."""

    number: int
    scheme: str
    funder: str
    amount: Money
    at: datetime
    outcome: TryOutcome
    answered_at: datetime | None = None
    reasons: tuple[Reason, ...] = ()
    doubts: int = 0


@attrs.frozen
class Hold:
    """What a funder's quotas are held under: the holder of an occupation."""

    funder: str
    holder: str


@attrs.frozen(kw_only=True)
class FundingDecision:
    """The search for money of one application. `schemes` are those of its product, in its order.

    `scheme` is the one being tried, and at last the one decided on, as it was published then; `holds` are what its
    funders' quotas are held under meanwhile.
    """

    application_id: str
    facts: FundingFacts
    schemes: tuple[str, ...]
    sought_at: datetime
    state: FundingState = FundingState.SEEKING
    scheme: FundingScheme | None = None
    holds: tuple[Hold, ...] = ()
    tries: tuple[Try, ...] = ()
    withdrawn: bool = False
    """The application has ended; the funder that has it is still asked after."""
    events: tuple[Event, ...] = ()

    @property
    def asked(self) -> Try | None:
        """The try that waits for its funder's word."""
        return self.tries[-1] if self.tries and self.tries[-1].outcome in OPEN else None

    @property
    def refused_schemes(self) -> frozenset[str]:
        """Those that a funder refused: its word is final."""
        return frozenset(held.scheme for held in self.tries if held.outcome is TryOutcome.REFUSED)

    @property
    def next_funder(self) -> str | None:
        """The funder of the scheme being tried that has not been asked yet."""
        assert self.scheme is not None, "a scheme is being tried"
        approved = {held.funder for held in self.tries if held.scheme == self.scheme.code and _approved(held)}
        return next((share.funder for share in self.scheme.sharing.shares if share.funder not in approved), None)

    def request_no(self, number: int) -> str:
        """The number under which a funder knows a try."""
        return f"{self.application_id}-{number}"

    def pass_over(self, scheme: str, funder: str, amount: Money, at: datetime, reasons: tuple[Reason, ...]) -> Self:
        """A funder that is not asked, for these reasons."""
        outcome = TryOutcome.PASSED_OVER
        return self._tried(scheme, funder, amount, at, outcome, answered_at=at, reasons=reasons)

    def try_scheme(self, scheme: FundingScheme, holds: tuple[Hold, ...]) -> Self:
        """Go for this scheme; its quotas are held."""
        return attrs.evolve(self, scheme=attrs.evolve(scheme, events=()), holds=holds, state=FundingState.ASKING)

    def ask(self, funder: str, amount: Money, at: datetime) -> Self:
        """Put the application before a funder of the scheme."""
        assert self.scheme is not None, "a scheme is being tried"
        assert self.asked is None, "one funder has an application at a time"
        return self._tried(self.scheme.code, funder, amount, at, TryOutcome.ASKED)

    def own(self, amount: Money, at: datetime) -> Self:
        """Our own money alone: nobody is asked."""
        assert self.scheme is not None, "a scheme is being tried"
        return self._tried(self.scheme.code, OWN, amount, at, TryOutcome.APPROVED, answered_at=at)

    def hear(self, answer: FunderAnswer, at: datetime) -> Self:
        """The word of the funder that was asked."""
        waiting = self.asked
        assert waiting is not None, "a funder has been asked"
        outcome = FINAL.get(answer.word)
        if outcome is None:
            heard = attrs.evolve(waiting, outcome=TryOutcome.IN_DOUBT, doubts=waiting.doubts + 1)
            doubt = FunderInDoubt(self.application_id, heard.number, heard.funder, answer.word.value, heard.doubts)
            return attrs.evolve(self, tries=(*self.tries[:-1], heard), events=(*self.events, doubt))
        refused = outcome is TryOutcome.REFUSED
        reasons = (Reason(answer.code or "REFUSED", "the funder's own decision"),) if refused else ()
        heard = attrs.evolve(waiting, outcome=outcome, answered_at=at, reasons=reasons)
        return attrs.evolve(self, tries=(*self.tries[:-1], heard))

    def contradicted(self, number: int, answer: FunderAnswer) -> Self:
        """A word on a try that has ended otherwise. An alarm."""
        held = self.tries[number]
        told = FunderContradicted(self.application_id, number, held.funder, answer.word.value, held.outcome.value)
        return attrs.evolve(self, events=(*self.events, told))

    def gives_way(self) -> Self:
        """The scheme being tried is given up; what it held is released."""
        return attrs.evolve(self, scheme=None, holds=(), state=FundingState.SEEKING)

    def fund(self) -> Self:
        """All funders of the scheme have approved."""
        assert self.scheme is not None, "a scheme is being tried"
        decided = FundingDecided(self.application_id, self.scheme.code)
        return attrs.evolve(self, state=FundingState.FUNDED, events=(*self.events, decided))

    def fail(self) -> Self:
        """Nobody takes the loan."""
        failed = FundingFailed(self.application_id, len(self.tries))
        return attrs.evolve(self, state=FundingState.NO_FUND, events=(*self.events, failed))

    def withdraw(self) -> Self:
        """The application has ended. What a funder may still decide on stays held until it has."""
        if self.asked is not None:
            return attrs.evolve(self, withdrawn=True)
        return attrs.evolve(self, state=FundingState.WITHDRAWN, withdrawn=True, holds=())

    def _tried(
        self,
        scheme: str,
        funder: str,
        amount: Money,
        at: datetime,
        outcome: TryOutcome,
        *,
        answered_at: datetime | None = None,
        reasons: tuple[Reason, ...] = (),
    ) -> Self:
        tried = Try(
            number=len(self.tries),
            scheme=scheme,
            funder=funder,
            amount=amount,
            at=at,
            outcome=outcome,
            answered_at=answered_at,
            reasons=reasons,
        )
        return attrs.evolve(self, tries=(*self.tries, tried))


def _approved(held: Try) -> bool:
    return held.outcome is TryOutcome.APPROVED
