"""`lending replay`: one loan's terms and actions in, its schedule, balances and journal out."""

from lending_entrypoints.replay.render import line_of, tables_of
from lending_entrypoints.replay.run import Replayed, replay_lines, replay_text

__all__ = ["Replayed", "line_of", "replay_lines", "replay_text", "tables_of"]
