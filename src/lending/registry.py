"""THE index: every command and its use case, every query and its answer; with the pages beside it, all there is.

Start here to find the one place to change. Beside it, `reactions.py` says what follows what, `grants.py` who may ask
what, `stored.py` what is kept, `outgoing.py` who delivers what goes to the outside.
"""

from typing import Any

from lending import grants
from lending.accounting import (
    closing,
    funder_settlements,
    manual,
    reading,
    rehearsing,
    sealing,
    summing,
)
from lending.accounting import commands as accounting
from lending.accounting import queries as accounting_queries
from lending.accounting import usecases as books
from lending.application.catalogue import Catalogue, QueryHandler, UseCase
from lending.application.commands import Command, Query
from lending.contracts import commands as contracts
from lending.contracts import queries as contract_queries
from lending.contracts import usecases as contracting
from lending.credit import commands as credit
from lending.credit import queries as credit_queries
from lending.credit import usecases as lines
from lending.customers import commands as customers
from lending.customers import usecases as registering
from lending.dealers import commands as dealers
from lending.dealers import usecases as partnering
from lending.funding import (
    collecting,
    covering,
    seeking,
    settlement_commands,
    settlement_looking,
    settlement_queries,
    settling,
)
from lending.funding import commands as funding_commands
from lending.funding import looking as funding_looking
from lending.funding import queries as funding_queries
from lending.funding import usecases as funding
from lending.inquiries import asking
from lending.inquiries import commands as inquiries
from lending.inquiries import looking as inquiry_looking
from lending.loans import (
    acting,
    following,
    offering,
    planning,
    portfolio,
    taking,
    taking_over,
)
from lending.loans import commands as loans
from lending.loans import deposit_usecases as deposits
from lending.loans import queries as loan_queries
from lending.loans import usecases as servicing
from lending.operations import commands as operations
from lending.operations import usecases as running
from lending.origination import assessing, deciding, releasing
from lending.origination import commands as origination
from lending.origination import looking as application_looking
from lending.origination import queries as application_queries
from lending.origination import usecases as originating
from lending.outgoing import MESSAGES, couriers
from lending.payments import (
    batch_commands,
    batching,
    binding,
    card_commands,
    deducting,
    sending,
    taking_back,
    voucher_commands,
    voucher_looking,
    vouching,
)
from lending.payments import commands as payments
from lending.payments import looking as payment_looking
from lending.payments import queries as payment_queries
from lending.payments import usecases as paying
from lending.products import commands as products
from lending.products import queries as product_queries
from lending.products import usecases as selling
from lending.reactions import REACTIONS
from lending.reconciliation import commands as reconciliation
from lending.reconciliation import looking
from lending.reconciliation import queries as reconciliation_queries
from lending.reconciliation import usecases as reconciling
from lending.risk import rule_commands, rule_looking
from lending.risk import rule_usecases as ruling
from lending.stored import EVENTS, KINDS

__all__ = ["CATALOGUE", "EVENTS", "KINDS", "MESSAGES", "QUERIES", "REACTIONS", "USE_CASES", "couriers"]

