"""The foot of the meeting page: the line that is typed next, what it is, whom it comes from and what it is about.

It holds a line and says when it is to be kept; whether it may be is known by the register alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scrutineer.domain.challenge import Position
from scrutineer.domain.errors import Problem
from scrutineer.domain.meeting_page import LineKind, MeetingLine, Subject, Told
from scrutineer.domain.recommendation import Decision
from scrutineer.ui import theme
from scrutineer.ui.meetings.editor import LineEditor
from scrutineer.ui.meetings.words import as_options, keys_of
from scrutineer.ui.theme import MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.date_field import DateField
from scrutineer.ui.widgets.field import Desk
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.filter_bar import pill
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.folded_pill import FoldedPill
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.words import Words

_HINT = "Enter keeps the line · @ says who said it · # says what it is about · Up goes to the lines above"
_ENDLESS = (1 << 24) - 1      # pixels: as wide as it likes, as Qt says it
_NOTHING = Option("", "Nothing in particular")
_FIELDS = {"subject_id": "about", "agency_id": "who", "due_on": "by"}


class Composer(QFrame):
    """`kept(line, told)` when Enter is pressed; `left` when the keyboard goes up to the lines that were kept."""

    kept = Signal(object, object)
    left = Signal()
    edited = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._line, self._kind = MeetingLine(), LineKind.NOTE
        self._subjects: Sequence[Subject] = ()
        self._agencies: Sequence[Option] = ()
        self._offered: Sequence[Option] = ()
        self.editor = LineEditor(self._options)
        self._about, self._who, self._as = ChoiceField(), ChoiceField(), ChoiceField(optional=False)
        self._by = DateField(desk)
        self._kinds = QButtonGroup(self)
        self._problem = Words("", "problem", hides=True)
        self._changing = Words("", "strong", hides=True)
        self._build()
        self._connect()
        self._turn(LineKind.NOTE)

    def _build(self) -> None:
        self._all_kinds = FlowRow(down=SMALL)
        for kind in LineKind:
            made = pill(f"{kind.label}  {keys_of(kind)}", f"kind-{kind.value}")
            made.setCheckable(True)
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)      # the keys are shorter than the way here
            made.clicked.connect(lambda _checked=False, kind=kind: self.turn(kind.value))
            self._kinds.addButton(made)
            self._all_kinds.add(made)
        self._folded = FoldedPill(self._kinds, "kinds", "The line is")
        self._folded.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        facts = FlowRow(across=MEDIUM, down=SMALL)
        self._labelled: dict[str, QWidget] = {}
        for name, label, editor in (("about", "About", self._about), ("who", "Who said it", self._who),
                                    ("as", "As", self._as), ("by", "By when", self._by)):  # fmt: skip
            editor.call(name, label)
            if editor is self._who:
                facts.add(self._folded)
            facts.add(self._labelled.setdefault(name, _labelled(label, editor)))
        typing = QHBoxLayout()
        typing.setSpacing(SMALL)
        typing.addWidget(self.editor, 1)
        self._keep = button("Keep it", "keep-line", primary=True)
        typing.addWidget(self._keep, 0, Qt.AlignmentFlag.AlignVCenter)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(SMALL)
        body.addWidget(self._changing)
        body.addWidget(self._all_kinds)
        body.addWidget(facts)
        body.addLayout(typing)
        body.addWidget(self._problem)
        self._hint = Words(_HINT, "small")
        body.addWidget(self._hint)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        self._keep.clicked.connect(self.keep)
        self.editor.entered.connect(self.keep)
        self.editor.turned.connect(self.turn)
        self.editor.left.connect(self.left)
        self.editor.given_up.connect(self.begin)
        self.editor.mentioned.connect(self._mention)
        self._about.edited.connect(self._arrange)
        for field in (self._about, self._who, self._as, self._by):
            field.edited.connect(self.edited)
        self.editor.textChanged.connect(self.edited)

    # What is offered, and what is held

    def offer(self, subjects: Sequence[Subject], agencies: Sequence[Option]) -> None:
        """What a line may be about, and who may have said it."""
        self._subjects, self._agencies = subjects, agencies
        self._about.offer([Option(one.id, one.words) for one in subjects])
        self._arrange()

    def begin(self) -> None:
        """A new line: about the same as the last one, from nobody yet."""
        self._line = MeetingLine()
        self._changing.say("")
        self._who.set_value(None)
        self._by.set_value(None)
        self._as.clear()      # the position of the last answer is not that of the next
        self.editor.say("")
        self._turn(LineKind.NOTE)
        self.show_problems([])

    def change(self, line: MeetingLine, told: Told) -> None:
        """A line that was kept, to be changed; Escape leaves it as it is."""
        self._line = line
        self._changing.say(f"Line {line.place} is being changed. Enter keeps it, Escape leaves it as it was.")
        self._about.set_value(line.subject_id)
        self._who.set_value(line.agency_id)
        self._by.set_value(told.by)
        self.editor.say(line.text)
        self._turn(line.kind)
        self._as.set_value(told.position if line.kind is LineKind.ANSWER else told.decision)
        self.show_problems([])
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def let_go(self, subject_id: str) -> None:
        """Be about nothing in particular, where it was this."""
        if self._about.value() == subject_id:
            self._about.set_value(None)
            self._arrange()

    @property
    def changes(self) -> str:
        """The id of the line that is being changed; "" for a new one."""
        return self._line.id if self._line.meeting_id else ""

    def line(self) -> MeetingLine:
        """The line as it stands now."""
        about = self._subject()
        return replace(
            self._line, text=self.editor.text(), kind=self._kind, agency_id=self._who.value(),
            subject_kind=about.kind if about else "", subject_id=about.id if about else None,
        )

    def told(self) -> Told:
        """What is said of it beside its words."""
        said = self._as.value() if as_options(self._kind, self._subject_kind()) else None
        by: date | None = self._by.value() if self._kind is LineKind.PROMISE else None
        if said is None:
            return Told(by=by)
        return Told(Position(said)) if self._kind is LineKind.ANSWER else Told(decision=Decision(said))

    def keep(self) -> None:
        """Ask for the line to be kept; an empty one is none."""
        problems = [Problem(name, said) for name, field in (("agency_id", self._who), ("subject_id", self._about),
                    ("due_on", self._by)) if (said := field.problem())]  # fmt: skip
        if problems:
            self.show_problems(problems)
        elif self.editor.text():
            self.kept.emit(self.line(), self.told())

    def show_problems(self, problems: Iterable[Problem]) -> None:
        """Say what is missing, with the keyboard where it can be filled in."""
        found = list(problems)
        self._problem.say(" ".join(problem.sentence for problem in found))
        place = next((_FIELDS[one.field] for one in found if one.field in _FIELDS), "")
        for name, field in (("about", self._about), ("who", self._who), ("by", self._by)):
            field.mark(self._problem.said() if name == place else "")
            if name == place:
                field.setFocus(Qt.FocusReason.OtherFocusReason)

    # Drafts

    def draft(self) -> dict[str, str]:
        """What is typed and not kept yet, as texts."""
        if not self.editor.text():
            return {}
        return {
            "text": self.editor.toPlainText(), "kind": self._kind.value, "about": self._about.draft(),
            "who": self._who.draft(), "as": self._as.draft(), "by": self._by.draft(), "line": self.changes,
        }  # fmt: skip

    def restore(self, draft: Mapping[str, str], line: MeetingLine | None) -> None:
        """Type a draft again, of a new line or of one that was being changed."""
        if line is not None:
            self.change(line, Told())
        self._about.set_value(draft.get("about") or None)
        self._who.set_value(draft.get("who") or None)
        self._turn(LineKind(draft.get("kind", LineKind.NOTE)))
        self._as.set_value(draft.get("as") or None)
        self._by.restore(draft.get("by", ""))
        self.editor.say(draft["text"])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A low window needs its lines for what was said: the kinds are one menu, beside who said it."""
        super().resizeEvent(event)
        self._fold(theme.is_low(self))

    def _fold(self, is_low: bool) -> None:
        self._hint.setVisible(not is_low)
        self._all_kinds.setVisible(not is_low)
        self._folded.setVisible(is_low)
        beside = self.width() - self._folded.sizeHint().width() - MEDIUM
        self._labelled["who"].setMaximumWidth(beside if is_low else _ENDLESS)

    # What the keys say

    def turn(self, code: str) -> None:
        """Make the line this kind; asked for once more, the next of its positions or decisions."""
        kind, options = LineKind(code), as_options(LineKind(code), self._subject_kind())
        if kind is self._kind and options:
            codes = [option.id for option in options]
            self._as.set_value(codes[(codes.index(str(self._as.value())) + 1) % len(codes)])
        self._turn(kind)
        self.edited.emit()

    def _turn(self, kind: LineKind) -> None:
        self._kind = kind
        for made in self._kinds.buttons():
            made.setChecked(made.objectName() == f"kind-{kind.value}")
        self._folded.say()
        self._fold(theme.is_low(self))
        self._arrange()

    def _mention(self, sign: str, id_: str) -> None:
        (self._who if sign == "@" else self._about).set_value(id_ or None)
        self._arrange()
        self.edited.emit()

    def _options(self, sign: str) -> Sequence[Option]:
        if sign == "@":
            return self._speakers()
        return [*(Option(one.id, one.words) for one in self._subjects), _NOTHING]

    def _speakers(self) -> list[Option]:
        """The agencies, those first that the challenge was put to."""
        subject = self._subject()
        asked = subject.agency_ids if subject else ()
        return sorted(self._agencies, key=lambda one: one.id not in asked)

    def _subject(self) -> Subject | None:
        chosen = self._about.value()
        return next((one for one in self._subjects if one.id == chosen), None)

    def _subject_kind(self) -> str:
        subject = self._subject()
        return subject.kind if subject else ""

    def _arrange(self) -> None:
        """What is asked follows from what the line is."""
        speakers = [Option(one.id, one.label.partition(" · ")[0]) for one in self._speakers()]
        if speakers != self._offered:      # otherwise what is being typed there stays
            self._who.offer(speakers)
            self._offered = speakers
        options = as_options(self._kind, self._subject_kind())
        before = self._as.value()
        if options:
            self._as.offer(options)
            is_known = before in {option.id for option in options}
            self._as.set_value(before if is_known else options[0].id)
        self._labelled["as"].setVisible(bool(options))
        self._labelled["by"].setVisible(self._kind is LineKind.PROMISE)


def _labelled(label: str, editor: QWidget) -> QWidget:
    """A field with its label before it."""
    held = QWidget()
    line = QHBoxLayout(held)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(TINY)
    line.addWidget(Words(label, "label"))
    line.addWidget(editor)
    return held


