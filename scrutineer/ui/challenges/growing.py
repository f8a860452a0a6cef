"""A sheet takes more room when a choice asks for more; it never becomes smaller under the reader's eyes."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from scrutineer.ui.widgets.form_sheet import FormSheet


def grow(sheet: FormSheet) -> None:
    """As high as its form needs, once that is laid out; before the sheet is shown it takes its room by itself."""

    def take_room() -> None:
        if sheet.isVisible():
            sheet.resize(sheet.size().expandedTo(sheet.sizeHint()))

    QTimer.singleShot(0, sheet, take_room)
