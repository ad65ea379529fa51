"""The platform under simulated days: actors, faults and invariants, deterministic by seed."""
