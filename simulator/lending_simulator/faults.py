"""Faults: what goes wrong, how often, and how often it did."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import attrs

from lending_adapters.vendors.behaviour import Behaviour
from lending_simulator.chance import Chance

__all__ = ["LEVELS", "PLANS", "FaultPlan", "Faults", "ProcessDied"]


class ProcessDied(Exception):
    """The process that ran this died; whoever asked it gets no answer."""


@attrs.frozen(kw_only=True)
class FaultPlan:
    """The chance of each fault at each opportunity for it."""

    channel: Behaviour
    crash_before_commit: float = 0.0
    crash_after_commit: float = 0.0
    """The reply is lost; the caller asks again under the same request id."""
    crash_after_claim: float = 0.0
    crash_before_finish: float = 0.0
    commit_conflict: float = 0.0
    """The database gives way to another transaction without need."""
    request_repeated: float = 0.0
    """The network delivers a request twice, at the same time."""
    end_of_day_twice: float = 0.0
    vendor_outage: float = 0.0
    """Drawn once an hour; nothing reaches the channels for `outage_lasts`."""
    payout_sent_back: float = 0.0
    """Drawn once a day for each payout of the last days: the payee's bank sends it back (退票)."""
    outage_lasts: tuple[timedelta, timedelta] = (timedelta(minutes=5), timedelta(hours=2))


PLANS: dict[str, FaultPlan] = {
    "none": FaultPlan(channel=Behaviour(accepted=0.3, rejected=0.01)),
    "standard": FaultPlan(
        channel=Behaviour(
            unavailable=0.01,
            lost=0.02,
            unheard=0.04,
            accepted=0.3,
            rejected=0.02,
            query_unheard=0.05,
            callback_lost=0.1,
            callback_repeated=0.1,
            callback_late=0.05,
        ),
        crash_before_commit=0.002,
        crash_after_commit=0.002,
        crash_after_claim=0.003,
        crash_before_finish=0.003,
        commit_conflict=0.004,
        request_repeated=0.02,
        end_of_day_twice=0.1,
        vendor_outage=0.004,
        payout_sent_back=0.01,
    ),
    "harsh": FaultPlan(
        channel=Behaviour(
            unavailable=0.05,
            lost=0.08,
            unheard=0.15,
            accepted=0.4,
            rejected=0.06,
            query_unheard=0.2,
            callback_lost=0.3,
            callback_repeated=0.4,
            callback_late=0.3,
        ),
        crash_before_commit=0.01,
        crash_after_commit=0.01,
        crash_after_claim=0.02,
        crash_before_finish=0.02,
        commit_conflict=0.02,
        request_repeated=0.1,
        end_of_day_twice=0.5,
        vendor_outage=0.02,
        payout_sent_back=0.05,
    ),
}
LEVELS = tuple(PLANS)

ORDINARY = frozenset({"accepted_only", "rejected", "funder_pending", "funder_refused"})
"""What a sound channel does too."""


class Faults:
    """Draws faults by the plan, each kind from its own stream, and counts those that struck, and whom.

    `during` names the command that is under way.
    """

    def __init__(self, plan: FaultPlan, chance: Chance, during: Callable[[], str]) -> None:
        self.plan = plan
        self.struck: Counter[tuple[str, str]] = Counter()
        """By kind and command."""
        self._during = during
        self._streams = {kind: chance.stream("fault", kind) for kind in _KINDS}
        self._over = False

    def strikes(self, kind: str, command: str | None = None) -> bool:
        """Whether this fault strikes here; `command` names what it strikes where that is not under way yet."""
        likelihood: float = getattr(self.plan, kind)
        if self._over or not likelihood or self._streams[kind].random() >= likelihood:
            return False
        self.struck[kind, command or self._during()] += 1
        return True

    def noticed(self, kind: str, command: str) -> None:
        """A channel misbehaved over an order whose answer this command records."""
        if kind not in ORDINARY:
            self.struck[kind, command] += 1

    @property
    def injected(self) -> Counter[str]:
        """How often each kind struck."""
        totals: Counter[str] = Counter()
        for (kind, _command), count in self.struck.items():
            totals[kind] += count
        return totals

    def cease(self) -> None:
        """From now on nothing goes wrong."""
        self._over = True


_KINDS = tuple(field.name for field in attrs.fields(FaultPlan) if field.type is float)
