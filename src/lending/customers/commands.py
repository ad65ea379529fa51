"""What can be asked of customers."""

import attrs

from lending.application.commands import Command, Receipt
from lending.customers.customer import Person
from lending.customers.ids import CustomerId
from lending.customers.refusals import AlreadyRegistered

__all__ = ["RegisterCustomer", "Registered"]


@attrs.frozen
class Registered(Receipt):
    """The id of a registered customer."""

    customer_id: CustomerId


@attrs.frozen
class RegisterCustomer(Command[Registered, AlreadyRegistered]):
    """Register a person as a customer, once per identity number."""

    person: Person
