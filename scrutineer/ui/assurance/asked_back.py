"""The two questions that go back after an activity or a closing, was it fair and did it help, and what I changed.

Small steps on sheets of their own; nothing is sent from here. Whoever shows an activity or a challenge writes
what came back on its sheet of paper with `write`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from scrutineer.domain.culture import Feedback
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import Entity, said
from scrutineer.exchange import mail
from scrutineer.ui import exporting
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools, look_of
from scrutineer.ui.widgets.form import Form
from scrutineer.ui.widgets.plain_field import PlainField
from scrutineer.ui.widgets.steps import NextSteps, Step

QUESTION = "Was it fair, did it help?"


class Paper(Protocol):
    """What it is written on, from top to bottom."""

    def section(self, label: str) -> None: ...
    def words(self, text: str, role: str = "") -> None: ...
    def quote(self, html: str) -> None: ...
    def add(self, widget: QWidget) -> None: ...


Take = Callable[[str, str], object]      # the code of a step, and the id of what it is about


@dataclass(frozen=True, kw_only=True)
class Asking(Entity):
    """What the sheet asks before the questions go out; it is never stored as such."""

    from_whom: str = said("Whom I ask (role)")
    asked_on: date | None = said("Asked on", None)
    to: str = said("E-mail address, if it goes by mail")
    text: str = said("The words")


def write(paper: Paper, found: Sequence[Feedback], subject_id: str, take: Take) -> None:
    """What was asked and said about one activity or challenge, and what may be done next."""
    paper.section(QUESTION)
    for one in found:
        write_one(paper, one, take)
    steps = [Step("ask_back", "Ask how it was"), Step("note_back", "Note what they said of it")]
    _offer(paper, steps, subject_id, take)


def write_one(paper: Paper, one: Feedback, take: Take, about: str = "") -> None:
    """One answer with its words and what I changed; or that it is awaited, without a word of how long."""
    who = " · ".join(filter(None, (one.from_whom, about)))
    if one.is_awaited:
        paper.words(f"Asked on {short_date(one.asked_on)}: {who}", "soft")
        _offer(paper, [Step("note_back", "Note what they said", quiet=True)], one.id, take)
        return
    verdicts = (("fair", one.was_fair), ("helped", one.did_help))
    answers = " · ".join(f"{question}: {verdict.label.lower()}" for question, verdict in verdicts if verdict)
    private = "their words are private to me" if "text" in one.private else ""
    paper.words(" · ".join(filter(None, (short_date(one.answered_on), who, answers, private))))
    if one.text.strip():
        paper.quote(look_of(one.text).html)
    if one.shaped.strip():
        paper.words("What I changed because of it:", "label")
        paper.quote(look_of(one.shaped).html)
    words = "Say more about what I changed" if one.shaped.strip() else "What I changed because of it"
    _offer(paper, [Step("shape_back", words, quiet=True)], one.id, take)


def _offer(paper: Paper, steps: Sequence[Step], id_: str, take: Take) -> None:
    row = NextSteps(steps)
    row.taken.connect(lambda code: take(code, id_))
    paper.add(row)


def ask(tools: Tools, parent: QWidget, subject_id: str) -> str:
    """Offer the two questions as words to copy or to send, and note whom I asked."""
    kept = tools.register.feedback
    form = Form(Asking, ["from_whom", "asked_on", "to", ("text", PlainField())], tools.desk)
    words = kept.words_to_send(subject_id).replace("?”?", "?”")      # about a question, it need not be asked twice
    form.load(Asking(asked_on=tools.register.today(), text=words))

    def copy() -> str:
        QGuiApplication.clipboard().setText(form.values()["text"])
        return "The text can be pasted now."

    def save_mail() -> str:
        values = form.values()
        content = mail.draft([values["to"]], QUESTION, values["text"])
        name = exporting.dated(tools, "two questions.eml")
        exporting.ask(tools, "Save as an e-mail file", name, "E-mail (*.eml)", lambda: content)
        return ""

    def save() -> None:
        values = form.values()
        kept.ask(subject_id, values["from_whom"], values["asked_on"])

    shown = sheet(tools, parent, "Ask how it was", "Two questions go back to those who were scrutinised.", form, save,
                  save_words="Note that I asked", draft=f"ask_back:{subject_id}")  # fmt: skip
    shown.offer("Copy the text", "copy-text", copy)
    shown.offer("Save as an e-mail file", "save-mail", save_mail)
    return "Noted; what comes back can be noted here." if shown.ask() else ""


def note(tools: Tools, parent: QWidget, id_: str) -> str:
    """Note what came back: to the question with this id, or unasked about the activity or challenge with this id."""
    kept = tools.register.feedback
    one = kept.find(id_) or Feedback(subject_id=id_)
    one = replace(one, answered_on=one.answered_on or tools.register.today())
    form = Form(Feedback, ["answered_on", "was_fair", "did_help", "from_whom", "text", "shaped"], tools.desk,
                privacy=True, preview=False)  # fmt: skip
    form.load(one)
    shown = sheet(tools, parent, "What they said of it", kept.about(one), form, lambda: kept.note(form.replace(one)),
                  draft=f"note_back:{id_}")  # fmt: skip
    return "Noted." if shown.ask() else ""


def shape(tools: Tools, parent: QWidget, feedback_id: str) -> str:
    """Say what I changed because of what somebody said."""
    kept = tools.register.feedback
    one = kept.get(feedback_id)
    form = Form(Feedback, ["shaped"], tools.desk, privacy=True, preview=False)
    form.load(one)
    shown = sheet(
        tools, parent, "What I changed because of it", kept.about(one), form,
        lambda: kept.save(form.replace(kept.get(feedback_id))), draft=f"shape_back:{feedback_id}",
    )  # fmt: skip
    return "Noted." if shown.ask() else ""
