"""Loans: terms, plans, interest, allocation and the `Loan` aggregate."""

from lending.loans.account import Account, Due, Instalment, account
from lending.loans.choices import (
    Accrual,
    AllocationBy,
    Component,
    Excess,
    InterestOn,
    Method,
    PrepaymentEffect,
    Reset,
)
from lending.loans.figures import Figures
from lending.loans.ids import LoanId
from lending.loans.loan import Loan, Owed, SettlementQuote
from lending.loans.plan import Plan, plan_of
from lending.loans.quote import Quote, QuoteRow, quote
from lending.loans.status import InstalmentStatus, LoanStatus
from lending.loans.terms import Allocation, Grace, Interest, LoanTerms, Multiple, NonAccrual, Penalty
from lending.products.charges import Fees

__all__ = [
    "Account",
    "Accrual",
    "Allocation",
    "AllocationBy",
    "Component",
    "Due",
    "Excess",
    "Fees",
    "Figures",
    "Grace",
    "Instalment",
    "InstalmentStatus",
    "Interest",
    "InterestOn",
    "Loan",
    "LoanId",
    "LoanStatus",
    "LoanTerms",
    "Method",
    "Multiple",
    "NonAccrual",
    "Owed",
    "Penalty",
    "Plan",
    "PrepaymentEffect",
    "Quote",
    "QuoteRow",
    "Reset",
    "SettlementQuote",
    "account",
    "plan_of",
    "quote",
]
