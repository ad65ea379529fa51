"""Who may ask what: one table a banker can read. What is not in it is denied.

`within` is the field that must equal the actor's scope; `second` means that another person must approve.
"""

from typing import Any

from lending.accounting.commands import (
    AccrueInterest,
    ClosePeriod,
    CloseYear,
    CorrectVoucher,
    PostVoucher,
    PublishBookingModes,
    PublishChart,
    PublishPostingRules,
    RecordDayBalances,
    RecordProofs,
    RecordSeal,
    RecordYearEnd,
    SellAsset,
    SweepChannel,
)
from lending.accounting.queries import GetBalance, GetLedger, GetTrialBalance, GetVoucher, RehearseTakeOn, VerifyJournal
from lending.application.call import Role
from lending.application.commands import Command, Query
from lending.application.grants import Grant, Grants
from lending.contracts.commands import AcceptContract, RefuseContract
from lending.contracts.queries import GetContract
from lending.credit.commands import (
    ActivateCreditLine,
    AdjustCreditLine,
    CloseCreditLine,
    ExpireCreditLine,
    FreezeCreditLine,
    GrantCreditLine,
    UnfreezeCreditLine,
)
from lending.credit.queries import GetCreditLine, ListCreditLines
from lending.customers.commands import RegisterCustomer
from lending.dealers.commands import ActivateDealer, RegisterDealer, SetDealerExposure, SuspendDealer
from lending.funding.commands import (
    CoverFunder,
    CoverFunders,
    PublishFunder,
    PublishFundingRules,
    PublishFundingScheme,
    RecordFunderAnswer,
    RecordFunderCollection,
    RecordFunderMoney,
    SeekFunding,
)
from lending.funding.queries import GetFunderUsage, GetFunding, GetLoanFunding
from lending.funding.settlement_commands import (
    CalculateFunderSettlement,
    CheckFunderSettlement,
    MatchFunderSettlement,
    PayFunderSettlement,
    RecordFunderSettlementAnswer,
    SendFunderSettlement,
    SettleFunders,
)
from lending.funding.settlement_queries import GetFunderSettlement, ListFunderSettlementLines, ListFunderSettlements
from lending.inquiries.commands import (
    ExpireInquiry,
    GetVendorBill,
    ListInquiries,
    ListVendors,
    PublishVendors,
    RecordInquiryAnswer,
    RetryInquiry,
)
from lending.loans.commands import (
    AdjustLoan,
    ChangeDueDay,
    ChangeLoanRate,
    ChangeLoanTerm,
    ChargeLoan,
    ClearLoan,
    ExtendLoan,
    FollowPublications,
    GenerateDues,
    ImpairLoan,
    PrepayLoan,
    RecallLoan,
    ReceiveDeposit,
    RecoverLoan,
    RefundPayment,
    RepayLoan,
    ReturnDeposit,
    ReversePayment,
    SetOffDeposit,
    SettleLoan,
    WaiveLoan,
    WriteOffLoan,
)
from lending.loans.portfolio import TakeOnLoans
from lending.loans.queries import (
    GetLoan,
    GetPlanVersion,
    GetSettlementQuote,
    ListLoans,
    ListPlanVersions,
    QuoteLoan,
)
from lending.operations.commands import (
    ApproveProposal,
    Propose,
    PublishCalendar,
    RejectProposal,
    StartBusiness,
    SwitchDay,
)
from lending.origination.commands import (
    AssessApplication,
    CancelApplication,
    ConfirmOffer,
    ConfirmPickUp,
    ExpireOffer,
    OpenLiveness,
    RecordRuleAnswer,
    ReferUndecided,
    ReviewApplication,
    ReviewPayout,
    SubmitApplication,
)
from lending.origination.queries import GetApplication, ListApplications
from lending.payments.batch_commands import AcceptBatchResult, CloseBatch, DrawUpBatch, ListBatches, ReleaseDeductions
from lending.payments.card_commands import BindCard, ListCards, ReorderCards, UnbindCard
from lending.payments.commands import (
    CancelPayout,
    DeductLoan,
    PublishChannels,
    RecordDeductionAnswer,
    RecordPayoutAnswer,
    RecordPayoutReturn,
    RequestDeductions,
    ResolvePayout,
    RetryDeduction,
    RouteDeduction,
    RoutePayout,
    WithdrawPayout,
)
from lending.payments.queries import ExplainDeductions, GetDeduction, GetPayout, ListChannels
from lending.payments.voucher_commands import (
    ExpirePayoutVoucher,
    GetPayoutVoucher,
    IssuePayoutVoucher,
    ListPayoutVouchers,
    RevokePayoutVoucher,
    VerifyPayoutVoucher,
)
from lending.products.commands import PublishProduct, PublishReferenceRates
from lending.products.queries import GetProduct, ListProducts
from lending.reconciliation.commands import ParkDifference, RecordReconciliation, ReleaseDay, ResolveDifference
from lending.reconciliation.queries import GetAgeing, GetReconciledDay, ListDifferences, ListParked
from lending.risk.rule_commands import (
    ApproveRuleSet,
    DraftRuleSet,
    GetDecision,
    GetRuleSet,
    ListRuleSets,
    PromoteRuleSet,
    RecordGrayCount,
    RecordRehearsal,
    RecordValidation,
    ReleaseRuleSet,
    RollBackRules,
    StopRuleSet,
    SubmitRuleSet,
)

