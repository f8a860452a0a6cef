"""“Several at once”: everybody whose answer is awaited, to be ticked; then one chase, one new date, or one reply.

The same sheet whichever is wanted: what is done with the ticked ones is its first field.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import clock
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import narrative, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.note import Note, NoteKind
from scrutineer.domain.reference import short
from scrutineer.domain.text import counted
from scrutineer.domain.vocabulary import Term
from scrutineer.ui import late
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.challenges.move_date import FIELDS, Moving, extend
from scrutineer.ui.challenges.ticks import Party, TicksField
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField
from scrutineer.ui.widgets.form import Form

_REPLY = "challenges.reply:ask"      # where a reply is recorded, with the ids of those it answers
_NOBODY = "No answer is awaited from anybody."


class Done(Term):
    """What is done with all that are ticked."""

    CHASE = "chase", "Note a chase"
    EXTEND = "extend", "Move the date"
    REPLY = "reply", "Record one reply"


_ASKS: dict[Done, tuple[str, ...]] = {Done.CHASE: ("noted_on", "text"), Done.EXTEND: FIELDS, Done.REPLY: ()}
_SAVES = {Done.CHASE: "Note the chase", Done.EXTEND: "Move the date", Done.REPLY: "Go on to the reply"}


@dataclass(frozen=True, kw_only=True)
class Several(Moving):
    """What the sheet asks; it is never stored as such."""

    done: Done = said("What is done", Done.CHASE)
    addressee_ids: tuple[str, ...] = said("With whom", ())
    noted_on: date | None = said("On", None)
    text: str = narrative("How they were chased, and what they said")


def ask(tools: Tools, parent: QWidget, ids: str = "") -> str:
    """Ask what is done with whom; `ids` of parties, joined by spaces, are ticked beforehand."""
    return _Several(tools, parent, Done.CHASE, ids.split()).ask()


def chase(tools: Tools, parent: QWidget, ids: str = "") -> str:
    """Ask whom one chase was for; `ids` of parties, joined by spaces, are ticked beforehand."""
    return ask_chase(tools, parent, ids.split())


def move(tools: Tools, parent: QWidget, ids: str = "") -> str:
    """Ask with whom one new date was agreed; `ids` of parties, joined by spaces, are ticked beforehand."""
    return ask_extend(tools, parent, ids.split())


def ask_chase(tools: Tools, parent: QWidget, addressee_ids: Sequence[str]) -> str:
    """One chase for several parties, these ticked beforehand; answers with what to say, "" when it was left."""
    return _Several(tools, parent, Done.CHASE, addressee_ids).ask()


def ask_extend(tools: Tools, parent: QWidget, addressee_ids: Sequence[str]) -> str:
    """One new date for several parties, these ticked beforehand; answers with what to say, "" when it was left."""
    return _Several(tools, parent, Done.EXTEND, addressee_ids).ask()


class _Several:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, done: Done, ids: Sequence[str]) -> None:
        self._tools = tools
        self._parent = parent
        today = tools.register.today()
        self._began = Several(done=done, addressee_ids=tuple(ids), noted_on=today, agreed_on=today)
        self._done = ChoiceField.of(Done)
        self._ticks = TicksField(_awaited(tools), none=_NOBODY)
        self._form = Form(
            Several,
            [("done", self._done), "noted_on", ("addressee_ids", self._ticks), "text", *FIELDS],
            tools.desk, privacy=True, preview=False,
        )  # fmt: skip
        self._form.load(self._began)
        place = f"several:{done.value}:{len(ids)}:{ids[0]}" if ids else "several"
        self._sheet = sheet(
            tools, parent, "Several at once", "Tick whose answers are concerned.", self._form, self._save,
            draft=place,
        )  # fmt: skip
        self._done.edited.connect(self._arrange)
        self._arrange()

    def ask(self) -> str:
        """Show it; one reply is then recorded on the sheet for it, with the same ones ticked."""
        if not self._sheet.ask():
            return ""
        typed = self._form.values()
        number = counted(len(typed["addressee_ids"]), "party", "parties")
        if typed["done"] is Done.REPLY:
            return str(late.found(_REPLY)(self._tools, self._parent, " ".join(typed["addressee_ids"])))
        if typed["done"] is Done.CHASE:
            return f"Chased on {short_date(typed['noted_on'])}: {number}."
        return f"The answers of {number} are now due on {short_date(typed['due_on'])}."

    def _arrange(self) -> None:
        """Ask for what is needed, and call the button after what it does."""
        done = self._done.value() or Done.CHASE
        for name in {name for names in _ASKS.values() for name in names}:
            self._form.show_field(name, name in _ASKS[done])
        self._sheet.say_save(_SAVES[done])
        grow(self._sheet)

    def _save(self) -> None:
        typed = self._form.replace(self._began, addressee_ids=self._ticks.value())
        if not typed.addressee_ids:
            raise Invalid([Problem("addressee_ids", "Tick at least one.")])
        if typed.done is Done.EXTEND:
            extend(self._tools, typed)
        elif typed.done is Done.CHASE:
            self._note(typed)

    def _note(self, typed: Several) -> None:
        register = self._tools.register
        if typed.noted_on is None:
            raise Invalid([Problem("noted_on", "Say on which day.")])
        with register.desk.act():
            for id_ in typed.addressee_ids:
                part: Any = register.challenges.part(id_)
                register.notes.save(Note(
                    subject_kind=part.KIND, subject_id=id_, kind=NoteKind.CHASED, noted_on=typed.noted_on,
                    text=typed.text, private=typed.private, scrutineer_id=register.desk.me,
                ))


def _awaited(tools: Tools) -> list[Party]:
    """Everybody whose answer is awaited, the earliest due first."""
    today, calendar = tools.register.today(), tools.register.working_days()
    found = []
    for one in tools.register.replies.awaiting():
        reference, _, title = one.challenge.partition(" ")
        since = clock(one.due_on, today, calendar)
        found.append(Party(one.addressee_id, one.party, since, f"{short(reference)} {title}"))
    return found
