"""Each party's own course: every step of it, what refuses one, and what an ended part begins again with."""

from dataclasses import replace
from datetime import timedelta

import pytest

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Position, Stage, Status
from scrutineer.domain.lifecycle import ROW_OF, missing_for, steps_from
from scrutineer.domain.retest import RetestResult
from scrutineer.domain.step import Step
from tests.factories import TODAY, an_activity, an_escalation
from tests.register.conftest import WORDS, close, refused

DAY = timedelta(days=1)


def everything(register):
    return register.figures.whole().entities


def end(register, part, outcome=Outcome.NOT_PURSUED, **over):
    facts = {"because": "Asked by another."} if outcome is Outcome.NOT_PURSUED else {}
    return register.courses.end(part.id, outcome, TODAY, **facts | over)


@pytest.fixture
def part(register, put, answer):
    """The police's part of a challenge of a month ago, answered today."""
    return answer(put(raised_on=TODAY - 30 * DAY)[1][0])


@pytest.fixture
def closed(register, part):
    """The same, closed at level 4, because a visit showed it."""
    register.evidence.link(part, register.activities.save(an_activity()))
    register.courses.test(part.id, "Ask them.", TODAY)
    return close(register, part, outcome=Outcome.IMPACT_EVIDENCED, level=ImpactLevel.DIFFERENCE, stands_in="")


# Each part runs its own course


def test_one_part_is_closed_while_another_is_awaited(register, put, answer):
    challenge, (police, icb) = put()
    register.courses.acknowledge(police.id, TODAY)
    assert register.challenges.get(challenge.id).status is Status.RAISED
    close(register, answer(police))
    (line,) = register.challenges.lines()
    assert (line.status, line.status_words) == ("raised", "Raised · 1 of 2 answered")
    assert line.waiting_for(TODAY) == "ICB · 21 Dec"
    register.courses.acknowledge(icb.id, TODAY)
    assert register.challenges.lines()[0].status_words == "Acknowledged · 1 of 2 answered"
    close(register, answer(icb), level=ImpactLevel.NONE_SEEN)
    ended = register.challenges.get(challenge.id)
    assert (ended.status, ended.closed_on, ended.impact_level) == (Status.CLOSED, TODAY, ImpactLevel.REPLY_ONLY)


def test_a_part_goes_all_the_way_and_the_challenge_with_it(register, put, answer):
    challenge, (part,) = put(register.agencies.all()[0].id)
    steps, challenges = register.courses, register.challenges
    answer(part)
    steps.ask_more(part.id, "And at weekends?", TODAY + 7 * DAY)
    assert challenges.get(challenge.id).status is Status.FURTHER_INFORMATION
    answer(part, "At weekends too.")
    steps.agree_action(part.id, [Action(text="Audit twenty cases.", due_on=TODAY + DAY), Action(text="  ")])
    (action,) = challenges.actions(part.id)
    assert (action.first_due_on, action.agency_id) == (TODAY + DAY, part.agency_id)
    assert refused(steps.test, part.id, "Twenty cases", TODAY).keys() == {"actions"}
    register.actions.report_done(action.id, TODAY)
    steps.test(part.id, "Read ten of them.", TODAY + 99 * DAY)      # a test is planned for a day to come
    close(register, part, outcome=Outcome.PROCESS_CHANGED_ONLY, level=ImpactLevel.PROCESS_CHANGED)
    assert challenges.get(challenge.id).status is Status.CLOSED
    assert [one.text for one in challenges.responses(part.id)] == ["We have looked.", "At weekends too."]
    assert [(one.step, one.before, one.after) for one in steps.events(challenge.id)] == [
        (Step.PUT, Status.DRAFT, Status.RAISED), (Step.ANSWER, Status.RAISED, Status.RESPONDED),
        (Step.ASK_MORE, Status.RESPONDED, Status.FURTHER_INFORMATION),
        (Step.ANSWER, Status.FURTHER_INFORMATION, Status.RESPONDED),
        (Step.AGREE_ACTION, Status.RESPONDED, Status.ACTION_AGREED),
        (Step.TEST, Status.ACTION_AGREED, Status.TESTING_IMPACT), (Step.CLOSE, Status.TESTING_IMPACT, Status.CLOSED),
    ]


