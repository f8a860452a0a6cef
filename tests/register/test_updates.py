"""What is reported and what is seen stand side by side, each line with its day, and the latest of each beside them."""

from datetime import timedelta

import pytest

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.update import ProgressUpdate, Side
from tests.factories import TODAY, an_action, an_activity, an_update
from tests.register.conftest import refused

DAY = timedelta(days=1)


@pytest.fixture
def action(register):
    """An action on nobody's challenge."""
    return register.actions.save(an_action())


@pytest.fixture
def response(register, put, answer):
    """The police's answer of today."""
    part = answer(put()[1][0])
    return register.challenges.responses(part.id)[0]


def note(register, action, **over):
    return register.updates.note(an_update(**{"action_id": action.id} | over))


def test_what_is_reported_and_what_is_seen_are_two_things(register, action):
    note(register, action, status=ActionStatus.DONE, noted_on=TODAY - DAY, text="All done.", source="The lead")
    line = note(register, action, side=Side.SEEN, seen=Seen.NOT_YET, text="No case showed it.")
    now = register.actions.get(action.id)
    assert (now.status, now.done_on, now.seen, now.seen_on) == (ActionStatus.DONE, TODAY - DAY, Seen.NOT_YET, TODAY)
    assert line.scrutineer_id == register.desk.me
    assert [one.text for one in register.updates.of_actions([action.id])] == ["All done.", "No case showed it."]


def test_a_line_entered_late_does_not_speak_over_a_later_one(register, action):
    note(register, action, status=ActionStatus.DONE)
    note(register, action, side=Side.SEEN, seen=Seen.AS_REPORTED)
    late = note(register, action, status=ActionStatus.IN_PROGRESS, noted_on=TODAY - DAY)
    note(register, action, side=Side.SEEN, seen=Seen.NOT_YET, noted_on=TODAY - DAY)
    now = register.actions.get(action.id)
    assert (now.status, now.done_on, now.seen) == (ActionStatus.DONE, TODAY, Seen.AS_REPORTED)
    assert register.updates.of_actions([action.id])[0] == late


def test_words_without_a_status_leave_it_and_what_was_done_may_be_open_again(register, action):
    note(register, action, status=ActionStatus.DONE)
    note(register, action, text="They also wrote to schools.", seen=Seen.IN_PART)      # which is not theirs to say
    assert register.actions.get(action.id).status is ActionStatus.DONE
    assert register.actions.get(action.id).seen is None
    note(register, action, status=ActionStatus.DROPPED, text="Overtaken.", private=("text",))
    dropped = register.actions.get(action.id)
    assert (dropped.dropped_because, dropped.dropped_on, dropped.done_on) == ("Overtaken.", TODAY, None)
    assert dropped.for_others().dropped_because == ""
    note(register, action, status=ActionStatus.OPEN)
    again = register.actions.get(action.id)
    assert (again.status, again.dropped_because, again.dropped_on, again.private) == (ActionStatus.OPEN, "", None, ())
    assert len(register.updates.of_actions([action.id])) == 4


def test_what_is_missing_is_said_and_nothing_is_written(register, action):
    before = register.figures.whole().entities
    assert set(refused(note, register, action, noted_on=TODAY + DAY, text="")) == {"noted_on", "text"}
    assert set(refused(note, register, action, status=ActionStatus.DROPPED, text="\x07")) == {"text"}
    assert set(refused(note, register, action, side=Side.SEEN)) == {"seen"}
    assert set(refused(register.updates.note, ProgressUpdate(noted_on=TODAY, text="?"))) == {"action_id"}
    assert register.figures.whole().entities == before


def test_an_answer_has_its_lines_too(register, response):
    seen = an_update(action_id=None, response_id=response.id, side=Side.SEEN, seen=Seen.IN_PART)
    register.updates.note(seen)
    register.updates.note(an_update(action_id=None, response_id=response.id, text="They begin."))
    register.updates.note(an_update(action_id=None, response_id=response.id, side=Side.SEEN, seen=Seen.NOT_YET,
                                    noted_on=TODAY - DAY))  # fmt: skip
    now = register.challenges.responses(response.addressee_id)[0]
    assert (now.seen, now.seen_on) == (Seen.IN_PART, TODAY)
    assert len(register.updates.of_answers([response.id])) == 3


def test_what_settled_a_line_is_its_evidence_and_counts_for_the_part(register, response):
    part = register.challenges.part(response.addressee_id)
    assert not register.courses.facts(part).has_independent
    visit = register.activities.save(an_activity())
    line = an_update(action_id=None, response_id=response.id, side=Side.SEEN, seen=Seen.AS_REPORTED)
    saved = register.updates.note(line, [visit])
    assert [one.source.id for one in register.evidence.shown(saved.id)] == [visit.id]
    assert register.courses.facts(part).has_independent
