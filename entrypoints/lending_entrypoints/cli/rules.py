"""`lending rules`: how a version of rules goes from a draft to live, and back."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from lending_entrypoints.cli.asking import done
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, progress, remark, table

if TYPE_CHECKING:
    from lending.application.call import Actor
    from lending.application.commands import Command
    from lending.risk.rule_commands import RuleSetMoved
    from lending.risk.rule_sets import RuleFault, RuleSet
    from lending_adapters.rules.rehearsing import Rehearsed
    from lending_entrypoints.containers import App

__all__ = [
    "draft",
    "gray",
    "promote",
    "publish",
    "rehearse",
    "rollback",
    "stop",
    "submit",
    "tried",
    "validate",
]

WRONG = 1
VERSION = typer.Argument(help="Scene and version, such as cash-loan/3.")
TARGET = typer.Argument(help="A file, or scene and version, such as cash-loan/3.")
CASES = typer.Option(None, "--cases", help="The file with test cases; NAME.cases.toml beside the document otherwise.")
AS = typer.Option(None, "--as", help="Who does it; whoever is logged in otherwise. Nobody publishes what they wrote.")


def draft(
    document: Path = typer.Argument(help="A JDM document, as the open editor of GoRules saves it."),
    scene: str = typer.Option(help="The scene that the rules are for: what a product names as its rules."),
    cases: Path | None = CASES,
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Keep a document with its test cases as the next version of a scene's rules.

    Example: lending rules draft cash-loan.json --scene cash-loan --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import DraftRuleSet
    from lending_adapters.rules.reading import cases_beside, read_rules

    text, listed = read_rules(document, cases or cases_beside(document))
    given = Given()
    command = given.value("", lambda: DraftRuleSet(scene=scene, document=text, cases=listed))
    given.check()
    assert command is not None, "checked"
    with opened(database) as app:
        _tell(done(app, command, _person(who)), form)


def validate(
    target: str = TARGET, cases: Path | None = CASES, database: str | None = DATABASE, form: Format = FORM
) -> None:
    """Check rules: syntax, types, ways that lead nowhere, test cases, and that each row is reached by one of them.

    A file is checked and nothing kept; of a version it is kept, and without faults the version is valid. Exit 1 where
    anything is wrong, each fault with its place.

    Example: lending rules validate cash-loan.json
    """
    from lending.risk.rule_commands import RecordValidation
    from lending_adapters.rules import ZenRules
    from lending_adapters.rules.checking import check

    path = Path(target)
    if path.is_file():
        _told(check(_of_file(path, cases), ZenRules()), target, form)
        return
    of = _parsed(target)
    with opened(database) as app:
        found = check(_stored(app, *of), ZenRules())
        done(app, RecordValidation(scene=of[0], version=of[1], findings=found))
    _told(found, target, form)


def tried(
    target: str = TARGET, cases: Path | None = CASES, database: str | None = DATABASE, form: Format = FORM
) -> None:
    """Run the test cases of rules, and show what each came to and by which rows.

    Example: lending rules test cash-loan.json
    """
    from lending_adapters.rules import ZenRules

    path = Path(target)
    if path.is_file():
        rules = _of_file(path, cases)
    else:
        of = _parsed(target)
        with opened(database) as app:
            rules = _stored(app, *of)
    document = _cases(rules, ZenRules())
    rows = [(each["case"], each["expected"], each["came"], ", ".join(each["rows"])) for each in document]
    emit(form, {"cases": document}, table(target, ("case", "expected", "came to", "rows"), rows, left=4))
    raise typer.Exit(WRONG if any(each["expected"] != each["came"] for each in document) else 0)


def rehearse(
    version: str = VERSION,
    last: int = typer.Option(10_000, min=1, max=1_000_000, help="Over so many past decisions at most, the latest."),
    out: Path | None = typer.Option(None, help="A JSON file for the report with each decision that differs."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Run a version over past decisions of its scene (风控预演): nothing live is touched.

    The report is kept with a version that is valid and not yet submitted; of any other it is told only.

    Example: lending rules rehearse cash-loan/3 --out diff.json --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import RecordRehearsal
    from lending.risk.rule_sets import REHEARSED_IN
    from lending_adapters.rules import ZenRules
    from lending_adapters.rules.rehearsing import rehearse as rehearsed
    from lending_entrypoints.clock import SystemClock

    scene, number = _parsed(version)
    with opened(database) as app, progress() as shown:
        rules, store = _stored(app, scene, number), app.storage().store()
        task = shown.add_task("rehearsing", total=None)
        now, by = SystemClock().now(), _person(who).id
        found = rehearsed(store, ZenRules(), rules, last, by, now, lambda: shown.advance(task))
        if rules.state in REHEARSED_IN:
            done(app, RecordRehearsal(scene=scene, version=number, rehearsal=found.report))
        else:
            remark(f"not kept with {version}, which is {rules.state.value}")
    document = _rehearsal(found)
    if out is not None:
        _write(out, {**document, "decisions_changed": _changed(found)})
    rows = [(move["before"], move["after"], str(move["decisions"])) for move in document["moves"]]
    title = f"{version}: {found.report.changed} of {found.report.decisions} decisions come out otherwise"
    emit(form, document, table(title, ("before", "after", "decisions"), rows, left=2))


def submit(version: str = VERSION, who: str | None = AS, database: str | None = DATABASE, form: Format = FORM) -> None:
    """Put a rehearsed version before another person.

    Example: lending rules submit cash-loan/3 --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import SubmitRuleSet

    scene, number = _parsed(version)
    _do(SubmitRuleSet(scene=scene, version=number), who, database, form)


