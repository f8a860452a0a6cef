"""Two questions go back: asked in words that can be copied or mailed, and what came back with what I changed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication

from scrutineer.domain.culture import Verdict
from scrutineer.ui.assurance import asked_back
from tests.factories import TODAY, an_activity
from tests.ui.fakes import ChoosingMessages
from tests.ui.window import fill_in, on_sheet, press


@pytest.fixture
def visit(register):
    return register.activities.save(an_activity())


def test_asking_is_noted_and_the_words_can_be_copied(register, tools, parent, visit):
    def act(sheet):
        press(sheet, "copy-text")
        fill_in(from_whom="Team manager")(sheet)

    on_sheet(act)
    assert asked_back.ask(tools, parent, visit.id).startswith("Noted")
    assert "Was it fair?" in QGuiApplication.clipboard().text()
    (one,) = register.feedback.awaited()
    assert (one.subject_kind, one.from_whom, one.asked_on) == ("activity", "Team manager", TODAY)


def test_the_questions_can_be_kept_as_an_e_mail_that_another_program_sends(tools, parent, visit, tmp_path):
    path = tmp_path / "questions.eml"
    tools = replace(tools, messages=ChoosingMessages(path))

    def act(sheet):
        sheet.form.field("to").set_value("manager@example.org")
        press(sheet, "save-mail")

    on_sheet(act)
    assert asked_back.ask(tools, parent, visit.id) == ""
    assert b"X-Unsent: 1" in path.read_bytes()
    assert b"manager@example.org" in path.read_bytes()


def test_nobody_named_is_asked_for(register, tools, parent, visit):
    on_sheet(fill_in(from_whom=""))
    assert asked_back.ask(tools, parent, visit.id) == ""
    assert register.feedback.all() == []


def test_what_came_back_is_noted_on_the_question_and_what_i_changed_with_it(register, tools, parent, visit):
    one = register.feedback.ask(visit.id, "Team manager", TODAY)
    on_sheet(fill_in(was_fair=Verdict.YES, did_help=Verdict.PARTLY, text="Too long."))
    assert asked_back.note(tools, parent, one.id) == "Noted."
    on_sheet(fill_in(shaped="Half a day, not a whole one."))
    assert asked_back.shape(tools, parent, one.id) == "Noted."
    kept = register.feedback.get(one.id)
    assert (kept.answered_on, kept.was_fair, kept.did_help) == (TODAY, Verdict.YES, Verdict.PARTLY)
    assert (kept.text, kept.shaped) == ("Too long.", "Half a day, not a whole one.")


def test_what_came_unasked_is_noted_about_the_record_itself(register, tools, parent, visit):
    on_sheet(fill_in(text="Thank you for coming at night."))
    assert asked_back.note(tools, parent, visit.id) == "Noted."
    (kept,) = register.feedback.of(visit.id)
    assert (kept.text, kept.subject_kind) == ("Thank you for coming at night.", "activity")


@pytest.mark.parametrize(("title", "asks"), [("Is it read?", "“Is it read?”\n"), ("A visit", "“A visit”?\n")])
def test_about_a_question_it_ends_with_one_question_mark(register, tools, parent, title, asks):
    activity = register.activities.save(replace(an_activity(), title=title))
    seen: list[str] = []
    on_sheet(lambda sheet: seen.append(sheet.form.field("text").value()))
    asked_back.ask(tools, parent, activity.id)
    assert asks in seen[0]
