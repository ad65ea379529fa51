"""`lending rules`: a version goes all its way by the command line, beside a platform that decides by it meanwhile."""

import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from lending.customers.commands import RegisterCustomer
from lending.kernel.money import Money
from lending.origination.commands import SubmitApplication
from lending.risk.rule_commands import GetDecision, ReleaseRuleSet
from tests.e2e.test_deciding import OPENED, apply, apply_young
from tests.support.command_line import CommandLine
from tests.support.desk import person
from tests.support.platform import Stage, staged
from tests.support.ruling import DOCUMENT, PUBLISHER, RULED, changed, live, ruled_product

pytestmark = [
    pytest.mark.requirement(
        "R43", command=("lending rules validate", "lending rules publish", "lending rules promote")
    ),
    pytest.mark.requirement("R44", command="lending rules rehearse"),
    pytest.mark.requirement("R45", command=("lending rules gray", "lending rules rollback")),
    pytest.mark.requirement("R46", command="lending rules monitor"),
]

JSON = ("--format", "json")
CASES = DOCUMENT.with_name("cash-loan.cases.toml")


@pytest.fixture
def database(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'rules.db'}"


@pytest.fixture
def running(database: str) -> Iterator[Stage]:
    """A platform that is open on the database while verbs work on it."""
    with staged(database, OPENED) as stage:
        ruled_product(stage)
        yield stage


def decided(stage: Stage, serial: int) -> str:
    """Somebody applies; by which version it was decided, and how."""
    customer = stage.done(RegisterCustomer(person(serial))).customer_id
    asked = SubmitApplication(customer_id=customer, product=RULED, amount=Money.parse("6000.00"), instalments=12)
    made = stage.answer(GetDecision(stage.done(asked).application_id.value), PUBLISHER)
    assert made.answer is not None
    return f"{made.version} {made.answer.decision.value}"


def carried(lending: CommandLine, database: str, document: Path, version: str) -> None:
    """From the file to approved."""
    on = ("--database", database, *JSON)
    drafted = lending("rules", "draft", document, "--scene", "cash-loan", "--cases", CASES, "--as", "han.meimei", *on)
    assert drafted.document == {"scene": "cash-loan", "version": int(version[-1]), "state": "DRAFT"}, drafted.err
    assert lending("rules", "validate", version, *on).document == {"valid": True, "faults": []}
    assert lending("rules", "rehearse", version, "--as", "han.meimei", *on).status == 0
    assert lending("rules", "submit", version, "--as", "han.meimei", *on).document["state"] == "IN_REVIEW"
    own = lending("rules", "publish", version, "--as", "han.meimei", *on)
    assert own.status == 1
    assert "OWN_RULE_SET" in own.err
    assert lending("rules", "publish", version, "--as", "li.lei", *on).document["state"] == "APPROVED"


def test_a_version_goes_from_its_file_to_live_and_back(
    lending: CommandLine, database: str, running: Stage, tmp_path: Path
) -> None:
    on = ("--database", database, *JSON)
    carried(lending, database, DOCUMENT, "cash-loan/1")
    assert lending("rules", "promote", "cash-loan/1", *on).document["state"] == "LIVE"
    assert [decided(running, serial) for serial in range(1, 9)] == ["1 APPROVE"] * 8
    # A second version lends more; on what was decided so far it changes every limit and no decision.
    second = tmp_path / "second.json"
    second.write_text(changed(lambda nodes, _: nodes["Tiers"]["content"]["rules"][1].update({"out2": "30000"})))
    carried(lending, database, second, "cash-loan/2")
    out = tmp_path / "diff.json"
    rehearsed = lending("rules", "rehearse", "cash-loan/2", "--out", out, *on).document
    assert (rehearsed["decisions"], rehearsed["changed"], rehearsed["moves"]) == (
        8,
        8,
        [{"before": "APPROVE", "after": "APPROVE", "decisions": 8}],
    )
    assert len(json.loads(out.read_text())["decisions_changed"]) == 8
    # By the platform's clock, which is set; the verb goes by the machine's.
    running.done(ReleaseRuleSet(scene="cash-loan", version=2, percent=50, samples=3, drift_max=0), PUBLISHER)
    seen = [decided(running, serial) for serial in range(10, 30)]
    assert set(seen) == {"1 APPROVE", "2 APPROVE"}
    early = lending("rules", "promote", "cash-loan/2", *on)
    assert (early.status, "GRAY_NOT_PROVEN" in early.err) == (1, True)
    running.work(timedelta(minutes=1))
    assert lending("rules", "promote", "cash-loan/2", *on).document["state"] == "LIVE"
    assert decided(running, 40) == "2 APPROVE"
    listed = lending("rules", "list", "--scene", "cash-loan", *on).document["rule_sets"]
    assert [(one["version"], one["state"], one["author"], one["approver"]) for one in listed] == [
        (1, "RETIRED", "han.meimei", "li.lei"),
        (2, "LIVE", "han.meimei", "li.lei"),
    ]
    back = lending("rules", "rollback", "cash-loan", "--reason", "too generous", *on).document
    assert back == {"scene": "cash-loan", "version": 1, "state": "LIVE"}
    assert decided(running, 41) == "1 APPROVE"
    shown = lending("rules", "show", "cash-loan/2", *on).document
    assert (shown["state"], shown["reason"], shown["gray"]["percent"]) == ("RETIRED", "too generous", 50)


