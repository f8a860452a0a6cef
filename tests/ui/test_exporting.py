"""A file leaves whole, under the name that was chosen, or under another when that one is held."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from scrutineer.domain.errors import CannotWrite
from scrutineer.register.register import Register
from scrutineer.reports import saving
from scrutineer.ui import exporting
from scrutineer.ui.jobs import InlineJobs
from scrutineer.ui.tools import Tools
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import Said, tools_for

KINDS = "E-mail (*.eml)"


def tools_with(register: Register, folder: Path, messages: ChoosingMessages) -> Tools:
    plain = tools_for(register, folder)
    return Tools(register, InlineJobs(messages), messages, plain.preferences, plain.say)


def write(tools: Tools, content: bytes = b"words") -> None:
    exporting.ask(tools, "Save it", "a.eml", KINDS, lambda: content)


@pytest.mark.parametrize(("chosen", "written"), [("b", "b.eml"), ("b.EML", "b.EML"), ("b.docx", "b.docx.eml")])
def test_the_chosen_name_gets_its_ending(register, tmp_path, qtbot: QtBot, chosen: str, written: str) -> None:
    tools = tools_with(register, tmp_path, ChoosingMessages(tmp_path / chosen))
    write(tools)
    assert (tmp_path / written).read_bytes() == b"words"
    assert isinstance(tools.say, Said)
    assert tools.say.sentences == [f"“{written}” was written to {tmp_path}."]
    assert tools.preferences.last_folder == tmp_path


def test_when_no_place_is_chosen_nothing_is_made(register, tmp_path, qtbot: QtBot) -> None:
    def never() -> bytes:
        raise AssertionError("nothing was asked for")

    exporting.ask(tools_with(register, tmp_path, ChoosingMessages()), "Save it", "a.eml", KINDS, never)


@pytest.mark.parametrize("agrees", [True, False])
def test_a_file_held_elsewhere_is_offered_another_name(
    register, tmp_path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    target = tmp_path / "a.eml"
    target.write_bytes(b"open")
    honest = Path.replace

    def held(self: Path, goal: Path) -> Path:
        if Path(goal).name == "a.eml":
            raise PermissionError(13, "held")
        return honest(self, goal)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(saving, "WAITS", ())
    write(tools_with(register, tmp_path, ChoosingMessages(target, yes=agrees)))
    assert target.read_bytes() == b"open"
    assert (tmp_path / "a (2).eml").exists() is agrees


def test_what_cannot_be_written_is_said_in_words(register, tmp_path, qtbot: QtBot) -> None:
    messages = ChoosingMessages(tmp_path / "nowhere" / "a.eml")
    write(tools_with(register, tmp_path, messages))
    assert messages.said
    assert messages.said[-1] == CannotWrite(f"The folder “{tmp_path / 'nowhere'}” is not there.").sentence


def test_a_name_has_its_day_and_nothing_that_a_file_cannot_be_called(register, tmp_path, qtbot: QtBot) -> None:
    tools = tools_with(register, tmp_path, ChoosingMessages())
    assert exporting.dated(tools, 'e-mail to LA (lead) with A/B: "C".eml') == (
        "2026-11-23 EX e-mail to LA (lead) with A B C .eml"
    )
