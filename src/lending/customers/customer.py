"""`Customer`: a natural person known to the platform."""

from datetime import date
from typing import Self

import attrs

from lending.customers.events import CustomerRegistered
from lending.customers.identity import born_on, identity_number
from lending.customers.ids import CustomerId
from lending.kernel.checks import matching, positive_money, text_of
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["BankAccount", "Customer", "Person"]


@attrs.frozen
class BankAccount:
    """A bank card or account that money is paid to or deducted from."""

    number: str = attrs.field(validator=matching(r"[0-9]{8,32}", "8 to 32 digits"), repr=False)
    bank: str = attrs.field(validator=matching(r"[A-Z]{2,12}", "a bank code such as ICBC"))
    holder: str = attrs.field(validator=text_of(60), repr=False)

    @property
    def masked(self) -> str:
        """The last four digits, as letters and screens may show them."""
        return f"{self.bank} …{self.number[-4:]}"


@attrs.frozen(kw_only=True)
class Person:
    """What a customer tells of themselves. Never printed: `repr` hides it."""

    name: str = attrs.field(validator=text_of(60), repr=False)
    identity_number: str = attrs.field(validator=identity_number, repr=False)
    phone: str = attrs.field(validator=matching(r"1[3-9][0-9]{9}", "a Chinese mobile number of 11 digits"), repr=False)
    city: str = attrs.field(validator=text_of(40))
    monthly_income: Money = attrs.field(validator=positive_money)
    account: BankAccount


@attrs.frozen(kw_only=True)
class Customer:
    """A registered person, found again by identity number."""

    id: CustomerId
    person: Person
    registered_on: date
    events: tuple[Event, ...] = ()

    @classmethod
    def register(cls, customer_id: CustomerId, person: Person, on: date) -> Self:
        """A new customer."""
        registered = CustomerRegistered(customer_id, person.city)
        return cls(id=customer_id, person=person, registered_on=on, events=(registered,))

    def age_on(self, day: date) -> int:
        """Full years of age on a day."""
        born = born_on(self.person.identity_number)
        return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
