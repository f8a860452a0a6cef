"""Note what I saw: what, when, where and with whom, then a line for each thing, what works first.

Under a minute for what is known at once; everything else may wait. What is noted belongs to the activity or the
meeting of today, if there is one, until somebody says otherwise.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.activity import Activity, ActivityType, Finding, FindingKind, Level
from scrutineer.domain.dates import short_date
from scrutineer.domain.text import counted, listed
from scrutineer.ui import sheets
from scrutineer.ui.activities.form import SHORT_FORM, activity_form, short_form_of
from scrutineer.ui.activities.lines import LinesField
from scrutineer.ui.activities.short_form import ShortFormField
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Beside

_FOLLOWS = ("status", "feedback_due_on")      # what follows from form and day until the person says otherwise


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """A new activity, at the agency or from the plan item with this id, or the planned one now that it took place.

    Without an id, what is noted is offered to belong to what takes place today.
    """
    return Capture(tools, _begun(tools, id_), offer=not tools.register.activities.find(id_)).ask(parent)


def _begun(tools: Tools, id_: str) -> Activity:
    """What the sheet opens with: the activity, the meeting of today, or something new at an agency, with this id."""
    register, today = tools.register, tools.register.today()
    known = register.activities.find(id_)
    if known is not None and not known.is_ahead:
        return known
    if known is not None:
        return register.activities.expected(replace(known, held_on=min(known.held_on or today, today)))
    if register.plan_items.find(id_):
        return register.plan_items.drafted(id_, today)
    new = Activity(held_on=today, private=("reflection",))
    if meeting := register.meetings.find(id_):
        called = register.desk.names().get(meeting.body_id or "", "Meeting")
        new = replace(new, title=called, type=ActivityType.MEETING_OBSERVATION, meeting_id=meeting.id,
                      level=Level.EXECUTIVE)  # fmt: skip
    elif register.agencies.find(id_):
        new = replace(new, agency_ids=(id_,))
    return register.activities.expected(new)


class _Belongs(ChoiceField):
    """No part of a draft: what was typed on another day begins as something new."""

    def draft(self) -> str:
        """Nothing."""
        return ""


class Capture:
    """The form with its lines, and the few fields that follow from others."""

    def __init__(self, tools: Tools, begun: Activity, *, offer: bool) -> None:
        self._tools = tools
        self._begun = self._new = begun
        self._said: set[str] = set()
        self._lines = LinesField()
        today = _of_today(tools) if offer else []
        self._belongs = _Belongs(today)
        self._belongs.setItemText(0, "Something new")
        first = [Beside("belongs", "Belongs to", self._belongs)] if today else []
        self._form = activity_form(tools, begun, Beside("found", "What I found", self._lines), first=first)
        for name in ("type", "held_on"):
            self._form.field(name).edited.connect(self._follow)
        for name in _FOLLOWS:
            self._form.field(name).edited.connect(lambda name=name: self._said.add(name))
        self._belongs.edited.connect(self._file)
        self._place = f"note:{begun.id if begun.reference else begun.plan_item_id or 'new'}"
        if today and not begun.agency_ids and not tools.register.drafts.kept(self._place):
            self._belongs.set_value(today[0].id)      # words of another day are never filed by themselves
            self._file()
            self._form.begin_at("found")

    def ask(self, parent: QWidget) -> str:
        """Show the sheet; the answer says what was noted."""
        sheet = sheets.sheet(
            self._tools, parent, "Note what I saw", self._question(), self._form, self._save, save_words="Note it",
            draft=self._place,
        )
        return self._answer if sheet.ask() else ""

    def _question(self) -> str:
        """Says under what it was begun, which may be out of sight above the lines."""
        if self._begun is self._new:
            return "What works comes first; most of it may wait."
        return f"For “{self._begun.title}”, today. “Belongs to” at the top chooses otherwise."

    def _file(self) -> None:
        """Show what it is to belong to; what was typed in the lines stays."""
        chosen, lines = self._belongs.value(), self._lines.value()
        self._begun = _begun(self._tools, chosen) if chosen else self._new
        short_form = self._form.field(SHORT_FORM)
        if isinstance(short_form, ShortFormField):
            short_form.begin(self._tools.register.forms.of(self._begun.id))
        self._form.load(self._begun)
        self._belongs.set_value(chosen)
        self._lines.set_value(lines)

    def _save(self) -> None:
        activity, lines = self._form.replace(self._begun), self._lines.value()
        findings = [Finding(kind=kind, text=text) for kind, text in lines]
        if self._begun.is_done and self._begun.reference:      # the agencies are those of what was found just now
            findings = [replace(one, agency_ids=activity.agency_ids) for one in findings]
            activity = replace(activity, agency_ids=self._begun.agency_ids or activity.agency_ids)
        saved = self._tools.register.activities.note_what_i_saw(activity, findings, short_form_of(self._form))
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


def _of_today(tools: Tools) -> list[Option]:
    """The activities of today, then its meetings."""
    register, names = tools.register, tools.register.desk.names()
    return [
        *(Option(one.id, f"{one.title}, today") for one in register.activities.of_today()),
        *(Option(one.id, f"{names.get(one.body_id or '', 'Meeting')}, today’s meeting")
          for one in register.activities.meetings_of_today()),
    ]  # fmt: skip


def _told(activity: Activity, kinds: Counter[FindingKind]) -> str:
    """`EX-A-2026-026 noted, with 2 strengths and 1 concern.`"""
    if activity.is_ahead:
        return f"{activity.reference} planned for {short_date(activity.held_on)}."
    found = [counted(kinds[kind], kind.label.lower()) for kind in FindingKind if kinds[kind]]
    return f"{activity.reference} noted{', with ' if found else ''}{listed(found)}."
