"""Origination: from the application to the contract."""
