"""How funders are settled with (资金方清算): calculated, sent, answered, paid, matched."""

from datetime import date, timedelta
from typing import TypeVar

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.ports import DISPUTED, FUNDER_SETTLEMENTS, SETTLEMENT_ITEMS
from lending.funding.refusals import (
    BankAmountDiffers,
    BankSerialKnown,
    DayNotCutOff,
    DisputedLineUnknown,
    NothingToSettle,
    SettlementFileDiffers,
    SettlementNotFound,
    WrongSettlementState,
)
from lending.funding.settlement import FunderSettlement, SettlementAnswer
from lending.funding.settlement_commands import (
    CalculateFunderSettlement,
    FunderSettlementMoved,
    FundersSettled,
    MatchFunderSettlement,
    PayFunderSettlement,
    RecordFunderSettlementAnswer,
    SendFunderSettlement,
    SettleFunders,
)
from lending.funding.settlement_items import SettlementItem, lines_of, settled_as
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.jobs import JobRun
from lending.operations.refusals import DayNotOpen
from lending.operations.usecases import must_be_open, record_run

__all__ = [
    "NODE",
    "calculate_settlement",
    "found_settlement",
    "match_settlement",
    "pay_settlement",
    "record_settlement_answer",
    "send_settlement",
    "settle_funders",
    "settlement_receipt",
]

E = TypeVar("E")

NODE = "settlement"
"""The node of the end of day that calculates."""


def settle_funders(command: SettleFunders, call: Call, work: Work) -> Outcome[FundersSettled, DayNotOpen]:
    """Every funder with which anything moved on the day before, or a disputed settlement waits for the next."""
    opened = must_be_open(command.day, call)
    if isinstance(opened, Failure):
        return opened
    day = command.day - timedelta(days=1)
    moved = {(item.funder, item.currency) for item in work.matching(SETTLEMENT_ITEMS, "day", day.isoformat())}
    waiting = {(held.funder, held.currency) for held in work.matching(FUNDER_SETTLEMENTS, "waits", DISPUTED)}
    wanted = sorted(moved | waiting, key=lambda place: (place[0], place[1].code))
    made = [_calculate(funder, day, currency, work) for funder, currency in wanted]
    record_run(work, JobRun(command.day, NODE, command.shard, len(made)))
    return Success(FundersSettled(len(made)))


def calculate_settlement(
    command: CalculateFunderSettlement, call: Call, work: Work
) -> Outcome[FunderSettlementMoved, DayNotCutOff | NothingToSettle]:
    """Calculate it, once; asked again it is answered as it stands."""
    if command.day >= call.business_date:
        return Failure(DayNotCutOff(call.business_date, command.day))
    settlement = _calculate(command.funder, command.day, command.currency, work)
    if settlement is None:
        return Failure(NothingToSettle(settled_as(command.funder, command.day, command.currency)))
    return Success(settlement_receipt(settlement))


def _calculate(funder: str, day: date, currency: Currency, work: Work) -> FunderSettlement | None:
    """The settlement of a closed day, calculated now if it was not before; None where there is nothing to settle."""
    before = work.find(FUNDER_SETTLEMENTS, settled_as(funder, day, currency))
    if before is not None:
        return before
    waiting = work.matching(FUNDER_SETTLEMENTS, "waits", DISPUTED)
    disputed = [held for held in waiting if (held.funder, held.currency) == (funder, currency)]
    opened = FunderSettlement.opened(funder, day, currency, disputed)
    items = _items(opened, work)
    if not items:
        return None
    calculated = opened.calculated(lines_of(items))
    assert isinstance(calculated, Success), f"{opened.id} is open"
    work.save(FUNDER_SETTLEMENTS, calculated.unwrap())
    for held in disputed:
        work.save(FUNDER_SETTLEMENTS, held.carried(day))
    return calculated.unwrap()


def _items(settlement: FunderSettlement, work: Work) -> list[SettlementItem]:
    return [
        item
        for covered in settlement.covers
        for item in work.matching(
            SETTLEMENT_ITEMS, "settled_as", settled_as(settlement.funder, covered, settlement.currency)
        )
    ]


def send_settlement(
    command: SendFunderSettlement, _call: Call, work: Work
) -> Outcome[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | SettlementFileDiffers]:
    """Keep what was sent."""
    found = found_settlement(command.funder, command.day, command.currency, work)
    if isinstance(found, Failure):
        return found
    return _kept(found.unwrap().sent(command.lines, command.total, command.digest), work)


def record_settlement_answer(
    command: RecordFunderSettlementAnswer, _call: Call, work: Work
) -> Outcome[
    FunderSettlementMoved,
    SettlementNotFound | WrongSettlementState | SettlementFileDiffers | DisputedLineUnknown,
]:
    """Confirmed or disputed, once."""
    found = found_settlement(command.funder, command.day, command.currency, work)
    if isinstance(found, Failure):
        return found
    answered = found.unwrap().answered(command.answer)
    unknown = _unknown_line(found.unwrap(), command.answer, work)
    if isinstance(answered, Success) and unknown is not None:
        return Failure(unknown)
    return _kept(answered, work)


def _unknown_line(settlement: FunderSettlement, answer: SettlementAnswer, work: Work) -> DisputedLineUnknown | None:
    """What is disputed that the settlement's file does not have."""
    if not answer.disputes:
        return None
    loans = [line.loan_id for line in lines_of(_items(settlement, work))]
    for held in answer.disputes:
        if held.line > len(loans) or loans[held.line - 1] != held.loan_id:
            return DisputedLineUnknown(settlement.id, held.line, held.loan_id)
    return None


def pay_settlement(
    command: PayFunderSettlement, call: Call, work: Work
) -> Outcome[FunderSettlementMoved, SettlementNotFound | WrongSettlementState]:
    """Paid on the open accounting day; the vouchers follow from the event."""
    found = found_settlement(command.funder, command.day, command.currency, work)
    if isinstance(found, Failure):
        return found
    return _kept(found.unwrap().pay(call.business_date), work)


def match_settlement(
    command: MatchFunderSettlement, _call: Call, work: Work
) -> Outcome[FunderSettlementMoved, SettlementNotFound | WrongSettlementState | BankAmountDiffers | BankSerialKnown]:
    """Matched once; a serial number of the bank's is of one payment."""
    found = found_settlement(command.funder, command.day, command.amount.currency, work)
    if isinstance(found, Failure):
        return found
    for held in work.matching(FUNDER_SETTLEMENTS, "bank_serial", command.serial):
        if held.id != found.unwrap().id:
            return Failure(BankSerialKnown(command.serial, held.id))
    return _kept(found.unwrap().match(command.serial, command.amount), work)


def found_settlement(
    funder: str, day: date, currency: Currency, work: Work
) -> Outcome[FunderSettlement, SettlementNotFound]:
    """The settlement, if it was calculated."""
    found = work.find(FUNDER_SETTLEMENTS, settled_as(funder, day, currency))
    return Success(found) if found is not None else Failure(SettlementNotFound(settled_as(funder, day, currency)))


def settlement_receipt(settlement: FunderSettlement) -> FunderSettlementMoved:
    """What is answered of a settlement."""
    return FunderSettlementMoved(
        funder=settlement.funder,
        day=settlement.day,
        state=settlement.state.value,
        lines=settlement.lines,
        net=settlement.net,
    )


def _kept(moved: Outcome[FunderSettlement, E], work: Work) -> Outcome[FunderSettlementMoved, E]:
    if isinstance(moved, Failure):
        return moved
    work.save(FUNDER_SETTLEMENTS, moved.unwrap())
    return Success(settlement_receipt(moved.unwrap()))
