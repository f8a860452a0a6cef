"""Scrutiny in its many forms, by keyboard alone: typed once, read in the detail, printed in the record in full."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from scrutineer.domain.activity import ActivityType, FindingKind
from scrutineer.domain.activity_form import Prompt, prompts_of
from scrutineer.register.register import Register
from tests.factories import TODAY, an_activity
from tests.journeys import printed
from tests.journeys.conftest import Begin, Put
from tests.journeys.person import Person

MOST_TABS = 60
FILED, NEW = 6, 14      # key presses beside the words, Ctrl and Shift counted: seconds, where two minutes are allowed


class Keyboard:
    """A person's keyboard that counts what is pressed beside the words."""

    def __init__(self, me: Person) -> None:
        self.me = me
        self.pressed = 0

    def key(self, key: Qt.Key, *held: Qt.KeyboardModifier) -> None:
        self.pressed += 1 + len(held)
        self.me.key(key, *held)

    def control(self, key: Qt.Key) -> None:
        self.key(key, Qt.KeyboardModifier.ControlModifier)

    def tab_to(self, name: str) -> None:
        """Go on with Tab until the keyboard is in the field of this name."""
        for _ in range(MOST_TABS):
            place = QApplication.focusWidget()
            if place is not None and place.objectName() == name:
                return
            self.key(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name}")

    def type(self, name: str, words: str) -> None:
        self.tab_to(name)
        self.me.type(words)


def _note(me: Person, type_words: Callable[[Keyboard], None]) -> tuple[str, Keyboard]:
    """Note something with Ctrl+N, and save it with Ctrl+Enter."""
    keys = Keyboard(me)

    def on_sheet() -> None:
        sheet = me.front
        type_words(keys)
        keys.control(Qt.Key.Key_Return)
        assert not sheet.isVisible(), me.reads(sheet)

    return me.on_sheet(lambda: keys.control(Qt.Key.Key_N), on_sheet), keys


def _choose_form(keys: Keyboard, form: ActivityType) -> None:
    keys.type("type", form.label)


def _answer(keys: Keyboard, *answers: tuple[Prompt, str]) -> None:
    for prompt, words in answers:
        keys.type(f"prompt-{prompt.value}", words)


def _read(me: Person) -> str:
    """The only activity, as it stands in its room."""
    [activity] = me.register.activities.all()
    me.window.open("activity", activity.id)
    return me.reads()


def test_what_was_just_seen_is_noted_under_the_activity_of_today_in_a_few_keys(begin: Begin):
    def today(register: Register, _put: Put) -> None:
        register.activities.save(an_activity(title="Front door", held_on=TODAY))

    me = begin(today)

    def seen(keys: Keyboard) -> None:
        keys.control(Qt.Key.Key_5)
        me.type("No health at the table.")

    said, keys = _note(me, seen)
    assert said == "EX-A-2026-001 noted, with 1 concern."
    assert keys.pressed <= FILED
    [finding] = me.register.findings.all()
    assert (finding.kind, finding.text) == (FindingKind.CONCERN, "No health at the table.")


def test_something_new_with_its_agency_takes_a_few_keys_more(begin: Begin):
    me = begin()

    def seen(keys: Keyboard) -> None:
        me.type("A word after the meeting")
        keys.type("place", "corridor")
        keys.key(Qt.Key.Key_Tab)
        keys.key(Qt.Key.Key_Space)
        keys.type("strength-1", "They ring back.")

    said, keys = _note(me, seen)
    assert said == "EX-A-2026-001 noted, with 1 strength."
    assert keys.pressed <= NEW
    [activity], [finding] = me.register.activities.all(), me.register.findings.all()
    assert (activity.place, len(activity.agency_ids)) == ("corridor", 1)
    assert finding.agency_ids == activity.agency_ids


