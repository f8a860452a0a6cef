"""Learning as the outcome: a strength that travels, a lesson that changed practice, and young people who hear back."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from docx import Document

from scrutineer.domain.activity import Activity, ActivityType, Finding, FindingKind, LedBy
from scrutineer.domain.challenge import Position
from scrutineer.domain.reply import Reply
from scrutineer.register.register import Register
from scrutineer.register.replies import Answer
from tests.factories import TODAY
from tests.journeys import printed
from tests.journeys.conftest import Begin, Put
from tests.journeys.person import Person

STRENGTH = "The duty team reads its three oldest contacts together each morning."
LESSON = "Fathers answer when they are rung by their own name."
VOICE = "They said: “Nobody told us what came of it.” Six of them agreed."
WORDS = "Nobody told us what came of it."
QUESTION = "Who reads the questions that we send to the Board?"


@pytest.fixture
def me(begin: Begin) -> Person:
    """A visit to the duty team and an afternoon that young people led, both noted."""
    def noted(register: Register, _put: Put) -> None:
        by_name = {one.short_name: one.id for one in register.agencies.all()}
        register.activities.note_what_i_saw(
            Activity(title="Duty team", held_on=TODAY - timedelta(days=6), agency_ids=(by_name["LA"],)),
            [Finding(text=STRENGTH), Finding(kind=FindingKind.LEARNING, text=LESSON)],
        )
        register.activities.note_what_i_saw(
            Activity(title="Young scrutineers’ afternoon", held_on=TODAY - timedelta(days=9), place="Youth hub",
                     type=ActivityType.YOUNG_SCRUTINEER_ACTIVITY, led_by=LedBy.YOUNG_PEOPLE,
                     agency_ids=(by_name["Police"],)),
            [Finding(kind=FindingKind.VOICE, text=VOICE), Finding(kind=FindingKind.QUESTION, text=QUESTION)],
        )

    return begin(noted)


def see(me: Person, text: str) -> None:
    """Open what was found, by its words."""
    [found] = [one for one in me.register.findings.all() if one.text == text]
    me.window.open("finding", found.id)
    me.look()


def test_a_strength_is_passed_on_thanked_for_and_taken_up_with_evidence(me: Person):
    see(me, STRENGTH)
    assert me.asked("step-pass_on", passed_on_to="the Care Board") == "Passed on to the Care Board."
    see(me, STRENGTH)      # it made room for the next one that waits
    assert me.asked("step-thank") == "Thanks to LA noted."

    def enter() -> None:
        me.into("agency_id", "Care Board")
        me.into("text", "Their duty desk does so too.")
        me.press("pick-1")
        me.fill_in()

    see(me, STRENGTH)
    assert me.on_sheet(lambda: me.press("step-adopt"), enter) == "Taken up by ICB."
    said = me.reads()
    assert "Their duty desk does so too." in said
    assert "Direct observation" in said
    me.window.go("today")
    assert "taken up by ICB" in me.card("Worth passing on")


def test_a_lesson_says_what_changed_in_practice(me: Person):
    see(me, LESSON)
    said = me.asked("step-practice", practice_changed="The form asks for the name of the father.")
    assert said == "Noted in the learning log."
    assert "The form asks for the name of the father." in me.reads()


def test_young_people_are_heard_their_question_is_put_for_them_and_they_hear_back(me: Person, tmp_path: Path):
    see(me, VOICE)

    def keep() -> None:
        me.tick("Leave was given")
        me.fill_in(how_many="6", ages="14 to 17", asked="Will you write back to us?", tell_by_on="30 Nov 2026")

    assert me.on_sheet(lambda: me.press("step-voice"), keep).startswith("Kept.")
    kept = me.register.voices.all()[0]
    assert (kept.words, kept.heard_at) == (WORDS, "Youth hub")
    me.window.go("today")
    assert "Tell them what happened" in me.card("My next fortnight")

    see(me, QUESTION)
    me.on_sheet(lambda: me.press("step-put"), me.fill_in)
    [challenge] = me.register.challenges.all()
    assert challenge.put_for == "Young scrutineers"
    assert "Put on behalf of the young scrutineers." in printed.log(me)[0][4]
    [part] = me.register.challenges.parts(challenge.id)
    me.register.replies.record(Reply(received_on=TODAY, text="We do."), {part.id: Answer(Position.ACCEPTED)})

    see(me, VOICE)
    said = me.asked("step-tell", happened="The Board read them. It will write back each term.", told_how="in person")
    assert said == "Noted: they know what happened."
    assert "On 23 Nov 2026: in person." in me.reads()

    out = tmp_path / "page.docx"
    me.messages.chosen = [out]
    me.on_sheet(lambda: me.press("you-said"), me.fill_in)
    words = [one.text for one in Document(str(out)).paragraphs]
    assert words[0] == "You said, we asked, they did"
    at = words.index("You said:")
    assert words[at + 1] == WORDS
    assert "We asked: Will you write back to us?" in words
    assert "They did: The Board read them. It will write back each term." in words