@pytest.mark.parametrize(
    ("over", "field"),
    [
        ({"outcome": None}, "outcome"),
        ({"level": None}, "impact_level"),
        ({"what_changed": " \x07"}, "what_changed"),
        ({"on": None}, "closed_on"),
        ({"on": TODAY + DAY}, "closed_on"),
        ({"on": TODAY - 31 * DAY}, "closed_on"),
        ({"stands_in": "\x07\n"}, "stands_in"),
        ({"level": ImpactLevel.PRACTICE_CHANGED, "stands_in": ""}, "stands_in"),
        ({"outcome": Outcome.NOT_PURSUED}, "outcome"),
        ({"outcome": Outcome.PROCESS_CHANGED_ONLY, "level": ImpactLevel.PROCESS_CHANGED}, "outcome"),
    ],
)
def test_straight_after_an_answer_nothing_closes_without_its_facts(register, part, over, field):
    before = everything(register)
    problems = refused(close, register, part, **over)
    assert set(problems) == {field}
    assert all(problems.values())
    assert everything(register) == before


def test_an_open_action_holds_back_the_test_and_says_so(register, put, answer):
    part = answer(put()[1][0])
    part = register.courses.agree_action(part.id, [Action(text="Audit.")])
    waits = {offer.step: offer.waits for offer in register.courses.next_steps(part)}
    assert "action" in waits.pop(Step.TEST)
    assert set(waits.values()) == {""}
    assert "actions" in refused(register.courses.agree_action, answer(put()[1][1]).id, [])


def test_one_more_action_is_agreed_without_a_step(register, put, answer, begun):
    challenge, (police, icb) = put()
    first = Action(text="Audit.", due_on=TODAY + DAY)
    part = register.courses.agree_action(answer(police).id, [first])
    more = register.courses.add_action(part.id, Action(text="Tell the Board.", due_on=TODAY + 9 * DAY))
    assert (more.addressee_id, more.challenge_id, more.agency_id) == (part.id, challenge.id, begun.police.id)
    assert (more.first_due_on, more.scrutineer_id) == (TODAY + 9 * DAY, register.desk.me)
    assert [one.text for one in register.challenges.actions(part.id)] == ["Audit.", "Tell the Board."]
    assert register.challenges.part(part.id) == part
    assert "status" in refused(register.courses.add_action, icb.id, Action(text="Too soon."))


@pytest.mark.parametrize("status", Status)
def test_exactly_what_the_table_allows_is_offered(register, put, status):
    part = replace(put()[1][0], status=status)
    offered = {offer.step for offer in register.courses.next_steps(part)}
    assert offered == set(steps_from(status)) - {Step.WITHDRAW}
    for step in set(ROW_OF) - set(steps_from(status)):
        assert [problem.field for problem in missing_for(step, status, register.courses.facts(part))] == ["status"]


def test_a_step_from_the_wrong_place_changes_nothing(register, put):
    challenge, (part, _) = put()
    before = register.changes_of(challenge, part)
    courses = register.courses
    assert "status" in refused(close, register, part)
    assert "status" in refused(courses.test, part.id, "Plan", TODAY)
    assert "status" in refused(courses.ask_more, part.id, "And?", TODAY + DAY)
    assert "status" in refused(courses.ask_again, part.id, "Why", TODAY + DAY, TODAY)
    assert "status" in refused(courses.act_again, part.id, "Why", [Action(text="Audit.")], TODAY)
    assert "status" in refused(courses.take_up, part.id, "Why", TODAY)
    assert "status" in refused(courses.put_part, part.id, TODAY + DAY)
    assert register.changes_of(challenge, part) == before


