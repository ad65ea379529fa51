"""Rules on zen-engine: JDM documents run, checked, rehearsed on past decisions, watched (风控中台)."""

from lending_adapters.rules.engine import ZenRules

__all__ = ["ZenRules"]
