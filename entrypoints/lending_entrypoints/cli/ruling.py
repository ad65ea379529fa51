"""`lending rules list`, `show`, `monitor` and `explain`: what rules there are, and what they decide."""

from datetime import datetime, time
from typing import TYPE_CHECKING, Any

import attrs
import typer

from lending_entrypoints.cli.asking import asked
from lending_entrypoints.cli.books import DATABASE, FORM, opened
from lending_entrypoints.cli.given import Given
from lending_entrypoints.cli.output import Format, emit, table

if TYPE_CHECKING:
    from lending.risk.rule_commands import DecisionView, RuleSetPage, RuleSetView
    from lending_adapters.rules.monitoring import Watched

__all__ = ["explain", "listed", "monitor", "show"]

PAGE = 200
WRONG = 1
HEADINGS = ("version", "state", "author", "approver", "rehearsed", "changed", "gray", "counted")


def listed(
    scene: str = typer.Option("", help="One scene's versions; every scene's where not given."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Versions of rules, and where each stands.

    Example: lending rules list --scene cash-loan --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import ListRuleSets

    given = Given()
    query = given.value("scene", lambda: ListRuleSets(scene=scene, page_size=PAGE))
    given.check()
    assert query is not None, "checked"
    found: list[RuleSetView] = []
    with opened(database) as app:
        while True:
            page: RuleSetPage = asked(app, query)
            found.extend(page.rule_sets)
            if not page.next_after:
                break
            query = attrs.evolve(query, after=page.next_after)
    found.sort(key=lambda view: (view.scene, view.version))
    rows = [_row(view) for view in found]
    emit(form, {"rule_sets": [_document(view) for view in found]}, table("Rules", HEADINGS, rows, left=4))


def show(
    version: str = typer.Argument(help="Scene and version, such as cash-loan/3."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """One version: where it stands, and what its check, its rehearsal and its release found.

    Example: lending rules show cash-loan/3 --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import GetRuleSet

    scene, _, number = version.rpartition("/")
    given = Given()
    query = given.value("version", lambda: GetRuleSet(scene=scene, version=int(number)))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view: RuleSetView = asked(app, query)
    faults = table("Faults", ("place", "fault"), [(one.place, one.fault) for one in view.findings], left=2)
    emit(form, _document(view), table("Rules", HEADINGS, [_row(view)], left=4), *([faults] if view.findings else []))


def monitor(
    scene: str = typer.Argument(help="The scene, such as cash-loan."),
    since: str | None = typer.Option(None, help="Decisions from this day on only."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """What each version decides, how long it takes, how often each row is met and each variable is not known.

    Example: lending rules monitor cash-loan --since 2024-01-05 --database sqlite:///lending.db
    """
    from lending.application.call import CHINA
    from lending_adapters.rules.monitoring import watch

    given = Given()
    day = given.optional_day("since", since)
    given.check()
    with opened(database) as app:
        found = watch(app.storage().store(), scene, None if day is None else datetime.combine(day, time(), CHINA))
    document = {"scene": scene, "versions": [_watched(each) for each in found]}
    emit(form, document, *(_shown(each) for each in found))


def explain(
    application: str = typer.Argument(help="The application's id."),
    replay: bool = typer.Option(False, "--replay", help="Run the version again over what it saw then, and compare."),
    database: str | None = DATABASE,
    form: Format = FORM,
) -> None:
    """Why rules decided of an application as they did, in words and from which facts.

    With --replay the same version is run again over the variables that were kept; exit 1 should it not answer the same.

    Example: lending rules explain app_01HKX… --replay --database sqlite:///lending.db
    """
    from lending.risk.rule_commands import GetDecision

    given = Given()
    query = given.value("application", lambda: GetDecision(application))
    given.check()
    assert query is not None, "checked"
    with opened(database) as app:
        view: DecisionView = asked(app, query)
        same = _replayed(app.storage().store(), application) if replay else None
    document = _explained(view) | ({} if same is None else {"replays": same})
    words = [(word,) for word in view.words]
    if same is not None:
        words.append(("Run again it answers the same." if same else "Run again it answers otherwise!",))
    facts = [(one.name, str(one.number if one.text is None else one.text or ""), one.source) for one in view.variables]
    title = f"{application}: {view.scene}/{view.version}"
    emit(form, document, table(title, ("",), words), table("", ("variable", "value", "source"), facts, left=3))
    raise typer.Exit(WRONG if same is False else 0)


def _replayed(store: Any, application: str) -> bool:
    """Whether the version of then answers the same now."""
    from lending.risk.ports import DECISIONS, RULE_SETS, RulesBroken
    from lending.risk.rule_sets import rule_set_id
    from lending_adapters.rules import ZenRules

    decision = store.load(DECISIONS, application).value
    rules = store.load(RULE_SETS, rule_set_id(decision.scene, decision.version)).value
    try:
        return bool(ZenRules().timed(rules, decision.values).answer == decision.answer)
    except RulesBroken:
        return bool(decision.fault)


def _row(view: "RuleSetView") -> tuple[str, ...]:
    rehearsal, gray = view.rehearsal, view.gray
    return (
        f"{view.scene}/{view.version}",
        view.state,
        view.author,
        view.approver,
        "" if rehearsal is None else str(rehearsal.decisions),
        "" if rehearsal is None else str(rehearsal.changed),
        "" if gray is None else f"{gray.percent} %",
        "" if gray is None else f"{gray.count.gray} of {gray.samples}",
    )


def _document(view: "RuleSetView") -> dict[str, Any]:
    rehearsal, gray = view.rehearsal, view.gray
    return {
        "scene": view.scene,
        "version": view.version,
        "state": view.state,
        "author": view.author,
        "approver": view.approver,
        "digest": view.digest,
        "cases": view.cases,
        "faults": [{"place": one.place, "fault": one.fault} for one in view.findings],
        "rehearsal": None if rehearsal is None else attrs.asdict(rehearsal) | {"at": rehearsal.at.isoformat()},
        "gray": None if gray is None else attrs.asdict(gray) | {"since": gray.since.isoformat()},
        "reason": view.reason,
    }


def _watched(each: "Watched") -> dict[str, Any]:
    return {
        "version": each.version,
        "decisions": dict(sorted(each.decisions.items())),
        "passed_percent": _passed(each),
        "waiting": each.waiting,
        "faults": each.faults,
        "micros_p50": each.percentile(50),
        "micros_p95": each.percentile(95),
        "rows": dict(sorted(each.rows.items())),
        "reasons": dict(sorted(each.reasons.items())),
        "unknown": dict(sorted(each.unknown.items())),
    }


def _shown(each: "Watched") -> Any:
    told = [(f"decided {name}", str(count)) for name, count in sorted(each.decisions.items())]
    told += [("passed, %", str(_passed(each))), ("waiting", str(each.waiting)), ("could not be run", str(each.faults))]
    told += [("half take at most, µs", str(each.percentile(50))), ("95 % take at most, µs", str(each.percentile(95)))]
    told += [(f"row {name}", str(count)) for name, count in sorted(each.rows.items())]
    told += [(f"not known: {name}", str(count)) for name, count in sorted(each.unknown.items())]
    return table(f"Version {each.version}: {each.made} decisions", ("", ""), told)


def _passed(each: "Watched") -> int:
    return each.decisions["APPROVE"] * 100 // each.made if each.made else 0


def _explained(view: "DecisionView") -> dict[str, Any]:
    return {
        "application_id": view.application_id,
        "scene": view.scene,
        "version": view.version,
        "gray": view.gray,
        "decision": None if view.answer is None else view.answer.decision.value,
        "reasons": [] if view.answer is None else list(view.answer.reasons),
        "tier": "" if view.answer is None else view.answer.tier,
        "amount_max": None if view.answer is None else view.answer.amount_max,
        "rows": [] if view.answer is None else list(view.answer.rows),
        "fault": view.fault,
        "micros": view.micros,
        "words": list(view.words),
        "variables": [
            {
                "name": one.name,
                "value": one.number if one.text is None else one.text,
                "source": one.source,
                "at": one.at.isoformat(),
            }
            for one in view.variables
        ],
    }
