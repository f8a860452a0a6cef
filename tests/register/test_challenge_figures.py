"""Each party's whole course as a paper may tell it, and nothing in it that is private."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from scrutineer.domain.action import Action
from scrutineer.domain.challenge import Addressee, Challenge, ImpactLevel, Outcome, Stage, Status, Visibility
from scrutineer.domain.challenge_figures import MoveFigure
from scrutineer.domain.escalation import EscalationOutcome, EscalationStep, Rung
from scrutineer.domain.evidence import Evidence, EvidenceKind
from scrutineer.domain.organisation import Agency, Change
from scrutineer.domain.retest import RetestResult
from scrutineer.register.challenge_figures import ChallengeFigures
from tests.factories import TODAY, an_activity

DAY = timedelta(days=1)
ASSURED = Outcome.ASSURED_NO_CHANGE_NEEDED


def told(register, place=0):
    """The party figures of one challenge of the log."""
    return register.figures.log().challenges[place].parties


def hide(register, entity, *fields):
    with register.desk.act() as act:
        return act.put(replace(entity, private=fields))


def in_test(register, part, answer):
    """A part that was answered, acted on and is being tested."""
    answer(part)
    register.courses.agree_action(part.id, [Action(text="Count them")])
    (action,) = register.challenges.actions(part.id)
    register.actions.report_done(action.id, TODAY)
    return register.courses.test(part.id, "Read twenty plans.", TODAY + 30 * DAY)


def test_a_date_that_moved_is_told_with_each_move_and_in_words(register, put):
    _, (part, _) = put()
    first = part.due_on
    register.extensions.extend([part.id], first + 7 * DAY, "The post was vacant.", asked_by="Lead", agreed_by="me")
    register.extensions.extend([part.id], first + 14 * DAY, "They asked.")
    police, icb = told(register)
    assert police.ledger == "third date, 7 working days later than first agreed"
    assert police.moves[0] == MoveFigure(
        from_on=first, to_on=first + 7 * DAY, agreed_on=TODAY, asked_by="Lead", why="The post was vacant.",
        agreed_by="me")
    assert (police.first_agreed_on, len(police.moves)) == (first, 2)
    assert (icb.ledger, icb.first_agreed_on, icb.moves) == ("", None, ())


def test_a_rung_is_told_in_the_partnerships_own_words_and_nothing_before_the_first(register, put):
    _, (part, _) = put()
    assert [party.stage_words for party in told(register)] == ["", ""]
    register.escalations.save_rung(Rung(stage=Stage.AGENCY_LEAD, title="the chief’s desk", to_whom="The chief", days=5))
    (step,) = register.escalations.escalate([part.id], EscalationStep(
        stage=Stage.AGENCY_LEAD, stepped_on=TODAY, document="letter 3", why="Two dates passed."))
    register.escalations.settle(step.id, EscalationOutcome.PARTLY, TODAY, "A date was given.")
    (challenge,) = register.figures.log().challenges
    police, icb = challenge.parties
    assert challenge.stage_words == police.stage_words == "Stage 1 · the chief’s desk"
    assert icb.stage_words == ""
    (climbed,) = police.escalations
    assert (climbed.rung, climbed.to_whom, climbed.document) == ("Stage 1 · the chief’s desk", "The chief", "letter 3")
    assert (climbed.stepped_on, climbed.reply_due_on) == (TODAY, date(2026, 11, 30))
    assert (climbed.outcome, climbed.words, climbed.why, climbed.goes_up) == (
        EscalationOutcome.PARTLY, "A date was given.", "Two dates passed.", True)


def test_an_old_challenge_without_steps_stands_on_the_rung_on_which_it_was_found(register, begun):
    found = Challenge(title="Old", status=Status.RAISED, stage=Stage.EXECUTIVE)
    register.challenges.as_found(found, [Addressee(agency_id=begun.la.id)])
    assert told(register)[0].stage_words == "Stage 2 · executive group"


def test_what_more_was_asked_is_told_each_time(register, put, answer):
    _, (part, _) = put()
    for question in ("How many?", "And since when?"):
        answer(part)
        register.courses.ask_more(part.id, question, TODAY + 10 * DAY)
    assert [(one.asked_on, one.question) for one in told(register)[0].asked] == [
        (TODAY, "How many?"), (TODAY, "And since when?")]


def test_no_answer_recorded_is_said_of_a_part_that_ended_unanswered_alone(register, put, answer):
    _, (police, icb) = put()
    register.courses.end(police.id, Outcome.NOT_PURSUED, TODAY, because="Too small.")
    answer(icb)
    register.courses.end(icb.id, Outcome.REFERRED_ELSEWHERE, TODAY, target="the inspectorate")
    silent, spoken = told(register)
    assert (silent.no_answer_by, silent.ended_because, silent.outcome) == (TODAY, "Too small.", Outcome.NOT_PURSUED)
    assert (spoken.no_answer_by, spoken.target) == (None, "the inspectorate")
    register.courses.ask_again(police.id, "It grew.", TODAY + 10 * DAY, TODAY)
    assert told(register)[0].no_answer_by is None


def test_a_part_merged_into_another_names_it_only_where_that_one_may_be_told_of(register, put):
    into, _ = put(title="Kept")
    _, (part, _) = put(title="Merged")
    register.courses.end(part.id, Outcome.MERGED_INTO, TODAY, merged_into_id=into.id, target="its second question")
    assert told(register, 1)[0].target == f"{into.reference}, its second question"
    register.challenges.save(replace(into, visibility=Visibility.PRIVATE))
    assert told(register)[0].target == "another challenge, its second question"
    assert into.reference not in repr(register.figures.log())


def test_risk_accepted_keeps_its_minute(register, put):
    _, (part, _) = put()
    for stage in (Stage.AGENCY_LEAD, Stage.EXECUTIVE):
        register.escalations.escalate([part.id], EscalationStep(stage=stage, stepped_on=TODAY))
    register.courses.end(part.id, Outcome.UNRESOLVED_RISK_ACCEPTED, TODAY, minute_ref="EG 7.2", because="Money.")
    assert (told(register)[0].minute_ref, told(register)[0].stage_words) == ("EG 7.2", "Stage 2 · executive group")


def test_what_settled_it_is_told_by_kind_what_is_independent_first(register, put, answer):
    _, (part, _) = put()
    in_test(register, part, answer)
    visit = register.activities.save(an_activity(title="Front desk"))
    policy = register.evidence.save(Evidence(title="Protocol", dated_on=TODAY, text="SECRET", private=("text",)))
    register.evidence.link(part, policy, "new wording")
    register.evidence.link(part, visit)
    register.courses.close(part.id, Outcome.PRACTICE_CHANGE_EVIDENCED, ImpactLevel.PRACTICE_CHANGED, "They ask.", TODAY)
    closed = told(register)[0]
    assert closed.kinds == (EvidenceKind.OBSERVATION, EvidenceKind.POLICY)
    assert [(one.what, one.shows) for one in closed.evidence] == [
        ("E-2026-001 Protocol, 23 Nov 2026", "new wording"), ("Front desk, 16 Nov 2026", "")]
    register.activities.remove(visit)
    assert told(register)[0].kinds == (EvidenceKind.POLICY,)
    assert "SECRET" not in repr(register.figures.log())


def test_a_reason_that_stands_in_is_told_or_where_private_that_there_is_one(register, put, answer):
    _, (part, _) = put()
    answer(part)
    register.courses.close(part.id, ASSURED, ImpactLevel.REPLY_ONLY, "It is chaired.", TODAY, stands_in="SECRET talk")
    assert (told(register)[0].stands_in, told(register)[0].keeps_reason) == ("SECRET talk", False)
    hide(register, register.challenges.part(part.id), "stands_in")
    assert (told(register)[0].stands_in, told(register)[0].keeps_reason) == ("", True)


def test_what_was_reopened_keeps_its_earlier_ending_with_outcome_level_and_day(register, put, answer):
    _, (part, _) = put()
    answer(part)
    register.courses.close(part.id, ASSURED, ImpactLevel.REPLY_ONLY, "It is chaired.", TODAY, stands_in="Seen.")
    register.courses.ask_again(part.id, "It is not chaired.", TODAY + 10 * DAY, TODAY)
    party = told(register)[0]
    (again,) = party.reopened
    assert (again.ended_on, again.outcome, again.impact_level, again.words) == (
        TODAY, ASSURED, ImpactLevel.REPLY_ONLY, "It is chaired.")
    assert (again.reopened_on, again.because, again.was_withdrawn) == (TODAY, "It is not chaired.", False)
    assert (party.outcome, party.what_changed, party.status) == (None, "", Status.RAISED)


def test_a_part_that_waits_to_be_put_again_stays_and_one_never_put_is_not_told(register, put, begun):
    challenge, (police, _) = put()
    register.courses.withdraw_part(police.id, "Not theirs.", "Police", TODAY)
    register.courses.take_up(police.id, "It was theirs.", TODAY)
    with register.desk.act() as act:
        act.put(Addressee(challenge_id=challenge.id, agency_id=begun.la.id, place=9))
    (figure,) = register.figures.log().challenges
    assert [(party.name, party.status) for party in figure.parties] == [
        ("Police", Status.DRAFT), ("ICB", Status.RAISED)]
    assert figure.parties[0].reopened[0].was_withdrawn
    assert figure.status_words == "Raised"


def test_a_look_again_is_told_with_what_it_found(register, put, answer):
    _, (part, _) = put()
    answer(part)
    register.courses.close(part.id, ASSURED, ImpactLevel.REPLY_ONLY, "Chaired.", TODAY, stands_in="Seen.")
    planned = register.retests.plan(part.id, TODAY, 1.5)
    assert [(one.planned_on, one.result) for one in told(register)[0].retests] == [(TODAY, None)]
    register.retests.record(planned.id, RetestResult.SUSTAINED, TODAY, "Still so.")
    (found,) = told(register)[0].retests
    assert (found.done_on, found.result, found.words, found.days) == (TODAY, RetestResult.SUSTAINED, "Still so.", 1.5)


def test_a_part_handed_over_says_whose_it_was(register, put, begun):
    put()
    board = Agency(name="North Board", short_name="North")
    register.successions.follow([begun.icb], [board], Change.RENAMED, TODAY)
    assert told(register)[1].name == "North (formerly ICB)"


def test_both_wordings_are_told_unless_the_words_are_private(register, put):
    challenge, _ = put()
    reworded = register.challenges.reword(replace(challenge, text="Who asks?"), on=TODAY, why="I was wrong.")
    (figure,) = register.figures.log().challenges
    (wording,) = figure.rewordings
    assert (wording.reworded_on, wording.before, wording.after, wording.why) == (
        TODAY, challenge.text, "Who asks?", "I was wrong.")
    hide(register, reworded, "text")
    (hidden,) = register.figures.log().challenges[0].rewordings
    assert (hidden.before, hidden.after) == ("", "")


def test_a_step_does_not_tell_what_became_private_later(register, put, answer):
    _, (part, _) = put()
    answer(part)
    register.courses.ask_more(part.id, "SECRET question", TODAY + 10 * DAY)
    answer(part)
    register.courses.close(part.id, ASSURED, ImpactLevel.REPLY_ONLY, "SECRET words", TODAY, stands_in="Seen.")
    register.courses.ask_again(part.id, "SECRET reason", TODAY + 10 * DAY, TODAY)
    assert repr(register.figures.log()).count("SECRET") == 3
    hide(register, register.challenges.part(part.id), "question", "what_changed", "reopened_because")
    assert "SECRET" not in repr(register.figures.log())


@pytest.mark.parametrize("field", ["why", "words"])
def test_private_words_of_a_step_on_the_ladder_stay_with_me(register, put, field):
    _, (part, _) = put()
    (step,) = register.escalations.escalate([part.id], EscalationStep(
        stage=Stage.AGENCY_LEAD, stepped_on=TODAY, why="SECRET why"))
    step = register.escalations.settle(step.id, EscalationOutcome.RESOLVED, TODAY, "SECRET words")
    hide(register, step, field)
    assert repr(register.figures.log()).count("SECRET") == 1


def test_what_is_for_me_alone_is_told_nowhere(register, put, answer):
    challenge, (part, _) = put(title="SECRET", visibility=Visibility.PRIVATE)
    answer(part, "SECRET answer")
    register.courses.agree_action(part.id, [Action(text="SECRET action")])
    telling = ChallengeFigures(register.desk, register.challenges)
    assert telling.all() == []
    assert telling.actions(date.min, date.max) == ()
    assert challenge.visibility is Visibility.PRIVATE
