"""How customers are registered."""

from lending.application.call import Call
from lending.application.work import Work
from lending.customers.commands import RegisterCustomer, Registered
from lending.customers.customer import Customer
from lending.customers.ids import CustomerId
from lending.customers.ports import CUSTOMERS
from lending.customers.refusals import AlreadyRegistered
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["register_customer"]


def register_customer(command: RegisterCustomer, call: Call, work: Work) -> Outcome[Registered, AlreadyRegistered]:
    """Register the person unless the identity number is known."""
    known = work.matching(CUSTOMERS, "identity_number", command.person.identity_number)
    if known:
        return Failure(AlreadyRegistered(known[0].id.value))
    customer = Customer.register(work.new_id(CustomerId), command.person, call.business_date)
    work.save(CUSTOMERS, customer)
    return Success(Registered(customer.id))
