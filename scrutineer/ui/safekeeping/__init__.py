"""The screen “safekeeping”."""
