"""How many decisions the rules make in a second with warm variables, and a rehearsal on 10,000 past decisions."""

import json
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import timedelta
from pathlib import Path

import attrs
from zen import ZenEngine

from lending.application.store import Changes, StoredReceipt, Write
from lending.kernel.ids import RequestId
from lending.origination.ids import ApplicationId
from lending.risk.decisions import RiskDecision
from lending.risk.ports import DECISIONS
from lending.risk.rule_commands import RuleSetMoved
from lending.risk.variables import VARIABLES, Collected, Type
from lending_adapters.privacy import Keyring
from lending_adapters.rules import ZenRules
from lending_adapters.rules.rehearsing import rehearse
from lending_adapters.stores import OpenStore, open_store
from tests.benchmarks.figure import Figure
from tests.benchmarks.timing import rates_of
from tests.support.ruling import SCENE, sample
from tests.support.samples import AT

ROUNDS, DECIDED, PAST, AT_ONCE = 5, 5_000, 10_000, 1_000


def asked(number: int) -> RiskDecision:
    """A decision like no other: every variable is known."""
    variables = tuple(
        Collected(
            name=variable.name,
            number=number % (17 + place) if variable.type is Type.NUMBER else None,
            text=f"{variable.name} {number}" if variable.type is Type.TEXT else None,
            source=variable.source,
            at=AT,
        )
        for place, variable in enumerate(VARIABLES)
    )
    return RiskDecision(
        application_id=ApplicationId.make(RequestId(f"asked-{number}"), 0).value,
        scene=SCENE,
        version=1,
        gray=False,
        variables=variables,
        asked_at=AT + timedelta(seconds=number),
    )


def bench_decisions() -> Iterable[Figure]:
    """From variables to an answer with its rows, against the engine that only evaluates."""
    rules, engine = sample(), ZenRules()
    plain = ZenEngine({"loader": {"type": "static", "content": {"rules": json.loads(rules.document)}}})
    values = [asked(number).values for number in range(DECIDED)]
    rates = rates_of(
        {
            "ours": lambda: [engine.timed(rules, each) for each in values],
            "plain": lambda: [plain.evaluate("rules", each) for each in values],
        },
        DECIDED,
        ROUNDS,
    )
    yield Figure(
        name="decisions by rules, warm variables",
        value=rates["ours"],
        unit="decisions/s",
        peer="zen-engine alone, untraced",
        peer_value=rates["plain"],
        detail=f"{DECIDED} decisions of the handbook's rules, each with its rows, best of {ROUNDS}",
    )


def bench_rehearsal() -> Iterable[Figure]:
    """`lending rules rehearse` on SQLite: past decisions read, decided again and compared."""
    rules, engine = sample(), ZenRules()
    with tempfile.TemporaryDirectory() as folder:
        url, environment = f"sqlite:///{Path(folder) / 'past.db'}", {"LENDING_KEYRING": Keyring.generate().text}
        store = open_store(url, upgrade=True, environment=environment)
        for writes in _written(engine):
            receipt = StoredReceipt(RequestId(f"past-{writes[0].value.application_id[-20:]}"), "past", "", MOVED)
            store.commit(Changes(writes=tuple(writes), relied_on=(), events=(), outbox=(), receipt=receipt))
        seconds = _timed(store, engine)
        store.close()
    yield Figure(
        name="rehearsal on 10,000 past decisions",
        value=seconds,
        unit="s",
        peer="30 s, the bound",
        peer_value=30.0,
        detail=f"{PAST} decisions of {rules.id} read from SQLite, decided again and compared",
    )


MOVED = RuleSetMoved(SCENE, 1, "LIVE")


def _written(engine: ZenRules) -> Iterator[list[Write[RiskDecision]]]:
    rules = sample()
    for start in range(0, PAST, AT_ONCE):
        decisions = (asked(number) for number in range(start, start + AT_ONCE))
        answered = (held.answered(engine.timed(rules, held.values).answer, "", 40) for held in decisions)
        yield [Write(DECISIONS, attrs.evolve(held, events=()), 0) for held in answered]


def _timed(store: OpenStore, engine: ZenRules) -> float:
    began = time.perf_counter()
    found = rehearse(store, engine, sample(), PAST, "bench", AT)
    assert (found.report.decisions, found.report.changed) == (PAST, 0)
    return time.perf_counter() - began
