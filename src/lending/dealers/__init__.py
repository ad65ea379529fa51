"""Dealers (4S店): the shops that applications come from and money goes to."""
