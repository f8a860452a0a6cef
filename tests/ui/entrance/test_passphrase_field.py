from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from scrutineer.ui.entrance.passphrase_field import PassphraseField


def shown(qtbot: QtBot) -> PassphraseField:
    made = PassphraseField("Passphrase", "passphrase")
    qtbot.addWidget(made)
    made.show()
    return made


def test_it_is_hidden_until_it_is_shown(qtbot: QtBot) -> None:
    made = shown(qtbot)
    line = made.findChild(QLineEdit, "passphrase")
    assert line.echoMode() == QLineEdit.EchoMode.Password
    made.reveal(True)
    assert line.echoMode() == QLineEdit.EchoMode.Normal


def test_caps_lock_is_told_by_a_letter_that_comes_out_large_without_shift(qtbot: QtBot) -> None:
    made = shown(qtbot)
    QTest.keyClick(made._line, "A", Qt.KeyboardModifier.NoModifier)
    assert made._capitals.isVisible()
    QTest.keyClick(made._line, "a", Qt.KeyboardModifier.NoModifier)
    assert not made._capitals.isVisible()
    QTest.keyClick(made._line, "A", Qt.KeyboardModifier.ShiftModifier)
    assert not made._capitals.isVisible()
    QTest.keyClick(made._line, "1", Qt.KeyboardModifier.NoModifier)
    assert not made._capitals.isVisible()


def test_enter_says_that_it_was_entered(qtbot: QtBot) -> None:
    made = shown(qtbot)
    with qtbot.waitSignal(made.entered):
        QTest.keyClick(made._line, Qt.Key.Key_Return)
