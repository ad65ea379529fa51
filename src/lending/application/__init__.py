"""How a command walks through the house: commands, calls, the bus, the unit of work and its store."""
