"""Pure functions from results of use cases to immutable view values; all learner-facing wording."""
