"""How the versions of a loan's plan are looked at."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.kernel.money import Currency, Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.instalment import Instalment
from lending.loans.plan_versions import PlanVersion, plan_versions
from lending.loans.ports import LOANS
from lending.loans.queries import (
    GetPlanVersion,
    ListPlanVersions,
    PlanRow,
    PlanVersions,
    PlanVersionSummary,
    PlanVersionView,
)
from lending.loans.refusals import LoanNotFound, PlanVersionNotFound

__all__ = ["get_plan_version", "list_plan_versions"]


def list_plan_versions(query: ListPlanVersions, _call: Call, reader: Reader) -> Outcome[PlanVersions, LoanNotFound]:
    """Every version of the plan."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    loan = stored.value
    currency = loan.terms.currency
    return Success(
        PlanVersions(tuple(_summary(version, currency) for version in plan_versions(loan.terms, loan.facts)))
    )


def get_plan_version(
    query: GetPlanVersion, _call: Call, reader: Reader
) -> Outcome[PlanVersionView, LoanNotFound | PlanVersionNotFound]:
    """One version, with its rows."""
    stored = reader.load(LOANS, query.loan_id.value)
    if stored is None:
        return Failure(LoanNotFound(query.loan_id.value))
    loan = stored.value
    versions = tuple(plan_versions(loan.terms, loan.facts))
    if query.version > len(versions):
        return Failure(PlanVersionNotFound(query.version, len(versions)))
    wanted, currency = versions[query.version - 1], loan.terms.currency
    return Success(
        PlanVersionView(
            loan_id=loan.id,
            summary=_summary(wanted, currency),
            rows=tuple(_row(instalment, currency) for instalment in wanted.account.instalments),
        )
    )


def _summary(version: PlanVersion, currency: Currency) -> PlanVersionSummary:
    maturity = version.account.maturity
    assert maturity is not None, "a plan begins with a payout"
    return PlanVersionSummary(
        version=version.number,
        since=version.since,
        cause=version.cause,
        key=version.key,
        instalments=len(version.account.instalments),
        maturity=maturity,
        total_interest=Money(version.account.totals.interest, currency),
    )


def _row(instalment: Instalment, currency: Currency) -> PlanRow:
    asked = instalment.asked
    return PlanRow(
        no=instalment.no,
        due=instalment.due,
        principal=Money(asked.principal, currency),
        interest=Money(asked.interest, currency),
        fee=Money(asked.fee, currency),
        total=Money(asked.principal + asked.interest + asked.fee, currency),
    )
