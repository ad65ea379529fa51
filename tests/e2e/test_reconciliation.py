"""Reconciliation from statement to voucher, the same on every store and over the wire: S3 to S5, and the gate."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lending.accounting.ports import DAY_RELEASES
from lending.contracts.commands import AcceptContract
from lending.kernel.money import Money
from lending.loans.commands import RepayLoan
from lending.loans.queries import GetLoan
from lending.origination.commands import ConfirmOffer
from lending.payments.channel import Word
from lending.reconciliation.commands import ParkDifference, ReleaseDay, ResolveDifference
from lending.reconciliation.difference import Way
from lending.reconciliation.queries import GetAgeing, GetReconciledDay
from lending.reconciliation.statement import Flow, LineState
from lending_adapters.privacy import Keyring
from lending_adapters.proofs import prove
from tests.support.platform import Stage, staged
from tests.support.reconciling import MAKER, Reconciling, line
from tests.support.scenario import (
    FIRST_DUE,
    START,
    a_customer,
    a_loan_is_paid_out,
    an_application_is_offered,
    the_first_instalment_is_deducted,
)

ONE_DAY = timedelta(days=1)
NEXT = START + ONE_DAY


@pytest.fixture(params=["memory", "sqlite", "postgresql", "grpc"])
def desk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Reconciling]:
    """A platform on each store, and one behind a server; what was done to a database is proved sound at the end."""
    keyring = Keyring.generate().text
    urls = {"memory": "memory", "grpc": "memory", "sqlite": f"sqlite:///{tmp_path / 'reconciled.db'}"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, START, keyring=keyring, over_grpc=request.param == "grpc") as stage:
        yield Reconciling(stage, tmp_path)
    if url != "memory":
        assert not [proof for proof in prove(url, {"LENDING_KEYRING": keyring}) if proof.violated]


def payout_no(stage: Stage) -> str:
    """The number under which the channel heard of the payout."""
    return stage.payouts.heard[0][1]


def deduction_no(stage: Stage) -> str:
    """The number under which the channel heard of the deduction."""
    return stage.collections.heard[0][1]


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_a_payout_in_doubt_follows_the_statement(desk: Reconciling) -> None:
    """They say success, we are in doubt: machine 3.4 goes to SUCCESS, A2 is posted, and the two sides agree."""
    stage = desk.stage
    stage.payouts.words = [Word.UNKNOWN] * 100
    borrower, customer = a_customer(stage)
    contract = stage.done(ConfirmOffer(an_application_is_offered(stage, borrower, customer)), customer)
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    stage.days_pass(until=NEXT)
    recorded = desk.statement(START, [line(START, payout_no(stage), "12000.00", Flow.PAYOUT)])
    assert (recorded.matched, recorded.differences) == (0, 1)
    raised = desk.the_one(START)
    assert (raised.result, raised.state, raised.effect) == ("STATUS_DIFF", "STATUS_DIFF", -1_200_000)
    stage.work()
    assert stage.booked("DISBURSED", NEXT) == [("Dr", "1303.01", "12000.00"), ("Cr", "1012.01", "12000.00")]
    assert [voucher.value_date for voucher in stage.vouchers() if voucher.event == "DISBURSED"] == [START]
    assert desk.the_one(START).state == "MATCHED_LATE"
    assert desk.statement(START, [line(START, payout_no(stage), "12000.00", Flow.PAYOUT)]).repeated


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_another_amount_in_doubt_is_never_followed(desk: Reconciling) -> None:
    stage = desk.stage
    stage.payouts.words = [Word.UNKNOWN] * 100
    borrower, customer = a_customer(stage)
    contract = stage.done(ConfirmOffer(an_application_is_offered(stage, borrower, customer)), customer)
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    stage.days_pass(until=NEXT)
    desk.statement(START, [line(START, payout_no(stage), "11999.99", Flow.PAYOUT)])
    stage.work()
    raised = desk.the_one(START)
    assert (raised.result, raised.state) == ("AMOUNT_DIFF", "AMOUNT_DIFF")
    assert stage.booked("DISBURSED", NEXT) == []


@pytest.mark.entry("S3")
@pytest.mark.requirement("R55", "R65", command=("RecordReconciliation", "ParkDifference", "ResolveDifference"))
def test_a_surplus_is_looked_for_three_days_then_parked_and_resolved_by_two(desk: Reconciling) -> None:
    """S3: 88.00 that the bank has and we do not; at last a gain, with a maker and a checker."""
    stage = desk.stage
    a_loan_is_paid_out(stage)
    paid = line(START, payout_no(stage), "12000.00", Flow.PAYOUT)
    stage.days_pass(until=START + 5 * ONE_DAY)
    desk.statement(START, [paid, line(START, "nobody-knows", "88.00")])
    for number in (1, 2):
        assert desk.statement(START + number * ONE_DAY, []).parked == 0
    assert desk.the_one(START).state == "LONG"
    assert [(row.state, row.age_from, row.count, row.surplus) for row in stage.answer(GetAgeing()).rows] == [
        ("LONG", 4, 1, 8_800)
    ]
    assert desk.statement(START + 3 * ONE_DAY, []).parked == 1
    today = START + 5 * ONE_DAY
    assert stage.booked("RECONCILIATION_PARKED", today) == [("Dr", "1012.01", "88.00"), ("Cr", "2241.04", "88.00")]

    parked = desk.the_one(START)
    assert (parked.state, parked.ways) == ("PARKED", ("SUPPLEMENT", "REVERSAL", "REFUND", "GAIN"))
    gain = ResolveDifference(difference_id=parked.difference_id, way=Way.GAIN)
    assert stage.refusal(gain, MAKER).code == "NEEDS_SECOND_PERSON"
    loss = ResolveDifference(difference_id=parked.difference_id, way=Way.LOSS)
    assert desk.refused_to_two(loss).code == "WAY_NOT_OPEN"
    desk.by_two(gain)
    assert stage.booked("RECONCILIATION_RESOLVED", today) == [("Dr", "2241.04", "88.00"), ("Cr", "6301.01", "88.00")]
    assert desk.the_one(START).state == "RESOLVED"
    assert desk.refused_to_two(gain).code == "WRONG_DIFFERENCE_STATE"
    assert stage.answer(GetAgeing()).rows == ()


@pytest.mark.entry("S4", "S5")
@pytest.mark.requirement("R55", command=("ParkDifference", "ResolveDifference"))
def test_a_shortage_is_parked_by_two_and_written_to_loss(desk: Reconciling) -> None:
    """S4 and S5: of a deduction of 1,100.16 the channel has 66.00 less."""
    stage = desk.stage
    loan_id, customer = a_loan_is_paid_out(stage)
    the_first_instalment_is_deducted(stage, loan_id, customer)
    today = FIRST_DUE + ONE_DAY
    stage.days_pass(until=today)
    desk.statement(FIRST_DUE, [line(FIRST_DUE, deduction_no(stage), "1034.16")])
    short = desk.the_one(FIRST_DUE)
    assert (short.result, short.theirs, short.ours, short.effect) == ("AMOUNT_DIFF", 103_416, 110_016, -6_600)
    assert stage.refusal(ParkDifference(short.difference_id), MAKER).code == "NEEDS_SECOND_PERSON"
    desk.by_two(ParkDifference(short.difference_id))
    assert stage.booked("RECONCILIATION_PARKED", today) == [("Dr", "1221.03", "66.00"), ("Cr", "1012.01", "66.00")]
    desk.by_two(ResolveDifference(difference_id=short.difference_id, way=Way.LOSS))
    assert stage.booked("RECONCILIATION_RESOLVED", today) == [("Dr", "6711.01", "66.00"), ("Cr", "1221.03", "66.00")]


@pytest.mark.requirement("R55", command="ResolveDifference")
def test_what_was_parked_too_early_is_reversed_in_red(desk: Reconciling) -> None:
    stage = desk.stage
    a_loan_is_paid_out(stage)
    stage.days_pass(until=NEXT)
    desk.statement(START, [])
    missing = desk.the_one(START)
    assert (missing.result, missing.effect) == ("SHORT", 1_200_000)
    desk.by_two(ParkDifference(missing.difference_id))
    assert stage.booked("RECONCILIATION_PARKED", NEXT)[0] == ("Dr", "1012.01", "12000.00")
    desk.by_two(ResolveDifference(difference_id=missing.difference_id, way=Way.REVERSAL))
    assert stage.booked("RECONCILIATION_REVERSED", NEXT) == [
        ("Dr", "1012.01", "-12000.00"),
        ("Cr", "2241.04", "-12000.00"),
    ]


@pytest.mark.requirement("R55", "R66", command=("ResolveDifference", "RecordReconciliation", "ReleaseDay"))
def test_a_supplement_entry_repays_the_loan_and_the_books_stay_reconciled(desk: Reconciling) -> None:
    """The customer's 88.00 came in with no order: it is named, repays the loan as of its day, and nothing is left."""
    stage = desk.stage
    loan_id, _customer = a_loan_is_paid_out(stage)
    paid = line(START, payout_no(stage), "12000.00", Flow.PAYOUT)
    stage.days_pass(until=NEXT)
    desk.statement(START, [paid, line(START, "", "88.00", channel_no="C-unnamed")])
    surplus = desk.the_one(START)
    assert (surplus.result, surplus.reference) == ("LONG", "C-unnamed")
    desk.by_two(ParkDifference(surplus.difference_id))
    nameless = ResolveDifference(difference_id=surplus.difference_id, way=Way.SUPPLEMENT)
    assert desk.refused_to_two(nameless).code == "LOAN_NOT_NAMED"
    desk.by_two(ResolveDifference(difference_id=surplus.difference_id, way=Way.SUPPLEMENT, loan_id=loan_id))
    assert stage.booked("RECONCILIATION_RESOLVED", NEXT) == [("Dr", "2241.04", "88.00"), ("Cr", "1012.01", "88.00")]
    repaid = [voucher for voucher in stage.vouchers() if voucher.event == "REPAID"]
    assert [(voucher.value_date, voucher.business_date) for voucher in repaid] == [(START, NEXT)]
    assert ("Dr", "1012.01", "88.00") in stage.booked("REPAID", NEXT)
    stage.days_pass(until=NEXT + ONE_DAY)
    assert desk.books(NEXT).held is None


