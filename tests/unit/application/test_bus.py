"""The bus when something else happens at the same moment."""

from collections.abc import Callable
from typing import TypeVar

import attrs
import pytest

from lending.application.bus import LocalBus
from lending.application.call import Actor, Call, Role
from lending.application.kinds import Kind
from lending.application.store import Stored
from lending.funding.commands import PublishFunder
from lending.funding.funder import Funder, FunderType, Quota, QuotaKind
from lending.funding.sharing import FunderShare
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Success
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.commands import DayOpened, StartBusiness
from lending.operations.occupations import OccupationState
from lending.operations.ports import OCCUPATIONS
from lending.origination.commands import CancelApplication, SubmitApplication
from lending.origination.refusals import ApplicationNotInStatus
from lending.registry import CATALOGUE
from lending_adapters.memory import MemoryStore
from tests.integration.sql.made import commit_of
from tests.support.desk import SYSTEM, Desk
from tests.support.joint import JOINT, offer_jointly
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


class Interrupted(MemoryStore):
    """Before an occupation is read for the first time since it was armed, somebody else is first."""

    somebody: Callable[[], object] | None = None

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        if kind is OCCUPATIONS and self.somebody is not None:
            act, self.somebody = self.somebody, None
            act()
        return super().load(kind, identity)


def offered(store: MemoryStore) -> tuple[Desk, CancelApplication]:
    """An application that a funder has decided to take on, with its part held, and what withdraws it."""
    desk = Desk(store=store)
    offer_jointly(desk, FunderShare("BANK_A", 7_000))
    quotas = (Quota(kind=QuotaKind.TOTAL, amount=Money.parse("50000.00")),)
    desk.done(
        PublishFunder(Funder(code="BANK_A", name="BANK_A", version=3, type=FunderType.TRUST, quotas=quotas)), SYSTEM
    )
    asked = SubmitApplication(
        customer_id=desk.customer(), product=JOINT, amount=Money.parse("10000.00"), instalments=12
    )
    application = desk.done(asked).application_id
    desk.work()
    return desk, CancelApplication(application)


def test_what_was_overtaken_between_two_reads_is_done_again_and_no_bug() -> None:
    """The decision was read with its hold, and what it holds after another had released it."""
    store = Interrupted()
    desk, cancel = offered(store)
    store.somebody = lambda: desk.done(cancel)
    refused = desk.refusal(cancel)
    assert isinstance(refused, ApplicationNotInStatus)
    assert store.somebody is None


def test_what_cannot_be_though_nothing_was_overtaken_is_a_bug() -> None:
    store = MemoryStore()
    desk, cancel = offered(store)
    (held,) = store.page(OCCUPATIONS, None, "", "", 2)
    stored = store.load(OCCUPATIONS, held.holder)
    assert stored is not None
    changes = commit_of("released", (OCCUPATIONS, attrs.evolve(held, state=OccupationState.RELEASED), stored.version))
    store.commit(changes)
    with pytest.raises(AssertionError, match="yet released"):
        desk.ask(cancel)
