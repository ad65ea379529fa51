"""Version 1 of the wire contract: protobuf package `lending.v1`."""
