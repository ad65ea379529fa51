"""The charts. Each says one thing, in Chinese and English."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from lending_simulator.report.palette import AMBER, BLUE, DAY_OFF, GREEN, GREY, RED, SERIES, TEAL, layout
from lending_simulator.result import DayRow, SimulationResult, TimeSeries

__all__ = ["applications_by_hour", "contention", "faults", "money", "outcomes", "portfolio"]

FEN_PER_WAN = 1_000_000
"""Fen in ten thousand yuan (万元)."""
NAMED_MAX = 6
HALF_A_DAY_MS = 12 * 3_600_000

OUTCOMES = (
    ("PAID", "已放款 paid out", GREEN),
    ("REJECTED", "已拒绝 rejected", RED),
    ("CANCELLED", "已取消 cancelled", GREY),
    ("EXPIRED", "已过期 lapsed", AMBER),
    ("PAYING", "放款中 being paid", TEAL),
    ("CONFIRMED", "待签约 to be signed", BLUE),
    ("APPROVED", "已报价 offer open", "#5f8fb8"),
    ("SUBMITTED", "审核中 in review", "#7a6ca8"),
)


def applications_by_hour(series: TimeSeries) -> go.Figure:
    """When in the day people apply."""
    hours = [f"{hour:02d}" for hour in range(len(series.submitted_by_hour))]
    bars = go.Bar(x=hours, y=series.submitted_by_hour, marker_color=BLUE, hovertemplate="%{y}<extra></extra>")
    shape = layout(300, xaxis={"type": "category", "title": "时 hour of the day"}, showlegend=False)
    return go.Figure(bars, shape)


def portfolio(series: TimeSeries) -> go.Figure:
    """Principal owed at each day's end."""
    line = go.Scatter(
        x=_days(series.days),
        y=[row.balance / FEN_PER_WAN for row in series.days],
        mode="lines",
        line={"color": BLUE, "width": 2.5},
        fill="tozeroy",
        fillcolor="rgba(39,86,127,0.12)",
        hovertemplate="%{y:,.1f} 万元<extra></extra>",
    )
    return _with_days_off(go.Figure(line, layout(300, yaxis={"title": "万元", "rangemode": "tozero"})), series)


def money(series: TimeSeries) -> go.Figure:
    """Money out above, money in below."""
    days = _days(series.days)
    out = [row.figures.disbursed / FEN_PER_WAN for row in series.days]
    back = [-row.figures.repaid / FEN_PER_WAN for row in series.days]
    figure = go.Figure(
        [
            go.Bar(x=days, y=out, name="放款 paid out", marker_color=AMBER, hovertemplate="%{y:,.1f} 万元"),
            go.Bar(x=days, y=back, name="还款 repaid", marker_color=TEAL, hovertemplate="%{y:,.1f} 万元"),
        ],
        layout(300, barmode="relative", yaxis={"title": "万元"}),
    )
    return _with_days_off(figure, series)


def contention(series: TimeSeries) -> go.Figure:
    """Conflicts by hour, the commands that met most of them by name."""
    ranked = sorted(series.conflicts_by_hour.items(), key=lambda item: (-sum(item[1]), item[0]))
    shown = ranked[:NAMED_MAX]
    rest = [sum(counts) for counts in zip(*(counts for _, counts in ranked[NAMED_MAX:]), strict=True)]
    named: list[tuple[str, Sequence[int]]] = [*shown, *([("其他 others", rest)] if rest else [])]
    hours = [f"{hour:02d}" for hour in range(24)]
    bars = [
        go.Bar(x=hours, y=counts, name=name, marker_color=SERIES[place], hovertemplate="%{y}")
        for place, (name, counts) in enumerate(named)
    ]
    shape = layout(360, barmode="stack", xaxis={"type": "category", "title": "时 hour of the day"})
    return go.Figure(bars, shape)


def outcomes(series: TimeSeries) -> go.Figure:
    """Where applications ended."""
    rows = [row for row in OUTCOMES if series.applications.get(row[0])]
    counts = [series.applications[status] for status, _, _ in rows]
    return _ranking([label for _, label, _ in rows], counts, [colour for _, _, colour in rows], 300)


def faults(result: SimulationResult) -> go.Figure:
    """What was made to go wrong."""
    rows = sorted(result.faults.items(), key=lambda item: (-item[1], item[0]))
    names = [kind.replace("_", " ") for kind, _ in rows]
    return _ranking(names, [count for _, count in rows], [RED] * len(rows), 360)


def _ranking(labels: list[str], counts: list[int], colours: list[str], height: int) -> go.Figure:
    bars = go.Bar(
        y=labels,
        x=counts,
        orientation="h",
        marker_color=colours,
        text=counts,
        textposition="outside",
        cliponaxis=False,
        hoverinfo="skip",
    )
    shape = layout(
        height,
        showlegend=False,
        hovermode=False,
        xaxis={"visible": False, "range": [0, 1.15 * max(counts, default=1)]},
        yaxis={"autorange": "reversed", "gridcolor": "rgba(0,0,0,0)"},
        margin={"l": 8, "r": 36, "t": 8, "b": 8},
    )
    return go.Figure(bars, shape)


def _days(rows: Sequence[DayRow]) -> list[str]:
    return [row.day.isoformat() for row in rows]


def _with_days_off(figure: go.Figure, series: TimeSeries) -> go.Figure:
    """Shade weekends and holidays; make-up workdays stay white."""
    shapes: list[dict[str, Any]] = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": f"{day.isoformat()} 00:00",
            "x1": f"{day.isoformat()} 23:59:59",
            "y0": 0,
            "y1": 1,
            "fillcolor": DAY_OFF,
            "line": {"width": 0},
            "layer": "below",
            "xanchor": day.isoformat(),
        }
        for day in series.days_off
    ]
    for shape in shapes:
        del shape["xanchor"]
    first, last = series.days[0].day.isoformat(), series.days[-1].day.isoformat()
    figure.update_layout(shapes=shapes)
    figure.update_xaxes(type="date", tickformat="%m-%d", range=[f"{first} 00:00", f"{last} 23:59"])
    figure.update_traces(xperiod=2 * HALF_A_DAY_MS, xperiodalignment="middle")
    return figure
