"""B6 to B8: a funder's part of a loan is taken over. 10,000.00 shared 30/70, one instalment paid, the second missed.

On the second due date the loan is called in, so that of the funder's part 6,463.24 and 96.95 of interest are overdue.
"""

from datetime import date, timedelta

import attrs
import pytest

from lending.accounting.journal import Side, Voucher
from lending.accounting.ports import VOUCHERS
from lending.accounting.queries import GetTrialBalance
from lending.funding.commands import CoverFunder
from lending.funding.cover import Cover, CoverKind
from lending.funding.refusals import AlreadyCovered, CoverNotAgreed, CoverNotDue
from lending.funding.settlement_queries import ListFunderSettlementLines
from lending.funding.sharing import FunderShare
from lending.kernel.money import Money
from lending.loans.commands import ImpairLoan, RecallLoan, RepayLoan, ReversePayment, WriteOffLoan
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.payments.channel import Word
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import pay_out_jointly
from tests.support.settlements import reversed_by_two

SECOND_DUE = date(2024, 3, 5)
EIGHTY = SECOND_DUE + timedelta(days=80)
COMPENSATED = FunderShare("BANK_A", 7_000, penalty_weight=0, cover=Cover(CoverKind.COMPENSATION, 80))
BOUGHT = attrs.evolve(COMPENSATED, cover=Cover(CoverKind.BUY_BACK, 80))

Lines = list[tuple[str, str, str]]


def overdue(desk: Desk, share: FunderShare, until: date) -> LoanId:
    """The loan, called in on its second due date, as late as it is on `until`."""
    loan_id = pay_out_jointly(desk, share)
    desk.close_days_until(SECOND_DUE - timedelta(days=1))
    desk.collections.words = [Word.FAILED] * 200
    desk.close_days_until(SECOND_DUE)
    desk.done(RecallLoan(loan_id, "recall-1"), SYSTEM)
    desk.close_days_until(until)
    return loan_id


def vouchers(desk: Desk, event: str, on: date | None = None) -> dict[str, list[Lines]]:
    found: dict[str, list[Lines]] = {}
    for held in desk.store.page(VOUCHERS, None, "", "", 10_000):
        if held.event == event and on in (None, held.business_date):
            found.setdefault(held.book, []).append(stated(held))
    return {book: sorted(held, key=lambda voucher: voucher[0][1].startswith("7")) for book, held in found.items()}


def stated(voucher: Voucher) -> Lines:
    return [
        ("Dr" if line.side is Side.DEBIT else "Cr", line.account, Money(line.amount).text) for line in voucher.lines
    ]


