"""Seals (封账): a hash chain over the journal, one seal for each accounting day that has closed.

A closed day takes no more vouchers, so what stands in it can be sealed at leisure. A seal holds a link for every few
hundred vouchers, in the order of their ids, and the hash of the seal before it: a voucher changed, removed or added
afterwards breaks its link, and a seal changed afterwards breaks the chain.
"""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

import attrs

from lending.accounting.journal import Voucher
from lending.kernel.canonical import canonical, fingerprint

__all__ = ["LINK_LENGTH", "Break", "Link", "Seal", "broken_links", "link_of"]

LINK_LENGTH = 200
"""Vouchers a link stands for."""


@attrs.frozen
class Link:
    """Vouchers in a row: the first and last id, how many, and the SHA-256 of their canonical texts, in hex."""

    first: str
    last: str
    count: int
    digest: str


@attrs.frozen(kw_only=True)
class Seal:
    """The seal of a day: its links, and the hash of the day before's seal ("" for the first)."""

    day: date
    previous: str
    links: tuple[Link, ...]

    @property
    def hash(self) -> str:
        """SHA-256 over the day, the previous hash and the links, in hex."""
        return fingerprint(self)

    @property
    def count(self) -> int:
        """How many vouchers it seals."""
        return sum(link.count for link in self.links)


@attrs.frozen
class Break:
    """The first place where the journal is not what was sealed."""

    day: date
    where: str
    reason: str


def link_of(vouchers: Iterable[Voucher]) -> Link:
    """The link of these vouchers, of which there is at least one, in the order of their ids."""
    texts, ids = hashlib.sha256(), []
    for voucher in vouchers:
        texts.update(canonical(voucher).encode())
        texts.update(b"\n")
        ids.append(voucher.id.value)
    return Link(ids[0], ids[-1], len(ids), texts.hexdigest())


def broken_links(seal: Seal, before: Seal | None, found: Iterable[Link]) -> Iterator[Break]:
    """Where `seal`, and the links `found` in the journal now, do not fit the chain."""
    expected = before.hash if before is not None else ""
    if seal.previous != expected or (before is not None and seal.day != before.day + timedelta(days=1)):
        yield Break(seal.day, "seal", "it does not follow the seal of the day before")
    standing = list(found)
    for sealed, now in zip(seal.links, standing, strict=False):
        if sealed != now:
            yield Break(seal.day, f"{sealed.first} to {sealed.last}", _reason(sealed, now))
            return
    if len(seal.links) != len(standing):
        more = (seal.links if len(seal.links) > len(standing) else standing)[min(len(seal.links), len(standing))]
        yield Break(seal.day, f"{more.first} to {more.last}", _reason_of_number(len(seal.links), len(standing)))


def _reason(sealed: Link, now: Link) -> str:
    if (sealed.first, sealed.last, sealed.count) == (now.first, now.last, now.count):
        return "a voucher among these was changed"
    return "vouchers among these were added or removed"


def _reason_of_number(sealed: int, now: int) -> str:
    return "these vouchers were removed" if sealed > now else "these vouchers were added"
