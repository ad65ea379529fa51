"""What can be asked of contracts."""

import attrs

from lending.application.commands import Command, Receipt
from lending.contracts.ids import ContractId
from lending.contracts.refusals import ContractNotFound, ContractNotInStatus, SignatureAwaited, TermsDiffer
from lending.kernel.checks import SHA_256

__all__ = ["AcceptContract", "ContractChanged", "RefuseContract"]


@attrs.frozen
class ContractChanged(Receipt):
    """A contract and where it stands."""

    contract_id: ContractId
    status: str


@attrs.frozen
class AcceptContract(Command[ContractChanged, ContractNotFound | ContractNotInStatus | TermsDiffer | SignatureAwaited]):
    """Accept the contract whose terms have this digest; the payout follows."""

    contract_id: ContractId
    digest: str = attrs.field(validator=SHA_256)


@attrs.frozen
class RefuseContract(Command[ContractChanged, ContractNotFound | ContractNotInStatus]):
    """Refuse the contract; it becomes void."""

    contract_id: ContractId
