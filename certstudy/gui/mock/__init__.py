"""The mock exam: set-up, the exam room, the result."""