def test_steps_are_noted_on_days_that_were_and_due_dates_and_tests_lie_ahead(register, part):
    courses = register.courses
    for on in (TODAY + DAY, TODAY - 31 * DAY):
        assert set(refused(courses.ask_more, part.id, "And?", TODAY + 9 * DAY, on)) == {"on"}
        assert set(refused(courses.agree_action, part.id, [Action(text="Audit.")], on)) == {"on"}
        assert set(refused(courses.test, part.id, "Ask them.", TODAY + 9 * DAY, on)) == {"on"}
    courses.ask_more(part.id, "And?", TODAY + 9 * DAY, TODAY - 2 * DAY)
    assert courses.events(part.challenge_id)[-1].taken_on == TODAY - 2 * DAY


def test_the_first_date_never_changes_whatever_is_handed_in(register, put):
    _, (part, _) = put()
    sly = replace(part, acknowledged_on=TODAY, first_due_on=TODAY + 99 * DAY)
    assert register.courses.take(Step.ACKNOWLEDGE, sly).first_due_on == part.first_due_on


# Evidence decides how much is said to have changed


def test_the_level_rests_on_what_was_seen_and_not_on_what_the_agency_says_of_itself(register, part, answer):
    register.courses.test(part.id, "Ask them.", TODAY)
    (response,) = register.challenges.responses(part.id)
    register.evidence.link(part, register.challenges.reply_of(response))

    def missing(level):
        return refused(close, register, part, outcome=Outcome.IMPACT_EVIDENCED, level=level, stands_in="")

    assert "the agency’s own account (the agency’s own statement)" in missing(ImpactLevel.DIFFERENCE)["stands_in"]
    linked = register.evidence.link(response, register.activities.save(an_activity()))
    assert "re-test" in missing(ImpactLevel.SUSTAINED)["stands_in"]
    register.evidence.unlink(linked.id)
    assert set(missing(ImpactLevel.DIFFERENCE)) == {"stands_in"}
    register.evidence.link(register.challenges.get(part.challenge_id), register.activities.save(an_activity()))
    ended = close(register, part, outcome=Outcome.IMPACT_EVIDENCED, level=ImpactLevel.DIFFERENCE, stands_in="")
    assert ended.impact_level is ImpactLevel.DIFFERENCE


def test_the_latest_look_since_the_last_reopening_says_whether_it_lasted(register, closed):
    retests, courses = register.retests, register.courses
    first, second, third = (retests.plan(closed.id, TODAY) for _ in range(3))

    def lasted():
        return courses.facts(courses.part(closed.id)).has_lasted

    retests.record(third.id, RetestResult.SUSTAINED, TODAY, "Still so.")
    assert lasted()
    retests.record(second.id, RetestResult.NOT_TESTED, TODAY)
    assert lasted()
    courses.ask_again(closed.id, "New staff.", TODAY + DAY, TODAY)
    assert not lasted()
    retests.record(first.id, RetestResult.SUSTAINED, TODAY, "Still so.")
    assert courses.part(closed.id).impact_level is None      # a look at what is open again lifts nothing


# Ending


def test_a_part_that_never_answered_ends_and_says_so(register, put):
    challenge, (police, icb) = put()
    ended = end(register, police)
    assert (ended.status, ended.position, ended.impact_level) == (Status.CLOSED, Position.NO_RESPONSE, None)
    last = register.courses.events(challenge.id)[-1]
    assert (last.step, last.outcome, last.words) == (Step.END, Outcome.NOT_PURSUED, "Asked by another.")
    assert register.challenges.get(challenge.id).status is Status.RAISED
    found = register.challenges.as_found(Challenge(title="Old", status=Status.FURTHER_INFORMATION),
                                         [Addressee(agency_id=icb.agency_id)])
    (asked_more,) = register.challenges.parts(found.id)      # who was asked for more had said something
    assert end(register, asked_more).position is None


