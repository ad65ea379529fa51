"""What recording a reconciliation does: what differs is raised, driven, found or parked."""

from collections import Counter
from collections.abc import Iterable
from datetime import timedelta

import attrs

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import CNY, Currency
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.ports import LOANS
from lending.payments.channel import ChannelAnswer, Word
from lending.payments.commands import RecordDeductionAnswer, RecordPayoutAnswer, RecordPayoutReturn
from lending.payments.ids import DeductionOrderId
from lending.reconciliation.claims import claim_of, payout_of
from lending.reconciliation.commands import RecordReconciliation
from lending.reconciliation.day import BOOKS, BUSINESS, LEDGER
from lending.reconciliation.difference import Act, Difference, DifferenceState
from lending.reconciliation.ids import DifferenceId
from lending.reconciliation.matching import COUNTED, Claim, Finding, Result, Standing, Tally, judge
from lending.reconciliation.ports import DIFFERENCES, day_id, receipt_id
from lending.reconciliation.refusals import DifferenceNotFound
from lending.reconciliation.statement import Flow

__all__ = [
    "CARRIED_DAYS",
    "close_found",
    "compare_again",
    "findings_now",
    "park_overdue",
    "raise_differences",
    "tally_of",
]

CARRIED_DAYS = 3
"""A long or short record is looked for in T+1 to T+3, then parked (machine 3.10)."""

TOLD_BY_STATEMENT = "the channel's statement has it"
"""Why a payout came back, where nobody told before."""

AWAITING = frozenset({DifferenceState.LONG, DifferenceState.SHORT})
"""States in which a counterpart may turn up on a neighbouring day."""

Key = tuple[Flow, str]


def findings_now(command: RecordReconciliation, work: Work) -> tuple[Finding, ...]:
    """The findings on what is known now: an order may have had its final word since it was matched.

    Of the books a reference is told once: where orders and ledger differ, orders and loans are not asked.
    """
    if command.source in BOOKS:
        told = _keys(work.matching(DIFFERENCES, "day", day_id(LEDGER, command.day)))
        drop = told if command.source == BUSINESS else frozenset()
        return tuple(finding for finding in command.findings if (finding.flow, finding.reference) not in drop)
    return tuple(_with_ours(finding, command, work) for finding in command.findings)


def _with_ours(finding: Finding, command: RecordReconciliation, work: Work) -> Finding:
    currency = _currency_of(command, finding, work)
    ours = claim_of(work, command.source, command.day, currency, finding.flow, finding.reference)
    return attrs.evolve(finding, ours=ours)


def _keys(differences: Iterable[Difference]) -> frozenset[Key]:
    return frozenset((difference.flow, difference.reference) for difference in differences)


def tally_of(told: Tally, findings: Iterable[Finding]) -> Tally:
    """The tally, where findings were judged anew."""
    results = Counter(judge(finding.theirs, finding.ours) for finding in findings)
    agreed = [finding for finding in findings if judge(finding.theirs, finding.ours) is Result.MATCHED]
    counts = {name: results[result] for result, name in COUNTED.items()}
    return attrs.evolve(
        told,
        matched=told.matched + len(agreed),
        matched_amount=told.matched_amount + sum(_amount(finding.theirs) for finding in agreed),
        **counts,
    )


def _amount(claim: Claim | None) -> int:
    return claim.amount if claim is not None and claim.standing is Standing.SUCCESS else 0


def close_found(command: RecordReconciliation, work: Work) -> Outcome[None, DifferenceNotFound]:
    """Close the differences of neighbouring days whose counterpart was found.

    One that somebody dealt with meanwhile is left as it is.
    """
    for difference_id in command.late:
        difference = _of_source(difference_id, command.source, work)
        if difference is None:
            return Failure(DifferenceNotFound(difference_id.value))
        if difference.state in AWAITING:
            found = difference.counterpart_found(command.day)
            assert isinstance(found, Success), f"{difference} awaits its counterpart"
            work.save(DIFFERENCES, found.unwrap())
    return Success(None)


def _of_source(difference_id: DifferenceId, source: str, work: Work) -> Difference | None:
    difference = work.find(DIFFERENCES, difference_id)
    return difference if difference is not None and difference.source == source else None


