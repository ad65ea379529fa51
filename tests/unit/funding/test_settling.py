"""Settling with a funder for a day: 10,000.00 shared 30/70, the funder keeps 9 % of the 18 % (§5, form ii; B4, B5)."""

from datetime import date

import attrs
import pytest

from lending.accounting.funder_money import SETTLED
from lending.accounting.journal import Side
from lending.accounting.ports import VOUCHERS
from lending.funding.income import Form, Income
from lending.funding.ports import FUNDER_SETTLEMENTS, SETTLEMENT_ITEMS
from lending.funding.refusals import (
    BankAmountDiffers,
    BankSerialKnown,
    DayNotCutOff,
    DisputedLineUnknown,
    NothingToSettle,
    SettlementFileDiffers,
    SettlementNotFound,
    SettlementUnbalanced,
    WrongSettlementState,
)
from lending.funding.settlement import FunderSettlement, LineDispute, SettlementAnswer
from lending.funding.settlement_commands import (
    CalculateFunderSettlement,
    CheckFunderSettlement,
    MatchFunderSettlement,
    PayFunderSettlement,
    RecordFunderSettlementAnswer,
    SendFunderSettlement,
)
from lending.funding.settlement_items import ShareAmounts
from lending.funding.settlement_queries import GetFunderSettlement, ListFunderSettlementLines, ListFunderSettlements
from lending.funding.sharing import FunderShare
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.loans.commands import ReversePayment
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import pay_out_jointly
from tests.support.settlements import answered, paid, reversed_by_two, sent

NINE = Income(form=Form.FIXED_YIELD, yield_rate=Rate.parse("0.09"))
BANK_A = FunderShare("BANK_A", 7_000, NINE)
PAID_OUT = date(2024, 1, 5)
FIRST_DUE = date(2024, 2, 5)
AFTER = date(2024, 2, 6)
OF = {"funder": "BANK_A", "day": FIRST_DUE}


@pytest.fixture
def desk() -> Desk:
    """A loan paid out on 5 January, its first instalment deducted on 5 February, which is closed."""
    made = Desk()
    pay_out_jointly(made, BANK_A)
    made.close_days_until(AFTER)
    return made


@pytest.fixture
def loan_id(desk: Desk) -> LoanId:
    (loan,) = desk.store.page(LOANS, None, "", "", 2)
    return loan.id


def settlement(desk: Desk, day: date = FIRST_DUE) -> FunderSettlement:
    stored = desk.store.load(FUNDER_SETTLEMENTS, f"BANK_A/{day}/CNY")
    assert stored is not None
    return stored.value


def booked(desk: Desk, day: date = FIRST_DUE) -> dict[str, list[tuple[str, str, str, str]]]:
    """The lines of the vouchers of a settlement's payment, by book."""
    found: dict[str, list[tuple[str, str, str, str]]] = {}
    for held in desk.store.page(VOUCHERS, None, "", "", 10_000):
        if held.event == SETTLED and held.lines[0].subject == f"BANK_A/{day}/CNY":
            found.setdefault(held.book, []).extend(
                ("Dr" if line.side is Side.DEBIT else "Cr", line.account, line.party, Money(line.amount).text)
                for line in held.lines
            )
    return found


def test_the_end_of_day_settles_the_day_before_and_the_ledger_agrees(desk: Desk, loan_id: LoanId) -> None:
    """B4: 589.26 of principal 536.76 and interest 105.00 less our fee 52.50."""
    made = settlement(desk)
    assert made.totals == ShareAmounts(principal=53_676, interest=10_500, service_fee=5_250)
    assert (made.state.value, made.net, made.lines) == ("CHECKED", Money.parse("589.26"), 1)
    (line,) = desk.answer(ListFunderSettlementLines(**OF)).lines
    assert (line.day, line.loan_id, line.event) == (FIRST_DUE, loan_id.value, "REPAID")


def test_the_payout_is_told_and_not_settled(desk: Desk, loan_id: LoanId) -> None:
    made = settlement(desk, PAID_OUT)
    assert (made.totals, made.net) == (ShareAmounts(payout=700_000), Money(0))
    (line,) = desk.answer(ListFunderSettlementLines(funder="BANK_A", day=PAID_OUT)).lines
    assert (line.event, line.loan_id) == ("DISBURSED", loan_id.value)


@pytest.mark.entry("B5", "B5f")
def test_b5_the_settlement_is_paid(desk: Desk) -> None:
    sent(desk, "BANK_A", FIRST_DUE)
    answered(desk, "BANK_A", FIRST_DUE)
    paid(desk, "BANK_A", FIRST_DUE)
    assert booked(desk) == {
        "OWN": [("Dr", "2314.02", "BANK_A", "589.26"), ("Cr", "1002.01", "", "589.26")],
        "FND:BANK_A": [("Dr", "1002.01", "", "589.26"), ("Cr", "1011.01", "", "589.26")],
    }
    matched = MatchFunderSettlement(**OF, serial="bank-1", amount=Money.parse("589.26"))
    assert desk.done(matched, SYSTEM).state == "RECONCILED"


