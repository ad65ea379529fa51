"""Rules decide (R29, R31): approve, reject, refer, as much as they allow; gray, late, broken; on every store."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import attrs
import pytest

from lending.application.call import Actor, Role
from lending.application.ports import VendorUnavailable
from lending.application.refusals import NeedsSecondPerson
from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.operations.commands import ApproveProposal, Propose
from lending.origination.assessing import DECIDED_WITHIN
from lending.origination.commands import (
    CancelApplication,
    ReviewApplication,
    SubmitApplication,
    Verdict,
)
from lending.origination.ids import ApplicationId
from lending.origination.queries import ApplicationView, GetApplication
from lending.risk.ports import DECISIONS, RULE_SETS, RulesBroken, Timed
from lending.risk.rule_commands import (
    ApproveRuleSet,
    DecisionView,
    DraftRuleSet,
    GetDecision,
    GetRuleSet,
    PromoteRuleSet,
    ReleaseRuleSet,
    RollBackRules,
    StopRuleSet,
)
from lending.risk.rule_refusals import GrayTaken, NothingLive, OwnRuleSet, RuleSetAtFault, RuleSetNotInState
from lending.risk.rule_sets import STOPS_FROM, CaseInput, RuleCase, RuleSet
from lending.risk.scorecard import Recommendation
from lending.risk.variables import VARIABLES
from lending_adapters.privacy import Keyring
from lending_adapters.rules import ZenRules
from tests.support.desk import person
from tests.support.platform import Stage, staged
from tests.support.ruling import (
    AUTHOR,
    PUBLISHER,
    RULED,
    SCENE,
    approved,
    changed,
    live,
    put_forward,
    ruled_product,
    sample,
)

pytestmark = pytest.mark.requirement("R29", "R31", "R43", "R45")

OPENED = date(2024, 1, 5)
STORES = ("memory", "sqlite", "postgresql", "grpc")
REVIEWER, BOSS = Actor("reviewer", Role.REVIEWER), Actor("boss", Role.REVIEWER)


@pytest.fixture(params=STORES)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    urls = {"sqlite": f"sqlite:///{tmp_path / 'rules.db'}", "memory": "memory", "grpc": "memory"}
    url = urls.get(request.param) or request.getfixturevalue("postgres_url")
    with staged(url, OPENED, over_grpc=request.param == "grpc", keyring=Keyring.generate().text) as made:
        yield made


@pytest.fixture
def memory() -> Iterator[Stage]:
    with staged("memory", OPENED) as made:
        yield made


def apply(stage: Stage, serial: int = 1, amount: str = "6000.00", income: str = "20000.00") -> ApplicationId:
    """Somebody new asks for a loan over a year; with an income of 20,000.00 the instalment is 2 % of it."""
    customer = stage.done(RegisterCustomer(person(serial, income=income))).customer_id
    asked = SubmitApplication(customer_id=customer, product=RULED, amount=Money.parse(amount), instalments=12)
    return stage.done(asked).application_id


def shown(stage: Stage, application: ApplicationId) -> ApplicationView:
    return stage.answer(GetApplication(application))


def decision(stage: Stage, application: ApplicationId) -> DecisionView:
    return stage.answer(GetDecision(application.value), PUBLISHER)


def test_rules_approve_reject_and_refer(stage: Stage) -> None:
    live(stage)
    fine, poor, young = apply(stage), apply(stage, 2, income="1150.00"), apply_young(stage)
    assert [shown(stage, each).status for each in (fine, poor, young)] == ["APPROVED", "REJECTED", "MANUAL_REVIEW"]
    assert shown(stage, poor).reasons == ("INSTALMENT_TO_INCOME",)
    assert (shown(stage, young).reasons, shown(stage, young).offer) == (("YOUNG",), None)
    made = decision(stage, fine)
    assert made.answer is not None
    assert (made.answer.tier, made.answer.rows, made.version, made.gray) == ("B", ("Tiers/b",), 1, False)
    assert {one.name: one.number if one.text is None else one.text for one in made.variables} == {
        "product": RULED,
        "amount": 6000,
        "instalments": 12,
        "dealer": None,
        "vehicle_price": None,
        "financed_percent": None,
        "age": 34,
        "city": "北京",
        "monthly_income": 20000,
        "instalment_to_income": 2,
        "days_registered": 0,
        "loans_active": 0,
        "loans_settled": 0,
        "outstanding": 0,
        "days_past_due": 0,
        "applications_30d": 1,
        "rejected_30d": 0,
    }
    assert [one.name for one in made.variables] == [variable.name for variable in VARIABLES]
    assert {one.source for one in made.variables} == {"application", "customer", "loans", "applications"}
    assert made.words[0] == "Version 1 of cash-loan approves."


def apply_young(stage: Stage) -> ApplicationId:
    """Born on 1 March 2002: 21 years of age."""
    customer = stage.done(RegisterCustomer(person(3, born=date(2002, 3, 1)))).customer_id
    asked = SubmitApplication(customer_id=customer, product=RULED, amount=Money.parse("6000.00"), instalments=12)
    return stage.done(asked).application_id


def test_what_rules_leave_to_a_person_two_persons_decide(stage: Stage) -> None:
    live(stage)
    young = apply_young(stage)
    word = ReviewApplication(young, Verdict.APPROVE, "her employer vouches for her")
    assert isinstance(stage.refusal(word, REVIEWER), NeedsSecondPerson)
    proposed = stage.done(Propose(word, "as said"), REVIEWER)
    stage.done(ApproveProposal(proposed.proposal_id), BOSS)
    after = shown(stage, young)
    assert after.status == "APPROVED"
    assert after.offer is not None
    assert after.offer.principal == Money.parse("6000.00")


def test_more_than_rules_allow_is_offered_as_far_as_they_do(memory: Stage) -> None:
    """Tier B lends 20,000 at most; of 20,000.00 asked nothing is cut, of 30,000.00 a third."""
    live(memory)
    whole, cut = apply(memory, 1, "20000.00"), apply(memory, 2, "30000.00", income="30000.00")
    offers = [shown(memory, each).offer for each in (whole, cut)]
    assert [offer.principal.text if offer else "" for offer in offers] == ["20000.00", "20000.00"]


def test_less_than_the_product_lends_is_rejected(memory: Stage) -> None:
    document = changed(lambda nodes, _: nodes["Tiers"]["content"]["rules"][1].update({"out2": "400"}))
    live(memory, sample(document))
    little = shown(memory, apply(memory))
    assert (little.status, little.reasons) == ("REJECTED", ("LIMIT_TOO_LOW",))


def test_without_a_live_version_a_person_decides(memory: Stage) -> None:
    ruled_product(memory)
    waiting = shown(memory, apply(memory))
    assert (waiting.status, waiting.reasons) == ("MANUAL_REVIEW", ("NO_RULES_LIVE",))


def test_rules_that_do_not_answer_in_time_leave_it_to_a_person_and_come_too_late(
    memory: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(memory)
    with monkeypatch.context() as patched:
        patched.setattr(ZenRules, "timed", out_of_reach)
        application = apply(memory)
        assert shown(memory, application).status == "SCORING"
        memory.work(DECIDED_WITHIN - timedelta(seconds=1))
        assert shown(memory, application).status == "SCORING"
        memory.work(timedelta(seconds=1))
        late = shown(memory, application)
        assert (late.status, late.reasons) == ("MANUAL_REVIEW", ("RULES_LATE",))
    memory.work(timedelta(hours=1))
    kept = decision(memory, application).answer
    assert kept is not None
    assert kept.decision is Recommendation.APPROVE
    assert shown(memory, application).status == "MANUAL_REVIEW"


def out_of_reach(_engine: ZenRules, _rules: RuleSet, _values: object) -> Timed:
    """The engine, as if it ran somewhere else and could not be reached."""
    raise VendorUnavailable


def test_rules_that_cannot_be_run_leave_it_to_a_person_and_say_why(memory: Stage) -> None:
    document = changed(lambda nodes, _: nodes["Decision"]["content"]["expressions"][0].update({"value": "'MAYBE'"}))
    live(memory, sample(document))
    application = apply(memory)
    assert (shown(memory, application).status, shown(memory, application).reasons) == (
        "MANUAL_REVIEW",
        ("RULES_BROKEN",),
    )
    assert decision(memory, application).words == (
        "Version 1 of cash-loan could not be run: decision is 'MAYBE': expected one of APPROVE, REFER, REJECT",
        "A person decides.",
    )


def test_an_application_that_is_withdrawn_while_rules_decide_stays_so(
    memory: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    live(memory)
    with monkeypatch.context() as patched:
        patched.setattr(ZenRules, "timed", out_of_reach)
        application = apply(memory)
        memory.done(CancelApplication(application))
    memory.work(timedelta(hours=1))
    assert shown(memory, application).status == "CANCELLED"
    assert decision(memory, application).answer is not None


def test_a_decision_replays_to_the_same_answer_whatever_is_live_since(stage: Stage) -> None:
    live(stage)
    application = apply(stage)
    before = decision(stage, application)
    approved(stage, stricter())
    stage.done(ReleaseRuleSet(scene=SCENE, version=2, samples=1), PUBLISHER)
    store = stage.platform.store
    held, rules = store.load(DECISIONS, application.value), store.load(RULE_SETS, f"{SCENE}/{before.version}")
    assert held is not None
    assert rules is not None
    assert ZenRules().timed(rules.value, held.value.values).answer == before.answer


def stricter() -> RuleSet:
    """Nobody is approved: everything of the income is too much."""
    document = changed(lambda nodes, _: nodes["Rejections"]["content"]["rules"][1].update({"in2": ">= 0"}))
    asks = RuleCase(name="anybody", inputs=(CaseInput("age", "30"),), decision=Recommendation.APPROVE)
    return sample(document, (asks,))


def test_a_gray_version_decides_for_its_customers_and_stops_by_itself_when_it_drifts(stage: Stage) -> None:
    """Half of the customers are given to a version that rejects everybody: after thirty it decides for nobody."""
    live(stage)
    assert approved(stage, stricter()) == 2
    stage.done(ReleaseRuleSet(scene=SCENE, version=2, percent=50, samples=100, drift_max=20), PUBLISHER)
    seen: dict[bool, list[str]] = {True: [], False: []}
    serial = 10
    while min(map(len, seen.values())) < STOPS_FROM:
        application = apply(stage, serial)
        seen[decision(stage, application).gray].append(shown(stage, application).status)
        serial += 1
    assert (set(seen[True]), set(seen[False])) == ({"REJECTED"}, {"APPROVED"})
    view = stage.answer(GetRuleSet(scene=SCENE, version=2), PUBLISHER)
    assert view.state == "GRAY"
    stage.work(timedelta(minutes=1))
    view = stage.answer(GetRuleSet(scene=SCENE, version=2), PUBLISHER)
    assert (view.state, view.reason) == ("STOPPED", "its pass rate drifts")
    after = [decision(stage, apply(stage, serial + more)) for more in range(12)]
    assert {made.version for made in after} == {1}


def test_a_gray_version_is_promoted_once_proven_and_rolled_back_at_once(memory: Stage) -> None:
    live(memory)
    looser = changed(lambda nodes, _: nodes["Tiers"]["content"]["rules"][1].update({"out2": "30000"}))
    approved(memory, sample(looser))
    memory.done(ReleaseRuleSet(scene=SCENE, version=2, percent=50, samples=5, drift_max=0), PUBLISHER)
    promote = PromoteRuleSet(scene=SCENE, version=2)
    assert memory.refusal(promote, PUBLISHER).code == "GRAY_NOT_PROVEN"
    serial = 10
    while sum(decision(memory, apply(memory, serial + each)).gray for each in range(20)) < 5:
        serial += 20
    memory.work(timedelta(minutes=1))
    memory.done(promote, PUBLISHER)
    states = [memory.answer(GetRuleSet(scene=SCENE, version=number), PUBLISHER).state for number in (1, 2)]
    assert states == ["RETIRED", "LIVE"]
    assert decision(memory, apply(memory, 500)).version == 2
    memory.done(RollBackRules(SCENE, "too generous"), PUBLISHER)
    states = [memory.answer(GetRuleSet(scene=SCENE, version=number), PUBLISHER).state for number in (1, 2)]
    assert states == ["LIVE", "RETIRED"]
    assert decision(memory, apply(memory, 501)).version == 1
    assert memory.refusal(RollBackRules(SCENE, "again"), PUBLISHER) == NothingLive(SCENE)


def test_what_cannot_be_is_refused(memory: Stage) -> None:
    ruled_product(memory)
    first = approved(memory)
    assert memory.refusal(ReleaseRuleSet(scene=SCENE, version=first), PUBLISHER) == NothingLive(SCENE)
    again = sample()
    same = DraftRuleSet(scene=SCENE, document=again.document, cases=again.cases)
    assert memory.refusal(same, AUTHOR) == RuleSetAtFault(
        f"{SCENE}/1", "the document and cases are those of this version"
    )
    memory.done(PromoteRuleSet(scene=SCENE, version=first), PUBLISHER)
    approved(memory, stricter())
    # A second version goes through a gray release, there is one at a time, and it ends by a word.
    assert memory.refusal(PromoteRuleSet(scene=SCENE, version=2), PUBLISHER) == RuleSetNotInState(
        f"{SCENE}/2", "promote", "APPROVED"
    )
    memory.done(ReleaseRuleSet(scene=SCENE, version=2), PUBLISHER)
    approved(memory, sample())
    assert memory.refusal(ReleaseRuleSet(scene=SCENE, version=3), PUBLISHER) == GrayTaken(SCENE, 2)
    memory.done(StopRuleSet(scene=SCENE, version=2, reason="enough"), PUBLISHER)
    memory.done(ReleaseRuleSet(scene=SCENE, version=3), PUBLISHER)


def test_nobody_approves_their_own_version_whatever_their_role(memory: Stage) -> None:
    wrote = Actor("li.lei", Role.ANALYST)
    given = sample()
    memory.done(DraftRuleSet(scene=SCENE, document=given.document, cases=given.cases), wrote)
    put_forward(memory, 1)
    assert memory.refusal(ApproveRuleSet(scene=SCENE, version=1), PUBLISHER) == OwnRuleSet(f"{SCENE}/1", "li.lei")


def test_the_engine_gives_the_same_answer_each_time() -> None:
    engine, rules = ZenRules(), attrs.evolve(sample(), version=9)
    values = {"instalment_to_income": 20, "loans_settled": 2}
    assert len({repr(engine.timed(rules, values).answer) for _ in range(20)}) == 1
    with pytest.raises(RulesBroken):
        engine.timed(sample("{}"), values)
