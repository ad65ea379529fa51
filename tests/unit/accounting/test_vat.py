"""A5v and F22: value added tax is split off interest when it falls due or is received, and sums exactly."""

from collections import Counter
from datetime import date

import attrs
import hypothesis.strategies as st
import pytest
from hypothesis import given

from lending.accounting.entries import entries_between
from lending.accounting.posting_rules import PostingRules
from lending.kernel.rates import Rate
from lending.loans.facts import LoanFact
from lending.loans.figures import Figures
from lending.loans.history import history
from lending.loans.terms import LoanTerms
from lending_adapters.book import read_book
from lending_entrypoints.replay.journal import EVENTS
from tests.unit.loans.cases import base_loan, figure, on_time, paid, paid_out

FIRST_DUE, DAY_91 = date(2024, 2, 5), date(2024, 5, 6)
NEVER_PAID = base_loan()


def rules(rate: str) -> PostingRules:
    shipped = read_book().posting_rules
    assert shipped is not None
    return attrs.evolve(shipped, vat_rate=Rate.parse(rate))


def booked(terms: LoanTerms, facts: list[LoanFact], as_of: date, rate: str = "0.06") -> Counter[str]:
    """Each account's credit balance."""
    held: Counter[str] = Counter()
    before = Figures()
    for moment in history(terms, [paid_out(terms), *facts], as_of):
        event = EVENTS.get(type(moment.fact)) if moment.fact is not None else None
        for entry in entries_between(rules(rate), before, moment.figures, "loan", event):
            for line in entry.lines:
                held[line.account] -= line.signed
        before = moment.figures
    return held


def test_no_tax_is_split_off_unless_the_book_says_so() -> None:
    shipped = read_book().posting_rules
    assert shipped is not None
    assert shipped.vat_rate == Rate(0)
    assert booked(base_loan(), on_time(base_loan(), 1), FIRST_DUE, "0")["2221.01"] == 0


def test_a5v_of_180_00_interest_10_19_is_tax() -> None:
    held = booked(base_loan(), on_time(base_loan(), 1), FIRST_DUE)
    assert (figure(held["6011.01"]), figure(held["2221.01"])) == ("169.81", "10.19")


def test_interest_not_yet_due_is_not_taxed() -> None:
    assert booked(base_loan(), [], date(2024, 2, 4))["2221.01"] == 0


def test_the_tax_of_a_whole_loan_is_that_of_its_interest_to_the_cent() -> None:
    """1,201.95 × 6 ÷ 106 = 68.035, posted as twelve differences of the running total."""
    held = booked(base_loan(), on_time(base_loan(), 12), date(2025, 1, 5))
    assert (figure(held["6011.01"] + held["2221.01"]), figure(held["2221.01"])) == ("1201.95", "68.03")


def test_interest_unpaid_for_more_than_90_days_is_taxed_when_it_is_received() -> None:
    """636.36 due was taxed at 36.02; off book it bears none, and 300.00 of it that come bear 16.98."""
    assert figure(booked(NEVER_PAID, [], date(2024, 5, 5))["2221.01"]) == "36.02"
    assert booked(NEVER_PAID, [], DAY_91)["2221.01"] == 0
    held = booked(NEVER_PAID, [paid(DAY_91, "300")], DAY_91)
    received = held["6011.01"] + held["2221.01"]
    # the oldest instalment first: 180.00 interest, then 120.00 of its principal
    assert (figure(received), figure(held["2221.01"])) == ("180.00", "10.19")


RULES = {rate: rules(rate) for rate in ("0.06", "0.03", "0.13")}


@pytest.mark.parametrize("rate", RULES)
@given(amounts=st.lists(st.integers(0, 10**9), max_size=30))
def test_tax_of_parts_is_tax_of_the_sum(rate: str, amounts: list[int]) -> None:
    made, total, taxed = RULES[rate], 0, 0
    for amount in amounts:
        after = total + amount
        (tax,) = [
            line.amount
            for entry in entries_between(made, Figures(interest_taxable=total), Figures(interest_taxable=after), "loan")
            for line in entry.lines
            if line.account == "2221.01"
        ] or [0]
        taxed, total = taxed + tax, after
    share = Rate.parse(rate).scaled
    assert abs(taxed * (10**8 + share) - total * share) * 2 <= 10**8 + share
