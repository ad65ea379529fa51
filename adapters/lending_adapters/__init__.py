"""What the core's ports are made of: stores, transports, vendors, and the shipped book."""