def test_an_ending_keeps_what_was_answered_and_what_is_still_to_be_done(register, part):
    register.courses.agree_action(part.id, [Action(text="Audit.", due_on=TODAY)])
    assert end(register, part, Outcome.REFERRED_ELSEWHERE, target="The Board").position is Position.ACCEPTED
    (action,) = register.challenges.actions(part.id)
    assert action.status is ActionStatus.OPEN
    again = register.courses.act_again(part.id, "It came back.", [], TODAY)      # there is one still to be done
    assert again.status is Status.ACTION_AGREED


@pytest.mark.parametrize(
    ("outcome", "over", "field"),
    [
        (None, {}, "outcome"),
        (Outcome.IMPACT_EVIDENCED, {}, "outcome"),
        (Outcome.NOT_PURSUED, {"because": "\x07 "}, "ended_because"),
        (Outcome.OVERTAKEN_BY_EVENTS, {}, "ended_because"),
        (Outcome.REFERRED_ELSEWHERE, {"target": "\x00 "}, "target"),
        (Outcome.MERGED_INTO, {}, "target"),
        (Outcome.MERGED_INTO, {"merged_into_id": "nowhere"}, "target"),
        (Outcome.UNRESOLVED_RISK_ACCEPTED, {"minute_ref": "EG 26/4"}, "outcome"),
    ],
)
def test_an_ending_says_what_it_lacks_and_writes_nothing(register, put, outcome, over, field):
    _, (part, _) = put()
    before = everything(register)
    assert set(refused(end, register, part, outcome, **over)) == {field}
    assert set(refused(register.courses.end, part.id, Outcome.NOT_PURSUED, TODAY + DAY, because="Why")) == {"closed_on"}
    assert everything(register) == before


def test_a_risk_is_accepted_at_the_second_stage(register, put):
    _, (part, _) = put()
    for stage in (Stage.AGENCY_LEAD, Stage.EXECUTIVE):
        register.escalations.escalate([part.id], an_escalation(stage=stage))
    assert set(refused(end, register, part, Outcome.UNRESOLVED_RISK_ACCEPTED)) == {"minute_ref"}
    ended = end(register, part, Outcome.UNRESOLVED_RISK_ACCEPTED, minute_ref="EG 26/4")
    assert (ended.status, ended.stage) == (Status.CLOSED, Stage.EXECUTIVE)


def test_nothing_is_merged_into_itself_or_round_in_a_circle_or_into_what_is_gone(register, put):
    (one, (first,)), (two, (second,)), (three, (third,)) = (put(register.agencies.all()[0].id) for _ in range(3))

    def merge(part, into):
        return end(register, part, Outcome.MERGED_INTO, merged_into_id=into.id)

    assert set(refused(merge, first, one)) == {"target"}
    merge(first, two)
    merge(second, three)
    assert set(refused(merge, third, one)) == {"target"}
    assert register.challenges.get(three.id).status is Status.RAISED
    other, (part,) = put(register.agencies.all()[0].id)
    register.challenges.remove(other)
    assert set(refused(merge, third, other)) == {"target"}
    assert merge(part, one).merged_into_id == one.id      # what has ended may be followed to where it went


def test_a_whole_challenge_is_ended_in_one_act_or_not_at_all(register, put):
    challenge, (police, _) = put()
    all_of_it = register.courses.end_all
    assert "ended_because" in refused(all_of_it, challenge.id, Outcome.NOT_PURSUED, TODAY)
    register.escalations.escalate([police.id], an_escalation(stage=Stage.EXECUTIVE, why="Now."))
    steps = register.courses.events(challenge.id)
    risk = Outcome.UNRESOLVED_RISK_ACCEPTED
    assert "outcome" in refused(all_of_it, challenge.id, risk, TODAY, minute_ref="EG 26/4")      # the ICB is at none
    assert register.courses.events(challenge.id) == steps
    ended = all_of_it(challenge.id, Outcome.NOT_PURSUED, TODAY, because="Asked by another.")
    assert (ended.status, ended.closed_on, ended.impact_level) == (Status.CLOSED, TODAY, None)
    assert {part.position for part in register.challenges.parts(challenge.id)} == {Position.NO_RESPONSE}
    assert "status" in refused(all_of_it, challenge.id, Outcome.NOT_PURSUED, TODAY, because="Again")


