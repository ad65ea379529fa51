"""Payments: money out to payees and in from customers, through channels that may leave us in doubt."""
