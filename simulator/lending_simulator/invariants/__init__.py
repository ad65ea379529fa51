"""What must hold whatever happens: one list of named functions."""

from lending_simulator.invariants.commits import AT_COMMIT
from lending_simulator.invariants.days import AT_DAY
from lending_simulator.invariants.ends import AT_END
from lending_simulator.invariants.evidence import Evidence, Invariant
from lending_simulator.invariants.referee import Referee, Violation

__all__ = ["AT_COMMIT", "AT_DAY", "AT_END", "NAMES", "TOLD", "Evidence", "Invariant", "Referee", "Violation"]

TOLD = ("nothing_crashes", "a_request_asked_twice_is_answered_once", "what_was_done_is_never_refused")
"""What actors tell of when they meet it."""

NAMES = (*(check.__name__ for check in (*AT_COMMIT, *AT_DAY, *AT_END)), *TOLD)
"""Every invariant by name."""
