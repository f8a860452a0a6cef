"""What can be done from anywhere."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import NotFound
from scrutineer.ui.deeds import DEEDS
from tests.factories import an_undertaking


def test_deeds_in_the_menu_have_words_and_a_key_of_their_own():
    in_menu = [deed for deed in DEEDS.values() if deed.words]
    keys = [deed.shortcut for deed in in_menu]
    assert all(QKeySequence(key).toString() == key for key in keys)
    assert len(set(keys)) == len(keys)


def test_a_deed_writes_and_says_what_it_did(tools, register, qtbot):
    promise = register.undertakings.promise(an_undertaking())
    assert DEEDS["keep"].ask(tools, QWidget(), promise.id) == "Kept: Send the audit tool"
    assert register.undertakings.get(promise.id).done_on == register.today()


@pytest.mark.parametrize("code", [
    "chase", "move_date", "feedback", "keep", "pass_on", "thank", "minute", "reported", "seen", "link_evidence",
    "link_to", "unlink", "open_file", "save_file", "add_file", "new_version", "take_out",
    "changes", "letter", "adopt", "change_adoption", "practice", "voice", "tell",
])  # fmt: skip
def test_a_deed_about_a_record_that_is_gone_is_refused_in_words(tools, qtbot, code):
    with pytest.raises(NotFound):
        DEEDS[code].ask(tools, QWidget(), "0" * 32)
