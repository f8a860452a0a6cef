"""Papers: over which period, in whose words, and which file went out."""

import hashlib
from datetime import date, timedelta

import pytest

from scrutineer.domain.paper import PaperKind, PaperStatus, SectionCode
from tests.factories import MOMENT, TODAY, a_body
from tests.register.conftest import refused

DAY = timedelta(days=1)


def issued(register, body, ends_on):
    begun = register.papers.begin(body)
    paper = register.papers.save(type(begun)(**{**vars(begun), "ends_on": ends_on}))
    return register.papers.issue(paper.id, TODAY, "Paper.docx", b"the very bytes")


def test_a_first_paper_covers_three_months_and_the_next_one_what_came_since(register, begun):
    assert register.papers.begin(begun.body).starts_on == date(2026, 8, 1)
    issued(register, begun.body, date(2026, 10, 31))
    assert register.papers.begin(begun.body).starts_on == date(2026, 11, 1)
    other = register.bodies.save(a_body(name="Board"))
    assert register.papers.begin(other).starts_on == date(2026, 8, 1)
    assert register.papers.begin().starts_on == date(2026, 8, 1)


def test_a_paper_begun_on_the_day_of_the_last_one_can_be_saved(register, begun):
    issued(register, begun.body, TODAY)
    again = register.papers.save(register.papers.begin(begun.body))
    assert (again.starts_on, again.ends_on) == (TODAY, TODAY)


def test_a_paper_for_a_meeting_goes_to_its_body(register, begun):
    paper = register.papers.begin(meeting=begun.meeting)
    assert (paper.body_id, paper.meeting_id, paper.ends_on) == (begun.body.id, begun.meeting.id, TODAY)
    assert register.papers.all() == []


def test_a_paper_gets_a_reference_once_and_may_not_end_before_it_begins(register, begun):
    paper = register.papers.save(register.papers.begin(begun.body))
    assert (paper.reference, paper.scrutineer_id) == ("EX-P-2026-001", register.desk.me)
    assert register.papers.save(paper).reference == paper.reference
    backwards = type(paper)(**{**vars(paper), "ends_on": paper.starts_on - DAY})
    assert "ends_on" in refused(register.papers.save, backwards)


def test_each_section_is_kept_once_with_its_words_or_its_tick(register, begun):
    paper = register.papers.save(register.papers.begin(begun.body))
    first = register.papers.write(paper.id, SectionCode.BOTTOM_LINE, "I am assured.")
    register.papers.write(paper.id, SectionCode.BOTTOM_LINE, "I am mostly assured.")
    register.papers.write(paper.id, SectionCode.EQUALITY, "", considered=True)
    sections = register.papers.sections(paper.id)
    assert set(sections) == {SectionCode.BOTTOM_LINE, SectionCode.EQUALITY}
    assert (sections[SectionCode.BOTTOM_LINE].id, sections[SectionCode.BOTTOM_LINE].text) == (
        first.id, "I am mostly assured."
    )
    figures = register.figures.figures(paper)
    assert figures.sections == {SectionCode.BOTTOM_LINE: "I am mostly assured."}
    assert figures.considered == {SectionCode.EQUALITY}


def test_issuing_keeps_the_digest_of_the_very_file(register, begun):
    paper = issued(register, begun.body, TODAY)
    assert paper.file_sha256 == hashlib.sha256(b"the very bytes").hexdigest()
    assert (paper.status, paper.issued_on, paper.file_name) == (PaperStatus.ISSUED, TODAY, "Paper.docx")
    assert paper.frozen_at == MOMENT


def test_papers_are_listed_with_drafts_first_then_the_latest(register, begun):
    old, new = issued(register, begun.body, date(2026, 9, 30)), issued(register, begun.body, date(2026, 10, 31))
    draft = register.papers.save(register.papers.begin(meeting=begun.meeting))
    lines = register.papers.lines()
    assert [line.id for line in lines] == [draft.id, new.id, old.id]
    assert (lines[0].body, lines[0].meeting_on, lines[0].is_issued) == (
        "Executive Group", begun.meeting.held_on, False
    )


@pytest.mark.parametrize(("today", "starts_on", "ends_on"), [
    (date(2026, 6, 1), date(2025, 4, 1), date(2026, 3, 31)),
    (date(2026, 11, 23), date(2026, 4, 1), date(2026, 11, 23)),
])
def test_the_report_of_a_year_covers_the_last_one_until_half_of_the_next_is_over(
    register, monkeypatch, today, starts_on, ends_on
):
    monkeypatch.setattr(register.desk, "today", lambda: today)
    paper = register.papers.begin(kind=PaperKind.ANNUAL)
    assert (paper.starts_on, paper.ends_on, paper.title) == (starts_on, ends_on, "Independent scrutiny: annual report")
