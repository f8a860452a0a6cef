"""Blind spots are named in words, with the day on which each was last seen, and never as a reproach."""

from __future__ import annotations

from datetime import date

from scrutineer.domain.activity import ActivityType, Level
from scrutineer.domain.blind_spots import Since, Watched, blind_spots
from scrutineer.domain.coverage import Heading, Side, plainly
from tests.domain.test_coverage import piece

SINCE = Since(date(2025, 11, 23), "in the last twelve months")
LA, HOUSING, ICB = Heading("la", "LA"), Heading("housing", "Housing"), Heading("icb", "ICB")


def told(pieces, *agencies, since=SINCE, **more):
    watched = Watched(agencies, plainly(Side.AGENCY), **more)
    return [one.sentence for one in blind_spots(pieces, watched, since)]


def test_an_agency_that_nobody_has_looked_at_is_named_with_the_day_it_was_last_seen():
    said = told([piece(), piece(held_on="2025-03-03", agency_ids=("housing",))], LA, HOUSING, ICB)
    assert said[:2] == [
        "Nobody has looked at Housing in the last twelve months; last seen 3 Mar 2025.",
        "Nobody has looked at ICB in the last twelve months; nothing earlier is on record.",
    ]
    assert not any("LA " in one for one in said)


def test_where_my_time_began_later_that_is_said_instead():
    since = Since(date(2026, 11, 20), "since I began on 20 Nov 2026")
    assert told([piece()], LA, since=since)[0] == (
        "Nobody has looked at LA since I began on 20 Nov 2026; last seen 16 Nov 2026."
    )


def test_levels_that_nothing_reached_and_agencies_whose_front_line_nobody_reached():
    at_board = piece(1, level=Level.BOARD.value, agency_ids=("icb",))
    said = told([piece(), at_board], LA, ICB)
    assert "No scrutiny reached managers in the last twelve months." in said
    assert "No scrutiny reached the front line at ICB in the last twelve months." in said
    assert not any("the Board" in one for one in said)
    assert "No scrutiny reached the front line in the last twelve months." in told([at_board], ICB)


def test_priorities_without_any_scrutiny_and_items_that_nothing_was_held_against():
    seen = piece(priority_ids=("neglect",), framework_items=("F@1:1",))
    said = told([seen], LA, priorities=[Heading("neglect", "Neglect"), Heading("online", "Online harm")],
                items=[Heading("F@1:1", "Leaders lead"), Heading("F@1:2", "Families take part")])  # fmt: skip
    assert ("No scrutiny was about the priority “Online harm” in the last twelve months; "
            "nothing earlier is on record.") in said  # fmt: skip
    assert "No scrutiny was held against “Families take part” in the last twelve months." in said
    assert not any("“Neglect”" in one for one in said)


def test_a_framework_that_nobody_works_with_is_no_blind_spot():
    assert not any("held against" in one for one in told([piece()], LA, items=[Heading("F@1:1", "Leaders lead")]))


def test_forms_that_have_gone_unseen_and_a_disagreement_that_nobody_had_is_none():
    said = told([piece(), piece(1, form=ActivityType.MULTI_AGENCY_AUDIT.value)], LA)
    families, forms = said[-2:]
    assert families == ("Kinds of scrutiny not used in the last twelve months: self-assessments reviewed, data and "
                        "documents, hearing people, peer challenge and inspection and appreciative inquiry and "
                        "workshops.")  # fmt: skip
    assert "practice walk-through" in forms
    assert "section 11" not in forms.lower()


def test_no_sentence_reproaches_anybody():
    said = " ".join(told([], LA, HOUSING, ICB, priorities=[Heading("p", "Neglect")]))
    assert not {"failed", "must", "should", "overdue", "poor"} & set(said.lower().split())
