"""Cover (兜底): what we promise a funder when its part of a loan is not paid, as the scheme says it."""

import enum

import attrs

from lending.kernel.checks import positive

__all__ = ["Cover", "CoverKind"]


class CoverKind(enum.Enum):
    """How we make a funder whole."""

    COMPENSATION = "COMPENSATION"
    """代偿: we pay what is owed to it, and have a claim for that against the borrower in its stead."""
    BUY_BACK = "BUY_BACK"
    """回购: we buy its part, which is ours like any other from then on."""


@attrs.frozen
class Cover:
    """From so many days past due on we owe the funder its part: principal and all that is its own besides (§5)."""

    kind: CoverKind
    days_past_due: int = attrs.field(validator=positive(3_650))