def test_a_multi_agency_audit_with_the_gradings_of_each_agency(begin: Begin):
    me = begin()

    def audit(keys: Keyboard) -> None:
        me.type("Audit day")
        _choose_form(keys, ActivityType.MULTI_AGENCY_AUDIT)
        _answer(keys, (Prompt.SAMPLE, "Ten cases, drawn by lot."), (Prompt.AGREED_LEARNING, "To hear them first."))
        keys.tab_to("row-each-agency")
        keys.key(Qt.Key.Key_Space)
        me.type("Voice of the child")
        keys.tab_to("own-1")
        for grade in "34":
            me.type(grade)
            keys.key(Qt.Key.Key_Return)
        me.type("3")
        keys.tab_to("moderated-3")
        for grade in "34":
            me.type(grade)
            keys.key(Qt.Key.Key_Up)
        me.type("2")

    said, _ = _note(me, audit)
    assert said == "EX-A-2026-001 noted."
    assert len(me.register.gradings.all()) == 3
    for words in (_read(me), printed.record(me)):
        assert "Ten cases, drawn by lot." in words
        assert "To hear them first." in words
    assert me.reads().count("moderated 1 lower") == 1
    assert me.reads().count("moderated as graded") == 2


def test_the_question_of_a_figure_becomes_a_challenge(begin: Begin):
    me = begin()

    def read_data(keys: Keyboard) -> None:
        me.type("The quarter in figures")
        _choose_form(keys, ActivityType.DATA_REVIEW)
        keys.tab_to("place")
        keys.key(Qt.Key.Key_Tab)
        keys.key(Qt.Key.Key_Space)
        keys.tab_to("add-reading")
        keys.key(Qt.Key.Key_Space)
        for name, words in (("indicator", "Return-home interviews"), ("period", "Q2"), ("value", "61 %"),
                            ("source", "Performance report"), ("question", "Who reads them?")):  # fmt: skip
            keys.type(f"{name}-1", words)

    _note(me, read_data)
    assert "Return-home interviews, Q2: 61 % (Performance report, read 23 Nov 2026)" in _read(me)
    [reading] = me.register.readings.all()
    said = me.on_sheet(lambda: me.press(f"put-{reading.id}"), lambda: me.control(Qt.Key.Key_Return))
    assert said.startswith("EX-C-2026-001 was put to ")
    [challenge] = me.register.challenges.all()
    assert (challenge.text, challenge.activity_id) == ("Who reads them?", reading.activity_id)
    assert "Who reads them?" in printed.paper(me)


def test_an_appreciative_inquiry_in_five_ds(begin: Begin):
    me = begin()
    five = [(prompt, f"Said to {prompt.value}.") for prompt in prompts_of(ActivityType.APPRECIATIVE_INQUIRY)]

    def inquire(keys: Keyboard) -> None:
        me.type("What does good scrutiny feel like?")
        _choose_form(keys, ActivityType.APPRECIATIVE_INQUIRY)
        keys.type("strength-1", "They ask each other.")
        _answer(keys, *five)

    said, _ = _note(me, inquire)
    assert said == "EX-A-2026-001 noted, with 1 strength."
    shown, whole = _read(me), printed.record(me)
    for prompt, words in five:
        assert prompt.label in shown
        assert words in shown
        assert words in whole


def test_a_workshop_and_what_came_of_it(begin: Begin):
    me = begin()
    answers = (
        (Prompt.FACILITATOR, "A facilitator from a research body."), (Prompt.WORKED_ON, "What challenge means."),
        (Prompt.CAME_OF_IT, "Principles, to be agreed in the first year."),
    )  # fmt: skip

    def work(keys: Keyboard) -> None:
        me.type("Development workshop 2")
        _choose_form(keys, ActivityType.WORKSHOP)
        _answer(keys, *answers)

    _note(me, work)
    [activity] = me.register.activities.all()
    assert activity.type is ActivityType.WORKSHOP
    shown, whole = _read(me), printed.record(me)
    assert all(words in shown and words in whole for _, words in answers)


def test_a_disagreement_brought_to_me_keeps_what_they_agreed_and_no_verdict(begin: Begin):
    me = begin()
    answers = (
        (Prompt.QUESTION, "Whose threshold?"), (Prompt.ADVICE, "To meet first."), (Prompt.AGREED, "A joint visit."),
    )  # fmt: skip

    def mediate(keys: Keyboard) -> None:
        me.type("Thresholds")
        _choose_form(keys, ActivityType.ESCALATION_MEDIATION)
        _answer(keys, *answers)
        assert "no verdict is kept" in me.reads()

    _note(me, mediate)
    shown = _read(me)
    assert all(words in shown for _, words in answers)
