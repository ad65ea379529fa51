"""Rules for tests: the version that the handbook shows, live on a stage, and documents a change away from it."""

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import attrs

from lending.application.call import Actor, Role
from lending.products.commands import PublishProduct
from lending.products.ports import PRODUCTS
from lending.risk.rule_commands import (
    ApproveRuleSet,
    DraftRuleSet,
    PromoteRuleSet,
    RecordRehearsal,
    RecordValidation,
    SubmitRuleSet,
)
from lending.risk.rule_sets import RuleCase, RuleRehearsal, RuleSet
from lending_adapters.rules.reading import cases_beside, read_rules
from tests.support.platform import SYSTEM, Stage
from tests.support.samples import AT

__all__ = [
    "AUTHOR",
    "DOCUMENT",
    "PUBLISHER",
    "RULED",
    "SCENE",
    "approved",
    "changed",
    "live",
    "put_forward",
    "ruled_product",
    "sample",
]

SCENE = "cash-loan"
RULED = "ruled-cash"
"""The product that rules decide on: small cash in all else."""
AUTHOR, PUBLISHER = Actor("han.meimei", Role.ANALYST), Actor("li.lei", Role.PRODUCT_MANAGER)
DOCUMENT = Path(__file__).parents[2] / "docs" / "how-to" / "rules" / "cash-loan.json"


@cache
def _files() -> tuple[str, tuple[RuleCase, ...]]:
    return read_rules(DOCUMENT, cases_beside(DOCUMENT))


def sample(text: str | None = None, cases: tuple[RuleCase, ...] | None = None) -> RuleSet:
    """The handbook's version as a draft, or one with another document or other cases."""
    document, listed = _files()
    return RuleSet(
        scene=SCENE,
        version=1,
        document=document if text is None else text,
        cases=listed if cases is None else cases,
        author=AUTHOR.id,
    )


def changed(change: Callable[[dict[str, dict[str, Any]], dict[str, Any]], object]) -> str:
    """The document after `change` of its nodes by name, and of the whole."""
    whole = json.loads(_files()[0])
    change({node["name"]: node for node in whole["nodes"]}, whole)
    return json.dumps(whole)


def approved(stage: Stage, rules: RuleSet | None = None) -> int:
    """A version that is approved; its number."""
    given = rules or sample()
    drafted = stage.done(DraftRuleSet(scene=SCENE, document=given.document, cases=given.cases), AUTHOR)
    put_forward(stage, drafted.version)
    stage.done(ApproveRuleSet(scene=SCENE, version=drafted.version), PUBLISHER)
    return drafted.version


def put_forward(stage: Stage, version: int) -> None:
    """Carry a draft as far as its author can: recorded as valid and rehearsed, whatever it says, and submitted."""
    of: dict[str, Any] = {"scene": SCENE, "version": version}
    stage.done(RecordValidation(**of, findings=()), SYSTEM)
    report = RuleRehearsal(decisions=0, changed=0, passed_before=0, passed_after=0, faults=0, by="t", at=AT)
    stage.done(RecordRehearsal(**of, rehearsal=report), SYSTEM)
    stage.done(SubmitRuleSet(**of), AUTHOR)


def live(stage: Stage, rules: RuleSet | None = None) -> int:
    """The scene's first version, live, and a product that is decided by it; the version's number."""
    ruled_product(stage)
    version = approved(stage, rules)
    stage.done(PromoteRuleSet(scene=SCENE, version=version), PUBLISHER)
    return version


def ruled_product(stage: Stage) -> None:
    """Put it on offer."""
    held = stage.platform.store.load(PRODUCTS, "small-cash")
    assert held is not None
    product = attrs.evolve(held.value, code=RULED, version=1, rules=SCENE, active_loans_max=10)
    stage.done(PublishProduct(product), SYSTEM)
