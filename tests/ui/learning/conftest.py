"""Learning is tried on the same visit as activities are."""

from tests.ui.activities.conftest import parent, police, visit

__all__ = ["parent", "police", "visit"]
