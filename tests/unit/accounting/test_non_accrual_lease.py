"""A11 to A17b of a direct lease: the rents stay where they are, and what they were to bring is unearned again.

The lease of F16, 150,000.00 at 12 % over 36 months, of which no rent was ever paid: its first four rents bear 1,500.00,
1,465.18, 1,430.01 and 1,394.49 (1 % of what is left each), the fifth 1,358.61 over 31 days. Figures of no entry of the
handbook are worked out beside the assertion.
"""

from collections import Counter
from datetime import date
from typing import Any

import attrs

from lending.accounting.entries import entries_between
from lending.accounting.journal import Side
from lending.accounting.posting_rules import Scheme
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.kernel.rates import Rate
from lending.loans.choices import ClearanceMeans, Component
from lending.loans.ids import LoanId
from lending.loans.loan import Loan
from lending.loans.status import LoanStatus
from lending.loans.terms import Allocation, LoanTerms, NonAccrual
from lending.products.lease import Lease, LeaseKind
from lending_entrypoints.replay.journal import EVENTS, journal, shipped_rules
from tests.unit.loans.cases import PAID_OUT, PENALTY, base_loan, yuan

DAY_90, DAY_91, DAY_92 = date(2024, 5, 5), date(2024, 5, 6), date(2024, 5, 7)
PRINCIPAL_FIRST = Allocation(non_accrual_order=(Component.PRINCIPAL, Component.INTEREST))

Entries = list[tuple[str, list[tuple[str, str, str]]]]


def never_paid(**changes: Any) -> Loan:
    terms: LoanTerms = attrs.evolve(
        base_loan(allocation=PRINCIPAL_FIRST),
        principal=yuan("150000"),
        rate=Rate.parse("0.12"),
        instalments=36,
        lease=Lease(kind=LeaseKind.DIRECT, deposit=yuan("30000")),
        **changes,
    )
    opened = Loan.open(
        id=LoanId.make(RequestId("lease"), 0), contract_id="contract", customer_id="customer", product="car",
        terms=terms, key="start", amount=terms.principal, on=PAID_OUT,
    )  # fmt: skip
    return opened.unwrap()


def done(outcome: Any) -> Loan:
    assert isinstance(outcome, Success), outcome
    loan: Loan = outcome.unwrap()
    return loan


def posted(before: Loan, on: date, after: Loan, then: date) -> Entries:
    """What brings the books from one lease on a day to another: time alone, or its last fact."""
    event = EVENTS.get(type(after.facts[-1])) if after is not before else None
    figures = before.account(on).figures, after.account(then).figures
    made = entries_between(shipped_rules(), *figures, "lease", event, Scheme.DIRECT_LEASE)
    return [
        (
            entry.event,
            [("Dr" if line.side is Side.DEBIT else "Cr", line.account, yuan_of(line.amount)) for line in entry.lines],
        )
        for entry in made
    ]


def act(before: Loan, after: Loan, on: date = DAY_91) -> Entries:
    """What the last fact of `after` alone is booked as."""
    return posted(before, on, after, on)


def yuan_of(minor: int) -> str:
    return Money(minor).text


def balances(loan: Loan, on: date) -> dict[str, str]:
    """Debit balances of the accounts that hold anything."""
    held: Counter[str] = Counter()
    for entry in journal(loan, on):
        for line in entry.lines:
            held[line.account] += line.debit - line.credit
    return {account: yuan_of(amount) for account, amount in sorted(held.items()) if amount}


def test_what_was_released_and_not_paid_is_unearned_again_on_day_91() -> None:
    """A11: four rents' 5,789.68 and a day of the fifth, 1,358.61 ÷ 31 = 43.83; no entry moves the rents (A11c)."""
    loan = never_paid()
    assert loan.account(DAY_90).status is LoanStatus.OVERDUE
    assert loan.account(DAY_91).status is LoanStatus.NON_ACCRUAL
    assert posted(loan, DAY_90, loan, DAY_91) == [
        ("ACCRUED", [("Dr", "1541.02", "43.83"), ("Cr", "6011.03", "43.83")]),
        ("SUSPENDED", [("Dr", "6011.03", "5833.51"), ("Cr", "1541.02", "5833.51")]),
        ("SUSPENDED", [("Dr", "7101.01", "5833.51"), ("Cr", "7999", "5833.51")]),
    ]


def test_on_the_books_the_lease_then_stands_at_what_the_car_cost() -> None:
    """179,357.40 of rents less 29,357.40 in them is 150,000.00: as a loan then stands at its principal alone."""
    assert balances(never_paid(), DAY_91) == {
        "1012.01": "-150000.00",
        "1541.01": "179357.40",
        "1541.02": "-29357.40",
        "7101.01": "5833.51",
        "7999": "-5833.51",
    }


