"""Reconciliation of large days: statement files read, matching on columns, and the run to what is recorded."""
