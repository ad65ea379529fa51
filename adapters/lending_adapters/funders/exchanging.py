"""Settling with funders from end to end by files, without anybody's hands (R114).

Files go out before the commit that says so, and are the same whenever they are written; what comes in changes nothing
when it is taken in again. Killed anywhere and run again, a pass does what is left.
"""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Protocol

import attrs

from lending.accounting.loan_balances import SubjectBalance, loan_balances
from lending.accounting.parties import funder_book
from lending.application.bus import Bus
from lending.application.call import Actor, Call, Role
from lending.application.commands import Command, Query
from lending.application.store import Reader
from lending.funding.commands import RecordFunderCollection
from lending.funding.ports import FUNDER_SETTLEMENTS, OPEN
from lending.funding.settlement import SettlementState
from lending.funding.settlement_commands import (
    MatchFunderSettlement,
    PayFunderSettlement,
    RecordFunderSettlementAnswer,
    SendFunderSettlement,
)
from lending.funding.settlement_items import SettlementLine, settled_as
from lending.funding.settlement_looking import settlement_lines
from lending.funding.settlement_queries import FunderSettlementView, GetFunderSettlement
from lending.kernel.canonical import fingerprint
from lending.kernel.ids import RequestId
from lending.kernel.invalid import InvalidInput
from lending.kernel.outcome import Failure
from lending.kernel.refusals import Refusal
from lending_adapters.funders.answers import read_answer
from lending_adapters.funders.bank_files import BankPayment, read_payments, write_transfer
from lending_adapters.funders.collection_files import Collected, read_collections
from lending_adapters.funders.forms import Head
from lending_adapters.funders.places import Places, flag, put_away
from lending_adapters.funders.settlement_files import write_balances, write_settlement

__all__ = ["Exchanged", "SettlingReader", "exchange"]

RUNNER = Actor("settlement", Role.SYSTEM)


@attrs.frozen
class Exchanged:
    """What a pass came to with one settlement: where it stood, where it stands, and what is wrong.

    Where a file is at fault it is told by its name, and stood nowhere.
    """

    name: str
    was: str = ""
    now: str = ""
    faults: tuple[str, ...] = ()


class SettlingReader(Reader, Protocol):
    """A reader that knows what a book holds of each loan."""

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """What the lines about each subject come to, by account, through an accounting day; in order of both."""


