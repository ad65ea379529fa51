"""`lending simulate`: the platform under simulated days."""

import typer

__all__ = ["simulate"]


def simulate() -> None:
    """Run simulated days."""
    raise typer.Exit(1)
