"""Evidence is linked from what it is about, and from what it is; a link is taken back and made again."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QLineEdit

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.ui.evidence import linking
from tests.factories import a_finding, an_activity
from tests.ui.challenges.room import Room, fill, on_sheet, press, read
from tests.ui.window import Said


def test_what_was_seen_is_picked_with_what_it_shows(room: Room):
    _, (part,) = room.put()
    visit = room.register.activities.save(an_activity())
    finding = room.register.findings.save(a_finding(activity_id=visit.id))
    seen: list[str] = []

    def act(sheet) -> None:
        seen.append(read(sheet))
        press(sheet, "pick-1")
        press(sheet, "pick-2")
        sheet.findChild(QLineEdit, "shows-1").setText("They knew each child")
        sheet.save()

    on_sheet(act)
    assert linking.ask(room.tools, room.parent, part.id) == "2 pieces of evidence linked."
    assert "What shows something about Police · C-2026-001?" in seen[0]
    assert "Strength · A-2026-001 · 16 Nov 2026 · Direct observation · more than the agency’s own account" in seen[0]
    shown = room.register.evidence.shown(part.id)
    assert {one.source.id for one in shown} == {visit.id, finding.id}
    assert sorted(one.link.shows for one in shown) == ["", "They knew each child"]


def test_nothing_picked_is_said_and_nothing_linked_is_offered_twice(room: Room):
    _, (part,) = room.put()
    visit = room.register.activities.save(an_activity())
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert linking.ask(room.tools, room.parent, part.id) == ""
    assert "Pick at least one." in seen[0]
    room.register.evidence.link(part, visit)
    assert linking.sources(room.tools, part) == []


def test_a_new_entry_is_made_on_the_way_and_picked(room: Room):
    _, (part,) = room.put()

    def act(sheet) -> None:
        assert "What is held elsewhere is a new entry." in read(sheet)
        on_sheet(fill(title="Dashboard", kind=EvidenceKind.DATA))
        press(sheet, "new-pick")
        assert "Entry · Data · more than the agency’s own account" in read(sheet)
        sheet.save()

    on_sheet(act)
    assert linking.ask(room.tools, room.parent, part.id) == "1 piece of evidence linked."
    (shown,) = room.register.evidence.shown(part.id)
    assert (shown.source.title, shown.is_independent) == ("Dashboard", True)


def test_an_entry_made_on_the_way_and_left_unlinked_is_there_the_next_time(room: Room):
    _, (part,) = room.put()

    def act(sheet) -> None:
        on_sheet(fill(title="Dashboard"))
        press(sheet, "new-pick")

    on_sheet(act)
    assert linking.ask(room.tools, room.parent, part.id) == ""
    assert [pick.title for pick in linking.sources(room.tools, part)] == ["Dashboard"]


def test_from_the_evidence_it_is_said_what_it_shows_and_about_whom(room: Room):
    _, (police, icb) = room.put(room.police, room.icb)
    room.answer(police)
    room.register.courses.agree_action(police.id, [Action(text="Audit plans."), Action(text="Drop it.")])
    audit, dropped = room.register.challenges.actions(police.id)
    room.register.actions.drop(dropped.id, "Overtaken.")
    entry = room.register.evidence.save(Evidence(title="Dashboard"))
    seen: list[str] = []

    def act(sheet) -> None:
        seen.append(read(sheet))
        sheet.form.field("picked").set_value({icb.id: "Interviews rose", audit.id: ""})
        sheet.save()

    on_sheet(act)
    assert linking.about(room.tools, room.parent, entry.id) == "Linked to 2 records."
    assert "Audit plans" in seen[0]
    assert "Drop it" not in seen[0]
    links = {link.subject_id: link.shows for link in room.register.evidence.used_by(entry.id)}
    assert links == {icb.id: "Interviews rose", audit.id: ""}
    assert room.register.actions.get(dropped.id).status is ActionStatus.DROPPED


def test_a_link_is_taken_back_and_undo_makes_it_again(room: Room):
    _, (part,) = room.put()
    visit = room.register.activities.save(an_activity())
    link = room.register.evidence.link(part, visit, "They knew")
    said = Said()
    assert linking.take_back(replace(room.tools, say=said), room.parent, link.id) == ""
    assert room.register.evidence.shown(part.id) == []
    assert said.sentences == ["The link is taken back."]
    said.then()
    (again,) = room.register.evidence.shown(part.id)
    assert again.link.shows == "They knew"


def test_what_was_picked_and_left_is_picked_again(room: Room):
    _, (part,) = room.put()
    visit = room.register.activities.save(an_activity())
    on_sheet(lambda sheet: (press(sheet, "pick-1"), QApplication.processEvents()))
    assert linking.ask(room.tools, room.parent, part.id) == ""
    on_sheet(lambda sheet: sheet.save())
    assert linking.ask(room.tools, room.parent, part.id)
    assert room.register.evidence.shown(part.id)[0].source.id == visit.id
