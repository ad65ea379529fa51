"""Customers: who borrows, and the account they repay from."""
