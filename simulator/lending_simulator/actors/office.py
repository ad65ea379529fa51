"""The office: two reviewers decide what is left to a person, another releases payouts (放款审核, R102)."""

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from lending.application.call import Actor, Role
from lending.kernel.events import EventRecord
from lending.kernel.outcome import Success
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.commands import ReviewApplication, ReviewPayout, Verdict
from lending.origination.events import ApplicationReferred, PayoutReviewWanted
from lending.origination.ids import ApplicationId
from lending_simulator.actors.scene import Stage

__all__ = ["Office"]

MAKER, CHECKER, RELEASER = (Actor(f"reviewer-{number}", Role.REVIEWER) for number in (1, 2, 3))
LOOKED_AT_AFTER = (1, 6)
"""Minutes until somebody takes a case up."""
APPROVED_SHARE = 0.8
RELEASED_SHARE = 0.98


class Office:
    """Takes up each case when it is told of it, at any hour."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._chance = stage.chance.stream("office")

    def take(self, records: Iterable[EventRecord]) -> None:
        """Somebody looks at what these events leave to the office."""
        for record in records:
            event = record.event
            if isinstance(event, ApplicationReferred):
                self._later("review", partial(self._review, event.application_id))
            if isinstance(event, PayoutReviewWanted):
                self._later("payout review", partial(self._release, event.application_id))

    def _later(self, what: str, act: partial[None]) -> None:
        after = timedelta(minutes=self._chance.uniform(*LOOKED_AT_AFTER))
        self._stage.loom.spawn(what, act, self._stage.now + after)

    def _review(self, application_id: ApplicationId) -> None:
        word = ReviewApplication(application_id, self._verdict(APPROVED_SHARE), "looked into")
        proposed = self._stage.desk.execute(Propose(word, "looked into"), MAKER)
        if isinstance(proposed, Success):
            self._stage.loom.sleep(timedelta(minutes=1))
            self._stage.desk.execute(ApproveProposal(proposed.unwrap().proposal_id), CHECKER)

    def _release(self, application_id: ApplicationId) -> None:
        """A refusal says that somebody was faster: the customer has withdrawn."""
        word = ReviewPayout(application_id, self._verdict(RELEASED_SHARE), "looked into")
        self._stage.desk.execute(word, RELEASER)

    def _verdict(self, share: float) -> Verdict:
        return Verdict.APPROVE if self._chance.random() < share else Verdict.REJECT
