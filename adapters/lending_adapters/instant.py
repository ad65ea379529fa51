"""Third parties that do at once what they are asked, and no engine for rules: for embedding and first steps."""

from collections.abc import Callable, Mapping
from datetime import date

from lending.funding.gateway import FunderAnswer, FunderWord, FundingRequest
from lending.inquiries.answers import InquiryRequest, Signature, VendorAnswer, VendorWord
from lending.inquiries.questions import InquiryFinding, Question
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest, Word
from lending.risk.ports import RulesBroken, Timed
from lending.risk.rule_sets import RuleSet
from lending.risk.variables import Value

__all__ = ["InstantChannel", "InstantFunders", "InstantVendors", "WithoutRules"]

ALIKE = 1000
"""A face that is wholly like its photograph, in thousandths."""


class InstantChannel:
    """Pays out and collects everything, on the day that `today` says. It remembers nothing: a query says the same."""

    def __init__(self, today: Callable[[], date | None]) -> None:
        self._today = today

    def pay(self, _request: PayoutRequest) -> ChannelAnswer:
        """Paid."""
        return self._done()

    def query_payout(self, _channel: str, _order_no: str) -> ChannelAnswer:
        """Paid."""
        return self._done()

    def collect(self, _request: CollectionRequest) -> ChannelAnswer:
        """Collected."""
        return self._done()

    def query_collection(self, _channel: str, _order_no: str) -> ChannelAnswer:
        """Collected."""
        return self._done()

    def _done(self) -> ChannelAnswer:
        return ChannelAnswer(Word.SUCCESS, on=self._today())


class InstantFunders:
    """Funders that take every loan put before them."""

    def apply(self, _request: FundingRequest) -> FunderAnswer:
        """Approved."""
        return FunderAnswer(FunderWord.APPROVED)

    def query(self, _funder: str, _request_no: str) -> FunderAnswer:
        """Approved."""
        return FunderAnswer(FunderWord.APPROVED)


class InstantVendors:
    """Third parties that find nothing against anybody, and sign at once."""

    def ask(self, request: InquiryRequest) -> VendorAnswer:
        """As good as can be."""
        match request.question:
            case Question.IDENTITY:
                return VendorAnswer(word=VendorWord.ANSWERED, finding=InquiryFinding.MATCH)
            case Question.ELEMENTS:
                return VendorAnswer(word=VendorWord.ANSWERED, finding=InquiryFinding.SAME)
            case Question.LIVENESS:
                return VendorAnswer(word=VendorWord.ANSWERED, finding=InquiryFinding.PASSED, likeness=ALIKE)
            case Question.SIGNATURE:
                signature = Signature(certificate="INSTANT", stamp=request.request_no, digest=request.digest)
                return VendorAnswer(word=VendorWord.ANSWERED, finding=InquiryFinding.SIGNED, signature=signature)

    def query(self, _vendor: str, _request_no: str, _question: Question) -> VendorAnswer:
        """What was asked was answered at once: nothing is known of it."""
        return VendorAnswer(word=VendorWord.NOT_FOUND)


class WithoutRules:
    """No engine: what a product's rules should decide, a person does."""

    def timed(self, rules: RuleSet, _values: Mapping[str, Value]) -> Timed:
        """Nothing. Raises `RulesBroken`."""
        raise RulesBroken(f"{rules.id} has no engine to run on: give the platform one, such as ZenRules")
