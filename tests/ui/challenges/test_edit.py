"""“Edit the words”, at any time."""

from __future__ import annotations

from scrutineer.domain.activity import THEMES
from scrutineer.domain.challenge import Priority
from scrutineer.ui.challenges import edit
from tests.ui.challenges.room import Room, fill, on_sheet, read


def test_words_and_circumstances_change_and_the_rest_stays(room: Room):
    made, _ = room.put()
    on_sheet(fill(title="Do interviews change plans?", why_it_matters="Plans follow.", priority=Priority.URGENT))
    assert edit.ask(room.tools, room.parent, made.id) == "The words are changed."
    after = room.register.challenges.get(made.id)
    assert (after.title, after.why_it_matters, after.priority) == (
        "Do interviews change plans?", "Plans follow.", Priority.URGENT,
    )  # fmt: skip
    assert (after.text, after.status, after.reference) == (made.text, made.status, made.reference)


def test_a_challenge_keeps_its_words(room: Room):
    made, _ = room.put()
    seen: list[str] = []

    def act(sheet):
        fill(text="  ")(sheet)
        seen.append(read(sheet))

    on_sheet(act)
    assert edit.ask(room.tools, room.parent, made.id) == ""
    assert "Write the words of the challenge." in seen[0]


def test_themes_are_the_usual_ones_and_others_may_be_added():
    field = edit.themes()
    field.set_value(("Neglect", "One of our own"))
    assert field.value() == ("Neglect", "One of our own")
    assert "Neglect" in THEMES
