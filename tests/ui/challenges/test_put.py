"""“Put a challenge”: three things are needed, and the keyboard alone is quick."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from scrutineer.domain.activity import Activity, Finding, FindingKind
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Priority, Status
from scrutineer.domain.entity import Origin
from scrutineer.ui.challenges import put
from tests.factories import TODAY
from tests.ui.challenges.room import WORDS, Keyboard, Room, fill, on_sheet, press, read


def only(room: Room) -> tuple[Challenge, list[Addressee]]:
    (line,) = room.register.challenges.lines()
    return room.register.challenges.get(line.id), room.register.challenges.parts(line.id)


def test_three_challenges_to_two_parties_each_take_forty_keys_beyond_their_words(room: Room):
    keyboard = Keyboard()

    def by_keyboard(_sheet) -> None:
        keyboard.words(WORDS)
        keyboard.key(Qt.Key.Key_Tab)
        for letters in ("pol", "ic"):
            keyboard.type(letters)
            keyboard.key(Qt.Key.Key_Return)
        keyboard.key(Qt.Key.Key_Return, control=True)

    for _ in range(3):
        keyboard.keys += 1      # Ctrl+Shift+N
        on_sheet(by_keyboard)
        assert put.ask(room.tools, room.parent, "").endswith("was put to Police and ICB.")
    assert keyboard.keys <= 40
    found = room.register.challenges.lines()
    assert [line.status_words for line in found] == ["Raised"] * 3
    assert {line.put_to for line in found} == {"Police, ICB"}


def test_words_parties_and_date_are_enough_and_the_rest_follows(room: Room):
    on_sheet(fill(text=WORDS, parties=(Addressee(agency_id=room.police.id),), priority=Priority.URGENT))
    put.ask(room.tools, room.parent, "")
    challenge, (part,) = only(room)
    assert (challenge.raised_on, challenge.status) == (TODAY, Status.RAISED)
    assert challenge.title == "Of 22 plans I read, 5 showed the interview"
    assert (part.due_on, part.first_due_on) == (date(2026, 11, 30), date(2026, 11, 30))


def test_what_is_missing_stands_beside_its_field(room: Room):
    seen: list[str] = []
    on_sheet(lambda sheet: (sheet.save(), seen.append(read(sheet))))
    assert put.ask(room.tools, room.parent, "") == ""
    assert "Say to whom it is put." in seen[0]
    on_sheet(lambda sheet: (fill(parties=(Addressee(agency_id=room.police.id),))(sheet), seen.append(read(sheet))))
    put.ask(room.tools, room.parent, "")
    assert "Write the words of the challenge." in seen[1]
    assert room.register.challenges.lines() == []


def test_a_date_before_it_was_put_is_refused_beside_the_parties(room: Room):
    seen: list[str] = []
    early = Addressee(agency_id=room.police.id, due_on=date(2026, 11, 1))
    on_sheet(lambda sheet: (fill(text=WORDS, parties=(early,))(sheet), seen.append(read(sheet))))
    assert put.ask(room.tools, room.parent, "") == ""
    assert "The answer would be due before the challenge was put." in seen[0]


def test_the_suggested_date_follows_the_priority(room: Room):
    seen: list[str] = []

    def act(sheet) -> None:
        sheet.form.field("parties").set_value((Addressee(agency_id=room.police.id),))
        for priority in (Priority.ROUTINE, Priority.URGENT):
            sheet.form.field("priority").restore(priority.value)
            seen.append(sheet.findChild(QLineEdit, "due_on-1").placeholderText())

    on_sheet(act)
    put.ask(room.tools, room.parent, "")
    assert seen == ["21 Dec 2026", "30 Nov 2026"]


def test_a_draft_is_kept_opened_again_and_put(room: Room):
    def keep(sheet) -> None:
        sheet.form.field("text").set_value(WORDS)
        sheet.form.field("parties").set_value((Addressee(agency_id=room.police.id),))
        press(sheet, "keep-draft")

    on_sheet(keep)
    assert put.ask(room.tools, room.parent, "").endswith("is kept as a draft.")
    draft, _ = only(room)
    assert draft.status is Status.DRAFT
    on_sheet(fill(title="A better title"))
    put.ask(room.tools, room.parent, draft.id)
    challenge, (part,) = only(room)
    assert (challenge.id, challenge.title, challenge.status) == (draft.id, "A better title", Status.RAISED)
    assert part.agency_id == room.police.id


def test_what_was_typed_and_left_is_there_again_parties_and_all(room: Room):
    def leave(sheet) -> None:
        sheet.form.restore_draft({"text": WORDS})
        sheet.form.field("parties").set_value((Addressee(agency_id=room.icb.id),))

    on_sheet(leave)
    assert put.ask(room.tools, room.parent, "") == ""
    on_sheet(fill())
    assert put.ask(room.tools, room.parent, "").endswith("was put to ICB.")


def test_a_finding_hands_on_its_words_agencies_and_what_works(room: Room):
    register = room.register
    visit = register.activities.note_what_i_saw(
        Activity(title="Front door visited", held_on=TODAY, agency_ids=(room.la.id,)),
        [Finding(kind=FindingKind.STRENGTH, text="They ring back."),
         Finding(kind=FindingKind.CONCERN, text="Who reads the plan?")],
    )  # fmt: skip
    concern = next(one for one in register.activities.findings(visit.id) if one.kind is FindingKind.CONCERN)
    on_sheet(fill())
    put.ask(room.tools, room.parent, concern.id)
    challenge, (part,) = only(room)
    assert (challenge.text, challenge.what_works) == ("Who reads the plan?", "They ring back.")
    assert (challenge.finding_id, challenge.activity_id, part.agency_id) == (concern.id, visit.id, room.la.id)


def test_an_old_log_is_entered_as_it_was_found(room: Room):
    seen: list[str] = []

    def act(sheet) -> None:
        press(sheet, "is_as_found")
        seen.append(read(sheet))
        seen.append(sheet.findChild(object, "save").text())
        fill(text=WORDS, raised_on=None, status=Status.CLOSED, impact_level=ImpactLevel.DIFFERENCE,
             closed_on=date(2024, 3, 1), parties=(Addressee(agency_id=room.police.id),))(sheet)  # fmt: skip

    on_sheet(act)
    assert put.ask(room.tools, room.parent, "").endswith("was entered as found.")
    challenge, (part,) = only(room)
    assert "Status" in seen[0]
    assert seen[1] == "Enter it as found"
    assert (challenge.status, challenge.origin, challenge.raised_on) == (Status.CLOSED, Origin.AS_FOUND, None)
    assert (challenge.impact_level, challenge.closed_on) == (ImpactLevel.DIFFERENCE, date(2024, 3, 1))
    assert (part.status, part.due_on) == (Status.CLOSED, None)


def test_the_sheet_asks_for_a_challenge_and_nothing_is_lost_on_the_way():
    putting = put.Putting(text=WORDS, parties=(Addressee(),), is_as_found=True)
    assert replace(putting.challenge, id=putting.id) == putting.challenge
    assert putting.challenge.text == WORDS
