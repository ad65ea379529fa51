"""What contracts refuse."""

import attrs

from lending.kernel.refusals import Refusal, RefusalKind

__all__ = ["ContractNotFound", "ContractNotInStatus", "SignatureAwaited", "TermsDiffer", "VehicleTaken"]


@attrs.frozen
class ContractNotFound(Refusal):
    """There is no such contract."""

    code = "CONTRACT_NOT_FOUND"
    kind = RefusalKind.NOT_FOUND
    contract_id: str


@attrs.frozen
class ContractNotInStatus(Refusal):
    """That is not possible in the contract's present status."""

    code = "CONTRACT_NOT_IN_STATUS"
    kind = RefusalKind.PRECONDITION
    contract_id: str
    act: str
    status: str


@attrs.frozen
class TermsDiffer(Refusal):
    """What was accepted is not what the contract says."""

    code = "TERMS_DIFFER"
    kind = RefusalKind.PRECONDITION
    contract_id: str


@attrs.frozen
class SignatureAwaited(Refusal):
    """This contract is signed with a third party, not accepted here."""

    code = "SIGNATURE_AWAITED"
    kind = RefusalKind.PRECONDITION
    contract_id: str


@attrs.frozen
class VehicleTaken(Refusal):
    """This vehicle already stands in a live contract."""

    code = "VEHICLE_TAKEN"
    kind = RefusalKind.CONFLICT
    vin: str
