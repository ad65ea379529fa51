"""What happens to contracts."""

import attrs

from lending.contracts.ids import ContractId
from lending.kernel.events import Event
from lending.kernel.money import Money

__all__ = ["ContractAccepted", "ContractDrawnUp", "ContractEnded", "ContractReopened", "ContractSigned"]


@attrs.frozen
class ContractDrawnUp(Event):
    """A contract was generated and sent for acceptance."""

    contract_id: ContractId
    application_id: str
    principal: Money
    digest: str


@attrs.frozen
class ContractAccepted(Event):
    """The borrower accepted; the contract is in force."""

    contract_id: ContractId
    application_id: str
    customer_id: str


@attrs.frozen
class ContractSigned(Event):
    """A third party has had the contract signed; it may have been in force before."""

    contract_id: ContractId


@attrs.frozen
class ContractEnded(Event):
    """A contract became void, was terminated, or its loan was settled; one concluded elsewhere has no application."""

    contract_id: ContractId
    application_id: str | None
    status: str


@attrs.frozen
class ContractReopened(Event):
    """A contract whose loan had been settled is in force again."""

    contract_id: ContractId
    application_id: str | None
