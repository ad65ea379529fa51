"""`FundingScheme`: one version of how loans may be funded with others, published as configuration (资金方案)."""

from typing import Self

import attrs

from lending.funding.events import FundingSchemePublished
from lending.funding.sharing import Sharing
from lending.kernel.checks import matching, positive, text_of
from lending.kernel.events import Event

__all__ = ["FundingScheme"]


@attrs.frozen(kw_only=True)
class FundingScheme:
    """One published version: whose money a loan under it is. Without shares it is our own money alone."""

    code: str = attrs.field(validator=matching(r"[a-z][a-z0-9-]{1,31}", "a lower-case code such as bank-a-70"))
    name: str = attrs.field(validator=text_of(60))
    version: int = attrs.field(validator=positive(10_000))
    sharing: Sharing
    events: tuple[Event, ...] = ()

    def published(self) -> Self:
        """This version, with the event that says so."""
        return attrs.evolve(self, events=(FundingSchemePublished(self.code, self.version, self.name),))
