"""What makes a version of a plan, on the base loan L."""

from datetime import date

from lending.loans.choices import PrepaymentEffect
from lending.loans.facts import Extension, Prepayment, Reversal
from lending.loans.plan_versions import plan_versions
from tests.unit.loans.cases import PAID_OUT, base_loan, on_time, paid, paid_out, split, yuan

LATE = date(2024, 2, 20)


def test_payments_as_planned_make_none() -> None:
    terms = base_loan()
    facts = (paid_out(terms), *on_time(terms, 3), paid(date(2024, 5, 1), "10.00"))
    assert [version.cause for version in plan_versions(terms, facts)] == ["DISBURSEMENT"]


def test_the_old_plan_stays_beside_the_new() -> None:
    """F1: 920.16 and 180.00 in the first instalment, however often the plan has changed since."""
    terms = base_loan()
    prepaid = Prepayment(on=LATE, key="early", amount=yuan("3000"), effect=PrepaymentEffect.REDUCE_INSTALMENT)
    extended = Extension(on=LATE, key="longer", new_maturity=date(2025, 6, 5))
    facts = (paid_out(terms), *on_time(terms, 1), prepaid, extended, Reversal(on=LATE, key="back", of="early"))
    first, *later = plan_versions(terms, facts)
    assert [(version.number, version.since, version.cause) for version in (first, *later)] == [
        (1, PAID_OUT, "DISBURSEMENT"),
        (2, LATE, "PREPAYMENT"),
        (3, LATE, "EXTENSION"),
        (4, LATE, "REVERSAL"),
    ]
    assert split(first.account.instalments[0]) == ("920.16", "180.00")
    assert first.account.maturity == date(2025, 1, 5)
    assert later[1].account.maturity == date(2025, 6, 5)