@pytest.mark.requirement("R55", "R65", command=("RecordReconciliation", "ResolveDifference"))
def test_money_that_names_no_loan_is_held_until_two_people_name_one(desk: Reconciling) -> None:
    """Held on the day it is told of (S1), it pays what fell due on its own day and the rest is the customer's (S2)."""
    stage = desk.stage
    loan_id, _customer = a_loan_is_paid_out(stage)
    stage.collections.words = [Word.FAILED] * 30
    stage.days_pass(until=FIRST_DUE + ONE_DAY)
    transfer = line(FIRST_DUE, "", "1200.16", Flow.RECEIPT, channel_no="T-1")
    desk.statement(FIRST_DUE, [transfer])
    held = desk.the_one(FIRST_DUE)
    assert (held.result, held.state, held.effect) == ("LONG", "PARKED", 120_016)
    assert held.ways == ("SUPPLEMENT", "REVERSAL", "REFUND", "GAIN")
    today = FIRST_DUE + ONE_DAY
    assert stage.booked("RECONCILIATION_PARKED", today) == [("Dr", "1012.01", "1200.16"), ("Cr", "2241.02", "1200.16")]
    assert desk.statement(FIRST_DUE, [transfer], version=2).differences == 1
    assert desk.the_one(FIRST_DUE).difference_id == held.difference_id, "told again it is the same money"
    desk.by_two(ResolveDifference(difference_id=held.difference_id, way=Way.SUPPLEMENT, loan_id=loan_id))
    assert stage.booked("RECONCILIATION_RESOLVED", today) == [
        ("Dr", "2241.02", "1200.16"),
        ("Cr", "1012.01", "1200.16"),
    ]
    assert stage.answer(GetLoan(loan_id)).status == "NORMAL"
    assert ("Cr", "2241.03", "100.00") in stage.booked("REPAID", today)
    stage.days_pass(until=today + ONE_DAY)
    assert desk.books(today).held is None


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_a_number_that_was_told_of_another_day_is_not_held_twice(desk: Reconciling) -> None:
    stage = desk.stage
    stage.days_pass(until=NEXT + ONE_DAY)
    for number, state in ((0, "PARKED"), (1, "LONG")):
        day = START + number * ONE_DAY
        desk.statement(day, [line(day, "", "500.00", Flow.RECEIPT, channel_no="T-1")])
        assert desk.the_one(day).state == state
    assert len([each for each in stage.vouchers() if each.event == "RECONCILIATION_PARKED"]) == 1


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_a_transfer_that_failed_is_no_money(desk: Reconciling) -> None:
    desk.stage.days_pass(until=NEXT)
    desk.statement(START, [line(START, "", "500.00", Flow.RECEIPT, LineState.FAILED, channel_no="T-1")])
    assert desk.differences(START) == []


