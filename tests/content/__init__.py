"""The content that ships."""
