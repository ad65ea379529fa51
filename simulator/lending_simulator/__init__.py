"""The simulator: the platform under simulated days, deterministic by seed.

`simulate` runs one world and judges it, `sweep` many; `summary` says in words what a run came to, and
`lending_simulator.report.write_report` draws it. Importing this opens no database and draws no chart.
"""

from lending_simulator.calendar import calendar_of
from lending_simulator.config import Habits, SimulationConfig
from lending_simulator.result import SimulationResult
from lending_simulator.simulation import StoreNotEmpty, simulate
from lending_simulator.summary import summary
from lending_simulator.sweep import SweepResult, sweep

__all__ = [
    "Habits",
    "SimulationConfig",
    "SimulationResult",
    "StoreNotEmpty",
    "SweepResult",
    "calendar_of",
    "simulate",
    "summary",
    "sweep",
]
