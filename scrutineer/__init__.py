"""Scrutineer: the record and the papers of the independent Scrutineer of a safeguarding partnership."""

__version__ = "0.1.0"
