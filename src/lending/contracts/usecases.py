"""How contracts are accepted, refused and looked up."""

from lending.application.call import Call
from lending.application.store import Reader
from lending.application.work import Work
from lending.contracts.commands import AcceptContract, ContractChanged, RefuseContract
from lending.contracts.contract import Act, Contract
from lending.contracts.ports import CONTRACTS
from lending.contracts.queries import ContractView, GetContract
from lending.contracts.refusals import ContractNotFound, ContractNotInStatus, SignatureAwaited, TermsDiffer
from lending.kernel.outcome import Failure, Outcome, Success
from lending.products.queries import FloatingView

__all__ = ["accept_contract", "get_contract", "refuse_contract"]


def accept_contract(
    command: AcceptContract, call: Call, work: Work
) -> Outcome[ContractChanged, ContractNotFound | ContractNotInStatus | TermsDiffer | SignatureAwaited]:
    """The borrower accepts."""
    contract = work.find(CONTRACTS, command.contract_id)
    if contract is None:
        return Failure(ContractNotFound(command.contract_id.value))
    accepted = contract.accept(command.digest, call.received_at)
    return accepted if isinstance(accepted, Failure) else _saved(accepted.unwrap(), work)


def refuse_contract(
    command: RefuseContract, _call: Call, work: Work
) -> Outcome[ContractChanged, ContractNotFound | ContractNotInStatus]:
    """The borrower refuses."""
    contract = work.find(CONTRACTS, command.contract_id)
    if contract is None:
        return Failure(ContractNotFound(command.contract_id.value))
    refused = contract.end(Act.REFUSE)
    return refused if isinstance(refused, Failure) else _saved(refused.unwrap(), work)


def _saved(contract: Contract, work: Work) -> Success[ContractChanged]:
    work.save(CONTRACTS, contract)
    return Success(ContractChanged(contract.id, contract.status.value))


def get_contract(query: GetContract, _call: Call, reader: Reader) -> Outcome[ContractView, ContractNotFound]:
    """A contract as it stands."""
    stored = reader.load(CONTRACTS, query.contract_id.value)
    if stored is None:
        return Failure(ContractNotFound(query.contract_id.value))
    contract = stored.value
    view = ContractView(
        contract_id=contract.id,
        application_id=contract.application_id,
        taken_from=contract.taken_from,
        status=contract.status.value,
        product=contract.product,
        principal=contract.agreed.principal,
        instalments=contract.agreed.instalments,
        annual_rate=contract.agreed.annual_rate,
        floating=FloatingView.of(contract.agreed.floating),
        method=contract.agreed.method.value,
        digest=contract.agreed.digest,
        signing=contract.signing.value,
        certificate=contract.signature.certificate if contract.signature is not None else "",
    )
    return Success(view)
