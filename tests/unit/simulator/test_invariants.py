"""Each invariant can fail: a defect is planted for every one of them."""

import copy
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import attrs
import pytest

from lending.accounting.journal import Voucher
from lending.accounting.ports import POSITIONS, VOUCHERS
from lending.application.call import Actor, Call, Role
from lending.application.commands import Receipt
from lending.application.kinds import Kind
from lending.application.store import Changes, StoredReceipt, Write
from lending.contracts.ports import CONTRACTS
from lending.dealers.ports import DEALERS
from lending.kernel.ids import RequestId
from lending.kernel.money import Money
from lending.kernel.outcome import Failure, Outcome, Success
from lending.loans.facts import Repayment
from lending.loans.ids import LoanId
from lending.loans.ports import LOANS
from lending.operations.accounting_day import ACCOUNTING_DAY
from lending.operations.commands import DayOpened, SwitchDay
from lending.operations.ports import ACCOUNTING_DAYS
from lending.operations.refusals import DayNotNext
from lending.origination.application import ApplicationStatus
from lending.origination.ids import ApplicationId
from lending.origination.ports import APPLICATIONS
from lending.payments.disbursement import PayoutStatus
from lending.payments.ids import DisbursementOrderId, PayoutVoucherId
from lending.payments.ports import DISBURSEMENTS, PAYOUT_VOUCHERS
from lending.payments.voucher import PayoutVoucher
from lending.products.ports import PRODUCTS
from lending.products.product import Product, Signing
from lending_adapters.memory import MemoryStore
from lending_simulator import SimulationConfig
from lending_simulator.chance import Chance
from lending_simulator.desk import Desk, WatchedBus
from lending_simulator.faults import PLANS, Faults
from lending_simulator.history import History
from lending_simulator.invariants import AT_COMMIT, AT_DAY, AT_END, NAMES, Evidence, Referee
from lending_simulator.loom import Loom
from lending_simulator.mirror import Mirror
from lending_simulator.simulation import Run
from lending_simulator.tally import Tally
from lending_simulator.traffic import USUAL, Traffic
from tests.unit.simulator.deduction_defects import DEDUCTION_DEFECTS
from tests.unit.simulator.funder_defects import FUNDER_DEFECTS
from tests.unit.simulator.payout_defects import PAYOUT_DEFECTS

OTHER = RequestId("planted")
ACTOR = Actor("somebody", Role.OPERATIONS)
AT_REST = (*AT_DAY, *AT_END)


@pytest.fixture(scope="module")
def run() -> Run:
    """A sound run in which loans were paid out, repaid by deduction and by hand."""
    config = SimulationConfig(seed=6, days=12, dealers=3, customers=40, faults="none")
    played = Run(config, MemoryStore(), lambda _day, _days: None)
    played.play()
    return played


@pytest.fixture
def evidence(run: Run) -> Evidence:
    """The run's evidence, to be tampered with."""
    sound = run._evidence
    mirror = Mirror()
    mirror._rows = {kind: dict(rows) for kind, rows in sound.mirror._rows.items()}
    mirror.events, mirror.requests = list(sound.mirror.events), set(sound.mirror.requests)
    mirror.balances, mirror._of_subjects = sound.mirror.balances.copy(), sound.mirror._of_subjects.copy()
    mirror.of_books = sound.mirror.of_books.copy()
    transferred = dict(sound.transferred)
    return Evidence(mirror, sound.store, copy.deepcopy(sound.bank), transferred=transferred)


def put(evidence: Evidence, kind: Kind[Any], value: Any) -> None:
    evidence.mirror._rows[kind.name][kind.identity(value)] = value


def changes(*writes: tuple[Kind[Any], Any], request: RequestId = OTHER, events: tuple[Any, ...] = ()) -> Changes:
    return Changes(
        writes=tuple(Write(kind, value, 1) for kind, value in writes),
        relied_on=(),
        events=events,
        outbox=(),
        receipt=StoredReceipt(request, "", "", Receipt()),
    )


# --- at commit ----------------------------------------------------------------------------------------------------


def unbalanced(evidence: Evidence) -> Changes:
    voucher = copy.copy(evidence.mirror.all(VOUCHERS)[0])
    object.__setattr__(voucher, "lines", voucher.lines[1:])
    assert isinstance(voucher, Voucher)
    return changes((VOUCHERS, voucher))


def forgotten_payment(evidence: Evidence) -> Changes:
    loan = next(loan for loan in evidence.mirror.all(LOANS) if len(loan.facts) > 1)
    return changes((LOANS, attrs.evolve(loan, facts=loan.facts[:-1])))


