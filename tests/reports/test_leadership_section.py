"""Each agency by itself: what was seen, asked, answered and promised, and nothing that sets one against another."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from scrutineer.domain.activity import Level
from scrutineer.domain.organisation import Serves
from scrutineer.domain.year_figures import YearFigures
from scrutineer.reports import leadership_section
from scrutineer.reports.blocks import Heading, Table, lines_of
from tests.reports.sample_figures import ICB, MASTHEAD
from tests.reports.sample_year import PARTNER, PARTS, QUIET, RELEVANT, YEAR


def blocks(*agencies, masthead=MASTHEAD):
    return tuple(leadership_section.blocks(replace(YEAR, agencies=agencies or YEAR.agencies), masthead))


def said(*agencies, masthead=MASTHEAD):
    return "\n".join(lines_of(blocks(*agencies, masthead=masthead)))


def test_a_partner_has_a_passage_with_what_it_led_what_works_what_was_asked_and_promised():
    words = said(PARTNER)
    for line in (
        f"{ICB} (formerly CCG)", "My view: It asks first.",
        "2 pieces of scrutiny looked at its work, that of Night team included, by level: front line (1) and managers",
        "It asked for and led 1 itself: “Our own audit” (May 2026).",
        "They ring back.",
        "2 questions were with it in this period, alone or with others: 1 has ended and 1 awaits an answer.",
        "It agreed 2 actions: 1 reported done, 1 of them seen by me, 1 awaited since its day.",
        "1 recommendation names it: R-2026-003 (accepted).",
        "I promised it, and kept:", "Send the tool.",
        "I promised it, and it is open:", "Come back. By 1 December 2026.",
    ):  # fmt: skip
        assert line in words
    assert "Each evening" not in words      # strengths are told in full in their own section


def test_each_question_has_its_answer_and_where_it_stands():
    (table,) = (block for block in blocks(PARTNER) if isinstance(block, Table))
    assert table.rows == (
        ("C-2026-003", "Who is told?", "Accepted, 22 Sep 2026.", "Closed, 2 Nov 2026: practice changed."),
        ("C-2026-022", "Who waits?", "Awaited.", "Awaited, due 4 Dec."),
    )


def test_a_question_put_to_a_service_or_jointly_says_to_whom():
    part = PARTS[0]
    asked = replace(part, party=replace(part.party, name="Night team"))
    assert "Who is told? (put to Night team)" in said(replace(PARTNER, parts=(asked,)))


def test_a_relevant_agency_has_a_paragraph_and_a_line_for_each_question():
    found = blocks(RELEVANT)
    assert [block.words for block in found if isinstance(block, Heading)] == ["Relevant agencies"]
    assert not [block for block in found if isinstance(block, Table)]
    words = said(RELEVANT)
    assert "College. My view: It asks first." in words
    assert "C-2026-003 Who is told? Closed, 2 Nov 2026: practice changed." in words
    assert "I kept 1 promise to it. 1 promise is open." in words


def test_of_whom_the_record_holds_nothing_it_says_so_without_reproach():
    assert "The record holds nothing of this period about Ambulance." in said(QUIET)
    assert "nothing of their work" in said(QUIET)
    assert "The record holds nothing of this period about it." in said(replace(QUIET, is_partner=True))


def test_several_scrutineers_say_we_and_no_word_is_of_children_alone():
    words = said(PARTNER, masthead=replace(MASTHEAD, several_authors=True, serves=Serves.ADULTS))
    assert "Our view: It asks first." in words
    assert "We promised it, and kept:" in words
    assert "child" not in words


@given(st.lists(st.sampled_from([PARTNER, RELEVANT, QUIET]), max_size=6), st.permutations(list(Level)))
def test_no_table_sets_agencies_side_by_side_and_their_order_stays(some, levels):
    named = tuple(replace(one, name=f"Agency {place}", called=f"Agency {place}",
                          scrutiny=tuple(replace(each, level=levels[0]) for each in one.scrutiny))
                  for place, one in enumerate(some))  # fmt: skip
    found = tuple(leadership_section.blocks(YearFigures(agencies=named), MASTHEAD))
    names = {one.name for one in named}
    for table in (block for block in found if isinstance(block, Table)):
        assert not names & {row[0] for row in table.rows}
        assert "Agency" not in table.header
    words = "\n".join(lines_of(found))
    for chosen in (
        [one.name for one in named if one.is_partner],
        [one.name for one in named if not one.is_partner and not one.is_quiet],
    ):
        places = [words.index(f"\n{name}") for name in chosen]
        assert places == sorted(places)
