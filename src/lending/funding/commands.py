"""What can be asked about whose money loans are."""

from datetime import date

import attrs

from lending.application.commands import Command, DatedCommand, Receipt
from lending.funding.funder import Funder
from lending.funding.gateway import FunderAnswer
from lending.funding.receipts import Purpose
from lending.funding.refusals import (
    AlreadyCovered,
    CoverNotAgreed,
    CoverNotDue,
    FunderCollectionKnown,
    FunderMoneyKnown,
    FunderNotOfLoan,
    FunderUnknown,
    FundingNotSought,
)
from lending.funding.rules import FundingRules
from lending.funding.schemes import FundingScheme
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import positive_money, text_of, within
from lending.kernel.money import Money
from lending.loans.ids import LoanId
from lending.loans.record import AmountRefused
from lending.loans.refusals import LoanNotFound
from lending.operations.commands import Published
from lending.operations.refusals import DayNotOpen
from lending.products.refusals import VersionNotNext

__all__ = [
    "CoverFunder",
    "CoverFunders",
    "FunderCollectionRecorded",
    "FunderIsCovered",
    "FunderMoneyRecorded",
    "FundersCovered",
    "FundingChanged",
    "PublishFunder",
    "PublishFundingRules",
    "PublishFundingScheme",
    "RecordFunderAnswer",
    "RecordFunderCollection",
    "RecordFunderMoney",
    "SeekFunding",
]


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


@attrs.frozen(kw_only=True)
class FunderCollectionRecorded(Receipt):
    """The loan has taken the payment, which the funder holds."""

    funder: str
    reference: str
    loan_id: LoanId
    amount: Money
    on: date


@attrs.frozen(kw_only=True)
class RecordFunderCollection(
    DatedCommand[FunderCollectionRecorded, LoanNotFound | FunderNotOfLoan | FunderCollectionKnown | AmountRefused]
):
    """Record that a funder took a borrower's payment itself, by its reference (他行代扣), on the value date.

    All parties' parts of it are paid; what is not the funder's own is settled with it net.
    """

    funder: str = attrs.field(validator=FUNDER_CODE)
    reference: str = attrs.field(validator=text_of(60))
    loan_id: LoanId
    amount: Money = attrs.field(validator=positive_money)


@attrs.frozen
class PublishFunder(Command[Published, VersionNotNext]):
    """Put a version of a funder into force; applications that it has taken on stay as they are."""

    funder: Funder


@attrs.frozen
class PublishFundingRules(Command[Published, VersionNotNext]):
    """Put a version of the rules of funding into force: order, waiting, grades and regulations."""

    rules: FundingRules


@attrs.frozen
class FundingChanged(Receipt):
    """Where the search for an application's money stands, after how many tries."""

    application_id: str
    state: str
    tries: int


@attrs.frozen
class SeekFunding(Command[FundingChanged, FundingNotSought]):
    """Try the next funding scheme of an approved application."""

    application_id: str = attrs.field(validator=text_of(64))


@attrs.frozen
class RecordFunderAnswer(Command[FundingChanged, FundingNotSought]):
    """Record a funder's word on one try of an application: an answer or a query's result."""

    application_id: str = attrs.field(validator=text_of(64))
    number: int = attrs.field(validator=within(0, 10_000))
    answer: FunderAnswer


@attrs.frozen(kw_only=True)
class FunderIsCovered(Receipt):
    """A funder's part of a loan is taken over: how, and what was paid for it."""

    loan_id: LoanId
    funder: str
    cover: str
    on: date
    amount: Money


@attrs.frozen
class CoverFunder(Command[FunderIsCovered, LoanNotFound | CoverNotAgreed | AlreadyCovered | CoverNotDue]):
    """Take over a funder's part of a loan that is as late as was agreed (代偿 B6, 回购 B8), and pay all owed of it."""

    loan_id: LoanId
    funder: str = attrs.field(validator=FUNDER_CODE)


@attrs.frozen
class FundersCovered(Receipt):
    """So many funders' parts were taken over."""

    covered: int


@attrs.frozen
class CoverFunders(Command[FundersCovered, DayNotOpen]):
    """Take over every funder's part of a shard's loans that is due for it, as an end-of-day node."""

    day: date
    shard: int = attrs.field(validator=attrs.validators.in_(range(16)))
