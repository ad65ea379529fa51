"""The values every context shares: money, rates, dates, ids, outcomes, refusals and events."""
