"""What can be asked of dealers."""

import attrs

from lending.application.commands import Command, Receipt
from lending.dealers.dealer import PayeeAccount
from lending.dealers.ids import DealerId
from lending.dealers.refusals import DealerNotFound, WrongDealerStatus
from lending.kernel.checks import positive_money, text_of
from lending.kernel.money import Money

__all__ = ["ActivateDealer", "DealerChanged", "RegisterDealer", "SetDealerExposure", "SuspendDealer"]


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


@attrs.frozen
class SetDealerExposure(Command[DealerChanged, DealerNotFound]):
    """Say how much of payout vouchers may be outstanding with a dealer (R103); those given before stand."""

    dealer_id: DealerId
    limit: Money = attrs.field(validator=positive_money)
