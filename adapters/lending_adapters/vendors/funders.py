"""Fake funders: in this process, seeded, each with decisions of its own behind whatever its gateway answers."""

import random
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import attrs

from lending.application.ports import VendorUnavailable
from lending.funding.gateway import FunderAnswer, FunderWord, FundingRequest
from lending_adapters.vendors.behaviour import RELIABLE, Behaviour

__all__ = ["FakeFunders"]

UNKNOWN, PENDING, NOT_FOUND = (
    FunderAnswer(word) for word in (FunderWord.UNKNOWN, FunderWord.PENDING, FunderWord.NOT_FOUND)
)


@attrs.frozen
class Taken:
    """An application that arrived: what its funder decides, and from when on it says so."""

    request: FundingRequest
    answer: FunderAnswer
    known_at: datetime


def _unnoticed(_kind: str) -> None:
    """Nobody counts what goes wrong."""


class FakeFunders:
    """The gateway to every funder. An application is decided once, however often its number is sent.

    `behaviours` are by funder's code, `behaviour` is all others'. In a behaviour, `accepted` is PENDING.
    """

    def __init__(
        self,
        now: Callable[[], datetime],
        chance: random.Random,
        behaviour: Behaviour = RELIABLE,
        behaviours: Mapping[str, Behaviour] | None = None,
        noticed: Callable[[str], None] = _unnoticed,
    ) -> None:
        self.behaviour = behaviour
        self._behaviours = dict(behaviours or {})
        self._now = now
        self._chance = chance
        self._noticed = noticed
        self._taken: dict[str, Taken] = {}

    @property
    def taken(self) -> Mapping[str, Taken]:
        """Every application that arrived, by its number."""
        return self._taken

    def apply(self, request: FundingRequest) -> FunderAnswer:
        """Decide the application, and say so, or not."""
        behaves = self._of(request.funder)
        self._reach(behaves)
        taken = self._taken.get(request.request_no)
        if taken is not None:
            return self._word_on(taken)
        if self._draws(behaves.lost, "funder_request_lost"):
            return UNKNOWN
        refused = self._draws(behaves.rejected, "funder_refused")
        decided = self._refusal(behaves) if refused else FunderAnswer(FunderWord.APPROVED)
        unheard = self._draws(behaves.unheard, "funder_answer_lost")
        later = unheard or self._draws(behaves.accepted, "funder_pending")
        taken = Taken(request, decided, self._now() + (self._between(behaves.result_after) if later else timedelta()))
        self._taken[request.request_no] = taken
        return UNKNOWN if unheard else self._word_on(taken)

    def query(self, funder: str, request_no: str) -> FunderAnswer:
        """The funder's word on an application."""
        behaves = self._of(funder)
        self._reach(behaves)
        if self._draws(behaves.query_unheard, "funder_query_unanswered"):
            return UNKNOWN
        taken = self._taken.get(request_no)
        return self._word_on(taken) if taken else NOT_FOUND

    def _of(self, funder: str) -> Behaviour:
        return self._behaviours.get(funder, self.behaviour)

    def _reach(self, behaves: Behaviour) -> None:
        if self._draws(behaves.unavailable, "funder_unavailable"):
            raise VendorUnavailable("the funder cannot be reached")

    def _word_on(self, taken: Taken) -> FunderAnswer:
        return taken.answer if self._now() >= taken.known_at else PENDING

    def _refusal(self, behaves: Behaviour) -> FunderAnswer:
        return FunderAnswer(FunderWord.REFUSED, self._chance.choice(behaves.reasons))

    def _draws(self, chance: float, kind: str) -> bool:
        drawn = chance > 0 and self._chance.random() < chance
        if drawn:
            self._noticed(kind)
        return drawn

    def _between(self, bounds: tuple[timedelta, timedelta]) -> timedelta:
        least, most = bounds
        return least + timedelta(milliseconds=self._chance.randrange(1 + (most - least) // timedelta(milliseconds=1)))
