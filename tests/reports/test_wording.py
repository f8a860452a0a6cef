"""The turns of phrase that papers share."""

from dataclasses import replace
from datetime import date

import pytest

from scrutineer.domain.challenge import ImpactLevel
from scrutineer.reports.blocks import BulletList, Paragraph, Text, lines_of, plain_words
from scrutineer.reports.wording import dated, full_stop, in_voice, level_words, run_in, wordings
from tests.reports.sample_figures import MASTHEAD, WEIGHTY

SEVERAL = replace(MASTHEAD, several_authors=True)


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
    assert list(lines_of(run_in("Police.", "", "Passed on."))) == ["Police. Passed on."]


def test_a_level_in_words_leaves_its_number_out():
    assert level_words(ImpactLevel.PROCESS_CHANGED, MASTHEAD) == "process changed"


def test_a_challenge_never_re_worded_has_one_wording_without_a_lead():
    assert wordings(WEIGHTY[0]) == (("", WEIGHTY[0].text),)
    assert wordings(replace(WEIGHTY[0], text="")) == (("", "Health at strategy meetings"),)


def test_a_re_worded_one_has_each_wording_and_the_last_as_it_reads_now():
    once = WEIGHTY[2].rewordings[0]
    again = replace(once, reworded_on=date(2026, 11, 1), before=once.after, after="As it was for a day", why="")
    assert wordings(replace(WEIGHTY[2], rewordings=(once, again))) == (
        ("As first put", "Will the police say what may be shared?"),
        ("As re-worded, 12 Oct 2026 (It was not theirs alone)",
         "Will the three partners say with one voice what may be shared?"),
        ("As re-worded, 1 Nov 2026", WEIGHTY[2].text),
    )


def test_a_wording_that_is_not_for_print_says_so():
    hidden = replace(WEIGHTY[2].rewordings[0], before="", after="")
    found = wordings(replace(WEIGHTY[2], text="", rewordings=(hidden,)))
    assert [words for _, words in found] == ["These words are not for print."] * 2
