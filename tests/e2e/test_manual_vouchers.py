"""Vouchers by hand, channels swept and charged, assets sold: rows of §4.3 from their events, on every store."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from lending.accounting.commands import CorrectVoucher, SellAsset, SweepChannel
from lending.accounting.drafts import DraftLine
from lending.accounting.queries import GetTrialBalance, GetVoucher
from lending.kernel.money import Currency, Money
from lending.loans.choices import ClearanceMeans
from lending.loans.commands import ClearLoan, RecallLoan
from lending.payments.channel import Word
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.acts import OTHER_REVIEWER, REVIEWER, agreed, lent
from tests.support.bookkeeping import MAKER, by_hand, by_two, latest, line, refused_to_two, shown_of
from tests.support.platform import SYSTEM, Stage, staged
from tests.support.reconciling import Reconciling
from tests.support.reconciling import line as told
from tests.support.scenario import START, a_loan_is_paid_out

NEXT = START + timedelta(days=1)


@pytest.fixture(params=["memory", "sqlite", "postgresql", "grpc"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A platform on each store, and one behind a server; a database is proved sound at the end."""
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'books.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, START, keyring=keyring, over_grpc=request.param == "grpc") as made:
        yield made
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


@pytest.mark.entry("S6")
@pytest.mark.requirement("R61", "R21", command="PostVoucher")
def test_an_agencys_commission_is_posted_by_two(stage: Stage) -> None:
    """S6: 20 % of 1,000.00 collected."""
    cost, owed = line("Dr", "6601.01", "200.00"), line("Cr", "2241.05", "200.00", party="AGENCY-1")
    by_two(stage, by_hand(cost, owed, value_date=START - timedelta(days=40)))
    assert stage.booked("MANUAL", START) == [("Dr", "6601.01", "200.00"), ("Cr", "2241.05", "200.00")]
    voucher = latest(stage, "MANUAL")
    assert [each.party for each in voucher.lines] == ["", "AGENCY-1"]
    assert voucher.value_date == START - timedelta(days=40), "it may count from a day long closed"
    view = stage.answer(GetVoucher(voucher.id))
    assert (view.memo, view.command) == ("as the paper says", "ApproveProposal")


@pytest.mark.requirement("R59", command="PostVoucher")
def test_a_voucher_stands_in_the_book_it_was_posted_in(stage: Stage) -> None:
    by_two(stage, by_hand(line("Dr", "6711.01", "7.00"), line("Cr", "1002.01", "7.00"), book="FND:BANK_A"))
    theirs = stage.answer(GetTrialBalance("FND:BANK_A")).rows
    assert [(row.account, row.debit, row.credit) for row in theirs] == [("1002.01", 0, 700), ("6711.01", 700, 0)]
    assert stage.answer(GetTrialBalance()).rows == ()


DOLLARS = DraftLine("1002.01", line("Cr", "1002.01", "5.00").side, Money.parse("5.00", Currency("USD")))
REFUSED = {
    "unknown account": ((line("Dr", "6601.01", "5.00"), line("Cr", "1002.99", "5.00")), (2, "UNKNOWN_ACCOUNT")),
    "not a leaf": ((line("Dr", "6601", "5.00"), line("Cr", "1002.01", "5.00")), (1, "NOT_A_LEAF")),
    "two currencies": ((line("Dr", "6601.01", "5.00"), DOLLARS), (2, "OTHER_CURRENCY")),
    "off book with on book": (
        (line("Dr", "6601.01", "5.00"), line("Cr", "7999", "5.00")),
        (2, "OFF_BOOK_WITH_ON_BOOK"),
    ),
    "off book without contra": ((line("Dr", "7001.01", "5.00"), line("Cr", "7401.01", "5.00")), (1, "WITHOUT_CONTRA")),
    "kept by loans": ((line("Dr", "1303.01", "5.00"), line("Cr", "1002.01", "5.00")), (1, "KEPT_BY_LOANS")),
    "kept by reconciliation": (
        (line("Dr", "6711.01", "5.00"), line("Cr", "2241.02", "5.00")),
        (2, "KEPT_BY_RECONCILIATION"),
    ),
    "kept by lines": ((line("Dr", "7301.01", "5.00"), line("Cr", "7999", "5.00")), (1, "KEPT_BY_LINES")),
    "kept by funders": ((line("Dr", "6711.01", "5.00"), line("Cr", "2314.02", "5.00")), (2, "KEPT_BY_LOANS")),
}


