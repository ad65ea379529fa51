"""The page around the charts."""

from collections.abc import Iterable
from html import escape
from pathlib import Path
from statistics import median
from string import Template
from typing import Any

from lending_simulator.report import figures
from lending_simulator.result import SimulationResult, TimeSeries
from lending_simulator.summary import CASH, span, summary, within
from lending_simulator.summary import figure as yuan

__all__ = ["report_html", "write_report"]

FILE = "report.html"
PAGE = Path(__file__).with_name("page.html")
CONFIG = {"displayModeBar": False, "responsive": True}
PERCENT = 100


def write_report(result: SimulationResult, out: Path) -> Path:
    """Write `report.html` into the folder `out`; it needs nothing beside itself."""
    out.mkdir(parents=True, exist_ok=True)
    path = out / FILE
    path.write_text(report_html(result), encoding="utf-8")
    return path


def report_html(result: SimulationResult) -> str:
    """The whole page."""
    from plotly.offline import get_plotlyjs  # noqa: PLC0415 - four megabytes that only a page needs

    series, config = result.series, result.config
    return Template(PAGE.read_text(encoding="utf-8")).substitute(
        plotly=get_plotlyjs(),
        days=config.days,
        first=series.days[0].day.isoformat(),
        last=series.days[-1].day.isoformat(),
        dealers=config.dealers,
        customers=config.customers,
        seed=config.seed,
        faults_level=config.faults,
        store=escape(result.store.split("://")[0]),
        verdict=_verdict(result),
        cards="".join(_card(*card) for card in _cards(result)),
        by_hour=_drawn(figures.applications_by_hour(series)),
        outcomes=_drawn(figures.outcomes(series)),
        portfolio=_drawn(figures.portfolio(series)),
        money=_drawn(figures.money(series)),
        contention=_drawn(figures.contention(series)),
        faults=_drawn(figures.faults(result)) if result.faults else "<p>无 none</p>",
        commands=_commands(result),
        invariants=_invariants(result),
        violations=_violations(result),
        summary=escape(summary(result)),
        digest=result.digest,
    )


def _drawn(chart: Any) -> str:
    drawn: str = chart.to_html(full_html=False, include_plotlyjs=False, config=CONFIG)
    return drawn


def _verdict(result: SimulationResult) -> str:
    checked = sum(check.checked for check in result.invariants.values())
    if result.sound:
        return f'<span class="good">{checked:,} 次核对，全部成立 · {checked:,} checks, all held</span>'
    broken = sum(check.violated for check in result.invariants.values())
    return f'<span class="bad">{broken:,} 处不成立 · {broken:,} of {checked:,} checks failed</span>'


def _cards(result: SimulationResult) -> Iterable[tuple[str, str, str, str]]:
    series, money = result.series, result.money
    submitted = sum(series.applications.values())
    paid = series.applications.get("PAID", 0) + series.applications.get("DELIVERED", 0)
    conflicts = sum(count.conflicts for count in result.commands.values())
    share = f"{PERCENT * paid / submitted:.0f} %" if submitted else "–"
    yield "进件", "applications", f"{submitted:,}", f"放款率 {share} paid out"
    yield "放款", "paid out", _short(yuan(money.disbursed)), f"{sum(series.loans.values()):,} 笔 loans"
    yield "还款", "repaid", _short(yuan(money.repaid)), f"结清 {series.loans.get('SETTLED', 0)} 笔 settled"
    yield "贷款余额", "outstanding", _short(yuan(money.outstanding)), "本金 principal"
    yield "到账", "time to money", *_waits(series)
    yield "命令", "commands", f"{result.executed:,}", f"交错 {result.interleavings:,} interleavings"
    yield "冲突", "conflicts", f"{conflicts:,}", "均已重试 all run again"
    yield "故障", "faults injected", f"{sum(result.faults.values()):,}", f"{len(result.faults)} 种 kinds"


def _waits(series: TimeSeries) -> tuple[str, str]:
    """How long half of the cash loans take, and most of the car loans."""
    cash = [hours for product, hours in series.hours_to_money if product.startswith(CASH)]
    cars = [hours for product, hours in series.hours_to_money if not product.startswith(CASH)]
    note = f"现金贷中位数 median cash · 车贷九成 90 % of car loans {span(within(cars, 90))}" if cars else "median cash"
    return (span(median(cash)) if cash else "–"), note


def _short(text: str) -> str:
    """Without the fen."""
    return text.rpartition(".")[0]


def _card(chinese: str, english: str, value: str, note: str) -> str:
    return (
        f'<div class="card"><div class="label">{chinese} <span>{english}</span></div>'
        f'<div class="value">{escape(value)}</div><div class="note">{escape(note)}</div></div>'
    )


def _commands(result: SimulationResult) -> str:
    rows = sorted(result.commands.items(), key=lambda item: (-item[1].ok - item[1].refused, item[0]))
    return "".join(
        f"<tr><td>{name}</td><td>{count.ok:,}</td><td>{count.refused:,}</td>"
        f"<td>{count.conflicts:,}</td><td>{count.failed:,}</td></tr>"
        for name, count in rows
    )


def _invariants(result: SimulationResult) -> str:
    return "".join(
        f"<tr><td>{name.replace('_', ' ')}</td><td>{check.checked:,}</td>"
        f'<td class="{"bad" if check.violated else "good"}">{check.violated:,}</td></tr>'
        for name, check in result.invariants.items()
    )


def _violations(result: SimulationResult) -> str:
    if result.sound:
        return ""
    items = "".join(f"<li>{escape(str(violation))}</li>" for violation in result.violations)
    heading = "<h2>不成立之处 <span>Violations</span></h2>"
    return f'<section class="wide">{heading}<ul class="violations">{items}</ul></section>'
