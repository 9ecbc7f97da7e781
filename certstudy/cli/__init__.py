"""The command line: the same use cases for scripts and authors, without a display."""
