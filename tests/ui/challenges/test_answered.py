"""What a party answered: its own words beside what came in, my view, and what I have seen since."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.action import Seen
from scrutineer.domain.challenge import Quality
from scrutineer.domain.reply import Channel
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.challenges.detail import ChallengeDetail
from tests.factories import TODAY
from tests.ui.challenges.room import Room, chips, press, show, steps


def test_each_partys_own_words_stand_there_with_what_came_in_together(room: Room, detail: ChallengeDetail):
    (_, (first,)), (other, (second,)) = room.put(), room.put(title="Another")
    room.answer(first, second, text="From January a sergeant reads ten plans.", channel=Channel.LETTER,
                sender="Assistant Chief Constable", where_kept="Business unit")  # fmt: skip
    words = show(room, detail, first)
    assert "From January a sergeant reads ten plans." in words
    assert f"in one letter with {other.reference.partition('-')[2]}" in words
    assert "from Assistant Chief Constable · kept: Business unit" in words


def test_spoken_words_are_as_i_heard_them_until_a_minute_says_so(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    reply = room.answer(part, channel=Channel.SPOKEN, text="We will look.")
    assert "as I heard it" in show(room, detail, part)
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-minute")
    assert asked == [("minute", reply.id)]
    room.register.replies.confirm(reply.id, "EG 4.2")
    words = show(room, detail, part)
    assert "as I heard it" not in words
    assert "minute EG 4.2" in words
    assert "–A minute confirms it" not in steps(detail)


def test_private_words_say_that_they_are(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    (response,) = room.register.challenges.responses(part.id)
    room.register.replies.give_view(replace(
        response, quality=Quality.FULL, my_view="They knew.", judged_on=TODAY, private=("my_view",)
    ))
    assert "My view: A full answer · 23 Nov · private to me" in show(room, detail, part)


def test_of_several_answers_each_says_its_own_day_and_position(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.answer(part, received_on=date(2026, 9, 10), text="We will.")
    room.answer(part, received_on=date(2026, 10, 1), text="We have.")
    words = show(room, detail, part)
    assert "Answered on 10 Sep 2026: accepted" in words
    assert "Answered on 1 Oct 2026: accepted" in words


def test_of_one_answer_alone_the_day_stands_beside_the_partys_name(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put(raised_on=date(2026, 9, 1))
    room.answer(part, received_on=date(2026, 9, 10))
    words = show(room, detail, part)
    assert "Answered on" not in words
    assert "10 Sep" in words.split("\n")


def test_an_answer_from_before_it_was_reopened_is_no_answer_to_what_is_asked_now(room: Room, detail: ChallengeDetail):
    (part,) = room.closed()
    room.register.courses.ask_again(part.id, "The test failed.", date(2026, 12, 11), TODAY)
    assert "Answered on 12 May 2026: accepted" in show(room, detail, part)
    assert chips(detail)[2:4] == ["awaited, due 11 Dec"]


def test_what_i_have_seen_of_an_answer_since_stands_beneath_it(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    room.answer(part)
    (response,) = room.register.challenges.responses(part.id)
    for seen, text in ((Seen.NOT_YET, ""), (Seen.IN_PART, "Six of ten.")):
        room.register.updates.note(ProgressUpdate(
            response_id=response.id, side=Side.SEEN, noted_on=TODAY, seen=seen, text=text, source="the front door"
        ))
    words = show(room, detail, part)
    assert "Seen by me: Seen in part · 23 Nov 2026 · the front door" in words
    assert "Seen by me: Not seen yet · 23 Nov 2026 · the front door" in words
    assert words.index("Six of ten.")


def test_files_that_came_with_it_are_there_with_their_size(room: Room, detail: ChallengeDetail):
    _, (part,) = room.put()
    reply = room.answer(part)
    file = room.register.attachments.attach(reply, "Letter.pdf", b"%PDF-" * 1000)
    show(room, detail, part)
    assert "–Letter.pdf (5 KB)" in steps(detail)
    asked: list[tuple[str, str]] = []
    detail.asked.connect(lambda code, id_: asked.append((code, id_)))
    press(detail, "step-open_file")
    assert asked == [("open_file", file.id)]
