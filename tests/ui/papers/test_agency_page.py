"""The page about an agency leaves as a Word file."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import NotFound
from scrutineer.ui.papers import agency_page
from tests.factories import an_agency
from tests.ui.papers.test_export import text_of


def test_it_is_written_where_it_is_asked_for(register, tools, messages, tmp_path: Path, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    police = register.agencies.save(an_agency())
    messages.chosen = [tmp_path / "page"]
    assert agency_page.ask(tools, parent, police.id) == ""
    assert "Police: what I have seen and asked" in text_of(tmp_path / "page.docx")
    assert [path.name for path in tmp_path.glob("*.docx")] == ["page.docx"]
    with pytest.raises(NotFound):
        agency_page.ask(tools, parent, "nowhere")
