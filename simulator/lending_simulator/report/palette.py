"""Colours, the same thing always in the same one, and how every chart is laid out."""

from typing import Any

__all__ = [
    "AMBER",
    "BLUE",
    "DAY_OFF",
    "GREEN",
    "GREY",
    "INK",
    "LIGHT_BLUE",
    "LIGHT_GREEN",
    "RED",
    "TEAL",
    "VIOLET",
    "layout",
]

INK = "#1f2933"
GREY = "#8a94a0"
LINES = "#e6e9ed"
DAY_OFF = "#f2eee3"
BLUE = "#27567f"
TEAL = "#3a9188"
AMBER = "#dc9a33"
RED = "#c2513f"
GREEN = "#4f8a4c"
LIGHT_BLUE = "#7fa6c9"
LIGHT_GREEN = "#8fbf87"
VIOLET = "#7a6ca8"

FONT = "'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Segoe UI', sans-serif"


def layout(height: int, **more: Any) -> dict[str, Any]:
    """What all charts have in common."""
    axis = {"gridcolor": LINES, "zerolinecolor": LINES, "automargin": True, "ticks": ""}
    common: dict[str, Any] = {
        "height": height,
        "font": {"family": FONT, "size": 13, "color": INK},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 8, "r": 12, "t": 34, "b": 8},
        "legend": {"orientation": "h", "x": 0, "y": 1.02, "yanchor": "bottom", "xanchor": "left"},
        "hovermode": "x unified",
        "bargap": 0.25,
        "xaxis": axis | more.pop("xaxis", {}),
        "yaxis": axis | more.pop("yaxis", {}),
    }
    return common | more
