"""The screen “assurance”."""
