"""Defects of joint loans, planted to see that the invariants of funders find them."""

from collections.abc import Callable

import attrs

from lending.funding.ports import FUNDER_SETTLEMENTS
from lending.funding.settlement import FunderSettlement, SettlementState
from lending_simulator.invariants import Evidence

__all__ = ["FUNDER_DEFECTS"]


def one_sided_in_a_funders_book(evidence: Evidence) -> None:
    evidence.mirror.of_books["FND:BANK_A", "1303.01", "", "CNY"] += 1


def owed_to_another_funder(evidence: Evidence) -> None:
    for funder, by in (("BANK_A", 1), ("BANK_B", -1)):
        evidence.mirror.of_books["OWN", "2314.02", funder, "CNY"] += by


def managed_and_in_no_funders_book(evidence: Evidence) -> None:
    for account, by in (("7201.01", 1), ("7999", -1)):
        evidence.mirror.of_books["OWN", account, "BANK_A", "CNY"] += by


def prefunding_that_the_funder_never_placed(evidence: Evidence) -> None:
    evidence.mirror.of_books["OWN", "2314.01", "BANK_A", "CNY"] -= 1


def _put(evidence: Evidence, settlement: FunderSettlement) -> None:
    evidence.mirror._rows[FUNDER_SETTLEMENTS.name][settlement.id] = settlement


def transferred_and_never_settled(evidence: Evidence) -> None:
    evidence.transferred["BANK_A/2023-12-31/CNY"] = 5


def settled_and_left_on_its_way(evidence: Evidence) -> None:
    (first, *_others) = evidence.mirror.all(FUNDER_SETTLEMENTS)
    _put(evidence, attrs.evolve(first, state=SettlementState.SENT))


def paid_other_than_settled(evidence: Evidence) -> None:
    (first, *_others) = evidence.mirror.all(FUNDER_SETTLEMENTS)
    totals = attrs.evolve(first.totals, principal=first.totals.principal + 7)
    _put(evidence, attrs.evolve(first, totals=totals))


FUNDER_DEFECTS: dict[str, tuple[Callable[[Evidence], None], ...]] = {
    "funders_books_balance": (one_sided_in_a_funders_book,),
    "funders_parts_stand_in_both_books": (
        owed_to_another_funder,
        managed_and_in_no_funders_book,
        prefunding_that_the_funder_never_placed,
    ),
    "funders_are_paid_once_and_in_full": (
        transferred_and_never_settled,
        settled_and_left_on_its_way,
        paid_other_than_settled,
    ),
}
"""By the invariant that must see them."""
