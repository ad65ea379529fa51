"""How an application is decided by rules, or by a person where they do not (R29, R31)."""

import attrs

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.assessing import Trial, agree, trial_of
from lending.origination.commands import (
    ApplicationChanged,
    RecordRuleAnswer,
    ReferUndecided,
    ReviewApplication,
    Verdict,
)
from lending.origination.ports import APPLICATIONS
from lending.origination.refusals import ApplicationNotFound, ApplicationNotInStatus
from lending.products.product import Product, Scene
from lending.risk.admission import Reason
from lending.risk.decisions import RULES_BROKEN, RuleAnswer
from lending.risk.ports import DECISIONS
from lending.risk.scorecard import Recommendation

__all__ = ["record_rule_answer", "refer_undecided", "review_application"]

LATE, TOO_LITTLE, UNEXPLAINED = "RULES_LATE", "LIMIT_TOO_LOW", "BY_RULE"


def record_rule_answer(command: RecordRuleAnswer, call: Call, work: Work) -> Outcome[ApplicationChanged, Refusal]:
    """Keep the answer, and do what it says; one that comes when another has decided is kept and changes nothing."""
    application = work.find(APPLICATIONS, command.application_id)
    decision = work.find(DECISIONS, command.application_id)
    if application is None or decision is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if decision.answer is None:
        answer = command.answer or RuleAnswer(decision=Recommendation.REFER, reasons=(RULES_BROKEN,))
        decision = decision.answered(answer, command.fault, command.micros)
        work.save(DECISIONS, decision)
    if application.status is not ApplicationStatus.SCORING or decision.answer is None:
        return Success(ApplicationChanged(application.id, application.status.value))
    reasons = tuple(Reason(code, _told(code, command.fault)) for code in decision.answer.reasons)
    match decision.answer.decision:
        case Recommendation.REJECT:
            rejected = application.reject(reasons or (Reason(UNEXPLAINED, "the rules give no reason"),))
            return _saved(rejected, work)
        case Recommendation.REFER:
            return _refer(application, reasons, call, work)
        case Recommendation.APPROVE:
            return _agree(application, decision.answer.amount_max, call, work)


def refer_undecided(command: ReferUndecided, call: Call, work: Work) -> Outcome[ApplicationChanged, Refusal]:
    """A person decides where rules have not answered in time; what is decided stays so."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.status is not ApplicationStatus.SCORING:
        return Success(ApplicationChanged(application.id, application.status.value))
    return _refer(application, (Reason(LATE, "the rules gave no answer in time"),), call, work)


def review_application(command: ReviewApplication, call: Call, work: Work) -> Outcome[ApplicationChanged, Refusal]:
    """A person's word, of an amount no higher than was asked for."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.status is not ApplicationStatus.MANUAL_REVIEW:
        return Failure(ApplicationNotInStatus(application.id.value, "review", application.status.value))
    if command.verdict is Verdict.REJECT:
        return _saved(application.reject((Reason("REVIEWED", command.reason),)), work)
    return _agree(attrs.evolve(application, decided_by=call.actor.id), None, call, work)


def _refer(
    application: CreditApplication, reasons: tuple[Reason, ...], call: Call, work: Work
) -> Outcome[ApplicationChanged, Refusal]:
    tried = trial_of(application, application.amount, call, work)
    return tried if isinstance(tried, Failure) else _saved(application.refer(reasons, tried.unwrap().offer(call)), work)


def _agree(
    application: CreditApplication, amount_max: int | None, call: Call, work: Work
) -> Outcome[ApplicationChanged, Refusal]:
    """Agree to what was asked for, or to as much of it as the rules allow."""
    tried = trial_of(application, application.amount, call, work)
    if isinstance(tried, Failure):
        return tried
    trial = tried.unwrap()
    amount = _most(application, trial, amount_max)
    if amount is None:
        least = trial.product.amount_min.text
        return _saved(application.reject((Reason(TOO_LITTLE, f"at most {amount_max}, at least {least} asked"),)), work)
    if amount != application.amount:
        tried = trial_of(application, amount, call, work)
        if isinstance(tried, Failure):
            return tried
        trial = tried.unwrap()
    return _saved(agree(application, trial, call), work)


def _most(application: CreditApplication, trial: Trial, amount_max: int | None) -> Money | None:
    """The amount asked for, or the greatest below it that the product has and the rules allow; None: there is none."""
    asked = application.amount
    if amount_max is None:
        return asked
    most = Money(amount_max * 10**asked.currency.exponent, asked.currency)
    return asked if asked <= most else _stepped_down(most, trial.product)


def _stepped_down(most: Money, product: Product) -> Money | None:
    """A direct lease buys the whole vehicle: less than its price is none."""
    if most < product.amount_min or product.scene is Scene.CAR_DIRECT_LEASE:
        return None
    steps = (most.minor - product.amount_min.minor) // product.amount_step.minor
    return Money(product.amount_min.minor + steps * product.amount_step.minor, most.currency)


def _told(code: str, fault: str) -> str:
    return fault if code == RULES_BROKEN else "decided by the rules"


def _saved(moved: Outcome[CreditApplication, Refusal], work: Work) -> Outcome[ApplicationChanged, Refusal]:
    if isinstance(moved, Failure):
        return moved
    application = moved.unwrap()
    work.save(APPLICATIONS, application)
    return Success(ApplicationChanged(application.id, application.status.value))
