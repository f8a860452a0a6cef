"""The sheets on which a recommendation is written, decided, followed by an action, and tested."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action
from scrutineer.domain.dates import short_date
from scrutineer.domain.paper import Paper
from scrutineer.domain.recommendation import Decision, Recommendation
from scrutineer.domain.reference import short
from scrutineer.domain.serving import sources_for
from scrutineer.ui import serving, sheets
from scrutineer.ui.meetings.columns import what
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import ChoiceField, Option
from scrutineer.ui.widgets.form import Asked, Form

_WRITTEN = ["text", "agency_ids", "due_on", "paper_id", "source", "source_title"]
_DECIDED = ["decision", "final_wording", "reason", "decided_on", "meeting_id", "minute_ref", "due_on"]


def write(tools: Tools, parent: QWidget, id_: str) -> str:
    """Write a recommendation, or change the one with this id; the id of a paper says in which it stands."""
    recommendations, papers = tools.register.recommendations, tools.register.papers
    known = recommendations.find(id_)
    paper = None if known else papers.find(id_)
    began = known or Recommendation(paper_id=paper.id if paper else None)
    source = serving.choice(tools, sources_for(tools.register.partnership.serves), began.source)
    asked: list[Asked] = [("source", source) if name == "source" else name for name in _WRITTEN]
    form = Form(Recommendation, asked, tools.desk, preview=False)
    sheets.offer(form, "agency_ids", sheets.agencies(tools))
    sheets.offer(form, "paper_id", [Option(one.id, _called(tools, one)) for one in papers.all()[::-1]])
    form.load(began)
    shown = sheets.sheet(
        tools, parent, f"Change {short(known.reference)}" if known else "Write a recommendation",
        "What is recommended, and to whom?", form,
        lambda: recommendations.save(form.replace(recommendations.get(known.id) if known else began)),
        draft=f"recommendation:{id_ or 'new'}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return "Saved." if known else "Written. It awaits a decision."


def decide(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what was decided of a recommendation, by whom and when."""
    recommendations, meetings = tools.register.recommendations, tools.register.meetings
    before = recommendations.get(id_)
    asked: list[Asked] = [(name, _meetings(tools)) if name == "meeting_id" else name for name in _DECIDED]
    form = Form(Recommendation, asked, tools.desk, preview=False)
    form.load(_accepted(tools, before) if before.decision is Decision.AWAITED else before)
    decision, meeting = form.field("decision"), form.field("meeting_id")

    def arrange() -> None:
        form.show_field("final_wording", decision.value() is Decision.AMENDED)
        form.show_field("reason", decision.value() is Decision.DECLINED)

    def on_its_day() -> None:
        if found := meetings.find(meeting.value()):
            form.field("decided_on").set_value(found.held_on)

    def save() -> None:
        recommendations.keep_decision(replace(recommendations.get(id_), **form.values()))

    decision.edited.connect(arrange)
    meeting.edited.connect(on_its_day)
    arrange()
    shown = sheets.sheet(
        tools, parent, f"Decide on {short(before.reference)}", f"“{what(before.wording)}” What was decided?", form,
        save, draft=f"decide:{id_}",
    )  # fmt: skip
    return f"{short(before.reference)}: {recommendations.get(id_).decision.label.lower()}." if shown.ask() else ""


def _accepted(tools: Tools, one: Recommendation) -> Recommendation:
    """As it mostly goes: accepted, today, or at the meeting that had its paper, if that was held."""
    today = tools.register.today()
    paper = tools.register.papers.find(one.paper_id)
    meeting = tools.register.meetings.find(paper.meeting_id) if paper else None
    if meeting and meeting.held_on and meeting.held_on <= today:
        return replace(one, decision=Decision.ACCEPTED, decided_on=meeting.held_on, meeting_id=meeting.id)
    return replace(one, decision=Decision.ACCEPTED, decided_on=today)


def follow(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask for an action that follows from a recommendation."""
    recommendations, began = tools.register.recommendations, Action()
    recommendation = recommendations.get(id_)
    form = Form(Action, ["text", "agency_id", "owner_role", "due_on", "measure"], tools.desk, preview=False)
    sheets.offer(form, "agency_id", sheets.agencies(tools))
    agencies = recommendation.agency_ids
    began = replace(began, due_on=recommendation.due_on, agency_id=agencies[0] if len(agencies) == 1 else None)
    form.load(began)
    return _asked(
        tools, parent, f"What follows from {short(recommendation.reference)}", what(recommendation.wording), form,
        lambda: recommendations.follow(id_, form.replace(began)), f"follow:{id_}",
        "The action stands among the others.",
    )  # fmt: skip


def test(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask whether a recommendation has become what people do, and what shows it."""
    recommendations = tools.register.recommendations
    before = recommendations.get(id_)
    form = Form(Recommendation, ["embedded", "embedded_on", "seen"], tools.desk, preview=False)
    form.load(replace(before, embedded_on=before.embedded_on or tools.register.today()))
    return _asked(
        tools, parent, f"Is {short(before.reference)} embedded?", "Is it what people do now, and how do you know?",
        form, lambda: recommendations.keep_test(replace(recommendations.get(id_), **form.values())), f"test:{id_}",
        "Noted. “Link evidence” is the place for what shows it.",
    )  # fmt: skip


def _asked(
    tools: Tools, parent: QWidget, title: str, question: str, form: Form, save: Callable[[], object], draft: str,
    done: str,
) -> str:
    return done if sheets.sheet(tools, parent, title, question, form, save, draft=draft).ask() else ""


def _meetings(tools: Tools) -> ChoiceField:
    """Those that were held, the last one first."""
    meetings, today = tools.register.meetings, tools.register.today()
    held = sorted((one for one in meetings.all() if one.held_on and one.held_on <= today),
                  key=lambda one: str(one.held_on), reverse=True)  # fmt: skip
    return ChoiceField([Option(one.id, f"{meetings.called(one)}, {short_date(one.held_on)}") for one in held])


def _called(tools: Tools, paper: Paper) -> str:
    meeting = tools.register.meetings.find(paper.meeting_id)
    whom = tools.register.meetings.called(meeting) if meeting else paper.title
    return f"{short(paper.reference)} {whom}, {short_date(meeting.held_on if meeting else paper.ends_on)}"
