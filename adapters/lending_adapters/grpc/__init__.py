"""The platform over gRPC: a server around any bus, and a bus that asks such a server."""