@pytest.mark.requirement("R54", command="PostVoucher")
@pytest.mark.parametrize("fault", REFUSED)
def test_a_line_that_cannot_stand_is_named_with_its_reason(fault: str) -> None:
    lines, (number, reason) = REFUSED[fault]
    with staged("memory", START) as stage:
        refusal = refused_to_two(stage, by_hand(*lines))
        assert (refusal.code, refusal.facts["line"], refusal.facts["reason"]) == ("LINE_REFUSED", str(number), reason)
        assert stage.vouchers() == []


@pytest.mark.requirement("R61", command="PostVoucher")
def test_a_voucher_that_does_not_balance_is_refused_with_both_sums() -> None:
    with staged("memory", START) as stage:
        refusal = refused_to_two(stage, by_hand(line("Dr", "6601.01", "5.00"), line("Cr", "1002.01", "4.99")))
        assert refusal.code == "VOUCHER_UNBALANCED"
        assert (refusal.facts["debit"], refusal.facts["credit"]) == ("CNY 5.00", "CNY 4.99")
        early = by_hand(
            line("Dr", "6601.01", "5.00"), line("Cr", "1002.01", "5.00"), business_date=START - timedelta(days=1)
        )
        assert refused_to_two(stage, early).code == "DAY_NOT_OPEN"
        assert stage.vouchers() == []


@pytest.mark.entry("A23")
@pytest.mark.requirement("R62", command="SweepChannel")
def test_a_channel_is_swept_on_both_legs_and_the_day_stays_reconciled(stage: Stage, tmp_path: Path) -> None:
    """A23: an internal transfer is no payment order, so that it does not hold the day (R66)."""
    a_loan_is_paid_out(stage)
    assert refused_to_two(stage, SweepChannel("NOBODY", Money.parse("1.00"))).code == "NO_SUCH_CHANNEL"
    by_two(stage, SweepChannel("MAIN", Money.parse("1100.16")))
    assert stage.booked("SWEPT", START) == [("Dr", "1002.01", "1100.16"), ("Cr", "1012.01", "1100.16")]
    assert [each.party for each in latest(stage, "SWEPT").lines] == ["", "MAIN"]
    stage.days_pass(until=NEXT)
    assert Reconciling(stage, tmp_path).books(START).held is None


@pytest.mark.entry("A24")
@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_a_channels_fee_is_booked_from_its_statement_once(stage: Stage, tmp_path: Path) -> None:
    """A24: 2.00 for a payout; a corrected statement says 1.50, and 0.50 is taken back in red."""
    a_loan_is_paid_out(stage)
    paid = attrs.evolve(
        told(START, stage.payouts.heard[0][1], "12000.00", told(START, "", "1.00").flow.PAYOUT), fee=200
    )
    stage.days_pass(until=NEXT)
    desk = Reconciling(stage, tmp_path)
    for _twice in range(2):
        desk.statement(START, [paid])
        assert stage.booked("CHANNEL_FEE", NEXT) == [("Dr", "6421.01", "2.00"), ("Cr", "1012.01", "2.00")]
    fee = latest(stage, "CHANNEL_FEE")
    assert (fee.value_date, [each.party for each in fee.lines]) == (START, ["", "MAIN"])
    desk.statement(START, [attrs.evolve(paid, fee=150)], version=3)
    assert sorted(stage.booked("CHANNEL_FEE", NEXT)) == sorted(
        [
            ("Dr", "6421.01", "2.00"),
            ("Cr", "1012.01", "2.00"),
            ("Dr", "6421.01", "-0.50"),
            ("Cr", "1012.01", "-0.50"),
        ]
    )
    stage.days_pass(until=NEXT + timedelta(days=1))
    assert desk.books(NEXT).held is None


