"""Portfolios of other systems: the form of their files, how they are read, and how they are taken on."""
