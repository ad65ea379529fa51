"""How versions of rules come to life and go: one live and one gray version a scene at most."""

from datetime import timedelta
from typing import TypeVar

from lending.application.call import Call
from lending.application.work import Work
from lending.kernel.outcome import Failure, Outcome, Success
from lending.risk.messages import CountGray
from lending.risk.ports import RULE_SCENES, RULE_SETS
from lending.risk.rule_commands import (
    ApproveRuleSet,
    DraftRuleSet,
    PromoteRuleSet,
    RecordGrayCount,
    RecordRehearsal,
    RecordValidation,
    ReleaseRuleSet,
    RollBackRules,
    RuleSetMoved,
    StopRuleSet,
    SubmitRuleSet,
)
from lending.risk.rule_refusals import (
    GrayNotProven,
    GrayTaken,
    NothingLive,
    OwnRuleSet,
    RuleSetAtFault,
    RuleSetNotFound,
    RuleSetNotInState,
)
from lending.risk.rule_scenes import RuleScene
from lending.risk.rule_sets import Gray, RuleSet, RuleSetState, rule_set_id

__all__ = [
    "approve_rule_set",
    "draft_rule_set",
    "promote_rule_set",
    "record_gray_count",
    "record_rehearsal",
    "record_validation",
    "release_rule_set",
    "roll_back_rules",
    "scene_of",
    "stop_rule_set",
    "submit_rule_set",
]

E = TypeVar("E")

COUNTED_EVERY = timedelta(minutes=1)
"""How often a gray release is held against the live version."""


def draft_rule_set(command: DraftRuleSet, call: Call, work: Work) -> Outcome[RuleSetMoved, RuleSetAtFault]:
    """Keep the draft as the scene's next version. The document of the last version again is no new one."""
    versions = work.matching(RULE_SETS, "scene", command.scene)
    last = max(versions, key=lambda rules: rules.version, default=None)
    draft = RuleSet(
        scene=command.scene,
        version=last.version + 1 if last is not None else 1,
        document=command.document,
        cases=command.cases,
        author=call.actor.id,
    )
    if last is not None and (last.document, last.cases) == (draft.document, draft.cases):
        return Failure(RuleSetAtFault(last.id, "the document and cases are those of this version"))
    work.save(RULE_SETS, draft.drafted())
    return Success(RuleSetMoved(draft.scene, draft.version, draft.state.value))


def record_validation(
    command: RecordValidation, _call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState]:
    """Keep what was found."""
    found = _found(command.scene, command.version, work)
    return found if isinstance(found, Failure) else _kept(found.unwrap().validated(command.findings), work)


def record_rehearsal(
    command: RecordRehearsal, _call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState]:
    """Attach the report."""
    found = _found(command.scene, command.version, work)
    return found if isinstance(found, Failure) else _kept(found.unwrap().rehearsed(command.rehearsal), work)


def submit_rule_set(
    command: SubmitRuleSet, _call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState | RuleSetAtFault]:
    """Ask for another person's word."""
    found = _found(command.scene, command.version, work)
    return found if isinstance(found, Failure) else _kept(found.unwrap().submit(), work)


def approve_rule_set(
    command: ApproveRuleSet, call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState | OwnRuleSet]:
    """The actor is that other person."""
    found = _found(command.scene, command.version, work)
    return found if isinstance(found, Failure) else _kept(found.unwrap().approve(call.actor.id), work)


def release_rule_set(
    command: ReleaseRuleSet, call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState | GrayTaken | NothingLive]:
    """Beside the live version, one at a time; it is counted from now on."""
    found = _found(command.scene, command.version, work)
    if isinstance(found, Failure):
        return found
    scene = scene_of(command.scene, work)
    if scene.gray is not None:
        return Failure(GrayTaken(scene.scene, scene.gray))
    if scene.live is None:
        return Failure(NothingLive(scene.scene))
    since = call.received_at
    gray = Gray(percent=command.percent, samples=command.samples, drift_max=command.drift_max, since=since)
    released = found.unwrap().release(gray)
    if isinstance(released, Success):
        work.save(RULE_SCENES, scene.released(command.version, command.percent))
        work.schedule(since + COUNTED_EVERY, CountGray(command.scene, command.version))
    return _kept(released, work)


