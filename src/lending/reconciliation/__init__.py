"""Reconciliation (对账): our records against a channel's statement, and against our own books."""
