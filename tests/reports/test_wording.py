"""The turns of phrase that papers share."""

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.challenge import ImpactLevel, Outcome, Position, Stage, Status
from scrutineer.domain.figures import AnswerFigure
from scrutineer.reports.blocks import BulletList, Paragraph, Text, lines_of, plain_words
from scrutineer.reports.wording import (
    changed,
    dated,
    each_named,
    full_stop,
    in_voice,
    level_words,
    parties_of,
    run_in,
    stage_words,
    stance,
    waiting_for,
)
from tests.reports.sample_figures import CHALLENGES, ICB, MASTHEAD, PARTNERS, challenge, party

SEVERAL = replace(MASTHEAD, several_authors=True)
DUE = date(2026, 11, 10)


def test_one_author_says_i():
    assert in_voice("I led 3. My part took 2 days.", MASTHEAD) == "I led 3. My part took 2 days."


@pytest.mark.parametrize(("one", "several"), [
    ("I led 3. My part took 2 days.", "We led 3. Our part took 2 days."),
    ("What I asked", "What we asked"),
    ("for me to judge", "for us to judge"),
    ("Accepted, as I heard it", "Accepted, as we heard it"),
    ("In the Executive Group", "In the Executive Group"),
])
def test_several_authors_say_we(one, several):
    assert in_voice(one, SEVERAL) == several


def test_a_date_that_nobody_recorded_says_so():
    assert dated(None) == "date not recorded"
    assert dated(date(2026, 3, 12)) == "12 Mar 2026"


def test_a_sentence_is_never_ended_twice():
    assert [full_stop(words) for words in ("Yes", "Yes.", "Why?", "“No.”", "")] == [
        "Yes.", "Yes.", "Why?", "“No.”", ""]


def test_a_narrative_begins_on_the_line_of_its_lead():
    (paragraph,) = run_in("Police.", "A *good* desk.", "Passed on to: health.")
    assert plain_words(paragraph.words) == "Police. A good desk. Passed on to: health."
    assert paragraph.words[0] == Text("Police. ", bold=True)


def test_a_narrative_that_is_a_list_leaves_lead_and_tail_lines_of_their_own():
    first, middle, last = run_in("Police.", "- one\n- two", "Passed on.")
    assert plain_words(first.words) == "Police. "
    assert isinstance(middle, BulletList)
    assert last == Paragraph("Passed on.")


def test_a_heading_in_a_passage_is_only_a_bold_line():
    (paragraph,) = run_in("", "# Shouted")
    assert paragraph == Paragraph((Text("Shouted", bold=True),))


def test_lead_and_tail_of_nothing_still_stand():
    assert list(lines_of(run_in("Police.", "", "Passed on."))) == ["Police.  Passed on."]


def test_an_answer_says_its_position_and_when_and_whether_it_was_only_heard():
    spoken = AnswerFigure(came_on=date(2026, 3, 12), text="", short_form="", position=Position.NOT_ACCEPTED,
                          as_i_heard_it=True, my_view="")
    assert stance(spoken) == "declined with reason, 12 Mar 2026, as I heard it"
    assert stance(replace(spoken, position=None, as_i_heard_it=False)) == "answered, 12 Mar 2026"


def test_no_stage_is_shown_before_the_first():
    assert stage_words(Stage.DIRECT) == ""
    assert stage_words(Stage.AGENCY_LEAD) == "Stage 1 · agency lead"


def test_a_level_in_words_leaves_its_number_out():
    assert level_words(ImpactLevel.PROCESS_CHANGED) == "process changed"


def test_what_changed_comes_with_its_level():
    part = party(ICB, Status.CLOSED, DUE, level=ImpactLevel.PROCESS_CHANGED, changed="A *form* is in use",
                 outcome=Outcome.PROCESS_CHANGED_ONLY)
    assert changed(part) == "A form is in use. (2 Process changed)"


def test_an_ending_that_the_level_does_not_tell_is_named():
    part = party(ICB, Status.CLOSED, DUE, level=ImpactLevel.NONE_SEEN, outcome=Outcome.REFERRED_ELSEWHERE)
    assert changed(part) == "Referred elsewhere. (0 None seen yet)"


def test_an_old_ending_without_facts_is_not_recorded_and_an_open_part_not_yet_known():
    assert changed(party(ICB, Status.CLOSED, DUE)) == "Not recorded"
    assert changed(party(ICB, Status.RAISED, DUE)) == "Not yet known"


def test_a_withdrawn_part_gives_the_reason():
    part = party(ICB, Status.WITHDRAWN, DUE)
    assert changed(part, "Wrong *quarter*") == "Withdrawn: Wrong quarter."
    assert changed(part) == "Withdrawn: reason not recorded."


def test_before_its_date_an_answer_is_awaited_and_after_it_awaited_since():
    before = party(ICB, Status.RAISED, date(2026, 11, 26))
    after = party(ICB, Status.ACKNOWLEDGED, DUE)
    assert waiting_for(before, MASTHEAD) == "awaited, due 26 Nov"
    assert waiting_for(after, MASTHEAD) == "answer awaited since 10 Nov (9 working days)"


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words_for_what_it_waits_for(status):
    assert waiting_for(party(ICB, status, DUE), MASTHEAD)


def test_what_is_the_same_for_all_parties_is_said_once():
    same = challenge(1, "T", "t", DUE, party(ICB, Status.RAISED, DUE), party(PARTNERS, Status.RAISED, DUE))
    assert each_named(same, lambda part: part.status.label) == f"{ICB} and {PARTNERS}: Raised"
    assert each_named(same, lambda part: part.name.lower()).startswith(f"{ICB}: integrated")


def test_a_challenge_whose_parties_an_old_log_does_not_name_says_so():
    (nobody,) = parties_of(replace(CHALLENGES[0], parties=()))
    assert (nobody.name, nobody.status) == ("Not recorded", CHALLENGES[0].status)