@pytest.mark.requirement("R55", "R65", command="ResolveDifference")
def test_money_given_back_is_expected_on_the_next_statement(desk: Reconciling) -> None:
    stage = desk.stage
    a_loan_is_paid_out(stage)
    stage.days_pass(until=NEXT)
    paid = line(START, payout_no(stage), "12000.00", Flow.PAYOUT)
    desk.statement(START, [paid, line(START, "stranger", "88.00")])
    surplus = desk.the_one(START)
    desk.by_two(ParkDifference(surplus.difference_id))
    desk.by_two(ResolveDifference(difference_id=surplus.difference_id, way=Way.REFUND))
    stage.days_pass(until=NEXT + ONE_DAY)
    refund = line(NEXT, "stranger", "88.00", Flow.REFUND)
    assert desk.statement(NEXT, [refund]).matched == 1
    assert desk.differences(NEXT) == []
    corrected = desk.statement(NEXT, [], version=2)
    assert (corrected.matched, desk.the_one(NEXT).result) == (0, "SHORT")


@pytest.mark.requirement("R66", command=("RecordReconciliation", "ReleaseDay"))
def test_a_day_is_released_when_its_books_are_reconciled(desk: Reconciling) -> None:
    """Payout on the first day, deduction a month later: each day's orders are what ledger and loans say."""
    stage = desk.stage
    loan_id, customer = a_loan_is_paid_out(stage)
    assert stage.refusal(ReleaseDay(START)).code == "DAY_NOT_CLOSED"
    stage.days_pass(until=NEXT)
    held = stage.refusal(ReleaseDay(START))
    assert (held.code, held.facts["not_reconciled"]) == ("DAY_HELD", "BUSINESS; LEDGER")
    done = desk.books(START)
    assert (done.ledger.matched, done.business.matched, done.held) == (1, 1, None)
    the_first_instalment_is_deducted(stage, loan_id, customer)
    stage.days_pass(until=FIRST_DUE + ONE_DAY)
    done = desk.books(FIRST_DUE)
    assert (done.ledger.matched, done.business.matched, done.held) == (1, 1, None)
    assert stage.platform.store.load(DAY_RELEASES, FIRST_DUE.isoformat()) is not None
    assert stage.platform.store.load(DAY_RELEASES, NEXT.isoformat()) is None
    assert stage.answer(GetReconciledDay("LEDGER", FIRST_DUE)).released


