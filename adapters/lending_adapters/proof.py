"""What a proof over a live database finds."""

import attrs

__all__ = ["FIRST", "Proof", "proof_of"]

FIRST = 3
"""How many of the broken ones are named."""


@attrs.frozen(kw_only=True)
class Proof:
    """One proof: what was looked at, how many broke it, and the first of those.

    `daily` is the number of the daily proof (domain §4) that it is or is a part of, 0 where it is none of them.
    """

    name: str
    checked: int
    violated: int
    first: tuple[str, ...]
    daily: int = 0


def proof_of(name: str, checked: int, broken: list[str], daily: int = 0) -> Proof:
    """The proof in which these were found broken."""
    return Proof(name=name, checked=checked, violated=len(broken), first=tuple(sorted(broken)[:FIRST]), daily=daily)
