"""Every word of the wire in one place, for clients: commands, queries, and what they hold and answer.

Written by tools/define_protos.py from the core's registry.
"""

from lending.accounting.chart import Account, AccountType, Chart
from lending.accounting.commands import (
    Accrued,
    AccrueInterest,
    DaySealed,
    PublishChart,
    PublishPostingRules,
    RecordSeal,
)
from lending.accounting.journal import Side
from lending.accounting.posting import PostingRule, PostingRules, Scheme
from lending.accounting.queries import (
    AccountBalance,
    GetLedger,
    GetTrialBalance,
    GetVoucher,
    Ledger,
    LedgerRow,
    TrialBalance,
    Verification,
    VerifyJournal,
    VoucherEvent,
    VoucherLine,
    VoucherView,
)
from lending.accounting.seals import Break, Link, Seal
from lending.contracts.commands import AcceptContract, ContractChanged, RefuseContract
from lending.contracts.queries import ContractView, GetContract
from lending.customers.commands import RegisterCustomer, Registered
from lending.customers.customer import BankAccount, Person
from lending.dealers.commands import ActivateDealer, DealerChanged, RegisterDealer, SuspendDealer
from lending.dealers.dealer import PayeeAccount
from lending.kernel.day_count import DayCount
from lending.loans.commands import DuesGenerated, GenerateDues, Impaired, ImpairLoan, Repaid, RepayLoan, SettleLoan
from lending.loans.queries import (
    GetLoan,
    GetSettlementQuote,
    InstalmentView,
    ListLoans,
    LoanPage,
    LoanSummary,
    LoanView,
    QuoteLoan,
    QuoteView,
    SettlementView,
)
from lending.operations.commands import (
    ApproveProposal,
    DayOpened,
    Propose,
    Proposed,
    PublishCalendar,
    Published,
    RejectProposal,
    StartBusiness,
    SwitchDay,
)
from lending.origination.commands import (
    ApplicationChanged,
    AssessApplication,
    CancelApplication,
    ConfirmOffer,
    ContractOffered,
    ExpireOffer,
    SubmitApplication,
)
from lending.origination.queries import ApplicationView, GetApplication, OfferView
from lending.origination.vehicle import Vehicle
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.commands import (
    DeductionRecorded,
    DeductionsRequested,
    PayoutRecorded,
    RecordDeductionAnswer,
    RecordPayoutAnswer,
    RequestDeductions,
)
from lending.products.charges import FeeShares, PriceCap
from lending.products.commands import PublishProduct, PublishReferenceRates
from lending.products.product import Mode, Payee, Product, Scene
from lending.products.queries import GetProduct, ListProducts, ProductList, ProductView
from lending.products.rates import Floating, Publication, ReferenceRates, Tenor
from lending.products.repayment import Accrual, Component, Method

__all__ = [
    "AcceptContract",
    "Account",
    "AccountBalance",
    "AccountType",
    "Accrual",
    "AccrueInterest",
    "Accrued",
    "ActivateDealer",
    "ApplicationChanged",
    "ApplicationView",
    "ApproveProposal",
    "AssessApplication",
    "BankAccount",
    "Break",
    "CancelApplication",
    "ChannelAnswer",
    "Chart",
    "Component",
    "ConfirmOffer",
    "ContractChanged",
    "ContractOffered",
    "ContractView",
    "DayCount",
    "DayOpened",
    "DaySealed",
    "DealerChanged",
    "DeductionRecorded",
    "DeductionsRequested",
    "DuesGenerated",
    "ExpireOffer",
    "FeeShares",
    "Floating",
    "GenerateDues",
    "GetApplication",
    "GetContract",
    "GetLedger",
    "GetLoan",
    "GetProduct",
    "GetSettlementQuote",
    "GetTrialBalance",
    "GetVoucher",
    "ImpairLoan",
    "Impaired",
    "InstalmentView",
    "Ledger",
    "LedgerRow",
    "Link",
    "ListLoans",
    "ListProducts",
    "LoanPage",
    "LoanSummary",
    "LoanView",
    "Method",
    "Mode",
    "OfferView",
    "Payee",
    "PayeeAccount",
    "PayoutRecorded",
    "Person",
    "PostingRule",
    "PostingRules",
    "PriceCap",
    "Product",
    "ProductList",
    "ProductView",
    "Propose",
    "Proposed",
    "Publication",
    "PublishCalendar",
    "PublishChart",
    "PublishPostingRules",
    "PublishProduct",
    "PublishReferenceRates",
    "Published",
    "QuoteLoan",
    "QuoteView",
    "RecordDeductionAnswer",
    "RecordPayoutAnswer",
    "RecordSeal",
    "ReferenceRates",
    "RefuseContract",
    "RegisterCustomer",
    "RegisterDealer",
    "Registered",
    "RejectProposal",
    "Repaid",
    "RepayLoan",
    "RequestDeductions",
    "Scene",
    "Scheme",
    "Seal",
    "SettleLoan",
    "SettlementView",
    "Side",
    "StartBusiness",
    "SubmitApplication",
    "SuspendDealer",
    "SwitchDay",
    "Tenor",
    "TrialBalance",
    "Vehicle",
    "Verification",
    "VerifyJournal",
    "VoucherEvent",
    "VoucherLine",
    "VoucherView",
    "Word",
]