def test_nothing_moves_between_days_that_are_open(desk: Desk) -> None:
    assert desk.refusal(CalculateFunderSettlement(funder="BANK_A", day=AFTER)) == DayNotCutOff(AFTER, AFTER)
    empty = CalculateFunderSettlement(funder="BANK_A", day=date(2024, 1, 20))
    assert desk.refusal(empty) == NothingToSettle("BANK_A/2024-01-20/CNY")


def test_each_step_waits_for_the_one_before(desk: Desk) -> None:
    made = settlement(desk)
    answer = SettlementAnswer(of="0" * 64, digest="1" * 64)
    assert desk.refusal(RecordFunderSettlementAnswer(**OF, answer=answer)) == WrongSettlementState("CHECKED", "CONFIRM")
    assert desk.refusal(PayFunderSettlement(**OF), SYSTEM) == WrongSettlementState("CHECKED", "PAY")
    matched = MatchFunderSettlement(**OF, serial="bank-1", amount=made.net)
    assert desk.refusal(matched, SYSTEM) == WrongSettlementState("CHECKED", "MATCH")
    assert desk.refusal(CheckFunderSettlement(**OF)) == WrongSettlementState("CHECKED", "CHECK")
    unknown = GetFunderSettlement(funder="BANK_B", day=FIRST_DUE)
    assert desk.unanswered(unknown) == SettlementNotFound("BANK_B/2024-02-05/CNY")
    assert settlement(desk) == made


def test_only_the_settlements_own_file_is_sent_and_answered(desk: Desk) -> None:
    short = SendFunderSettlement(**OF, lines=0, total=0, digest="a" * 64)
    made = settlement(desk)
    assert desk.refusal(short) == SettlementFileDiffers(made.id, 1, made.net, "")
    digest = sent(desk, "BANK_A", FIRST_DUE)
    other = SendFunderSettlement(**OF, lines=1, total=58_926, digest="b" * 64)
    assert desk.refusal(other) == SettlementFileDiffers(made.id, 1, made.net, digest)
    stale = SettlementAnswer(of="b" * 64, digest="c" * 64)
    assert desk.refusal(RecordFunderSettlementAnswer(**OF, answer=stale)).code == "SETTLEMENT_FILE_DIFFERS"
    assert settlement(desk).state.value == "SENT"


def test_what_is_sent_or_answered_again_changes_nothing(desk: Desk, loan_id: LoanId) -> None:
    sent(desk, "BANK_A", FIRST_DUE)
    sent(desk, "BANK_A", FIRST_DUE)
    answered(desk, "BANK_A", FIRST_DUE)
    answered(desk, "BANK_A", FIRST_DUE)
    assert settlement(desk).state.value == "CONFIRMED"
    contradiction = SettlementAnswer(
        of=settlement(desk).digest, digest="d" * 64, disputes=(LineDispute(1, loan_id.value, "too late"),)
    )
    refused = desk.refusal(RecordFunderSettlementAnswer(**OF, answer=contradiction))
    assert refused == WrongSettlementState("CONFIRMED", "DISPUTE")
    paid(desk, "BANK_A", FIRST_DUE)
    assert desk.refusal(PayFunderSettlement(**OF), SYSTEM) == WrongSettlementState("PAID", "PAY")
    assert len(booked(desk)["OWN"]) == 2


def test_only_lines_of_the_file_can_be_disputed(desk: Desk, loan_id: LoanId) -> None:
    sent(desk, "BANK_A", FIRST_DUE)
    for line, of in ((2, loan_id.value), (1, "loan_of_another")):
        answer = SettlementAnswer(
            of=settlement(desk).digest, digest="d" * 64, disputes=(LineDispute(line, of, "not known here"),)
        )
        refused = desk.refusal(RecordFunderSettlementAnswer(**OF, answer=answer))
        assert refused == DisputedLineUnknown("BANK_A/2024-02-05/CNY", line, of)
    assert settlement(desk).state.value == "SENT"


def test_what_is_disputed_is_carried_to_the_next_day_once(desk: Desk, loan_id: LoanId) -> None:
    """Whole: the next one covers both days, and none after it does."""
    sent(desk, "BANK_A", FIRST_DUE)
    answered(desk, "BANK_A", FIRST_DUE, (LineDispute(1, loan_id.value, "amount is 580.00"),))
    assert settlement(desk).state.value == "DISPUTED"
    assert desk.refusal(PayFunderSettlement(**OF), SYSTEM) == WrongSettlementState("DISPUTED", "PAY")
    desk.close_days_until(date(2024, 2, 8))
    carried = settlement(desk, AFTER)
    assert (carried.covers, carried.net) == ((FIRST_DUE, AFTER), Money.parse("589.26"))
    assert settlement(desk).carried_to == AFTER
    assert desk.store.load(FUNDER_SETTLEMENTS, "BANK_A/2024-02-07/CNY") is None
    for step in (sent, answered, paid):
        step(desk, "BANK_A", AFTER)
    assert booked(desk, AFTER)["OWN"][0] == ("Dr", "2314.02", "BANK_A", "589.26")


