"""Stored text: frozen values of the domain as stable JSON, with the schema version each was written in."""

from lending_adapters.codec.codec import Codec, Encoded
from lending_adapters.codec.errors import NotStorable, NotUnderstood
from lending_adapters.codec.upcasting import UPCASTERS, Upcaster

__all__ = ["UPCASTERS", "Codec", "Encoded", "NotStorable", "NotUnderstood", "Upcaster"]
