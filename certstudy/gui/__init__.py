"""The window: pages and widgets over the use cases. The only place that knows Qt."""

import builtins

import PySide6.QtCore  # noqa: F401  # puts its own import in Python's place

# PySide6 reads the source of every module imported after it, to find out whether it asks for other names of Qt's
# functions. None does here, and reading doubles the time and memory of each import.
builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
