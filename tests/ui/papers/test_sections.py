from __future__ import annotations

from dataclasses import replace
from datetime import date

from scrutineer.domain.paper import Paper, PaperKind, PaperSection, SectionCode
from scrutineer.ui.papers import sections

PAPER = Paper(starts_on=date(2026, 9, 1), ends_on=date(2026, 11, 23))


def said(*codes: SectionCode, considered: bool = False) -> dict[SectionCode, PaperSection]:
    return {code: PaperSection(code=code, text="" if considered else "Words.", considered=considered) for code in codes}


def test_the_parts_stand_in_the_order_in_which_they_are_read() -> None:
    titles = [part.title for part in sections.parts(PAPER, {})]
    assert titles == [
        "Cover sheet", "Summary", "Recommendations", "1 Bottom line", "2 What I did", "3 What works well",
        "4 What I heard", "5 Assurance", "6 Challenges", "7 Actions and recommendations", "8 What comes next",
        "Implications",
    ]  # fmt: skip
    of_the_year = [part.title for part in sections.parts(replace(PAPER, kind=PaperKind.ANNUAL), {})]
    assert of_the_year[-3:-1] == ["12 How scrutiny feels here", "13 Our principles, and my independence"]


def test_what_the_meeting_is_asked_for_is_counted() -> None:
    assert [part.state for part in sections.parts(PAPER, {}, 2) if part.id == sections.RECOMMENDED] == [
        "2 recommendations"]
    assert sections.parts(PAPER, {})[2].state == sections.EMPTY


def test_only_what_nothing_else_speaks_for_is_to_be_completed() -> None:
    states = {part.id: part.state for part in sections.parts(PAPER, said(SectionCode.SUMMARY))}
    assert states["summary"] == sections.WRITTEN
    assert states["bottom_line"] == sections.TO_COMPLETE
    assert states["what_i_did"] == sections.EMPTY
    assert states[sections.COVER] == "6 to be completed"


def test_an_implication_counts_when_it_is_written_or_ticked() -> None:
    written = said(SectionCode.LEGAL) | said(SectionCode.CHILDREN, considered=True)
    blank = [SectionCode.EQUALITY, SectionCode.RESOURCES, SectionCode.DATA_PROTECTION]
    assert sections.not_considered(written) == blank


def test_nothing_is_missing_once_everything_was_said() -> None:
    assert sections.missing(said(*SectionCode)) == ""
    assert sections.missing({}).endswith("5 implications.")
