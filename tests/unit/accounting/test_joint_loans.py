"""B1 to B4 and B9: a loan of 10,000.00 shared 30/70, in the handbook's entries. Each begins with a business event.

12 months at 18 % paid out on 2024-01-05; the funder keeps 9 % of the 18 % on its part (§5, form ii).
"""

from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest

from lending.accounting.journal import Side, Voucher
from lending.accounting.ports import VOUCHERS
from lending.accounting.queries import GetTrialBalance
from lending.application.call import Actor, Role
from lending.application.commands import Command
from lending.funding.commands import RecordFunderMoney
from lending.funding.income import Form, Income, Step
from lending.funding.receipts import Purpose
from lending.funding.refusals import FunderMoneyKnown, FunderUnknown
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.choices import Component
from lending.loans.commands import RefundPayment, RepayLoan, ReversePayment, WaiveLoan, WriteOffLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.operations.commands import ApproveProposal, Propose
from lending.payments.channel import Word
from tests.support.desk import Desk
from tests.support.joint import offer_jointly, pay_out_jointly

NINE = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))
BANK_A = FunderShare("BANK_A", 7_000, NINE)
FIRST_DUE = date(2024, 2, 5)

Lines = list[tuple[str, str, str]]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def vouchers(desk: Desk, event: str, on: date | None = None) -> dict[str, list[Lines]]:
    """The vouchers of a posting event by book, on-book ones first, each as the handbook writes it."""
    found: dict[str, list[Lines]] = {}
    for held in desk.store.page(VOUCHERS, None, "", "", 10_000):
        if held.event == event and on in (None, held.business_date):
            found.setdefault(held.book, []).append(stated(held))
    return {book: sorted(held, key=lambda voucher: voucher[0][1].startswith("7")) for book, held in found.items()}


def stated(voucher: Voucher) -> Lines:
    return [
        ("Dr" if line.side is Side.DEBIT else "Cr", line.account, Money(line.amount).text) for line in voucher.lines
    ]


def sums(desk: Desk, event: str) -> dict[str, dict[str, str]]:
    """What all vouchers of a posting event together moved, by book: debit positive."""
    moved: dict[str, Counter[str]] = {}
    for held in desk.store.page(VOUCHERS, None, "", "", 10_000):
        if held.event == event:
            book = moved.setdefault(held.book, Counter())
            for line in held.lines:
                book[line.account] += line.signed
    return {book: {account: Money(amount).text for account, amount in held.items()} for book, held in moved.items()}


def balances(desk: Desk, book: str = "OWN") -> dict[str, str]:
    rows = desk.answer(GetTrialBalance(book)).rows
    return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}


@pytest.mark.entry("B2", "B2b", "B2f")
def test_b2_the_payout_is_of_both(desk: Desk) -> None:
    pay_out_jointly(desk, BANK_A)
    assert vouchers(desk, "DISBURSED") == {
        "OWN": [
            [("Dr", "1303.01", "3000.00"), ("Dr", "2314.01", "7000.00"), ("Cr", "1012.01", "10000.00")],
            [("Dr", "7201.01", "7000.00"), ("Cr", "7999", "7000.00")],
        ],
        "FND:BANK_A": [[("Dr", "1303.01", "7000.00"), ("Cr", "1011.01", "7000.00")]],
    }


@pytest.mark.entry("B4", "B4b", "B4f")
def test_b4_the_first_instalment_is_shared_and_half_of_the_interest_is_our_fee(desk: Desk) -> None:
    pay_out_jointly(desk, BANK_A)
    desk.close_days_until(FIRST_DUE)
    assert vouchers(desk, "REPAID") == {
        "OWN": [
            [
                ("Dr", "1012.01", "916.80"),
                ("Cr", "1303.01", "230.04"),
                ("Cr", "1132.02", "45.00"),
                ("Cr", "2314.02", "589.26"),
                ("Cr", "6021.02", "52.50"),
            ],
            [("Dr", "7999", "536.76"), ("Cr", "7201.01", "536.76")],
        ],
        "FND:BANK_A": [
            [
                ("Dr", "1011.01", "589.26"),
                ("Dr", "6421.02", "52.50"),
                ("Cr", "1303.01", "536.76"),
                ("Cr", "1132.02", "105.00"),
            ]
        ],
    }


@pytest.mark.entry("B1", "B1f")
def test_b1_a_funders_money_stands_ready(desk: Desk) -> None:
    offer_jointly(desk, BANK_A)
    desk.done(RecordFunderMoney(funder="BANK_A", amount=Money.parse("7000.00"), reference="wire-1"))
    assert vouchers(desk, "PREFUNDED") == {
        "OWN": [[("Dr", "1002.02", "7000.00"), ("Cr", "2314.01", "7000.00")]],
        "FND:BANK_A": [[("Dr", "1011.01", "7000.00"), ("Cr", "1002.01", "7000.00")]],
    }


