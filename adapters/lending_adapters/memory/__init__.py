"""A store in memory, with the concurrency of a database, and a platform on it: for embedding, tests and simulations."""

from lending_adapters.memory.platform import MemoryPlatform, memory_platform
from lending_adapters.memory.store import MemoryStore

__all__ = ["MemoryPlatform", "MemoryStore", "memory_platform"]
