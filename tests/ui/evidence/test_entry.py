"""An entry of the register of evidence: typed, weighed, kept with its file, or from a file that was dropped."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from scrutineer.domain.errors import DiskFull
from scrutineer.domain.evidence import Evidence, EvidenceKind, EvidenceStrength
from scrutineer.ui.evidence import entry
from tests.factories import TODAY
from tests.ui.challenges.room import Room, fill, on_sheet, read


@pytest.fixture
def audit(tmp_path: Path) -> Path:
    """An audit as it lies on the desktop."""
    made = tmp_path / "Neglect audit.docx"
    made.write_bytes(b"PK" * 99)
    return made


def test_it_gets_its_reference_and_says_what_comes_next(room: Room):
    on_sheet(fill(
        title="Dashboard", kind=EvidenceKind.DATA, strength=EvidenceStrength.STRONG, dated_on=TODAY,
        held_by="Performance unit", where_held="Their folder", text="It rose.", agency_id=room.police.id,
    ))  # fmt: skip
    said = entry.ask(room.tools, room.parent, "")
    assert said == "E-2026-001 is in the register. Say what it shows, and about what."
    (kept,) = room.register.evidence.all()
    assert (kept.title, kept.kind, kept.strength, kept.dated_on, kept.held_by, kept.where_held, kept.text) == (
        "Dashboard", EvidenceKind.DATA, EvidenceStrength.STRONG, TODAY, "Performance unit", "Their folder", "It rose.",
    )  # fmt: skip
    assert kept.agency_id == room.police.id


def test_it_says_what_each_kind_carries_and_asks_whether_an_agency_s_own_audit_was_sampled(room: Room):
    seen: list[tuple[bool, str]] = []

    def act(sheet) -> None:
        form = sheet.form
        for kind in (EvidenceKind.POLICY, EvidenceKind.SINGLE_AUDIT, EvidenceKind.DATA):
            form.field("kind").restore(kind.value)
            seen.append((form.field("is_sampled").isVisible(), read(sheet)))
        form.field("kind").restore(EvidenceKind.SINGLE_AUDIT.value)
        form.field("is_sampled").restore("yes")
        seen.append((True, read(sheet)))

    on_sheet(act)
    assert entry.ask(room.tools, room.parent, "") == ""
    assert [asked for asked, _ in seen] == [False, True, False, True]
    assert ["it can carry “practice changed”" in words for _, words in seen] == [False, False, True, True]


def test_what_it_is_must_be_said_and_nothing_is_kept_until_then(room: Room, audit: Path):
    seen: list[str] = []

    def act(sheet) -> None:
        sheet.form.field("files").take([audit])
        sheet.save()
        seen.append(read(sheet))

    on_sheet(act)
    assert entry.new(room.tools, room.parent) is None
    assert "What it is: please fill this in." in seen[0]
    assert room.register.attachments.all() == []


def test_when_the_file_cannot_be_kept_neither_is_the_entry_and_the_sheet_stays(
    room: Room, audit: Path, monkeypatch: pytest.MonkeyPatch
):
    def full(*_args) -> None:
        raise DiskFull("There is no room.")

    monkeypatch.setattr(room.register.attachments, "attach", full)

    def act(sheet) -> None:
        sheet.form.field("files").take([audit])
        fill(title="Audit")(sheet)
        assert sheet.isVisible()

    on_sheet(act)
    assert entry.new(room.tools, room.parent) is None
    assert room.messages.said == ["There is no room."]
    assert room.register.evidence.all() == []


def test_a_file_that_was_dropped_gives_the_entry_its_name(room: Room, audit: Path):
    on_sheet(fill(kind=EvidenceKind.SINGLE_AUDIT))
    assert entry.of_files(room.tools, room.parent, [audit])
    (kept,) = room.register.evidence.all()
    assert kept.title == "Neglect audit"
    (file,) = room.register.attachments.of(kept.id)
    assert room.register.attachments.content(file) == b"PK" * 99


def test_an_e_mail_that_was_dropped_gives_its_day_too(room: Room, tmp_path: Path):
    mail = tmp_path / "Data.eml"
    mail.write_bytes(b"From: a@b.example\r\nDate: Mon, 9 Nov 2026 14:05:00 +0000\r\nSubject: Data\r\n\r\nIt rose.")
    on_sheet(fill())
    assert entry.of_files(room.tools, room.parent, [mail])
    assert room.register.evidence.all()[0].dated_on == date(2026, 11, 9)


def test_when_no_file_can_be_kept_nothing_is_asked(room: Room, tmp_path: Path):
    assert entry.of_files(room.tools, room.parent, [tmp_path / "gone.pdf"]) == ""
    assert len(room.messages.said) == 1


def test_changed_it_keeps_its_reference_and_is_not_asked_for_files_again(room: Room):
    kept = room.register.evidence.save(Evidence(title="Dashboard", kind=EvidenceKind.DATA))
    seen: list[str] = []
    on_sheet(lambda sheet: (seen.append(read(sheet)), fill(title="Dashboard, quarter 2")(sheet)))
    assert entry.edit(room.tools, room.parent, kept.id) == "Saved."
    (after,) = room.register.evidence.all()
    assert after == replace(kept, title="Dashboard, quarter 2", updated_at=after.updated_at)
    assert "Add a file" not in seen[0]
