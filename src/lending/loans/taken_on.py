"""A loan taken on from another system: the rows that its opening balances come to.

What had fallen due stands as instalments of its own, each with what is unpaid of it. The rest is planned by the terms
over the instalments left, and the running period has borne, to the day, what the other system had accrued.
"""

from datetime import timedelta
from itertools import pairwise
from typing import Self

import attrs

from lending.kernel.periods import months_after
from lending.kernel.rounding import Rounding
from lending.loans.agreed_fees import add_fee, match_fees
from lending.loans.choices import Component, Method
from lending.loans.factors import Calendar, calendar_of, factors_of, regular_factors
from lending.loans.facts import OpenInstalment, TakenOn
from lending.loans.plan import Amounts, Factors, amounts_of, levels_from
from lending.loans.row import COMPOUND, INTEREST, PENALTY, PRINCIPAL, Arrears, Row
from lending.loans.scheduled import ScheduledLedger
from lending.loans.serviced import ServicedLedger
from lending.loans.terms import LoanTerms

__all__ = ["running_interest", "take_on"]


def take_on(ledger: ServicedLedger, fact: TakenOn) -> None:
    """Open the account with the balances of `fact`."""
    assert isinstance(ledger, ScheduledLedger), "balances are taken on where interest follows the plan"
    ledger.at = fact.on
    ledger.disbursed = fact.principal.minor + sum(each.principal.minor for each in fact.unpaid)
    ledger.rows = [_fallen_due(ledger, no, each, fact) for no, each in enumerate(fact.unpaid, 1)]
    ledger.next = len(ledger.rows)
    if fact.instalments:
        _plan(ledger, fact)
    if ledger.ceiling is not None:
        charged = sum(each.total.minor - each.principal.minor for each in fact.unpaid)
        ledger.ceiling.at = fact.on
        ledger.ceiling.before = charged + fact.accrued.minor + fact.fees.minor
    if fact.fees:
        ledger.charge(Component.FEE, fact.fees.minor, fact.on)


def running_interest(terms: LoanTerms, fact: TakenOn) -> int:
    """What the instalment that falls due next asks for of interest; nothing where none is left."""
    return _Left.of(terms, fact).running if fact.instalments else 0


@attrs.frozen
class _Left:
    """The instalments left: periods, factors, what the terms make them ask for, and the first one's interest."""

    calendar: Calendar
    factors: Factors
    regular: Factors
    amounts: Amounts
    running: int

    @classmethod
    def of(cls, terms: LoanTerms, fact: TakenOn) -> Self:
        over = attrs.evolve(terms, start=fact.since, instalments=fact.instalments)
        calendar = _periods(terms, over)
        factors = factors_of(over, terms.rate, calendar)
        plain = calendar.whole[0] and calendar.nominal is None
        regular = factors if plain else regular_factors(over, terms.rate, calendar)
        amounts = amounts_of(over, fact.principal.minor, factors, regular)
        running = amounts.interests[0] if fact.next_interest is None else fact.next_interest.minor
        return cls(calendar, factors, regular, amounts, running)


def _periods(terms: LoanTerms, over: LoanTerms) -> Calendar:
    """The periods left; the running one is whole where it began a period before its due date, as dues are kept."""
    assert over.start is not None, "the running period began on a date"
    assert over.first_due is not None, "where instalments are left the next falls due on a date"
    if terms.method is Method.BULLET:
        whole = terms.instalments if terms.period.after(over.start, terms.instalments) == over.first_due else 0
        return Calendar((over.start, over.first_due), (whole,))
    calendar = calendar_of(over, over.start)
    regular = terms.period.after(over.first_due, -1, terms.due_day) == over.start
    return attrs.evolve(calendar, whole=(1,) * calendar.count) if regular else calendar


def _fallen_due(ledger: ScheduledLedger, no: int, unpaid: OpenInstalment, fact: TakenOn) -> Row:
    row = Row(no, months_after(unpaid.due, -1), unpaid.due, 1, (0, 1))
    ledger.heed_holidays(row)
    row.asked[PRINCIPAL], row.asked[INTEREST] = unpaid.principal.minor, unpaid.interest.minor
    row.asked[PENALTY], row.asked[COMPOUND] = unpaid.penalty.minor, unpaid.compound.minor
    row.borne = unpaid.interest.minor
    row.stretches = [(row.start, row.due, row.borne, 1)]
    penalty, grace = ledger.terms.penalty, timedelta(days=ledger.terms.grace.days)
    borne = bool(unpaid.penalty or unpaid.compound)
    if borne or (penalty is not None and fact.on > row.pay_by + grace):
        compound = penalty is not None and penalty.compound
        row.penalty = Arrears(fact.on, unpaid.principal.minor, unpaid.penalty.minor)
        row.compound = Arrears(fact.on, unpaid.interest.minor if compound else 0, unpaid.compound.minor)
    return row


def _plan(ledger: ScheduledLedger, fact: TakenOn) -> None:
    method, left, before = ledger.terms.method, _Left.of(ledger.terms, fact), len(ledger.rows)
    ledger.level = left.amounts.level if fact.instalment is None else fact.instalment.minor
    flat = method is Method.EQUAL_PRINCIPAL_AND_INTEREST
    ledger.base = ledger.terms.principal.minor if flat else fact.principal.minor
    principals, interests = _asked(ledger, left, fact)
    periods = pairwise(left.calendar.days)
    for place, ((start, due), principal, interest) in enumerate(zip(periods, principals, interests, strict=True)):
        row = Row(before + place + 1, start, due, left.calendar.whole[place], left.factors[place])
        row.nominal = left.calendar.moved_from(place)
        ledger.heed_holidays(row)
        row.asked[PRINCIPAL], row.asked[INTEREST], row.borne = principal, interest, interest
        row.stretches = [(start, due, interest, 1)]
        ledger.rows.append(row)
        add_fee(ledger, row)
    _accrue(ledger.rows[before], fact, ledger.rounding)
    match_fees(ledger)


def _asked(ledger: ScheduledLedger, left: _Left, fact: TakenOn) -> tuple[list[int], list[int]]:
    """Principal and interest of the instalments left: as planned, or as the contract has them."""
    principals, interests = list(left.amounts.principals), list(left.amounts.interests)
    if fact.instalment is None and fact.next_interest is None:
        return principals, interests
    match ledger.terms.method:
        case Method.EQUAL_INSTALMENT:
            whole = fact.principal.minor
            return levels_from(ledger.terms, whole, ledger.level, left.factors, left.regular, left.running)
        case Method.EQUAL_PRINCIPAL_AND_INTEREST:
            return principals, [left.running] * len(interests)
        case _:
            return principals, [left.running, *interests[1:]]


def _accrue(running: Row, fact: TakenOn, rounding: Rounding) -> None:
    """Let the running period have borne what was accrued, and the rest by the days left (F6)."""
    if running.borne_by(fact.on, rounding) == fact.accrued.minor:
        return
    rest = running.borne - fact.accrued.minor
    running.stretches = [(running.start, fact.on, fact.accrued.minor, 1), (fact.on, running.due, rest, 1)]
