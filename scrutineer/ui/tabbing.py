"""Where Tab leads: through a window as it is read, from the top down and from left to right.

Qt would go in the order in which widgets were put into the window, so that what is written anew comes last,
wherever it stands. Here the layouts are asked, each time. It knows only widgets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLayout, QScrollArea, QSplitter, QWidget

_BY_TAB = Qt.FocusPolicy.TabFocus


def as_read(within: QWidget) -> Iterator[QWidget]:
    """A widget and what is in sight within it, in the order in which it is read."""
    yield within
    for part in _parts(within):
        if part.isVisible() and not part.isWindow():
            yield from as_read(part)


def takes_keyboard(widget: QWidget) -> bool:
    """Whether Tab may come to rest on it; of buttons of which one is always chosen, on that one."""
    if not widget.isEnabled() or not widget.isVisible() or widget.focusProxy():
        return False
    if isinstance(widget, QAbstractButton) and _is_one_of_several(widget):
        return widget.isChecked()
    return widget.focusPolicy() & _BY_TAB == _BY_TAB


def step(window: QWidget, *, forwards: bool) -> bool:
    """Take the keyboard to what comes next in a window, after its end to its beginning; False when there is nothing."""
    read = list(as_read(window))
    held = window.focusWidget()
    place = read.index(held) if held in read else -1
    onwards = [*read[place + 1 :], *read[: max(place, 0)]]
    if not forwards:
        onwards = [*read[: max(place, 0)][::-1], *read[place + 1 :][::-1]]
    reason = Qt.FocusReason.TabFocusReason if forwards else Qt.FocusReason.BacktabFocusReason
    following = next((widget for widget in onwards if takes_keyboard(widget)), None)
    if following is None:
        return False
    following.setFocus(reason)
    _bring_into_sight(following)
    return True


def _bring_into_sight(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around and not around.isWindow():
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _is_one_of_several(button: QAbstractButton) -> bool:
    group = button.group()
    return button.isCheckable() and (button.autoExclusive() or bool(group and group.exclusive()))


def _parts(widget: QWidget) -> list[QWidget]:
    """Its children: those that it lays out, as they are laid out, then the others."""
    every = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    layout = widget.layout()
    laid_out = _laid_out(layout, every) if layout else []
    if isinstance(widget, QSplitter):
        laid_out = [one for place in range(widget.count()) if (one := widget.widget(place))]
    return list(dict.fromkeys([*laid_out, *every]))


def _laid_out(layout: QLayout, among: Sequence[QWidget]) -> list[QWidget]:
    """Those of some widgets that stand in a layout or in one within it, in its order.

    The layout is asked for the place of each, never for its items: Python would hold on to an item that has gone, and
    take what comes to lie in its place for it.
    """
    places: list[tuple[int, list[QWidget]]] = [(layout.indexOf(one), [one]) for one in among]
    for inner in layout.children():
        if isinstance(inner, QLayout):
            places.append((layout.indexOf(inner), _laid_out(inner, among)))
    there = sorted((one for one in places if one[0] >= 0), key=itemgetter(0))
    return [one for _, found in there for one in found]
