"""Side flags of a loan (3.6): extended, restructured, accelerated."""

from datetime import date
from typing import Any

import attrs
import pytest

from lending.kernel.rates import Rate
from lending.loans.facts import Extension, LoanFact, RateChange, Recall, Repricing
from lending.loans.flags import LoanFlag, flags
from tests.unit.loans.cases import base_loan, on_time
from tests.unit.loans.test_loan import opened

DAY = date(2024, 4, 17)
EXTENDED = Extension(on=DAY, key="extension", new_maturity=date(2025, 7, 5))
RECALLED = Recall(on=DAY, key="recall")
LOWER: dict[str, Any] = {"on": DAY, "key": "rate", "rate": Rate.parse("0.12")}


def borne(*facts: LoanFact, paid: int = 3, as_of: date = DAY) -> tuple[LoanFlag, ...]:
    loan = opened()
    return flags(attrs.evolve(loan, facts=(*loan.facts, *on_time(base_loan(), paid), *facts)), as_of)


@pytest.mark.requirement("R52")
def test_an_extension_marks_the_loan_extended_and_restructured() -> None:
    assert borne(EXTENDED) == (LoanFlag.EXTENDED, LoanFlag.RESTRUCTURED)


def test_a_recall_accelerates() -> None:
    assert borne(RECALLED) == (LoanFlag.ACCELERATED,)


def test_what_is_still_to_come_marks_nothing() -> None:
    assert borne(EXTENDED, RECALLED, as_of=date(2024, 4, 16)) == ()


@pytest.mark.requirement("R79")
def test_a_lower_rate_restructures_a_loan_in_arrears_only() -> None:
    assert borne(RateChange(**LOWER), paid=2) == (LoanFlag.RESTRUCTURED,)
    assert borne(RateChange(**LOWER)) == ()
    assert borne(RateChange(on=DAY, key="rate", rate=Rate.parse("0.20")), paid=2) == ()


def test_the_market_restructures_nobody() -> None:
    assert borne(Repricing(**LOWER), paid=2) == ()
