"""The visit brief as a paper of one page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.brief import AskedFigure, BriefPart, VisitBrief
from scrutineer.domain.figures import FindingFigure
from scrutineer.reports import brief
from scrutineer.reports.blocks import Heading, Table, lines_of, settled
from scrutineer.reports.word import to_word
from tests.factories import MOMENT
from tests.reports.sample_figures import MASTHEAD

PART = BriefPart(
    agency="Police",
    strengths=(FindingFigure(text="They ring back within the hour", agencies=(), found_on=date(2026, 11, 3),
                             activity="Front door visited"),),
    asked=(AskedFigure(reference="C-2026-014", title="Interviews", waiting="answer awaited, due 26 Nov"),),
    more_asked=2, questions=("Who reads the plans?",), promises=("Send the audit tool (by 30 Nov)",),
    people=("The superintendent, public protection",),
)  # fmt: skip
BRIEF = VisitBrief(
    masthead=MASTHEAD, frozen_at=MOMENT, reference="EX-A-2026-014", title="Front door", form="Visit to the front line",
    held_on=date(2026, 12, 1), place="Northmoor", agencies=("Police", "LA"), people_met="two call handlers",
    purpose="To hear a day’s calls.", lines_of_enquiry="- Who rings back?\n- When?", method="Front door visit",
    appreciative="When is it at its best?", parts=(PART, BriefPart(agency="LA")),
)


def lines(figure=BRIEF):
    return list(lines_of(brief.document(figure).blocks))


def test_it_says_why_and_with_what_questions_before_it_says_anything_of_an_agency():
    shown = brief.document(BRIEF)
    assert [block.words for block in shown.blocks if isinstance(block, Heading)] == [
        "Lines of enquiry", "Appreciative questions", "Police", "LA"
    ]
    assert shown.subtitle == "Visit to the front line · 1 December 2026 · Northmoor"
    assert lines()[:2] == ["Purpose: To hear a day’s calls.", "Whom I will meet: two call handlers."]


def test_what_works_stands_before_what_is_open():
    [table] = [block for block in brief.document(BRIEF).blocks if isinstance(block, Table)]
    assert [row[0] for row in table.rows] == [
        "What works, last seen", "Open challenges", "Open questions", "What I promised", "Whom to ask for"
    ]
    assert "They ring back within the hour (Front door visited, 3 Nov 2026)" in lines()
    assert "C-2026-014 Interviews (answer awaited, due 26 Nov)" in lines()
    assert "and 2 more" in lines()


def test_of_an_agency_about_which_nothing_is_known_it_says_so():
    assert lines()[-2] == "Nothing is recorded about this agency yet."


def test_rows_without_anything_are_left_out_and_so_are_empty_questions():
    bare = replace(BRIEF, parts=(BriefPart(agency="LA", people=("The lead",)),), appreciative="", lines_of_enquiry="",
                   people_met="", purpose="", method="")  # fmt: skip
    assert lines(bare) == ["Purpose: Not written down yet.", "LA", "About", "What is known", "Whom to ask for",
                           "The lead"]  # fmt: skip


def test_several_authors_say_we():
    several = replace(BRIEF, masthead=replace(MASTHEAD, several_authors=True))
    assert {"Whom we will meet: two call handlers.", "What we promised"} <= set(lines(several))


def test_headings_that_were_typed_stand_below_those_of_the_brief():
    typed = replace(BRIEF, lines_of_enquiry="# Calls\n\nWho answers?")
    levels = {block.words: block.level for block in settled(brief.document(typed)) if isinstance(block, Heading)}
    assert levels[next(one for one in levels if "Calls" in str(one))] == 2


def test_the_file_is_as_words_schemas_have_it(violations):
    assert violations(to_word(brief.document(BRIEF))) == []