USE_CASES: dict[type[Command[Any, Any]], UseCase] = {
    # running the business
    operations.StartBusiness: running.start_business,
    operations.SwitchDay: running.switch_day,
    operations.PublishCalendar: running.publish_calendar,
    operations.Propose: running.propose,
    operations.ApproveProposal: running.approve_proposal,
    operations.RejectProposal: running.reject_proposal,
    # configuration
    funding_commands.PublishFundingScheme: funding.publish_funding_scheme,
    funding_commands.PublishFunder: seeking.publish_funder,
    funding_commands.PublishFundingRules: seeking.publish_funding_rules,
    funding_commands.RecordFunderMoney: funding.record_funder_money,
    funding_commands.RecordFunderCollection: collecting.record_funder_collection,
    funding_commands.CoverFunder: covering.cover_funder,
    funding_commands.CoverFunders: covering.cover_funders,
    products.PublishProduct: funding.publish_product,
    payments.PublishChannels: sending.publish_channels,
    products.PublishReferenceRates: selling.publish_reference_rates,
    accounting.PublishChart: books.publish_chart,
    accounting.PublishPostingRules: books.publish_posting_rules,
    # the rules of risk
    rule_commands.DraftRuleSet: ruling.draft_rule_set,
    rule_commands.RecordValidation: ruling.record_validation,
    rule_commands.RecordRehearsal: ruling.record_rehearsal,
    rule_commands.SubmitRuleSet: ruling.submit_rule_set,
    rule_commands.ApproveRuleSet: ruling.approve_rule_set,
    rule_commands.ReleaseRuleSet: ruling.release_rule_set,
    rule_commands.RecordGrayCount: ruling.record_gray_count,
    rule_commands.PromoteRuleSet: ruling.promote_rule_set,
    rule_commands.StopRuleSet: ruling.stop_rule_set,
    rule_commands.RollBackRules: ruling.roll_back_rules,
    # people and shops
    customers.RegisterCustomer: registering.register_customer,
    card_commands.BindCard: binding.bind_card,
    card_commands.ReorderCards: binding.reorder_cards,
    card_commands.UnbindCard: binding.unbind_card,
    credit.GrantCreditLine: lines.grant_line,
    credit.ActivateCreditLine: lines.activate_line,
    credit.FreezeCreditLine: lines.freeze_line,
    credit.UnfreezeCreditLine: lines.unfreeze_line,
    credit.AdjustCreditLine: lines.adjust_line,
    credit.CloseCreditLine: lines.close_line,
    credit.ExpireCreditLine: lines.expire_line,
    dealers.RegisterDealer: partnering.register_dealer,
    dealers.ActivateDealer: partnering.activate_dealer,
    dealers.SuspendDealer: partnering.suspend_dealer,
    dealers.SetDealerExposure: partnering.set_dealer_exposure,
    # from the application to the payout
    origination.SubmitApplication: originating.submit_application,
    origination.AssessApplication: assessing.assess_application,
    origination.RecordRuleAnswer: deciding.record_rule_answer,
    origination.ReferUndecided: deciding.refer_undecided,
    origination.ReviewApplication: deciding.review_application,
    inquiries.PublishVendors: asking.publish_vendors,
    inquiries.RecordInquiryAnswer: asking.record_inquiry_answer,
    inquiries.RetryInquiry: asking.retry_inquiry,
    inquiries.ExpireInquiry: asking.expire_inquiry,
    origination.ConfirmOffer: originating.confirm_offer,
    origination.ExpireOffer: originating.expire_offer,
    origination.CancelApplication: originating.cancel_application,
    funding_commands.SeekFunding: seeking.seek_funding,
    funding_commands.RecordFunderAnswer: seeking.record_funder_answer,
    settlement_commands.SettleFunders: settling.settle_funders,
    settlement_commands.CalculateFunderSettlement: settling.calculate_settlement,
    settlement_commands.CheckFunderSettlement: funder_settlements.check_settlement,
    settlement_commands.SendFunderSettlement: settling.send_settlement,
    settlement_commands.RecordFunderSettlementAnswer: settling.record_settlement_answer,
    settlement_commands.PayFunderSettlement: settling.pay_settlement,
    settlement_commands.MatchFunderSettlement: settling.match_settlement,
    contracts.AcceptContract: contracting.accept_contract,
    contracts.RefuseContract: contracting.refuse_contract,
    origination.OpenLiveness: releasing.open_liveness,
    origination.ReviewPayout: releasing.review_payout,
    origination.ConfirmPickUp: releasing.confirm_pick_up,
    voucher_commands.IssuePayoutVoucher: vouching.issue_payout_voucher,
    voucher_commands.RevokePayoutVoucher: vouching.revoke_payout_voucher,
    voucher_commands.ExpirePayoutVoucher: vouching.expire_payout_voucher,
    payments.RoutePayout: sending.route_payout,
    payments.RecordPayoutAnswer: paying.record_payout_answer,
    payments.ResolvePayout: paying.resolve_payout,
    payments.WithdrawPayout: paying.withdraw_payout,
    payments.RecordPayoutReturn: taking_back.record_payout_return,
    payments.CancelPayout: taking_back.cancel_payout,
    # while the loan lives
    loans.FollowPublications: following.follow_publications,
    loans.GenerateDues: servicing.generate_dues,
    accounting.AccrueInterest: books.accrue_interest,
    accounting.RecordSeal: sealing.record_seal,
    accounting.PostVoucher: manual.post_voucher,
    accounting.CorrectVoucher: manual.correct_voucher,
    accounting.SweepChannel: manual.sweep_channel,
    accounting.SellAsset: manual.sell_asset,
    accounting.RecordProofs: closing.record_proofs,
    accounting.ClosePeriod: closing.close_period,
    accounting.CloseYear: closing.close_year,
    accounting.RecordYearEnd: closing.record_year_end,
    accounting.PublishBookingModes: summing.publish_booking_modes,
    accounting.RecordDayBalances: summing.record_day_balances,
    payments.RequestDeductions: deducting.request_deductions,
    payments.RouteDeduction: deducting.route_deduction,
    payments.RetryDeduction: deducting.retry_deduction,
    payments.DeductLoan: deducting.deduct_loan,
    batch_commands.DrawUpBatch: batching.draw_up_batch,
    batch_commands.ReleaseDeductions: batching.release_deductions,
    batch_commands.AcceptBatchResult: batching.accept_batch_result,
    batch_commands.CloseBatch: batching.close_batch,
    payments.RecordDeductionAnswer: deducting.record_deduction_answer,
    loans.RepayLoan: taking.repay_loan,
    loans.SettleLoan: taking.settle_loan,
    loans.PrepayLoan: taking.prepay_loan,
    loans.ChargeLoan: acting.charge_loan,
    loans.ChangeLoanRate: acting.change_loan_rate,
    loans.ExtendLoan: acting.extend_loan,
    loans.ChangeDueDay: acting.change_due_day,
    loans.ChangeLoanTerm: acting.change_term,
    loans.WaiveLoan: acting.waive_loan,
    loans.RecallLoan: acting.recall_loan,
    loans.ReversePayment: acting.reverse_payment,
    loans.RefundPayment: acting.refund_payment,
    loans.AdjustLoan: acting.adjust_loan,
    loans.WriteOffLoan: acting.write_off_loan,
    loans.RecoverLoan: taking.recover_loan,
    loans.ClearLoan: acting.clear_loan,
    loans.ImpairLoan: acting.impair_loan,
    loans.ReceiveDeposit: deposits.receive_deposit,
    loans.SetOffDeposit: deposits.set_off_deposit,
    loans.ReturnDeposit: deposits.return_deposit,
    portfolio.TakeOnLoans: taking_over.take_on_loans,
    # reconciliation
    reconciliation.RecordReconciliation: reconciling.record_reconciliation,
    reconciliation.ParkDifference: reconciling.park_difference,
    reconciliation.ResolveDifference: reconciling.resolve_difference,
    reconciliation.ReleaseDay: reconciling.release_day,
}

