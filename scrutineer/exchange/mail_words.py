"""The words of an e-mail as a person reads them: what mail programs wrap around them goes.

HTML is taken apart by one pattern that looks at each character a fixed number of times, because the
standard library's html.parser takes minutes over a megabyte that was made to stop it. Nothing is
fetched, and nothing here knows what a header is.
"""

from __future__ import annotations

import codecs
import re
from html import unescape

from scrutineer.domain.text import clean

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")

# A quoted attribute may hold “>”, but no mark reaches across the next “<”: so each is found in one go.
_MARK = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^<>]*>"
    r"|<(?P<end>/?)(?P<name>[a-z][a-z0-9:_-]*+)(?=[\s/>])"
    r"(?P<rest>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+')*+|[^<>]*+)>",
    re.IGNORECASE | re.DOTALL,
)
_ENDLESS_NUMBER = re.compile(r"&#\d{8,};?")      # beyond any character; Python refuses to count so far
_HIDDEN = {"script", "style", "title", "template"}
_LINES = {"div", "tr", "dt", "dd", "address", "section", "article", "header", "footer", "center"}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre", "hr", "ul", "ol", "dl"}
_CLOSE_SET = ("mso", "elementtoproof")      # Outlook’s paragraphs that follow without a gap

_CHARSETS = ("utf", "ascii", "iso8859", "cp", "koi8", "mac", "gb", "big5", "euc", "shift_jis", "iso2022", "hz", "johab")


def tidy(text: str) -> str:
    """Text with plain spaces, without invisible marks, and with never more than one empty line."""
    spaced = _SPACE.sub(" ", _INVISIBLE.sub("", clean(text)))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in spaced.split("\n"))).strip()


def decoded(data: bytes, charset: str) -> str:
    """Bytes as text in the character set they claim, else UTF-8, else as Windows wrote them; never refused."""
    for name in (charset, "utf-8"):
        try:
            known = codecs.lookup(name[:40]).name
            if known == "iso8859-1":
                known = "cp1252"      # what is called Latin-1 comes from Windows
            if known.startswith(_CHARSETS):
                return data.decode(known)
        except (LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def plain(html: str) -> str:
    """HTML as plain words: lines, paragraphs, lists and the cells of a row apart, all else dropped."""
    page, hidden, at = _Page(), "", 0
    for mark in _MARK.finditer(html):
        if not hidden:
            page.say(html[at:mark.start()])
        at = mark.end()
        name = (mark["name"] or "").lower()
        if hidden:
            hidden = "" if mark["end"] and name == hidden else hidden
        elif name in _HIDDEN and not mark["end"]:
            hidden = name
        else:
            page.mark(name, bool(mark["end"]), mark["rest"] or "")
    if not hidden:
        page.say(html[at:])
    lines = tidy("".join(page.words)).split("\n")
    return "\n".join(re.sub(" {2,}", " ", line).strip() for line in lines)


class _Page:
    """Words as they are laid out; the line ends that marks ask for are owed until the next word comes."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self._owed = 0
        self._fresh = False      # nothing said yet in this list item or this cell of a row
        self._cells = 0
        self._numbers: list[int | None] = []
        self._as_set = 0      # inside how many <pre>

    def say(self, text: str) -> None:
        if not text:
            return
        flat = text if self._as_set else re.sub(r"[ \t\r\n\f]+", " ", text)
        if not flat.strip(" "):
            flat = " " if not (self._owed or self._fresh) else ""
        elif self._owed or self._fresh:
            self._end_lines()
            flat = flat.lstrip(" ")
        self.words.append(unescape(_ENDLESS_NUMBER.sub("", flat)))

    def mark(self, name: str, is_end: bool, rest: str) -> None:
        if name == "br":
            self._owed += not self._fresh
        elif name == "li" and not is_end:
            self._begin_item()
        elif name in {"td", "th"} and not is_end:
            self._begin_cell()
        elif name in _PARAGRAPHS or name in _LINES:
            if not self._fresh or name == "tr":
                is_close = is_end or name in _LINES or self._numbers or any(word in rest.lower() for word in _CLOSE_SET)
                self._owed = max(self._owed, 1 if is_close else 2)
            self._note(name, is_end)

    def _note(self, name: str, is_end: bool) -> None:
        if name == "tr":
            self._cells, self._fresh = 0, False
        elif name in {"ul", "ol"} and not is_end:
            self._numbers.append(0 if name == "ol" else None)
        elif name in {"ul", "ol"} and self._numbers:
            self._numbers.pop()
        elif name == "pre":
            self._as_set = max(0, self._as_set + (-1 if is_end else 1))

    def _begin_item(self) -> None:
        self._owed = max(self._owed, 1)
        self._end_lines()
        number = self._numbers[-1] if self._numbers else None
        if number is not None:
            self._numbers[-1] = number + 1
        self.words.append("- " if number is None else f"{number + 1}. ")
        self._fresh = True

    def _begin_cell(self) -> None:
        if self._cells:
            self._owed = 0
            self.words.append("\t")
        self._end_lines()
        self._cells, self._fresh = self._cells + 1, True

    def _end_lines(self) -> None:
        self.words.append("\n" * self._owed)
        self._owed, self._fresh = 0, False
