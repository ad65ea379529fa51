"""Those who act: customers, advisors, dealers, channels, workers, the end of day. Each is a strand of the loom."""
