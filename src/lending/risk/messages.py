"""What is asked of the rules outside any transaction."""

import attrs

from lending.application.commands import Message

__all__ = ["CountGray", "EvaluateRules"]


@attrs.frozen
class EvaluateRules(Message):
    """Run the version that was chosen for an application over what was collected."""

    application_id: str


@attrs.frozen
class CountGray(Message):
    """Count what the gray version of a scene and the live one have decided since it began."""

    scene: str
    version: int
