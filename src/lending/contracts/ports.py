"""How contracts are kept: one live contract per vehicle."""

from lending.application.kinds import Key, Kind
from lending.contracts.contract import LIVE, Contract

__all__ = ["CONTRACTS"]


def _live_vin(contract: Contract) -> str | None:
    return contract.vin if contract.status in LIVE else None


CONTRACTS = Kind(
    "contract",
    Contract,
    identity=lambda contract: contract.id.value,
    keys=(
        Key("application_id", lambda contract: contract.application_id, unique=True),
        Key("live_vin", _live_vin, unique=True),
        Key("taken_from", lambda contract: contract.taken_from, unique=True),
    ),
)
