"""Circuit breaker (熔断) of a third party, as data, so that every process sees the same.

Some bad answers in a row within a while open it: nothing more is sent. When that has lasted, one order is let
through as a probe; its answer closes the breaker or opens it for longer.
"""

import enum
from datetime import datetime, timedelta
from typing import Self

import attrs

__all__ = ["BAD_MAX", "COOL_MAX", "COOL_MIN", "PROBE_MAX", "WINDOW", "Breaker", "VendorHealth"]

WINDOW = timedelta(minutes=5)
BAD_MAX = 5
"""So many bad answers within the window, none good among them, open the breaker."""
COOL_MIN = timedelta(minutes=1)
COOL_MAX = timedelta(minutes=30)
"""It stays open for the least, twice as long each further time, at most for the most."""
PROBE_MAX = timedelta(minutes=10)
"""A probe without any answer by then gives way to another."""


class Breaker(enum.Enum):
    """Whether orders are sent."""

    CLOSED = "CLOSED"
    """They are."""
    OPEN = "OPEN"
    """None is."""
    HALF_OPEN = "HALF_OPEN"
    """One may be, to see how it goes."""


@attrs.frozen(kw_only=True)
class VendorHealth:
    """What is known of a third party's health. In good times nothing is, and nothing is written."""

    vendor: str
    """The code of a payment channel, or of who is asked."""
    bad_at: tuple[datetime, ...] = ()
    open_until: datetime | None = None
    openings: int = 0
    probe: str = ""
    """The number of the order that was let through."""
    probed_at: datetime | None = None

    def state(self, at: datetime) -> Breaker:
        """Where the breaker stands."""
        if self.open_until is None:
            return Breaker.CLOSED
        if at < self.open_until or (self.probed_at is not None and at < self.probed_at + PROBE_MAX):
            return Breaker.OPEN
        return Breaker.HALF_OPEN

    def probing(self, order_no: str, at: datetime) -> Self:
        """This order is let through a half-open breaker."""
        assert self.state(at) is Breaker.HALF_OPEN, f"{self.vendor} is not to be probed at {at}"
        return attrs.evolve(self, probe=order_no, probed_at=at)

    def heard(self, order_no: str, at: datetime, *, good: bool) -> Self:
        """After an answer; while the breaker is open only the probe's counts. The same where nothing changes."""
        if self.open_until is not None:
            if order_no != self.probe:
                return self
            return self._sound() if good else self._opened(at)
        if good:
            return self._sound() if self.bad_at else self
        bad_at = (*(instant for instant in self.bad_at if at - instant < WINDOW), at)
        return self._opened(at) if len(bad_at) >= BAD_MAX else attrs.evolve(self, bad_at=bad_at)

    def _sound(self) -> Self:
        return type(self)(vendor=self.vendor)

    def _opened(self, at: datetime) -> Self:
        cool = min(COOL_MAX, COOL_MIN * 2 ** min(self.openings, 10))
        return type(self)(vendor=self.vendor, open_until=at + cool, openings=self.openings + 1)