def test_what_is_decided_is_watched_and_explained(lending: CommandLine, database: str, running: Stage) -> None:
    on = ("--database", database, *JSON)
    live(running)
    applied = [apply(running, 1), apply(running, 2, income="1150.00"), apply_young(running)]
    (watched,) = lending("rules", "monitor", "cash-loan", *on).document["versions"]
    assert (watched["version"], watched["decisions"], watched["passed_percent"], watched["faults"]) == (
        1,
        {"APPROVE": 1, "REFER": 1, "REJECT": 1},
        33,
        0,
    )
    assert watched["rows"] == {"Referrals/young": 1, "Rejections/income": 1, "Tiers/b": 2, "Tiers/c": 1}
    assert watched["unknown"] == {"dealer": 3, "financed_percent": 3, "vehicle_price": 3}
    assert 0 < watched["micros_p50"] <= watched["micros_p95"]
    later = lending("rules", "monitor", "cash-loan", "--since", "2024-01-06", *on).document
    assert later == {"scene": "cash-loan", "versions": []}
    told = lending("rules", "explain", applied[1].value, "--replay", *on)
    assert (told.status, told.document["replays"], told.document["decision"]) == (0, True, "REJECT")
    assert told.document["words"][:2] == [
        "Version 1 of cash-loan rejects, for INSTALMENT_TO_INCOME.",
        "The tier is C.",
    ]
    assert "INSTALMENT_TO_INCOME" in lending("rules", "explain", applied[1].value, "--database", database).out
    assert "Tiers/b" in lending("rules", "monitor", "cash-loan", "--database", database).out


def test_what_rules_leave_to_a_person_is_listed_and_two_decide(
    lending: CommandLine, database: str, running: Stage
) -> None:
    on = ("--database", database, *JSON)
    live(running)
    fine, young = apply(running, 1), apply_young(running)
    everything = lending("applications", "list", *on).document
    assert everything["counts"] == {"APPROVED": 1, "MANUAL_REVIEW": 1}
    waiting = lending("applications", "list", "--status", "MANUAL_REVIEW", *on).document["applications"]
    assert [(each["id"], each["reasons"], each["offered"]) for each in waiting] == [(young.value, ["YOUNG"], None)]
    assert lending("applications", "show", fine.value, *on).document["offered"] == "6000.00"
    word = ("applications", "review", young.value, "APPROVE", "--reason", "her employer vouches", "--as", "han.meimei")
    proposal = lending(*word, *on).document["proposal"]
    own = lending("applications", "agree", proposal, "--as", "han.meimei", *on)
    assert (own.status, "MAKER_IS_CHECKER" in own.err) == (1, True)
    assert lending("applications", "agree", proposal, "--as", "li.lei", *on).document["carried_out"] is True
    assert lending("applications", "show", young.value, *on).document["status"] == "APPROVED"
    late = lending(*word, *on).document["proposal"]
    refused = lending("applications", "agree", late, "--as", "li.lei", *on)
    assert (refused.status, "APPLICATION_NOT_IN_STATUS" in refused.err) == (1, True)
    shown = lending("applications", "show", young.value, "--database", database)
    assert (shown.status, "APPROVED" in shown.out) == (0, True)
    assert lending("applications", "list", "--status", "SOMEWHERE", *on).status == 2
    assert lending("applications", "review", young.value, "MAYBE", "--reason", "x", *on).status == 2