def second_order(evidence: Evidence) -> Changes:
    order = evidence.mirror.all(DISBURSEMENTS)[0]
    return changes((DISBURSEMENTS, attrs.evolve(order, id=DisbursementOrderId.make(OTHER, 0))))


def second_loan(evidence: Evidence) -> Changes:
    loan = evidence.mirror.all(LOANS)[0]
    return changes((LOANS, attrs.evolve(loan, id=LoanId.make(OTHER, 0))))


def loan_of_another_amount(evidence: Evidence) -> Changes:
    loan = next(loan for loan in evidence.mirror.all(LOANS) if loan.terms.lease is None)
    terms = attrs.evolve(loan.terms, principal=Money(loan.terms.principal.minor + 1))
    return changes((LOANS, attrs.evolve(loan, id=LoanId.make(OTHER, 0), contract_id="another", terms=terms)))


def two_applications(evidence: Evidence) -> Changes:
    application = evidence.mirror.all(APPLICATIONS)[0]
    under_way = attrs.evolve(application, status=ApplicationStatus.APPROVED)
    put(evidence, APPLICATIONS, under_way)
    return changes((APPLICATIONS, attrs.evolve(under_way, id=ApplicationId.make(OTHER, 0))))


def skipped_day(evidence: Evidence) -> Changes:
    day = evidence.mirror.get(ACCOUNTING_DAYS, ACCOUNTING_DAY)
    assert day is not None
    return changes((ACCOUNTING_DAYS, attrs.evolve(day, on=day.on + timedelta(days=2))))


def event_of_a_closed_day(evidence: Evidence) -> Changes:
    return changes(events=(evidence.mirror.events[0],))


def application_from_the_dead(evidence: Evidence) -> Changes:
    application = next(held for held in evidence.mirror.all(APPLICATIONS) if held.status is ApplicationStatus.REJECTED)
    return changes((APPLICATIONS, attrs.evolve(application, status=ApplicationStatus.PAID)))


def request_carried_out_again(evidence: Evidence) -> Changes:
    return changes(request=next(iter(evidence.mirror.requests)))


COMMITS: dict[str, tuple[Callable[[Evidence], Changes], ...]] = {
    "each_request_commits_once": (request_carried_out_again,),
    "vouchers_balance": (unbalanced,),
    "history_only_grows": (forgotten_payment,),
    "one_payout_per_contract": (second_order, second_loan),
    "schedule_adds_up_to_principal": (loan_of_another_amount,),
    "one_unfinished_application": (two_applications,),
    "days_follow_each_other": (skipped_day, event_of_a_closed_day),
    "states_move_by_their_tables": (application_from_the_dead,),
}


@pytest.mark.parametrize(("name", "plant"), [(name, plant) for name, plants in COMMITS.items() for plant in plants])
def test_a_defect_in_a_commit_is_seen(name: str, plant: Callable[[Evidence], Changes], evidence: Evidence) -> None:
    (check,) = [check for check in AT_COMMIT if check.__name__ == name]
    assert list(check(changes(), evidence.mirror)) == []
    assert list(check(plant(evidence), evidence.mirror))


# --- between commits ----------------------------------------------------------------------------------------------


def one_sided_posting(evidence: Evidence) -> None:
    evidence.mirror.balances["1012.01", "CNY"] += 1
    evidence.mirror.of_books["OWN", "1012.01", "", "CNY"] += 1


def lost_fact(evidence: Evidence) -> None:
    loan = next(loan for loan in evidence.mirror.all(LOANS) if any(isinstance(fact, Repayment) for fact in loan.facts))
    put(evidence, LOANS, attrs.evolve(loan, facts=loan.facts[:1]))


def stale_position(evidence: Evidence) -> None:
    position = evidence.mirror.all(POSITIONS)[0]
    ours = attrs.evolve(position.booked.ours, interest_earned=position.booked.ours.interest_earned + 1)
    booked = attrs.evolve(position.booked, ours=ours)
    put(evidence, POSITIONS, attrs.evolve(position, booked=booked))


def income_of_another_loan(evidence: Evidence) -> None:
    one, other = (loan.id.value for loan in evidence.mirror.all(LOANS)[:2])
    evidence.mirror._of_subjects["6011.01", one] += 1
    evidence.mirror._of_subjects["6011.01", other] -= 1