def test_a_draft_is_withdrawn_without_saying_who_was_told(register):
    draft = register.challenges.draft(Challenge(title="", text=WORDS))
    assert "withdrawn_because" in refused(register.courses.withdraw, draft.id, "\x07", "", TODAY)
    ended = register.courses.withdraw(draft.id, "Put by another.", "", TODAY)
    assert (ended.status, ended.closed_on) == (Status.WITHDRAWN, TODAY)


def test_what_was_put_is_withdrawn_with_reason_and_who_was_told_and_only_once(register, put):
    challenge, _ = put()
    withdraw = register.courses.withdraw
    assert set(refused(withdraw, challenge.id, "", "", None)) == {"withdrawn_because", "told", "closed_on"}
    assert set(refused(withdraw, challenge.id, "Overtaken.", "All", TODAY + DAY)) == {"closed_on"}
    withdraw(challenge.id, "Overtaken.", "Executive Group", TODAY)
    assert {part.status for part in register.challenges.parts(challenge.id)} == {Status.WITHDRAWN}
    assert "status" in refused(withdraw, challenge.id, "Again.", "All", TODAY)


def test_what_one_party_ended_stands_when_the_rest_is_withdrawn(register, put, answer):
    challenge, (police, icb) = put()
    close(register, answer(police))
    ended = register.courses.withdraw(challenge.id, "Overtaken.", "ICB", TODAY)
    assert (ended.status, ended.impact_level) == (Status.CLOSED, ImpactLevel.REPLY_ONLY)
    assert register.challenges.part(icb.id).status is Status.WITHDRAWN
    moves = [(one.old, one.new) for one in register.changes_of(ended) if one.label == "Status"]
    assert moves == [("Raised", "Closed"), ("", "Raised")]


def test_one_party_alone_is_let_go(register, put):
    challenge, (police, _) = put()
    register.courses.withdraw_part(police.id, "Not theirs.", "Police", TODAY)
    assert register.challenges.get(challenge.id).status is Status.RAISED
    assert [party.status for party in register.challenges.lines()[0].parties] == [Status.WITHDRAWN, Status.RAISED]


# Beginning again


def test_what_was_closed_is_asked_again_and_its_ending_stays_on_record(register, closed):
    courses = register.courses
    assert set(refused(courses.ask_again, closed.id, " ", None, None)) == {"reopened_because", "reopened_on", "due_on"}
    assert set(refused(courses.ask_again, closed.id, "Why", TODAY, TODAY)) == {"due_on"}
    assert set(refused(courses.ask_again, closed.id, "Why", TODAY + DAY, TODAY - DAY)) == {"reopened_on"}
    assert set(refused(courses.ask_again, closed.id, "Why", TODAY + 9 * DAY, TODAY + DAY)) == {"reopened_on"}
    again = courses.ask_again(closed.id, "It did not last.", TODAY + DAY, TODAY)
    assert (again.status, again.outcome, again.impact_level, again.answered_on) == (Status.RAISED, None, None, None)
    assert (again.due_on, again.first_due_on) == (TODAY + DAY, closed.first_due_on)
    challenge = register.challenges.get(closed.challenge_id)
    assert (challenge.status, challenge.closed_on, challenge.impact_level) == (Status.RAISED, None, None)
    ended = next(one for one in courses.events(closed.challenge_id) if one.after is Status.CLOSED)
    assert (ended.outcome, ended.impact_level) == (Outcome.IMPACT_EVIDENCED, ImpactLevel.DIFFERENCE)


