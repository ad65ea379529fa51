"""How an application is weighed: priced, quoted, held against the product's admission rules (准入), given to rules.

A product that names no scene of rules is decided by admission alone.
"""

from datetime import date, timedelta

import attrs

from lending.application.call import Call
from lending.application.work import Work
from lending.contracts.agreed import AgreedTerms
from lending.customers.ports import CUSTOMERS
from lending.inquiries.asking import ask, found
from lending.inquiries.questions import InquiryFinding
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.kernel.refusals import Refusal
from lending.loans.ports import LOANS
from lending.loans.pricing import disclosed, priced_quote
from lending.loans.quote import Quote
from lending.loans.status import ACTIVE
from lending.operations.usecases import calendars_in
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.collecting import collect
from lending.origination.commands import ApplicationChanged, AssessApplication, ReferUndecided
from lending.origination.offer import Offer
from lending.origination.ports import APPLICATIONS
from lending.origination.refusals import ApplicationNotFound, ApplicationNotInStatus
from lending.products.ports import LPR, REFERENCE_RATES
from lending.products.product import Product
from lending.products.refusals import NoReferenceRate, ProductNotFound
from lending.products.usecases import find_product, price_of
from lending.risk.admission import AdmissionFacts, Reason, admit
from lending.risk.decisions import RiskDecision
from lending.risk.messages import EvaluateRules
from lending.risk.ports import DECISIONS
from lending.risk.rule_usecases import scene_of

__all__ = ["DECIDED_WITHIN", "Trial", "agree", "assess_application", "check_further", "trial_of"]

DECIDED_WITHIN = timedelta(minutes=5)
"""When a person decides, should rules not have answered (R31)."""

NO_RULES = "NO_RULES_LIVE"

FINAL = frozenset({InquiryFinding.MISMATCH, InquiryFinding.DIFFERENT})
"""Findings that no person decides on (domain §8); every other that is not good a person does."""

PricedBy = ProductNotFound | NoReferenceRate


@attrs.frozen
class Trial:
    """What the loan would be today: its product, the terms, and what they come to."""

    product: Product
    agreed: AgreedTerms
    quote: Quote

    def offer(self, call: Call) -> Offer:
        """The offer of it, valid from now."""
        return Offer(
            product_version=self.product.version,
            payee=self.product.payee,
            agreed=self.agreed,
            apr=self.quote.apr,
            instalment=self.quote.largest_instalment,
            total_interest=self.quote.interest,
            total_fees=self.quote.fees,
            valid_until=call.received_at + timedelta(days=self.product.offer_days),
        )


def assess_application(command: AssessApplication, call: Call, work: Work) -> Outcome[ApplicationChanged, Refusal]:
    """Reject with every reason of admission; else ask who applies, then let rules decide, or where none do, agree."""
    application = work.find(APPLICATIONS, command.application_id)
    if application is None:
        return Failure(ApplicationNotFound(command.application_id.value))
    if application.status is not ApplicationStatus.SUBMITTED:
        return Failure(ApplicationNotInStatus(application.id.value, "assess", application.status.value))
    tried = trial_of(application, application.amount, call, work)
    if isinstance(tried, Failure):
        return tried
    trial = tried.unwrap()
    reasons = admit(_facts(application, trial, call, work))
    decided = application.reject(reasons) if reasons else _checked(application, trial, call, work)
    if isinstance(decided, Failure):
        return decided
    work.save(APPLICATIONS, decided.unwrap())
    return Success(ApplicationChanged(application.id, decided.unwrap().status.value))


def check_further(application: CreditApplication, call: Call, work: Work) -> Outcome[CreditApplication, Refusal]:
    """A third party has answered who applies: what comes next. One that is not being checked stays as it is."""
    if application.status is not ApplicationStatus.CHECKING:
        return Success(application)
    tried = trial_of(application, application.amount, call, work)
    return tried if isinstance(tried, Failure) else _checked(application, tried.unwrap(), call, work)


