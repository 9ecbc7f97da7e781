"""The notes: study notes, glossary and cheat sheets, read beside the questions they belong to."""