class _Refused(Exception):
    """The platform refuses a step."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(f"{refusal.code}: {refusal.message}")


def exchange(store: SettlingReader, bus: Bus, folder: Path, at: datetime) -> Iterator[Exchanged]:
    """One pass: what came in is taken in, and every settlement goes on as far as it can.

    Of a file that is at fault nothing is taken in; it is told and stays where it is.
    """
    desk = _Desk(store, bus, Places(folder), at)
    yield from desk.take_collections()
    yield from desk.take_answers()
    yield from desk.take_payments()
    for held in desk.unfinished():
        yield desk.go_on(held)


class _Desk:
    """What one pass works with."""

    def __init__(self, store: SettlingReader, bus: Bus, places: Places, at: datetime) -> None:
        self._store = store
        self._bus = bus
        self._places = places
        self._at = at

    def take_answers(self) -> Iterator[Exchanged]:
        """Take in every answer; those at fault are told, and what the others did shows with their settlements."""
        for path in self._places.answers():
            try:
                head, answer = read_answer(path)
                self._do(RecordFunderSettlementAnswer(**_settled(head), answer=answer))
            except (InvalidInput, _Refused) as fault:
                yield Exchanged(str(path), faults=_told(fault))
                continue
            put_away(path)

    def take_collections(self) -> Iterator[Exchanged]:
        """Record what funders took from borrowers themselves; a file of which one is refused is told and stays."""
        for path in self._places.collections():
            try:
                head, collected = read_collections(path, path.parent.parent.name)
            except InvalidInput as fault:
                yield Exchanged(str(path), faults=_told(fault))
                continue
            faults = []
            for one in collected:
                try:
                    self._record(head.of, one)
                except _Refused as fault:
                    faults.append(f"reference {one.reference}: {fault}")
            if faults:
                yield Exchanged(str(path), faults=tuple(faults))
            else:
                put_away(path)
                yield Exchanged(str(path), now="TAKEN_IN")

    def _record(self, funder: str, one: Collected) -> None:
        recorded = RecordFunderCollection(
            funder=funder, reference=one.reference, loan_id=one.loan_id, amount=one.amount
        )
        self._do(recorded, one.day)

    def take_payments(self) -> Iterator[Exchanged]:
        """Match every payment that the bank told; a file of which one is not to be matched is told and stays."""
        for path in self._places.payments():
            try:
                payments = read_payments(path)
            except InvalidInput as fault:
                yield Exchanged(str(path), faults=_told(fault))
                continue
            faults = []
            for paid in payments:
                try:
                    yield from self._match(paid)
                except _Refused as fault:
                    faults.append(f"serial {paid.serial}: {fault}")
            if faults:
                yield Exchanged(str(path), faults=tuple(faults))
            else:
                put_away(path)

    def _match(self, paid: BankPayment) -> Iterator[Exchanged]:
        """The settlement that it moved on; none where it was matched before.

        A funder pays what it owes once it has answered: its settlement is brought on before it is matched.
        """
        name = settled_as(paid.funder, paid.day, paid.amount.currency)
        stored = self._store.load(FUNDER_SETTLEMENTS, name)
        was = "" if stored is None else stored.value.state.value
        if stored is not None:
            self._bring_on(FunderSettlementView.of(stored.value))
        done = self._do(MatchFunderSettlement(funder=paid.funder, day=paid.day, serial=paid.serial, amount=paid.amount))
        if done.state != was:
            yield Exchanged(name, was, done.state)

    def unfinished(self) -> Iterator[FunderSettlementView]:
        """Settlements that somebody has to do something with yet."""
        for stored in self._store.lookup(FUNDER_SETTLEMENTS, FUNDER_SETTLEMENTS.key("open"), OPEN):
            yield FunderSettlementView.of(stored.value)

    def go_on(self, held: FunderSettlementView) -> Exchanged:
        """Step by step, until it waits for somebody or something is wrong."""
        name = _name(held)
        try:
            return Exchanged(name, held.state, self._bring_on(held).state)
        except _Refused as fault:
            return Exchanged(name, held.state, held.state, _told(fault))

    def _bring_on(self, held: FunderSettlementView) -> FunderSettlementView:
        while self._step(held):
            held = self._ask(GetFunderSettlement(**_settled(_head(held))))
        return held

    def _step(self, held: FunderSettlementView) -> bool:
        """Whether it went on."""
        match held.state:
            case SettlementState.CHECKED.value:
                self._send(held)
            case SettlementState.CONFIRMED.value:
                self._pay(held)
            case _:
                self._flag(held)
                return False
        return True

    def _send(self, held: FunderSettlementView) -> None:
        head, lines = _head(held), self._lines(held)
        book = self._store.subject_balances(funder_book(held.funder), held.currency.code, held.day)
        told = frozenset(line.loan_id for line in lines)
        write_balances(self._places.balances(held), head, loan_balances(book), told)
        file = write_settlement(self._places.settlement(held), head, lines)
        self._do(SendFunderSettlement(**_settled(head), lines=file.lines, total=file.sums[0], digest=file.digest))

    def _pay(self, held: FunderSettlementView) -> None:
        if held.net.minor > 0:
            write_transfer(self._places.transfer(held), _head(held), held.net)
        self._do(PayFunderSettlement(**_settled(_head(held))))

    def _flag(self, held: FunderSettlementView) -> None:
        """What was committed may be taken: a file is flagged after the commit that it is for."""
        if held.state == SettlementState.SENT.value:
            flag(self._places.balances(held), self._places.settlement(held))
        if held.state == SettlementState.PAID.value:
            flag(self._places.transfer(held))

    def _lines(self, held: FunderSettlementView) -> tuple[SettlementLine, ...]:
        stored = self._store.load(FUNDER_SETTLEMENTS, _name(held))
        assert stored is not None, f"{_name(held)} was listed"
        return settlement_lines(self._store, stored.value)

    def _ask(self, query: Query[Any, Any]) -> Any:
        return _answered(self._bus.ask(query, self._call("")))

    def _do(self, command: Command[Any, Any], value_date: date | None = None) -> Any:
        return _answered(self._bus.execute(command, self._call(fingerprint(command), value_date)))

    def _call(self, what: str, value_date: date | None = None) -> Call:
        request_id = RequestId.derive(self._at, "settle", self._at.isoformat(), what)
        return Call(request_id=request_id, actor=RUNNER, received_at=self._at, value_date=value_date)


def _answered(outcome: Any) -> Any:
    if isinstance(outcome, Failure):
        raise _Refused(outcome.failure())
    return outcome.unwrap()


def _told(fault: InvalidInput | _Refused) -> tuple[str, ...]:
    return tuple(map(str, fault.violations)) if isinstance(fault, InvalidInput) else (str(fault),)


def _settled(head: Head) -> dict[str, Any]:
    return {"funder": head.of, "day": head.day, "currency": head.currency}


def _head(held: FunderSettlementView) -> Head:
    return Head(held.funder, held.day, held.currency)


def _name(held: FunderSettlementView) -> str:
    return settled_as(held.funder, held.day, held.currency)
