"""Invariants of joint loans: our book and each funder's say the same of its money (§4, daily proofs 4 to 6)."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from lending.accounting.journal import OWN
from lending.accounting.parties import funder_book
from lending.accounting.ports import POSITIONS
from lending.funding.covered import owed_to
from lending.funding.ports import FUNDER_SETTLEMENTS
from lending_simulator.invariants.evidence import Evidence

__all__ = ["funders_books_balance", "funders_parts_stand_in_both_books"]

Place = tuple[str, str]
"""A funder and a currency."""

PAYABLE, MEMO, PLACED, CLAIM = "2314.02", "7201.01", "1011.01", "1221.02"
HELD = ("2314.01", "2314.02", "1221.01")
PRINCIPAL = ("1303.01", "1303.02", "1303.03")


def funders_books_balance(evidence: Evidence) -> Iterator[str]:
    """In each funder's book debits are credits, and the store's totals are those of the vouchers committed."""
    today = evidence.mirror.today or date.max
    committed: dict[str, Counter[Place]] = {}
    for (book, account, _party, currency), amount in evidence.mirror.of_books.items():
        committed.setdefault(book, Counter())[account, currency] += amount
    for book in sorted(committed.keys() - {OWN}):
        for currency in sorted({held for _, held in committed[book]}):
            difference = sum(amount for (_, held), amount in committed[book].items() if held == currency)
            if difference:
                yield f"the book {book} is out by {difference} {currency}"
        rows = evidence.store.account_balances(book, today)
        signed = {(row.account, row.currency): row.debit - row.credit for row in rows}
        for place in sorted({*signed, *committed[book]}):
            if signed.get(place, 0) != committed[book][place]:
                yield f"{book} {place[0]} stands at {signed.get(place, 0)}, vouchers say {committed[book][place]}"


def funders_parts_stand_in_both_books(evidence: Evidence) -> Iterator[str]:
    """What we owe a funder, manage for it and claim in its stead, and its money with us, are what its parts say."""
    payable: Counter[Place] = Counter()
    principal: Counter[Place] = Counter()
    claimed: Counter[Place] = Counter()
    for position in evidence.mirror.each(POSITIONS):
        for part in position.booked.theirs:
            place = part.funder, position.currency.code
            payable[place] += part.payable
            principal[place] += part.figures.principal_outstanding
        for claim in position.booked.claims:
            claimed[claim.funder, position.currency.code] += owed_to(claim.figures)
    for settlement in evidence.mirror.each(FUNDER_SETTLEMENTS):
        payable[settlement.funder, settlement.currency.code] -= settlement.paid.minor
    for funder, currency in sorted(_known(evidence) | payable.keys()):
        place = funder, currency
        theirs = {account: _book(evidence, place, account) for account in (*PRINCIPAL, PLACED)}
        in_their_book = sum(theirs[account] for account in PRINCIPAL)
        if -_ours(evidence, place, PAYABLE) != payable[place]:
            yield f"{PAYABLE} owes {funder} {-_ours(evidence, place, PAYABLE)}, unsettled are {payable[place]}"
        if not _ours(evidence, place, MEMO) == in_their_book == principal[place]:
            yield (
                f"{MEMO} manages {_ours(evidence, place, MEMO)} for {funder}, its book holds {in_their_book},"
                f" its parts say {principal[place]}"
            )
        if _ours(evidence, place, CLAIM) != claimed[place]:
            yield f"{CLAIM} claims {_ours(evidence, place, CLAIM)} in the stead of {funder}, left is {claimed[place]}"
        held = -sum(_ours(evidence, place, account) for account in HELD)
        if theirs[PLACED] != held:
            yield f"{funder} has {theirs[PLACED]} with us by its book, {held} by ours"


def _known(evidence: Evidence) -> set[Place]:
    kept = (PAYABLE, MEMO, *HELD)
    places = evidence.mirror.of_books
    return {(party, currency) for book, account, party, currency in places if book == OWN and account in kept}


def _ours(evidence: Evidence, place: Place, account: str) -> int:
    funder, currency = place
    return evidence.mirror.of_books[OWN, account, funder, currency]


def _book(evidence: Evidence, place: Place, account: str) -> int:
    funder, currency = place
    return evidence.mirror.of_books[funder_book(funder), account, "", currency]
