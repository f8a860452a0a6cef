"""What papers say of one party's part."""

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.action import ActionStatus, Seen
from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Status
from scrutineer.domain.challenge_figures import AnswerFigure, EvidenceFigure, RetestFigure
from scrutineer.domain.escalation import EscalationOutcome
from scrutineer.domain.evidence import EvidenceKind
from scrutineer.domain.retest import RetestResult
from scrutineer.reports.party_words import (
    answered,
    changed,
    climbed,
    each_named,
    escalated,
    escalation,
    moved,
    parties_of,
    reopened,
    reported,
    retested,
    said,
    seen_words,
    since_then,
    stance,
    unanswered,
    waiting_for,
)
from tests.reports.sample_figures import (
    ACTIONS,
    CHALLENGES,
    CLIMBED,
    FIRST_STAGE,
    ICB,
    MASTHEAD,
    MOVED,
    PARTNERS,
    TODAY,
    WEIGHTY,
    answer,
    challenge,
    party,
)

SEVERAL = replace(MASTHEAD, several_authors=True)
DUE = date(2026, 11, 10)
SPOKEN = AnswerFigure(came_on=date(2026, 3, 12), text="", short_form="", position=Position.NOT_ACCEPTED,
                      as_i_heard_it=True, my_view="")


def test_an_answer_says_its_position_and_when_and_whether_it_was_only_heard():
    assert stance(SPOKEN, MASTHEAD) == "declined with reason, 12 Mar 2026, as I heard it"
    assert stance(SPOKEN, SEVERAL).endswith("as we heard it")
    assert stance(replace(SPOKEN, position=None, as_i_heard_it=False), MASTHEAD) == "answered, 12 Mar 2026"
    confirmed = replace(SPOKEN, as_i_heard_it=False, minute_ref="EG 7.2")
    assert stance(confirmed, MASTHEAD) == "declined with reason, 12 Mar 2026, confirmed by minute EG 7.2"


def test_an_answer_in_a_line_is_its_short_form_or_where_it_stands_in_full():
    wordy = replace(SPOKEN, text="In *our* words", as_i_heard_it=False)
    assert answered(wordy, MASTHEAD, "") == "Declined with reason, 12 Mar 2026: In our words."
    assert answered(wordy, MASTHEAD, "Appendix B").endswith(": in full in Appendix B.")
    assert answered(replace(wordy, short_form="No."), MASTHEAD, "Appendix B").endswith("2026: No.")
    assert answered(replace(wordy, text=""), MASTHEAD, "Appendix B") == "Declined with reason, 12 Mar 2026."


def test_what_was_seen_of_an_answer_follows_it():
    seen = answer(date(2026, 9, 1), "Done.", seen=Seen.IN_PART, seen_on=date(2026, 11, 3))
    assert answered(seen, MASTHEAD, "") == "Accepted, 1 Sep 2026: Done. Seen in part, 3 Nov 2026."
    assert seen_words(None, None) == "Not looked at yet"
    assert seen_words(Seen.CANNOT_TELL, None) == "Cannot be told"


def test_words_that_people_typed_are_never_put_into_another_mouth():
    mine = answer(date(2026, 9, 1), "I own this; it is my job.")
    assert "I own this; it is my job." in answered(mine, SEVERAL, "")
    again = RetestFigure(planned_on=None, done_on=TODAY, result=RetestResult.PARTLY, words="I counted. My own eyes.")
    assert retested(again, SEVERAL) == "We looked again on 23 Nov 2026: partly sustained. I counted. My own eyes."


def test_what_passed_between_us_stands_in_the_order_of_its_days():
    (council,) = WEIGHTY[1].parties
    again = answer(date(2026, 11, 1), "For an assessor.")
    lines = said(replace(council, answers=(*council.answers, again)), MASTHEAD, "")
    assert [line.split(",")[0] for line in lines] == ["Partly accepted", "I asked for more", "Accepted"]
    assert lines[1] == "I asked for more, 20 Oct 2026: What do they wait for?"


def test_a_part_that_ended_unanswered_says_until_when_nothing_had_come():
    part = party(ICB, Status.CLOSED, DUE, outcome=Outcome.NOT_PURSUED, no_answer_by=TODAY)
    assert unanswered(part) == "No answer recorded by 23 November 2026."
    assert unanswered(party(ICB, Status.RAISED, DUE)) == ""


