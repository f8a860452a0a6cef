"""“You said, we asked, they did”: one side that a young person can read."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import docx
import pytest

from scrutineer.domain.learning import Whose
from scrutineer.domain.organisation import Serves
from scrutineer.domain.told_figures import AskedTold, PartyTold, VoiceTold, YouSaid
from scrutineer.reports.blocks import Heading, lines_of
from scrutineer.reports.word import to_word
from scrutineer.reports.you_said import document
from tests.reports.reading import reopened, words_in
from tests.reports.sample_figures import FROZEN_AT, MASTHEAD

LOUD = VoiceTold(
    whose=Whose.YOUNG_PERSON, heard_on=date(2026, 5, 22), said="You find the waiting room loud.",
    asked="Can it be quieter?", happened="The council laid carpets.",
)
COUNCIL = PartyTold(name="Exampleshire Council", due_on=date(2027, 1, 5))
PAGE = YouSaid(masthead=MASTHEAD, frozen_at=FROZEN_AT, serves=Serves.CHILDREN, voices=(LOUD,))


def said(*voices, **over):
    return list(lines_of(document(replace(PAGE, voices=voices, **over)).blocks))


def asked(*parties, **over):
    """A voice because of which one question was put to these."""
    return replace(LOUD, happened="", questions=(AskedTold(question="How loud is it?", parties=parties, **over),))


def test_it_says_what_you_said_what_we_asked_and_what_they_did():
    assert said(LOUD)[1:5] == [
        "Young people, May 2026", "You said: You find the waiting room loud.", "We asked: Can it be quieter?",
        "They did: The council laid carpets.",
    ]


def test_their_own_words_stand_alone():
    lines = said(replace(LOUD, words="It is loud."))
    assert lines[2:4] == ["You said:", "It is loud."]
    assert "You find the waiting room loud." not in "".join(lines)


def test_a_question_says_to_whom_it_was_put_and_on_whose_behalf():
    lines = said(asked(COUNCIL, put_for="Young scrutineers"))
    assert "We put it to Exampleshire Council, on behalf of the young scrutineers." in lines
    assert "We asked: How loud is it?" in said(replace(asked(COUNCIL), asked=""))
    assert not [line for line in said(asked()) if line.startswith("We put it")]


@pytest.mark.parametrize(("party", "told"), [
    (COUNCIL, "We are waiting for an answer from Exampleshire Council. We asked for it by 5 January 2027."),
    (replace(COUNCIL, due_on=date(2026, 1, 5)), "We are still waiting for an answer from Exampleshire Council."),
    (replace(COUNCIL, has_answered=True), "We have an answer from Exampleshire Council. We are looking at it."),
    (replace(COUNCIL, is_over=True), "We have stopped asking Exampleshire Council. Please ask us why."),
    (replace(COUNCIL, has_answered=True, said="We will listen"), "Exampleshire Council: We will listen."),
    (replace(COUNCIL, said="We will", did=("They *listened*",)), "Exampleshire Council: They listened."),
])
def test_where_nothing_was_written_for_them_each_party_says_how_far_it_is(party, told):
    assert f"They did: {told}" in said(asked(party))


def test_those_who_have_come_as_far_stand_together():
    lines = said(asked(COUNCIL, replace(COUNCIL, name="Health")))
    assert any("an answer from Exampleshire Council and Health. We" in line for line in lines)


def test_what_is_not_known_yet_is_said_with_the_day_that_was_promised():
    bare = replace(LOUD, asked="", happened="", tell_by_on=date(2027, 3, 1))
    assert said(bare)[3:6] == [
        "We asked: We have not asked anybody about this yet.", "They did: We do not know yet.",
        "We will come back to you by 1 March 2027.",
    ]
    assert "come back" not in "".join(said(replace(bare, told_on=date(2026, 11, 1))))
    assert "come back" not in "".join(said(replace(bare, tell_by_on=date(2026, 1, 1))))


@pytest.mark.parametrize(("serves", "words"), [
    (Serves.CHILDREN, "Talk to an adult whom you trust."), (Serves.ADULTS, "Talk to somebody whom you trust."),
])
def test_it_ends_with_whom_to_talk_to(serves, words):
    assert said(LOUD, serves=serves)[-1].endswith(f"{words} In an emergency, call 999.")


def test_one_side_holds_what_it_can_and_says_that_there_is_more():
    shown = [block for block in document(replace(PAGE, voices=(LOUD,) * 30)).blocks if isinstance(block, Heading)]
    assert 3 <= len(shown) < 30
    assert "You told us more than fits on this page. Please ask us about the rest." in said(*(LOUD,) * 30)
    long = replace(LOUD, said="Loud. " * 900)
    assert len([line for line in said(long, LOUD) if line.startswith("You said")]) == 1
    assert "You told us more" not in "".join(said(LOUD, LOUD))


def test_it_is_about_one_activity_where_that_is_asked_for():
    assert "what you think at “Hub visited”." in said(LOUD, about="Hub visited")[0]


def test_in_word_it_is_large_and_whole_and_bears_no_reference_and_no_mark(violations):
    data = to_word(document(replace(PAGE, masthead=replace(MASTHEAD, mark="OFFICIAL-SENSITIVE"))))
    assert violations(data) == []
    word: docx.document.Document = reopened(data)
    assert [word.styles[name].font.size.pt for name in ("Body Text", "Quote")] == [14, 14]
    assert "OFFICIAL" not in words_in(data)
    assert not re.search(r"\b[A-Z]{1,4}-\d", words_in(data))
