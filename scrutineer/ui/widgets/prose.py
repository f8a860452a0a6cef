"""Formatted text to read: HTML of our own making, which loads nothing and follows no link unasked."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser, QWidget

from scrutineer.ui import theme

_MAY_BE_OPENED = {"http", "https", "mailto"}


class Prose(QTextBrowser):
    """Shows HTML. With `fits` it is as high as its text and never scrolls by itself."""

    def __init__(
        self, ask_to_open: Callable[[str], bool], *, fits: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ask_to_open = ask_to_open
        self._fits = fits
        self._html = ""
        self._blank = QImage(1, 1, QImage.Format.Format_ARGB32)
        self._blank.fill(Qt.GlobalColor.transparent)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._open)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("prose", fits)
        self.setProperty("preview", not fits)
        theme.current.changed.connect(self._show)
        if not fits:      # the columns of a table are as wide as their longest words
            self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        if fits:
            self.document().setDocumentMargin(0)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())

    def say(self, html: str) -> None:
        """Show other text, at the place where the reader was."""
        self._html = html
        self._show()

    def loadResource(self, _kind: int, _name: QUrl | str) -> Any:
        """Nothing is ever loaded: no picture, no style, from no place.

        Not even "nothing" may be returned: Qt would then look for the file by itself.
        """
        return self._blank

    def sizeHint(self) -> QSize:
        """As high as its text, when it fits."""
        return QSize(super().sizeHint().width(), self._height()) if self._fits else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower is higher."""
        super().resizeEvent(event)
        if self._fits:
            self._fit()

    def _show(self) -> None:
        place = self.verticalScrollBar().value()
        tokens = theme.current.tokens
        # Beside its own size for a heading Qt heeds these words alone, and no points. What fits has a title above it.
        first, second = ("medium", "medium") if self._fits else ("x-large", "large")
        self.document().setDefaultStyleSheet(
            f"a {{ color: {tokens.accent}; }} "
            f"blockquote {{ color: {tokens.ink}; }} "
            f"h1 {{ font-size: {first}; color: {tokens.accent}; margin: 0 0 8px 0; }} "
            f"h2 {{ font-size: {second}; color: {tokens.accent}; margin: 16px 0 4px 0; }} "
            f"h3, h4, h5, h6 {{ font-size: medium; color: {tokens.accent}; margin: 8px 0 4px 0; }} "
            f"table {{ border-collapse: collapse; margin: 8px 0; border-style: none; }} "
            f"td, th {{ border-style: none; border-bottom: 1px solid {tokens.line}; padding: 4px 6px; }} "
            f"th {{ background-color: {tokens.selected}; }}"
        )
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(place)

    def _height(self) -> int:
        return round(self.document().size().height()) + 2 * self.frameWidth()

    def _fit(self) -> None:
        if self.height() != self._height():
            self.setFixedHeight(max(1, self._height()))

    def _open(self, url: QUrl) -> None:
        if url.scheme().lower() in _MAY_BE_OPENED and self._ask_to_open(url.toString()):
            QDesktopServices.openUrl(url)
