"""The plan to the exam, day by day."""
