"""What the soak proves, in steps that can be taken one by one."""

from collections.abc import Callable, Sequence

import attrs

__all__ = ["Proof"]


@attrs.frozen(kw_only=True)
class Proof:
    """A proof of `of` independent steps: seeds, kills, cases."""

    name: str
    of: int
    step: Callable[[int], Sequence[str]]
    """Takes step 0, 1, …; answers the violations found, each said so that it can be reproduced.

    A step takes a minute at most, so that stopping loses little.
    """
