"""The Evidence screen over a real record."""

from __future__ import annotations

from dataclasses import replace

import pytest

from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.organisation import Serves
from scrutineer.ui.evidence.page import EvidenceScreen
from tests.factories import an_activity
from tests.ui.challenges.room import Room, fill, on_sheet, press, read


@pytest.fixture
def screen(room: Room, qtbot) -> EvidenceScreen:
    made = EvidenceScreen(room.tools)
    qtbot.addWidget(made)
    room.register.on_change(made.note_change)
    made.resize(1280, 800)
    made.show()
    return made


def listed(screen: EvidenceScreen) -> list[str]:
    return [screen.table.lines.line(row).id for row in range(screen.table.lines.rowCount())]


def test_an_empty_list_says_what_belongs_there_and_makes_the_first(screen: EvidenceScreen, qtbot):
    assert "What shows that something is so stands here" in read(screen.empty)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.empty, "first")
    assert heard.args == ["new_entry", ""]


def test_what_is_entered_or_linked_elsewhere_comes_at_once(screen: EvidenceScreen, room: Room):
    _, (part,) = room.put()
    visit = room.register.activities.save(an_activity())
    assert listed(screen) == []
    room.register.evidence.link(part, visit)
    entry = room.register.evidence.save(Evidence(title="Policy"))
    assert set(listed(screen)) == {visit.id, entry.id}
    screen.bar.choose("beyond")
    assert listed(screen) == [visit.id]


def test_a_link_and_a_file_are_shown_with_what_they_belong_to(screen: EvidenceScreen, room: Room):
    _, (part,) = room.put()
    entry, other = (room.register.evidence.save(Evidence(title=title)) for title in ("Policy", "Audit"))
    link = room.register.evidence.link(part, entry)
    file = room.register.attachments.attach(other, "audit.pdf", b"%PDF")
    screen.bar.choose("unlinked")
    screen.open("evidence_link", link.id)
    assert screen.detail.shown == screen.table.selected_id() == entry.id
    screen.open("attachment", file.id)
    assert screen.detail.shown == other.id
    screen.open("evidence", entry.id)
    assert screen.detail.shown == entry.id


def test_editing_is_done_here_opening_and_linking_are_asked_of_the_window(screen: EvidenceScreen, room: Room, qtbot):
    _, (part,) = room.put()
    entry = room.register.evidence.save(Evidence(title="Policy", kind=EvidenceKind.POLICY))
    room.register.evidence.link(part, entry, "It says so")
    screen.open("evidence", entry.id)
    on_sheet(fill(title="Policy, revised"))
    press(screen.detail, "step-edit_entry")
    assert room.said == ["Saved."]
    assert "Policy, revised" in read(screen.detail)
    with qtbot.waitSignal(screen.wanted) as heard:
        press(screen.detail, "step-link_to")
    assert heard.args == ["link_to", entry.id]
    with qtbot.waitSignal(screen.open_requested) as heard:
        press(screen.detail, f"open-{part.id}")
    assert heard.args == ["addressee", part.id]


def test_a_file_dropped_here_becomes_an_entry(screen: EvidenceScreen):
    assert screen.takes_files == "evidence.entry:of_files"


def test_kinds_follow_whom_the_partnership_serves_while_the_window_is_open(room: Room, screen: EvidenceScreen):
    room.register.evidence.save(Evidence(title="A forum of adults", kind=EvidenceKind.CHILDREN))

    def kind() -> str:
        return screen.table.lines.columns[1].words(screen.table.lines.line(0))

    assert kind().startswith("Children’s voice")
    room.register.partnerships.save(replace(room.register.partnership, serves=Serves.ADULTS))
    assert kind().startswith("Adults’ voice")
