"""What a benchmark finds."""

import attrs

__all__ = ["Figure"]


@attrs.frozen(kw_only=True)
class Figure:
    """One measured value, beside a peer's from the same machine and run where there is one."""

    name: str
    value: float
    unit: str
    peer: str | None = None
    peer_value: float | None = None
    detail: str = ""
    """What was done, how often, and on what."""

    @property
    def ratio(self) -> float | None:
        """Ours by the peer's."""
        return self.value / self.peer_value if self.peer_value else None

    def as_row(self) -> dict[str, str | float | None]:
        """As it stands in out/bench.json."""
        return {
            "name": self.name,
            "value": self.value,
            "unit": self.unit,
            "peer": self.peer,
            "peer_value": self.peer_value,
            "ratio": self.ratio,
            "detail": self.detail,
        }
