"""Content packs for tests: a small one about another exam, and made-up ones of any size."""
