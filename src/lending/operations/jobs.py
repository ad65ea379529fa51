"""Job runs: which part of which batch has been done."""

from datetime import date

import attrs

__all__ = ["JobRun"]


@attrs.frozen
class JobRun:
    """One shard of one end-of-day node for one accounting day, done: how many rows it touched."""

    day: date
    node: str
    shard: int
    rows: int

    @property
    def id(self) -> str:
        """`2024-01-05/accrual/3`."""
        return f"{self.day.isoformat()}/{self.node}/{self.shard}"
