"""Statement files (对账文件): read with every fault told by its line, and written as a channel would."""

from lending_adapters.statements.reading import StatementFile
from lending_adapters.statements.writing import write_statement

__all__ = ["StatementFile", "write_statement"]
