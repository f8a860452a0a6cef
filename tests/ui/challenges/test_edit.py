"""“Edit the words”, at any time."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.challenge import Challenge, Priority
from scrutineer.ui.challenges import edit
from tests.ui.challenges.room import Room, choose, fill, on_sheet, read


def test_words_and_circumstances_change_and_the_rest_stays(room: Room):
    made, _ = room.put()
    on_sheet(fill(title="Do interviews change plans?", why_it_matters="Plans follow.", priority=Priority.URGENT))
    assert edit.ask(room.tools, room.parent, made.id) == "The words are changed."
    after = room.register.challenges.get(made.id)
    assert (after.title, after.why_it_matters, after.priority) == (
        "Do interviews change plans?", "Plans follow.", Priority.URGENT,
    )  # fmt: skip
    assert (after.text, after.status, after.reference) == (made.text, made.status, made.reference)


def test_words_that_were_put_are_re_worded_in_a_dated_step_that_keeps_both(room: Room):
    made, _ = room.put()
    seen: list[bool] = []

    def act(sheet):
        seen.append(sheet.form._blocks["why"].isVisible())
        choose(sheet, text="How do you know?")
        seen.append(sheet.form._blocks["why"].isVisible())
        fill(why="It sounded like a verdict.", reworded_on=date(2026, 11, 20))(sheet)

    on_sheet(act)
    assert edit.ask(room.tools, room.parent, made.id) == "Re-worded: both wordings stay on record."
    assert seen == [False, True]
    (one,) = room.register.challenges.rewordings(made.id)
    assert (one.words_before, one.words_after, one.why, one.reworded_on) == (
        made.text, "How do you know?", "It sounded like a verdict.", date(2026, 11, 20),
    )  # fmt: skip


def test_a_slip_of_the_pen_is_mended_without_a_word(room: Room):
    made, _ = room.put()

    def act(sheet):
        choose(sheet, text=f"{made.text}!", is_slip=True)
        assert not sheet.form._blocks["why"].isVisible()
        sheet.save()

    on_sheet(act)
    assert edit.ask(room.tools, room.parent, made.id) == "The words are changed."
    assert room.register.challenges.rewordings(made.id) == []
    assert room.register.challenges.get(made.id).text.endswith("!")


def test_a_draft_is_worded_anew_as_often_as_one_likes(room: Room):
    draft = room.register.challenges.draft(Challenge(text="Not yet."))

    def act(sheet):
        choose(sheet, text="Now?")
        assert not sheet.form._blocks["is_slip"].isVisible()
        sheet.save()

    on_sheet(act)
    assert edit.ask(room.tools, room.parent, draft.id) == "The words are changed."
    assert room.register.challenges.rewordings(draft.id) == []


def test_a_challenge_keeps_its_words(room: Room):
    made, _ = room.put()
    seen: list[str] = []

    def act(sheet):
        fill(text="  ")(sheet)
        seen.append(read(sheet))

    on_sheet(act)
    assert edit.ask(room.tools, room.parent, made.id) == ""
    assert "Write the words of the challenge." in seen[0]
