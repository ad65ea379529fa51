"""Orders and their channels, through bus and worker: chosen, changed after failures, skipped while down."""

from datetime import timedelta

import attrs
import pytest

from lending.application.call import Actor, Role
from lending.application.ports import VendorUnavailable
from lending.kernel.money import Money
from lending.operations.commands import ApproveProposal, Propose
from lending.operations.health import BAD_MAX, COOL_MIN
from lending.operations.occupations import OccupationState
from lending.operations.ports import OCCUPATIONS
from lending.payments.channel import ChannelAnswer, PayoutRequest, Word
from lending.payments.channels import Channel, Channels
from lending.payments.commands import ParkedWay, PublishChannels, RecordPayoutAnswer, ResolvePayout
from lending.payments.disbursement import PayoutStatus
from lending.payments.ports import CHANNELS, DIRECTORY
from lending.payments.queries import GetPayout, ListChannels
from tests.support.desk import SYSTEM, Desk, ScriptedChannel
from tests.unit.flows.test_payout import CHANNEL, accepted, application, order

TEN_MINUTES = timedelta(minutes=10)


def directory(desk: Desk) -> Channels:
    stored = desk.store.load(CHANNELS, DIRECTORY)
    assert stored is not None
    return stored.value


def publish(desk: Desk, *, every: dict[str, object] | None = None, **changes: dict[str, object]) -> None:
    """Publish the shipped channels with changes: by code, and to `every` one of them."""
    held = directory(desk)
    channels: list[Channel] = [
        attrs.evolve(each, **(every or {}), **changes.get(each.code, {}))  # type: ignore[arg-type]
        for each in held.channels
    ]
    directory_changes = changes.get("directory", {})
    published = attrs.evolve(held, version=held.version + 1, channels=tuple(channels), **directory_changes)  # type: ignore[arg-type]
    desk.done(PublishChannels(published), SYSTEM)


class Down(ScriptedChannel):
    """A channel board on which some channels cannot be reached."""

    def __init__(self, *down: str) -> None:
        super().__init__()
        self.down = set(down)
        self.through: list[str] = []

    def pay(self, request: PayoutRequest) -> ChannelAnswer:
        self.through.append(request.channel)
        if request.channel in self.down:
            raise VendorUnavailable(request.channel)
        return super().pay(request)


def desk_with(down: Down) -> Desk:
    return Desk(payouts=down)


def state_of(desk: Desk, order_no: str) -> OccupationState | None:
    stored = desk.store.load(OCCUPATIONS, order_no)
    return stored.value.state if stored else None


def used(desk: Desk, place: str) -> tuple[int, int]:
    limit = desk.store.limit(f"channel-day/PAYOUT/{desk.day}/{place}")
    assert limit is not None
    return limit.occupied, limit.used


def test_a_payout_goes_through_the_cheapest_channel_and_says_why() -> None:
    desk = Desk()
    contract = accepted(desk)
    desk.work()
    view = desk.answer(GetPayout(contract.contract_id.value))
    assert (view.status, view.channel) == ("SUCCESS", "MAIN")
    told = {each.channel: (each.cost.text, each.obstacle) for each in view.considered}
    assert told == {
        "MAIN": ("1.00", ""),
        "BANK": ("0.50", "CORPORATE_ONLY"),
        "QUICK": ("12.00", "DEARER"),
        "OWN": ("0.00", "BANK_NOT_SERVED"),
    }


def test_after_a_final_failure_another_channel_is_taken_under_a_new_number() -> None:
    desk = Desk()
    desk.payouts.words = [Word.FAILED]
    contract = accepted(desk)
    desk.work()
    view = desk.answer(GetPayout(contract.contract_id.value))
    assert (view.status, view.channel) == ("SUCCESS", "QUICK")
    ((failed_no, failed_channel),) = [(each.order_no, each.channel) for each in view.failed]
    assert failed_channel == "MAIN"
    assert failed_no != view.order_no
    assert [number for _, number in desk.payouts.heard] == [failed_no, view.order_no]


def test_what_never_left_is_routed_anew_through_another_channel_and_is_no_failure() -> None:
    desk = desk_with(Down("MAIN"))
    contract = accepted(desk)
    desk.work()
    desk.work(after=timedelta(seconds=15))
    view = desk.answer(GetPayout(contract.contract_id.value))
    assert (view.status, view.channel) == ("SUCCESS", "QUICK")
    assert [each.code for each in view.failed] == ["UNREACHED"]


def test_with_every_channel_down_the_payout_waits_and_is_never_given_up() -> None:
    down = Down("MAIN", "QUICK", "OWN")
    desk = desk_with(down)
    contract = accepted(desk)
    for _ in range(100):
        desk.work(after=timedelta(minutes=1))
    assert order(desk, contract).is_open
    assert len(down.through) < 40, "the breakers are open: it is not tried every time"
    down.down.clear()
    desk.work(after=timedelta(hours=1))
    desk.work(after=timedelta(hours=1))
    assert application(desk, contract).status == "PAID"


