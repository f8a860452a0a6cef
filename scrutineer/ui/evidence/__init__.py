"""The screen “evidence”."""