def test_a_gray_release_ends_by_a_word(lending: CommandLine, database: str, running: Stage, tmp_path: Path) -> None:
    on = ("--database", database, *JSON)
    live(running)
    second = tmp_path / "second.json"
    second.write_text(changed(lambda nodes, _: nodes["Tiers"]["content"]["rules"][1].update({"out2": "30000"})))
    carried(lending, database, second, "cash-loan/2")
    gray = ("rules", "gray", "cash-loan/2", "--percent", "50", "--samples", "3", "--drift", "0")
    assert lending(*gray, *on).document["state"] == "GRAY"
    stopped = lending("rules", "stop", "cash-loan/2", "--reason", "enough", *on).document
    assert stopped["state"] == "STOPPED"
    again = lending("rules", "rehearse", "cash-loan/2", *on)
    assert (again.status, again.err.strip()) == (0, "not kept with cash-loan/2, which is STOPPED")
    assert {decided(running, serial) for serial in range(1, 12)} == {"1 APPROVE"}


def test_faults_are_told_with_their_place(lending: CommandLine, tmp_path: Path) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text(changed(lambda nodes, _: nodes["Rejections"]["content"]["rules"][1].update({"in2": "> 'x'"})))
    told = lending("rules", "validate", bad, "--cases", CASES, *JSON)
    assert told.status == 1
    assert told.document == {
        "valid": False,
        "faults": [
            {
                "place": "Rejections/income, instalment_to_income",
                "fault": "> 'x': 'x' stands in a column of type NUMBER",
            }
        ],
    }
    shown = lending("rules", "validate", bad, "--cases", CASES)
    assert "Rejections/income" in shown.out
    tried = lending("rules", "test", DOCUMENT, *JSON)
    assert tried.status == 0
    assert tried.document["cases"][0] == {
        "case": "in arrears with us",
        "expected": "REJECT PAST_DUE",
        "came": "REJECT PAST_DUE",
        "rows": ["Rejections/past-due", "Tiers/b"],
    }


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("cases = 3", "cases.toml: other than [[cases]]"),
        ('[[cases]]\nname = "a"\ndecision = "MAYBE"', "cases[0].decision: 'MAYBE' is not valid"),
        ('[[cases]]\nname = "a"\ndecision = "REJECT"\nreasons = "x"', "cases[0].reasons"),
        ('[[cases]]\nname = "a"\ndecision = "REJECT"\ninputs = { age = 1.5 }', "cases[0].inputs.age: 1.5 is not valid"),
        ('[[cases]]\nname = ""\ndecision = "REJECT"', "cases[0].name"),
        ('[[cases]]\nname = "a"\nverdict = "REJECT"', "cases[0]"),
        ("[[cases]\n", "cases.toml: line 1"),
    ],
)
def test_a_file_of_cases_at_fault_is_told_with_its_place(
    lending: CommandLine, tmp_path: Path, text: str, fault: str
) -> None:
    cases = tmp_path / "cases.toml"
    cases.write_text(text)
    told = lending("rules", "validate", DOCUMENT, "--cases", cases)
    assert told.status == 2
    assert any(fault in error for error in told.errors), told.errors


def test_what_is_not_there_is_told(lending: CommandLine, database: str, running: Stage, tmp_path: Path) -> None:
    on = ("--database", database)
    assert "RULE_SET_NOT_FOUND" in lending("rules", "show", "cash-loan/9", *on).err
    assert "RULE_SET_NOT_FOUND" in lending("rules", "rehearse", "cash-loan/9", *on).err
    assert lending("rules", "promote", "cash-loan", *on).status == 2
    assert lending("rules", "validate", tmp_path / "nothing.json", *on).status == 2
    assert "NOTHING_LIVE" in lending("rules", "rollback", "cash-loan", "--reason", "x", *on).err
    assert "DECISION_NOT_FOUND" in lending("rules", "explain", "app_nobody", *on).err
    assert lending("rules", "list", *on, *JSON).document == {"rule_sets": []}
    assert running.asked
