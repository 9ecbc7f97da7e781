"""Foreign formats from real files."""
