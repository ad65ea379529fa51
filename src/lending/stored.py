"""Everything that is stored: what happened, event by event, and what stands, kind by kind."""

from typing import Any

from lending.accounting import events as accounting_events
from lending.accounting import ports as accounting_ports
from lending.application.kinds import Kind
from lending.contracts import events as contract_events
from lending.contracts import ports as contract_ports
from lending.credit import events as credit_events
from lending.credit import ports as credit_ports
from lending.customers import events as customer_events
from lending.customers import ports as customer_ports
from lending.dealers import events as dealer_events
from lending.dealers import ports as dealer_ports
from lending.funding import events as funding_events
from lending.funding import ports as funding_ports
from lending.kernel.events import Event
from lending.loans import cancellation, portfolio_events
from lending.loans import events as loan_events
from lending.loans import ports as loan_ports
from lending.operations import events as operation_events
from lending.operations import ports as operation_ports
from lending.origination import events as application_events
from lending.origination import ports as application_ports
from lending.payments import events as payment_events
from lending.payments import ports as payment_ports
from lending.products import events as product_events
from lending.products import ports as product_ports
from lending.reconciliation import events as reconciliation_events
from lending.reconciliation import ports as reconciliation_ports

__all__ = ["EVENTS", "KINDS"]

EVENTS: tuple[type[Event], ...] = (
    operation_events.BusinessStarted,
    operation_events.DaySwitched,
    operation_events.CalendarPublished,
    operation_events.ProposalMade,
    operation_events.ProposalDecided,
    product_events.ProductPublished,
    product_events.ReferenceRatesPublished,
    funding_events.FundingSchemePublished,
    funding_events.FunderPublished,
    funding_events.FundingRulesPublished,
    funding_events.FunderInDoubt,
    funding_events.FunderContradicted,
    funding_events.FundingDecided,
    funding_events.FundingFailed,
    funding_events.FunderSettlementCalculated,
    funding_events.FunderSettlementChecked,
    funding_events.FunderSettlementHeld,
    funding_events.FunderSettlementSent,
    funding_events.FunderSettlementConfirmed,
    funding_events.FunderSettlementDisputed,
    funding_events.FunderSettlementCarried,
    funding_events.FunderSettlementPaid,
    funding_events.FunderSettlementReconciled,
    funding_events.LoanFunded,
    funding_events.FunderCovered,
    funding_events.FunderMoneyReceived,
    accounting_events.AccountingPublished,
    accounting_events.InterestAccrued,
    accounting_events.JournalSealed,
    accounting_events.VoucherPosted,
    accounting_events.VoucherCorrected,
    accounting_events.AssetSold,
    accounting_events.PeriodEnded,
    accounting_events.YearEnded,
    accounting_events.BalancesSummed,
    customer_events.CustomerRegistered,
    credit_events.CreditLineGranted,
    credit_events.CreditLineChanged,
    credit_events.UndrawnMoved,
    dealer_events.DealerRegistered,
    dealer_events.DealerActivated,
    dealer_events.DealerSuspended,
    application_events.ApplicationSubmitted,
    application_events.FundingWanted,
    application_events.OfferMade,
    application_events.ApplicationRejected,
    application_events.OfferConfirmed,
    application_events.ApplicationClosed,
    application_events.LoanPaidOut,
    application_events.LoanTakenBack,
    contract_events.ContractDrawnUp,
    contract_events.ContractAccepted,
    contract_events.ContractEnded,
    contract_events.ContractReopened,
    payment_events.ChannelsPublished,
    payment_events.CardBound,
    payment_events.CardsReordered,
    payment_events.CardUnbound,
    payment_events.BatchDrawnUp,
    payment_events.BatchAccepted,
    payment_events.BatchClosed,
    payment_events.PayoutOrdered,
    payment_events.PayoutRouted,
    payment_events.PayoutWaited,
    payment_events.PayoutInDoubt,
    payment_events.PayoutRetried,
    payment_events.PayoutSucceeded,
    payment_events.PayoutReturned,
    payment_events.PayoutCancelled,
    payment_events.PayoutAbandoned,
    payment_events.PayoutParked,
    payment_events.PayoutContradicted,
    payment_events.DeductionOrdered,
    payment_events.DeductionRouted,
    payment_events.DeductionBatched,
    payment_events.DeductionReleased,
    payment_events.DeductionInDoubt,
    payment_events.DeductionSucceeded,
    payment_events.DeductionTakenInPart,
    payment_events.DeductionFailed,
    payment_events.DeductionContradicted,
    loan_events.LoanOpened,
    loan_events.InstalmentsFellDue,
    loan_events.LoanRepaid,
    loan_events.DepositReceived,
    loan_events.DepositSetOff,
    loan_events.DepositReturned,
    loan_events.LoanSettled,
    loan_events.LoanStatusChanged,
    loan_events.TrancheDisbursed,
    loan_events.ChargeAdded,
    loan_events.LoanMisused,
    loan_events.LoanMisuseCured,
    loan_events.LoanRecalled,
    loan_events.LoanImpaired,
    loan_events.RateChanged,
    loan_events.LoanRepriced,
    loan_events.PayByDatesSet,
    loan_events.LoanExtended,
    loan_events.DueDayChanged,
    loan_events.LoanTermChanged,
    loan_events.Waived,
    loan_events.WaiverLapsed,
    loan_events.InstalmentAdjusted,
    loan_events.PaymentRefunded,
    cancellation.LoanCancelled,
    loan_events.PaymentReversed,
    loan_events.LoanWrittenOff,
    loan_events.LoanCleared,
    loan_events.MoneyRecovered,
    portfolio_events.LoanTakenOn,
    portfolio_events.PortfolioTakenOn,
    reconciliation_events.DayReconciled,
    reconciliation_events.DifferenceFound,
    reconciliation_events.DifferenceGone,
    reconciliation_events.DifferenceParked,
    reconciliation_events.DifferenceResolved,
    reconciliation_events.DayReleased,
)
"""Every event that can stand in the log."""

