"""Frameworks as versioned data: what scrutiny is held against, read from small TOML files.

A file gives `code`, `edition`, `title`, `source` and `[[items]]`, each with `code`, `title` and, if wanted,
`question`. A new edition is a new file. What is wrong with a file is said in a sentence that names the place.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import Any, NamedTuple

from scrutineer.domain.entity import Entity, narrative, said
from scrutineer.domain.errors import ScrutineerError

_CODE = re.compile(r"[A-Z0-9_]{1,40}")
_EDITION = re.compile(r"[\w.–-]{1,40}")
_ITEM = re.compile(r"[\w.-]{1,40}")
_AT_MOST = {"title": 300, "source": 600, "purpose": 600, "question": 600}      # characters of each text


class MalformedFramework(ScrutineerError):
    """A file of a framework cannot be read as one; the sentence says where and what is wrong."""

    title = "This framework could not be read"


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
    """One edition of one framework. `purpose` says in a sentence what it is for, where the file does."""

    code: str
    edition: str
    title: str
    source: str
    items: tuple[FrameworkItem, ...]
    purpose: str = ""

    @property
    def name(self) -> str:
        """`SIX_STEPS_2019@2019`, by which a partnership chooses it."""
        return f"{self.code}@{self.edition}"

    def ref(self, item: FrameworkItem) -> str:
        """The reference by which records name an item of this edition."""
        return str(ItemRef(self.code, self.edition, item.code))


def parse(text: str, file_name: str) -> Framework:
    """The framework that a TOML text describes.

    Raises MalformedFramework, with the file and the line for a syntax error, or the table and the key
    otherwise, and what is wrong.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise MalformedFramework(_syntax(error, file_name, text)) from error
    asked = _Asked(file_name, "the file", table)
    asked.nothing_but({"code", "edition", "title", "source", "purpose", "items"})
    items = [_item(one, place, file_name) for place, one in enumerate(asked.tables("items"), start=1)]
    repeated = next((one.code for one in items if [other.code for other in items].count(one.code) > 1), None)
    if repeated:
        asked.refuse("items", f"the code “{repeated}” stands there more than once")
    return Framework(
        code=asked.matching("code", _CODE, "capital letters, digits and _"),
        edition=asked.matching("edition", _EDITION, "letters, digits, dots and dashes, without spaces"),
        title=asked.text("title"), source=asked.text("source"),
        purpose=asked.text("purpose", is_required=False), items=tuple(items),
    )


def _item(table: Any, place: int, file_name: str) -> FrameworkItem:
    asked = _Asked(file_name, f"items, number {place}", table)
    asked.nothing_but({"code", "title", "question"})
    code = asked.matching("code", _ITEM, "letters, digits, dots and dashes, without spaces")
    return FrameworkItem(code, asked.text("title"), asked.text("question", is_required=False))


def _syntax(error: tomllib.TOMLDecodeError, file_name: str, text: str) -> str:
    place = re.search(r"\(at line (\d+), column \d+\)", str(error))
    line = place.group(1) if place else str(text.count("\n") + 1)
    what = re.sub(r"\s*\(at [^)]*\)", "", str(error))
    return f"“{file_name}”, line {line}: {what[:1].lower()}{what[1:]}."


class _Asked:
    """One table of a file, asked for its keys; every refusal names the file, the table and the key."""

    def __init__(self, file_name: str, name: str, table: Any) -> None:
        self._file_name = file_name
        self._name = name
        if not isinstance(table, dict):
            raise MalformedFramework(f"“{file_name}”, {name}: this should be a table with keys of its own.")
        self._table = table

    def refuse(self, key: str, what: str) -> None:
        """Raise MalformedFramework about one key."""
        raise MalformedFramework(f"“{self._file_name}”, {self._name}, {key}: {what}.")

    def nothing_but(self, keys: set[str]) -> None:
        """Refuse a key that nobody would read: it is likely a slip of the pen."""
        strange = sorted(self._table.keys() - keys)
        if strange:
            self.refuse(strange[0], f"this key is not known; there may be {', '.join(sorted(keys))}")

    def text(self, key: str, *, is_required: bool = True) -> str:
        """The text of a key on one line; "" when it may be missing and is."""
        value = self._table.get(key, "" if not is_required else None)
        if value is None:
            self.refuse(key, "this is missing")
        if not isinstance(value, str):
            self.refuse(key, "this should be text in quotation marks")
        words = " ".join(str(value).split())
        if is_required and not words:
            self.refuse(key, "this is empty")
        limit = _AT_MOST.get(key, 40)
        if len(words) > limit:
            self.refuse(key, f"this may have {limit} characters and has {len(words):,}")
        return words

    def matching(self, key: str, pattern: re.Pattern[str], allowed: str) -> str:
        """A code: a short text of certain characters."""
        words = self.text(key)
        if not pattern.fullmatch(words):
            self.refuse(key, f"“{words}” should be made of {allowed}")
        return words

    def tables(self, key: str) -> list[Any]:
        """A list of tables, at least one."""
        value = self._table.get(key)
        if not isinstance(value, list) or not value:
            self.refuse(key, "at least one [[items]] is needed")
        return list(value or ())


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