def publish(version: str = VERSION, who: str | None = AS, database: str | None = DATABASE, form: Format = FORM) -> None:
    """Approve a version that another person wrote: from now on it may be released.

    Example: lending rules publish cash-loan/3 --as li.lei --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import ApproveRuleSet

    scene, number = _parsed(version)
    _do(ApproveRuleSet(scene=scene, version=number), who, database, form)


def gray(
    version: str = VERSION,
    percent: int = typer.Option(10, min=1, max=99, help="For so many of a hundred customers it decides."),
    samples: int = typer.Option(200, min=1, help="After so many decisions it may be live."),
    drift: int = typer.Option(10, min=0, max=100, help="So many percentage points its pass rate may differ."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Let a version decide for some customers, the same ones each time, beside the live one (灰度).

    It is counted every minute, and stops by itself when its pass rate is too far from the live version's.

    Example: lending rules gray cash-loan/3 --percent 10 --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import ReleaseRuleSet

    scene, number = _parsed(version)
    command = ReleaseRuleSet(scene=scene, version=number, percent=percent, samples=samples, drift_max=drift)
    _do(command, who, database, form)


def promote(version: str = VERSION, who: str | None = AS, database: str | None = DATABASE, form: Format = FORM) -> None:
    """Make a version the live one of its scene: out of its gray release once proven, or as the scene's first.

    A running server decides by it from the next application on.

    Example: lending rules promote cash-loan/3 --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import PromoteRuleSet

    scene, number = _parsed(version)
    _do(PromoteRuleSet(scene=scene, version=number), who, database, form)


