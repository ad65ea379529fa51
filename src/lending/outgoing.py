"""What goes to the outside, and who delivers it."""

from lending.accounting import closing, sealing, summing
from lending.accounting import messages as accounting_messages
from lending.application.commands import Message
from lending.application.ports import Courier
from lending.flows import deciding as deciding_flow
from lending.flows import deduction as deduction_flow
from lending.flows import funding as funding_flow
from lending.flows import inquiring
from lending.flows import payout as payout_flow
from lending.funding import messages as funding_messages
from lending.funding.ports import FunderGateway
from lending.inquiries import messages as inquiry_messages
from lending.inquiries.ports import VendorGateway
from lending.payments import messages
from lending.payments.ports import CollectionChannel, PayoutChannel
from lending.risk import messages as risk_messages
from lending.risk import rule_looking
from lending.risk.ports import RuleEngine

__all__ = ["MESSAGES", "couriers"]

MESSAGES: tuple[type[Message], ...] = (
    risk_messages.EvaluateRules,
    risk_messages.CountGray,
    inquiry_messages.PutInquiry,
    inquiry_messages.QueryInquiry,
    funding_messages.ApplyToFunder,
    funding_messages.QueryFunder,
    messages.SendPayout,
    messages.QueryPayout,
    messages.SendDeduction,
    messages.QueryDeduction,
    accounting_messages.SealJournal,
    accounting_messages.CarryForward,
    accounting_messages.SumDay,
)
"""Everything that goes to the outside."""


def couriers(
    payouts: PayoutChannel,
    collections: CollectionChannel,
    funders: FunderGateway,
    vendors: VendorGateway,
    rules: RuleEngine,
) -> dict[type[Message], Courier]:
    """Who delivers which message, through these channels and these ways to funders and vendors, and what runs rules."""
    return {
        risk_messages.EvaluateRules: deciding_flow.evaluate_rules_by(rules),
        risk_messages.CountGray: rule_looking.count_gray,
        inquiry_messages.PutInquiry: inquiring.put_inquiry_by(vendors),
        inquiry_messages.QueryInquiry: inquiring.query_inquiry_by(vendors),
        funding_messages.ApplyToFunder: funding_flow.apply_to_funder_by(funders),
        funding_messages.QueryFunder: funding_flow.query_funder_by(funders),
        messages.SendPayout: payout_flow.send_payout_by(payouts),
        messages.QueryPayout: payout_flow.query_payout_by(payouts),
        messages.SendDeduction: deduction_flow.send_deduction_by(collections),
        messages.QueryDeduction: deduction_flow.query_deduction_by(collections),
        accounting_messages.SealJournal: sealing.seal_journal,
        accounting_messages.CarryForward: closing.carry_forward,
        accounting_messages.SumDay: summing.sum_day,
    }
