"""One challenge to read: its words, each party's part, what changed, and its story, from top to bottom.

It writes a dossier on a sheet of paper and says which step is asked for; it takes none itself.
"""

from __future__ import annotations

from PySide6.QtCore import Signal

from scrutineer.domain.challenge import Challenge, ImpactLevel, Stage, Status, Visibility
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Origin, label_of
from scrutineer.domain.lifecycle import HIGHEST_WITHOUT_EVIDENCE, in_words
from scrutineer.register.dossier import Dossier
from scrutineer.ui.challenges.party import PartySheet, natural_step
from scrutineer.ui.tools import Tools, look_of
from scrutineer.ui.widgets.chip import Chip, Sign
from scrutineer.ui.widgets.detail import Detail, Event
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button

_SIGN_OF_RUNG = (Sign.NONE, Sign.NONE, Sign.FAIR, Sign.GOOD, Sign.GOOD, Sign.GOOD)
_TEXTS = ("what_works", "why_it_matters", "what_good_looks_like")
_NOT_SAID_YET = "Said when a part is closed: a level, and a sentence on what was seen."
_BEYOND = "For “3 Practice changed”: something you or others saw."


class ChallengeDetail(Detail):
    """Shows a dossier; `asked(code, id)` when a step is wanted for a challenge, a party, an answer or an action."""

    asked = Signal(str, str)

    def __init__(self, tools: Tools) -> None:
        super().__init__("The challenge", tools.ask_to_open)
        self._register = tools.register
        self.show_nothing()

    def show_nothing(self) -> None:
        """Nothing is chosen."""
        self.clear()
        self.words("Choose a challenge to read it here.", "soft")

    def show_dossier(self, dossier: Dossier, *, in_place: bool = False) -> None:
        """Show a challenge from its top; `in_place`, where the reader was, because it is the same one."""
        self.rewrite(lambda: self._write(dossier))
        if not in_place:
            self.verticalScrollBar().setValue(0)

    def _write(self, dossier: Dossier) -> None:
        self._head(dossier)
        self._words(dossier.challenge)
        first = natural_step(dossier.parts)
        today, calendar = self._register.today(), self._register.working_days()
        for one in dossier.parts:
            PartySheet(self, one, dossier, today, calendar).write(first if one.part.id == first.addressee_id else None)
        self._what_changed(dossier)
        if dossier.story:
            self.section("Story")
            self.story([
                Event(short_date(one.on), f"{one.sentence}\n{one.words}" if one.words else one.sentence)
                for one in dossier.story
            ])

    def _head(self, dossier: Dossier) -> None:
        challenge = dossier.challenge
        where = f" at {dossier.forum}" if dossier.forum else ""
        put = f"put on {short_date(challenge.raised_on)}{where}" if challenge.raised_on else "date put not recorded"
        if challenge.status is Status.DRAFT:
            put = "a draft, not put yet"
        self.kicker(f"{challenge.reference} · {put}")
        self.title(challenge.title)
        self.chips(_chips(dossier), f"from {dossier.activity}" if dossier.activity else "")
        self._buttons(challenge)

    def _buttons(self, challenge: Challenge) -> None:
        row = FlowRow()
        if challenge.status is Status.DRAFT:
            put = button("Put it", "challenge-put", primary=True)
            put.clicked.connect(lambda: self.asked.emit("put", challenge.id))
            row.add(put)
        offered = [("edit", "Edit the words"), ("note", "Add a note")]
        if not challenge.status.is_ended:
            offered.append(("withdraw", "Withdraw"))
        for code, words in [*offered, ("changes", "Every change")]:
            made = button(words, f"challenge-{code}", quiet=True)
            made.clicked.connect(lambda _checked=False, code=code: self.asked.emit(code, challenge.id))
            row.add(made)
        self.add(row)

    def _words(self, challenge: Challenge) -> None:
        self.narrative(challenge.text)
        for name in _TEXTS:
            self.labelled(label_of(Challenge, name), getattr(challenge, name), is_private=name in challenge.private)
        self.labelled(label_of(Challenge, "withdrawn_because"), challenge.withdrawn_because)
        if challenge.told:
            self.words(f"Told: {challenge.told}", "small")
        self.labelled(label_of(Challenge, "my_note"), challenge.my_note, is_private="my_note" in challenge.private)

    def narrative(self, text: str) -> None:
        """A text in Markdown as it will look, and a note where it cannot be shown so."""
        if text.strip():
            look = look_of(text)
            self.prose(look.html)
            if look.note:
                self.words(look.note, "small")

    def labelled(self, label: str, text: str, *, is_private: bool = False) -> None:
        """A text under its label, if there is one."""
        if text.strip():
            self.section(f"{label} · private to me" if is_private else label)
            self.narrative(text)

    def _what_changed(self, dossier: Dossier) -> None:
        challenge, level = dossier.challenge, dossier.challenge.impact_level
        if level is None and (challenge.status.awaits_answer or challenge.status is Status.DRAFT):
            return
        self.section("What changed?")
        if level is None:
            self.words(_NOT_SAID_YET if challenge.is_open else "Not recorded.", "soft")
        else:
            beyond = level.rung <= HIGHEST_WITHOUT_EVIDENCE.rung
            self.chips([level_chip(level)], _BEYOND if beyond else "")


def level_chip(level: ImpactLevel) -> Chip:
    """What changed, with the sign of its rung."""
    return Chip(level.label, _SIGN_OF_RUNG[level.rung])


def _chips(dossier: Dossier) -> list[Chip]:
    challenge = dossier.challenge
    found = [Chip(in_words(challenge.status, [one.part.status for one in dossier.parts])),
             Chip(challenge.priority.label)]  # fmt: skip
    if challenge.stage is not Stage.DIRECT:
        found.append(Chip(challenge.stage.label))
    if challenge.visibility is not Visibility.PARTNERSHIP:
        found.append(Chip(challenge.visibility.label))
    if challenge.origin is Origin.AS_FOUND:
        found.append(Chip("entered as found"))
    return found
