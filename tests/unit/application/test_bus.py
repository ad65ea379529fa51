"""The bus when one request arrives twice at the same moment."""

from typing import TypeVar

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.kinds import Kind
from lending.application.store import Stored
from lending.kernel.ids import RequestId
from lending.kernel.outcome import Success
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.commands import DayOpened, StartBusiness
from lending.registry import CATALOGUE
from lending_adapters.memory import MemoryStore
from tests.support.samples import AT

T = TypeVar("T")

START = StartBusiness(AT.date())
CALL = Call(request_id=RequestId("twice"), actor=Actor("eod", Role.SYSTEM), received_at=AT)


class Overtaken(MemoryStore):
    """Between this bus's look for a receipt and its first load, the twin of the request is carried out."""

    overtaken = False

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        if not self.overtaken and identity == ACCOUNTING_DAY:
            self.overtaken = True
            assert isinstance(LocalBus(self, CATALOGUE).execute(START, CALL), Success)
        return super().load(kind, identity)


def test_the_slower_twin_gets_the_receipt_not_a_refusal_of_what_the_faster_did() -> None:
    store = Overtaken()
    answer = LocalBus(store, CATALOGUE).execute(START, CALL)
    assert answer == Success(DayOpened(AT.date()))
    assert len(list(store.events())) == 1
