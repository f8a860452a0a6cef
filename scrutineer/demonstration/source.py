"""Tables of the demonstration's text as records: field by field, under the names that the domain gives.

A number in a field for a date is a day of the story, a code stands for its term, and a link names another
table by its `key`. What is done with a record is not known here.
"""

from __future__ import annotations

import dataclasses
import tomllib
from datetime import date
from functools import cache
from typing import Any, TypeVar, get_args, get_type_hints

from scrutineer import resources
from scrutineer.demonstration.days import Days
from scrutineer.domain.entity import Entity
from scrutineer.domain.records import BY_KIND
from scrutineer.domain.vocabulary import Term

E = TypeVar("E", bound=Entity)
Table = dict[str, Any]


def read() -> Table:
    """Every table of the text in a list under its name. Raises FileNotFoundError without resources."""
    found: Table = {}
    for path in sorted(resources.path("demonstration").glob("*.toml")):
        for name, tables in tomllib.loads(path.read_text(encoding="utf-8")).items():
            found.setdefault(name, []).extend(tables if isinstance(tables, list) else [tables])
    return found


class Source:
    """Makes records of tables, and remembers each by its kind and key."""

    def __init__(self, days: Days) -> None:
        self._days = days
        self._known: dict[tuple[str, str], Entity] = {}

    def make(self, cls: type[E], table: Table) -> E:
        """A record of a table, known by the table's `key` from now on, if it has one.

        Raises ValueError when the key is taken, KeyError for a link to what has not been made.
        """
        hints = _hints(cls.KIND)
        links = {spec.name: spec.metadata["to"] for spec in dataclasses.fields(cls) if "to" in spec.metadata}
        values: Table = {}
        for name, value in table.items():
            if name in links:
                values[name] = self._linked(links[name] or table["subject_kind"], value)
            elif name != "key":
                values[name] = self._value(hints[name], value)
        entity = cls(**values)
        if "key" in table:
            self.remember(table["key"], entity)
        return entity

    def known(self, kind: str, key: str) -> Entity:
        """The record of this kind with this key, as it was when it was made. Raises KeyError."""
        return self._known[kind, key]

    def named(self, name: str) -> Entity:
        """As `known`, by the kind and the key in one: `finding/teeth`. Raises KeyError."""
        kind, _, key = name.partition("/")
        return self._known[kind, key]

    def remember(self, key: str, entity: Entity) -> None:
        """Know a record by this key from now on. Raises ValueError when the key is taken."""
        if (entity.KIND, key) in self._known:
            raise ValueError(f"two tables of the demonstration are called {key}")
        self._known[entity.KIND, key] = entity

    def _linked(self, kind: str, value: str | list[str]) -> str | tuple[str, ...]:
        if isinstance(value, str):
            return self._known[kind, value].id
        return tuple(self._known[kind, key].id for key in value)

    def _value(self, hint: Any, value: Any) -> Any:
        kinds = [kind for kind in (get_args(hint) or (hint,)) if isinstance(kind, type)]
        if date in kinds:
            return self._days(value)
        if isinstance(value, list):
            return tuple(value)
        term = next((kind for kind in kinds if issubclass(kind, Term)), None)
        return term(value) if term else value


@cache
def _hints(kind: str) -> dict[str, Any]:
    return get_type_hints(BY_KIND[kind])