@pytest.mark.requirement("R66", command=("ParkDifference", "ReleaseDay"))
def test_a_day_whose_books_differ_is_held_until_the_difference_is_parked(desk: Reconciling) -> None:
    """A repayment that no payment order stands for is on the loan and in the ledger, and nowhere in the fund system."""
    stage = desk.stage
    loan_id, customer = a_loan_is_paid_out(stage)
    stage.done(RepayLoan(loan_id, Money.parse("66.00"), "by-hand"), customer)
    stage.days_pass(until=NEXT)
    done = desk.books(START)
    assert (done.ledger.differences, done.business.differences) == (1, 0), "told once"
    assert done.held is not None
    assert (done.held.code, done.held.facts["differences"]) == ("DAY_HELD", "1")
    unbacked = desk.the_one(START, "LEDGER")
    assert (unbacked.reference, unbacked.result, unbacked.effect) == (loan_id.value, "SHORT", -6_600)
    desk.by_two(ParkDifference(unbacked.difference_id))
    assert stage.booked("RECONCILIATION_PARKED", NEXT) == [("Dr", "1221.03", "66.00"), ("Cr", "1012.01", "66.00")]
    assert stage.platform.store.load(DAY_RELEASES, START.isoformat()) is not None, "released as soon as it is parked"
    stage.days_pass(until=NEXT + ONE_DAY)
    assert desk.books(NEXT).held is None, "reconciliation's own vouchers are no orders"
    assert stage.answer(GetLoan(loan_id)).status == "NORMAL"


@pytest.mark.requirement("R65", command="RecordReconciliation")
def test_a_statement_published_again(desk: Reconciling) -> None:
    """The same version with other lines is refused; a later one corrects, keeps and raises; an older one is late."""
    stage = desk.stage
    a_loan_is_paid_out(stage)
    stage.days_pass(until=NEXT)
    paid = line(START, payout_no(stage), "12000.00", Flow.PAYOUT)
    kept = line(START, "kept", "1.00")
    desk.statement(START, [paid, kept, line(START, "gone", "2.00")], version=2)
    known = {each.reference: each.difference_id for each in desk.differences(START)}
    assert set(known) == {"kept", "gone"}
    for version, code in ((2, "STATEMENT_CHANGED"), (1, "STATEMENT_OUTDATED")):
        with pytest.raises(Exception, match=code):
            desk.statement(START, [paid, kept], version=version)
    again = desk.statement(START, [paid, kept, line(START, "fresh", "3.00")], version=3)
    assert (again.matched, again.differences, again.repeated) == (1, 2, False)
    states = {each.reference: (each.state, each.difference_id) for each in desk.differences(START)}
    assert states["gone"] == ("MATCHED_LATE", known["gone"])
    assert states["kept"] == ("LONG", known["kept"])
    assert states["fresh"][0] == "LONG"


def test_a_day_that_is_open_is_not_reconciled(desk: Reconciling) -> None:
    for reconcile in (lambda: desk.statement(START, []), lambda: desk.books(START)):
        with pytest.raises(Exception, match="DAY_NOT_CLOSED"):
            reconcile()
