"""Foreign formats: files that other programs write or read."""