def interest_not_yet_due_forgotten(evidence: Evidence) -> None:
    position = next(held for held in evidence.mirror.all(POSITIONS) if held.booked.ours.interest_accrued_outstanding)
    del evidence.mirror._of_subjects["1132.01", position.loan_id]


def printed_money(evidence: Evidence) -> None:
    evidence.bank.platform += 1


def stray_payment(evidence: Evidence) -> None:
    evidence.bank.deposit("12345678", 5)
    evidence.bank.pay_in("stray", "12345678", 5, date(2025, 9, 20))


def payment_on_two_loans(evidence: Evidence) -> None:
    paid = next(loan for loan in evidence.mirror.all(LOANS) if any(isinstance(fact, Repayment) for fact in loan.facts))
    other = next(loan for loan in evidence.mirror.all(LOANS) if loan.id != paid.id)
    put(evidence, LOANS, attrs.evolve(other, facts=(*other.facts, paid.facts[-1])))


def open_payout(evidence: Evidence) -> None:
    order = evidence.mirror.all(DISBURSEMENTS)[0]
    put(evidence, DISBURSEMENTS, attrs.evolve(order, status=PayoutStatus.IN_DOUBT))


def held_loan(evidence: Evidence) -> None:
    put(evidence, LOANS, attrs.evolve(evidence.mirror.all(LOANS)[0], held_by="somebody"))


def payer_without_answer(evidence: Evidence) -> None:
    evidence.underway.add("by-hand")


def stuck_application(evidence: Evidence) -> None:
    application = evidence.mirror.all(APPLICATIONS)[0]
    put(evidence, APPLICATIONS, attrs.evolve(application, status=ApplicationStatus.CHECKING))


def faceless_payout(evidence: Evidence) -> None:
    put(evidence, PRODUCTS, attrs.evolve(_paid_product(evidence), liveness=True))


def unsigned_payout(evidence: Evidence) -> None:
    put(evidence, PRODUCTS, attrs.evolve(_paid_product(evidence), signing=Signing.ELECTRONIC))


def _paid_product(evidence: Evidence) -> Product:
    """One of which something was paid out, and that asks for neither."""
    sold = {held.product for held in evidence.mirror.all(APPLICATIONS) if held.status is ApplicationStatus.PAID}
    return next(each for each in evidence.mirror.all(PRODUCTS) if each.code in sold and not each.liveness)


def lost_write(evidence: Evidence) -> None:
    contract = evidence.mirror.all(CONTRACTS)[0]
    put(evidence, CONTRACTS, attrs.evolve(contract, product="another"))


def principal_in_the_wrong_class(evidence: Evidence) -> None:
    for account, by in (("1303.01", -1), ("1303.03", 1)):
        evidence.mirror.balances[account, "CNY"] += by


def exposure_forgotten(evidence: Evidence) -> None:
    dealer = next(dealer for dealer in evidence.mirror.all(DEALERS) if dealer.exposure is not None)
    put(evidence, DEALERS, attrs.evolve(dealer, exposure=None))
    promise = PayoutVoucher(
        id=PayoutVoucherId("pv_01HKBNJG8071R2ZPQVMVMS1H29"),
        contract_id="ctr_1",
        dealer_id=dealer.id.value,
        amount=Money(1),
        issued_on=date(2025, 9, 15),
        valid_through=date(2025, 9, 25),
    )
    put(evidence, PAYOUT_VOUCHERS, promise)
    for account, side in (("2202.01", -1), ("7001.01", 1)):
        evidence.mirror.balances[account, "CNY"] += side


def lost_event(evidence: Evidence) -> None:
    evidence.mirror.events.append(attrs.evolve(evidence.mirror.events[0], ordinal=99))


AT_REST_DEFECTS: dict[str, tuple[Callable[[Evidence], None], ...]] = {
    "trial_balance_is_zero": (one_sided_posting,),
    "subledger_equals_ledger": (lost_fact, principal_in_the_wrong_class),
    "positions_are_what_loans_were": (stale_position, lost_fact),
    "interest_is_earned_by_the_day": (income_of_another_loan, interest_not_yet_due_forgotten),
    **FUNDER_DEFECTS,
    **DEDUCTION_DEFECTS,
    "money_is_neither_made_nor_lost": (printed_money,),
    **PAYOUT_DEFECTS,
    "every_payment_landed_once": (stray_payment, payment_on_two_loans, lost_fact),
    "cash_account_is_what_was_heard_of": (one_sided_posting,),
    "dealers_are_owed_what_was_promised": (
        lambda evidence: evidence.mirror.balances.update({("2202.01", "CNY"): -1}),
        exposure_forgotten,
    ),
    "nothing_stays_in_doubt": (open_payout, held_loan, payer_without_answer, stuck_application),
    "nothing_is_paid_unproved": (faceless_payout, unsigned_payout),
    "the_store_holds_what_was_committed": (lost_write, lost_event),
}


