"""How each kind of question is answered: one widget for a task, the same before and after the verdict."""
