"""How money is sought for an approved application: one scheme after the other, one funder at a time."""

from datetime import timedelta

import attrs

from lending.application.call import Call
from lending.application.work import Work
from lending.funding.commands import (
    FundingChanged,
    PublishFunder,
    PublishFundingRules,
    RecordFunderAnswer,
    SeekFunding,
)
from lending.funding.decision import FundingDecision, FundingState, Hold
from lending.funding.funder import OWN, Funder, QuotaKind
from lending.funding.gateway import FunderAnswer, FunderWord, query_delay
from lending.funding.messages import ApplyToFunder, QueryFunder
from lending.funding.ports import FUNDERS, FUNDING_DECISIONS, FUNDING_RULES, FUNDING_SCHEMES, RULES
from lending.funding.quotas import demands, kept_as, occupy, reasons_of_room
from lending.funding.refusals import FundingNotSought
from lending.funding.routing import Candidate, FundingFacts, candidate_of, in_order, reasons_against
from lending.funding.rules import FundingRules
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.operations.commands import Published
from lending.operations.ports import OCCUPATIONS
from lending.products.refusals import VersionNotNext
from lending.risk.admission import Reason

__all__ = [
    "open_decision",
    "publish_funder",
    "publish_funding_rules",
    "record_funder_answer",
    "seek_funding",
    "withdraw_decision",
]

SEEK_AGAIN_AFTER = timedelta(hours=1)
Against = dict[str, tuple[Reason, ...]]
"""What stands against a scheme, by funder."""

BEFORE_ANY = FundingRules(version=1)
"""The rules until some are published."""


def publish_funder(command: PublishFunder, _call: Call, work: Work) -> Outcome[Published, VersionNotNext]:
    """Keep the version: the next one, or any where there was none. The same again is no change."""
    funder = command.funder
    before = work.find(FUNDERS, funder.code)
    if before != funder:
        expected = before.version + 1 if before else funder.version
        if funder.version != expected:
            return Failure(VersionNotNext(funder.code, funder.version, expected))
        work.save(FUNDERS, funder.published())
    return Success(Published(funder.code, funder.version))


def publish_funding_rules(command: PublishFundingRules, _call: Call, work: Work) -> Outcome[Published, VersionNotNext]:
    """Keep the version: the next one, or any where there was none. The same again is no change."""
    rules = command.rules
    before = work.find(FUNDING_RULES, RULES)
    if before != rules:
        expected = before.version + 1 if before else rules.version
        if rules.version != expected:
            return Failure(VersionNotNext(RULES, rules.version, expected))
        work.save(FUNDING_RULES, rules.published())
    return Success(Published(RULES, rules.version))


def open_decision(
    work: Work, call: Call, application_id: str, facts: FundingFacts, schemes: tuple[str, ...]
) -> FundingDecision:
    """Begin to seek money for an application; the search itself is a request of its own."""
    decision = FundingDecision(application_id=application_id, facts=facts, schemes=schemes, sought_at=call.received_at)
    work.save(FUNDING_DECISIONS, decision)
    work.schedule(call.received_at, SeekFunding(application_id))
    return decision


def seek_funding(command: SeekFunding, call: Call, work: Work) -> Outcome[FundingChanged, FundingNotSought]:
    """Try the schemes of the application's product; a search that is under way or over stays as it is."""
    decision = work.find(FUNDING_DECISIONS, command.application_id)
    if decision is None:
        return Failure(FundingNotSought(command.application_id))
    if decision.state is FundingState.SEEKING:
        decision = _seek(decision, call, work)
        work.save(FUNDING_DECISIONS, decision)
    return Success(FundingChanged(decision.application_id, decision.state.value, len(decision.tries)))


def record_funder_answer(
    command: RecordFunderAnswer, call: Call, work: Work
) -> Outcome[FundingChanged, FundingNotSought]:
    """A funder's word: on its approval the next funder of the scheme is asked, on its refusal the next scheme tried."""
    decision = work.find(FUNDING_DECISIONS, command.application_id)
    if decision is None or command.number >= len(decision.tries):
        return Failure(FundingNotSought(command.application_id))
    waiting = decision.asked
    if waiting is not None and waiting.number == command.number:
        decision = _heard(decision.hear(command.answer, call.received_at), call, work)
        work.save(FUNDING_DECISIONS, decision)
    elif _contradicts(decision, command.number, command.answer):
        decision = decision.contradicted(command.number, command.answer)
        work.save(FUNDING_DECISIONS, decision)
    return Success(FundingChanged(decision.application_id, decision.state.value, len(decision.tries)))


def _contradicts(decision: FundingDecision, number: int, answer: FunderAnswer) -> bool:
    final = answer.word in {FunderWord.APPROVED, FunderWord.REFUSED}
    return final and answer.word.value != decision.tries[number].outcome.value


def _heard(decision: FundingDecision, call: Call, work: Work) -> FundingDecision:
    waiting = decision.asked
    if waiting is not None:
        work.schedule(
            call.received_at + query_delay(waiting.doubts), QueryFunder(decision.application_id, waiting.number)
        )
        return decision
    if decision.withdrawn:
        _release(decision, work)
        return decision.withdraw()
    if decision.tries[-1].scheme in decision.refused_schemes:
        _release(decision, work)
        return _seek(decision.gives_way(), call, work)
    return _go_on(decision, call, work)