def _checked(
    application: CreditApplication, trial: Trial, call: Call, work: Work
) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    """Ask what the product asks of third parties, one after the other; what all find good is decided."""
    subject, about = application.customer_id, application.id.value
    for question in trial.product.checks:
        answer = found(work, question, subject, about, call.received_at)
        if answer is None:
            ask(work, call, question, subject, about)
            asked = application.status is ApplicationStatus.CHECKING
            return Success(application) if asked else application.check(trial.offer(call))
        if not answer.is_good and answer.finding is not None:
            code = f"{question.value}_{answer.finding.value}"
            reason = Reason(code, f"{answer.tries[-1].vendor} finds {answer.finding.value}")
            final = answer.finding in FINAL
            return application.reject((reason,)) if final else application.refer((reason,), trial.offer(call))
    return _passed_on(application, trial, call, work)


def trial_of(application: CreditApplication, amount: Money, call: Call, work: Work) -> Outcome[Trial, PricedBy]:
    """The loan of that amount, priced today."""
    found = find_product(work, application.product)
    if isinstance(found, Failure):
        return found
    product, today = found.unwrap(), call.business_date
    priced = price_of(product, work.find(REFERENCE_RATES, LPR), today)
    if isinstance(priced, Failure):
        return priced
    price = application.vehicle.price if application.vehicle else None
    agreed = AgreedTerms.of(product, amount, application.instalments, priced.unwrap(), today, price)
    return Success(Trial(product, agreed, priced_quote(agreed, today, calendars_in(work))))


def agree(
    application: CreditApplication, trial: Trial, call: Call
) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    """We lend: the offer is made, or first its money is sought."""
    offer = trial.offer(call)
    return application.seek_funding(offer) if trial.product.funding else application.approve(offer)


def _passed_on(
    application: CreditApplication, trial: Trial, call: Call, work: Work
) -> Outcome[CreditApplication, ApplicationNotInStatus]:
    """An application that is admitted: agreed to, or decided by the version of rules that is this customer's."""
    if not trial.product.rules:
        return agree(application, trial, call)
    chosen = scene_of(trial.product.rules, work).chosen(application.customer_id)
    if chosen is None:
        reason = Reason(NO_RULES, f"no version of {trial.product.rules} is live")
        return application.refer((reason,), trial.offer(call))
    decision = RiskDecision(
        application_id=application.id.value,
        scene=trial.product.rules,
        version=chosen.version,
        gray=chosen.gray,
        variables=collect(application, trial.quote, call, work),
        asked_at=call.received_at,
    )
    work.save(DECISIONS, decision)
    work.send(EvaluateRules(application.id.value))
    work.schedule(call.received_at + DECIDED_WITHIN, ReferUndecided(application.id))
    return application.score(trial.offer(call))


def _facts(application: CreditApplication, trial: Trial, call: Call, work: Work) -> AdmissionFacts:
    customer, product, quote = work.get(CUSTOMERS, application.customer_id), trial.product, trial.quote
    return AdmissionFacts(
        age=customer.age_on(call.business_date),
        age_at_maturity=customer.age_on(quote.maturity),
        monthly_income=customer.person.monthly_income,
        instalment=quote.largest_instalment,
        active_loans=_active_loans(application.customer_id, call.business_date, work),
        age_min=product.age_min,
        age_max_at_maturity=product.age_max_at_maturity,
        instalment_to_income_percent_max=product.instalment_to_income_percent_max,
        active_loans_max=product.active_loans_max,
        apr=disclosed(quote.apr),
        cap=quote.terms.cap,
    )


def _active_loans(customer_id: str, on: date, work: Work) -> int:
    """How many loans the customer still owes on: money held may have settled one that has not been told so."""
    return sum(loan.standing(on) in ACTIVE for loan in work.matching(LOANS, "active_customer", customer_id))
