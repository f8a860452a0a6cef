"""The screen “challenges”."""
