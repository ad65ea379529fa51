"""The forms of the files exchanged with funders and with our bank; all are sealed files, amounts whole minor units.

What is settled with a funder for a day, to the funder:

    #SETTLEMENT,1,BANK_A,2024-02-05,CNY
    line,day,loan,event,payout,principal,interest,penalty,compound,fees,recovered,service_fee,covered,collected,net
    1,2024-02-05,loan_…,REPAID,0,53676,10500,0,0,0,0,5250,0,0,58926
    #END,1,58926,3f0e…

What its book holds of every loan at the end of that day, beside it:

    #BALANCES,1,BANK_A,2024-02-05,CNY
    loan,class,normal,overdue,non_accrual,rents,unearned,interest_accrued,interest_due,penalty,…,written_off
    loan_…,NORMAL,646324,0,0,0,0,0,0,0,0,0,0,0
    #END,1,646324,9ac1…

The funder's word, about the settlement whose lines have that SHA-256; without lines it is confirmed:

    #ANSWER,1,BANK_A,2024-02-05,CNY,3f0e…
    line,loan,reason
    #END,0,e3b0…

What the funder took from borrowers itself (他行代扣), each under its own reference:

    #COLLECTIONS,1,BANK_A,2024-02-05,CNY
    reference,loan,day,amount
    K2024020500001,loan_…,2024-02-05,91680
    #END,1,91680,51ab…

What our bank is to transfer to a funder, and what it says has been; below zero the funder paid us:

    #TRANSFER,1,BANK_A,2024-02-05,CNY        #PAYMENTS,1,BANK,2024-02-07,CNY
    reference,payee,amount                   serial,funder,day,amount
    BANK_A/2024-02-05/CNY,BANK_A,58926       F240207001,BANK_A,2024-02-05,58926
    #END,1,58926,77b1…                       #END,1,58926,c02d…
"""

from datetime import date

import attrs

from lending.accounting.loan_balances import LoanBalance
from lending.funding.settlement_items import ShareAmounts
from lending.kernel.money import MINOR_MAX, Currency
from lending_adapters.sealed_files import FORM, Fields, HeadForm

__all__ = [
    "AMOUNTS",
    "ANSWER",
    "ANSWER_FIELDS",
    "BALANCES",
    "BALANCE_COLUMNS",
    "COLLECTIONS",
    "COLLECTION_FIELDS",
    "HELD",
    "LINE_FIELDS",
    "PAYMENTS",
    "PAYMENT_FIELDS",
    "SETTLEMENT",
    "TRANSFER",
    "TRANSFER_FIELDS",
    "Head",
    "parse_head",
]

SETTLEMENT, BALANCES, ANSWER = "#SETTLEMENT", "#BALANCES", "#ANSWER"
COLLECTIONS, TRANSFER, PAYMENTS = "#COLLECTIONS", "#TRANSFER", "#PAYMENTS"

CODE = r"[A-Z][A-Z0-9_]{0,15}"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
NUMBER = r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}"
SIGNED = "0|-?[1-9][0-9]{0,15}"
A_CODE = "a code such as BANK_A"
A_DAY = "a date, as 2024-01-05"
A_NUMBER = "1 to 64 letters, digits or . _ : / -"
MINOR = f"whole minor units from {-MINOR_MAX} to {MINOR_MAX}"
A_LINE = "a line's number, from 1"

AMOUNTS = tuple(field.name for field in attrs.fields(ShareAmounts))
"""What moved of a funder's part, as a settlement's columns name it."""
HELD = tuple(field.name for field in attrs.fields(LoanBalance) if field.name != "loan_id")
"""What a book holds of a loan, as the columns of balances name it."""

LINE_FIELDS = Fields(
    {
        "line": ("[1-9][0-9]{0,7}", A_LINE),
        "day": (DAY, A_DAY),
        "loan": (NUMBER, A_NUMBER),
        "event": ("[A-Z][A-Z0-9_]{0,39}", "a posting event, such as REPAID"),
        **dict.fromkeys((*AMOUNTS, "net"), (SIGNED, MINOR)),
    }
)
BALANCE_COLUMNS = ",".join(("loan", "class", *HELD))
ANSWER_FIELDS = Fields(
    {
        "line": ("[1-9][0-9]{0,6}", A_LINE),
        "loan": (NUMBER, A_NUMBER),
        "reason": (r"[^,\n]{1,200}", "1 to 200 characters without a comma"),
    }
)
COLLECTION_FIELDS = Fields(
    {
        "reference": (r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}", "1 to 60 letters, digits or . _ : / -"),
        "loan": (NUMBER, A_NUMBER),
        "day": (DAY, A_DAY),
        "amount": ("[1-9][0-9]{0,15}", f"whole minor units from 1 to {MINOR_MAX}"),
    }
)
TRANSFER_FIELDS = Fields({"reference": (NUMBER, A_NUMBER), "payee": (CODE, A_CODE), "amount": (SIGNED, MINOR)})
PAYMENT_FIELDS = Fields(
    {
        "serial": (NUMBER, A_NUMBER),
        "funder": (CODE, A_CODE),
        "day": (DAY, A_DAY),
        "amount": (SIGNED, MINOR),
    }
)
HEAD_FIELDS = {"code": (CODE, A_CODE), "day": None, "currency": None}
ABOUT = {"SHA-256": ("[0-9a-f]{64}", "a SHA-256 in hexadecimal, of the settlement's lines")}
HEADS = {
    **{
        start: HeadForm(start, HEAD_FIELDS, "BANK_A,2024-02-05,CNY")
        for start in (SETTLEMENT, COLLECTIONS, TRANSFER, PAYMENTS)
    },
    ANSWER: HeadForm(ANSWER, {**HEAD_FIELDS, **ABOUT}, "BANK_A,2024-02-05,CNY,3f0e…"),
}


@attrs.frozen
class Head:
    """What a file says it is: of whom, of which day, in which currency, and about which lines."""

    of: str
    day: date
    currency: Currency
    about: str = ""

    def line(self, start: str) -> tuple[object, ...]:
        """The head line of a file of that kind."""
        return (start, FORM, self.of, self.day, self.currency.code, *([self.about] if self.about else []))


def parse_head(text: str, start: str) -> Head:
    """The head of a file of that kind. Raises `InvalidInput`."""
    said = HEADS[start].parse(text)
    return Head(said.fields["code"], said.day, said.currency, said.fields.get("SHA-256", ""))
