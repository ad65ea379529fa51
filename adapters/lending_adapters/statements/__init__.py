"""Statement files (对账文件): their form, and writing them as a channel does."""

from lending_adapters.statements.writing import write_statement

__all__ = ["write_statement"]
