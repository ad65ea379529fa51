"""Flows: where contexts meet. Reactions run in the transaction of their event; the rest is in the outbox."""