def test_what_was_closed_may_be_reopened_as_often_as_it_must(register, closed):
    courses = register.courses
    for because in ("Once.", "Twice."):
        courses.act_again(closed.id, because, [Action(text=f"Audit {because}")], TODAY)
        courses.end(closed.id, Outcome.NOT_PURSUED, TODAY, because=f"Ended {because}")
    told = [(one.step, one.words) for one in courses.events(closed.challenge_id)][-4:]
    assert told == [(Step.ACT_AGAIN, "Once."), (Step.END, "Ended Once."), (Step.ACT_AGAIN, "Twice."),
                    (Step.END, "Ended Twice.")]  # fmt: skip
    assert "status" in refused(courses.take_up, closed.id, "Why", TODAY)
    for action in register.challenges.actions(closed.id):
        register.actions.drop(action.id, "No longer.")
    assert "actions" in refused(courses.act_again, closed.id, "Why", [Action(text=" ")], TODAY)


def test_nothing_ends_before_it_began_again(register, closed):
    register.courses.ask_again(closed.id, "It did not last.", TODAY + DAY, TODAY)
    for verb in (lambda: register.courses.end(closed.id, Outcome.NOT_PURSUED, TODAY - DAY, because="Why"),
                 lambda: register.courses.withdraw_part(closed.id, "Why", "All", TODAY - DAY)):  # fmt: skip
        assert set(refused(verb)) == {"closed_on"}


def test_of_what_is_asked_again_nobody_reads_that_nothing_was_answered(register, put):
    _, (part, _) = put()
    end(register, part)
    assert register.courses.ask_again(part.id, "It matters after all.", TODAY + DAY, TODAY).position is None
    assert end(register, part).position is Position.NO_RESPONSE


def test_a_private_word_on_what_changed_stays_private_in_its_step_and_after_reopening(register, part):
    register.courses.take(Step.CLOSE, replace(
        part, outcome=Outcome.ASSURED_NO_CHANGE_NEEDED, impact_level=ImpactLevel.REPLY_ONLY, closed_on=TODAY,
        stands_in="They named the chair.", what_changed="In confidence.", private=("what_changed",),
    ))
    register.courses.ask_again(part.id, "It did not last.", TODAY + DAY, TODAY)
    step = next(one for one in register.courses.events(part.challenge_id) if one.step is Step.CLOSE)
    assert (step.words, step.for_others().words) == ("In confidence.", "")
    assert "In confidence." not in repr(register.figures.log())


def test_a_part_that_is_put_to_nobody_yet_is_put_alone_and_its_challenge_on_that_day(register, begun):
    parties = [Addressee(agency_id=id_, due_on=TODAY + DAY, meeting_id=begun.meeting.id) for id_ in begun.partners]
    draft = register.challenges.draft(Challenge(title="", text=WORDS), parties)
    first = register.courses.put_part(parties[0].id, TODAY + DAY, TODAY - DAY)
    assert (first.first_due_on, first.meeting_id) == (TODAY + DAY, begun.meeting.id)
    second = register.courses.put_part(parties[1].id, TODAY + 2 * DAY)
    assert (second.due_on, second.meeting_id) == (TODAY + 2 * DAY, None)      # another day than the papers deadline
    now = register.challenges.get(draft.id)
    assert (now.status, now.raised_on) == (Status.RAISED, TODAY - DAY)
    assert register.challenges.lines()[0].status_words == "Raised"
    wordless = register.challenges.draft(Challenge(title="Later"), [Addressee(agency_id=begun.la.id)])
    before = everything(register)
    assert set(refused(register.courses.put_part, register.challenges.parts(wordless.id)[0].id, None)) == {"text"}
    assert everything(register) == before