def stop(
    version: str = VERSION,
    reason: str = typer.Option(help="Why."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """End a version's gray release: the live one decides for all again, at once.

    Example: lending rules stop cash-loan/3 --reason "too many referred" --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import StopRuleSet

    scene, number = _parsed(version)
    _do(StopRuleSet(scene=scene, version=number, reason=reason), who, database, form)


def rollback(
    scene: str = typer.Argument(help="The scene, such as cash-loan."),
    reason: str = typer.Option(help="Why."),
    who: str | None = AS,
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Make the version live again that was so before, at once.

    Example: lending rules rollback cash-loan --reason "rejects everybody" --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import RollBackRules

    given = Given()
    command = given.value("", lambda: RollBackRules(scene, reason))
    given.check()
    assert command is not None, "checked"
    _do(command, who, database, form)


def _do(command: "Command[Any, Any]", who: str | None, database: str | None, form: Format) -> None:
    with opened(database) as app:
        _tell(done(app, command, _person(who)), form)


def _tell(moved: "RuleSetMoved", form: Format) -> None:
    document = {"scene": moved.scene, "version": moved.version, "state": moved.state}
    row = (f"{moved.scene}/{moved.version}", moved.state)
    emit(form, document, table("", ("version", "state"), [row], left=2))


def _told(found: "tuple[RuleFault, ...]", target: str, form: Format) -> None:
    document = {"valid": not found, "faults": [{"place": one.place, "fault": one.fault} for one in found]}
    rows = [(one.place, one.fault) for one in found]
    faults = table(f"{target}: {len(found)} faults", ("place", "fault"), rows, left=2)
    emit(form, document, faults if found else f"{target}: nothing is wrong")
    raise typer.Exit(WRONG if found else 0)


def _cases(rules: "RuleSet", engine: Any) -> list[dict[str, Any]]:
    """Each case with what was expected and what it came to."""
    from lending.risk.ports import RulesBroken
    from lending_adapters.rules.checking import inputs_of, said_as

    found = []
    for case in rules.cases:
        rows: tuple[str, ...] = ()
        try:
            answer = engine.timed(rules, inputs_of(case)).answer
            came, rows = said_as(answer.decision, answer.reasons), answer.rows
        except (RulesBroken, ValueError) as fault:
            came = f"fault: {fault}"
        expected = said_as(case.decision, case.reasons)
        found.append({"case": case.name, "expected": expected, "came": came, "rows": list(rows)})
    return found


def _rehearsal(found: "Rehearsed") -> dict[str, Any]:
    report = found.report
    return {
        "decisions": report.decisions,
        "changed": report.changed,
        "passed_before": report.passed_before,
        "passed_after": report.passed_after,
        "faults": report.faults,
        "moves": [
            {"before": before, "after": after, "decisions": count}
            for (before, after), count in sorted(found.moves.items())
        ],
    }


def _changed(found: "Rehearsed") -> list[dict[str, Any]]:
    return [
        {
            "application_id": one.application_id,
            "before": one.before.decision.value,
            "before_reasons": list(one.before.reasons),
            "after": one.after.decision.value if one.after is not None else "FAULT",
            "after_reasons": list(one.after.reasons) if one.after is not None else [one.fault],
        }
        for one in found.changed
    ]


def _write(path: Path, document: dict[str, Any]) -> None:
    import json

    path.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    remark(f"report: {path}")


def _of_file(path: Path, cases: Path | None) -> "RuleSet":
    """A file's rules, as if they were a first version."""
    from lending.risk.rule_sets import RuleSet
    from lending_adapters.rules.reading import cases_beside, read_rules

    text, listed = read_rules(path, cases or cases_beside(path))
    return RuleSet(scene="checked", version=1, document=text, cases=listed, author="")


def _stored(app: "App", scene: str, version: int) -> "RuleSet":
    from lending.risk.ports import RULE_SETS
    from lending.risk.rule_refusals import RuleSetNotFound
    from lending.risk.rule_sets import rule_set_id
    from lending_entrypoints.cli.errors import Refused

    stored = app.storage().store().load(RULE_SETS, rule_set_id(scene, version))
    if stored is None:
        raise Refused(RuleSetNotFound(scene, version))
    rules: RuleSet = stored.value
    return rules


def _parsed(version: str) -> tuple[str, int]:
    """Scene and number of `cash-loan/3`."""
    given = Given()
    scene, _, number = version.rpartition("/")
    if not scene or not (number.isascii() and number.isdigit()) or len(number) > 5:
        given.refuse("version", version, "a file that is there, or scene and version such as cash-loan/3")
    given.check()
    return scene, int(number)


def _person(who: str | None) -> "Actor":
    """Who asks: the one named, or whoever is logged in."""
    import getpass

    from lending.application.call import Actor, Role

    return Actor(who or getpass.getuser(), Role.PRODUCT_MANAGER)
