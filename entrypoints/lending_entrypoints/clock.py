"""The system's clock: the only place where this platform learns what time it is."""

from datetime import UTC, datetime

__all__ = ["SystemClock"]


class SystemClock:
    """The present instant, from the machine."""

    def now(self) -> datetime:
        """The present instant, in UTC."""
        return datetime.now(UTC)
