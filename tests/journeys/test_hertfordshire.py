"""Hertfordshire's own story through the window: two workshops, what was said of them, and principles afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from scrutineer.domain.activity import ActivityType, AskedBy, LedBy, MyPart
from scrutineer.domain.activity_form import Prompt
from scrutineer.ui.widgets.filter_bar import FilterBar
from tests.journeys import printed
from tests.journeys.conftest import Begin

PEER_AREA = "An independent chair of another area."
OFFERED = "Types of scrutiny, and how they make one system."
LONGER = "The next one is a whole day."
PRINCIPLE, MEANING = "Learning first", "Something that somebody can use."



def test_a_peer_challenge_is_told_and_what_was_said_of_it_shapes_the_next(begin: Begin):
    me = begin()

    def challenge() -> None:
        me.into("type", ActivityType.PEER_CHALLENGE.label)
        me.find(QComboBox, "asked_by").setFocus()
        me.key(Qt.Key.Key_End)
        me.key(Qt.Key.Key_Up)      # the last but one: the Board
        me.fill_in(
            "Police", "ICB", "LA", title="Development workshop 1", led_by=LedBy.PEER_AREA.label,
            my_part=MyPart.TOOK_PART.label, days="0.5",
            **{f"prompt-{Prompt.PEER_AREA.value}": PEER_AREA, f"prompt-{Prompt.OFFERED.value}": OFFERED},
        )  # fmt: skip

    assert me.on_sheet(lambda: me.control(Qt.Key.Key_N), challenge) == "EX-A-2026-001 noted."
    [workshop] = me.register.activities.all()
    assert (workshop.type, workshop.led_by, workshop.asked_by) == (
        ActivityType.PEER_CHALLENGE, LedBy.PEER_AREA, AskedBy.BOARD,
    )  # fmt: skip
    assert len(workshop.agency_ids) == 3

    me.window.open("activity", workshop.id)
    me.asked("step-ask_back", from_whom="Members of the Board")
    me.asked("step-note_back", among=2, was_fair="Yes", did_help="Yes", text="More time, please.")
    me.asked("step-shape_back", shaped=LONGER)
    [feedback] = me.register.feedback.of(workshop.id)
    assert feedback.shaped == LONGER
    shown, whole = me.reads(), printed.record(me)
    for words in (PEER_AREA, OFFERED, LONGER):
        assert words in shown
        assert words in whole


def test_principles_are_agreed_and_one_is_seen_lived_by(begin: Begin):
    me = begin()
    me.window.go("plan").findChild(FilterBar).choose("principles")

    def write() -> None:
        me.into("words", PRINCIPLE)
        for line in (MEANING, "", "What works comes first"):
            me.key(Qt.Key.Key_Return)
            me.type(line)
        me.fill_in(agreed_on="today")

    said = me.on_sheet(lambda: me.press("principles"), write)
    assert said == "Version 1 of the principles is kept."
    principle, _ = me.register.principles.current()
    assert (principle.title, principle.text) == (PRINCIPLE, MEANING)
    me.window.open("principle", principle.id)
    assert me.asked("step-example", text="They asked me in.") == "Noted. The annual report can tell it."
    [example] = me.register.principle_examples.of(principle.id)
    me.window.open("principle_example", example.id)
    whole = printed.record(me)
    for words in (PRINCIPLE, MEANING, "They asked me in."):
        assert words in me.reads()
        assert words in whole