@pytest.mark.entry("A20")
@pytest.mark.requirement("R78", command="SellAsset")
def test_a_repossessed_car_is_sold_once(stage: Stage) -> None:
    """A19 and A20: taken at 40,000.00 for a loan of 50,000.00, sold at 42,000.00 gross with 1,000.00 of cost."""
    loan_id, _contract, _customer = lent(stage, amount="50000.00")
    sale = SellAsset(loan_id=loan_id, proceeds=Money.parse("42000.00"), cost=Money.parse("1000.00"))
    assert refused_to_two(stage, sale).code == "NOTHING_TO_SELL"
    stage.done(RecallLoan(loan_id, "recall-1"), SYSTEM)
    stage.collections.words = [Word.FAILED] * 20
    stage.days_pass(until=NEXT)
    cleared = ClearLoan(loan_id, Money.parse("40000.00"), ClearanceMeans.COLLATERAL, "car-1")
    agreed(stage, cleared, REVIEWER, OTHER_REVIEWER)
    dollars = attrs.evolve(sale, proceeds=Money.parse("1.00", Currency("USD")))
    assert refused_to_two(stage, dollars).facts["reason"] == "OTHER_CURRENCY"
    by_two(stage, sale)
    assert stage.booked("ASSET_SOLD", NEXT) == [
        ("Dr", "1002.01", "41000.00"),
        ("Cr", "1441.01", "40000.00"),
        ("Cr", "6115.01", "1000.00"),
    ]
    assert refused_to_two(stage, sale).code == "NOTHING_TO_SELL"


@pytest.mark.requirement("R61", command="CorrectVoucher")
def test_a_voucher_is_taken_back_in_red_once_and_each_names_the_other(stage: Stage) -> None:
    by_two(stage, by_hand(line("Dr", "6601.01", "200.00"), line("Cr", "2241.05", "200.00"), value_date=NEXT))
    wrong = latest(stage, "MANUAL")
    stage.days_pass(until=NEXT)
    by_two(stage, CorrectVoucher(voucher_id=wrong.id, reason="paid by somebody else"))
    undone = latest(stage, "CORRECTED_IN_RED")
    assert shown_of(undone) == [("Dr", "6601.01", "-200.00"), ("Cr", "2241.05", "-200.00")]
    assert (undone.business_date, undone.value_date) == (NEXT, wrong.value_date)
    assert stage.answer(GetVoucher(wrong.id)).corrected_by == undone.id
    assert stage.answer(GetVoucher(undone.id)).corrects == wrong.id
    again = refused_to_two(stage, CorrectVoucher(voucher_id=wrong.id, reason="again"))
    assert (again.code, again.facts["by"]) == ("ALREADY_CORRECTED", undone.id.value)
    of_itself = refused_to_two(stage, CorrectVoucher(voucher_id=undone.id, reason="again"))
    assert of_itself.code == "VOUCHER_NOT_CORRECTABLE"


@pytest.mark.requirement("R61", command="CorrectVoucher")
def test_a_voucher_of_last_year_is_taken_back_in_blue() -> None:
    with staged("memory", date(2024, 12, 31)) as stage:
        by_two(stage, by_hand(line("Dr", "6601.01", "200.00"), line("Cr", "2241.05", "200.00")))
        wrong = latest(stage, "MANUAL")
        stage.days_pass(until=date(2025, 1, 1))
        by_two(stage, CorrectVoucher(voucher_id=wrong.id, reason="paid by somebody else"))
        undone = latest(stage, "CORRECTED_IN_BLUE")
        assert shown_of(undone) == [("Cr", "6601.01", "200.00"), ("Dr", "2241.05", "200.00")]
        assert (undone.business_date, undone.value_date) == (date(2025, 1, 1), date(2024, 12, 31))


def test_what_follows_from_a_loan_is_put_right_on_the_loan(stage: Stage) -> None:
    a_loan_is_paid_out(stage)
    paid = latest(stage, "DISBURSED")
    refusal = refused_to_two(stage, CorrectVoucher(voucher_id=paid.id, reason="why not"))
    assert (refusal.code, refusal.facts["event"]) == ("VOUCHER_NOT_CORRECTABLE", "DISBURSED")
    assert stage.refusal(CorrectVoucher(voucher_id=paid.id, reason="alone"), MAKER).code == "NEEDS_SECOND_PERSON"
