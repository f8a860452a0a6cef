"""Agencies were renamed, merged, split or absorbed: which follow which, from when, and what is handed over.

One step, whatever the number on either side; what was said and done stays with those who said and did it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtWidgets import QWidget

from scrutineer.domain.dates import long_date
from scrutineer.domain.entity import Entity, link, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.organisation import Agency, Change
from scrutineer.domain.text import listed
from scrutineer.register.successions import HandedOver
from scrutineer.ui import sheets
from scrutineer.ui.agencies.handing_over import HandingField, chosen, in_words, open_with
from scrutineer.ui.agencies.new_names import NamesField, NewName
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import Option
from scrutineer.ui.widgets.form import Beside, Form
from scrutineer.ui.widgets.several import SeveralField

_TOGETHER = frozenset({Change.MERGED, Change.ABSORBED})      # of which there may be several before
_KNOWN = frozenset({"how", "goes_on", "changed_on", "before_ids", "after_ids", "names", "handed"})
_PLACES = {"successor_id": "after_ids"}      # where the register's own words for a field stand here


@dataclass(frozen=True, kw_only=True)
class Following(Entity):
    """The sheet's own fields; what is kept are the agencies after it and the links between them."""

    how: Change = said("What happened", Change.RENAMED)
    goes_on: bool = said("It goes on itself, beside what splits off", False)
    changed_on: date | None = said("From which day", None, required=True)
    before_ids: tuple[str, ...] = link("Which agencies end", "agency", ())
    after_ids: tuple[str, ...] = link("Which follow, if they are on the list", "agency", ())
    names: tuple[NewName, ...] = said("Otherwise, the new name", ())

    def problems(self) -> list[Problem]:
        """Also: one follows, of the list or with a new name; after a split two or more do, or one beside itself."""
        found = super().problems()
        followers = len(self.after_ids) + len(self.names)
        if not followers and self.goes_on:
            found.append(Problem("names", "Choose the agency that splits off, or type its new name."))
        elif not followers:
            found.append(Problem("names", "Choose the agency that follows, or type its new name."))
        elif self.how is Change.SPLIT and followers < 2 and not self.goes_on:
            found.append(Problem("names", "After a split two follow, or more: choose or name them all."))
        elif self.how is not Change.SPLIT and followers > 1:
            sentence = "One agency follows: choose one of the list or type a new name, not both."
            found.append(Problem("after_ids", sentence))
        if set(self.before_ids) & set(self.after_ids):
            found.append(Problem("after_ids", "An agency cannot follow itself."))
        return found


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what became of an agency, and of others with it."""
    return _Succession(tools, parent, tools.register.agencies.get(id_)).ask()


class _Succession:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, agency: Agency) -> None:
        self._register = register = tools.register
        self._agency = agency
        self._current = [one for one in register.agencies.current() if one.id != agency.id]
        others = [Option(one.id, one.name) for one in self._current]
        self._before = SeveralField([Option(agency.id, agency.name), *others])
        self._after, self._names, self._handing = SeveralField(others), NamesField(), HandingField()
        self._form = Form(
            Following,
            ["how", "goes_on", "changed_on", ("before_ids", self._before), ("after_ids", self._after),
             ("names", self._names), Beside("handed", "What is handed over", self._handing)],
            tools.desk,
        )  # fmt: skip
        self._began = Following(changed_on=register.today(), before_ids=(agency.id,))
        self._form.load(self._began)
        self._done = ""
        self._sheet = sheets.sheet(
            tools, parent, f"What became of {agency.called}?", "What is on record about it stays with it.", self._form,
            self._save, draft=f"follow:{agency.id}",
        )  # fmt: skip
        for name in ("how", "goes_on", "before_ids", "after_ids", "names"):
            self._form.field(name).edited.connect(self._arrange)
        self._arrange()

    def ask(self) -> str:
        """Show it."""
        return self._done if self._sheet.ask() else ""

    def _arrange(self) -> None:
        """What follows from the choices: which fields are asked, what goes to whom."""
        how = self._form.field("how").value()
        self._form.show_field("before_ids", how in _TOGETHER)
        self._form.show_field("goes_on", how is Change.SPLIT)
        self._names.let_several(how is Change.SPLIT)
        followers = [Option(one.id, one.called) for one in self._current if one.id in self._after.value()]
        followers += [Option(one.id, one.called) for one in self._typed_names()]
        if self._goes_on() and followers:
            followers = [Option(self._agency.id, f"{self._agency.called}, as now"), *followers]
        self._handing.show_handing(open_with(self._register, self._before_ids()), followers)
        grow(self._sheet)

    def _before_ids(self) -> tuple[str, ...]:
        is_several = self._form.field("how").value() in _TOGETHER
        return tuple(self._before.value()) if is_several else (self._agency.id,)

    def _goes_on(self) -> bool:
        """Only what splits can go on beside those that follow."""
        return self._form.field("how").value() is Change.SPLIT and bool(self._form.field("goes_on").value())

    def _typed_names(self) -> tuple[NewName, ...]:
        """The new names; one alone where only one is asked for."""
        found: tuple[NewName, ...] = self._names.value()
        return found if self._form.field("how").value() is Change.SPLIT else found[:1]

    def _save(self) -> None:
        typed = self._form.replace(
            self._began, before_ids=self._before_ids(), names=self._typed_names(), goes_on=self._goes_on()
        )
        if (problems := typed.problems()) or typed.changed_on is None:
            raise Invalid(problems)
        agencies, on = self._register.agencies, typed.changed_on
        before = [agencies.get(id_) for id_ in typed.before_ids]
        after = [agencies.get(id_) for id_ in typed.after_ids]
        after += [self._begun(one, on) for one in typed.names]
        staying = before if typed.goes_on else []
        done: list[HandedOver] = []

        def follow() -> None:
            try:
                done.append(self._register.successions.follow(
                    before, [*staying, *after], typed.how, on, chosen(self._handing.value())
                ))
            except Invalid as invalid:
                raise Invalid(one._replace(field=_PLACES.get(one.field, one.field))
                              for one in invalid.problems) from invalid  # fmt: skip

        beside("names", _KNOWN, follow)
        self._done = _told(before, after, on, done[0], goes_on=typed.goes_on)

    def _begun(self, new: NewName, on: date) -> Agency:
        """A new agency, of the kind and standing of the one that it follows."""
        return replace(
            self._agency, id=new.id, name=new.name, short_name=new.short_name, starts_on=on, ends_on=None, note="",
            private=(), created_at=None, updated_at=None,
        )


def _told(before: list[Agency], after: list[Agency], on: date, handed: HandedOver, *, goes_on: bool) -> str:
    """`From 1 April 2027 on, ICB follows CCG: 3 open parts and 1 promise are handed over.`"""
    formers, followers = (listed([one.called for one in some]) for some in (before, after))
    if goes_on:
        said = f"{followers} {'stands' if len(after) == 1 else 'stand'} beside {formers}, which goes on"
    else:
        said = f"{followers} {'follows' if len(after) == 1 else 'follow'} {formers}"
    moved = f": {in_words(handed)} {'is' if sum(handed) == 1 else 'are'} handed over" if any(handed) else ""
    return f"From {long_date(on)} on, {said}{moved}."
