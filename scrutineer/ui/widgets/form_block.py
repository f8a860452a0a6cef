"""One field of a form with its label above, its tick for private, and the sentence that mends it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scrutineer.domain.entity import Entity, described, label_of
from scrutineer.ui.theme import MEDIUM, TINY
from scrutineer.ui.widgets.field import Field
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.words import Words

_WHAT_PRIVATE_MEANS = (
    "Private text is in no paper and in no shared copy. Private does not mean exempt: a "
    "freedom-of-information or subject-access request reaches it too."
)


class Block(QWidget):
    """Label, field and problem, one below the other."""

    edited = Signal()

    def __init__(
        self, entity_class: type[Entity], name: str, editor: Field, *, privacy: bool, label: str = "", called: str = ""
    ) -> None:
        """`called` is the objectName where several blocks of one form hold the field of that name."""
        super().__init__()
        self.field = editor
        label = label or label_of(entity_class, name)
        about: Mapping[str, Any] = next((spec.metadata for spec in described(entity_class) if spec.name == name), {})
        editor.call(called or name, label)
        editor.edited.connect(self._edited)
        self._problem = Words("", "problem", hides=True)
        self._private: TickField | None = None
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(TINY)
        head = FlowRow(across=MEDIUM, down=TINY)
        if not isinstance(editor, TickField):
            words = Words(f"{label} (needed)" if about.get("required") else label, "label")
            words.setBuddy(cast(QWidget, editor))
            head.add(words)
        if privacy and about.get("narrative"):
            self._private = self._private_tick(called or name, label)
            head.add(self._private, at_end=True)
        body.addWidget(head)
        body.addWidget(cast(QWidget, editor))
        body.addWidget(self._problem)

    def _private_tick(self, name: str, label: str) -> TickField:
        tick = TickField("private to me")
        tick.setObjectName(f"{name}-private")
        tick.setAccessibleName(f"{label}: private to me")
        tick.setAccessibleDescription(_WHAT_PRIVATE_MEANS)
        tick.setToolTip(f"<p>{_WHAT_PRIVATE_MEANS}</p>")
        tick.edited.connect(self.edited)
        return tick

    def is_private(self) -> bool:
        """Whether this text is ticked as private."""
        return self._private is not None and self._private.isChecked()

    def set_private(self, wanted: bool) -> None:
        """Tick it, where there is a tick."""
        if self._private:
            self._private.setChecked(wanted)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong, or with "" that nothing is."""
        self._problem.say(sentence)
        self.field.mark(sentence)

    def take_keyboard(self) -> None:
        """Put the keyboard into the field."""
        cast(QWidget, self.field).setFocus()

    def _edited(self) -> None:
        if self._problem.text():
            self.show_problem("")
        self.edited.emit()
