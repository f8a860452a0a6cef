"""The frameworks that scrutiny is held against: those that come with the program, and those brought in.

An edition stays what it was: records name their items with the edition, and a new edition is a new file.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.framework import Framework, FrameworkItem, ItemRef, LocalFramework, LocalWording, Use, parse
from scrutineer.domain.toml_file import Malformed
from scrutineer.register.data_files import shipped
from scrutineer.register.desk import Desk, Records

_AT_FIRST = "SIX_STEPS_2019"      # the framework of a partnership that has chosen none


class Placed(NamedTuple):
    """An item with the edition to which it belongs."""

    framework: Framework
    item: FrameworkItem


class Offered(NamedTuple):
    """An item that can be chosen: its reference, its words here, and what its framework is called."""

    ref: str
    words: str
    framework: str

    @property
    def label(self) -> str:
        """`Six Steps: Children, young people and families …`."""
        return f"{self.framework}: {self.words}"


class LocalWordings(Records[LocalWording]):
    """How items are worded here."""

    cls = LocalWording

    def words(self) -> dict[str, str]:
        """Our wording of each item that has one, by its reference."""
        return {one.framework_item: one.text for one in self.all()}

    def word(self, ref: str, text: str) -> None:
        """Word an item in our own way; "" takes our wording back."""
        known = self.all(framework_item=ref)
        with self.desk.act() as act:
            if text.strip():
                act.put(replace(known[0] if known else LocalWording(framework_item=ref), text=text.strip()))
            elif known:
                act.remove(known[0])


class Frameworks(Records[LocalFramework]):
    """Frameworks, by their editions. `all()` are the records of those that were brought in."""

    cls = LocalFramework

    def __init__(self, desk: Desk, wordings: LocalWordings) -> None:
        super().__init__(desk)
        self._wordings = wordings

    def loaded(self, use: Use | None = None) -> list[Framework]:
        """Every edition of every framework, those that come with the program first, each framework's newest first.

        One that was brought in does not take the place of an edition that comes with the program.
        """
        found: dict[str, Framework] = {}
        for one in (*shipped("frameworks", parse).found.values(), *self._brought_in()):
            found.setdefault(one.name, one)
        codes = list(dict.fromkeys(one.code for one in found.values()))
        newest_first = sorted(sorted(found.values(), key=lambda one: one.age, reverse=True),
                              key=lambda one: codes.index(one.code))  # fmt: skip
        return [one for one in newest_first if use in (None, one.use)]

    def malformed(self) -> list[str]:
        """A sentence for each file that could not be read, and so is left out."""
        found: Iterable[Malformed] = shipped("frameworks", parse).malformed
        return [str(refusal) for refusal in found] + [
            read for one in self.all() if isinstance(read := _read(one.text, one.file_name), str)
        ]

    def newest(self, use: Use | None = None) -> list[Framework]:
        """The newest edition of each framework."""
        return list({one.code: one for one in reversed(self.loaded(use))}.values())[::-1]

    def find_framework(self, name: str) -> Framework | None:
        """The edition with this name (`SIX_STEPS_2019@2019`), or the newest with this code; None if there is none."""
        return next((one for one in self.loaded() if name in (one.name, one.code)), None)

    def chosen(self) -> Framework | None:
        """The framework against which this partnership is judged: its own choice, or the Six Steps."""
        name = self.desk.partnership.framework
        return self.find_framework(name) or self.find_framework(_AT_FIRST)

    def item(self, ref: str) -> Placed | None:
        """The item that a reference names, with its edition; None for one that is not known here."""
        if (wanted := ItemRef.parse(ref)) is None:
            return None
        framework = self.find_framework(f"{wanted.framework}@{wanted.edition}")
        item = framework.item(wanted.item) if framework else None
        return Placed(framework, item) if framework and item else None

    def title_of(self, ref: str) -> str:
        """What an item is called here; a reference that is not known is shown as it stands."""
        if words := self._wordings.words().get(ref):
            return words
        placed = self.item(ref)
        return placed.item.title if placed else ref

    def offered(self, *, chosen: Iterable[str] = ()) -> list[Offered]:
        """The items that a record can be tied to: those of each framework's newest edition, in our own words.

        What is `chosen` already stays offered, of whichever edition it is.
        """
        words = self._wordings.words()
        found = {
            ref: Offered(ref, words.get(ref, item.title), one.called)
            for one in self.newest(Use.JUDGEMENT) for item in one.items if (ref := one.ref(item))
        }
        for ref in chosen:
            placed = self.item(ref)
            called = f"{placed.framework.called} ({placed.framework.edition})" if placed else "Not known here"
            found.setdefault(ref, Offered(ref, self.title_of(ref), called))
        return list(found.values())

    def bring_in(self, data: bytes, file_name: str) -> Framework:
        """Keep a framework with the record, so that it travels with the backup.

        Raises MalformedFramework; Invalid when this edition is here already.
        """
        framework = parse(data, file_name)
        if self.find_framework(framework.name):
            raise Invalid([Problem("file", f"“{framework.title}”, edition {framework.edition}, is here already; "
                                           "a changed framework needs an edition of its own.")])  # fmt: skip
        self.save(LocalFramework(file_name=file_name, text=data.decode("utf-8-sig")))
        return framework

    def _brought_in(self) -> list[Framework]:
        read = (_read(one.text, one.file_name) for one in self.all())
        return [one for one in read if isinstance(one, Framework)]


@lru_cache(maxsize=64)
def _read(text: str, file_name: str) -> Framework | str:
    """A framework that was brought in, or the sentence that says why it cannot be read."""
    try:
        return parse(text, file_name)
    except Malformed as refusal:
        return str(refusal)
