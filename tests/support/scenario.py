"""The slice: one loan's whole life, from the product to its last voucher, and what is refused on the way.

It is base loan L of the handbook (12,000.00 at 18 % over 12 months), paid out on 5 April 2024 so that its first
period has the thirty days of A3. Figures are the handbook's: F1, F12, A2 to A5, A9.
"""

from datetime import date, timedelta

from lending.accounting.queries import GetTrialBalance
from lending.application.call import Actor, Role
from lending.contracts.commands import AcceptContract
from lending.contracts.queries import GetContract
from lending.customers.commands import RegisterCustomer
from lending.customers.ids import CustomerId
from lending.kernel.money import Currency, Money
from lending.loans.commands import RepayLoan, SettleLoan
from lending.loans.ids import LoanId
from lending.loans.queries import GetLoan, GetSettlementQuote, LoanView, QuoteLoan
from lending.origination.commands import ConfirmOffer, ContractOffered, SubmitApplication
from lending.origination.ids import ApplicationId
from lending.origination.queries import GetApplication
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.commands import RecordPayoutAnswer
from lending.payments.ids import DisbursementOrderId
from tests.support.desk import person
from tests.support.platform import Stage

__all__ = ["FIRST_DUE", "START", "a_loan_is_paid_out", "run_slice"]

START = date(2024, 4, 5)
FIRST_DUE, SECOND_DUE, THIRD_DUE = date(2024, 5, 5), date(2024, 6, 5), date(2024, 7, 5)
SETTLED_ON = date(2024, 7, 17)
AMOUNT = Money.parse("12000.00")
CHANNEL = Actor("channel", Role.CHANNEL)
TEN_SECONDS = timedelta(seconds=10)


def run_slice(stage: Stage) -> None:
    """The whole life. Asserts everything it sees."""
    the_quote_is_the_handbooks(stage)
    borrower, customer = a_customer(stage)
    application = an_application_is_offered(stage, borrower, customer)
    contract = stage.done(ConfirmOffer(application), customer)
    loan_id = the_payout_is_in_doubt_then_called_back(stage, application, contract, customer)
    the_first_days_are_accrued(stage)
    the_first_instalment_is_deducted(stage, loan_id, customer)
    the_second_instalment_is_paid_by_hand(stage, loan_id, customer)
    stage.days_pass(until=THIRD_DUE)
    the_loan_is_settled_early(stage, loan_id, customer)
    assert stage.answer(GetContract(contract.contract_id)).status == "SETTLED"
    the_books_are_closed(stage)


def a_loan_is_paid_out(stage: Stage) -> tuple[LoanId, Actor]:
    """The life as far as the payout; the loan and the customer it is lent to."""
    borrower, customer = a_customer(stage)
    application = an_application_is_offered(stage, borrower, customer)
    contract = stage.done(ConfirmOffer(application), customer)
    return the_payout_is_in_doubt_then_called_back(stage, application, contract, customer), customer


def a_customer(stage: Stage) -> tuple[CustomerId, Actor]:
    """Somebody registered, who acts for themselves."""
    borrower = stage.done(RegisterCustomer(person())).customer_id
    return borrower, Actor(borrower.value, Role.CUSTOMER, borrower.value)


def the_quote_is_the_handbooks(stage: Stage) -> None:
    """F1 and F17: 1,100.16 a month, 1,201.95 of interest, 18.00 % a year."""
    view = stage.answer(QuoteLoan("small-cash", AMOUNT, 12, START))
    assert [row.total.text for row in view.instalments] == ["1100.16"] * 11 + ["1100.19"]
    assert (view.total_interest.text, view.total_to_pay.text, view.apr.percent) == ("1201.95", "13201.95", "18.00 %")


