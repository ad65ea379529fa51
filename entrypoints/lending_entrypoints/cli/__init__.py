"""`lending`: the command line."""

from lending_entrypoints.cli.running import main, run

__all__ = ["main", "run"]
