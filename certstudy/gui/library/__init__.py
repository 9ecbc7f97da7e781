"""The library: every question to search, filter, read, mark and practise."""
