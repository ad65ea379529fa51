"""`lending`: the command line."""

from lending_entrypoints.cli.program import main, run

__all__ = ["main", "run"]
