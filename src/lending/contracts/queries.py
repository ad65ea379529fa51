"""What can be asked about contracts."""

import attrs

from lending.application.commands import Query
from lending.contracts.ids import ContractId
from lending.contracts.refusals import ContractNotFound
from lending.kernel.money import Money
from lending.kernel.rates import Rate
from lending.products.queries import FloatingView

__all__ = ["ContractView", "GetContract"]


@attrs.frozen(kw_only=True)
class ContractView:
    """A contract as the borrower sees it; `digest` is what acceptance refers to."""

    contract_id: ContractId
    application_id: str | None
    taken_from: str | None
    status: str
    product: str
    principal: Money
    instalments: int
    annual_rate: Rate
    floating: FloatingView | None
    method: str
    digest: str
    signing: str
    certificate: str
    """Of the signature that a third party had put under it; empty before."""


@attrs.frozen
class GetContract(Query[ContractView, ContractNotFound]):
    """A contract as it stands."""

    contract_id: ContractId
