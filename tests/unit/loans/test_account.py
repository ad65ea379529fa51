"""A loan's account is a function of values: equal ones give one and the same account, others another."""

import copy
from datetime import date, timedelta

import attrs

from lending.kernel.rates import Rate
from lending.loans.account import account
from tests.unit.loans.cases import base_loan, paid, paid_out

TERMS = base_loan()
FACTS = (paid_out(TERMS), paid(date(2024, 2, 5), "1100.16"))
DAY = date(2024, 2, 20)


def test_equal_terms_and_facts_are_folded_once() -> None:
    known = account(TERMS, FACTS, DAY)
    assert account(copy.deepcopy(TERMS), iter(copy.deepcopy(FACTS)), DAY) is known


def test_what_differs_in_anything_is_folded_anew() -> None:
    known = account(TERMS, FACTS, DAY)
    others = (
        account(attrs.evolve(TERMS, rate=Rate(TERMS.rate.scaled + 1)), FACTS, DAY),
        account(TERMS, (FACTS[0], attrs.evolve(FACTS[1], key="another")), DAY),
        account(TERMS, FACTS[:1], DAY),
        account(TERMS, FACTS, DAY + timedelta(days=1)),
    )
    assert not any(other is known for other in others)
    assert all(other != known for other in (others[0], *others[2:]))
