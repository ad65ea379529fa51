"""What Alembic runs: the steps, on the connection and in the transaction that `migrating` opened."""

from typing import Any, Literal

from alembic import context
from sqlalchemy import Text


def _render(kind: str, item: Any, _context: Any) -> str | Literal[False]:
    """Text columns are written as steps are to write them."""
    return "text()" if kind == "type" and isinstance(item, Text) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=context.config.attributes.get("metadata"),
    render_item=_render,
    transactional_ddl=False,
)
context.run_migrations()
