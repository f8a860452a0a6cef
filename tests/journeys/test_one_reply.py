"""One letter answers three challenges: it is entered once, and ticked to each."""

from __future__ import annotations

from PySide6.QtCore import Qt

from scrutineer.domain.challenge import Addressee, Challenge
from scrutineer.register.register import Register
from tests.factories import a_partnership, a_scrutineer, an_agency
from tests.journeys.person import PASSPHRASE, Person

ASKED = ("Are fathers engaged?", "Is every interview read?", "Who holds the risk at night?")
LETTER = "We have looked at all three together."


def test_one_reply_is_entered_once_and_stands_under_three_challenges(me: Person):
    file = me.folder / "home" / "example.scrutiny"
    register = Register.begin(file, PASSPHRASE, a_partnership(), a_scrutineer())
    police = register.agencies.save(an_agency())
    for title in ASKED:
        register.challenges.put_to(Challenge(title=title, text=title), [Addressee(agency_id=police.id)])
    register.close()
    me.start(file)
    me.into("passphrase", PASSPHRASE)
    me.press("unlock")
    assert me.card("Answers awaited").count("Police") == 3

    def enter() -> None:
        me.press("answers-1")
        me.into("position-1", "accepted")
        for box in ("answers-2", "answers-3"):
            me.press(box)
        me.into("text", LETTER)
        me.control(Qt.Key.Key_Return)

    said = me.on_sheet(lambda: me.control(Qt.Key.Key_R), enter)
    assert said == "The answer is recorded, for 3 parts of your challenges."
    [reply] = me.register.replies.all()
    assert reply.text == LETTER
    assert "Nobody owes you an answer" in me.card("Answers awaited")
    for challenge in me.register.challenges.all():
        me.window.open("challenge", challenge.id)
        assert me.reads().count(LETTER) == 1
