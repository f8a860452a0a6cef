"""The screen “actions”."""