def test_a_reversal_after_the_settlement_is_paid_makes_the_next_one_negative(desk: Desk, loan_id: LoanId) -> None:
    """§9: reversal after funder settlement paid. The funder pays 589.26 back: B5 the other way round."""
    for step in (sent, answered, paid):
        step(desk, "BANK_A", FIRST_DUE)
    held = desk.store.load(LOANS, loan_id.value)
    assert held is not None
    key = next(fact.key for fact in held.value.facts if type(fact).__name__ == "Repayment")
    reversed_by_two(desk, ReversePayment(loan_id, key, "reversal-1"))
    desk.close_days_until(date(2024, 2, 7))
    made = settlement(desk, AFTER)
    assert made.state.value == "CHECKED", "what was paid on the day is not what became payable on it"
    assert made.totals == ShareAmounts(principal=-53_676, interest=-10_500, service_fee=-5_250)
    for step in (sent, answered, paid):
        step(desk, "BANK_A", AFTER)
    assert booked(desk, AFTER)["OWN"] == [
        ("Dr", "1002.01", "", "589.26"),
        ("Cr", "2314.02", "BANK_A", "589.26"),
    ]
    assert booked(desk, AFTER)["FND:BANK_A"] == [
        ("Dr", "1011.01", "", "589.26"),
        ("Cr", "1002.01", "", "589.26"),
    ]


def test_a_settlement_that_comes_to_nothing_needs_no_bank(desk: Desk) -> None:
    for step in (sent, answered, paid):
        step(desk, "BANK_A", PAID_OUT)
    assert settlement(desk, PAID_OUT).state.value == "RECONCILED"
    assert not booked(desk, PAID_OUT)


def test_the_banks_payment_is_of_one_settlement_and_its_amount(desk: Desk) -> None:
    for step in (sent, answered, paid):
        step(desk, "BANK_A", FIRST_DUE)
    short = MatchFunderSettlement(**OF, serial="bank-1", amount=Money.parse("589.25"))
    net = Money.parse("589.26")
    assert desk.refusal(short, SYSTEM) == BankAmountDiffers("BANK_A/2024-02-05/CNY", net, Money.parse("589.25"))
    matched = attrs.evolve(short, amount=net)
    for _ in range(2):
        assert desk.done(matched, SYSTEM).state == "RECONCILED", "the very same payment again is no change"
    other = attrs.evolve(matched, serial="bank-2")
    assert desk.refusal(other, SYSTEM) == WrongSettlementState("RECONCILED", "MATCH")
    desk.close_days_until(date(2024, 3, 6))
    march = date(2024, 3, 5)
    for step in (sent, answered, paid):
        step(desk, "BANK_A", march)
    again = MatchFunderSettlement(funder="BANK_A", day=march, serial="bank-1", amount=settlement(desk, march).net)
    assert desk.refusal(again, SYSTEM) == BankSerialKnown("bank-1", "BANK_A/2024-02-05/CNY")


def test_what_the_ledger_does_not_say_is_not_sent(desk: Desk) -> None:
    """An item that no voucher stands behind is found by the check, before anything goes out."""
    (item,) = desk.store.lookup(SETTLEMENT_ITEMS, SETTLEMENT_ITEMS.key("settled_as"), "BANK_A/2024-02-05/CNY")
    forged = attrs.evolve(item.value, id=type(item.value.id).make(RequestId("forged"), 0), day=AFTER)
    desk.store._table(SETTLEMENT_ITEMS).put(forged)
    desk.close_days_until(date(2024, 2, 7))
    made = settlement(desk, AFTER)
    assert made.state.value == "CALCULATED"
    refused = desk.refusal(CheckFunderSettlement(funder="BANK_A", day=AFTER))
    assert refused == SettlementUnbalanced(made.id, Money.parse("589.26"), Money.parse("0.00"))
    early = SendFunderSettlement(funder="BANK_A", day=AFTER, lines=1, total=58_926, digest="a" * 64)
    assert desk.refusal(early) == WrongSettlementState("CALCULATED", "SEND")
    alarms = [record.event for record in desk.store.events() if type(record.event).__name__ == "FunderSettlementHeld"]
    assert alarms


def test_settlements_are_listed_by_funder(desk: Desk) -> None:
    page = desk.answer(ListFunderSettlements(funder="BANK_A"))
    assert [held.day for held in page.settlements] == [PAID_OUT, FIRST_DUE]
    first = desk.answer(ListFunderSettlements(page_size=1))
    rest = desk.answer(ListFunderSettlements(after=first.next_after))
    assert (*first.settlements, *rest.settlements) == page.settlements
