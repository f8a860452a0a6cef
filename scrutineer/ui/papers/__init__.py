"""The screen “papers”."""
