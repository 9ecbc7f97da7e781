"""The learner's record in one SQLite file: append-only answers, and totals that derive from them."""