@pytest.mark.requirement("R6", command="RecordPayoutAnswer")
def test_a_channel_that_answers_badly_is_skipped_until_a_probe_succeeds() -> None:
    down = Down("MAIN")
    desk = desk_with(down)
    publish(desk, QUICK={"enabled": False}, OWN={"enabled": False})
    contract = accepted(desk)
    for _ in range(BAD_MAX):
        desk.work(after=timedelta(seconds=15))
    assert {each.code: each.breaker for each in desk.answer(ListChannels()).channels}["MAIN"] == "OPEN"
    tried = len(down.through)
    desk.work(after=COOL_MIN - timedelta(seconds=16))
    assert len(down.through) == tried, "nothing is sent while it is open"
    waiting = desk.answer(GetPayout(contract.contract_id.value))
    assert {each.channel: each.obstacle for each in waiting.considered}["MAIN"] == "BREAKER_OPEN"
    down.down.clear()
    desk.work(after=TEN_MINUTES)
    assert application(desk, contract).status == "PAID"
    assert {each.code: each.breaker for each in desk.answer(ListChannels()).channels}["MAIN"] == "CLOSED"


@pytest.mark.requirement("R67", command="RoutePayout")
def test_the_days_quota_is_occupied_before_sending_kept_in_doubt_and_used_by_success() -> None:
    desk = Desk()
    desk.payouts.words = [Word.UNKNOWN]
    contract = accepted(desk)
    desk.work()
    held = order(desk, contract)
    assert (used(desk, "MAIN/amount"), used(desk, "ALL/count")) == ((1_200_000, 0), (1, 0))
    assert state_of(desk, held.order_no) is OccupationState.OCCUPIED
    desk.done(RecordPayoutAnswer(held.id, held.order_no, ChannelAnswer(Word.SUCCESS)), CHANNEL)
    assert (used(desk, "MAIN/amount"), used(desk, "ALL/count")) == ((0, 1_200_000), (0, 1))


@pytest.mark.requirement("R67", command="RecordPayoutAnswer")
def test_a_final_failure_gives_the_quota_back_and_the_next_attempt_takes_its_own() -> None:
    desk = Desk()
    desk.payouts.words = [Word.FAILED, Word.UNKNOWN]
    contract = accepted(desk)
    desk.work()
    held = order(desk, contract)
    assert state_of(desk, held.number_of(1)) is OccupationState.RELEASED
    assert state_of(desk, held.number_of(2)) is OccupationState.OCCUPIED
    assert (used(desk, "MAIN/amount"), used(desk, "QUICK/amount")) == ((0, 0), (1_200_000, 0))


@pytest.mark.requirement("R67", command="PublishChannels")
@pytest.mark.parametrize("scope", ["payout_day_max", "payout_day_count"])
def test_without_quota_a_payout_waits_for_the_next_day(scope: str) -> None:
    desk = Desk()
    limits = {"payout_day_max": Money.parse("11999.99")} if scope == "payout_day_max" else {"payout_day_count": 1}
    publish(desk, directory=limits)
    if scope == "payout_day_count":
        first = accepted(desk)
        desk.work()
        assert order(desk, first).status is PayoutStatus.SUCCESS
    contract = accepted(desk, serial=2)
    desk.work()
    waiting = order(desk, contract)
    assert waiting.status is PayoutStatus.READY
    assert "NO_ROOM_TODAY" in {each.obstacle for each in waiting.considered}
    publish(desk, directory={"payout_day_max": Money.parse("24000.00"), "payout_day_count": 2})
    desk.work(after=TEN_MINUTES)
    assert order(desk, contract).status is PayoutStatus.SUCCESS


def test_a_published_channel_is_never_left_out() -> None:
    desk = Desk()
    held = directory(desk)
    fewer = attrs.evolve(held, version=2, channels=held.channels[:1])
    refusal = desk.refusal(PublishChannels(fewer), SYSTEM)
    assert (refusal.code, refusal.channels) == ("CHANNEL_DROPPED", ("BANK", "OWN", "QUICK"))
    assert directory(desk) == held


@pytest.mark.parametrize("way", [ParkedWay.ACCEPT, ParkedWay.CLOSE])
def test_a_late_success_is_parked_and_two_people_decide_on_it(way: ParkedWay) -> None:
    desk = Desk()
    publish(desk, QUICK={"enabled": False})
    desk.payouts.words = [Word.FAILED]
    contract = accepted(desk)
    routed_and_sent(desk)
    held = order(desk, contract)
    assert held.status is PayoutStatus.READY
    desk.done(RecordPayoutAnswer(held.id, held.number_of(1), ChannelAnswer(Word.SUCCESS, on=desk.day)), CHANNEL)
    desk.work(after=timedelta(days=1))
    assert [act for act, _ in desk.payouts.heard] == ["pay"], "nothing more is sent"
    view = desk.answer(GetPayout(contract.contract_id.value))
    assert (view.status, view.late) == ("PARKED", held.number_of(1))
    proposed = desk.done(Propose(ResolvePayout(held.id, way), "paid after all"))
    desk.done(ApproveProposal(proposed.proposal_id), Actor("second", Role.OPERATIONS))
    desk.work()
    assert application(desk, contract).status == ("PAID" if way is ParkedWay.ACCEPT else "CANCELLED")


def routed_and_sent(desk: Desk) -> None:
    """The payout finds its channel and hears its answer, and nothing that follows is done."""
    for _ in range(2):
        assert desk.worker.step(desk.now, 1).done == 1
