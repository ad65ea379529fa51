"""How the variables of a decision are collected (变量采集, R29): each with its source, all at one instant."""

from datetime import date, timedelta

from lending.application.call import CHINA, Call
from lending.application.work import Work
from lending.customers.ports import CUSTOMERS
from lending.kernel.money import Money
from lending.loans.loan import Loan
from lending.loans.ports import LOANS
from lending.loans.quote import Quote
from lending.loans.status import ACTIVE, LoanStatus
from lending.origination.application import ApplicationStatus, CreditApplication
from lending.origination.ports import APPLICATIONS
from lending.risk.variables import VARIABLES, Collected, Value

__all__ = ["collect"]

PERCENT = 100
RECENTLY = timedelta(days=30)


def collect(application: CreditApplication, quote: Quote, call: Call, work: Work) -> tuple[Collected, ...]:
    """Every declared variable, in the order of its declaration."""
    values: dict[str, Value] = {
        **_of_application(application),
        **_of_customer(application, quote, call.business_date, work),
        **_of_loans(work.matching(LOANS, "customer_id", application.customer_id), call.business_date),
        **_of_applications(application, call, work),
    }
    assert values.keys() == {variable.name for variable in VARIABLES}, "every declared variable is collected"
    return tuple(
        Collected(
            name=variable.name,
            number=value if isinstance(value := values[variable.name], int) else None,
            text=value if isinstance(value, str) else None,
            source=variable.source,
            at=call.received_at,
        )
        for variable in VARIABLES
    )


def _of_application(application: CreditApplication) -> dict[str, Value]:
    price = application.vehicle.price if application.vehicle is not None else None
    return {
        "product": application.product,
        "amount": _whole(application.amount),
        "instalments": application.instalments,
        "dealer": application.dealer_id,
        "vehicle_price": None if price is None else _whole(price),
        "financed_percent": None if price is None else _percent(application.amount, price),
    }


def _of_customer(application: CreditApplication, quote: Quote, today: date, work: Work) -> dict[str, Value]:
    customer = work.get(CUSTOMERS, application.customer_id)
    income = customer.person.monthly_income
    return {
        "age": customer.age_on(today),
        "city": customer.person.city,
        "monthly_income": _whole(income),
        "instalment_to_income": _percent(quote.largest_instalment, income),
        "days_registered": (today - customer.registered_on).days,
    }


def _of_loans(loans: tuple[Loan, ...], today: date) -> dict[str, Value]:
    accounts = [loan.account(today) for loan in loans]
    active = [account for account in accounts if account.status in ACTIVE]
    return {
        "loans_active": len(active),
        "loans_settled": sum(account.status is LoanStatus.SETTLED for account in accounts),
        "outstanding": sum(_whole(Money(held.figures.principal_outstanding, held.terms.currency)) for held in active),
        "days_past_due": max((account.days_past_due for account in active), default=0),
    }


def _of_applications(application: CreditApplication, call: Call, work: Work) -> dict[str, Value]:
    since = call.received_at.astimezone(CHINA) - RECENTLY
    recent = [
        held
        for held in work.matching(APPLICATIONS, "customer_id", application.customer_id)
        if held.submitted_at >= since
    ]
    rejected = sum(held.status is ApplicationStatus.REJECTED for held in recent)
    return {"applications_30d": len(recent), "rejected_30d": rejected}


def _whole(amount: Money) -> int:
    """Whole units of the currency: rules choose cells, and cents are not theirs to reckon with."""
    unit: int = 10**amount.currency.exponent
    return amount.minor // unit


def _percent(part: Money, whole: Money) -> int:
    """Whole percent, rounded down."""
    return part.minor * PERCENT // whole.minor
