"""How dealers come and go."""

from lending.application.call import Call
from lending.application.work import Work
from lending.dealers.commands import ActivateDealer, DealerChanged, RegisterDealer, SetDealerExposure, SuspendDealer
from lending.dealers.dealer import Dealer
from lending.dealers.exposure import exposure_of
from lending.dealers.ids import DealerId
from lending.dealers.ports import DEALERS
from lending.dealers.refusals import DealerNotFound, WrongDealerStatus
from lending.kernel.outcome import Failure, Outcome, Success

__all__ = ["activate_dealer", "register_dealer", "set_dealer_exposure", "suspend_dealer"]


def register_dealer(command: RegisterDealer, _call: Call, work: Work) -> Outcome[DealerChanged, DealerNotFound]:
    """Keep the shop's request."""
    dealer = Dealer.apply(work.new_id(DealerId), command.name, command.city, command.account)
    return _saved(dealer, work)


def activate_dealer(
    command: ActivateDealer, _call: Call, work: Work
) -> Outcome[DealerChanged, DealerNotFound | WrongDealerStatus]:
    """The dealer may send applications from now on."""
    dealer = work.find(DEALERS, command.dealer_id)
    if dealer is None:
        return Failure(DealerNotFound(command.dealer_id.value))
    activated = dealer.activate()
    return activated if isinstance(activated, Failure) else _saved(activated.unwrap(), work)


def suspend_dealer(
    command: SuspendDealer, _call: Call, work: Work
) -> Outcome[DealerChanged, DealerNotFound | WrongDealerStatus]:
    """The dealer may send no applications for now."""
    dealer = work.find(DEALERS, command.dealer_id)
    if dealer is None:
        return Failure(DealerNotFound(command.dealer_id.value))
    suspended = dealer.suspend(command.reason)
    return suspended if isinstance(suspended, Failure) else _saved(suspended.unwrap(), work)


def set_dealer_exposure(command: SetDealerExposure, _call: Call, work: Work) -> Outcome[DealerChanged, DealerNotFound]:
    """Keep the limit; less than is outstanding lets no voucher through until enough of it is redeemed."""
    dealer = work.find(DEALERS, command.dealer_id)
    if dealer is None:
        return Failure(DealerNotFound(command.dealer_id.value))
    work.set_limit(exposure_of(dealer.id), command.limit.minor)
    return _saved(dealer.expose(command.limit), work)


def _saved(dealer: Dealer, work: Work) -> Success[DealerChanged]:
    work.save(DEALERS, dealer)
    return Success(DealerChanged(dealer.id, dealer.status.value))
