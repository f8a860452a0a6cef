"""Taken up again: a challenge worded once more, and nothing of what was said before is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.challenge import Addressee, ImpactLevel, Outcome, Status
from scrutineer.domain.step import Step
from tests.factories import TODAY
from tests.register.conftest import WORDS, close, refused

DAY = timedelta(days=1)


@pytest.fixture
def taken_up(register, put, answer):
    """A challenge whose police part was closed, and whose part of the ICB is worded again."""
    challenge, (police, icb) = put(raised_on=TODAY - 30 * DAY)
    close(register, answer(police), on=TODAY)
    register.courses.withdraw_part(icb.id, "Not theirs.", "ICB", TODAY)
    register.courses.take_up(icb.id, "It is theirs after all.", TODAY)
    return challenge, icb


def test_what_one_party_ended_with_stands_while_another_part_is_worded_again(register, taken_up):
    challenge, icb = taken_up
    now = register.challenges.get(challenge.id)
    assert (now.status, now.impact_level) == (Status.CLOSED, ImpactLevel.REPLY_ONLY)
    assert register.challenges.part(icb.id).status is Status.DRAFT
    part = register.courses.put_part(icb.id, TODAY + DAY)
    assert (part.status, part.due_on, part.first_due_on) == (Status.RAISED, TODAY + DAY, icb.first_due_on)
    assert register.challenges.get(challenge.id).status is Status.RAISED


@pytest.fixture
def worded_again(register, put):
    """A challenge that was put a month ago, withdrawn as a whole, and taken up again for one of its two parties."""
    challenge, (police, icb) = put(raised_on=TODAY - 30 * DAY)
    register.courses.withdraw(challenge.id, "Overtaken.", "All", TODAY - DAY)
    register.courses.take_up(police.id, "It was not.", TODAY)
    return register.challenges.get(challenge.id), police, icb


@pytest.mark.parametrize("typed", [None, TODAY - 2 * DAY, TODAY])
@pytest.mark.parametrize("is_kept_as_draft", [True, False])
def test_the_day_it_was_first_put_and_the_first_dates_never_change(register, worded_again, typed, is_kept_as_draft):
    challenge, police, _ = worded_again
    again = replace(challenge, raised_on=typed)
    party = replace(register.challenges.part(police.id), due_on=TODAY + 9 * DAY, first_due_on=typed)
    if is_kept_as_draft:
        register.challenges.draft(again, [party])
        again = replace(register.challenges.get(challenge.id), text="And who told you?")
        party = register.challenges.part(police.id)
    register.challenges.put_to(again, [party])
    part = register.challenges.part(police.id)
    assert register.challenges.get(challenge.id).raised_on == TODAY - 30 * DAY
    assert (part.first_due_on, part.due_on) == (police.first_due_on, TODAY + 9 * DAY)


def test_a_challenge_that_is_taken_up_is_worded_again_and_both_wordings_are_kept(register, worded_again):
    challenge, police, icb = worded_again
    assert (challenge.status, challenge.withdrawn_because, challenge.told) == (Status.DRAFT, "", "")
    parts = register.challenges.parts(challenge.id)
    draft = register.challenges.draft(replace(challenge, text="How do you know?"), parts)
    register.challenges.put_to(replace(draft, text="Who told you?"), [register.challenges.part(police.id)])
    assert [(one.words_before, one.words_after) for one in register.challenges.rewordings(challenge.id)] == [
        (WORDS, "How do you know?"), ("How do you know?", "Who told you?")
    ]
    now = register.challenges.get(challenge.id)
    assert (now.status, now.raised_on) == (Status.RAISED, TODAY - 30 * DAY)
    put_again = register.courses.events(challenge.id)[-1]
    assert (put_again.step, put_again.taken_on) == (Step.PUT, TODAY)
    part = register.challenges.part(police.id)
    assert (part.first_due_on, register.challenges.part(icb.id).status) == (police.first_due_on, Status.WITHDRAWN)


def test_a_party_that_was_asked_before_is_not_just_left_out(register, worded_again, begun):
    challenge, *_ = worded_again
    before = register.challenges.parts(challenge.id)
    for verb in (register.challenges.draft, register.challenges.put_to):
        assert set(refused(verb, challenge, [Addressee(agency_id=begun.la.id)])) == {"parties"}
    assert set(refused(register.challenges.put_to, challenge, before)) == {"parties"}      # one of them has ended
    assert register.challenges.parts(challenge.id) == before


def test_a_withdrawal_that_was_taken_back_is_told_as_it_was(register, worded_again):
    challenge, police, _ = worded_again
    register.courses.put_part(police.id, TODAY + DAY)
    register.courses.end(police.id, Outcome.NOT_PURSUED, TODAY, because="Asked by another.")
    assert [one.sentence for one in register.story_of(challenge.id)] == [
        "Police’s part ended: Not pursued", "Put to Police again", "Taken up again with Police",
        "ICB’s part withdrawn", "Police’s part withdrawn", "Put to Police, ICB",
    ]
