"""“Letter…”: a letter to one party, about what is open there, what has ended, or what works well.

Asked for from anywhere, from a part of a challenge or from an agency's page; what it may say is the register's
to know, and how it looks the report's.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Addressee
from scrutineer.domain.entity import Entity, said
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.figures import Letter, LetterKind
from scrutineer.domain.reference import short
from scrutineer.register.parties import Party
from scrutineer.reports import letter
from scrutineer.reports.word import to_word
from scrutineer.ui import exporting
from scrutineer.ui.challenges.growing import grow
from scrutineer.ui.exporting import WORD
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words

_NOTHING = {
    LetterKind.QUESTIONS: "Nothing is open with them.",
    LetterKind.CLOSING: "Nothing has ended with them.",
    LetterKind.RECOGNITION: "It says what you saw to work there within the last year, and asks nothing.",
}
_NAMES = {LetterKind.QUESTIONS: "questions", LetterKind.CLOSING: "thanks", LetterKind.RECOGNITION: "what works well"}


@dataclass(frozen=True, kw_only=True)
class Writing(Entity):
    """What the sheet asks; it is never stored."""

    to: str = said("To", required=True)
    kind: LetterKind = said("What it is for", LetterKind.QUESTIONS)
    about: tuple[str, ...] = said("About", ())


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what the letter is about and where to write it; `id_` is a part's, an agency's, or "" to choose whom."""
    _Letter(tools, parent, id_).ask()
    return ""


class _Letter:
    """The sheet while it is open."""

    def __init__(self, tools: Tools, parent: QWidget, id_: str) -> None:
        self._tools = tools
        self._register = register = tools.register
        self._parties = {str(place): one for place, one in enumerate(register.parties.all())}
        self._to = ChoiceField([Option(place, one.name) for place, one in self._parties.items()])
        self._kind, self._about = ChoiceField.of(LetterKind), SeveralField()
        self._why = Words("", "soft", hides=True)
        asked: list[Asked] = [("to", self._to), ("kind", self._kind), ("about", self._about), self._why]
        self._form = Form(Writing, asked, tools.desk)
        self._whom: Party | None = None
        part: Addressee | None = None
        if id_:
            self._whom, part = register.parties.at(id_)
        self._form.load(self._first(part))
        self._written: Letter | None = None
        title = f"Letter to {self._whom.name}" if self._whom else "Write a letter"
        self._sheet = sheet(tools, parent, title, "One letter to one party, as a Word document.", self._form,
                            self._freeze, save_words="Write it…")  # fmt: skip
        self._form.show_field("to", self._whom is None)
        self._to.edited.connect(self._arrange)
        self._kind.edited.connect(self._arrange)
        self._offer()

    def ask(self) -> None:
        """Show it, and ask where the letter goes."""
        if not self._sheet.ask() or self._written is None:
            return
        figures = self._written
        name = exporting.dated(self._tools, f"letter to {figures.to}, {_NAMES[figures.kind]}.docx")
        exporting.ask(self._tools, "Write the letter", name, WORD, lambda: to_word(letter.document(figures)))

    def _first(self, part: Addressee | None) -> Writing:
        """From a part, about that part alone; from an agency, about all that is open there."""
        if part:
            kind = LetterKind.CLOSING if part.status.is_ended else LetterKind.QUESTIONS
            return Writing(kind=kind, about=(part.id,))
        parts = self._register.parties.open_with(self._whom) if self._whom else []
        return Writing(about=tuple(one.id for one in parts))

    def _party(self) -> Party | None:
        return self._whom or self._parties.get(self._to.value() or "")

    def _arrange(self) -> None:
        """Another party or another kind of letter: all that is open there is ticked, of what has ended nothing."""
        party, kind = self._party(), self._kind.value()
        is_asking = party is not None and kind is LetterKind.QUESTIONS
        parts = self._register.parties.open_with(party) if party and is_asking else []
        self._about.set_value(tuple(one.id for one in parts))
        self._offer()

    def _offer(self) -> None:
        """The challenges that a letter of this kind may be about, each by its reference and title."""
        party, kind, parties = self._party(), self._kind.value(), self._register.parties
        found: list[Addressee] = []
        if party and kind is not LetterKind.RECOGNITION:
            found = parties.open_with(party) if kind is LetterKind.QUESTIONS else parties.ended_with(party)
        self._about.offer([Option(one.id, self._called(one)) for one in found])
        self._form.show_field("about", bool(found))
        self._why.say(_NOTHING[kind] if party and not found else "")
        grow(self._sheet)

    def _called(self, part: Addressee) -> str:
        challenge = self._register.challenges.get(part.challenge_id)
        return f"{short(challenge.reference)} {challenge.title}"

    def _freeze(self) -> None:
        """Freeze what goes into it, so that what is missing is said while the sheet stands."""
        party, kind, figures = self._party(), self._kind.value(), self._register.figures
        if party is None:
            raise Invalid([Problem("to", "Say to whom it goes.")])
        try:
            self._written = (
                figures.recognition(party) if kind is LetterKind.RECOGNITION
                else figures.letter(self._about.value(), is_closing=kind is LetterKind.CLOSING)
            )
        except Invalid as invalid:
            place = "about" if self._about.isVisible() else "kind"
            raise Invalid(one._replace(field=place) for one in invalid.problems) from invalid
