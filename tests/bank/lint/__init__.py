"""The rules for questions, each with a sample that it catches and one that it lets through."""