def an_application_is_offered(stage: Stage, borrower: CustomerId, customer: Actor) -> ApplicationId:
    """Asked for, weighed and offered; wrong and repeated requests change nothing."""

    def asked(product: str = "small-cash", amount: Money = AMOUNT, instalments: int = 12) -> SubmitApplication:
        return SubmitApplication(customer_id=borrower, product=product, amount=amount, instalments=instalments)

    assert stage.refusal(asked(product="large-cash"), customer).code == "PRODUCT_NOT_FOUND"
    assert stage.refusal(asked(amount=Money.parse("12000.00", Currency("USD"))), customer).code == "WRONG_CURRENCY"
    assert stage.refusal(asked(amount=Money.parse("50000.01")), customer).code == "AMOUNT_OUT_OF_RANGE"
    assert stage.refusal(asked(instalments=13), customer).code == "TERM_NOT_OFFERED"
    stranger = Actor("stranger", Role.CUSTOMER, "cust_00000000000000000000000000")
    assert stage.refusal(asked(), stranger).code == "NOT_GRANTED"

    submitted = stage.done(asked(), customer, "application-1")
    assert stage.done(asked(), customer, "application-1") == submitted
    assert stage.refusal(asked(instalments=6), customer, "application-1").code == "REQUEST_ID_REUSED"
    assert stage.refusal(asked(), customer).code == "UNFINISHED_APPLICATION"

    view = stage.answer(GetApplication(submitted.application_id), customer)
    assert view.status == "APPROVED"
    assert view.offer is not None
    assert (view.offer.principal, view.offer.annual_rate.percent) == (AMOUNT, "18.00 %")
    return submitted.application_id


def the_payout_is_in_doubt_then_called_back(
    stage: Stage, application: ApplicationId, contract: ContractOffered, customer: Actor
) -> LoanId:
    """A2 is posted on the channel's success, not before; the callback comes twice and counts once."""
    stage.payouts.words = [Word.UNKNOWN, Word.ACCEPTED]
    other = AcceptContract(contract.contract_id, "0" * 64)
    assert stage.refusal(other, customer).code == "TERMS_DIFFER"
    stage.done(AcceptContract(contract.contract_id, contract.digest), customer)
    assert stage.answer(GetApplication(application), customer).loan_id is None
    stage.work(after=TEN_SECONDS)
    assert [act for act, _order in stage.payouts.heard] == ["pay", "query"]
    assert stage.booked("DISBURSED", START) == []

    order_no = stage.payouts.heard[0][1]
    order_id = DisbursementOrderId(order_no.rpartition("-")[0])
    callback = RecordPayoutAnswer(order_id, order_no, ChannelAnswer(Word.SUCCESS, on=START))
    assert stage.done(callback, CHANNEL).status == "SUCCESS"
    assert stage.done(callback, CHANNEL).status == "SUCCESS"
    stage.work(after=timedelta(minutes=11))
    assert len(stage.payouts.heard) == 2, "an order with its final word is not asked after"

    assert stage.booked("DISBURSED", START) == [("Dr", "1303.01", "12000.00"), ("Cr", "1012.01", "12000.00")]
    view = stage.answer(GetApplication(application), customer)
    assert view.status == "PAID"
    assert view.loan_id is not None
    return LoanId(view.loan_id)


def the_first_days_are_accrued(stage: Stage) -> None:
    """A3: a thirtieth of 180.00 a day."""
    stage.days_pass(until=date(2024, 4, 7))
    for day in (date(2024, 4, 6), date(2024, 4, 7)):
        assert stage.booked("ACCRUED", day) == [("Dr", "1132.01", "6.00"), ("Cr", "6011.01", "6.00")]


