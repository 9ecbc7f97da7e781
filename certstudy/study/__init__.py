"""Use cases: one imperative function each, one transaction, returning what changed."""
