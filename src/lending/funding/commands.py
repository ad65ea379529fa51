"""What can be asked about whose money loans are."""

import attrs

from lending.application.commands import Command, Receipt
from lending.funding.receipts import Purpose
from lending.funding.refusals import FunderMoneyKnown, FunderUnknown
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import positive_money, text_of
from lending.kernel.money import Money
from lending.operations.commands import Published
from lending.products.refusals import VersionNotNext

__all__ = ["FunderMoneyRecorded", "PublishFundingScheme", "RecordFunderMoney"]


@attrs.frozen
class PublishFundingScheme(Command[Published, VersionNotNext]):
    """Put a version of a funding scheme into force; loans that are paid out keep the version they were funded by."""

    scheme: FundingScheme


@attrs.frozen
class FunderMoneyRecorded(Receipt):
    """Money of a funder is on the books."""

    funder: str
    reference: str
    amount: Money


@attrs.frozen(kw_only=True)
class RecordFunderMoney(Command[FunderMoneyRecorded, FunderUnknown | FunderMoneyKnown]):
    """Record money that a funder sent us, by its reference: before a payout (备款), or for what we advanced (垫付)."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    amount: Money = attrs.field(validator=positive_money)
    reference: str = attrs.field(validator=text_of(60))
    purpose: Purpose = Purpose.PREFUNDING
