"""What can be asked about settling with funders (资金方清算, machine 3.9)."""

from datetime import date

import attrs

from lending.application.commands import Command, Receipt
from lending.funding.refusals import (
    BankAmountDiffers,
    BankSerialKnown,
    DayNotCutOff,
    DisputedLineUnknown,
    NothingToSettle,
    SettlementFileDiffers,
    SettlementNotFound,
    SettlementUnbalanced,
    WrongSettlementState,
)
from lending.funding.settlement import SettlementAnswer
from lending.funding.sharing import FUNDER_CODE
from lending.kernel.checks import SHA_256, text_of, within
from lending.kernel.money import CNY, MINOR_MAX, Currency, Money
from lending.kernel.refusals import Refusal
from lending.operations.refusals import DayNotOpen

__all__ = [
    "CalculateFunderSettlement",
    "CheckFunderSettlement",
    "FunderSettlementMoved",
    "FundersSettled",
    "MatchFunderSettlement",
    "PayFunderSettlement",
    "RecordFunderSettlementAnswer",
    "SendFunderSettlement",
    "SettleFunders",
]


@attrs.frozen(kw_only=True)
class FunderSettlementMoved(Receipt):
    """Where a settlement stands, and its net amount: below zero, the funder pays."""

    funder: str
    day: date
    state: str
    lines: int
    net: Money


@attrs.frozen
class FundersSettled(Receipt):
    """So many settlements were calculated."""

    settlements: int


@attrs.frozen
class SettleFunders(Command[FundersSettled, DayNotOpen]):
    """Calculate the settlements of the day before `day` with every funder, as an end-of-day node."""

    day: date
    shard: int = attrs.field(default=0, validator=within(0, 0))


@attrs.frozen(kw_only=True)
class CalculateFunderSettlement(Command[FunderSettlementMoved, DayNotCutOff | NothingToSettle]):
    """Calculate what is owed between a funder and us for a closed day, and for disputed ones before it."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY


@attrs.frozen(kw_only=True)
class CheckFunderSettlement(
    Command[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | SettlementUnbalanced | Refusal]
):
    """Hold a settlement against the ledger: what became payable to the funder (2314.02) on its day."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY


@attrs.frozen(kw_only=True)
class SendFunderSettlement(
    Command[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | SettlementFileDiffers]
):
    """Record that a settlement's file is out: its count of lines, their sum in minor units, and their SHA-256."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY
    lines: int = attrs.field(validator=within(0, 10_000_000))
    total: int = attrs.field(validator=within(-MINOR_MAX, MINOR_MAX))
    digest: str = attrs.field(validator=SHA_256)


@attrs.frozen(kw_only=True)
class RecordFunderSettlementAnswer(
    Command[
        FunderSettlementMoved,
        SettlementNotFound | WrongSettlementState | SettlementFileDiffers | DisputedLineUnknown,
    ]
):
    """Record a funder's word on a settlement that was sent: all of it confirmed, or lines of it disputed."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY
    answer: SettlementAnswer


@attrs.frozen(kw_only=True)
class PayFunderSettlement(Command[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | Refusal]):
    """Record that a confirmed settlement was paid: by us, or where its net is below zero by the funder (B5)."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    currency: Currency = CNY


@attrs.frozen(kw_only=True)
class MatchFunderSettlement(
    Command[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | BankAmountDiffers | BankSerialKnown]
):
    """Match a paid settlement with the bank's statement: the payment's serial number and amount, signed as our net."""

    funder: str = attrs.field(validator=FUNDER_CODE)
    day: date
    serial: str = attrs.field(validator=text_of(64))
    amount: Money