def test_a_funders_wire_counts_once_and_only_of_a_funder_that_a_scheme_names(desk: Desk) -> None:
    offer_jointly(desk, BANK_A)
    wired = RecordFunderMoney(funder="BANK_A", amount=Money.parse("7000.00"), reference="wire-1")
    desk.done(wired)
    assert desk.refusal(wired) == FunderMoneyKnown("BANK_A", "wire-1", Money.parse("7000.00"))
    strange = RecordFunderMoney(funder="BANK_Z", amount=Money.parse("1.00"), reference="wire-2")
    assert desk.refusal(strange) == FunderUnknown("BANK_Z", ("BANK_A",))
    assert len(vouchers(desk, "PREFUNDED")["OWN"]) == 1


@pytest.mark.entry("B3", "B3f", "B3d", "B3e")
def test_b3_each_book_accrues_its_part_and_lets_it_fall_due(desk: Desk) -> None:
    pay_out_jointly(desk, BANK_A)
    desk.collections.words = [Word.FAILED]
    desk.close_days_until(FIRST_DUE)
    assert sums(desk, "ACCRUED") == {
        "OWN": {"1132.01": "45.00", "6011.01": "-45.00"},
        "FND:BANK_A": {"1132.01": "105.00", "6011.01": "-105.00"},
    }
    assert sums(desk, "FELL_DUE") == {
        "OWN": {"1132.02": "45.00", "1132.01": "-45.00"},
        "FND:BANK_A": {"1132.02": "105.00", "1132.01": "-105.00"},
    }


FUNDER_PRINCIPAL = (
    "536.76", "544.81", "552.99", "561.28", "569.69", "578.24",
    "586.92", "595.72", "604.65", "613.73", "622.93", "632.28",
)  # fmt: skip
"""Domain §5: the funder's principal of every instalment, 7,000.00 together."""


def test_every_instalments_principal_reaches_the_funders_book_as_the_handbook_has_it(desk: Desk) -> None:
    pay_out_jointly(desk, BANK_A)
    desk.close_days_until(date(2025, 1, 5))
    repaid = vouchers(desk, "REPAID")
    theirs = [amount for held in repaid["FND:BANK_A"] for _side, account, amount in held if account == "1303.01"]
    assert tuple(theirs) == FUNDER_PRINCIPAL
    memo = [amount for held in repaid["OWN"] for _side, account, amount in held if account == "7201.01"]
    assert tuple(memo) == FUNDER_PRINCIPAL
    for book in ("OWN", "FND:BANK_A"):
        assert not {"1303.01", "1303.02", "1132.01", "1132.02", "7201.01", "7999"} & balances(desk, book).keys()


@pytest.mark.entry("B9")
def test_b9_an_over_deduction_is_refunded_by_us_alone(desk: Desk) -> None:
    loan_id = pay_out_jointly(desk, BANK_A)
    desk.done(RepayLoan(loan_id, Money.parse("100.00"), "counter-1"))
    assert vouchers(desk, "REPAID") == {"OWN": [[("Dr", "1012.01", "100.00"), ("Cr", "2241.03", "100.00")]]}
    by_two(desk, RefundPayment(loan_id, "counter-1", Money.parse("100.00"), "refund-1"))
    assert vouchers(desk, "REFUNDED") == {"OWN": [[("Dr", "2241.03", "100.00"), ("Cr", "1012.01", "100.00")]]}


def test_a_credit_balance_is_ours_until_it_pays_what_falls_due(desk: Desk) -> None:
    loan_id = pay_out_jointly(desk, BANK_A)
    desk.done(RepayLoan(loan_id, Money.parse("916.80"), "counter-1"))
    desk.close_days_until(FIRST_DUE)
    assert vouchers(desk, "CREDIT_APPLIED")["OWN"][0] == [
        ("Dr", "2241.03", "916.80"),
        ("Cr", "1303.01", "230.04"),
        ("Cr", "1132.02", "45.00"),
        ("Cr", "2314.02", "589.26"),
        ("Cr", "6021.02", "52.50"),
    ]


def test_a_reversed_payment_is_taken_back_in_red_from_both(desk: Desk) -> None:
    loan_id = pay_out_jointly(desk, BANK_A)
    desk.close_days_until(FIRST_DUE)
    key = next(fact.key for fact in loan_facts(desk, loan_id) if type(fact).__name__ == "Repayment")
    by_two(desk, ReversePayment(loan_id, key, "reversal-1"))
    taken_back = vouchers(desk, "REVERSED")
    assert taken_back["OWN"][0] == [
        ("Dr", "1012.01", "-916.80"),
        ("Cr", "1303.01", "-230.04"),
        ("Cr", "1132.02", "-45.00"),
        ("Cr", "2314.02", "-589.26"),
        ("Cr", "6021.02", "-52.50"),
    ]
    assert ("Dr", "1011.01", "-589.26") in taken_back["FND:BANK_A"][0]


