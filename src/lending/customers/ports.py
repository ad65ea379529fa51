"""How customers are kept: encrypted, found by a blind index of the identity number."""

from lending.application.kinds import Key, Kind
from lending.customers.customer import Customer

__all__ = ["CUSTOMERS"]

CUSTOMERS = Kind(
    "customer",
    Customer,
    identity=lambda customer: customer.id.value,
    keys=(Key("identity_number", lambda customer: customer.person.identity_number, unique=True, secret=True),),
    personal=True,
)
