"""The page that goes back is asked for from Learning or the menu, and leaves as a Word file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from scrutineer.domain.activity import FindingKind
from scrutineer.domain.learning import Whose
from scrutineer.ui.papers import you_said
from scrutineer.ui.widgets.form import Form
from tests.factories import TODAY, a_finding, an_activity
from tests.ui.papers.test_export import text_of
from tests.ui.window import on_sheet, press


@pytest.fixture
def visit(register):
    """Somebody was heard there, a year and a half ago."""
    made = register.activities.save(an_activity(held_on=TODAY.replace(year=2025, month=5)))
    heard = register.findings.save(a_finding(kind=FindingKind.VOICE, text="The room is loud.", activity_id=made.id))
    register.voices.keep(replace(register.voices.begin(heard.id), whose=Whose.YOUNG_PERSON))
    return made


@pytest.fixture
def write(tools, messages, tmp_path: Path, qtbot):
    """Fill the sheet in and save it; answers with the file and what stood wrong in the sheet."""

    def write(**values: object) -> tuple[Path, str]:
        parent, seen = QWidget(), []
        qtbot.addWidget(parent)
        messages.chosen = [tmp_path / "page"]

        def act(sheet: QDialog) -> None:
            form = sheet.findChild(Form)
            seen.append(form.field("starts_on").isVisibleTo(sheet))
            for name, value in values.items():
                form.field(name).set_value(value)
                form.field(name).edited.emit()
            press(sheet, "save")
            seen.append(form.field("starts_on").isVisibleTo(sheet))
            seen.append(form._general.text())

        on_sheet(act)
        assert you_said.ask(tools, parent, "") == ""
        assert seen[:2] == [True, "activity_id" not in values]
        return tmp_path / "page.docx", seen[2]

    return write


def test_it_is_written_for_one_activity(visit, write):
    written, _ = write(activity_id=visit.id)
    assert "The room is loud." in text_of(written)


def test_a_year_in_which_nothing_can_be_told_is_refused_in_the_sheet(visit, write):
    written, wrong = write()
    assert not written.exists()
    assert wrong.startswith("No voice here says yet when it was heard.")


def test_it_is_written_for_a_time(visit, write):
    written, _ = write(starts_on=visit.held_on, ends_on=TODAY)
    assert "The room is loud." in text_of(written)
