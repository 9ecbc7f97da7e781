"""Hostile files, each with what must come of it: `python -m tests.faults.hostile FOLDER` writes them all."""
