"""A new passphrase, typed twice: how strong it is in words, and four words offered to whoever wants them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from scrutineer.register import passphrase
from scrutineer.ui.entrance.passphrase_field import PassphraseField
from scrutineer.ui.theme import MEDIUM
from scrutineer.ui.widgets.fields import TickField
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button
from scrutineer.ui.widgets.scrolling import scrolling
from scrutineer.ui.widgets.words import Words

_BEST = 4
_KEEP_IT = (
    "Nobody can open the record without it, and nobody can replace it. Write it down and have it kept sealed, away "
    "from this computer: your partnership’s office is a good place."
)


class NewPassphrase(QWidget):
    """`finish()` says whether it stands; `entered` when Enter is pressed in the second line."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: Sequence[str] = ()
        self._first = PassphraseField("Passphrase", "passphrase")
        self._again = PassphraseField("The same again", "passphrase-again")
        self._strength = Words("", "soft")
        self._strength.setObjectName("strength")
        self._bar = QProgressBar()
        self._bar.setRange(0, _BEST)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName("Strength")
        self._show = TickField("Show the passphrase")
        self._show.setObjectName("show")
        suggest = button("Suggest four words", "suggest")
        row = FlowRow(across=MEDIUM)
        row.add(suggest)
        row.add(self._show)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        parts = (self._first, self._bar, self._strength, row, self._again, Words(_KEEP_IT))
        body.addWidget(scrolling(*parts, spacing=MEDIUM))
        self.setFocusProxy(self._first)
        suggest.clicked.connect(self._suggest)
        self._show.toggled.connect(self._reveal)
        self._first.edited.connect(self._judge)
        self._first.entered.connect(self._again.setFocus)
        self._again.entered.connect(self.entered)
        self._judge()

    def expect(self, known: Sequence[str]) -> None:
        """Words that somebody who knows this person would try first."""
        self._known = known
        self._judge()

    def text(self) -> str:
        """The passphrase."""
        return self._first.text()

    def forget(self) -> None:
        """Leave nothing of it on the screen."""
        self._first.say("")
        self._again.say("")
        self._show.setChecked(False)

    def finish(self) -> bool:
        """Whether it is strong enough and was typed twice alike; if not, it says what to do."""
        found = passphrase.strength(self.text(), self._known)
        if not found.is_enough:
            self._first.show_problem("This would be guessed too soon.")
            self._first.select()
            return False
        if self._again.text() != self.text():
            self._again.show_problem("This is not the same. Type it again, or show both.")
            self._again.select()
            return False
        return True

    def _suggest(self) -> None:
        words = passphrase.suggest()
        self._show.setChecked(True)
        self._first.say(words)
        self._again.say(words)

    def _reveal(self, wanted: bool) -> None:
        self._first.reveal(wanted)
        self._again.reveal(wanted)

    def _judge(self) -> None:
        found = passphrase.strength(self.text(), self._known)
        self._bar.setValue(found.score)
        self._strength.say(f"{found.label.capitalize()}. {found.advice}".strip() if found.label else found.advice)
