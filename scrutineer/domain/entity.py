"""What every record has in common, and how its fields describe themselves.

A field is declared once, here in the domain, with the label that people read; the form, the plain
print, the history's story and the search index all read that declaration. How a record is stored is
none of its business.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, ClassVar, Self, TypeVar, get_type_hints
from uuid import uuid4

from scrutineer.domain.errors import Problem
from scrutineer.domain.text import clean, one_line
from scrutineer.domain.vocabulary import Term

LONGEST_TITLE = 300        # characters: longer than any title a person can read at a glance
LONGEST_NARRATIVE = 2_000_000


class Origin(Term):
    """Where a record comes from. What was entered as found is under no guard for what went before."""

    OWN = "own", "Recorded here"
    AS_FOUND = "as_found", "Entered as found"


def new_id() -> str:
    """A fresh key: 32 hexadecimal digits of a random UUID."""
    return uuid4().hex


def said(label: str, default: Any = "", *, required: bool = False) -> Any:
    """A short text or a choice, with the label that people read."""
    return field(default=default, metadata={"label": label, "required": required})


def narrative(label: str, *, required: bool = False) -> Any:
    """A long text in Markdown, which may be marked private to the scrutineer."""
    return field(default="", metadata={"label": label, "narrative": True, "required": required})


def link(label: str, to: str, default: Any = None) -> Any:
    """The id (or, with `default=()`, the ids) of other records of the kind `to`; "" is any kind."""
    return field(default=default, metadata={"label": label, "to": to})


@dataclass(frozen=True, kw_only=True)
class Entity:
    """One record. `created_at`, `updated_at` and `deleted_at` are UTC and set by the gate alone."""

    KIND: ClassVar[str]      # the kind, which is also the table: `ReportingPeriod` is `reporting_period`

    id: str = field(default_factory=new_id)
    created_at: datetime | None = None
    updated_at: datetime | None = None
    deleted_at: datetime | None = None
    origin: Origin = said("How it was recorded", Origin.OWN)
    private: tuple[str, ...] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.KIND = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    def problems(self) -> list[Problem]:
        """What keeps this record from standing as it is, one sentence for each thing."""
        found: list[Problem] = []
        for spec in described(type(self)):
            value = getattr(self, spec.name)
            if spec.metadata.get("required") and (value is None or not str(value).strip()):
                found.append(Problem(spec.name, f"{spec.metadata['label']}: please fill this in."))
            limit = LONGEST_NARRATIVE if spec.metadata.get("narrative") else LONGEST_TITLE
            if isinstance(value, str) and len(value) > limit:
                found.append(Problem(spec.name, f"{spec.metadata['label']}: at most {limit:,} characters."))
        if not set(self.private) <= set(narratives(type(self))):
            found.append(Problem("private", "Only a long text can be private to me."))
        return found

    def cleaned(self) -> Self:
        """This record with every text as it can be kept and printed: see `text.clean`."""
        tidy: dict[str, Any] = {}
        for spec in dataclasses.fields(self):
            value = getattr(self, spec.name)
            if type(value) is str:
                tidy[spec.name] = clean(value) if spec.metadata.get("narrative") else one_line(value)
            elif isinstance(value, tuple):
                tidy[spec.name] = tuple(one_line(word) for word in value)
        return dataclasses.replace(self, **tidy)

    def for_others(self) -> Self:
        """This record as any paper may show it: what is private to the scrutineer is left out."""
        if not self.private:
            return self
        hidden: dict[str, Any] = dict.fromkeys(self.private, "")
        return dataclasses.replace(self, **hidden)


E = TypeVar("E", bound=Entity)

_HOUSEKEEPING = frozenset({"id", "created_at", "updated_at", "deleted_at", "private"})
_hints: dict[type[Entity], dict[str, Any]] = {}
_described: dict[type[Entity], tuple[dataclasses.Field[Any], ...]] = {}


def described(cls: type[Entity]) -> tuple[dataclasses.Field[Any], ...]:
    """The fields of a record that people read, in the order in which they were declared."""
    if cls not in _described:
        own = [spec for spec in dataclasses.fields(cls) if spec.name not in _HOUSEKEEPING]
        _described[cls] = tuple(sorted(own, key=lambda spec: spec.name == "origin"))
    return _described[cls]


def hints_of(cls: type[Entity]) -> dict[str, Any]:
    """The types of a record's fields, worked out once: they are written as text."""
    if cls not in _hints:
        _hints[cls] = get_type_hints(cls)
    return _hints[cls]


def narratives(cls: type[Entity]) -> tuple[str, ...]:
    """The names of the long texts, which are those that may be private."""
    return tuple(spec.name for spec in described(cls) if spec.metadata.get("narrative"))


def label_of(cls: type[Entity], name: str) -> str:
    """The label of one field; a name that nobody described is returned as words."""
    for spec in described(cls):
        if spec.name == name:
            return str(spec.metadata["label"])
    return name.replace("_", " ").capitalize()
