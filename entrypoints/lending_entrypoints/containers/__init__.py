"""Wiring, one small container per concern. Only entrypoints build them; nothing is injected by decoration."""

from lending_entrypoints.containers.app import App, open_app

__all__ = ["App", "open_app"]
