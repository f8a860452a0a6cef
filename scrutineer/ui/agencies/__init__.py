"""The screen “agencies”."""
