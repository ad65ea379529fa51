"""The internal check of a settlement with a funder: what its items come to is what the ledger says (machine 3.9).

The ledger is the balances kept of closed days, added up from journal lines and from nothing else.
"""

from datetime import date, timedelta

from lending.accounting.channel_lines import PAYABLE
from lending.accounting.events import BalancesSummed
from lending.accounting.journal import OWN
from lending.accounting.ports import DAY_BALANCES
from lending.accounting.refusals import DayNotSummed
from lending.application.call import Call
from lending.application.work import Work
from lending.funding.events import FunderSettlementCalculated, FunderSettlementHeld
from lending.funding.ports import FUNDER_SETTLEMENTS, SETTLEMENT_ITEMS
from lending.funding.refusals import SettlementNotFound, SettlementUnbalanced, WrongSettlementState
from lending.funding.settlement import FunderSettlement, SettlementState
from lending.funding.settlement_commands import CheckFunderSettlement, FunderSettlementMoved
from lending.funding.settlement_items import SettlementItem, settled_as, total_of
from lending.funding.settling import found_settlement, settlement_receipt
from lending.kernel.money import Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal

__all__ = ["check_calculated", "check_settlement", "check_summed"]

Checked = Outcome[FunderSettlement, WrongSettlementState | SettlementUnbalanced | DayNotSummed]


def check_settlement(
    command: CheckFunderSettlement, _call: Call, work: Work
) -> Outcome[
    FunderSettlementMoved, SettlementNotFound | WrongSettlementState | SettlementUnbalanced | DayNotSummed | Refusal
]:
    """Check it, once its day is summed."""
    found = found_settlement(command.funder, command.day, command.currency, work)
    if isinstance(found, Failure):
        return found
    checked = _checked(found.unwrap(), work)
    if isinstance(checked, Failure):
        return checked
    work.save(FUNDER_SETTLEMENTS, checked.unwrap())
    return Success(settlement_receipt(checked.unwrap()))


def check_calculated(event: FunderSettlementCalculated, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Reaction to a calculation: checked at once, where the day is summed already."""
    found = found_settlement(event.funder, event.day, event.net.currency, work)
    assert isinstance(found, Success), f"{event} is of no settlement"
    _check(found.unwrap(), work)
    return Success(None)


def check_summed(event: BalancesSummed, _call: Call, work: Work) -> Outcome[None, Refusal]:
    """Reaction to a day's sum: whatever is calculated of it is checked."""
    for settlement in work.matching(FUNDER_SETTLEMENTS, "day", event.day.isoformat()):
        if settlement.state is SettlementState.CALCULATED:
            _check(settlement, work)
    return Success(None)


def _check(settlement: FunderSettlement, work: Work) -> None:
    """Check it if that can be done; where the ledger says something else, an alarm is raised and it stays."""
    checked = _checked(settlement, work)
    if isinstance(checked, Success):
        work.save(FUNDER_SETTLEMENTS, checked.unwrap())
        return
    refusal = checked.failure()
    if isinstance(refusal, SettlementUnbalanced):
        held = FunderSettlementHeld(settlement.funder, settlement.day, refusal.items, refusal.ledger)
        work.record(settlement.id, held)


def _checked(settlement: FunderSettlement, work: Work) -> Checked:
    ledger = _became_payable(settlement.funder, settlement.day, settlement.currency, work)
    if isinstance(ledger, Failure):
        return ledger
    items: tuple[SettlementItem, ...] = work.matching(SETTLEMENT_ITEMS, "settled_as", settlement.id)
    return settlement.checked(total_of(items).net, ledger.unwrap())


def _became_payable(funder: str, day: date, currency: Currency, work: Work) -> Outcome[int, DayNotSummed]:
    """What the ledger says became payable to the funder on a day: 2314.02 moved, without what was paid on the day."""
    if work.find(DAY_BALANCES, day.isoformat()) is None:
        return Failure(DayNotSummed(day))
    place = OWN, PAYABLE, funder, currency.code
    moved = _balance(day - timedelta(days=1), place, work) - _balance(day, place, work)
    paid = work.matching(FUNDER_SETTLEMENTS, "paid", settled_as(funder, day, currency))
    return Success(moved + sum(settlement.paid.minor for settlement in paid))


def _balance(day: date, place: tuple[str, str, str, str], work: Work) -> int:
    """Debit positive; nothing before the first day that was summed."""
    kept = work.find(DAY_BALANCES, day.isoformat())
    rows = kept.rows if kept is not None else ()
    return sum(row.signed for row in rows if row.key == place)
