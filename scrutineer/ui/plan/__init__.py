"""The screen “plan”."""
