"""A store in memory, with the concurrency of a database: for embedding, tests and simulations."""

from lending_adapters.memory.store import MemoryStore

__all__ = ["MemoryStore"]
