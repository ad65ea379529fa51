"""The charts. Each says one thing, in Chinese and English."""

from collections.abc import Sequence
from datetime import timedelta

import plotly.graph_objects as go

from lending_simulator.report.palette import (
    AMBER,
    BLUE,
    DAY_OFF,
    GREEN,
    GREY,
    LIGHT_BLUE,
    LIGHT_GREEN,
    RED,
    TEAL,
    VIOLET,
    layout,
)
from lending_simulator.result import DayRow, SimulationResult, TimeSeries

__all__ = ["applications_by_hour", "contention", "faults", "money", "outcomes", "portfolio"]

FEN_PER_WAN = 1_000_000
"""Fen in ten thousand yuan (万元)."""
HOURS = 24
FAULT_HEIGHT = 34
BY_HOUR = {"type": "category", "title": "时 hour of the day", "showgrid": False}
ONE_DAY = timedelta(days=1)
DAY_MS = 24 * 3_600_000

OUTCOMES = (
    ("PAID", "已放款 paid out", GREEN),
    ("DELIVERED", "已提车 picked up", LIGHT_GREEN),
    ("REJECTED", "已拒绝 rejected", RED),
    ("CANCELLED", "已取消 cancelled", GREY),
    ("EXPIRED", "已过期 lapsed", AMBER),
    ("PAYING", "放款中 being paid", TEAL),
    ("PAYOUT_REVIEW", "放款审核 payout reviewed", TEAL),
    ("SIGNED", "待活体 face to be shown", BLUE),
    ("CONFIRMED", "待签约 to be signed", BLUE),
    ("APPROVED", "已报价 offer open", LIGHT_BLUE),
    ("MANUAL_REVIEW", "人工审核 left to a person", VIOLET),
    ("SUBMITTED", "审核中 in review", VIOLET),
)

KINDS: tuple[tuple[str, str, frozenset[str]], ...] = (
    (
        "申请 applying",
        BLUE,
        frozenset(
            {"RegisterCustomer", "SubmitApplication", "AssessApplication", "ConfirmOffer", "ExpireOffer"}
            | {"CancelApplication", "AcceptContract", "RefuseContract"}
        ),
    ),
    ("渠道回报 channel answers", AMBER, frozenset({"RecordPayoutAnswer", "RecordDeductionAnswer"})),
    ("还款 repaying", TEAL, frozenset({"RepayLoan", "SettleLoan"})),
    ("日终 end of day", RED, frozenset({"SwitchDay", "GenerateDues", "AccrueInterest", "RequestDeductions"})),
    ("其他 others", GREY, frozenset()),
)
"""What commands are about; the last takes all that no other names."""


def applications_by_hour(series: TimeSeries) -> go.Figure:
    """When in the day people apply."""
    hours = [f"{hour:02d}" for hour in range(len(series.submitted_by_hour))]
    bars = go.Bar(x=hours, y=series.submitted_by_hour, marker_color=BLUE, hovertemplate="%{y}<extra></extra>")
    shape = layout(300, xaxis=BY_HOUR, showlegend=False)
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
    """Conflicts by hour and by what was under way."""
    hours = [f"{hour:02d}" for hour in range(HOURS)]
    sums = {label: [0] * HOURS for label, _, _ in KINDS}
    for command, counts in series.conflicts_by_hour.items():
        label = next(label for label, _, commands in KINDS if not commands or command in commands)
        sums[label] = [before + count for before, count in zip(sums[label], counts, strict=True)]
    bars = [
        go.Bar(x=hours, y=sums[label], name=label, marker_color=colour, hovertemplate="%{y}")
        for label, colour, _ in KINDS
        if any(sums[label])
    ]
    shape = layout(320, barmode="stack", xaxis=BY_HOUR)
    shape["legend"]["traceorder"] = "normal"
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
    return _ranking(names, [count for _, count in rows], [RED] * len(rows), 60 + FAULT_HEIGHT * len(rows))


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
    shapes = [
        {
            "type": "rect",
            "xref": "x",
            "yref": "paper",
            "x0": f"{day.isoformat()} 00:00",
            "x1": f"{(day + ONE_DAY).isoformat()} 00:00",
            "y0": 0,
            "y1": 1,
            "fillcolor": DAY_OFF,
            "line": {"width": 0},
            "layer": "below",
        }
        for day in series.days_off
    ]
    first, last = series.days[0].day.isoformat(), series.days[-1].day.isoformat()
    figure.update_layout(shapes=shapes)
    figure.update_xaxes(type="date", showgrid=False, tickformat="%m-%d", range=[f"{first} 00:00", f"{last} 23:59"])
    figure.update_traces(xperiod=DAY_MS, xperiodalignment="middle")
    return figure
