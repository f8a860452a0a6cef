"""A record behind the Challenges screen, and hands that act on the sheet that stands over it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position
from scrutineer.domain.organisation import Agency
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.chip import ChipLabel
from scrutineer.ui.widgets.form_sheet import FormSheet
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import as_given
from tests.factories import TODAY
from tests.ui.fakes import FakeMessages

MONTHS_AGO = date(2026, 5, 12)
WORDS = "Of 22 plans I read, 5 showed the interview. How do you know that it reaches the plan?"


class Notices(list[str]):
    """What the quiet line was told, in order, and what the last notice offered to do."""

    then: Callable[[], object] | None = None

    def __call__(self, sentence: str, action: str = "", then: Callable[[], object] | None = None) -> None:
        self.append(sentence)
        self.then = then


class Room(NamedTuple):
    """An open record with three statutory partners, and what a screen over it is handed."""

    register: Register
    tools: Tools
    messages: FakeMessages
    said: Notices
    la: Agency
    police: Agency
    icb: Agency
    parent: QWidget

    def put(self, *agencies: Agency, **over: Any) -> tuple[Challenge, list[Addressee]]:
        """A challenge put to these agencies, the police unless named, and its parts."""
        values = {"title": "Are return-home interviews changing plans?", "text": WORDS} | over
        parties = [Addressee(agency_id=one.id) for one in agencies or (self.police,)]
        made = self.register.challenges.put_to(Challenge(**values), parties)
        return made, self.register.challenges.parts(made.id)

    def answer(self, *parts: Addressee, **over: Any) -> Reply:
        """One reply from these parties."""
        reply = Reply(**{"received_on": TODAY, "text": "We accept this."} | over)
        return self.register.replies.record(reply, {part.id: Answer(Position.ACCEPTED) for part in parts})

    def part(self, part: Addressee) -> Addressee:
        """A part as it stands now."""
        return self.register.challenges.part(part.id)

    def under_test(self, *agencies: Agency, **over: Any) -> list[Addressee]:
        """The parts of a challenge that were answered, and are being tested."""
        _, parts = self.put(*agencies, **{"raised_on": MONTHS_AGO} | over)
        self.answer(*parts, received_on=MONTHS_AGO)
        return [self.register.courses.test(one.id, "Read ten plans.", TODAY, MONTHS_AGO) for one in parts]

    def seen(self, text: str = "Nine of ten plans held what the child said.") -> Finding:
        """Something that I saw on a visit: more than an agency's own account."""
        visit = Activity(title="Visit to the front door", held_on=MONTHS_AGO)
        saved = self.register.activities.note_what_i_saw(visit, [Finding(kind=FindingKind.STRENGTH, text=text)])
        return self.register.activities.findings(saved.id)[0]

    def closed(self, *agencies: Agency, on: date = MONTHS_AGO, **over: Any) -> list[Addressee]:
        """Parts that were closed because a difference was seen."""
        seen, parts = self.seen(), self.under_test(*agencies, **over)
        for one in parts:
            self.register.evidence.link(one, seen)
        said = Outcome.IMPACT_EVIDENCED, ImpactLevel.DIFFERENCE, "Children say so."
        return [self.register.courses.close(one.id, *said, on) for one in parts]


def on_sheet(act: Callable[[FormSheet], object], tries: int = 200) -> None:
    """Act on the next sheet, once it is in front; one that is still open afterwards is left."""

    def go() -> None:
        shown = QApplication.activeModalWidget()
        if shown is None:
            assert tries, "no sheet came"
            on_sheet(act, tries - 1)
            return
        shown.activateWindow()
        QApplication.processEvents()
        try:
            act(shown)  # type: ignore[arg-type]
        finally:
            if shown.isVisible():
                shown.reject()  # type: ignore[attr-defined]

    QTimer.singleShot(0, go)


def fill(**values: Any) -> Callable[[FormSheet], None]:
    """Type these values into the sheet's fields and save."""

    def act(sheet: FormSheet) -> None:
        for name, value in values.items():
            sheet.form.field(name).set_value(value)
        sheet.save()

    return act


def choose(sheet: FormSheet, **values: Any) -> None:
    """Choose or type these values as a person does, so that what follows from them follows."""
    for name, value in values.items():
        field = sheet.form.field(name)
        field.set_value(value)
        field.edited.emit()


def press(within: QWidget, name: str) -> None:
    """Press the button with this name, which must be there and enabled."""
    found = within.findChild(QAbstractButton, name)
    assert found is not None, name
    assert found.isEnabled(), name
    found.click()


def read(within: QWidget) -> str:
    """All words that can be read on a widget, labels and formatted texts."""
    QApplication.processEvents()
    labels = [label.text() for label in within.findChildren(QLabel) if not label.isHidden()]
    return as_given("\n".join(labels + [prose.toPlainText() for prose in within.findChildren(Prose)]))


def show(room: Room, detail: ChallengeDetail, of: Addressee | Challenge) -> str:
    """The challenge of this part in the detail, and all words that can be read there."""
    challenge_id = of.id if isinstance(of, Challenge) else of.challenge_id
    detail.show_dossier(room.register.dossier_of(challenge_id or ""))
    return read(detail)


def chips(detail: QWidget) -> list[str]:
    """What the chips say, from top to bottom."""
    return [chip.chip.words for chip in detail.findChildren(ChipLabel)]


def steps(detail: QWidget) -> list[str]:
    """The buttons of all steps; the one that stands out has a star, a quiet one a dash before it."""
    found = [one for one in detail.findChildren(QAbstractButton) if one.objectName().startswith("step-")]
    return [f"{'–' * bool(one.property('quiet'))}{one.text()}{'*' * bool(one.property('primary'))}" for one in found]


class Keyboard:
    """Types where the keyboard is, and counts the keys; words that one must write in any case are not counted."""

    def __init__(self) -> None:
        self.keys = 0

    def words(self, text: str) -> None:
        self._now().insertPlainText(text)

    def type(self, text: str) -> None:
        self.keys += len(text)
        QTest.keyClicks(self._now(), text)

    def key(self, key: Qt.Key, control: bool = False) -> None:
        self.keys += 1
        held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self._now(), key, held)

    @staticmethod
    def _now() -> Any:
        found = QApplication.focusWidget()
        assert found is not None, "the keyboard is nowhere"
        return found
