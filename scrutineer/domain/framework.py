"""Frameworks as versioned data: what scrutiny is held against, read from small TOML files.

A file gives `code`, `edition`, `title`, `source` and `[[items]]`, each with `code`, `title` and, if wanted,
`question`. A new edition is a new file. What is wrong with a file is said in a sentence that names the place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from scrutineer.domain.entity import Entity, narrative, said
from scrutineer.domain.toml_file import Asked, Malformed
from scrutineer.domain.vocabulary import Term

_CODE = re.compile(r"[A-Z0-9_]{1,40}")
_EDITION = re.compile(r"[\w.–-]{1,40}")
_ITEM = re.compile(r"[\w.-]{1,40}")
_AT_MOST = 200      # items of one framework: more could neither be judged nor printed


class MalformedFramework(Malformed):
    """A file of a framework cannot be read as one; the sentence says where and what is wrong."""

    title = "This framework could not be read"


class Use(Term):
    """What the items of a framework are for; in a file, the key `use` (judgement unless said)."""

    JUDGEMENT = "judgement", "To be judged"
    CONFIRMATION = "confirmation", "To be confirmed, or not"


class ItemRef(NamedTuple):
    """Names one item of one edition of a framework, as records keep it: `SIX_STEPS_2019@2019:3`."""

    framework: str
    edition: str
    item: str

    @classmethod
    def parse(cls, text: str) -> ItemRef | None:
        """The reference that a text is, or None."""
        found = re.fullmatch(rf"({_CODE.pattern})@({_EDITION.pattern}):({_ITEM.pattern})", text)
        return cls(*found.groups()) if found else None

    def __str__(self) -> str:
        return f"{self.framework}@{self.edition}:{self.item}"


@dataclass(frozen=True)
class FrameworkItem:
    """One item: its code within the framework, its title, and the question that it asks ("" for none)."""

    code: str
    title: str
    question: str = ""


@dataclass(frozen=True)
class Framework:
    """One edition of one framework. `purpose` says in a sentence what it is for, `short` how lists call it."""

    code: str
    edition: str
    title: str
    source: str
    items: tuple[FrameworkItem, ...]
    purpose: str = ""
    short: str = ""
    use: Use = Use.JUDGEMENT

    @property
    def name(self) -> str:
        """`SIX_STEPS_2019@2019`, by which a partnership chooses it."""
        return f"{self.code}@{self.edition}"

    @property
    def called(self) -> str:
        """The name that lists use."""
        return self.short or self.title

    @property
    def age(self) -> tuple[tuple[bool, int, str], ...]:
        """A key by which editions of one framework sort, the newest last: numbers count as numbers."""
        parts = re.findall(r"\d+|\D+", self.edition)
        return tuple((part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts)

    def ref(self, item: FrameworkItem) -> str:
        """The reference by which records name an item of this edition."""
        return str(ItemRef(self.code, self.edition, item.code))

    def item(self, code: str) -> FrameworkItem | None:
        """The item with this code, if there is one."""
        return next((one for one in self.items if one.code == code), None)


def parse(text: str | bytes, file_name: str) -> Framework:
    """The framework that a TOML text describes, or the bytes of its file.

    Raises MalformedFramework, with the file and the line for a syntax error, or the table and the key
    otherwise, and what is wrong.
    """
    asked = Asked.read(text, file_name, MalformedFramework)
    asked.nothing_but("code", "edition", "title", "short", "source", "purpose", "use", "items")
    items = tuple(_item(one) for one in asked.tables("items", _AT_MOST))
    asked.no_code_twice("items", [one.code for one in items])
    return Framework(
        code=asked.matching("code", _CODE, "capital letters, digits and _"),
        edition=asked.matching("edition", _EDITION, "letters, digits, dots and dashes, without spaces"),
        title=asked.text("title"), source=asked.text("source"), items=items,
        purpose=asked.text("purpose", is_required=False), short=asked.text("short", is_required=False),
        use=Use(asked.one_of("use", tuple(use.value for use in Use))),
    )


def _item(asked: Asked) -> FrameworkItem:
    asked.nothing_but("code", "title", "question")
    code = asked.matching("code", _ITEM, "letters, digits, dots and dashes, without spaces")
    return FrameworkItem(code, asked.text("title"), asked.text("question", is_required=False))


@dataclass(frozen=True, kw_only=True)
class LocalFramework(Entity):
    """A framework that this record brought in: the TOML text of its file, so that it travels with the record."""

    file_name: str = said("File", required=True)
    text: str = narrative("The file", required=True)


@dataclass(frozen=True, kw_only=True)
class LocalWording(Entity):
    """How this partnership words one item of one edition of a framework."""

    framework_item: str = said("Framework item", required=True)
    text: str = narrative("Our wording", required=True)