@pytest.mark.entry("C4", "C4b", "C5")
def test_c4_what_we_advance_for_a_funder_it_repays_under_its_reference(desk: Desk) -> None:
    """The whole of a car's 105,000.00 (C4, C4b), until the funder's money comes (C5)."""
    pay_out_jointly(desk, FunderShare("BANK_A", 10_000, prefunded=False), amount="105000.00")
    assert vouchers(desk, "DISBURSED") == {
        "OWN": [
            [("Dr", "1221.01", "105000.00"), ("Cr", "1012.01", "105000.00")],
            [("Dr", "7201.01", "105000.00"), ("Cr", "7999", "105000.00")],
        ],
        "FND:BANK_A": [[("Dr", "1303.01", "105000.00"), ("Cr", "1011.01", "105000.00")]],
    }
    paid = RecordFunderMoney(
        funder="BANK_A", amount=Money.parse("105000.00"), reference="wire-1", purpose=Purpose.ADVANCE
    )
    desk.done(paid)
    assert vouchers(desk, "ADVANCE_REPAID") == {
        "OWN": [[("Dr", "1002.01", "105000.00"), ("Cr", "1221.01", "105000.00")]],
        "FND:BANK_A": [[("Dr", "1011.01", "105000.00"), ("Cr", "1002.01", "105000.00")]],
    }


STEPS = (Step(200, 9_000), Step(10_000, 7_000))


@pytest.mark.parametrize(
    ("income", "fee"),
    [
        (Income(), "0.00"),
        (NINE, "52.50"),
        # 30 % of 105.00 above a loss rate of 2 %
        (Income(form=Form.STEPPED, steps=STEPS, loss_rate=300), "31.50"),
        # a fifth of 105.00
        (Income(form=Form.REFERRAL, fee=2_000), "21.00"),
    ],
    ids=lambda held: held.form.value if isinstance(held, Income) else held,
)
def test_in_every_form_of_income_our_fee_and_what_is_payable_are_what_was_received(
    desk: Desk, income: Income, fee: str
) -> None:
    """536.76 + 105.00 = 641.76 of the first instalment fall to the funder's part."""
    pay_out_jointly(desk, FunderShare("BANK_A", 7_000, income))
    desk.close_days_until(FIRST_DUE)
    held = balances(desk)
    assert Money.parse(held.get("6021.02", "0.00")) == -Money.parse(fee)
    assert -Money.parse(held["2314.02"]) == Money.parse("641.76") - Money.parse(fee)
    assert Money.parse(balances(desk, "FND:BANK_A").get("6421.02", "0.00")) == Money.parse(fee)


def test_three_funders_share_by_largest_remainder_in_order_of_priority(desk: Desk) -> None:
    """766.80 by 33.33, 33.33 and 33.34 %: 255.57444 twice, 255.65112; the missing cent is the first one's."""
    pay_out_jointly(desk, FunderShare("BANK_A", 3_333), FunderShare("BANK_B", 3_333), FunderShare("BANK_C", 3_334))
    desk.close_days_until(FIRST_DUE)
    principal = {
        book: amount
        for book, (held, *_) in vouchers(desk, "REPAID").items()
        for _side, account, amount in held
        if account == "1303.01"
    }
    assert principal == {"FND:BANK_A": "255.58", "FND:BANK_B": "255.57", "FND:BANK_C": "255.65"}


def test_what_is_waived_and_written_off_is_lost_by_each_on_its_part(desk: Desk) -> None:
    """A waiver of 50.00 of interest due, of which 35.00 are the funder's; then all is lost."""
    loan_id = pay_out_jointly(desk, BANK_A)
    desk.collections.words = [Word.FAILED] * 30
    desk.close_days_until(FIRST_DUE + timedelta(days=15))
    by_two(desk, WaiveLoan(loan_id, Money.parse("50.00"), "waiver-1", (Component.INTEREST,)))
    assert vouchers(desk, "WAIVED") == {
        "OWN": [[("Dr", "6011.01", "15.00"), ("Cr", "1132.02", "15.00")]],
        "FND:BANK_A": [[("Dr", "6011.01", "35.00"), ("Cr", "1132.02", "35.00")]],
    }
    by_two(desk, WriteOffLoan(loan_id, "write-off-1"))
    assert sums(desk, "PROVISIONED")["OWN"] == {"6702.01": "3000.00", "1304.01": "-3000.00"}
    assert sums(desk, "WRITTEN_OFF")["OWN"]["7201.01"] == "-7000.00"
    for book in ("OWN", "FND:BANK_A"):
        left = balances(desk, book)
        assert not [account for account in left if account.startswith(("1303", "1132", "7201"))]


def loan_facts(desk: Desk, loan_id: LoanId) -> tuple[object, ...]:
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    return stored.value.facts


def by_two(desk: Desk, command: Command[Any, Any]) -> None:
    """Propose and approve."""
    made = desk.done(Propose(command, "agreed"))
    desk.done(ApproveProposal(made.proposal_id), Actor("second", Role.OPERATIONS))
