"""From the first run to a paper in Word: one thread through every room, by hand."""

from __future__ import annotations

from pathlib import Path

from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from scrutineer import __main__ as door
from scrutineer.domain.activity import FindingKind
from tests.journeys.person import PASSPHRASE, Person

STRENGTH = "Practitioners knew each child without looking anything up"
CONCERN = "Return-home interviews are seldom seen in the plan"
ANSWER = "We now read every interview before the plan is written."
CHANGED = "Nineteen of twenty plans show what the child said."
BOTTOM_LINE = "Children are well known here, and now they are heard too."


def test_from_the_first_run_to_a_paper_in_word(me: Person, violations, monkeypatch, capsys):
    me.start()
    begin(me)
    add_the_partners(me)
    note_what_i_saw(me)
    put_a_challenge_from_a_finding(me)
    record_the_answer(me)
    follow_it_to_its_end(me)
    paper = write_the_paper(me)
    assert_the_paper_says_it(paper)
    assert violations(paper.read_bytes()) == []
    back_up(me)
    come_back(me)
    monkeypatch.setenv("SCRUTINEER_PASSPHRASE", PASSPHRASE)
    file = me.register.path
    me.leave()
    assert door.main(["check", str(file)]) == 0
    assert "is whole" in capsys.readouterr().out


def begin(me: Person) -> None:
    """Four steps behind the second door."""
    me.press("door-begin")
    me.into("name", "Exampleshire Safeguarding Children Partnership")
    me.press("next")
    me.into("name", "The Scrutineer")
    me.press("next")
    for name in ("passphrase", "passphrase-again"):
        me.into(name, "password1")
    me.press("next")
    assert "guessed too soon" in me.reads()
    for name in ("passphrase", "passphrase-again"):
        me.into(name, PASSPHRASE)
    me.press("next")
    me.messages.chosen = [me.folder / "stick"]
    (me.folder / "stick").mkdir()
    me.press("choose-folder")
    me.press("next")
    assert "add the agencies" in me.card("What needs me")


def add_the_partners(me: Person) -> None:
    """Today leads to the agencies, and the empty list to the sheet."""
    me.open("agency-")
    said = me.asked("first", local_authority="Exampleshire Council", police="Exampleshire Constabulary",
                    icb="Exampleshire Integrated Care Board")  # fmt: skip
    assert said.startswith("3 agencies added.")
    me.to_room("today")
    assert "add the agencies" not in me.card("What needs me")


def note_what_i_saw(me: Person) -> None:
    """What works is asked before concerns; what is noted shows on Today."""

    def note() -> None:
        assert me.place_of("strength-1").y() < me.place_of("concern-1").y()
        found = {"strength-1": STRENGTH, "concern-1": CONCERN}
        me.fill_in("Police", "LA", title="Front door visited", place="Exampletown", **found)

    said = me.on_sheet(lambda: me.press("note"), note)
    assert said == f"{reference(me, 'A')} noted, with 1 strength and 1 concern."
    assert STRENGTH in me.card("Worth passing on")
    assert "Note what you saw" not in me.card("What needs me")


def put_a_challenge_from_a_finding(me: Person) -> None:
    """Two clicks: the concern’s own button, and Put it. Both agencies of the concern are asked."""
    me.to_room("activities")
    [concern] = me.register.findings.all(kind=FindingKind.CONCERN)
    said = me.on_sheet(lambda: me.press(f"put-{concern.id}"), lambda: me.press("save"))
    assert said == f"{reference(me, 'C')} was put to Police and LA."
    me.to_room("today")
    assert me.card("Answers awaited").count(CONCERN) == 2


def record_the_answer(me: Person) -> None:
    """One letter, entered once, answers for both."""
    me.to_room("challenges")

    def enter() -> None:
        me.tick("Police")
        me.into("position-1", "accepted")
        me.fill_in("LA", text=ANSWER)      # what is ticked next takes the same position

    said = me.on_sheet(lambda: me.press("record-answer"), enter)
    assert said == "The answer is recorded, for 2 parts of your challenges."
    me.to_room("today")
    assert "Nobody owes you an answer" in me.card("Answers awaited")
    assert me.card("What needs me").count("answered: ") == 2


def follow_it_to_its_end(me: Person) -> None:
    """For one party as far as a change; what the other said was assurance enough."""
    me.to_room("challenges")
    said = me.asked("step-view", among=2, quality="A full answer", my_view="They say how they know.")
    assert said == "Your view of the answer from Police is kept."
    action = {"text-1": "Audit twenty plans", "due_on-1": "+5"}
    assert me.asked("step-agree_action", among=2, **action) == "1 action agreed with Police."
    assert me.asked("step-done").startswith("The action is reported done.")
    me.to_room("today")
    assert "all actions reported done, none seen by me yet: Police" in me.card("What needs me")
    me.to_room("challenges")
    assert "tested" in me.asked("step-test", among=2, test_plan="Read twenty plans myself", test_on="today")
    me.to_room("today")
    assert f"{CONCERN}\nPolice" in me.card("To test: did it last?")
    me.to_room("challenges")
    said = me.asked("step-close", among=2, what_changed=CHANGED, outcome="Process changed only", impact_level="2 ")
    assert said == "The part of Police is closed."
    me.asked("step-view", quality="A full answer")
    me.asked("step-close", what_changed="It was so already.", impact_level="0 ", stands_in="I know it from the visit.")
    me.to_room("today")
    assert "2 Process changed" in me.card("Worth passing on")
    assert "Nothing waits for you." in me.card("What needs me")


def write_the_paper(me: Person) -> Path:
    """The bottom line is typed in Papers and saves itself; what leaves is a Word file."""
    me.to_room("papers")
    assert me.on_sheet(lambda: me.press("first"), me.fill_in).endswith("is begun.")
    me.into("words", BOTTOM_LINE)
    me.messages.chosen = [me.folder / "paper.docx"]
    me.press("export")
    assert me.notice().startswith("“paper.docx” was written to")
    return me.folder / "paper.docx"


def assert_the_paper_says_it(paper: Path) -> None:
    """Re-opened with another program’s eyes."""
    document = Document(str(paper))
    words = "\n".join(part.text for part in document.element.body.iter() if part.text)
    assert "Exampleshire Safeguarding Children Partnership" in words
    for said in (BOTTOM_LINE, STRENGTH, CONCERN, ANSWER, CHANGED):
        assert said in words, said


def back_up(me: Person) -> None:
    """From anywhere, into the folder that was chosen on the first day."""
    before = set((me.folder / "stick").iterdir())
    me.key(Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert me.notice().startswith("Backed up and checked:")
    assert len(set((me.folder / "stick").iterdir()) - before) == 1


def come_back(me: Person) -> None:
    """Close the record; with its passphrase, everything is there again."""
    file = me.register.path
    me.control(Qt.Key.Key_W)
    me.open(f"file-{file}")
    me.into("passphrase", PASSPHRASE)
    me.key(Qt.Key.Key_Return)
    assert STRENGTH in me.card("Worth passing on")
    [challenge] = me.register.challenges.all()
    me.open(f"challenge-{challenge.id}")
    for said in (CONCERN, STRENGTH, ANSWER, CHANGED):
        assert said in me.reads()
    me.to_room("papers")
    me.key(Qt.Key.Key_Return)      # from the list of parts into the words
    assert me.find(QPlainTextEdit, "words").toPlainText() == BOTTOM_LINE


def reference(me: Person, letter: str) -> str:
    """The first reference of this kind in this year."""
    return f"EX-{letter}-{me.register.today().year}-001"
