"""Tried on the same record as challenges are."""

from tests.ui.challenges.conftest import begun, room

__all__ = ["begun", "room"]
