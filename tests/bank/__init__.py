"""Content packs: reading, compiling, checking."""
