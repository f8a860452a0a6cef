"""A board meeting typed as it happens, by keyboard alone: at its end the log is up to date."""

from __future__ import annotations

import shutil

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton

from scrutineer.domain.challenge import Addressee
from scrutineer.domain.organisation import Body, Meeting
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.register.register import Register
from scrutineer.ui.meetings import typing
from tests.factories import TODAY, a_paper
from tests.journeys import printed
from tests.journeys.conftest import Begin, Put
from tests.journeys.hands import Hands
from tests.journeys.person import PASSPHRASE, Person

INTERVIEWS = "Is every interview read?"
POLICE, ICB = "From January we read ten plans a month.", "Our nurses are not told of them; we look at that."
STRENGTH, AGREED, PROMISE = "Partners brought examples unasked.", "Agreed as it stands.", "I send them my audit tool."
MOST_KEYS = 40          # beyond the words, each of Alt and Ctrl counted: eight for a line
A_SECOND = 4            # characters of somebody who types forty-eight words a minute
A_KEY = 1               # seconds for a key that is no word
FIVE_LINES = 120        # seconds within which they are to be kept, while the meeting goes on


class Typist(Hands):
    """Types at the meeting: the words, and the keys beyond them."""

    def choose(self, letters: str) -> None:
        """`@` or `#` with a few letters, and the choice taken."""
        super().choose(letters)
        self.press(Qt.Key.Key_Return)

    def line(self, words: str, kind: Qt.Key, *, times: int = 1) -> None:
        """The words, what they are, and kept."""
        self.write(words)
        self.press(kind, Qt.KeyboardModifier.AltModifier, times=times)
        self.press(Qt.Key.Key_Return)


def board(register: Register, put: Put) -> list[Addressee]:
    """A board that meets today, with a paper that recommends something; two challenges are open."""
    body = register.bodies.save(Body(name="Strategic Board"))
    meeting = register.meetings.save(Meeting(body_id=body.id, held_on=TODAY))
    paper = register.papers.save(a_paper(body_id=body.id, meeting_id=meeting.id))
    register.recommendations.save(Recommendation(text="Name who reads the interviews.", paper_id=paper.id))
    put("Who holds the risk at night?", "LA")
    return put(INTERVIEWS, "Police", "ICB")


def answers(me: Person) -> dict[str, str]:
    """What the log says of each party that was asked about the interviews."""
    return {row[3]: row[5] for row in printed.log(me) if INTERVIEWS in " ".join(row)}


def test_five_lines_of_a_board_meeting_are_typed_while_it_happens(begin: Begin):
    me = begin(board)
    hands = Typist(me)
    hands.to_room("meetings")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space):
        hands.press(key)
    opening = hands.keys

    hands.choose("@pol")
    hands.choose("#ever")
    hands.line(POLICE, Qt.Key.Key_A, times=2)      # once more: accepted
    hands.choose("@icb")
    hands.line(ICB, Qt.Key.Key_A)
    hands.line(STRENGTH, Qt.Key.Key_S)
    hands.choose("#r")
    hands.line(AGREED, Qt.Key.Key_D)
    hands.line(PROMISE, Qt.Key.Key_P)

    assert opening <= 6
    assert hands.keys - opening <= MOST_KEYS
    assert hands.words / A_SECOND + (hands.keys - opening) * A_KEY <= FIVE_LINES
    register = me.register
    [challenge] = register.challenges.all(title=INTERVIEWS)
    police, icb = register.challenges.parts(challenge.id)
    assert (police.position, icb.position) == ("accepted", "noted")
    heard = answers(me)
    assert POLICE in heard["Police"]
    assert ICB in heard["ICB"]
    assert all("as I heard it" in said for said in heard.values())
    [recommendation] = register.recommendations.all()
    assert recommendation.decision is Decision.ACCEPTED
    assert register.recommendations.meeting_called(recommendation.meeting_id).startswith("Strategic Board")
    me.window.go("today")
    assert PROMISE.removesuffix(".") in me.card("What needs me")
    me.window.go("learning")
    assert STRENGTH.removesuffix(".") in me.reads()

    [meeting] = register.meetings.all()
    me.window.open("meeting", meeting.id)
    assert me.asked("step-minutes", minute_ref="SB/2026/7") == "2 answers confirmed by the minute."
    assert not any("as I heard it" in said for said in answers(me).values())
    assert register.recommendations.get(recommendation.id).minute_ref == "SB/2026/7"


def test_a_line_that_was_being_typed_is_there_again_when_the_program_died(begin: Begin, monkeypatch):
    monkeypatch.setattr(typing, "_PAUSE", 1)      # instead of a second without a key
    me = begin(board)
    [meeting] = me.register.meetings.all()
    me.window.open("meeting", meeting.id)
    me.press("step-type")
    hands = Typist(me)
    hands.choose("@icb")
    me.type("We heard that")
    hands.press(Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    QTest.qWait(20)
    left = me.folder / "after"
    shutil.copytree(me.register.path.parent, left)      # the bytes on the disk: nobody has closed anything
    file = left / me.register.path.name
    me.leave()

    me.start(file)
    me.into("passphrase", PASSPHRASE)
    me.key(Qt.Key.Key_Return)
    me.look()
    me.window.open("meeting", meeting.id)
    me.press("step-type")
    assert me.find(QPlainTextEdit, "line").toPlainText() == "We heard that"
    assert me.find(QComboBox, "who").currentText() == "ICB"
    assert me.find(QPushButton, "kind-answer").isChecked()
