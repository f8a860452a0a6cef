"""The screen “meetings”."""