def test_penalty_and_compound_interest_leave_the_books_with_it() -> None:
    """At 18 % for 91, 62, 31 and 1 of 360 days.

    Of principal 3,482.15, 3,516.97, 3,552.14 and 3,587.66: 158.44 + 109.03 + 55.06 + 1.79 = 324.32; of the interest
    68.25 + 45.42 + 22.17 + 0.70 = 136.54.
    """
    loan = never_paid(penalty=PENALTY)
    assert posted(loan, DAY_90, loan, DAY_91)[-2:] == [
        (
            "SUSPENDED",
            [
                ("Dr", "6011.03", "5833.51"),
                ("Dr", "6011.02", "460.86"),
                ("Cr", "1541.02", "5833.51"),
                ("Cr", "1132.03", "324.32"),
                ("Cr", "1132.04", "136.54"),
            ],
        ),
        ("SUSPENDED", [("Dr", "7101.01", "6294.37"), ("Cr", "7999", "6294.37")]),
    ]


def test_later_interest_is_off_book_only() -> None:
    """A12: 1,358.61 × 2 ÷ 31 = 87.65, of which 43.83 stood there the day before."""
    loan = never_paid()
    assert posted(loan, DAY_91, loan, DAY_92) == [
        ("ACCRUED_OFF_BOOK", [("Dr", "7101.01", "43.82"), ("Cr", "7999", "43.82")])
    ]


def test_money_that_pays_principal_is_no_income() -> None:
    """A13: 10,000.00 of the 14,138.92 of principal in the four rents."""
    loan = never_paid()
    assert act(loan, done(loan.repay("some", yuan("10000"), DAY_91))) == [
        ("REPAID", [("Dr", "1012.01", "10000.00"), ("Cr", "1541.01", "10000.00")])
    ]


def test_money_beyond_principal_is_income_and_relieves_what_stands_off_book() -> None:
    """A14, A14b: 14,138.92 of principal and 300.00 of interest."""
    loan = never_paid()
    assert act(loan, done(loan.repay("more", yuan("14438.92"), DAY_91))) == [
        (
            "REPAID",
            [
                ("Dr", "1541.02", "300.00"),
                ("Dr", "1012.01", "14438.92"),
                ("Cr", "6011.03", "300.00"),
                ("Cr", "1541.01", "14438.92"),
            ],
        ),
        ("REPAID", [("Dr", "7999", "300.00"), ("Cr", "7101.01", "300.00")]),
    ]


def test_a_deposit_set_off_pays_in_the_same_order_and_is_income_as_money_is() -> None:
    """C9 of what is due, four rents of 4,982.15; with a cure still to come it goes on standing off book."""
    loan = done(never_paid(non_accrual=NonAccrual(cure_instalments=1)).receive_deposit("in", yuan("30000"), PAID_OUT))
    after = done(loan.set_off_deposit("use", DAY_91))
    assert after.status is LoanStatus.NON_ACCRUAL
    assert act(loan, after) == [
        (
            "DEPOSIT_SET_OFF",
            [
                ("Dr", "1541.02", "5789.68"),
                ("Dr", "2241.01", "19928.60"),
                ("Cr", "6011.03", "5789.68"),
                ("Cr", "1541.01", "19928.60"),
            ],
        ),
        ("DEPOSIT_SET_OFF", [("Dr", "7999", "5789.68"), ("Cr", "7101.01", "5789.68")]),
    ]


def test_once_the_arrears_are_paid_what_is_still_accrued_is_released_again() -> None:
    """A15: the day of the fifth rent, 43.83; with no cure to wait for the lease accrues at once."""
    loan = never_paid()
    after = done(loan.repay("arrears", yuan("19928.60"), DAY_91))
    assert after.status is LoanStatus.NORMAL
    assert act(loan, after)[-2:] == [
        ("RESUMED", [("Dr", "1541.02", "43.83"), ("Cr", "6011.03", "43.83")]),
        ("RESUMED", [("Dr", "7999", "43.83"), ("Cr", "7101.01", "43.83")]),
    ]
    assert balances(after, DAY_91)["6011.03"] == "-5833.51"
    assert "7101.01" not in balances(after, DAY_91)


def test_a_lease_written_off_loses_what_the_car_cost_and_claims_the_rest_too() -> None:
    """A16 to A17b: no income is lost, for none is on the books; of rents not due only principal is claimed."""
    loan = never_paid()
    after = done(loan.write_off("gone", DAY_91))
    assert act(loan, after) == [
        ("PROVISIONED", [("Dr", "6702.01", "150000.00"), ("Cr", "1304.01", "150000.00")]),
        (
            "WRITTEN_OFF",
            [("Dr", "1541.02", "29357.40"), ("Dr", "1304.01", "150000.00"), ("Cr", "1541.01", "179357.40")],
        ),
        ("WRITTEN_OFF", [("Dr", "7102.01", "155833.51"), ("Cr", "7101.01", "5833.51"), ("Cr", "7999", "150000.00")]),
    ]


def test_a_lease_cleared_while_non_accrual_gives_up_nothing_that_was_income() -> None:
    """A19: a car taken back at 100,000.00 beside the deposit of 30,000.00; 20,000.00 of its cost is lost.

    The channel paid 150,000.00 for it and took the deposit.
    """
    loan = done(never_paid().receive_deposit("in", yuan("30000"), PAID_OUT))
    after = done(loan.clear("car", yuan("100000"), ClearanceMeans.COLLATERAL, DAY_91))
    assert balances(after, DAY_91) == {
        "1012.01": "-120000.00",
        "1441.01": "100000.00",
        "6702.01": "20000.00",
    }
