"""Admission rules: each refuses just beyond its bound, and every reason is kept."""

import attrs
import pytest

from lending.kernel.money import Currency, Money
from lending.kernel.rates import Rate
from lending.risk.admission import RULES, AdmissionFacts, admit

GOOD = AdmissionFacts(
    age=18,
    age_at_maturity=65,
    monthly_income=Money.parse("2200.32"),
    instalment=Money.parse("1100.16"),
    active_loans=0,
    age_min=18,
    age_max_at_maturity=65,
    instalment_to_income_percent_max=50,
    active_loans_max=1,
    apr=Rate.parse("0.24"),
    cap=Rate.parse("0.24"),
)


def test_an_applicant_on_every_bound_is_admitted() -> None:
    assert admit(GOOD) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"age": 17}, "TOO_YOUNG"),
        ({"age_at_maturity": 66}, "TOO_OLD_AT_MATURITY"),
        ({"monthly_income": Money.parse("2200.31")}, "INCOME_TOO_LOW"),
        ({"active_loans": 1}, "TOO_MANY_LOANS"),
        ({"apr": Rate.parse("0.2401")}, "PRICE_ABOVE_CAP"),
    ],
)
def test_just_beyond_a_bound_exactly_one_rule_refuses(change: dict[str, object], code: str) -> None:
    changed: AdmissionFacts = attrs.evolve(GOOD, **change)
    assert [reason.code for reason in admit(changed)] == [code]


def test_every_reason_is_kept() -> None:
    worst = attrs.evolve(
        GOOD, age=17, age_at_maturity=70, monthly_income=Money.parse("1.00"), active_loans=2, apr=Rate.parse("0.3")
    )
    assert len(admit(worst)) == len(RULES)


def test_an_income_in_another_currency_is_never_compared() -> None:
    """250,000 yen are not 2,500.00 yuan, though both are 250,000 minor units."""
    yen = attrs.evolve(GOOD, monthly_income=Money.parse("250000", Currency("JPY")))
    with pytest.raises(AssertionError, match="JPY 250000 is no income in CNY"):
        admit(yen)
