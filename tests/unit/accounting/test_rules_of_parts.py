"""Every posting event of every part of a loan has its rules in the book that ships; a gap fails here."""

import attrs
import pytest

from lending.accounting.funder_money import MONEY_EVENTS, SETTLED
from lending.accounting.parties import unruled_shares
from lending.accounting.posting_rules import AMOUNT, BOOKED, CREDIT_APPLIED, MANAGED, PostingRules, Scheme
from lending.accounting.usecases import POSTING_EVENTS
from lending.funding.funded import FunderPart, Parts
from lending.funding.sharing import CASH_PARTS, OURS
from lending.loans.figures import Figures
from lending_adapters.book import read_book

EVENTS = sorted({CREDIT_APPLIED, *(name for name in POSTING_EVENTS.values() if name)})
OURS_ALONE = OURS - {"received"}
OF_LEASES = {"interest_in_rents", "deposit_received", "deposit_set_off", "deposit_returned"}
"""Direct leases are our own money alone."""


@pytest.fixture(scope="module")
def rules() -> PostingRules:
    held = read_book().posting_rules
    assert held is not None
    return held.under(Scheme.LOAN)


@pytest.mark.parametrize("suspended", [False, True], ids=["accruing", "non-accrual"])
@pytest.mark.parametrize("prefunded", [True, False], ids=["prefunded", "advanced"])
@pytest.mark.parametrize("event", EVENTS)
def test_whatever_moves_of_a_part_has_a_rule(
    rules: PostingRules, event: str, *, prefunded: bool, suspended: bool
) -> None:
    start = Figures(disbursed=1_000)
    begin = start.suspending() if suspended else start
    for name in sorted((BOOKED | MANAGED) - OURS_ALONE - OF_LEASES):
        moved = attrs.evolve(begin, **{name: getattr(begin, name) + 7})
        ours = begin if name == "service_fee" else moved
        before = Parts(begin, (FunderPart(funder="BANK_A", prefunded=prefunded, figures=begin),))
        after = Parts(ours, (FunderPart(funder="BANK_A", prefunded=prefunded, figures=moved),))
        assert not unruled_shares(rules, before, after, event), name


def test_a_figure_without_a_rule_is_found_in_the_part_that_lacks_it(rules: PostingRules) -> None:
    gap = attrs.evolve(rules, rules=tuple(rule for rule in rules.rules if rule.amount != "service_fee"))
    paid = Figures(**dict.fromkeys(CASH_PARTS, 0), service_fee=7)
    after = Parts(Figures(), (FunderPart(funder="BANK_A", figures=paid),))
    assert unruled_shares(gap, Parts(), after, "REPAID") == {"service_fee"}


def test_what_is_ours_alone_never_reaches_a_funder(rules: PostingRules) -> None:
    for name in sorted(OURS_ALONE & BOOKED):
        after = Parts(Figures(**{name: 7}))
        assert not unruled_shares(rules, Parts(), after, "REPAID")


@pytest.mark.parametrize("event", sorted({*MONEY_EVENTS.values(), SETTLED}))
def test_money_of_funders_is_booked_in_both_books(rules: PostingRules, event: str) -> None:
    for part in (rules.prefunded, rules.funder):
        assert [rule.amount for rule in part.of(event)] == [AMOUNT]