QUERIES: dict[type[Query[Any, Any]], QueryHandler] = {
    product_queries.GetProduct: selling.get_product,
    product_queries.ListProducts: selling.list_products,
    credit_queries.GetCreditLine: lines.get_line,
    credit_queries.ListCreditLines: lines.list_lines,
    loan_queries.QuoteLoan: offering.quote_loan,
    application_queries.GetApplication: application_looking.get_application,
    application_queries.ListApplications: application_looking.list_applications,
    inquiries.ListInquiries: inquiry_looking.list_inquiries,
    inquiries.ListVendors: inquiry_looking.list_vendors,
    inquiries.GetVendorBill: inquiry_looking.get_vendor_bill,
    rule_commands.GetRuleSet: rule_looking.get_rule_set,
    rule_commands.ListRuleSets: rule_looking.list_rule_sets,
    rule_commands.GetDecision: rule_looking.get_decision,
    funding_queries.GetFunding: funding_looking.get_funding,
    funding_queries.GetFunderUsage: funding_looking.get_funder_usage,
    funding_queries.GetLoanFunding: funding_looking.get_loan_funding,
    settlement_queries.GetFunderSettlement: settlement_looking.get_funder_settlement,
    settlement_queries.ListFunderSettlements: settlement_looking.list_funder_settlements,
    settlement_queries.ListFunderSettlementLines: settlement_looking.list_funder_settlement_lines,
    contract_queries.GetContract: contracting.get_contract,
    loan_queries.GetLoan: servicing.get_loan,
    loan_queries.GetSettlementQuote: servicing.get_settlement_quote,
    loan_queries.ListLoans: servicing.list_loans,
    loan_queries.ListPlanVersions: planning.list_plan_versions,
    loan_queries.GetPlanVersion: planning.get_plan_version,
    payment_queries.GetPayout: payment_looking.get_payout,
    voucher_commands.GetPayoutVoucher: voucher_looking.get_payout_voucher,
    voucher_commands.ListPayoutVouchers: voucher_looking.list_payout_vouchers,
    voucher_commands.VerifyPayoutVoucher: voucher_looking.verify_payout_voucher,
    payment_queries.GetDeduction: payment_looking.get_deduction,
    card_commands.ListCards: binding.list_cards,
    batch_commands.ListBatches: batching.list_batches,
    payment_queries.ExplainDeductions: payment_looking.explain_deductions,
    payment_queries.ListChannels: payment_looking.list_channels,
    accounting_queries.GetTrialBalance: reading.trial_balance,
    accounting_queries.GetBalance: summing.get_balance,
    accounting_queries.GetLedger: reading.get_ledger,
    accounting_queries.GetVoucher: reading.get_voucher,
    accounting_queries.VerifyJournal: sealing.verify_journal,
    accounting_queries.RehearseTakeOn: rehearsing.rehearse_take_on,
    reconciliation_queries.GetReconciledDay: looking.get_reconciled_day,
    reconciliation_queries.ListDifferences: looking.list_differences,
    reconciliation_queries.ListParked: looking.list_parked,
    reconciliation_queries.GetAgeing: looking.get_ageing,
}

CATALOGUE = Catalogue(
    use_cases=USE_CASES,
    queries=QUERIES,
    reactions=REACTIONS,
    grants=grants.GRANTS,
    accounting_day=running.accounting_day,
    before_start=frozenset({operations.StartBusiness}),
)
