"""What can be asked of dealers."""

import attrs

from lending.application.commands import Command, Receipt
from lending.dealers.dealer import PayeeAccount
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotFound, WrongDealerStatus
from lending.kernel.checks import text_of

__all__ = ["ActivateDealer", "DealerChanged", "RegisterDealer", "SuspendDealer"]


@attrs.frozen
class DealerChanged(Receipt):
    """A dealer and where the partnership stands."""

    dealer_id: DealerId
    status: str


@attrs.frozen
class RegisterDealer(Command[DealerChanged, DealerNotFound]):
    """A shop asks to become a partner."""

    name: str = attrs.field(validator=text_of(60))
    city: str = attrs.field(validator=text_of(40))
    account: PayeeAccount


@attrs.frozen
class ActivateDealer(Command[DealerChanged, DealerNotFound | WrongDealerStatus]):
    """The agreement is signed: the dealer may send applications."""

    dealer_id: DealerId


@attrs.frozen
class SuspendDealer(Command[DealerChanged, DealerNotFound | WrongDealerStatus]):
    """Take no more applications from the dealer for now."""

    dealer_id: DealerId
    reason: str = attrs.field(validator=text_of(200))