@pytest.mark.parametrize(("status", "words"), [
    (ActionStatus.OPEN, "Open; awaited since 13 Nov 2026"),
    (ActionStatus.DONE, "Reported done, 13 Nov 2026"),
    (ActionStatus.DROPPED, "Dropped with reason, 20 Oct 2026: Night staff asked for mornings."),
])
def test_an_action_tells_what_its_agency_reports(status, words):
    one = next(action for action in ACTIONS if action.status is status and (status is not ActionStatus.OPEN
                                                                            or action.is_overdue))
    if status is ActionStatus.DONE:
        one = replace(one, done_on=date(2026, 11, 13))
    assert reported(one) == words


def test_before_its_date_an_answer_is_awaited_and_after_it_awaited_since():
    before = party(ICB, Status.RAISED, date(2026, 11, 26))
    after = party(ICB, Status.ACKNOWLEDGED, DUE)
    assert waiting_for(before, MASTHEAD) == "awaited, due 26 Nov"
    assert waiting_for(after, MASTHEAD) == "answer awaited since 10 Nov (9 working days)"


def test_a_moved_date_says_which_one_it_is():
    ledger = "second date, 4 working days later than first agreed"
    moved_on = party(ICB, Status.RAISED, date(2026, 11, 26), ledger=ledger)
    assert waiting_for(moved_on, MASTHEAD) == f"awaited, due 26 Nov; {ledger}"


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words_for_what_it_waits_for(status):
    assert waiting_for(party(ICB, status, DUE), MASTHEAD)
    assert waiting_for(party(ICB, Status.TESTING_IMPACT, DUE, test_on=TODAY), SEVERAL) == (
        "for us to test on 23 Nov 2026")


def test_what_changed_comes_with_its_level_and_what_shows_it():
    part = party(ICB, Status.CLOSED, DUE, level=ImpactLevel.PROCESS_CHANGED, changed="A *form* is in use",
                 outcome=Outcome.PROCESS_CHANGED_ONLY)
    assert changed(part, MASTHEAD) == "Process changed only. A form is in use. (2 Process changed)"
    evidence = (EvidenceFigure(kind=EvidenceKind.POLICY), EvidenceFigure(kind=EvidenceKind.DATA, is_independent=True),
                EvidenceFigure(kind=EvidenceKind.POLICY))
    found = changed(replace(part, evidence=evidence), MASTHEAD)
    assert found.endswith("(2 Process changed; shown by data and policy or procedure)")


def test_a_reason_in_place_of_evidence_is_printed_or_said_to_be_kept():
    part = party(ICB, Status.CLOSED, DUE, level=ImpactLevel.DIFFERENCE, outcome=Outcome.IMPACT_EVIDENCED)
    assert changed(replace(part, stands_in="I *sat* with them"), MASTHEAD) == (
        "A difference was seen. (4 Difference to children) Reason in place of evidence: I sat with them.")
    assert changed(replace(part, keeps_reason=True), MASTHEAD).endswith("recorded, and not for print.")


@pytest.mark.parametrize(("outcome", "more", "words"), [
    (Outcome.NOT_PURSUED, {"ended_because": "Too *small*"}, "Not pursued: Too small."),
    (Outcome.OVERTAKEN_BY_EVENTS, {"ended_because": "A new Board."}, "Overtaken by events: A new Board."),
    (Outcome.MERGED_INTO, {"target": "EX-C-2026-020"}, "Merged into EX-C-2026-020."),
    (Outcome.REFERRED_ELSEWHERE, {"target": "the inspectorate"}, "Referred to the inspectorate."),
    (Outcome.REFERRED_ELSEWHERE, {}, "Referred elsewhere."),
    (Outcome.UNRESOLVED_RISK_ACCEPTED, {"minute_ref": "EG 7.2"}, "Unresolved, risk accepted (minute EG 7.2)."),
    (Outcome.ASSURED_NO_CHANGE_NEEDED, {"changed": "It is chaired."}, "Assured, no change needed. It is chaired."),
])
def test_an_ending_that_the_level_does_not_tell_is_named_with_its_reason(outcome, more, words):
    assert changed(party(ICB, Status.CLOSED, DUE, outcome=outcome, **more), MASTHEAD) == words


def test_an_old_ending_without_facts_is_not_recorded_and_an_open_part_not_yet_known():
    assert changed(party(ICB, Status.CLOSED, DUE), MASTHEAD) == "Not recorded"
    assert changed(party(ICB, Status.RAISED, DUE), MASTHEAD) == "Not yet known"


