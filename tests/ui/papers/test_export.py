from __future__ import annotations

from pathlib import Path

import docx
import pytest

from scrutineer.domain.organisation import Meeting
from scrutineer.domain.paper import Paper
from scrutineer.reports import saving
from scrutineer.ui.papers import export
from scrutineer.ui.tools import Tools
from tests.ui.fakes import ChoosingMessages


def text_of(path: Path) -> str:
    word = docx.Document(str(path))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in word.paragraphs), *cells])


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Files that another program holds, by name."""
    names: list[str] = []
    honest = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target).name in names:
            raise PermissionError(13, "held")
        return honest(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(saving, "WAITS", ())
    return names


def test_a_file_that_another_program_holds_is_left_and_a_numbered_name_is_offered(
    paper: Paper, tools: Tools, messages: ChoosingMessages, tmp_path: Path, held: list[str]
) -> None:
    target = tmp_path / "Paper.docx"
    target.write_bytes(b"what stands there")
    held.append("Paper.docx")
    messages.chosen = [target]
    export.paper(tools, paper.id)
    assert target.read_bytes() == b"what stands there"
    assert "open in another program" in messages.said[0]
    assert "Executive Group" in text_of(tmp_path / "Paper (2).docx")


def test_whoever_declines_the_other_name_gets_no_file(
    paper: Paper, tools: Tools, messages: ChoosingMessages, tmp_path: Path, held: list[str]
) -> None:
    held.append("Paper.docx")
    messages.chosen, messages.yes = [tmp_path / "Paper.docx"], False
    export.paper(tools, paper.id)
    assert list(tmp_path.glob("*.docx")) == []


def test_a_folder_that_is_not_there_is_said(
    paper: Paper, tools: Tools, messages: ChoosingMessages, tmp_path: Path
) -> None:
    messages.chosen = [tmp_path / "gone" / "Paper.docx"]
    export.paper(tools, paper.id)
    assert "is not there" in messages.said[0]


def test_the_log_and_the_whole_record_leave_too_the_latter_after_a_warning(
    meeting: Meeting, tools: Tools, messages: ChoosingMessages, tmp_path: Path
) -> None:
    messages.chosen = [tmp_path / "log.docx", tmp_path / "all.docx"]
    export.log(tools)
    export.everything(tools)
    assert "No challenge has been put." in text_of(tmp_path / "log.docx")
    assert "Executive Group" in text_of(tmp_path / "all.docx")
    assert "private text" in messages.said[0]


def test_the_whole_record_stays_when_the_warning_is_heeded(
    meeting: Meeting, tools: Tools, messages: ChoosingMessages
) -> None:
    messages.yes = False
    export.everything(tools)
    assert messages.proposed == []