def the_first_instalment_is_deducted(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """A4 and A5; while the deduction is in doubt the loan takes no other money (R50, R71)."""
    stage.collections.words = [Word.UNKNOWN, Word.SUCCESS]
    stage.days_pass(until=FIRST_DUE)
    assert stage.booked("FELL_DUE", FIRST_DUE) == [("Dr", "1132.02", "180.00"), ("Cr", "1132.01", "180.00")]
    due = a_loan(stage, loan_id)
    assert (due.due_now.text, due.instalments[0].status) == ("1100.16", "DUE")
    assert stage.refusal(RepayLoan(loan_id, due.due_now, "by-hand-1"), customer).code == "MONEY_IN_HELD"
    stage.work(after=TEN_SECONDS)
    assert stage.booked("REPAID", FIRST_DUE) == [
        ("Dr", "1012.01", "1100.16"),
        ("Cr", "1303.01", "920.16"),
        ("Cr", "1132.02", "180.00"),
    ]
    assert a_loan(stage, loan_id).principal_left.text == "11079.84"


def the_second_instalment_is_paid_by_hand(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """The account was empty: the customer pays 1,100.16 = 933.96 + 166.20 by hand, once."""
    stage.collections.words = [Word.FAILED]
    stage.days_pass(until=SECOND_DUE)
    payment = RepayLoan(loan_id, Money.parse("1100.16"), "by-hand-2")
    assert stage.refusal(RepayLoan(loan_id, Money.parse("1100.16", Currency("USD")), "x"), customer).code == (
        "WRONG_CURRENCY"
    )
    receipt = stage.done(payment, customer, "by-hand-2")
    assert (receipt.principal_left.text, receipt.status) == ("10145.88", "NORMAL")
    assert stage.done(payment, customer, "by-hand-2") == receipt
    assert stage.refusal(payment, customer).code == "DUPLICATE_PAYMENT"
    assert stage.booked("REPAID", SECOND_DUE) == [
        ("Dr", "1012.01", "1100.16"),
        ("Cr", "1303.01", "933.96"),
        ("Cr", "1132.02", "166.20"),
    ]


def the_loan_is_settled_early(stage: Stage, loan_id: LoanId, customer: Actor) -> None:
    """F12 and A9, twelve days into the fourth period; a true-up first brings the accrual to the 55.19 asked."""
    stage.days_pass(until=SETTLED_ON)
    asked = stage.answer(GetSettlementQuote(loan_id), customer)
    assert (asked.principal.text, asked.interest.text, asked.fee.text) == ("9197.91", "55.19", "91.98")
    assert asked.total.text == "9345.08"
    short = SettleLoan(loan_id, Money.parse("9345.07"), "settlement")
    assert stage.refusal(short, customer).code == "SETTLEMENT_AMOUNT_DIFFERS"
    assert stage.done(SettleLoan(loan_id, asked.total, "settlement"), customer).status == "SETTLED"
    assert stage.booked("REPAID", SETTLED_ON) == [
        ("Dr", "1012.01", "9345.08"),
        ("Cr", "1303.01", "9197.91"),
        ("Cr", "1132.01", "55.19"),
        ("Cr", "6021.01", "91.98"),
    ]
    after = a_loan(stage, loan_id)
    assert (after.status, after.principal_left.text, after.due_now.text) == ("SETTLED", "0.00", "0.00")
    assert stage.refusal(RepayLoan(loan_id, AMOUNT, "too-late"), customer).code == "LOAN_NOT_ACTIVE"


def the_books_are_closed(stage: Stage) -> None:
    """Nothing receivable is left: 180.00 + 166.20 + 152.19 + 55.19 of interest and the fee are what came in."""
    stage.days_pass(until=SETTLED_ON + timedelta(days=2))
    rows = stage.answer(GetTrialBalance()).rows
    left = {row.account: Money(row.debit - row.credit).text for row in rows if row.debit != row.credit}
    assert left == {"1012.01": "645.56", "6011.01": "-553.58", "6021.01": "-91.98"}
    assert all(sum(line.signed for line in voucher.lines) == 0 for voucher in stage.vouchers())


def a_loan(stage: Stage, loan_id: LoanId) -> LoanView:
    """The loan as it stands."""
    return stage.answer(GetLoan(loan_id))