def test_a_withdrawn_part_gives_the_reason():
    part = party(ICB, Status.WITHDRAWN, DUE)
    assert changed(part, MASTHEAD, "Wrong *quarter*") == "Withdrawn: Wrong quarter."
    assert changed(part, MASTHEAD) == "Withdrawn: reason not recorded."


def test_what_was_reopened_keeps_its_earlier_ending():
    (again,) = CHALLENGES[1].parties[0].reopened
    assert reopened(again, MASTHEAD) == (
        "Reopened on 1 Sep 2026: The form had lapsed. It had ended on 3 Aug 2026 as “Process changed only” (process "
        "changed): A form was in use.")
    bare = replace(again, ended_on=None, outcome=None, impact_level=None, words="", because="", was_withdrawn=True)
    assert reopened(bare, MASTHEAD) == "Reopened on 1 Sep 2026. It had been withdrawn."


def test_a_look_again_tells_what_it_found_or_when_it_will_be():
    assert since_then(CHALLENGES[0].parties[0], MASTHEAD) == (
        "I looked again on 14 Nov 2026: sustained. Four of four, again on a Saturday.")
    dropped = RetestFigure(planned_on=DUE, done_on=TODAY, result=RetestResult.NOT_TESTED, words="It was *moved*.")
    assert retested(dropped, MASTHEAD) == (
        "A re-test was planned for 10 Nov 2026 and did not take place. It was moved.")
    assert since_then(CHALLENGES[2].parties[0], SEVERAL) == "We shall look again on 3 May 2027."


def test_no_stage_is_shown_before_the_first_and_then_with_when_to_whom_and_by_when():
    hospital = WEIGHTY[0].parties[1]
    assert escalated(replace(hospital, stage_words="")) == ""
    assert escalated(hospital) == (
        "Stage 1 · agency lead, 16 Nov 2026, to the chief nurse, letter 14/2: Two dates have passed; reply due 30 Nov "
        "2026.")
    assert escalated(replace(hospital, escalations=())) == f"{FIRST_STAGE}."


def test_every_rung_is_told_those_before_the_present_one_in_few_words():
    hospital = WEIGHTY[0].parties[1]
    unresolved = {"outcome": EscalationOutcome.NOT_RESOLVED, "outcome_on": TODAY}
    below = replace(CLIMBED, rung="Stage 0 · a telephone call", **unresolved)
    told = climbed(replace(hospital, escalations=(below, *hospital.escalations)))
    assert told.startswith("Stage 0 · a telephone call, 16 Nov 2026: not resolved. Stage 1 · agency lead, 16 Nov 2026,")
    assert climbed(replace(hospital, escalations=(), stage_words="")) == ""


def test_a_step_on_the_ladder_tells_how_it_ended_and_when_it_came_down():
    ended = replace(CLIMBED, outcome=EscalationOutcome.PARTLY, outcome_on=TODAY, words="A rota is drawn *up*", why="",
                    to_whom="ICB chair", document="")
    assert escalation(ended) == (
        "Stage 1 · agency lead, 16 Nov 2026, to ICB chair; partly resolved, 23 Nov 2026. A rota is drawn up.")
    assert escalation(replace(CLIMBED, goes_up=False)).startswith("Brought down to stage 1 · agency lead")


def test_each_move_of_a_date_tells_who_asked_why_and_who_agreed():
    assert moved(MOVED[0]) == (
        "Date moved from 1 Oct 2026 to 20 Oct 2026, asked for by head of safeguarding, agreed by Independent "
        "Scrutineer on 30 Sep 2026: The post was vacant.")
    assert moved(replace(MOVED[1], from_on=None, agreed_on=None, why="")) == "Date set to 10 Nov 2026."


def test_what_is_the_same_for_all_parties_is_said_once():
    same = challenge(1, "T", "t", DUE, party(ICB, Status.RAISED, DUE), party(PARTNERS, Status.RAISED, DUE))
    assert each_named(same, lambda part: part.status.label) == f"{ICB} and {PARTNERS}: Raised"
    assert each_named(same, lambda part: part.name.lower()).startswith(f"{ICB}: integrated")


def test_a_challenge_whose_parties_an_old_log_does_not_name_says_so():
    (nobody,) = parties_of(replace(CHALLENGES[0], parties=()))
    assert (nobody.name, nobody.status) == ("Not recorded", CHALLENGES[0].status)
