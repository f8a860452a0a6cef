"""One record to read: a sheet of paper that scrolls, written from top to bottom by whoever shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QFont, QFontInfo, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scrutineer.ui import theme
from scrutineer.ui.theme import LARGE, MEDIUM, SMALL, TINY
from scrutineer.ui.widgets.chip import Chip, ChipLabel
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.words import Words

NOTHING_CHOSEN = "What you choose on the left is read here."
_SETTLING = 3       # rounds of laying out: the sheet, what stands on it, and texts within that


class Event(NamedTuple):
    """A line of a record's story: its date and what happened."""

    when: str
    words: str


class Detail(QScrollArea):
    """`clear()`, then write: title, chips, sections, quotes, steps, story. It scrolls up and down."""

    def __init__(self, name: str, ask_to_open: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask_to_open = ask_to_open
        self.setAccessibleName(name)
        self.setProperty("panel", True)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self.clear()

    def clear(self) -> None:
        """An empty sheet, from its top; the keyboard, where it was on the old one, stays here."""
        was_here = self._held() is not None
        self._begin()
        self.setWidget(self._sheet)
        self.verticalScrollBar().setValue(0)
        if was_here:
            self.setFocus()

    def invite(self) -> None:
        """Nothing is chosen: say what will stand here."""
        self.clear()
        self.words(NOTHING_CHOSEN, "soft")

    def rewrite(self, write: Callable[[], None]) -> None:
        """The same record anew: what was in sight stays there, and the keyboard in the widget of that name."""
        place, held = self.verticalScrollBar().value(), self._held()
        self._begin()
        write()
        self.setWidget(self._sheet)
        if held:
            again = self._sheet.findChild(QWidget, held.objectName()) if held.objectName() else None
            (again or self).setFocus()
        for _ in range(_SETTLING):      # a text tells its height once it has been given its width
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        self.verticalScrollBar().setValue(place)

    def _held(self) -> QWidget | None:
        """What has the keyboard on this sheet, or will have it when its window is in front again."""
        held = self.window().focusWidget()
        return held if held and self._sheet.isAncestorOf(held) else None

    def _begin(self) -> None:
        """A sheet to write on. The old one goes later: one of its buttons may be what is pressed."""
        if old := self.takeWidget():
            old.hide()
            old.deleteLater()
        self._about = self.accessibleName()  # what the next text is about
        self._sheet = QWidget()
        self._sheet.setProperty("plain", True)
        self._body = QVBoxLayout(self._sheet)
        self._body.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._body.setSpacing(SMALL)
        self._body.addStretch(1)

    def add(self, widget: QWidget) -> None:
        """Any widget, below what is there."""
        self._body.insertWidget(self._body.count() - 1, widget)

    def kicker(self, words: str) -> None:
        """The soft line above the title: reference, where and when."""
        self.add(Words(words, "soft", hides=True))

    def title(self, words: str) -> None:
        """The record's title."""
        self.add(Words(words, "heading"))

    def headline(self, html: str, times: float = theme.HEADING) -> None:
        """The title of a record that is its own words: formatted, and `times` as large as other text."""
        font = theme.strong_font(self.font())
        font.setPointSizeF(QFontInfo(font).pointSizeF() * times)
        self.add(self._prose(html, font))

    def chips(self, chips: Iterable[Chip], aside: str = "") -> None:
        """Some chips in a row, and soft words after them."""
        self._row([], chips, aside)

    def section(self, label: str) -> None:
        """The label of what comes next."""
        self._about = label or self.accessibleName()
        self._body.insertSpacing(self._body.count() - 1, SMALL)
        self.add(Words(label, "label"))

    def party(self, name: str, chips: Iterable[Chip], aside: str = "") -> None:
        """Somebody's part: name, chips, and soft words after them."""
        self._about = name
        self.apart()
        self._row([Words(name, "label")], chips, aside)

    def apart(self) -> None:
        """What follows stands a little apart from what is there: it is of another thing."""
        self._body.insertSpacing(self._body.count() - 1, SMALL)

    def words(self, text: str, role: str = "") -> None:
        """Plain words."""
        self.add(Words(text, role))

    def prose(self, html: str) -> None:
        """A formatted text, as HTML of our own making."""
        self.add(self._prose(html))

    def quote(self, html: str) -> None:
        """Somebody's own words, with a bar beside them."""
        self.add(_Quote(self._prose(html)))

    def story(self, events: Sequence[Event]) -> None:
        """What happened, one dot below the other."""
        for number, event in enumerate(events):
            self.add(_Moment(event, is_last=number == len(events) - 1))

    def _prose(self, html: str, font: QFont | None = None) -> Prose:
        made = Prose(self._ask_to_open, fits=True)
        made.setAccessibleName(self._about)
        if font:
            made.setFont(font)
        made.say(html)
        return made

    def _row(self, first: Sequence[QWidget], chips: Iterable[Chip], aside: str) -> None:
        row = FlowRow()
        for widget in (*first, *map(ChipLabel, chips)):
            row.add(widget)
        if aside:
            row.add(Words(aside, "small"))
        self.add(row)


class _Quote(QFrame):
    def __init__(self, inner: QWidget) -> None:
        super().__init__()
        body = QVBoxLayout(self)
        body.setContentsMargins(MEDIUM, TINY, 0, TINY)
        body.addWidget(inner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, 3, self.height(), theme.colour("line"))


class _Moment(QWidget):
    def __init__(self, event: Event, *, is_last: bool) -> None:
        super().__init__()
        self._is_last = is_last
        body = QVBoxLayout(self)
        body.setContentsMargins(LARGE, 0, 0, 0)
        body.setSpacing(0)
        self._when = Words(event.when, "label")
        body.addWidget(self._when)
        body.addWidget(Words(event.words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self._when.geometry().center().y() + 0.5
        if not self._is_last:
            painter.setPen(QPen(theme.colour("line"), 2))
            painter.drawLine(QPointF(7, middle), QPointF(7, self.height() + SMALL))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.drawEllipse(QPointF(7, middle), 5, 5)
