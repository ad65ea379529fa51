"""Reconciliation of large days: matching on columns, and the run from a file or the books to what is recorded."""
