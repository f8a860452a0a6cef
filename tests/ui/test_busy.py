from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scrutineer.ui.busy import busy


def test_the_cursor_waits_and_comes_back_even_after_a_failure() -> None:
    def fail() -> None:
        with busy():
            assert QApplication.overrideCursor().shape() == Qt.CursorShape.WaitCursor
            raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        fail()
    assert QApplication.overrideCursor() is None
