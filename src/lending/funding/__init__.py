"""Funding: whose money a loan is, what each funder's part of it comes to, and what is settled with them."""
