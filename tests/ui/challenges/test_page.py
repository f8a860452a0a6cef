"""The screen: what it lists, what it reads again after a save, and how one gets about in it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Challenge, Stage, Status
from scrutineer.domain.errors import NotFound
from scrutineer.domain.escalation import EscalationStep, Rung
from scrutineer.domain.note import NoteKind
from scrutineer.ui import reading
from scrutineer.ui.challenges import page
from scrutineer.ui.challenges.columns import FILTERS
from scrutineer.ui.challenges.detail import ChallengeDetail
from scrutineer.ui.challenges.grounds import OPEN
from scrutineer.ui.challenges.page import NONE_LEFT, ChallengesScreen
from scrutineer.ui.widgets.detail import NOTHING_CHOSEN
from scrutineer.ui.widgets.filter_bar import Choice, FilterBar
from scrutineer.ui.widgets.list_and_detail import ListAndDetail
from scrutineer.ui.widgets.prose import Prose
from scrutineer.ui.widgets.table import RecordTable
from tests.ui.challenges.room import Room, chips, fill, on_sheet, press, read


class Shown:
    """The screen with its parts at hand."""

    def __init__(self, room: Room, qtbot: QtBot, width: int = 1280) -> None:
        self.screen = ChallengesScreen(room.tools)
        qtbot.addWidget(self.screen)
        room.register.on_change(self.screen.note_change)
        self.wanted: list[tuple[str, str]] = []
        self.screen.wanted.connect(lambda code, id_: self.wanted.append((code, id_)))
        self.table = self.screen.findChild(RecordTable)
        self.detail = self.screen.findChild(ChallengeDetail)
        self.filters = self.screen.findChild(FilterBar)
        self.both = self.screen.findChild(ListAndDetail)
        self.screen.resize(width, 700)
        self.screen.show()
        self.screen.activateWindow()
        QApplication.processEvents()

    def titles(self) -> list[str]:
        model = self.table.lines
        return [model.line(row).title for row in range(model.rowCount())]

    def count(self, code: str) -> str:
        return self.filters.findChild(type(self.filters._chips[code]), f"filter-{code}").text()


def choose(shown: Shown, name: str, code: str) -> None:
    """Choose in one of the menus."""
    next(one for one in shown.filters._menus[name].menu().actions() if one.data() == code).trigger()


@pytest.fixture
def shown(room: Room, qtbot: QtBot) -> Shown:
    """The screen over two challenges put and one draft."""
    room.put(room.police, title="First")
    room.put(room.police, room.icb, title="Second")
    room.register.challenges.draft(Challenge(title="Third", text="Not yet."))
    return Shown(room, qtbot)


def test_it_opens_on_what_was_put_and_has_not_ended_with_the_first_one_shown(shown: Shown):
    QAbstractItemModelTester(shown.table.lines)
    assert shown.titles() == ["Second", "First"]
    assert (shown.count("open"), shown.count("drafts"), shown.count("all")) == ("Open  2", "Drafts  1", "All  3")
    assert "Second" in read(shown.detail)


def test_a_long_list_comes_in_pieces_and_what_is_put_meanwhile_stands_first(
    room: Room, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    for name, number in (("FIRST", 2), ("PIECE", 2), ("AGAIN", 1)):
        monkeypatch.setattr(reading, name, number)
    is_free = False
    monkeypatch.setattr(page, "WHOLE", 3)
    monkeypatch.setattr(ChallengesScreen, "may_read", lambda _screen: is_free)
    ids = [room.put(room.police, title=f"Number {n}")[0].id for n in range(8)]
    shown = Shown(room, qtbot)
    assert shown.titles() == []
    assert shown.count("open") == "Open"
    is_free = True
    shown.screen.reading._turn()
    is_free = False
    assert shown.titles() == ["Number 7", "Number 6"]
    assert "Number 7" in read(shown.detail)
    room.put(room.icb, title="Put meanwhile")
    room.register.challenges.reword(replace(room.register.challenges.get(ids[0]), title="The first"), is_slip=True)
    assert shown.titles() == ["Put meanwhile", "Number 7", "Number 6"]
    assert "Put meanwhile" in read(shown.detail)
    shown.screen.open("challenge", ids[3])
    assert "Number 3" in read(shown.detail)
    with qtbot.waitSignal(shown.screen.reading.ended):
        is_free = True
    assert shown.titles() == ["Put meanwhile", *(f"Number {n}" for n in range(7, 0, -1)), "The first"]
    assert shown.count("open") == "Open  9"
    assert "Number 3" in read(shown.detail)


def test_a_filter_without_lines_says_so_and_an_empty_record_teaches(room: Room, qtbot: QtBot):
    empty = Shown(room, qtbot)
    assert "To put one takes its words, to whom, and the date." in read(empty.table)
    press(empty.table, "first")
    assert empty.wanted == [("put", "")]
    room.put()
    empty.filters.choose("closed")
    assert "Nothing has ended yet." in read(empty.table)


@pytest.mark.parametrize("choice", FILTERS, ids=lambda choice: choice.code)
def test_every_filter_has_a_sentence_for_when_it_leaves_nothing(choice: Choice):
    assert NONE_LEFT[choice.code].endswith(".")


def test_what_a_menu_leaves_out_is_said_and_looked_for_it_is_found(room: Room, shown: Shown):
    choose(shown, "agency", room.la.id)
    assert shown.titles() == []
    assert "No challenge under “Open” matches the agency and priority that are chosen." in read(shown.table)
    (part,) = [one for line in room.register.challenges.lines() if line.title == "First"
               for one in room.register.challenges.parts(line.id)]  # fmt: skip
    shown.screen.open("addressee", part.id)
    assert "First" in shown.titles()
    assert "First" in read(shown.detail)


def test_the_first_that_another_filter_leaves_is_shown(shown: Shown):
    shown.filters.choose("drafts")
    assert "Third" in read(shown.detail)
    shown.filters.choose("closed")
    assert read(shown.detail) == NOTHING_CHOSEN


def test_what_was_written_is_read_again_and_nothing_else(room: Room, shown: Shown, monkeypatch: pytest.MonkeyPatch):
    asked = []
    lines = room.register.challenges.lines
    monkeypatch.setattr(room.register.challenges, "lines", lambda ids=None: asked.append(ids) or lines(ids))
    first = shown.table.lines.line(1).id
    (part,) = room.register.challenges.parts(first)
    room.answer(part)
    assert asked == [frozenset({first})]
    assert shown.titles() == ["Second", "First"], "nothing jumps"
    assert shown.table.lines.line(1).status == Status.RESPONDED
    assert shown.count("me") == "Waiting for me  1"


def test_a_line_that_no_longer_fits_the_filter_stays_until_it_is_chosen_again(room: Room, shown: Shown):
    second = shown.table.selected_id()
    room.register.courses.withdraw(second, "Merged", "All", room.register.today())
    assert shown.titles() == ["Second", "First"]
    shown.filters.choose("open")
    assert shown.titles() == ["First"]


def test_a_new_challenge_stands_first_and_is_shown(room: Room, shown: Shown):
    room.put(title="Fourth")
    assert shown.titles()[0] == "Fourth"
    assert "Fourth" in read(shown.detail)


def test_what_was_taken_away_leaves_the_list(room: Room, shown: Shown):
    room.register.challenges.remove(room.register.challenges.get(shown.table.selected_id()))
    assert shown.titles() == ["First"]
    assert read(shown.detail) == NOTHING_CHOSEN


def test_a_renamed_agency_is_called_by_its_new_name(room: Room, shown: Shown):
    room.register.agencies.save(room.register.agencies.get(room.police.id).__class__(
        **{**room.police.__dict__, "short_name": "Constabulary"}
    ))
    assert shown.table.lines.line(1).put_to == "Constabulary"
    assert "Constabulary" in read(shown.detail)


def test_a_note_changes_the_story_and_not_the_place_in_the_list(room: Room, shown: Shown):
    challenge = room.register.challenges.get(shown.table.selected_id())
    room.register.notes.about(challenge, NoteKind.MET, "At the Executive Group.")
    assert "At the Executive Group." in read(shown.detail)


def test_any_record_of_a_challenge_opens_it_whatever_the_filter(room: Room, shown: Shown):
    (part,) = room.register.challenges.parts(shown.table.lines.line(1).id)
    shown.filters.choose("drafts")
    shown.screen.open("addressee", part.id)
    assert shown.filters.chosen == "all"
    assert "First" in read(shown.detail)
    shown.screen.open("challenge", "gone")
    assert "First" in read(shown.detail)


@pytest.mark.parametrize("width", [1280, 700])
def test_enter_goes_into_the_detail_and_escape_back_to_the_same_row(room: Room, qtbot: QtBot, width: int):
    for title in ("First", "Second"):
        room.put(title=title)
    shown = Shown(room, qtbot, width)
    shown.table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(shown.table, key)
    assert shown.screen.focusWidget() is shown.detail
    assert "First" in read(shown.detail)
    for inside in (shown.detail, shown.detail.findChild(QAbstractButton), shown.detail.findChild(Prose)):
        shown.both.open_detail()
        inside.setFocus()
        QTest.keyClick(inside, Qt.Key.Key_Escape)
        assert shown.screen.focusWidget() is shown.table
        assert shown.table.lines.line(shown.table.currentIndex().row()).title == "First"


def test_in_a_narrow_window_the_detail_takes_the_room_of_the_filters(room: Room, qtbot: QtBot):
    made, _ = room.put()
    narrow = Shown(room, qtbot, width=700)
    assert narrow.filters.isVisible()
    narrow.screen.open("challenge", made.id)
    assert narrow.detail.isVisible()
    assert not narrow.filters.isVisible()
    narrow.both.go_back()
    assert narrow.filters.isVisible()
    assert narrow.table.isVisible()


def test_a_step_of_the_window_is_asked_of_the_window(shown: Shown, qtbot: QtBot):
    part_id = shown.screen.register.challenges.parts(shown.table.selected_id())[0].id
    shown.detail.asked.emit("answer", part_id)
    shown.detail.asked.emit("chase", part_id)
    qtbot.waitUntil(lambda: shown.wanted == [("reply", part_id), ("chase", part_id)])


def test_evidence_is_opened_in_its_own_room(shown: Shown, qtbot: QtBot):
    opened: list[tuple[str, str]] = []
    shown.screen.open_requested.connect(lambda kind, id_: opened.append((kind, id_)))
    shown.detail.asked.emit(OPEN, "an-id")
    qtbot.waitUntil(lambda: opened == [("evidence", "an-id")])


def test_several_at_once_is_asked_of_the_window(shown: Shown):
    press(shown.screen, "several")
    assert shown.wanted == [("several", "")]
    shown.screen.resize(1280, 200)
    assert not shown.screen.findChild(QAbstractButton, "several").isVisible(), "each line is needed; the menu has it"


def test_a_rung_that_is_renamed_is_read_anew(room: Room, shown: Shown):
    (part, *_) = room.register.challenges.parts(shown.table.selected_id())
    step = EscalationStep(stage=Stage.AGENCY_LEAD, stepped_on=room.register.today())
    room.register.escalations.escalate([part.id], step)
    assert "Stage 1 · agency lead" in chips(shown.detail)
    room.register.escalations.save_rung(Rung(stage=Stage.AGENCY_LEAD, title="Chief officer"))
    assert "Stage 1 · Chief officer" in chips(shown.detail)


def test_a_step_of_the_detail_is_taken_on_its_sheet_and_shown_at_once(room: Room, shown: Shown, qtbot: QtBot):
    on_sheet(fill())
    press(shown.detail, "step-acknowledge")
    qtbot.waitUntil(lambda: room.said == ["Police acknowledged it."])
    assert "acknowledged 23 Nov" in read(shown.detail)
    assert shown.screen.focusWidget() is shown.detail


def test_a_failure_is_told_and_the_screen_stays(room: Room, shown: Shown, qtbot: QtBot):
    shown.detail.asked.emit("view", "gone")
    qtbot.waitUntil(lambda: bool(room.messages.said))
    with pytest.raises(NotFound):
        room.register.challenges.part("gone")


def test_menus_narrow_the_list_and_its_counts(room: Room, shown: Shown):
    choose(shown, "agency", room.icb.id)
    assert shown.titles() == ["Second"]
    assert shown.count("open") == "Open  1"