def balances(desk: Desk, book: str = "OWN") -> dict[str, str]:
    rows = desk.answer(GetTrialBalance(book)).rows
    return {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.mark.entry("B6", "B6r", "B6b", "B6f")
def test_b6_a_funder_is_compensated_at_eighty_days_past_due(desk: Desk) -> None:
    overdue(desk, COMPENSATED, EIGHTY - timedelta(days=1))
    assert not vouchers(desk, "COMPENSATED")
    desk.close_days_until(EIGHTY)
    assert vouchers(desk, "COMPENSATED") == {
        "OWN": [
            [("Dr", "2801.01", "6560.19"), ("Cr", "1002.01", "6560.19")],
            [("Dr", "7999", "6463.24"), ("Cr", "7201.01", "6463.24")],
        ],
        "FND:BANK_A": [[("Dr", "1002.01", "6560.19"), ("Cr", "1303.02", "6463.24"), ("Cr", "1132.02", "96.95")]],
    }
    assert vouchers(desk, "CLAIMED") == {"OWN": [[("Dr", "1221.02", "6560.19"), ("Cr", "2801.01", "6560.19")]]}


@pytest.mark.entry("B7")
def test_b7_what_the_borrower_pays_later_pays_our_claim(desk: Desk) -> None:
    """9,371.70 is owed in all: our 30 % is 2,769.96 of principal and 41.55 of interest, the rest is the claim."""
    loan_id = overdue(desk, COMPENSATED, EIGHTY)
    desk.done(RepayLoan(loan_id, owed(desk, loan_id), "counter-1"))
    (own,) = vouchers(desk, "REPAID", EIGHTY)["OWN"]
    assert sorted(own) == [
        ("Cr", "1132.02", "41.55"),
        ("Cr", "1221.02", "6560.19"),
        ("Cr", "1303.01", "2769.96"),
        ("Dr", "1012.01", "9371.70"),
    ]
    assert not {"1221.02", "1303.01", "1303.02", "1132.02", "7201.01"} & balances(desk).keys()
    assert not [book for book in vouchers(desk, "REPAID", EIGHTY) if book != "OWN"]


def test_b7_a_part_payment_is_shared_by_our_part_and_the_claim(desk: Desk) -> None:
    """Of 100.00 paid on interest first, 70.00 meet the claim."""
    loan_id = overdue(desk, COMPENSATED, EIGHTY)
    desk.done(RepayLoan(loan_id, Money.parse("100.00"), "counter-1"))
    (own,) = vouchers(desk, "REPAID", EIGHTY)["OWN"]
    assert own == [("Dr", "1012.01", "100.00"), ("Cr", "1132.02", "30.00"), ("Cr", "1221.02", "70.00")]
    assert balances(desk)["1221.02"] == "6490.19"


@pytest.mark.entry("B8")
def test_b8_a_part_is_bought_back_and_is_ours_like_any_other(desk: Desk) -> None:
    loan_id = overdue(desk, BOUGHT, EIGHTY)
    assert vouchers(desk, "BOUGHT_BACK") == {
        "OWN": [
            [("Dr", "1303.02", "6463.24"), ("Dr", "1132.02", "96.95"), ("Cr", "1002.01", "6560.19")],
            [("Dr", "7999", "6463.24"), ("Cr", "7201.01", "6463.24")],
        ],
        "FND:BANK_A": [[("Dr", "1002.01", "6560.19"), ("Cr", "1303.02", "6463.24"), ("Cr", "1132.02", "96.95")]],
    }
    desk.done(RepayLoan(loan_id, owed(desk, loan_id), "counter-1"))
    assert not {"1303.01", "1303.02", "1132.02", "7201.01", "1221.02"} & balances(desk).keys()


@pytest.mark.parametrize("share", [COMPENSATED, BOUGHT], ids=["compensated", "bought back"])
def test_a_payment_of_before_that_is_taken_back_stays_the_funders_and_is_ours_to_claim(
    desk: Desk, share: FunderShare
) -> None:
    """The first instalment's 536.76 and 105.00 were settled with the funder; the borrower owes them to us now."""
    loan_id = overdue(desk, share, EIGHTY)
    before = balances(desk, "FND:BANK_A")
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    key = next(fact.key for fact in stored.value.facts if type(fact).__name__ == "Repayment")
    reversed_by_two(desk, ReversePayment(loan_id, key, "reversal-1"))
    assert balances(desk, "FND:BANK_A") == before
    ours = balances(desk)
    if share is COMPENSATED:
        assert ours["1221.02"] == "7201.95", "6,560.19, 536.76 and 105.00"
    else:
        on_book, off_book = Money.parse(ours["1303.03"]), Money.parse(ours["7101.01"])
        assert on_book + off_book == owed(desk, loan_id), "more than 90 days late now, and all of it ours"


def owed(desk: Desk, loan_id: LoanId) -> Money:
    stored = desk.store.load(LOANS, loan_id.value)
    assert stored is not None
    return stored.value.due(desk.day).total


def test_a_claim_that_is_written_off_is_lost_as_our_part_is(desk: Desk) -> None:
    loan_id = overdue(desk, COMPENSATED, EIGHTY + timedelta(days=15))
    reversed_by_two(desk, WriteOffLoan(loan_id, "write-off-1"))
    held = balances(desk)
    assert not [code for code in held if code.startswith(("1221", "1303", "1132", "7201"))]
    assert held["6702.01"] == "9233.20", "all principal: 10,000.00 less the 766.80 of the first instalment"


@pytest.mark.parametrize("share", [COMPENSATED, BOUGHT], ids=["compensated", "bought back"])
def test_a_funder_is_paid_in_full_for_a_loan_that_was_judged_impaired(desk: Desk, share: FunderShare) -> None:
    """Its part comes back on book before it leaves it; ours, where it was bought, is off the books again at once."""
    loan_id = overdue(desk, share, EIGHTY - timedelta(days=5))
    reversed_by_two(desk, ImpairLoan(loan_id, "bankrupt", "impaired-1"))
    desk.close_days_until(EIGHTY)
    theirs = balances(desk, "FND:BANK_A")
    assert not [code for code in theirs if code.startswith(("1303", "1132", "71"))]
    assert theirs["1002.01"] == "6560.19"
    ours = balances(desk)
    if share is COMPENSATED:
        assert ours["1221.02"] == "6560.19"
    else:
        assert (ours["1303.03"], ours["7101.01"]) == ("9233.20", Money(138_50).text)


def test_the_day_tells_the_funder_what_was_paid_and_settles_nothing_for_it(desk: Desk) -> None:
    loan_id = overdue(desk, COMPENSATED, EIGHTY + timedelta(days=1))
    asked = ListFunderSettlementLines(funder="BANK_A", day=EIGHTY)
    (line,) = desk.answer(asked).lines
    assert (line.event, line.loan_id) == ("COMPENSATED", loan_id.value)
    assert (line.amounts.covered, line.amounts.payout, line.amounts.net) == (656_019, 0, 0)


def test_a_part_is_taken_over_once_and_only_when_it_is_agreed_and_due(desk: Desk) -> None:
    loan_id = overdue(desk, COMPENSATED, EIGHTY - timedelta(days=1))
    assert desk.refusal(CoverFunder(loan_id, "BANK_A"), SYSTEM) == CoverNotDue(79, 80)
    assert desk.refusal(CoverFunder(loan_id, "BANK_Z"), SYSTEM) == CoverNotAgreed(loan_id, "BANK_Z")
    desk.close_days_until(EIGHTY)
    assert desk.refusal(CoverFunder(loan_id, "BANK_A"), SYSTEM) == AlreadyCovered(loan_id, "BANK_A", EIGHTY)
