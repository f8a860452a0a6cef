"""The statements that people are asked about to begin with, read from a small file that comes with the program."""

from __future__ import annotations

from scrutineer.domain.culture import CultureAspect, CultureStatement
from scrutineer.domain.toml_file import Asked

_MOST = 40


def parse(data: bytes, file_name: str) -> tuple[CultureStatement, ...]:
    """The statements of a file, in their order. Raises Malformed with the place and what is wrong."""
    asked = Asked.read(data, file_name)
    asked.nothing_but("statements")
    found = []
    for place, one in enumerate(asked.tables("statements", _MOST)):
        one.nothing_but("aspect", "title")
        aspect = CultureAspect(one.one_of("aspect", tuple(CultureAspect)))
        found.append(CultureStatement(aspect=aspect, text=one.text("title"), place=place))
    return tuple(found)