@pytest.mark.parametrize(
    ("name", "plant"), [(name, plant) for name, plants in AT_REST_DEFECTS.items() for plant in plants]
)
def test_a_defect_at_rest_is_seen(name: str, plant: Callable[[Evidence], None], evidence: Evidence) -> None:
    (check,) = [check for check in AT_REST if check.__name__ == name]
    assert list(check(evidence)) == []
    plant(evidence)
    assert list(check(evidence))


# --- told by actors -----------------------------------------------------------------------------------------------


class Scene:
    """A loom, a referee and a bus that answers as it is told to."""

    def __init__(self, answers: list[Outcome[Any, Any] | Exception]) -> None:
        self.answers = answers
        self.loom = Loom(datetime(2025, 9, 15, tzinfo=UTC), self.crashed)
        self.evidence = Evidence(Mirror(), MemoryStore(), Run(SimulationConfig(), MemoryStore(), print)._bank)
        self.referee = Referee(self.evidence, 1, lambda: self.loom.now, lambda: None)
        plan = attrs.evolve(PLANS["none"], request_repeated=1.0)
        faults = Faults(plan, Chance(1), lambda: "")
        traffic = Traffic(self.loom, USUAL, Chance(1).stream("latency"))
        tally = Tally(lambda: self.loom.now)
        bus = WatchedBus(self, self.loom, traffic, tally, History(), self.referee)
        self.desk = Desk(bus, self.loom, faults, self.referee)

    def execute(self, _command: Any, _call: Call) -> Any:
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def ask(self, _query: Any, _call: Call) -> Any:
        raise NotImplementedError

    def crashed(self, name: str, error: Exception) -> None:
        self.referee.told("nothing_crashes", f"{name}: {error}")

    def play(self, act: Callable[[], object]) -> set[str]:
        """Let it happen; which invariants did not hold."""
        whole = self.loom.spawn("act", lambda: (act(), None)[1])
        self.loom.run_until(whole.done)
        return set(self.referee.violated)


def day(number: int) -> DayOpened:
    return DayOpened(date(2025, 9, number))


def test_a_crash_is_seen() -> None:
    scene = Scene([AssertionError("a bug"), Success(day(16))])
    assert scene.play(lambda: scene.desk.execute(SwitchDay(date(2025, 9, 16)), ACTOR)) == {"nothing_crashes"}


def test_two_answers_to_one_request_are_seen() -> None:
    scene = Scene([Success(day(16)), Success(day(17))])
    broken = scene.play(lambda: scene.desk.execute(SwitchDay(date(2025, 9, 16)), ACTOR))
    assert broken == {"a_request_asked_twice_is_answered_once"}


def test_a_refusal_of_what_was_done_is_seen() -> None:
    refused = DayNotNext(date(2025, 9, 16), date(2025, 9, 16))
    scene = Scene([Success(day(16)), Failure(refused)])

    def act() -> None:
        call = scene.desk.call(ACTOR)
        scene.evidence.mirror.requests.add(call.request_id)
        bus = scene.desk._bus
        bus.execute(SwitchDay(date(2025, 9, 16)), call)
        bus.execute(SwitchDay(date(2025, 9, 16)), call)

    assert scene.play(act) == {"what_was_done_is_never_refused"}


TOLD = {"nothing_crashes", "a_request_asked_twice_is_answered_once", "what_was_done_is_never_refused"}


def test_no_invariant_goes_without_a_defect_that_it_sees() -> None:
    assert set(NAMES) == {*COMMITS, *AT_REST_DEFECTS, *TOLD}
    assert len(NAMES) == len(set(NAMES))


def test_the_referee_counts_keeps_and_whistles(evidence: Evidence) -> None:
    whistles: list[None] = []
    referee = Referee(evidence, 4, lambda: datetime(2025, 9, 20, tzinfo=UTC), lambda: whistles.append(None))
    referee.judge_day()
    assert not referee.violations
    printed_money(evidence)
    referee.judge_end()
    (violation,) = referee.violations
    assert (violation.invariant, violation.seed) == ("money_is_neither_made_nor_lost", 4)
    assert str(violation).startswith("seed 4, 2025-09-20")
    assert referee.checked["money_is_neither_made_nor_lost"] == 2
    assert len(whistles) == 1
