"""Pieces of scrutiny are counted in each of their cells, span by span, and the scrutineer's own apart."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import ActivityType, AskedBy, Level, MyPart
from scrutineer.domain.activity_form import Family
from scrutineer.domain.coverage import (
    NOTHING,
    SPANS,
    Grid,
    Heading,
    Piece,
    Side,
    as_text,
    cell_lines,
    cell_of,
    crossed,
    invited,
    latest,
    plainly,
    spans,
    terms,
    touched,
)
from scrutineer.domain.organisation import Serves

UNTIL = date(2026, 11, 23)


def piece(number: int = 0, **over: object) -> Piece:
    usual = Piece(str(number), "Visit", ActivityType.FRONT_LINE_VISIT.value, "2026-11-16", Level.FRONT_LINE.value,
                  "scrutineer", MyPart.LED.value, AskedBy.SCRUTINEER.value, ("la",), (), ())  # fmt: skip
    return usual._replace(**over)


def grid(pieces: list[Piece], rows: Side = Side.AGENCY, columns: Side = Side.FORM) -> Grid:
    within = spans(UNTIL)
    return Grid((), (), within, crossed(pieces, plainly(rows), plainly(columns), within))


@given(st.dates(date(1910, 1, 1), date(2190, 1, 1)))
def test_four_spans_of_twelve_months_follow_one_another_without_a_gap(until):
    found = spans(until)
    assert len(found) == SPANS
    assert found[0].ends_on == until
    for later, earlier in pairwise(found):
        assert earlier.ends_on + timedelta(days=1) == later.starts_on
    assert {(one.ends_on - one.starts_on).days for one in found} <= {364, 365, 366}


def test_a_year_ago_today_is_within_the_last_twelve_months():
    assert spans(UNTIL)[0].words == "23 Nov 2025 to 23 Nov 2026"
    assert spans(date(2028, 2, 29))[0].starts_on == date(2027, 2, 28)


def test_all_scrutiny_counts_and_mine_is_shown_apart():
    found = grid([piece(n, my_part=part.value) for n, part in enumerate(MyPart)])
    cell = ("la", "front_line_visit")
    assert (found.number(*cell), found.mine(*cell)) == (4, 2)      # led and took part; not oversaw, not read
    assert [one.id for one in found.pieces(*cell)] == ["0", "1", "2", "3"]


def test_each_span_keeps_its_own_and_what_is_older_than_all_is_left_out():
    days = ["2026-11-23", "2025-11-23", "2025-11-22", "2024-06-01", "2023-06-01", "2022-11-22", "2019-01-01"]
    found = grid([piece(n, held_on=day) for n, day in enumerate(days)])
    assert [found.number("la", "front_line_visit", span) for span in range(SPANS)] == [2, 1, 1, 1]


def test_a_piece_stands_in_every_cell_it_belongs_to_and_in_one_of_its_own_where_it_names_nothing():
    both = piece(agency_ids=("la", "icb"), priority_ids=("neglect", "exploitation"))
    found = grid([both, piece(1, agency_ids=())], columns=Side.PRIORITY).cells[0]
    assert {column: set(rows) for column, rows in found.items()} == {
        "neglect": {"la", "icb"}, "exploitation": {"la", "icb"}, NOTHING: {NOTHING},
    }  # fmt: skip


_PIECES = st.builds(
    piece, st.integers(0, 10**6), held_on=st.dates(date(2020, 1, 1), UNTIL).map(date.isoformat),
    form=st.sampled_from([one.value for one in ActivityType]), level=st.sampled_from([one.value for one in Level]),
    agency_ids=st.lists(st.sampled_from("abc"), unique=True).map(tuple),
)


@given(st.lists(_PIECES, max_size=30), st.sampled_from([Side.FAMILY, Side.FORM, Side.LEVEL]))
def test_no_piece_is_lost_and_none_counted_twice_in_a_cell(pieces, columns):
    pieces = sorted(pieces, key=lambda one: one.held_on, reverse=True)
    found = grid(pieces, columns=columns)
    for place, span in enumerate(found.spans):
        within = [one for one in pieces if span.starts_on.isoformat() <= one.held_on <= span.ends_on.isoformat()]
        counted = sum(len(cell) for rows in found.cells[place].values() for cell in rows.values())
        assert counted == sum(len(one.agency_ids) or 1 for one in within)


def test_families_forms_and_levels_have_all_their_headings_and_the_others_none_of_their_own():
    assert len(terms(Side.FAMILY, Serves.CHILDREN)) == len(Family) == 8
    assert len(terms(Side.FORM, Serves.CHILDREN)) == len(ActivityType) >= 26
    assert terms(Side.LEVEL, Serves.CHILDREN)[0].label == "Front line"
    assert terms(Side.AGENCY, Serves.CHILDREN) == ()
    assert terms(Side.PRIORITY, Serves.CHILDREN) == terms(Side.ITEM, Serves.CHILDREN) == ()


def test_how_much_was_invited_is_a_plain_count():
    pieces = [piece(asked_by=who.value) for who in (AskedBy.AGENCY, AskedBy.AGENCY, AskedBy.BOARD, AskedBy.SCRUTINEER)]
    assert invited(pieces, Serves.CHILDREN) == (
        "4 pieces of scrutiny took place; 3 asked for by others: the agency itself (2) and the Board (1)."
    )
    assert invited(pieces[-1:], Serves.CHILDREN) == "1 piece of scrutiny took place; none was asked for by others."
    assert invited([], Serves.CHILDREN) == "No scrutiny took place."


def test_the_last_day_of_each_key_is_the_latest():
    pieces = [piece(), piece(1, held_on="2025-03-03", agency_ids=("la", "icb", "police")),
              piece(2, held_on="2024-01-01")]  # fmt: skip
    assert latest(pieces, plainly(Side.AGENCY), ["la", "icb", "housing"]) == {
        "la": date(2026, 11, 16), "icb": date(2025, 3, 3),
    }  # fmt: skip


@given(st.lists(_PIECES, max_size=30))
def test_what_was_touched_is_what_has_a_last_day(pieces):
    pieces = sorted(pieces, key=lambda one: one.held_on, reverse=True)
    keys = plainly(Side.AGENCY)
    last = latest(pieces, keys, "abcd")
    assert touched(pieces, keys) == last.keys()
    assert all(max(one.held_on for one in pieces if key in keys(one)) == day.isoformat() for key, day in last.items())


def test_the_grid_as_text_and_as_lines_holds_every_number():
    cells = grid([piece(), piece(1, my_part=MyPart.OVERSAW.value)])
    whole = Grid((Heading("la", "LA"), Heading("icb", "ICB")), (Heading("front_line_visit", "Visit"),),
                 cells.spans, cells.cells)  # fmt: skip
    assert as_text(whole, 0) == "\tVisit\nLA\t2 (1 mine)\nICB\t0"
    lines = cell_lines(whole)
    assert [(one.row, one.column, one.numbers[0], one.mine[0]) for one in lines] == [
        ("LA", "Visit", 2, 1), ("ICB", "", 0, 0),
    ]  # fmt: skip
    assert cell_of(lines[0].id) == ("la", "front_line_visit")
