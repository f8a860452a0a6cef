"""What surrounds the text of a Word file: its styles, numbering, headers, footers and properties.

Works on a package that python-docx has opened; what it writes is WordprocessingML from the modules
beside it. Nothing here knows what a block is.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from scrutineer.reports.characters import printable
from scrutineer.reports.word_numbering import LEVELS, Numbering
from scrutineer.reports.word_text import field, paragraph, run

LANGUAGE = "en-GB"

_LIST_STYLES = tuple(f"{name}{level}" for name in ("List Bullet", "List Number", "List Continue")
                     for level in ("", *(f" {number}" for number in range(2, LEVELS + 1))))
PARAGRAPH_STYLES = (
    "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Heading 4", "Body Text", "Numbered Paragraph",
    *_LIST_STYLES, "Quote", "Plain Text", "Caption", "Table Text", "Table Label", "Table Heading", "Table List",
    "Header", "Footer", "TOC Heading", "toc 1", "toc 2", "toc 3", "toc 4",
)
CHARACTER_STYLES = ("Hyperlink", "Inline Code")
TABLE_STYLES = ("Paper Table",)
_LARGE = 14                # points
_LONGEST_PROPERTY = 255    # characters that python-docx lets into a core property

_NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
               'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def fill(part: Any, root: str, xml: str) -> None:
    """Make a part of the package say `xml`, within the root element of that name, and nothing else.

    The root is exchanged as a whole: moving five thousand cells from one tree into another takes far
    longer than parsing them.
    """
    from docx.oxml.parser import parse_xml

    part._element = parse_xml(f"<w:{root} {_NAMESPACES}>{xml}</w:{root}>")


def style_ids(word: Any) -> dict[str, str]:
    """The id of every style that a paper uses, by name. A template that lacks one is given a plain one."""
    from docx.enum.style import WD_STYLE_TYPE

    known = {style.name: style.style_id for style in word.styles}
    wanted = {WD_STYLE_TYPE.PARAGRAPH: PARAGRAPH_STYLES, WD_STYLE_TYPE.CHARACTER: CHARACTER_STYLES,
              WD_STYLE_TYPE.TABLE: TABLE_STYLES}
    return {name: known.get(name) or word.styles.add_style(name, kind).style_id
            for kind, names in wanted.items() for name in names}


def enlarge(word: Any) -> None:
    """Text in large print; headings and tables keep their size."""
    from docx.shared import Pt

    for name in ("Body Text", "Quote"):
        word.styles[name].font.size = Pt(_LARGE)


def number(word: Any, styles: dict[str, str], numbering: Numbering, *, chapters: bool) -> None:
    """Write the lists and link the styles with theirs; chapters and paragraphs only where they are numbered."""
    fill(word.part.numbering_part, "numbering", numbering.definitions(styles))
    for name, instance, level in numbering.linked(chapters=chapters):
        item = word.styles[name].element.get_or_add_pPr().get_or_add_numPr()
        item.get_or_add_ilvl().val = level
        item.get_or_add_numId().val = instance


def headers(word: Any, styles: dict[str, str], head: str, foot: str, mark: str) -> None:
    """Real text at the head and foot of every page: a line above, a note with the page, and the mark."""
    section = word.sections[0]
    if head:
        fill(_own(section.header), "hdr", paragraph(styles["Header"], run(head)))
    note = run(f"{foot} · ") if foot else ""
    pages = f'{note}{run("Page ")}{field("PAGE", "1")}{run(" of ")}{field("NUMPAGES", "1")}'
    marked = paragraph(styles["Footer"], run(mark)) if mark else ""
    fill(_own(section.footer), "ftr", paragraph(styles["Footer"], pages) + marked)


def _own(running: Any) -> Any:
    """The part of a header or footer, made if the template has none."""
    running.is_linked_to_previous = False
    return running.part


def properties(word: Any, title: str, author: str, subject: str, at: datetime) -> None:
    """Set what a file says of itself, so that no library speaks in its stead. `at` is UTC."""
    core = word.core_properties
    core.title, core.author, core.subject = (printable(text)[:_LONGEST_PROPERTY] for text in (title, author, subject))
    core.last_modified_by = core.author
    core.language = LANGUAGE
    core.created = core.modified = at
    core.comments = core.keywords = core.category = ""
    core.revision = 1
