"""Folding a loan's facts into its ledger, in the order of their dates."""

from collections.abc import Iterable
from datetime import date

from lending.loans.actual import ActualLedger
from lending.loans.facts import (
    Charge,
    Disbursement,
    Extension,
    LoanFact,
    Prepayment,
    RateChange,
    Recall,
    Recovery,
    Repayment,
    Reversal,
    Settlement,
    Waiver,
    WriteOff,
)
from lending.loans.ledger import Ledger
from lending.loans.scheduled import ScheduledLedger
from lending.loans.terms import LoanTerms

__all__ = ["apply", "ledger_of", "live_facts"]


def live_facts(facts: Iterable[LoanFact], as_of: date) -> list[LoanFact]:
    """The facts that count on `as_of`, in the order of their dates: neither later ones nor reversed ones."""
    known = [fact for fact in facts if fact.on <= as_of]
    reversed_keys = {fact.of for fact in known if isinstance(fact, Reversal)}
    live = [fact for fact in known if fact.key not in reversed_keys and not isinstance(fact, Reversal)]
    return sorted(live, key=lambda fact: fact.on)


def ledger_of(terms: LoanTerms, facts: Iterable[LoanFact], as_of: date) -> Ledger:
    """The working ledger after all facts until `as_of`."""
    ledger: Ledger = ActualLedger(terms) if terms.on_actual_balance else ScheduledLedger(terms)
    for fact in live_facts(facts, as_of):
        if ledger.rows:
            ledger.advance(fact.on)
        apply(ledger, fact)
    if ledger.rows:
        ledger.advance(as_of)
        ledger.restate(as_of)
    return ledger


def apply(ledger: Ledger, fact: LoanFact) -> None:
    """Let one fact take effect."""
    match fact:
        case Disbursement():
            ledger.disburse(fact.amount.minor, fact.on)
        case Repayment():
            ledger.repay(fact.amount.minor, fact.on)
        case Settlement():
            ledger.settle(None if fact.amount is None else fact.amount.minor, fact.on)
        case Prepayment():
            ledger.prepay(fact.amount.minor, fact.effect, fact.on)
        case Charge():
            ledger.charge(fact.component, fact.amount.minor, fact.due)
        case RateChange():
            ledger.change_rate(fact.rate, fact.on)
        case Recall():
            ledger.recall(fact.on)
        case Extension():
            ledger.extend(fact.new_maturity, fact.rate, fact.on)
        case Waiver():
            ledger.waive(fact.component, fact.amount.minor, fact.on)
        case WriteOff():
            ledger.write_off(fact.on)
        case Recovery():
            ledger.recover(fact.amount.minor)
        case _:
            raise AssertionError(f"{type(fact).__name__} has no effect of its own")
