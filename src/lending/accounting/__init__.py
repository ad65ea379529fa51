"""Accounting: the chart, the journal, and the rules that turn business into vouchers."""
