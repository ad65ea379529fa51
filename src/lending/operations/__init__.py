"""Running the business: the accounting day, the calendar, job runs, proposals."""
