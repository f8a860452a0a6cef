from __future__ import annotations

from collections import Counter
from email import message_from_bytes
from email.policy import default

from scrutineer.domain.challenge import Position, Status
from scrutineer.domain.reply import Channel, Reply, ReplyKind, Response
from scrutineer.domain.step import StatusEvent, Step
from scrutineer.register.register import Register


def test_responses_came_in_fewer_replies_and_one_letter_answers_four(register: Register):
    responses = register.desk.reader.all(Response)
    together = Counter(one.reply_id for one in responses)
    assert len(responses) >= 60
    assert len([number for number in together.values() if number > 1]) >= 5
    assert max(together.values()) == 4
    assert {one.position for one in responses} == {one for one in Position if one.is_said}
    assert all(one.short_form for one in responses)


def test_one_letter_answers_two_parts_that_one_agency_took_over_from_two(register: Register):
    by_reply: dict[str | None, list[str]] = {}
    for one in register.desk.reader.all(Response):
        part = register.challenges.part(one.addressee_id)
        by_reply.setdefault(one.reply_id, []).append(register.challenges.party_name(part))
    assert ["ICB (formerly North ICB)", "ICB (formerly South ICB)"] in by_reply.values()


def test_one_spoken_answer_is_as_i_heard_it_and_minutes_confirmed_the_others_later(register: Register):
    spoken = register.desk.reader.all(Reply, channel=Channel.SPOKEN)
    assert sorted(one.as_i_heard_it for one in spoken) == [False, False, True]
    for confirmed in (one for one in spoken if not one.as_i_heard_it):
        changed = [one.label for one in register.changes_of(confirmed) if one.new == confirmed.minute_ref]
        assert changed == ["Confirmed by minute"]


def test_a_holding_reply_acknowledges(register: Register):
    assert register.desk.reader.all(Reply, kind=ReplyKind.HOLDING)
    events = register.desk.reader.all(StatusEvent, step=Step.ACKNOWLEDGE)
    assert any(register.challenges.part(one.addressee_id).status is Status.ACKNOWLEDGED for one in events)


def test_answers_of_these_days_wait_for_my_view_and_one_went_on_without_it(register: Register):
    unjudged = [one for one in register.desk.reader.all(Response) if one.quality is None]
    went_on = Counter(register.challenges.part(one.addressee_id).status for one in unjudged)
    assert went_on == {Status.RESPONDED: 5, Status.ACTION_AGREED: 1}


def test_a_letter_is_kept_as_the_file_that_came(register: Register):
    replies = {one.id: one for one in register.desk.reader.all(Reply)}
    file, = (one for one in register.attachments.all() if one.subject_id in replies)
    mail = message_from_bytes(register.attachments.content(file), policy=default)
    reply = replies[file.subject_id]
    assert file.file_name.endswith(".eml")
    assert mail["Subject"] == reply.subject
    assert mail["From"].addresses[0].display_name == reply.sender
    assert mail["From"].addresses[0].domain.endswith(".example")
    assert mail["Date"].datetime.date() == reply.received_on
    assert mail.get_content().strip() == reply.text
