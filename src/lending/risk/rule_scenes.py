"""`RuleScene`: which version of its rules decides for whom. A scene has one live version at most."""

from hashlib import sha256

import attrs

from lending.risk.rule_sets import SCENE

__all__ = ["Chosen", "RuleScene"]

HUNDREDTHS = 100


@attrs.frozen
class Chosen:
    """The version that decides for a customer, and whether it is the gray one."""

    version: int
    gray: bool = False


@attrs.frozen(kw_only=True)
class RuleScene:
    """A scene of rules, such as cash loans: its `live` version, the one live `before`, and the one in gray release."""

    scene: str = attrs.field(validator=SCENE)
    live: int | None = None
    before: int | None = None
    gray: int | None = None
    percent: int = 0
    """For so many customers in a hundred the gray version decides."""

    def chosen(self, customer_id: str) -> Chosen | None:
        """The version for this customer: the same one each time, while both stand (R45). None: no version is live."""
        if self.live is None:
            return None
        if self.gray is not None and _hundredth(f"{self.scene}/{self.gray}/{customer_id}") < self.percent:
            return Chosen(self.gray, gray=True)
        return Chosen(self.live)

    def released(self, version: int, percent: int) -> "RuleScene":
        """With a gray version beside the live one."""
        return attrs.evolve(self, gray=version, percent=percent)

    def without_gray(self) -> "RuleScene":
        """With the live version alone."""
        return attrs.evolve(self, gray=None, percent=0)

    def promoted(self, version: int) -> "RuleScene":
        """With another live version."""
        gray = None if self.gray == version else self.gray
        return attrs.evolve(self, live=version, before=self.live, gray=gray, percent=self.percent if gray else 0)

    def rolled_back(self) -> "RuleScene":
        """With the version live that was before; what is gray was held against another one, and ends."""
        return attrs.evolve(self.without_gray(), live=self.before, before=None)


def _hundredth(text: str) -> int:
    """A number from 0 to 99 that the text always has."""
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big") % HUNDREDTHS
