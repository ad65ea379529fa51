"""Folding a loan's facts into its ledger, in the order of their dates."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import takewhile
from typing import Any

import attrs

from lending.kernel.money import Money
from lending.loans.actual import ActualLedger
from lending.loans.deposit import reserves
from lending.loans.facts import (
    Adjustment,
    CalendarYearKnown,
    Cancellation,
    Charge,
    Clearance,
    DepositReceipt,
    DepositReturn,
    DepositUse,
    Disbursement,
    DueDayChange,
    Extension,
    Impairment,
    LoanFact,
    Misuse,
    MisuseCured,
    Prepayment,
    RateChange,
    Recall,
    Recovery,
    Refund,
    Repayment,
    Repricing,
    Reversal,
    Settlement,
    TakenOn,
    TermChange,
    Waiver,
    WriteOff,
)
from lending.loans.holidays import known_calendar
from lending.loans.misuse import set_misuse
from lending.loans.scheduled import ScheduledLedger
from lending.loans.serviced import ServicedLedger
from lending.loans.taken_on import take_on
from lending.loans.terms import LoanTerms

__all__ = ["REFUNDABLE", "apply", "awaited_waivers", "kept", "lapsed_waivers", "ledger_of", "live_facts"]

REFUNDABLE = (Repayment, Prepayment, Settlement)
"""The payments of which part can go back; a settlement only where its amount is known."""


STAYING = (Cancellation, Refund, CalendarYearKnown, DepositReceipt, DepositReturn)
"""What of a loan that was cancelled counts on: its deposit is still the lessee's."""


def live_facts(facts: Iterable[LoanFact], as_of: date) -> list[LoanFact]:
    """The facts that count on `as_of`, in the order of their dates: neither later ones nor reversed ones.

    A payment of which part was refunded counts with what is left of it, and a waiver no longer once it has lapsed.
    """
    live = _without_reversed(facts, as_of)
    lapsed = {waiver.key for waiver, by in _unpaid(live) if by < as_of}
    return [fact for fact in live if not (isinstance(fact, Waiver) and fact.key in lapsed)] if lapsed else live


def lapsed_waivers(facts: Iterable[LoanFact], as_of: date) -> list[Waiver]:
    """The waivers that have fallen away by `as_of`: the payment they were given for has not come in time (F14)."""
    return [waiver for waiver, by in _unpaid(_without_reversed(facts, as_of)) if by < as_of]


def awaited_waivers(facts: Iterable[LoanFact], as_of: date) -> list[Waiver]:
    """The waivers whose payment may still come on `as_of`, and has not."""
    return [waiver for waiver, by in _unpaid(_without_reversed(facts, as_of)) if by >= as_of]


def _without_reversed(facts: Iterable[LoanFact], as_of: date) -> list[LoanFact]:
    known = [fact for fact in facts if fact.on <= as_of]
    reversed_keys = {fact.of for fact in known if isinstance(fact, Reversal)}
    live = [fact for fact in known if fact.key not in reversed_keys and not isinstance(fact, Reversal)]
    back: dict[str, int] = {}
    for fact in live:
        if isinstance(fact, Refund):
            back[fact.of] = back.get(fact.of, 0) + fact.amount.minor
    if back:
        undone = {fact.key for fact in live if isinstance(fact, Settlement) and fact.key in back}
        live = [fact for fact in live if not (isinstance(fact, Charge) and fact.key in undone)]
        live = [kept for fact in live if (kept := _less(fact, back.get(fact.key, 0))) is not None]
    if any(isinstance(fact, Cancellation) for fact in live):
        live = [left for fact in live if (left := _of_no_loan(fact)) is not None]
    return sorted(live, key=lambda fact: fact.sequence)


def _unpaid(live: list[LoanFact]) -> Iterator[tuple[Waiver, date]]:
    """The waivers among `live` facts given for a payment that is not among those that follow, and its last day."""
    for place, fact in enumerate(live):
        if isinstance(fact, Waiver) and fact.for_payment is not None:
            wanted = fact.for_payment
            came = [each.amount for each in live[place:] if isinstance(each, REFUNDABLE) and each.on <= wanted.by]
            if None not in came and sum(paid.minor for paid in came if paid) < wanted.amount.minor:
                yield fact, wanted.by


def _less(fact: LoanFact, refunded: int) -> LoanFact | None:
    """What is left of a payment of which `refunded` went back: a settlement no longer suffices and is a repayment."""
    if not refunded or not isinstance(fact, REFUNDABLE) or fact.amount is None:
        return fact
    left = Money(fact.amount.minor - refunded, fact.amount.currency)
    if isinstance(fact, Settlement):
        return Repayment(on=fact.on, key=fact.key, amount=left) if left else None
    return attrs.evolve(fact, amount=left) if left else None


def _of_no_loan(fact: LoanFact) -> LoanFact | None:
    """What is left of a fact where nothing was lent: the money it brought or gave back, and no more."""
    if isinstance(fact, REFUNDABLE) and fact.amount is not None:
        return Repayment(on=fact.on, key=fact.key, amount=fact.amount)
    return fact if isinstance(fact, STAYING) else None


def ledger_of(terms: LoanTerms, facts: Iterable[LoanFact], as_of: date) -> ServicedLedger:
    """The working ledger after all facts until `as_of`: of equal values one and the same, so only a copy goes on."""
    live = tuple(_at_once(live_facts(facts, as_of)))
    return kept(_knowing(terms, live), live, as_of)


