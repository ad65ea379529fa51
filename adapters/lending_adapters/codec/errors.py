"""What can go wrong between a value and its text."""

__all__ = ["NotStorable", "NotUnderstood"]


class NotStorable(TypeError):
    """A value of a type that the codec was not told of: a bug, found before anything is written."""


class NotUnderstood(ValueError):
    """Stored text that this version of the program cannot read: damaged, or written by a newer one."""
