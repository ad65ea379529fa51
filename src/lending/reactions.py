"""What follows what: every event, and the reactions that run in the same transaction, in this order."""

from lending.accounting import (
    covers,
    credit_lines,
    funder_collections,
    funder_money,
    funder_settlements,
    payout_vouchers,
    sealing,
    summing,
)
from lending.accounting import events as accounting_events
from lending.accounting import usecases as books
from lending.application.catalogue import Reaction
from lending.contracts import events as contract_events
from lending.credit import events as credit_events
from lending.flows import credit as credit_flow
from lending.flows import deduction as deduction_flow
from lending.flows import funding as funding_flow
from lending.flows import inquiring
from lending.flows import origination as origination_flow
from lending.flows import payout as payout_flow
from lending.flows import reconciliation as reconciliation_flow
from lending.flows import servicing as servicing_flow
from lending.funding import (
    collecting,
    held,
)
from lending.funding import events as funding_events
from lending.funding import usecases as funding
from lending.inquiries import events as inquiry_events
from lending.kernel.events import Event
from lending.loans import (
    cancellation,
    portfolio_events,
)
from lending.loans import events as loan_events
from lending.operations import events as operation_events
from lending.origination import events as application_events
from lending.payments import events as payment_events
from lending.payments import (
    voucher_events,
)
from lending.reconciliation import events as reconciliation_events

__all__ = ["REACTIONS"]

REACTIONS: dict[type[Event], tuple[Reaction, ...]] = {
    accounting_events.JournalSealed: (summing.ask_for_sum,),
    accounting_events.BalancesSummed: (funder_settlements.check_summed,),
    operation_events.DaySwitched: (sealing.ask_for_seal,),
    application_events.ApplicationSubmitted: (origination_flow.assess_after_submission,),
    application_events.FundingWanted: (funding_flow.seek_after_approval,),
    funding_events.FundingDecided: (funding_flow.make_offer,),
    funding_events.FundingFailed: (funding_flow.reject_without_money,),
    application_events.OfferMade: (origination_flow.expire_in_time,),
    application_events.ApplicationClosed: (
        origination_flow.end_contract,
        funding_flow.withdraw_search,
        credit_flow.give_draw_up,
    ),
    inquiry_events.InquiryAnswered: (inquiring.hear_finding,),
    inquiry_events.InquiryUnanswered: (inquiring.miss_finding,),
    contract_events.ContractDrawnUp: (inquiring.ask_for_signature,),
    contract_events.ContractAccepted: (origination_flow.clear_payout,),
    application_events.PayoutReleased: (origination_flow.order_payout,),
    contract_events.ContractEnded: (origination_flow.close_application,),
    payment_events.PayoutOrdered: (payout_flow.route_payout,),
    payment_events.PayoutRouted: (payout_flow.send_payout,),
    payment_events.PayoutRetried: (payout_flow.route_again, reconciliation_flow.hear_payout),
    payment_events.PayoutInDoubt: (payout_flow.ask_after_payout,),
    voucher_events.PayoutVoucherIssued: (
        payout_flow.open_loan,
        payout_vouchers.post_promise,
        payout_flow.route_vouched,
    ),
    voucher_events.PayoutVoucherWithheld: (payout_flow.route_unvouched,),
    **dict.fromkeys(
        (voucher_events.PayoutVoucherRevoked, voucher_events.PayoutVoucherExpired),
        (payout_flow.cancel_loan, payout_vouchers.post_promise),
    ),
    voucher_events.DealerPaid: (payout_vouchers.post_dealer_paid,),
    payment_events.PayoutSucceeded: (payout_flow.conclude_payout, reconciliation_flow.hear_payout),
    payment_events.PayoutReturned: (payout_flow.cancel_loan, reconciliation_flow.hear_return),
    payment_events.PayoutCancelled: (payout_flow.cancel_loan, reconciliation_flow.hear_return),
    payment_events.PayoutWithdrawn: (payout_flow.end_withdrawn,),
    payment_events.PayoutAbandoned: (payout_flow.abandon_loan, reconciliation_flow.hear_payout),
    payment_events.DeductionOrdered: (deduction_flow.route_deduction,),
    payment_events.DeductionRouted: (deduction_flow.send_deduction,),
    payment_events.DeductionBatched: (deduction_flow.ask_after_batched,),
    payment_events.DeductionReleased: (deduction_flow.send_released,),
    payment_events.DeductionInDoubt: (deduction_flow.ask_after_deduction,),
    **dict.fromkeys(
        (payment_events.DeductionSucceeded, payment_events.DeductionTakenInPart),
        (deduction_flow.repay_by_deduction, deduction_flow.take_the_rest, reconciliation_flow.hear_deduction),
    ),
    payment_events.DeductionFailed: (
        deduction_flow.free_loan,
        deduction_flow.try_again,
        reconciliation_flow.hear_deduction,
    ),
    **dict.fromkeys(books.POSTING_EVENTS, (books.post_loan, held.follow_repayments, credit_flow.follow_line)),
    credit_events.UndrawnMoved: (credit_lines.post_undrawn,),
    portfolio_events.PortfolioTakenOn: (books.post_portfolio,),
    funding_events.FunderMoneyReceived: (funder_money.post_funder_money,),
    funding_events.FunderCollectionMoved: (funder_collections.post_collection,),
    **dict.fromkeys(
        (loan_events.PaymentReversed, loan_events.PaymentRefunded),
        (books.post_loan, held.follow_repayments, credit_flow.follow_line, collecting.follow_collection),
    ),
    funding_events.FunderCovered: (covers.post_cover, held.follow_repayments),
    funding_events.FunderSettlementCalculated: (funder_settlements.check_calculated,),
    funding_events.FunderSettlementPaid: (funder_money.post_funder_settlement,),
    **dict.fromkeys(
        (loan_events.LoanOpened, loan_events.LoanOpenedByVoucher),
        (funding.fund_loan, books.post_loan, credit_flow.use_line),
    ),
    loan_events.LoanWrittenOff: (
        books.post_loan,
        held.follow_repayments,
        credit_flow.follow_line,
        credit_flow.close_written_off,
    ),
    loan_events.LoanSettled: (servicing_flow.settle_contract,),
    **dict.fromkeys(
        (cancellation.LoanCancelled, cancellation.LoanRevoked),
        (books.post_loan, held.follow_repayments, credit_flow.take_draw_back, servicing_flow.cancel_contract),
    ),
    loan_events.LoanStatusChanged: (servicing_flow.reopen_contract,),
    reconciliation_events.DayReconciled: (reconciliation_flow.post_fees, reconciliation_flow.release_when_settled),
    reconciliation_events.DifferenceGone: (reconciliation_flow.release_when_settled,),
    reconciliation_events.DifferenceParked: (
        reconciliation_flow.post_parking,
        reconciliation_flow.release_when_settled,
    ),
    reconciliation_events.DifferenceResolved: (reconciliation_flow.post_resolution,),
}
