"""The screen “learning”."""