KINDS: tuple[Kind[Any], ...] = (
    operation_ports.ACCOUNTING_DAYS,
    operation_ports.CALENDARS,
    operation_ports.JOB_RUNS,
    operation_ports.OCCUPATIONS,
    operation_ports.PROPOSALS,
    product_ports.PRODUCTS,
    product_ports.REFERENCE_RATES,
    funding_ports.FUNDING_SCHEMES,
    funding_ports.FUNDERS,
    funding_ports.FUNDING_RULES,
    funding_ports.FUNDING_DECISIONS,
    funding_ports.FUNDED_LOANS,
    funding_ports.FUNDER_RECEIPTS,
    funding_ports.SETTLEMENT_ITEMS,
    funding_ports.FUNDER_SETTLEMENTS,
    accounting_ports.CHARTS,
    accounting_ports.POSTING_RULES,
    accounting_ports.POSITIONS,
    accounting_ports.VOUCHERS,
    accounting_ports.SEALS,
    accounting_ports.DAY_RELEASES,
    accounting_ports.CORRECTIONS,
    accounting_ports.SALES,
    accounting_ports.PERIODS,
    accounting_ports.YEAR_ENDS,
    accounting_ports.PROOF_RUNS,
    accounting_ports.BOOKING_MODES,
    accounting_ports.DAY_BALANCES,
    customer_ports.CUSTOMERS,
    credit_ports.CREDIT_LINES,
    dealer_ports.DEALERS,
    application_ports.APPLICATIONS,
    contract_ports.CONTRACTS,
    payment_ports.CARDS,
    payment_ports.CHANNELS,
    payment_ports.CHANNEL_HEALTH,
    payment_ports.DISBURSEMENTS,
    payment_ports.DEDUCTIONS,
    payment_ports.DEDUCTION_BATCHES,
    payment_ports.PACES,
    loan_ports.LOANS,
    reconciliation_ports.STATEMENTS,
    reconciliation_ports.RECONCILED_DAYS,
    reconciliation_ports.DIFFERENCES,
)
"""Everything a store keeps."""