def withdraw_decision(work: Work, application_id: str) -> None:
    """The application has ended without a loan: what is held for it is released, once no funder decides any more."""
    decision = work.find(FUNDING_DECISIONS, application_id)
    if decision is None or decision.state in {FundingState.NO_FUND, FundingState.WITHDRAWN}:
        return
    if decision.asked is None:
        _release(decision, work)
    work.save(FUNDING_DECISIONS, decision.withdraw())


def _release(decision: FundingDecision, work: Work) -> None:
    for hold in decision.holds:
        released = work.get(OCCUPATIONS, hold.holder).release(work)
        assert isinstance(released, Success), f"{hold.holder} is held by a decision and yet released"
        work.save(OCCUPATIONS, released.unwrap())


def _seek(decision: FundingDecision, call: Call, work: Work) -> FundingDecision:
    """Go for the first scheme that nothing stands against; note why the others were passed over."""
    rules = work.find(FUNDING_RULES, RULES) or BEFORE_ANY
    for candidate in _candidates(decision, rules, work):
        held = _hold(decision, candidate, rules, call, work)
        if isinstance(held, tuple):
            return _go_on(decision.try_scheme(candidate.scheme, held), call, work)
        decision = _passed_over(decision, candidate, held, call)
    if call.received_at + SEEK_AGAIN_AFTER <= decision.sought_at + timedelta(hours=rules.wait_hours):
        work.schedule(call.received_at + SEEK_AGAIN_AFTER, SeekFunding(decision.application_id))
        return decision
    return decision.fail()


def _passed_over(decision: FundingDecision, candidate: Candidate, against: Against, call: Call) -> FundingDecision:
    for party in candidate.parties:
        if party.code in against:
            amount = Money(party.amount, decision.facts.amount.currency)
            scheme, reasons = candidate.scheme.code, against[party.code]
            decision = decision.pass_over(scheme, party.code, amount, call.received_at, reasons)
    return decision


def _candidates(decision: FundingDecision, rules: FundingRules, work: Work) -> tuple[Candidate, ...]:
    """The schemes left to try, in order."""
    left = [code for code in decision.schemes if code not in decision.refused_schemes]
    schemes = [work.get(FUNDING_SCHEMES, code) for code in left]
    codes = {OWN, *(share.funder for scheme in schemes for share in scheme.sharing.shares)}
    found = {code: funder for code in sorted(codes) if (funder := work.find(FUNDERS, code)) is not None}
    candidates = [candidate_of(scheme, found, decision.facts.amount) for scheme in schemes]
    filled = {code: _filled(funder, work) for code, funder in found.items() if funder.fill_target}
    before = _funder_before(decision, work)
    return in_order(candidates, rules, drawn_by=decision.application_id, filled=filled, before=before)


def _filled(funder: Funder, work: Work) -> int:
    limit = work.limit(kept_as(funder.code, QuotaKind.TOTAL))
    return limit.occupied + limit.used if limit else 0


def _funder_before(decision: FundingDecision, work: Work) -> str | None:
    """The lead funder of the customer's last funded application before this one."""
    held = work.matching(FUNDING_DECISIONS, "customer_id", decision.facts.customer_id)
    funded = [one for one in held if one.state is FundingState.FUNDED and one.sought_at < decision.sought_at]
    last = max(funded, key=lambda one: (one.sought_at, one.application_id), default=None)
    shares = last.scheme.sharing.shares if last and last.scheme else ()
    return shares[0].funder if shares else None


def _hold(
    decision: FundingDecision, candidate: Candidate, rules: FundingRules, call: Call, work: Work
) -> tuple[Hold, ...] | Against:
    """Hold all quotas of the try, or say by funder what stands against it."""
    facts, on = decision.facts, call.business_date
    against = reasons_against(candidate, facts, rules, call.received_at, on)
    if against:
        return against
    wanted = {party.code: tuple(demands(party, facts, rules, on)) for party in candidate.parties}
    rooms = {code: reasons_of_room(work, asked) for code, asked in wanted.items()}
    against = {code: reasons for code, reasons in rooms.items() if reasons}
    if against:
        return against
    taken = occupy(work, candidate, wanted, decision.request_no(len(decision.tries)))
    if isinstance(taken, tuple):
        code, reason = taken
        return {code: (reason,)}
    _rely_on(candidate, rules, work)
    return tuple(Hold(code, holder) for code, holder in taken.items())


def _rely_on(candidate: Candidate, rules: FundingRules, work: Work) -> None:
    """What is held is right only as long as funders and rules are as they were read."""
    for party in candidate.parties:
        if party.funder is not None:
            work.relies_on(FUNDERS, party.funder)
    if rules is not BEFORE_ANY:
        work.relies_on(FUNDING_RULES, rules)


def _go_on(decision: FundingDecision, call: Call, work: Work) -> FundingDecision:
    """Ask the next funder of the scheme; where none is left, the money is found."""
    scheme, facts = decision.scheme, decision.facts
    assert scheme is not None, "a scheme is being tried"
    if not scheme.sharing.shares:
        return decision.own(facts.amount, call.received_at).fund()
    funder = decision.next_funder
    if funder is None:
        return decision.fund()
    parts = dict(
        zip((share.funder for share in scheme.sharing.shares), scheme.sharing.parts(facts.amount.minor), strict=True)
    )
    asked = decision.ask(funder, attrs.evolve(facts.amount, minor=parts[funder]), call.received_at)
    work.send(ApplyToFunder(asked.application_id, asked.tries[-1].number))
    return asked
