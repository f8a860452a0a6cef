"""Word's own numbering: chapters and paragraphs 1, 1.1, bullets, and lists that each begin anew.

What four other programs get wrong is a second list that carries on from the first: here every numbered
list is an instance of its own with its own start. Knows WordprocessingML, not documents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

LEVELS = 5                 # as many as Word has styles called List Bullet and List Number
INDENT = 720               # twentieths of a point: where numbered paragraphs and list items begin
_STEP = 360
_MARKS = "•–•–•"
_HEADINGS, _BULLETS, _NUMBERS, _CELL_BULLETS, _CELL_NUMBERS = range(5)
_SHARED = (_HEADINGS, _BULLETS, _NUMBERS, _CELL_BULLETS)     # the lists 1 to 4


@dataclass
class Numbering:
    """The lists of one document: three that all share, and one for every numbered list."""

    _starts: list[tuple[int, int, int]] = field(default_factory=list)

    def bullets(self, *, in_cell: bool) -> int:
        """The id of the bullet list; bullets need no beginning."""
        return _SHARED.index(_CELL_BULLETS if in_cell else _BULLETS) + 1

    def numbers(self, level: int, start: int, *, in_cell: bool) -> int:
        """The id of a new numbered list that counts from `start` at `level` (0 is the outermost)."""
        self._starts.append((_CELL_NUMBERS if in_cell else _NUMBERS, level, start))
        return len(_SHARED) + len(self._starts)

    def linked(self, *, chapters: bool) -> Iterator[tuple[str, int, int]]:
        """Styles that bring their own list: name, list, level. So what is typed on in Word is numbered too."""
        if chapters:
            yield "Heading 1", 1, 0
            yield "Numbered Paragraph", 1, 1
        for level in range(LEVELS):
            suffix = f" {level + 1}" if level else ""
            yield f"List Bullet{suffix}", 2, level
            yield f"List Number{suffix}", 3, level

    def definitions(self, styles: Mapping[str, str]) -> str:
        """All of it, once everything has been written; `styles` gives the id of a style by its name."""
        chapters = [_level(0, "%1", INDENT, hanging=INDENT, style=styles["Heading 1"]),
                    _level(1, "%1.%2", INDENT, hanging=INDENT, style=styles["Numbered Paragraph"])]
        kinds = [chapters, _bullets(INDENT), _numbers(INDENT), _bullets(_STEP), _numbers(_STEP)]
        return "".join([
            *(f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="multilevel"/>'
              f"{''.join(levels)}</w:abstractNum>" for kind, levels in enumerate(kinds)),
            *(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>{override}</w:num>'
              for number, (kind, override) in enumerate(self._lists(), start=1)),
        ])

    def _lists(self) -> Iterator[tuple[int, str]]:
        yield from ((kind, "") for kind in _SHARED)
        for kind, level, start in self._starts:
            yield kind, (f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>')


def place_in(number: int, level: int) -> str:
    """The paragraph property that makes it an item of that list; 0 takes it out of its style's list."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _bullets(left: int) -> list[str]:
    return [_level(depth, mark, left + depth * _STEP, kind="bullet") for depth, mark in enumerate(_MARKS)]


def _numbers(left: int) -> list[str]:
    return [_level(depth, f"%{depth + 1}.", left + depth * _STEP) for depth in range(LEVELS)]


def _level(depth: int, text: str, left: int, *, hanging: int = _STEP, style: str = "",
           kind: str = "decimal") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{linked}'
            f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr></w:lvl>')
