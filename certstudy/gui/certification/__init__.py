"""The path to the certification: what is held, until when, what changed."""
