"""What stands between the platform and its store and vendors: every port call takes time, and any may be struck."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import TypeVar

from lending.accounting.day_balances import PartyBalance
from lending.accounting.journal import Voucher
from lending.accounting.loan_balances import SubjectBalance
from lending.accounting.ports import LedgerLine, LedgerSlice
from lending.accounting.queries import AccountBalance
from lending.application.kinds import Key, Kind
from lending.application.limits import Limit
from lending.application.store import Changes, OutboxEntry, Stored, StoredReceipt, VersionConflict
from lending.funding.gateway import FunderAnswer, FundingRequest
from lending.funding.ports import FunderGateway
from lending.inquiries.answers import InquiryRequest, VendorAnswer
from lending.inquiries.ports import VendorGateway
from lending.inquiries.questions import Question
from lending.kernel.events import EventRecord
from lending.kernel.ids import RequestId
from lending.payments.channel import ChannelAnswer, CollectionRequest, PayoutRequest
from lending.payments.ports import CollectionChannel, PayoutChannel
from lending_adapters.stores import OpenStore
from lending_simulator.faults import Faults, ProcessDied
from lending_simulator.traffic import VENDOR, Traffic

__all__ = ["SwitchingChannels", "SwitchingFunders", "SwitchingStore", "SwitchingVendors"]

T = TypeVar("T")


class SwitchingStore:
    """Any store, with a latency before each call. A call itself is one step that nothing interrupts.

    `committed` is told of every commit, in the very step in which it happens.
    """

    def __init__(
        self, store: OpenStore, traffic: Traffic, faults: Faults, committed: Callable[[Changes], None]
    ) -> None:
        self._store = store
        self._traffic = traffic
        self._faults = faults
        self._committed = committed

    def load(self, kind: Kind[T], identity: str) -> Stored[T] | None:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.load(kind, identity)

    def lookup(self, kind: Kind[T], key: Key[T], value: str) -> tuple[Stored[T], ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.lookup(kind, key, value)

    def page(self, kind: Kind[T], key: Key[T] | None, value: str, after: str, limit: int) -> tuple[T, ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.page(kind, key, value, after, limit)

    def limit(self, key: str) -> Limit | None:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.limit(key)

    def stamp(self, text: str) -> str:
        """As the store, at once."""
        return self._store.stamp(text)

    def receipt(self, request_id: RequestId) -> StoredReceipt | None:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.receipt(request_id)

    def commit(self, changes: Changes) -> None:
        """As the store, after a while; the process may die before or after, or the database give way."""
        self._traffic.travel()
        if self._faults.strikes("crash_before_commit"):
            raise ProcessDied("before commit")
        if self._faults.strikes("commit_conflict"):
            raise VersionConflict("the database gave way")
        self._store.commit(changes)
        self._committed(changes)
        if self._faults.strikes("crash_after_commit"):
            raise ProcessDied("after commit")

    def claim(self, now: datetime, limit: int, lease: timedelta) -> tuple[OutboxEntry, ...]:
        """As the store, after a while; the worker may die with what it has claimed."""
        self._traffic.travel()
        claimed = self._store.claim(now, limit, lease)
        if claimed and self._faults.strikes("crash_after_claim"):
            raise ProcessDied("after claim")
        return claimed

    def finish(self, entry: OutboxEntry) -> None:
        """As the store, after a while; the worker may die before."""
        self._traffic.travel()
        if self._faults.strikes("crash_before_finish"):
            raise ProcessDied("before finish")
        self._store.finish(entry)

    def postpone(self, entry: OutboxEntry, until: datetime) -> None:
        """As the store, after a while."""
        self._traffic.travel()
        self._store.postpone(entry, until)

    def next_due(self) -> datetime | None:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.next_due()

    def events(self, since: date | None = None) -> Iterable[EventRecord]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.events(since)

    def ledger_lines(self, wanted: LedgerSlice) -> tuple[int, tuple[LedgerLine, ...]]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.ledger_lines(wanted)

    def first_day(self) -> date | None:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.first_day()

    def vouchers_of(self, day: date, after: str, limit: int) -> tuple[Voucher, ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.vouchers_of(day, after, limit)

    def events_of(self, request_id: RequestId) -> tuple[EventRecord, ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.events_of(request_id)

    def movements(self, book: str, after: date, through: date) -> tuple[PartyBalance, ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.movements(book, after, through)

    def subject_balances(self, book: str, currency: str, through: date) -> Iterator[SubjectBalance]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.subject_balances(book, currency, through)

    def moved_today(self, book: str, account: str, party: str, currency: str, day: date) -> int:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.moved_today(book, account, party, currency, day)

    def account_balances(self, book: str, through: date) -> tuple[AccountBalance, ...]:
        """As the store, after a while."""
        self._traffic.travel()
        return self._store.account_balances(book, through)


class SwitchingChannels:
    """Both payment channels, with a latency on the way there and on the way back."""

    def __init__(self, payouts: PayoutChannel, collections: CollectionChannel, traffic: Traffic) -> None:
        self._payouts = payouts
        self._collections = collections
        self._traffic = traffic

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        """As the channel, after a while."""
        return self._there_and_back(lambda: self._payouts.pay(request))

    def query_payout(self, channel: str, order_no: str) -> ChannelAnswer:
        """As the channel, after a while."""
        return self._there_and_back(lambda: self._payouts.query_payout(channel, order_no))

    def collect(self, request: CollectionRequest) -> ChannelAnswer:
        """As the channel, after a while."""
        return self._there_and_back(lambda: self._collections.collect(request))

    def query_collection(self, channel: str, order_no: str) -> ChannelAnswer:
        """As the channel, after a while."""
        return self._there_and_back(lambda: self._collections.query_collection(channel, order_no))

    def _there_and_back(self, call: Callable[[], ChannelAnswer]) -> ChannelAnswer:
        self._traffic.travel(VENDOR)
        answer = call()
        self._traffic.travel(VENDOR)
        return answer


class SwitchingFunders:
    """The gateway to funders, with a latency on the way there and on the way back."""

    def __init__(self, funders: FunderGateway, traffic: Traffic) -> None:
        self._funders = funders
        self._traffic = traffic

    def apply(self, request: FundingRequest) -> FunderAnswer:
        """As the gateway, after a while."""
        return self._there_and_back(lambda: self._funders.apply(request))

    def query(self, funder: str, request_no: str) -> FunderAnswer:
        """As the gateway, after a while."""
        return self._there_and_back(lambda: self._funders.query(funder, request_no))

    def _there_and_back(self, call: Callable[[], FunderAnswer]) -> FunderAnswer:
        self._traffic.travel(VENDOR)
        answer = call()
        self._traffic.travel(VENDOR)
        return answer


class SwitchingVendors:
    """The way to vendors, with a latency on the way there and on the way back."""

    def __init__(self, vendors: VendorGateway, traffic: Traffic) -> None:
        self._vendors = vendors
        self._traffic = traffic

    def ask(self, request: InquiryRequest) -> VendorAnswer:
        """As the vendor, after a while."""
        return self._there_and_back(lambda: self._vendors.ask(request))

    def query(self, vendor: str, request_no: str, question: Question) -> VendorAnswer:
        """As the vendor, after a while."""
        return self._there_and_back(lambda: self._vendors.query(vendor, request_no, question))

    def _there_and_back(self, call: Callable[[], VendorAnswer]) -> VendorAnswer:
        self._traffic.travel(VENDOR)
        answer = call()
        self._traffic.travel(VENDOR)
        return answer
