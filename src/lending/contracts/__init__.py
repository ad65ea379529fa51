"""Contracts: what was agreed, and by whom it was accepted."""
