"""One challenge to read: its words, each party's part, what changed, and its story, from top to bottom.

It writes a dossier on a sheet of paper and says which step is asked for; it takes none itself.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.challenge import Challenge, Stage, Status, Visibility, on_behalf
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Origin, label_of
from scrutineer.domain.lifecycle import in_words
from scrutineer.domain.reference import short
from scrutineer.register.dossier import Dossier
from scrutineer.reports.markdown import plain
from scrutineer.ui import theme
from scrutineer.ui.assurance import asked_back
from scrutineer.ui.challenges.ended import level_chip
from scrutineer.ui.challenges.next_steps import natural_step
from scrutineer.ui.challenges.party import PartySheet
from scrutineer.ui.challenges.written_on import Around, quiet_row
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.tools import Tools, look_of
from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.detail import Detail, Event
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.steps import Step
from scrutineer.ui.widgets.words import Words

_TEXTS = ("what_works", "why_it_matters", "what_good_looks_like")
_NOT_SAID_YET = "Said when a part is closed: a level, and a sentence on what was seen."


class ChallengeDetail(Detail):
    """Shows a dossier; `asked(code, id)` when a step is wanted for a challenge, a party, an answer or an action."""

    asked = Signal(str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__("The challenge", tools.ask_to_open)
        self._register = tools.register
        self.invite()

    def show_dossier(self, dossier: Dossier, *, in_place: bool = False) -> None:
        """Show a challenge from its top; `in_place`, where the reader was, because it is the same one."""
        self.rewrite(lambda: self._write(dossier))
        if not in_place:
            self.verticalScrollBar().setValue(0)

    def _write(self, dossier: Dossier) -> None:
        around = self._around()
        self._head(dossier, around)
        self._words(dossier)
        first = natural_step(dossier.parts, around.today)
        for one in dossier.parts:
            PartySheet(self, one, dossier, around).write(first if one.part.id == first.addressee_id else None)
        self._what_changed(dossier)
        if dossier.challenge.status.is_ended:
            id_ = dossier.challenge.id
            asked_back.write(self, self._register.feedback.of(id_), id_, self.asked.emit)
        if dossier.story:
            self.chapter("Story")
            self.story([
                Event(short_date(one.on), f"{one.sentence}\n{plain(one.words)}" if one.words else one.sentence)
                for one in dossier.story
            ])

    def _around(self) -> Around:
        register = self._register
        names = register.desk.names()
        return Around(
            register.today(), register.working_days(), {rung.stage: rung for rung in register.escalations.ladder()},
            lambda entity: register.figures.title_of(entity, names), self._reference,
            register.partnership.serves,
        )

    def _reference(self, challenge_id: str | None) -> str:
        found = self._register.challenges.find(challenge_id)
        return f"{short(found.reference)} {found.title}" if found else "a challenge that is gone"

    def _head(self, dossier: Dossier, around: Around) -> None:
        challenge = dossier.challenge
        where = f" at {dossier.forum}" if dossier.forum else ""
        put = f"put on {short_date(challenge.raised_on)}{where}" if challenge.raised_on else "date put not recorded"
        if challenge.status is Status.DRAFT:
            put = "a draft, not put yet" if not _was_put(dossier) else "taken up again, to be put again"
        self.kicker(", ".join(filter(None, (f"{challenge.reference} · {put}", on_behalf(challenge.put_for)))))
        self.title(challenge.title)
        self.chips(_chips(dossier, around), f"from {dossier.activity}" if dossier.activity else "")
        self._buttons(dossier)

    def _buttons(self, dossier: Dossier) -> None:
        challenge = dossier.challenge
        if challenge.status is Status.DRAFT and not _was_put(dossier):
            put = button("Put it", "challenge-put", primary=True)
            put.clicked.connect(lambda: self.asked.emit("put", challenge.id))
            row = FlowRow()
            row.add(put)
            self.add(row)
        offered = [Step("edit", "Edit the words", quiet=True), Step("note", "Add a note", quiet=True)]
        if challenge.is_open:
            offered.append(Step("put_also", "Put it to others too", quiet=True))
        if not challenge.status.is_ended:
            offered.append(Step("withdraw", "Withdraw", quiet=True))
        offered.append(Step("changes", "Every change", quiet=True))
        self.add(quiet_row(offered, lambda code: self.asked.emit(code, challenge.id), "challenge"))

    def _words(self, dossier: Dossier) -> None:
        challenge = dossier.challenge
        self.narrative(challenge.text)
        self._rewordings(dossier)
        for name in _TEXTS:
            self.labelled(label_of(Challenge, name), getattr(challenge, name), is_private=name in challenge.private)
        self.labelled(label_of(Challenge, "withdrawn_because"), challenge.withdrawn_because)
        if challenge.told:
            self.words(f"Told: {challenge.told}", "small")
        self.labelled(label_of(Challenge, "my_note"), challenge.my_note, is_private="my_note" in challenge.private)

    def _rewordings(self, dossier: Dossier) -> None:
        """Both wordings: the one that stands is above, each one before it here."""
        for number, one in enumerate(dossier.rewordings):
            why = f": {one.why.rstrip('.')}" if one.why else ""
            before = "as first put" if not number else "as it was then"
            private = " · private to me" if "words_before" in one.private else ""
            self.section(f"Re-worded on {short_date(one.reworded_on)}{why}; {before}{private}")
            self.quote(look_of(one.words_before).html)

    def party(self, name: str, chips: Iterable[Chip], aside: str = "") -> None:
        """Somebody's part begins, under a line of its own."""
        self._about = name
        row = FlowRow()
        row.add(Words(name, "strong"))
        for chip in chips:
            row.add(ChipLabel(chip))
        if aside:
            row.add(Words(aside, "small"))
        self.add(_Beginning(row))

    def chapter(self, label: str) -> None:
        """What is about the challenge as a whole begins, under a line as a part does."""
        self.party(label, ())

    def narrative(self, text: str) -> None:
        """A text in Markdown as it will look, and a note where it cannot be shown so."""
        if text.strip():
            look = look_of(text)
            self.prose(look.html)
            if look.note:
                self.words(look.note, "small")

    def formatted(self, text: str) -> QWidget:
        """A text in Markdown as it will look, to be put in its place by whoever asks."""
        return self._prose(look_of(text).html)

    def labelled(self, label: str, text: str, *, is_private: bool = False) -> None:
        """A text under its label, if there is one."""
        if text.strip():
            self.section(f"{label} · private to me" if is_private else label)
            self.narrative(text)

    def _what_changed(self, dossier: Dossier) -> None:
        """The challenge as a whole; each part says its own, and of one alone it would be said twice."""
        challenge, level = dossier.challenge, dossier.challenge.impact_level
        told = [one for one in dossier.parts if one.part.impact_level]
        if level is None and (challenge.status.awaits_answer or challenge.status is Status.DRAFT):
            return
        if level is None:
            otherwise = challenge.status is Status.WITHDRAWN or any(
                one.part.outcome and not one.part.outcome.says_what_changed for one in dossier.parts
            )
            if not otherwise:
                self.chapter("What changed?")
                self.words(_NOT_SAID_YET if challenge.is_open else "Not recorded.", "soft")
        elif len(told) != 1 or len(dossier.parts) > 1:
            self.chapter("What changed?")
            chip = level_chip(level, self._register.partnership.serves)
            self.chips([chip], "the highest of its parts" if len(told) > 1 else "")


class _Beginning(QWidget):
    """The head of a part, with the line that parts it from what stands above."""

    def __init__(self, head: QWidget) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(0, MEDIUM, 0, 0)
        body.addWidget(head)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The line."""
        QPainter(self).fillRect(0, theme.SMALL, self.width(), 1, theme.colour("line"))


def _was_put(dossier: Dossier) -> bool:
    """Whether a draft is one that was put before, and taken up again."""
    return any(one.events for one in dossier.parts)


def _chips(dossier: Dossier, around: Around) -> list[Chip]:
    challenge = dossier.challenge
    found = [Chip(in_words(challenge.status, [one.part.status for one in dossier.parts])),
             Chip(challenge.priority.label)]  # fmt: skip
    if challenge.stage is not Stage.DIRECT:
        found.append(Chip(around.rung(challenge.stage)))
    if challenge.visibility is not Visibility.PARTNERSHIP:
        found.append(Chip(challenge.visibility.label))
    if challenge.origin is Origin.AS_FOUND:
        found.append(Chip("entered as found"))
    return found
