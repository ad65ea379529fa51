"""How dealers are kept."""

from lending.application.kinds import Kind
from lending.dealers.dealer import Dealer

__all__ = ["DEALERS"]

DEALERS = Kind("dealer", Dealer, identity=lambda dealer: dealer.id.value)
