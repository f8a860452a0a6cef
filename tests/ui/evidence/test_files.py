"""Files kept in the record: opened as copies, saved, added to version by version, taken out with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from scrutineer.domain.errors import CannotWrite
from scrutineer.domain.evidence import Attachment, Evidence
from scrutineer.exchange.opened import OpenedCopies
from scrutineer.ui.evidence import files
from scrutineer.ui.tools import Tools
from tests.ui.challenges.room import Room, fill, on_sheet, read
from tests.ui.fakes import ChoosingMessages


class Kept(NamedTuple):
    """An entry with one file, and what was opened and asked."""

    room: Room
    tools: Tools
    messages: ChoosingMessages
    entry: Evidence
    file: Attachment
    opened: list[Path]

    def versions(self) -> list[tuple[str, int]]:
        return [(one.file_name, one.version) for one in self.room.register.attachments.of(self.entry.id)]


@pytest.fixture
def kept(room: Room, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """An entry with one file in it."""
    opened: list[Path] = []
    def open_url(url: QUrl) -> bool:
        opened.append(Path(url.toLocalFile()))
        return opened[-1].suffix != ".eml"      # for which this computer has no program

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    messages = ChoosingMessages()
    tools = replace(room.tools, messages=messages, copies=OpenedCopies(tmp_path / "opened"))
    entry = room.register.evidence.save(Evidence(title="Audit"))
    file = room.register.attachments.attach(entry, "audit.pdf", b"%PDF one")
    return Kept(room, tools, messages, entry, file, opened)


def a_file(folder: Path, name: str, data: bytes = b"%PDF two") -> Path:
    made = folder / name
    made.write_bytes(data)
    return made


def test_a_file_is_opened_as_a_copy_that_cannot_be_changed_and_goes(kept: Kept):
    assert "Changes made in it are not kept." in files.open_file(kept.tools, kept.room.parent, kept.file.id)
    (copy,) = kept.opened
    assert copy.read_bytes() == b"%PDF one"
    assert copy.stat().st_mode & 0o222 == 0
    kept.tools.copies.sweep()
    assert not copy.exists()


def test_where_no_program_opens_it_that_is_said(kept: Kept):
    mail = kept.room.register.attachments.attach(kept.entry, "mail.eml", b"From: a@b.example")
    said = files.open_file(kept.tools, kept.room.parent, mail.id)
    assert said == "No program of this computer opens “mail.eml”. Save a copy of it instead."


def test_a_kind_that_could_run_as_a_program_is_not_opened_but_may_be_saved(kept: Kept, tmp_path: Path):
    odd = kept.room.register.attachments.attach(kept.entry, "letter.pdf.msg", b"?")
    kept.messages.chosen = [tmp_path / "saved.msg"]
    said = files.open_file(kept.tools, kept.room.parent, odd.id)
    assert "is of a kind that is not opened from here" in kept.messages.said[0]
    assert said == "A copy is saved as “saved.msg”. It lies outside the record, and is yours to delete."
    assert (tmp_path / "saved.msg").read_bytes() == b"?"
    kept.messages.yes = False
    assert files.open_file(kept.tools, kept.room.parent, odd.id) == ""
    assert kept.opened == []


def test_a_copy_is_saved_under_a_name_that_is_nothing_but_a_name(kept: Kept, tmp_path: Path):
    odd = kept.room.register.attachments.attach(kept.entry, "../../etc/plan: one.docx", b"not a document")
    kept.messages.chosen = [tmp_path / "plan.docx"]
    assert files.save_file(kept.tools, kept.room.parent, odd.id)
    assert kept.messages.proposed[-1].name == "plan one.docx"
    assert (tmp_path / "plan.docx").read_bytes() == b"not a document"
    assert kept.tools.preferences.last_folder == tmp_path
    assert files.save_file(kept.tools, kept.room.parent, odd.id) == ""      # no place was chosen


def test_a_copy_that_cannot_be_saved_leaves_what_was_there(kept: Kept, tmp_path: Path):
    there = tmp_path / "folder"
    there.mkdir()
    (there / "inside").touch()
    kept.messages.chosen = [there]
    with pytest.raises(CannotWrite):
        files.save_file(kept.tools, kept.room.parent, kept.file.id)
    assert [path.name for path in there.iterdir()] == ["inside"]
    assert not list(tmp_path.glob("*.part"))


def test_several_files_are_kept_at_once_with_a_note(kept: Kept, tmp_path: Path):
    new = [a_file(tmp_path, "plan.docx"), a_file(tmp_path, "data.csv")]

    def act(sheet) -> None:
        sheet.form.field("files").take(new)
        fill(note="As sent")(sheet)

    on_sheet(act)
    said = files.add(kept.tools, kept.room.parent, kept.entry.id)
    assert said == "Kept in the record: “plan.docx” (1 KB) and “data.csv” (1 KB)."
    assert kept.versions() == [("audit.pdf", 1), ("plan.docx", 1), ("data.csv", 1)]
    assert {one.note for one in kept.room.register.attachments.of(kept.entry.id)} == {"", "As sent"}


def test_without_a_file_nothing_is_kept(kept: Kept):
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert files.add(kept.tools, kept.room.parent, kept.entry.id) == ""
    assert "Choose the file." in seen[0]


def test_a_file_added_to_an_answer_is_kept_with_the_reply_that_it_came_in(kept: Kept, tmp_path: Path):
    _, (part,) = kept.room.put()
    reply = kept.room.answer(part)
    (response,) = kept.room.register.challenges.responses(part.id)
    on_sheet(fill_files(a_file(tmp_path, "letter.pdf")))
    assert files.add(kept.tools, kept.room.parent, response.id)
    assert [one.file_name for one in kept.room.register.attachments.of(reply.id)] == ["letter.pdf"]


def test_a_newer_version_stands_beside_the_earlier_one_under_its_name(kept: Kept, tmp_path: Path):
    on_sheet(fill_files(a_file(tmp_path, "audit final FINAL.pdf")))
    said = files.add_version(kept.tools, kept.room.parent, kept.file.id)
    assert said == "Version 2 of “audit.pdf” is kept; the earlier ones stay."
    assert kept.versions() == [("audit.pdf", 1), ("audit.pdf", 2)]


def test_the_same_again_and_another_kind_of_file_are_no_versions(kept: Kept, tmp_path: Path):
    on_sheet(fill_files(a_file(tmp_path, "same.pdf", b"%PDF one")))
    said = files.add_version(kept.tools, kept.room.parent, kept.file.id)
    assert said == "That is what is kept already, as version 1."
    seen: list[str] = []

    def other(sheet) -> None:
        fill_files(a_file(tmp_path, "plan.docx"))(sheet)
        seen.append(read(sheet))

    on_sheet(other)
    assert files.add_version(kept.tools, kept.room.parent, kept.file.id) == ""
    assert "This is another kind of file than “audit.pdf”" in seen[0]
    assert kept.versions() == [("audit.pdf", 1)]


def test_a_file_goes_with_a_reason_and_not_without(kept: Kept):
    seen: list[str] = []

    def act(sheet) -> None:
        sheet.save()
        seen.append(read(sheet))
        fill(why="It names a child")(sheet)

    on_sheet(act)
    assert files.take_out(kept.tools, kept.room.parent, kept.file.id) == "“audit.pdf” is taken out of the record."
    assert "Say why the file goes." in seen[0]
    assert "Older backups hold it still." in seen[0]
    assert kept.versions() == []


def fill_files(*paths: Path):
    """For a sheet: these files, then Keep."""
    def act(sheet) -> None:
        sheet.form.field("files").take(paths)
        sheet.save()

    return act
