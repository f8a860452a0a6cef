"""Answers in full words."""

from dataclasses import replace

from scrutineer.reports.annex import answers_in_full
from scrutineer.reports.blocks import BulletList, Heading, Quote, lines_of
from tests.reports.sample_figures import CHALLENGES, MASTHEAD, WEIGHTY


def test_an_answer_stands_whole_under_its_challenge_and_its_party():
    blocks = answers_in_full((WEIGHTY[1],), MASTHEAD)
    assert blocks[0] == Heading("EX-C-2026-017 Children who wait for a first assessment", level=2)
    lines = list(lines_of(blocks))
    assert lines[1] == ("County Council children’s services, 14 Oct 2026, partly accepted. "
                        "In the agency’s words:")
    assert "We do not share the view that the list is too long." in lines


def test_its_markdown_is_kept():
    (quote,) = [block for block in answers_in_full((WEIGHTY[1],), MASTHEAD) if isinstance(block, Quote)]
    assert any(isinstance(block, BulletList) for block in quote.content)


def test_words_that_were_only_heard_are_said_to_be_so():
    party = WEIGHTY[1].parties[0]
    heard = replace(party, answers=(replace(party.answers[0], as_i_heard_it=True),))
    lines = list(lines_of(answers_in_full((replace(WEIGHTY[1], parties=(heard,)),), MASTHEAD)))
    assert lines[1].endswith("As I heard it:")


def test_my_view_follows_the_answer():
    lines = list(lines_of(answers_in_full((WEIGHTY[0],), replace(MASTHEAD, several_authors=True))))
    assert "Our view: A full answer. I shall look at January’s meetings." in lines


def test_a_challenge_without_an_answer_is_left_out():
    assert answers_in_full((WEIGHTY[2],), MASTHEAD) == ()
    headings = [block for block in answers_in_full(CHALLENGES, MASTHEAD) if isinstance(block, Heading)]
    assert len(headings) == sum(any(party.answers for party in one.parties) for one in CHALLENGES)
