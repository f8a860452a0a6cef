"""The detail as one reads it: nothing that is on record is left out, nothing that is empty takes room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pytestqt.qtbot import QtBot

from scrutineer.domain.challenge import Challenge, ImpactLevel, Outcome, Priority, Stage, Status, Visibility
from scrutineer.domain.note import NoteKind
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, press, read, show


def test_it_reads_from_the_reference_to_the_story(room: Room, detail: ChallengeDetail):
    made, _ = room.put(room.police, room.icb, forum="the Executive Group", priority=Priority.IMPORTANT,
                       what_works="Offered within **three days**.", why_it_matters="Plans follow.")  # fmt: skip
    words = show(room, detail, made)
    assert f"{made.reference} · put on 23 Nov 2026 at the Executive Group" in words
    assert made.title in words
    assert "Of 22 plans I read" in words
    assert "What already works" in words
    assert "Offered within three days." in words, "Markdown is shown as it will look"
    assert "What good would look like" not in words
    assert "Put to Police, ICB at the Executive Group" in words
    assert chips(detail)[:2] == ["Raised", "important"]


def test_escalation_and_privacy_are_said_only_when_there_is_something_to_say(room: Room, detail: ChallengeDetail):
    plain, _ = room.put()
    assert chips_of(room, detail, plain) == ["Raised", "routine", "awaited, due 21 Dec"]
    told = room.register.challenges.save(replace(
        plain, stage=Stage.EXECUTIVE, visibility=Visibility.PRIVATE, my_note="Rings first.", private=("my_note",)
    ))
    assert "Stage 2 · executive group" in chips_of(room, detail, told)
    assert "Me alone" in chips(detail)
    assert "My note · private to me" in read(detail)


def chips_of(room: Room, detail: ChallengeDetail, challenge: Challenge) -> list[str]:
    show(room, detail, challenge)
    return chips(detail)


def test_a_draft_can_be_put_edited_and_withdrawn(room: Room, detail: ChallengeDetail):
    draft = room.register.challenges.draft(Challenge(text="Not yet."))
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    assert "a draft, not put yet" in show(room, detail, draft)
    for code in ("put", "edit", "note", "withdraw", "changes"):
        press(detail, f"challenge-{code}")
    assert asked == [(code, draft.id) for code in ("put", "edit", "note", "withdraw", "changes")]


def test_an_old_log_is_shown_with_what_it_does_not_say(room: Room, detail: ChallengeDetail):
    found = room.register.challenges.as_found(Challenge(title="From 2019", status=Status.CLOSED), [])
    words = show(room, detail, found)
    assert "date put not recorded" in words
    assert "Not recorded." in words
    assert "entered as found" in chips(detail)
    assert detail.findChild(object, "challenge-withdraw") is None


def test_what_changed_is_a_sign_with_words_once_it_is_known(room: Room, detail: ChallengeDetail):
    made, (police, icb) = room.put(room.police, room.icb)
    assert "What changed?" not in show(room, detail, made)
    room.answer(police, icb)
    assert "Said when a part is closed" in show(room, detail, made)
    for part, level in ((police, ImpactLevel.REPLY_ONLY), (icb, ImpactLevel.NONE_SEEN)):
        room.register.courses.close(
            part.id, Outcome.ASSURED_NO_CHANGE_NEEDED, level, "Nothing needed to.", TODAY, "A matter of fact."
        )
    words = show(room, detail, made)
    assert chips(detail).count("1 Reply only") == 2, "of its part, and of the whole"
    assert "the highest of its parts" in words


def test_of_one_party_alone_what_changed_is_said_once(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    assert "What changed?" not in show(room, detail, part)
    assert chips(detail).count("4 Difference to children") == 1


def test_what_ended_otherwise_says_nothing_of_what_changed(room: Room, detail: ChallengeDetail):
    made, (part,) = room.put()
    room.register.courses.end(part.id, Outcome.NOT_PURSUED, TODAY, because="Small.")
    assert "What changed?" not in show(room, detail, made)


def test_both_wordings_stand_there_with_why_it_was_worded_anew(room: Room, detail: ChallengeDetail):
    made, _ = room.put(text="First words.")
    reword, get = room.register.challenges.reword, room.register.challenges.get
    reword(replace(get(made.id), text="Second words."), on=date(2026, 11, 20), why="It sounded like a verdict.")
    reword(replace(get(made.id), text="Third words."), on=date(2026, 11, 21))
    words = show(room, detail, made)
    assert "Re-worded on 20 Nov 2026: It sounded like a verdict; as first put" in words
    assert "Re-worded on 21 Nov 2026; as it was then" in words
    assert all(text in words for text in ("First words.", "Second words.", "Third words."))


def test_an_open_challenge_can_be_put_to_others_too(room: Room, detail: ChallengeDetail):
    made, _ = room.put()
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    show(room, detail, made)
    press(detail, "challenge-put_also")
    assert asked == [("put_also", made.id)]
    room.register.courses.withdraw(made.id, "Overtaken.", "All", TODAY)
    show(room, detail, made)
    assert detail.findChild(object, "challenge-put_also") is None


def test_words_in_the_story_are_read_without_their_marks(room: Room, detail: ChallengeDetail):
    made, _ = room.put()
    room.register.notes.about(made, NoteKind.MET, "They **will** look.")
    assert "They will look." in show(room, detail, made)


def test_shown_again_it_stays_where_the_reader_was(room: Room, detail: ChallengeDetail, qtbot: QtBot):
    made, _ = room.put(text="One line.\n\n" * 60)
    dossier = room.register.dossier_of(made.id)
    detail.show_dossier(dossier)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().maximum() > 300)
    detail.verticalScrollBar().setValue(250)
    detail.show_dossier(dossier, in_place=True)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().value() == 250)
    detail.show_dossier(dossier)
    qtbot.waitUntil(lambda: detail.verticalScrollBar().value() == 0)


def test_once_it_is_closed_it_may_be_asked_whether_it_was_fair_and_helped(room: Room, detail: ChallengeDetail):
    still_open, _ = room.put(room.police)
    assert "Was it fair, did it help?" not in show(room, detail, still_open)
    [part] = room.closed(room.icb)
    made = room.register.challenges.get(part.challenge_id)
    room.register.feedback.ask(made.id, "Head of service", TODAY)
    words = show(room, detail, made)
    assert "Was it fair, did it help?" in words
    assert "Asked on 23 Nov 2026: Head of service" in words
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-ask_back")
    assert asked == [("ask_back", made.id)]
