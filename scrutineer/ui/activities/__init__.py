"""The screen “activities”."""
