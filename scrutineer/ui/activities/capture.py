"""Note what I saw: what, when, where and with whom, then a line for each thing, what works first.

Under a minute for what is known at once; everything else may wait.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.dates import short_date
from scrutineer.domain.text import counted, listed
from scrutineer.ui import sheets
from scrutineer.ui.activities.form import activity_form, short_form_of
from scrutineer.ui.activities.lines import LinesField
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Beside

_FOLLOWS = ("status", "feedback_due_on")      # what follows from form and day until the person says otherwise


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """A new activity, at the agency with this id, or the planned one with this id now that it took place."""
    return Capture(tools, _begun(tools, id_)).ask(parent)


def _begun(tools: Tools, id_: str) -> Activity:
    register, today = tools.register, tools.register.today()
    planned = register.activities.find(id_)
    if planned is not None:
        held_on = min(planned.held_on or today, today)
        return register.activities.expected(replace(planned, held_on=held_on))
    agencies = (id_,) if register.agencies.find(id_) else ()
    return register.activities.expected(Activity(held_on=today, agency_ids=agencies, private=("reflection",)))


class Capture:
    """The form with its lines, and the few fields that follow from others."""

    def __init__(self, tools: Tools, begun: Activity) -> None:
        self._tools = tools
        self._begun = begun
        self._said: set[str] = set()
        self._lines = LinesField()
        self._form = activity_form(tools, begun, Beside("found", "What I found", self._lines))
        for name in ("type", "held_on"):
            self._form.field(name).edited.connect(self._follow)
        for name in _FOLLOWS:
            self._form.field(name).edited.connect(lambda name=name: self._said.add(name))

    def ask(self, parent: QWidget) -> str:
        """Show the sheet; the answer says what was noted."""
        place = f"note:{self._begun.id if self._begun.reference else 'new'}"
        sheet = sheets.sheet(
            self._tools, parent, "Note what I saw", "What works comes first; most of it may wait.", self._form,
            self._save, save_words="Note it", draft=place,
        )
        return self._answer if sheet.ask() else ""

    def _save(self) -> None:
        activity = self._form.replace(self._begun)
        lines = self._lines.value()
        saved = self._tools.register.activities.note_what_i_saw(
            activity, [Finding(kind=kind, text=text) for kind, text in lines], short_form_of(self._form)
        )
        self._answer = _told(saved, Counter(kind for kind, _ in lines))

    def _follow(self) -> None:
        """A day ahead makes it a plan, a visit promises feedback: unless the person said otherwise."""
        form, day = self._form.field("type").value(), self._form.field("held_on").value()
        expected = self._tools.register.activities.expected(
            replace(self._begun, type=form or self._begun.type, held_on=day)
        )
        for name in _FOLLOWS:
            if name not in self._said:
                self._form.field(name).set_value(getattr(expected, name))


def _told(activity: Activity, kinds: Counter[FindingKind]) -> str:
    """`EX-A-2026-026 noted, with 2 strengths and 1 concern.`"""
    if activity.is_ahead:
        return f"{activity.reference} planned for {short_date(activity.held_on)}."
    found = [counted(kinds[kind], kind.label.lower()) for kind in FindingKind if kinds[kind]]
    return f"{activity.reference} noted{', with ' if found else ''}{listed(found)}."
