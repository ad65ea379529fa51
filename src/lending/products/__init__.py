"""Products as configuration: what may be lent, to whom, on which terms."""
