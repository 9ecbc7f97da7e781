"""Practice: choosing a session, answering with feedback, the summary at its end."""
