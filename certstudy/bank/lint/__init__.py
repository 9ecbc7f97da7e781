"""Rules that find flaws in questions: each a small pure function on values, run by `report`."""
