"""`Contract` (合同): machine 3.3 as far as it is built."""

import enum
from datetime import datetime
from typing import Self

import attrs

from lending.contracts.agreed import AgreedTerms
from lending.contracts.events import ContractAccepted, ContractDrawnUp, ContractEnded, ContractReopened, ContractSigned
from lending.contracts.ids import ContractId
from lending.contracts.refusals import ContractNotInStatus, SignatureAwaited, TermsDiffer
from lending.inquiries.answers import Signature
from lending.kernel.events import Event
from lending.kernel.outcome import Failure, Outcome, Success
from lending.products.product import Payee, Signing

__all__ = ["LIVE", "MOVES", "Act", "Contract", "ContractStatus"]


class ContractStatus(enum.Enum):
    """Where a contract stands."""

    SIGNING = "SIGNING"
    EFFECTIVE = "EFFECTIVE"
    SETTLED = "SETTLED"
    TERMINATED = "TERMINATED"
    VOID = "VOID"


class Act(enum.Enum):
    """What moves a contract on."""

    ACCEPT = "accept"
    REFUSE = "refuse"
    CANCEL = "cancel"
    SETTLE = "settle"
    REOPEN = "reopen"
    """Its settled loan owes again: a payment was taken back."""


MOVES = {
    (ContractStatus.SIGNING, Act.ACCEPT): ContractStatus.EFFECTIVE,
    (ContractStatus.SIGNING, Act.REFUSE): ContractStatus.VOID,
    (ContractStatus.EFFECTIVE, Act.CANCEL): ContractStatus.TERMINATED,
    (ContractStatus.EFFECTIVE, Act.SETTLE): ContractStatus.SETTLED,
    (ContractStatus.SETTLED, Act.REOPEN): ContractStatus.EFFECTIVE,
    (ContractStatus.SETTLED, Act.CANCEL): ContractStatus.TERMINATED,
}

LIVE = frozenset({ContractStatus.SIGNING, ContractStatus.EFFECTIVE})
"""A vehicle is taken while its contract stands so."""


@attrs.frozen(kw_only=True)
class Contract:
    """An agreement on terms, with the application it came from and whom the payout goes to.

    One that was concluded elsewhere came from no application: `taken_from` is its number in the other system.
    """

    id: ContractId
    application_id: str | None
    customer_id: str
    dealer_id: str | None
    product: str
    product_version: int
    agreed: AgreedTerms
    payee: Payee
    vin: str | None
    signing: Signing = Signing.CLICK
    signature: Signature | None = None
    """Where a third party had it signed (R101)."""
    status: ContractStatus = ContractStatus.SIGNING
    accepted_at: datetime | None = None
    taken_from: str | None = None
    events: tuple[Event, ...] = ()

    def drawn_up(self) -> Self:
        """This contract, with the event that it was generated and sent."""
        assert self.application_id is not None, f"{self.id} was concluded elsewhere"
        drawn = ContractDrawnUp(self.id, self.application_id, self.agreed.principal, self.agreed.digest)
        return attrs.evolve(self, events=(*self.events, drawn))

    def accept(self, digest: str, at: datetime) -> Outcome[Self, ContractNotInStatus | TermsDiffer | SignatureAwaited]:
        """The borrower accepts exactly the terms whose digest they were shown."""
        if self.signing is Signing.ELECTRONIC:
            return Failure(SignatureAwaited(self.id.value))
        return self._agree(digest, at)

    def sign(self, signature: Signature, at: datetime) -> Outcome[Self, ContractNotInStatus | TermsDiffer]:
        """A third party had it signed: it is in force, unless it was accepted before; one that has ended stays so."""
        if signature.digest != self.agreed.digest:
            return Failure(TermsDiffer(self.id.value))
        if self.signature is not None or self.status in {ContractStatus.VOID, ContractStatus.TERMINATED}:
            return Success(self)
        agreed = self._agree(signature.digest, at) if self.status is ContractStatus.SIGNING else Success(self)
        if isinstance(agreed, Failure):
            return agreed
        kept = agreed.unwrap()
        return Success(attrs.evolve(kept, signature=signature, events=(*kept.events, ContractSigned(self.id))))

    def _agree(self, digest: str, at: datetime) -> Outcome[Self, ContractNotInStatus | TermsDiffer]:
        if digest != self.agreed.digest:
            return Failure(TermsDiffer(self.id.value))
        moved = self._move(Act.ACCEPT)
        if isinstance(moved, Failure):
            return moved
        assert self.application_id is not None, f"{self.id} was concluded elsewhere"
        accepted = ContractAccepted(self.id, self.application_id, self.customer_id)
        return Success(attrs.evolve(moved.unwrap(), accepted_at=at, events=(*self.events, accepted)))

    def end(self, act: Act) -> Outcome[Self, ContractNotInStatus]:
        """Refuse, cancel or settle."""
        moved = self._move(act)
        if isinstance(moved, Failure):
            return moved
        ended = ContractEnded(self.id, self.application_id, moved.unwrap().status.value)
        return Success(attrs.evolve(moved.unwrap(), events=(*self.events, ended)))

    def reopen(self) -> Outcome[Self, ContractNotInStatus]:
        """Be in force again after its loan had been settled."""
        moved = self._move(Act.REOPEN)
        if isinstance(moved, Failure):
            return moved
        reopened = ContractReopened(self.id, self.application_id)
        return Success(attrs.evolve(moved.unwrap(), events=(*self.events, reopened)))

    def _move(self, act: Act) -> Outcome[Self, ContractNotInStatus]:
        after = MOVES.get((self.status, act))
        if after is None:
            return Failure(ContractNotInStatus(self.id.value, act.value, self.status.value))
        return Success(attrs.evolve(self, status=after))
