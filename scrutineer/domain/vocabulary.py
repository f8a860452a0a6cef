"""The base of every enumeration: a stable code for the file, a label for people.

A code is never changed once a record has been written with it; a label may be, and is the same on
screen and in Word.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Term(StrEnum):
    """A word of the trade. Declared as `RAISED = "raised", "Raised"`: code, then label."""

    label: str

    def __new__(cls, code: str, label: str = "") -> Self:
        term = str.__new__(cls, code)
        term._value_ = code
        term.label = label
        return term