__all__ = ["GRANTS", "TABLE"]

Acts = tuple[type[Command[Any, Any]] | type[Query[Any, Any]], ...]

CATALOGUE_READS: Acts = (GetProduct, ListProducts, QuoteLoan)
BOOK_READS: Acts = (GetTrialBalance, GetBalance, GetLedger, GetVoucher, VerifyJournal)
OWN_READS: Acts = (GetApplication, GetContract, GetLoan, GetSettlementQuote, ListPlanVersions, GetPlanVersion)
LOAN_READS: Acts = (*OWN_READS, ListLoans, ListApplications)
CONFIGURATION: Acts = (
    PublishProduct,
    PublishFunder,
    PublishFundingRules,
    PublishFundingScheme,
    PublishReferenceRates,
    PublishCalendar,
    PublishChart,
    PublishPostingRules,
    PublishChannels,
    PublishVendors,
)
FUNDING_READS: Acts = (GetFunding, GetFunderUsage, GetLoanFunding)
SETTLEMENT_READS: Acts = (GetFunderSettlement, ListFunderSettlements, ListFunderSettlementLines)
SETTLING: Acts = (CalculateFunderSettlement, CheckFunderSettlement, SendFunderSettlement, RecordFunderSettlementAnswer)
SETTLEMENT_MONEY: Acts = (PayFunderSettlement, MatchFunderSettlement)
FUNDING: Acts = (SeekFunding, RecordFunderAnswer)
APPLYING: Acts = (ConfirmOffer, CancelApplication, AcceptContract, RefuseContract, OpenLiveness)
INQUIRING: Acts = (RetryInquiry, ExpireInquiry)
INQUIRY_READS: Acts = (ListInquiries, ListVendors, GetVendorBill)
BOOKS_OF_DAY: Acts = (SettleFunders, AccrueInterest, CoverFunders)
END_OF_DAY: Acts = (SwitchDay, *BOOKS_OF_DAY, FollowPublications, GenerateDues, RequestDeductions)
PAYING: Acts = (RepayLoan, SettleLoan, PrepayLoan, ReceiveDeposit)
SERVICING: Acts = (ChargeLoan, ChangeDueDay, RecallLoan, RecoverLoan)
DEALING: Acts = (ChangeLoanRate, ChangeLoanTerm, ExtendLoan, ReversePayment, RefundPayment, WriteOffLoan)
LINES: Acts = (ActivateCreditLine, FreezeCreditLine, UnfreezeCreditLine)
LINE_TERMS: Acts = (GrantCreditLine, AdjustCreditLine, CloseCreditLine)
LINE_READS: Acts = (GetCreditLine, ListCreditLines)
GIVING_UP: Acts = (WaiveLoan, ClearLoan)
VOUCHER_READS: Acts = (GetPayoutVoucher, ListPayoutVouchers, VerifyPayoutVoucher)
PAYMENT_READS: Acts = (GetPayout, GetDeduction, ExplainDeductions, ListChannels, ListCards, ListBatches, *VOUCHER_READS)
BATCHING: Acts = (DrawUpBatch, ReleaseDeductions, AcceptBatchResult, CloseBatch)
BINDING: Acts = (BindCard, ReorderCards, UnbindCard)
DECIDING: Acts = (Propose, ApproveProposal, RejectProposal)
BOOKING: Acts = (PostVoucher, CorrectVoucher, SweepChannel, SellAsset)
CLOSING: Acts = (ClosePeriod, CloseYear)
BALANCES: Acts = (PublishBookingModes, RecordDayBalances)
RECONCILING: Acts = (RecordReconciliation, ReleaseDay)
RECONCILIATION_READS: Acts = (GetReconciledDay, ListDifferences, ListParked, GetAgeing)
TAKING_ON: Acts = (TakeOnLoans, RehearseTakeOn)
RULE_READS: Acts = (GetRuleSet, ListRuleSets, GetDecision)
RULE_WRITING: Acts = (DraftRuleSet, SubmitRuleSet)
RULE_PUBLISHING: Acts = (ApproveRuleSet, ReleaseRuleSet, PromoteRuleSet, StopRuleSet, RollBackRules)
RULE_CHECKS: Acts = (RecordValidation, RecordRehearsal, RecordGrayCount)
CHANNEL_WORDS: Acts = (RecordPayoutAnswer, RecordPayoutReturn, RecordDeductionAnswer, RecordInquiryAnswer)
ROUTING: Acts = (RoutePayout, RouteDeduction, RetryDeduction, DeductLoan, IssuePayoutVoucher, ExpirePayoutVoucher)


