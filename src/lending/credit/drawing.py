"""Draws on a line: occupied while a payout has no final word, used once it succeeds, given back as it is repaid."""

from lending.application.work import Work
from lending.credit.line import CreditLine
from lending.credit.ports import CREDIT_LINES, limit_of
from lending.credit.refusals import CreditLineNotFound, LineNotDrawable
from lending.credit.usecases import keep_line
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.occupations import Held, Occupation, OccupationState
from lending.operations.ports import OCCUPATIONS
from lending.operations.refusals import NoRoomInLimit

__all__ = ["confirm_draw", "drawable", "follow_principal", "occupy_line", "release_draw"]


def drawable(
    work: Work, line_id: str, customer_id: str, amount: Money
) -> Outcome[CreditLine, CreditLineNotFound | LineNotDrawable]:
    """The line, if this customer may draw on it now."""
    line = work.find(CREDIT_LINES, line_id)
    if line is None:
        return Failure(CreditLineNotFound(line_id))
    admitted = line.admits(customer_id, amount)
    return admitted if isinstance(admitted, Failure) else Success(line)


def occupy_line(
    work: Work, line_id: str, customer_id: str, contract_id: str, amount: Money
) -> Outcome[None, CreditLineNotFound | LineNotDrawable | NoRoomInLimit]:
    """Set the amount aside for a contract, or refuse: what is occupied and used never exceeds the total."""
    found = drawable(work, line_id, customer_id, amount)
    if isinstance(found, Failure):
        return found
    held = Held(limit_of(line_id), amount.minor, revolving=found.unwrap().revolving)
    taken = Occupation.take(work, _holder(contract_id), (held,))
    if isinstance(taken, Failure):
        return taken
    work.save(OCCUPATIONS, taken.unwrap())
    work.relies_on(CREDIT_LINES, found.unwrap())
    return Success(None)


def confirm_draw(work: Work, contract_id: str, line_id: str) -> None:
    """The payout of the contract succeeded (A2b). The line may have ended since; what it promised still holds."""
    occupation = work.get(OCCUPATIONS, _holder(contract_id))
    confirmed = occupation.confirm(work)
    assert isinstance(confirmed, Success), f"{occupation.holder} was occupied for a payout, and closed before it"
    work.save(OCCUPATIONS, confirmed.unwrap())
    _use(work, line_id, occupation.held[0].amount)


def release_draw(work: Work, contract_id: str, line_id: str) -> None:
    """The draw came to nothing, or its money came back: all that it still holds is free again."""
    occupation = work.find(OCCUPATIONS, _holder(contract_id))
    if occupation is None or occupation.state is OccupationState.RELEASED:
        return
    released = occupation.release(work)
    assert isinstance(released, Success), f"{occupation.holder} was not released before"
    work.save(OCCUPATIONS, released.unwrap())
    if occupation.state is OccupationState.CONFIRMED:
        held = occupation.held[0]
        _use(work, line_id, min(occupation.given_back, held.amount) * held.revolving - held.amount)


def follow_principal(work: Work, contract_id: str, line_id: str, repaid: int) -> None:
    """Of the draw's principal `repaid` has come back in all: a revolving line has it again."""
    occupation = work.get(OCCUPATIONS, _holder(contract_id))
    held = occupation.held[0]
    if occupation.state is not OccupationState.CONFIRMED or not held.revolving or occupation.given_back == repaid:
        return
    followed = occupation.repaid(work, repaid)
    assert isinstance(followed, Success), f"{occupation.holder} is confirmed"
    work.save(OCCUPATIONS, followed.unwrap())
    _use(work, line_id, min(occupation.given_back, held.amount) - min(repaid, held.amount))


def _use(work: Work, line_id: str, amount: int) -> None:
    if amount:
        keep_line(work, work.get(CREDIT_LINES, line_id).use(amount))


def _holder(contract_id: str) -> str:
    """Under which name a contract holds its draw, apart from what it holds of other limits."""
    return f"{contract_id}/line"