def raise_differences(command: RecordReconciliation, findings: Iterable[Finding], call: Call, work: Work) -> None:
    """Raise what differs and is not known; what an earlier run raised and this one does not find is corrected."""
    before = work.matching(DIFFERENCES, "day", day_id(command.source, command.day))
    standing = {(each.flow, each.reference): each for each in before if each.act is not Act.CORRECT}
    seen: set[DifferenceId] = set()
    for finding in findings:
        if judge(finding.theirs, finding.ours) in {None, Result.MATCHED}:
            continue
        known = standing.get((finding.flow, finding.reference))
        if known is not None and known.is_same(finding):
            seen.add(known.id)
            continue
        difference = Difference.of(
            work.new_id(DifferenceId),
            command.source,
            command.day,
            _currency_of(command, finding, work),
            finding,
            moves_books=command.source != BUSINESS,
        )
        difference = _held(difference, work)
        work.save(DIFFERENCES, difference)
        standing[finding.flow, finding.reference] = difference
        _drive(difference, call, work)
    for difference in before:
        if difference.is_open and difference.id not in seen:
            corrected = difference.corrected()
            assert isinstance(corrected, Success), f"{difference} is open"
            work.save(DIFFERENCES, corrected.unwrap())


def _held(difference: Difference, work: Work) -> Difference:
    """Money that came by no order of ours has no counterpart to wait for: it is held at once (S1).

    A number that was told of another day is somebody's to look at first.
    """
    if difference.flow is not Flow.RECEIPT:
        return difference
    if work.matching(DIFFERENCES, "receipt", receipt_id(difference.source, difference.reference)):
        return difference
    held = difference.park()
    assert isinstance(held, Success), f"{difference} moves our books"
    return held.unwrap()


def _currency_of(command: RecordReconciliation, finding: Finding, work: Work) -> Currency:
    if command.statement is not None:
        return command.statement.currency
    loan = work.find(LOANS, finding.reference)
    return CNY if loan is None else loan.terms.currency


def _drive(difference: Difference, call: Call, work: Work) -> None:
    """They say success and we are in doubt: the statement is the channel's word, and is recorded as such."""
    theirs, ours = difference.theirs, difference.ours
    if difference.state is not DifferenceState.STATUS_DIFF or theirs is None or ours is None:
        return
    if (theirs.standing, ours.standing) != (Standing.SUCCESS, Standing.OPEN):
        return
    answer = ChannelAnswer(Word.SUCCESS, on=difference.day)
    if difference.flow is Flow.DEDUCTION:
        work.schedule(call.received_at, RecordDeductionAnswer(DeductionOrderId(difference.reference), answer))
        return
    order_id = payout_of(difference.reference)
    assert order_id is not None, f"{difference} is of a payout of ours"
    if difference.flow is Flow.RETURN:
        told = RecordPayoutReturn(order_id=order_id, on=difference.day, reason=TOLD_BY_STATEMENT)
        work.schedule(call.received_at, told)
        return
    work.schedule(call.received_at, RecordPayoutAnswer(order_id, difference.reference, answer))


def compare_again(command: RecordReconciliation, work: Work) -> None:
    """Compare what was undecided with our orders as they are now.

    An order's final word does so by itself, unless it came at the very moment at which the difference was raised.
    """
    for difference in work.matching(DIFFERENCES, "open", command.source):
        if difference.state in AWAITING:
            continue
        place = difference.day, difference.currency, difference.flow, difference.reference
        ours = claim_of(work, difference.source, *place)
        if ours is not None and ours != difference.ours:
            work.save(DIFFERENCES, difference.ours_now(ours))


def park_overdue(command: RecordReconciliation, work: Work) -> int:
    """Park the long and short ones that were looked for on every day they may turn up on; how many they are."""
    last = command.day - timedelta(days=CARRIED_DAYS)
    waiting = work.matching(DIFFERENCES, "open", command.source)
    overdue = [difference for difference in waiting if difference.state in AWAITING and difference.day <= last]
    for difference in overdue:
        parked = difference.park()
        assert isinstance(parked, Success), f"{difference} awaits its counterpart and moves our books"
        work.save(DIFFERENCES, parked.unwrap())
    return len(overdue)