def _all(role: Role, acts: Acts, *, second: bool = False) -> tuple[Grant, ...]:
    return tuple(Grant(role, act, second=second) for act in acts)


TABLE: tuple[Grant, ...] = (
    # A customer acts for themselves.
    *_all(Role.CUSTOMER, (RegisterCustomer, *CATALOGUE_READS)),
    Grant(Role.CUSTOMER, SubmitApplication, within="customer_id"),
    Grant(Role.CUSTOMER, ListLoans, within="customer_id"),
    *(Grant(Role.CUSTOMER, act, within="customer_id") for act in (*BINDING, ListCards)),
    *_all(Role.CUSTOMER, (*APPLYING, *PAYING, *OWN_READS)),
    # A sales advisor acts for customers at their own dealer's shop.
    *_all(Role.ADVISOR, (RegisterCustomer, *CATALOGUE_READS, GetApplication, OpenLiveness, ConfirmPickUp)),
    Grant(Role.ADVISOR, SubmitApplication, within="dealer_id"),
    # A dealer asks to become a partner, and checks the payout vouchers it is shown.
    *_all(Role.DEALER, (RegisterDealer, VerifyPayoutVoucher, *CATALOGUE_READS)),
    # Operations run the business.
    *_all(Role.OPERATIONS, (StartBusiness, *END_OF_DAY, *LOAN_READS, *CATALOGUE_READS, *BOOK_READS)),
    *_all(Role.OPERATIONS, (RegisterDealer, ActivateDealer, SuspendDealer, RegisterCustomer, SubmitApplication)),
    *_all(Role.OPERATIONS, (*APPLYING, *PAYING, *SERVICING, *DECIDING, RecordFunderMoney, RecordFunderCollection)),
    # A line's terms take two people; it is frozen at once.
    *_all(Role.OPERATIONS, LINE_TERMS, second=True),
    *_all(Role.OPERATIONS, (*LINES, *LINE_READS)),
    *_all(Role.SYSTEM, (*LINES, *LINE_TERMS, *LINE_READS, ExpireCreditLine)),
    *_all(Role.REVIEWER, LINE_READS),
    *_all(Role.ANALYST, LINE_READS),
    # A deposit is used or given back by staff, never by the lessee.
    *_all(Role.OPERATIONS, (SetOffDeposit, ReturnDeposit)),
    # What alters a debt takes two people (R52, R53, R76, R77, R79); `loans.authority` bounds what is given up.
    *_all(Role.OPERATIONS, (*DEALING, *GIVING_UP, ImpairLoan), second=True),
    *_all(Role.OPERATIONS, (*FUNDING_READS, *SETTLEMENT_READS, *SETTLING)),
    # Money is paid to a funder, and held to be paid, with two people.
    *_all(Role.ACCOUNTANT, SETTLEMENT_MONEY, second=True),
    Grant(Role.OPERATIONS, CoverFunder, second=True),
    *_all(Role.ACCOUNTANT, SETTLEMENT_READS),
    *_all(Role.OPERATIONS, (*RECONCILING, *RECONCILIATION_READS)),
    # Reviewers decide on larger losses.
    *_all(Role.REVIEWER, GIVING_UP, second=True),
    *_all(Role.REVIEWER, (*DECIDING, *LOAN_READS, *FUNDING_READS)),
    # Products and rates change with two people.
    *_all(Role.PRODUCT_MANAGER, (PublishProduct, PublishReferenceRates), second=True),
    *_all(Role.PRODUCT_MANAGER, (PublishFundingScheme, PublishFunder, PublishFundingRules), second=True),
    *_all(Role.PRODUCT_MANAGER, (*DECIDING, *CATALOGUE_READS)),
    # How money goes out and comes in changes with two people.
    *_all(Role.OPERATIONS, (PublishChannels, ResolvePayout, CancelPayout, WithdrawPayout), second=True),
    # What we promise dealers, and take back, too.
    *_all(Role.OPERATIONS, (SetDealerExposure, RevokePayoutVoucher), second=True),
    *_all(Role.SYSTEM, (SetDealerExposure,)),
    *_all(Role.OPERATIONS, (*BINDING, *BATCHING, *PAYMENT_READS)),
    # Accountants read the books; their configuration changes, and instalments are put right, with two people (R54).
    *_all(Role.ACCOUNTANT, (PublishChart, PublishPostingRules, AdjustLoan), second=True),
    *_all(Role.ACCOUNTANT, (*DECIDING, *BOOK_READS, *LOAN_READS)),
    # What is booked by hand, and what is closed for good, takes two accountants.
    *_all(Role.ACCOUNTANT, (*BOOKING, *CLOSING, PublishBookingModes), second=True),
    # What differs from a channel's statement goes on the books, and from them, with two people.
    *_all(Role.ACCOUNTANT, (ParkDifference, ResolveDifference), second=True),
    *_all(Role.ACCOUNTANT, (ReleaseDay, *RECONCILIATION_READS, *PAYMENT_READS)),
    # A portfolio is taken on by whoever runs the platform; over the service by operations, with two people.
    *_all(Role.SYSTEM, TAKING_ON),
    Grant(Role.OPERATIONS, RehearseTakeOn),
    Grant(Role.OPERATIONS, TakeOnLoans, second=True),
    # A payment channel, or another third party, gives its word, and nothing else.
    *_all(Role.CHANNEL, CHANNEL_WORDS),
    # Analysts write rules and managers publish them; who wrote a version never approves it (R43).
    *_all(Role.ANALYST, (*RULE_WRITING, *RULE_READS)),
    *_all(Role.PRODUCT_MANAGER, (*RULE_WRITING, *RULE_PUBLISHING, *RULE_READS)),
    *_all(Role.SYSTEM, (*RULE_CHECKS, *RULE_READS, RecordRuleAnswer, ReferUndecided)),
    # What rules leave to a person is decided by two.
    Grant(Role.REVIEWER, ReviewApplication, second=True),
    *_all(Role.REVIEWER, (GetDecision, ListInquiries)),
    # A payout is released by one who did not decide on the application (R102).
    Grant(Role.REVIEWER, ReviewPayout),
    # Third parties give their word, and are paid for it.
    *_all(Role.SYSTEM, (*INQUIRING, *INQUIRY_READS)),
    *_all(Role.OPERATIONS, (*INQUIRY_READS, ConfirmPickUp)),
    Grant(Role.OPERATIONS, PublishVendors, second=True),
    Grant(Role.ACCOUNTANT, GetVendorBill),
    # Analysts read.
    *_all(Role.ANALYST, (*PAYMENT_READS, *CATALOGUE_READS, *LOAN_READS, *BOOK_READS, *RECONCILIATION_READS)),
    *_all(Role.ANALYST, (*FUNDING_READS, *SETTLEMENT_READS)),
    # The platform itself: its worker, its end of day, the loading of its configuration.
    *_all(Role.SYSTEM, (StartBusiness, *END_OF_DAY, *CONFIGURATION, AssessApplication, ExpireOffer, *CHANNEL_WORDS)),
    *_all(Role.SYSTEM, (*CLOSING, *BALANCES, RecordProofs, RecordYearEnd, SweepChannel)),
    *_all(Role.SYSTEM, (*ROUTING, *BINDING, *BATCHING, *PAYMENT_READS)),
    *_all(Role.SYSTEM, (RecordSeal, RecallLoan, *CATALOGUE_READS, *LOAN_READS, *BOOK_READS)),
    *_all(Role.SYSTEM, (*FUNDING, *FUNDING_READS, CoverFunder, RecordFunderCollection)),
    *_all(Role.SYSTEM, (*SETTLING, *SETTLEMENT_MONEY, *SETTLEMENT_READS)),
    *_all(Role.SYSTEM, (*RECONCILING, *RECONCILIATION_READS)),
)

GRANTS = Grants(TABLE)
