"""“Put a challenge”: the words, to whom, and the date; all else is asked for but may wait.

The same sheet keeps a draft, and enters a challenge as it was found in an old log.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import described, said
from scrutineer.domain.text import listed
from scrutineer.ui import classifying, serving
from scrutineer.ui.challenges.edit import WORDS
from scrutineer.ui.challenges.parties import PartiesField, offered, surroundings
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form

_QUESTION = "The words, to whom, and the date: these three are needed. The rest may wait."
_ONLY_AS_FOUND = ("status", "impact_level", "closed_on")


@dataclass(frozen=True, kw_only=True)
class Putting(Challenge):
    """What the sheet asks: a challenge, and to whom it is put. It is never stored as such."""

    parties: tuple[Addressee, ...] = said("Put to", ())
    is_as_found: bool = said("Enter as found, from an old log", False)

    @property
    def challenge(self) -> Challenge:
        """The challenge alone."""
        return Challenge(**{spec.name: getattr(self, spec.name) for spec in fields(Challenge)})


class _Beginning(NamedTuple):
    """What the sheet opens with, and where its draft is kept."""

    putting: Putting
    place: str


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask for a new challenge; with an id, for one drafted from that finding or figure, or for that draft."""
    return _Put(tools, parent, _begin(tools, id_)).ask()


def _begin(tools: Tools, id_: str) -> _Beginning:
    register, parties = tools.register, tuple[Addressee, ...]()
    challenge = register.challenges.find(id_) or Challenge()
    if challenge.id == id_:
        parties, place = tuple(register.challenges.parts(id_)), f"challenge:{id_}"
    elif reading := register.readings.find(id_):
        challenge, place = register.readings.to_challenge(id_), f"challenge:from:{id_}"
        agencies = [reading.agency_id] if reading.agency_id else register.activities.get(reading.activity_id).agency_ids
        parties = tuple(Addressee(agency_id=agency) for agency in agencies)
    elif id_:
        challenge, place = register.findings.to_challenge(id_), f"challenge:from:{id_}"
        parties = tuple(Addressee(agency_id=agency) for agency in register.findings.get(id_).agency_ids)
    else:
        place = "challenge:new"
    values = {spec.name: getattr(challenge, spec.name) for spec in fields(Challenge)}
    values["raised_on"] = challenge.raised_on or register.today()
    return _Beginning(Putting(**values, parties=parties), place)


class _Put:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, beginning: _Beginning) -> None:
        self._challenges = tools.register.challenges
        self._began = beginning.putting
        self._said = ""
        self._parties = PartiesField(surroundings(tools, self._due), offered(tools.register))
        self._form = Form(Putting, self._fields(tools), tools.desk, privacy=True, preview=False)
        self._form.load(self._began)
        self._sheet = sheet(
            tools, parent, "Put a challenge", _QUESTION, self._form, self._put, save_words="Put it",
            draft=beginning.place,
        )  # fmt: skip
        self._keep = self._sheet.also("Keep as a draft", "keep-draft", self._keep_draft)
        for name in ("raised_on", "priority"):
            self._form.field(name).edited.connect(self._parties.suggest_dates)
        self._form.field("is_as_found").edited.connect(self._arrange)
        self._arrange()

    def _fields(self, tools: Tools) -> list[Asked]:
        held = reversed(tools.register.activities.all())
        activities = [Option(one.id, f"{one.title}, {short_date(one.held_on)}") for one in held]
        return [
            "text", ("parties", self._parties), "raised_on",
            "priority", *WORDS, "title", "forum", "put_for", ("activity_id", ChoiceField(activities)),
            *classifying.fields(tools.register, self._began.framework_items), ("themes", serving.themes(tools)),
            "visibility", "my_note", "is_as_found", *_ONLY_AS_FOUND,
        ]

    def ask(self) -> str:
        """Show it."""
        return self._said if self._sheet.ask() else ""

    def _due(self, meeting_id: str | None) -> date | None:
        """By when an answer is asked for; of an old log nothing is worked out."""
        if self._form.field("is_as_found").value():
            return None
        raised_on, priority = self._form.field("raised_on").value(), self._form.field("priority").value()
        return self._challenges.due_date(raised_on or self._challenges.desk.today(), priority, meeting_id)

    def _arrange(self) -> None:
        """What an old log knows is asked for only when one is being entered."""
        as_found = self._form.field("is_as_found").value()
        for name in _ONLY_AS_FOUND:
            self._form.show_field(name, as_found)
        self._sheet.say_save("Enter it as found" if as_found else "Put it")
        self._keep.setVisible(not as_found)
        self._parties.suggest_dates()

    def _put(self) -> None:
        typed = self._form.replace(self._began)
        if typed.is_as_found:
            self._attempt(lambda: self._challenges.as_found(typed.challenge, typed.parties), "was entered as found")
        else:
            names = listed([self._challenges.party_name(party) for party in typed.parties])
            self._attempt(lambda: self._challenges.put_to(typed.challenge, typed.parties), f"was put to {names}")

    def _keep_draft(self) -> None:
        typed = self._form.replace(self._began)
        self._attempt(lambda: self._challenges.draft(typed.challenge, typed.parties), "is kept as a draft")

    def _attempt(self, save: Callable[[], Challenge], done: str) -> None:
        """Save; what is wrong with a party stands beside the parties."""
        asked = {spec.name for spec in described(Challenge)} - {"due_on"}
        beside("parties", asked, lambda: self._note(save(), done))

    def _note(self, saved: Challenge, done: str) -> None:
        self._said = f"{saved.reference} {done}."
