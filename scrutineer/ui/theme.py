"""The colours, spaces and fonts of the window, light and dark, in one place.

Whoever paints asks `colour` at the moment of painting, so that a change of scheme needs no memory.
Nothing here knows a single screen.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template
from typing import Literal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from scrutineer import resources
from scrutineer.ui.focus_ring import FocusRing

Scheme = Literal["system", "light", "dark"]

TINY, SMALL, MEDIUM, LARGE = 4, 8, 16, 24  # the steps in which everything is spaced
RADIUS = 6
TITLE, HEADING = 1.4, 1.15  # so many times as large as other text
NARROW = 1000  # below this width of the window, in pixels at the usual font, one thing at a time
_LINES_ACROSS = 55  # the same width counted in line heights, so that a doubled font counts too
_LINES_DOWN = 20  # the height in lines of text below which a window is low


@dataclass(frozen=True)
class Tokens:
    """Every colour of one scheme, named by its use."""

    ground: str
    paper: str
    line: str
    ink: str
    ink_soft: str
    accent: str
    on_accent: str
    field_line: str
    focus: str
    good: str
    fair: str
    caution: str
    serious: str
    selected: str
    hover: str
    chip: str

    def tint(self, name: str, on: str = "paper") -> str:
        """The pale ground on which words in the colour `name` stand: a tenth of it on paper, or on another ground."""
        over, under = QColor(getattr(self, name)), QColor(getattr(self, on))
        pairs = ((over.red(), under.red()), (over.green(), under.green()), (over.blue(), under.blue()))
        return QColor(*(round(a * 0.1 + b * 0.9) for a, b in pairs)).name()


LIGHT = Tokens(
    ground="#f4f5f7", paper="#ffffff", line="#d5dae1", ink="#1d2733", ink_soft="#566070",
    accent="#1d5b79", on_accent="#ffffff", field_line="#7d8794", focus="#b25e00",
    good="#1b7a48", fair="#2a6395", caution="#9a5200", serious="#a9241d",
    selected="#e2edf4", hover="#f0f4f8", chip="#eceff3",
)  # fmt: skip
DARK = Tokens(
    ground="#15191e", paper="#1c2128", line="#323a44", ink="#e7eaee", ink_soft="#a3adba",
    accent="#7cc0e0", on_accent="#0d2230", field_line="#77818f", focus="#ffcf70",
    good="#5fc98d", fair="#8cb8f0", caution="#f0b35a", serious="#ff8a80",
    selected="#22353f", hover="#232a33", chip="#2a313b",
)  # fmt: skip


class _Current(QObject):
    """The scheme in force; `changed` is for the few things that hold a colour, such as HTML."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme: Scheme = "system"
        self.follows = False
        self.ring: FocusRing | None = None


current = _Current()


def colour(name: str) -> QColor:
    """The colour of a token now: `colour("ink_soft")`."""
    return QColor(getattr(current.tokens, name))


def tint(name: str) -> QColor:
    """The pale ground for words in the colour `name`."""
    return QColor(current.tokens.tint(name))


def veil(name: str) -> QColor:
    """The same that lets the ground through, so that it is seen on each."""
    made = colour(name)
    made.setAlphaF(0.1)
    return made


def is_dark() -> bool:
    """Whether the dark scheme is in force."""
    return current.tokens is DARK


def apply(app: QApplication, scheme: Scheme = "system") -> None:
    """Dress the whole program; "system" follows the system's light or dark from now on."""
    current.scheme = scheme
    current.tokens = DARK if _wants_dark(app, scheme) else LIGHT
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette(current.tokens))
    app.setStyleSheet(style_sheet(current.tokens, app.font()))
    if current.ring is None:
        current.ring = FocusRing(app, lambda: colour("focus"))
    if not current.follows:
        current.follows = True
        app.styleHints().colorSchemeChanged.connect(_follow)
    current.changed.emit()


def style_sheet(tokens: Tokens, font: QFont) -> str:
    """`resources/style.qss` with colours, and with font sizes relative to the system's."""
    size = _points(font)
    text = resources.path("style.qss").read_text(encoding="utf-8")
    sizes = {"title_size": f"{size * TITLE:.1f}pt", "heading_size": f"{size * HEADING:.1f}pt",
             "small_size": f"{size * 0.9:.1f}pt", "pill": f"{QFontMetrics(font).height() // 2 + 4}px"}  # fmt: skip
    return Template(text).substitute(asdict(tokens), **sizes)


def small_font(font: QFont) -> QFont:
    """The font of a second line: nine tenths of `font`."""
    smaller = QFont(font)
    smaller.setPointSizeF(_points(font) * 0.9)
    return smaller


def strong_font(font: QFont) -> QFont:
    """`font` in semi-bold."""
    stronger = QFont(font)
    stronger.setWeight(QFont.Weight.DemiBold)
    return stronger


def characters(widget: QWidget, count: int) -> int:
    """The width in pixels of so many digits in the widget's font: sizes are counted in what is read."""
    return count * QFontMetrics(widget.font()).horizontalAdvance("0")


def is_narrow(widget: QWidget) -> bool:
    """Whether the window has room for one thing at a time only, at its size and its font's size."""
    return widget.window().width() < narrow_below(widget)


def narrow_below(widget: QWidget) -> int:
    """The width in pixels below which a window is narrow; it grows with the font."""
    return max(NARROW, _LINES_ACROSS * QFontMetrics(widget.font()).height())


def is_low(widget: QWidget) -> bool:
    """Whether the window has few lines of text, so that everything but the work itself must be short."""
    return widget.window().height() < _LINES_DOWN * QFontMetrics(widget.font()).height()


def _points(font: QFont) -> float:
    """The size of a font, also of one that was given in pixels."""
    return font.pointSizeF() if font.pointSizeF() > 0 else QFontInfo(font).pointSizeF()


def _follow() -> None:
    app = QApplication.instance()
    if current.scheme == "system" and isinstance(app, QApplication):
        apply(app, "system")


def _wants_dark(app: QApplication, scheme: Scheme) -> bool:
    if scheme == "system":
        return app.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return scheme == "dark"


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    plain = {
        role.Window: tokens.ground, role.WindowText: tokens.ink, role.Base: tokens.paper,
        role.AlternateBase: tokens.hover, role.Text: tokens.ink, role.Button: tokens.paper,
        role.ButtonText: tokens.ink, role.BrightText: tokens.serious, role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent, role.Link: tokens.accent, role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.paper, role.ToolTipText: tokens.ink, role.Accent: tokens.accent,
        role.PlaceholderText: tokens.ink_soft, role.Light: tokens.paper, role.Midlight: tokens.line,
        role.Mid: tokens.line, role.Dark: tokens.field_line, role.Shadow: tokens.field_line,
    }  # fmt: skip
    palette = QPalette()
    for which, name in plain.items():
        palette.setColor(which, QColor(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.ink_soft))
    return palette
