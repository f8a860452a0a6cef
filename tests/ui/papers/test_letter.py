"""A letter is asked for from a part, an agency or anywhere, and leaves as a Word file."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from scrutineer.domain.activity import Finding
from scrutineer.domain.challenge import Addressee, Challenge, Outcome
from scrutineer.domain.figures import LetterKind
from scrutineer.domain.organisation import Agency
from scrutineer.register.register import Register
from scrutineer.ui.papers import letter
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.form_sheet import FormSheet
from scrutineer.ui.widgets.several import SeveralField
from scrutineer.ui.widgets.words import Words
from tests.factories import TODAY, an_activity, an_agency
from tests.ui import window
from tests.ui.fakes import ChoosingMessages
from tests.ui.papers.test_export import text_of


@pytest.fixture
def police(register: Register) -> Agency:
    return register.agencies.save(an_agency())


@pytest.fixture
def parts(register: Register, police: Agency) -> list[Addressee]:
    """Three questions to the police, the last of them not pursued."""
    made = [register.challenges.put_to(Challenge(title=title, text="Who?"), [Addressee(agency_id=police.id)])
            for title in ("Fathers", "Nights", "Hubs")]  # fmt: skip
    found = [register.challenges.parts(one.id)[0] for one in made]
    register.courses.end(found[2].id, Outcome.NOT_PURSUED, TODAY, because="Asked elsewhere.")
    return found


@pytest.fixture
def out(messages: ChoosingMessages, tmp_path: Path) -> Path:
    """Where the letter is to go; its ending is left out, as people do."""
    messages.chosen = [tmp_path / "letter"]
    return tmp_path / "letter.docx"


@pytest.fixture
def write(tools: Tools, qtbot: QtBot):
    """Ask for a letter about this id, do something on its sheet, and save; answers with what is ticked there."""

    def write(id_: str, **chosen: object) -> list[str]:
        parent, ticked = QWidget(), []
        qtbot.addWidget(parent)

        def act(sheet: QDialog) -> None:
            form = sheet.findChild(Form)
            for name, value in chosen.items():
                form.field(name).set_value(value)
                form.field(name).edited.emit()
            field = form.field("about")
            assert isinstance(field, SeveralField)
            ticked.extend(option.label for option in field._options if option.id in field.value())
            assert isinstance(sheet, FormSheet)
            sheet.save()
            ticked.extend(words.said() for words in sheet.findChildren(Words)
                          if words.property("role") == "problem" and words.isVisible())  # fmt: skip

        window.on_sheet(act)
        assert letter.ask(tools, parent, id_) == ""
        return ticked

    return write


def test_from_a_part_it_is_about_that_part_alone(write, parts, messages, out):
    assert write(parts[1].id) == ["C-2026-002 Nights"]
    assert messages.proposed[0].name == "2026-11-23 EX letter to Police, questions.docx"
    assert docx.Document(str(out)).core_properties.subject == "Letter to Police about EX-C-2026-002"


def test_from_a_part_that_has_ended_it_closes(write, parts, messages, out):
    assert write(parts[2].id) == ["C-2026-003 Hubs"]
    assert messages.proposed[0].name == "2026-11-23 EX letter to Police, thanks.docx"
    assert "How it ended: Not pursued: Asked elsewhere." in text_of(out)


def test_from_an_agency_it_is_about_all_that_is_open_there(write, parts, police, out):
    assert write(police.id) == ["C-2026-001 Fathers", "C-2026-002 Nights"]
    assert "I ask 2 questions" in text_of(out)


def test_from_anywhere_it_asks_to_whom_and_offers_what_is_open_there(write, parts, register, out):
    place = next(str(place) for place, one in enumerate(register.parties.all()) if one.name == "Police")
    assert write("", to=place) == ["C-2026-001 Fathers", "C-2026-002 Nights"]
    assert out.exists()


def test_without_a_party_or_a_challenge_it_says_what_is_missing(write, parts, police, out):
    assert write("") == ["Say to whom it goes."]
    assert write(police.id, about=()) == ["Choose at least one challenge for the letter."]
    assert write(police.id, kind=LetterKind.CLOSING) == ["Choose at least one challenge for the letter."]
    assert not out.exists()


def test_a_letter_of_recognition_asks_nothing_and_needs_something_seen(write, register, police, out):
    nothing = "No strength seen at Police within the last year is on record, so there is none to tell."
    assert write(police.id, kind=LetterKind.RECOGNITION) == [nothing]
    seen = Finding(text="They ring.", agency_ids=(police.id,))
    register.activities.note_what_i_saw(an_activity(held_on=TODAY), [seen])
    assert write(police.id, kind=LetterKind.RECOGNITION) == []
    assert "They ring." in text_of(out)
