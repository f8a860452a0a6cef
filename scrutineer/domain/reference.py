"""References that are read aloud at meetings: `EX-C-2026-014`.

Partnership, kind, year, number; counted in the file, never reused, gaps allowed. A copy shared for
editing has a letter of its own before the number (`EX-C-2026-B003`), so that two copies never issue
the same one.
"""

from __future__ import annotations

import re
from typing import NamedTuple, Self

_SHAPE = re.compile(r"([A-Z0-9]{2,8})-([A-Z])-(\d{4})-([A-Z]?)(\d{3,6})")


class Reference(NamedTuple):
    """A reference taken apart; `copy` is the letter of a shared copy, or nothing for the first record."""

    partnership: str
    kind: str
    year: int
    copy: str
    number: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a reference as it is printed. Raises ValueError when it is not one."""
        match = _SHAPE.fullmatch(text.strip().upper())
        if not match:
            raise ValueError(f"“{text}” is not a reference such as EX-C-2026-014.")
        partnership, kind, year, copy, number = match.groups()
        return cls(partnership, kind, int(year), copy, int(number))

    def __str__(self) -> str:
        return f"{self.partnership}-{self.kind}-{self.year}-{self.copy}{self.number:03d}"

    @property
    def series(self) -> str:
        """What is counted together: all references that differ in their number alone."""
        return f"{self.kind}-{self.year}-{self.copy}"


def short(reference: str) -> str:
    """The reference without the partnership, as lists show it: `C-2026-014`."""
    return reference.partition("-")[2] or reference
