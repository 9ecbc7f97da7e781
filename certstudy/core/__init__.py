"""The domain: frozen values and pure functions, without Qt, SQL, YAML, clock, randomness or files."""
