"""Risk: what is known of an applicant, and the rules that weigh it."""
