"""The ways in: command line, server and worker."""
