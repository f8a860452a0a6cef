"""A reply is what came in; a response is one party's part of it."""

from scrutineer.domain.challenge import Quality
from scrutineer.domain.reply import Channel
from tests.factories import TODAY, a_reply, a_response


def test_spoken_words_are_as_i_heard_them_until_a_minute_confirms_them():
    assert a_reply(channel=Channel.SPOKEN).as_i_heard_it
    assert a_reply(channel=Channel.SPOKEN, minute_ref=" ").as_i_heard_it
    assert not a_reply(channel=Channel.SPOKEN, minute_ref="Executive 12/4").as_i_heard_it
    assert not a_reply(channel=Channel.LETTER).as_i_heard_it


def test_a_reply_needs_the_day_it_came():
    assert [problem.field for problem in a_reply(received_on=None).problems()] == ["received_on"]


def test_a_view_of_an_answer_has_its_day():
    assert a_response().problems() == []
    assert [problem.field for problem in a_response(quality=Quality.PARTIAL).problems()] == ["judged_on"]
    assert a_response(quality=Quality.PARTIAL, judged_on=TODAY).problems() == []