def _at_once(live: list[LoanFact]) -> list[LoanFact]:
    """The facts, where money paid out in parts before anything else of the first day is one payout of all of them."""
    payouts = [fact for fact in takewhile(lambda fact: fact.on == live[0].on, live) if isinstance(fact, Disbursement)]
    if len(payouts) <= 1 or live[: len(payouts)] != payouts:
        return live
    paid = sum((fact.amount for fact in payouts[1:]), start=payouts[0].amount)
    return [attrs.evolve(payouts[0], amount=paid), *live[len(payouts) :]]


@lru_cache(maxsize=64)
def kept(terms: LoanTerms, live: tuple[LoanFact, ...], day: date) -> ServicedLedger:
    """The ledger as it stands on `day` after `live` facts, kept for the days and facts that follow.

    It goes on from a copy of one kept of an earlier day or of fewer facts itself, so an act folds what came since and
    not all anew. A lease is folded whole: what of its deposit goes back later is not there to pay before.
    """
    if terms.lease is not None:
        ledger = _opened(terms)
        for fact, reserved in zip(live, reserves(live), strict=False):
            ledger.deposit.reserved = reserved
            _follow(ledger, fact)
        ledger.deposit.reserved = 0
    elif live and live[-1].on < day:
        ledger = kept(terms, live, live[-1].on).copy()
    else:
        begun = _begun(len(live))
        ledger = kept(terms, live[:begun], live[begun].on).copy() if begun else _opened(terms)
        for fact in live[begun:]:
            _follow(ledger, fact)
    if ledger.rows:
        ledger.advance(day)
        ledger.restate(day)
    return ledger


def _begun(count: int) -> int:
    """After how many of the first facts a ledger is kept from which one after `count` goes on; 0 for none.

    The payout, and then as many as `count` without its lowest binary digit: the way to any count has no more steps
    than digits, and of the ledgers kept while a loan grows fact by fact each needs but few facts more than another.
    """
    return 0 if count <= 1 else 1 + ((count - 1) & (count - 2))


def _opened(terms: LoanTerms) -> ServicedLedger:
    return ActualLedger(terms) if terms.on_actual_balance else ScheduledLedger(terms)


def _follow(ledger: ServicedLedger, fact: LoanFact) -> None:
    """Let the days until a fact pass, and then the fact take effect."""
    if ledger.rows:
        ledger.advance(fact.on)
    apply(ledger, fact)


def _knowing(terms: LoanTerms, live: Sequence[LoanFact]) -> LoanTerms:
    """`terms` with the years of workdays that `live` facts add."""
    calendar = known_calendar(terms, live)
    return terms if calendar is terms.calendar else attrs.evolve(terms, calendar=calendar)


def apply(ledger: ServicedLedger, fact: LoanFact) -> None:
    """Let one fact take effect."""
    EFFECTS[type(fact)](ledger, fact)
    ledger.look()


EFFECTS: dict[type[LoanFact], Callable[[ServicedLedger, Any], None]] = {
    Disbursement: lambda ledger, fact: ledger.disburse(fact.amount.minor, fact.on),
    TakenOn: take_on,
    Repayment: lambda ledger, fact: ledger.repay(fact.amount.minor, fact.on, fact.order),
    Settlement: lambda ledger, fact: ledger.settle(None if fact.amount is None else fact.amount.minor, fact.on),
    Prepayment: lambda ledger, fact: ledger.prepay(fact.amount.minor, fact.effect, fact.on),
    Charge: lambda ledger, fact: ledger.charge(fact.component, fact.amount.minor, fact.due),
    RateChange: lambda ledger, fact: ledger.change_rate(fact.rate, fact.on),
    Misuse: lambda ledger, fact: set_misuse(ledger, fact.on, now=True),
    MisuseCured: lambda ledger, fact: set_misuse(ledger, fact.on, now=False),
    Repricing: lambda ledger, fact: ledger.change_rate(fact.rate, fact.on, agreed_stays=True),
    CalendarYearKnown: lambda _ledger, _fact: None,
    Cancellation: lambda ledger, fact: ledger.cancel(fact.on),
    Recall: lambda ledger, fact: ledger.recall(fact.on),
    Impairment: lambda ledger, fact: ledger.standing.impair(fact.on),
    DueDayChange: lambda ledger, fact: ledger.change_due_day(fact.day, fact.on),
    TermChange: lambda ledger, fact: ledger.change_term(fact.instalments, fact.on),
    Extension: lambda ledger, fact: ledger.extend(fact.new_maturity, fact.rate, fact.on),
    Waiver: lambda ledger, fact: ledger.waive(fact.component, fact.amount.minor, fact.on),
    Adjustment: lambda ledger, fact: ledger.adjust(fact.no, fact.component, fact.change.minor, fact.on),
    Refund: lambda ledger, fact: ledger.refund(fact.amount.minor),
    DepositReceipt: lambda ledger, fact: ledger.receive_deposit(fact.amount.minor),
    DepositUse: lambda ledger, fact: ledger.deposit.pay_due(ledger, fact.on, fact.amount.minor),
    DepositReturn: lambda ledger, fact: ledger.return_deposit(fact.amount.minor),
    WriteOff: lambda ledger, fact: ledger.write_off(fact.on),
    Clearance: lambda ledger, fact: ledger.clear(fact.amount.minor, fact.means, fact.on),
    Recovery: lambda ledger, fact: ledger.recover(fact.amount.minor),
}
"""What each kind of fact does to the ledger; a reversal has no effect of its own, nor has a calendar's year."""