def record_gray_count(
    command: RecordGrayCount, call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState]:
    """Keep the count and count again; a version that is stopped by it decides for nobody from this commit on."""
    found = _found(command.scene, command.version, work)
    if isinstance(found, Failure):
        return found
    counted = found.unwrap().counted(command.count)
    if isinstance(counted, Success):
        if counted.unwrap().state is RuleSetState.STOPPED:
            work.save(RULE_SCENES, scene_of(command.scene, work).without_gray())
        else:
            work.schedule(call.received_at + COUNTED_EVERY, CountGray(command.scene, command.version))
    return _kept(counted, work)


def promote_rule_set(
    command: PromoteRuleSet, _call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState | GrayNotProven | NothingLive]:
    """The live version of before retires in the same commit."""
    found = _found(command.scene, command.version, work)
    if isinstance(found, Failure):
        return found
    scene = scene_of(command.scene, work)
    rules = found.unwrap()
    if rules.state is RuleSetState.APPROVED and scene.live is not None:
        return Failure(RuleSetNotInState(rules.id, "promote", rules.state.value))
    promoted = rules.promote()
    if isinstance(promoted, Success):
        if scene.live is not None:
            _retire(scene, f"version {command.version} is live", work)
        work.save(RULE_SCENES, scene.promoted(command.version))
    return _kept(promoted, work)


def stop_rule_set(
    command: StopRuleSet, _call: Call, work: Work
) -> Outcome[RuleSetMoved, RuleSetNotFound | RuleSetNotInState]:
    """The live version decides for all from this commit on."""
    found = _found(command.scene, command.version, work)
    if isinstance(found, Failure):
        return found
    stopped = found.unwrap().stop(command.reason)
    if isinstance(stopped, Success):
        work.save(RULE_SCENES, scene_of(command.scene, work).without_gray())
    return _kept(stopped, work)


def roll_back_rules(
    command: RollBackRules, _call: Call, work: Work
) -> Outcome[RuleSetMoved, NothingLive | RuleSetNotInState]:
    """What was gray was held against the version that goes, and stops with it."""
    scene = scene_of(command.scene, work)
    if scene.live is None or scene.before is None:
        return Failure(NothingLive(command.scene))
    if scene.gray is not None:
        stopped = work.get(RULE_SETS, rule_set_id(scene.scene, scene.gray)).stop("the live version was rolled back")
        assert isinstance(stopped, Success), f"version {scene.gray} of {scene.scene} is gray"
        work.save(RULE_SETS, stopped.unwrap())
    _retire(scene, command.reason, work)
    restored = work.get(RULE_SETS, rule_set_id(scene.scene, scene.before)).restore()
    work.save(RULE_SCENES, scene.rolled_back())
    return _kept(restored, work)


def scene_of(scene: str, work: Work) -> RuleScene:
    """The scene as it stands; one without any version where it is new."""
    return work.find(RULE_SCENES, scene) or RuleScene(scene=scene)


def _retire(scene: RuleScene, reason: str, work: Work) -> None:
    assert scene.live is not None, f"{scene.scene} has a live version"
    retired = work.get(RULE_SETS, rule_set_id(scene.scene, scene.live)).retire(reason)
    assert isinstance(retired, Success), f"version {scene.live} of {scene.scene} is live"
    work.save(RULE_SETS, retired.unwrap())


def _found(scene: str, version: int, work: Work) -> Outcome[RuleSet, RuleSetNotFound]:
    found = work.find(RULE_SETS, rule_set_id(scene, version))
    return Success(found) if found is not None else Failure(RuleSetNotFound(scene, version))


def _kept(moved: Outcome[RuleSet, E], work: Work) -> Outcome[RuleSetMoved, E]:
    if isinstance(moved, Failure):
        return moved
    rules = moved.unwrap()
    work.save(RULE_SETS, rules)
    return Success(RuleSetMoved(rules.scene, rules.version, rules.state.value))
