"""What is open stands apart from what ended."""

from dataclasses import replace

from scrutineer.domain.agency_figures import AgencyFigures
from tests.reports.sample_figures import FROZEN_AT, MASTHEAD, TODAY
from tests.reports.sample_letters import CLOSING, QUESTIONS

PAGE = AgencyFigures(
    masthead=MASTHEAD, frozen_at=FROZEN_AT, dated_on=TODAY, agency="ICB", in_full="Integrated Care Board",
    formerly=(), services=(), since=TODAY, strengths=(), parts=(*QUESTIONS.parts, *CLOSING.parts), actions=(),
    promises=(),
)


def test_open_parts_and_ended_parts_are_all_there_is():
    assert PAGE.open_parts == tuple(one for one in PAGE.parts if not one.party.status.is_ended)
    assert PAGE.open_parts + PAGE.ended_parts == PAGE.parts
    assert len(PAGE.open_parts) == 2
    assert replace(PAGE, parts=()).ended_parts == ()
