"""“Note what they report” and “Note what I saw”: dated lines about an action or an answer, never overwritten."""

from __future__ import annotations

from dataclasses import dataclass, field, fields

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import Action, ActionStatus
from scrutineer.domain.dates import short_date
from scrutineer.domain.entity import said
from scrutineer.domain.errors import Invalid, NotFound, Problem
from scrutineer.domain.reply import Response
from scrutineer.domain.update import ProgressUpdate, Side
from scrutineer.ui.challenges.rows import beside
from scrutineer.ui.evidence.linking import sources
from scrutineer.ui.evidence.picking import PickField
from scrutineer.ui.evidence.words import about_what
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form

_NOTHING = "Nothing that you saw, heard or were sent is in the record yet; it can be linked later."


@dataclass(frozen=True, kw_only=True)
class Reporting(ProgressUpdate):
    """What the agency reports, as the sheet asks it. It is never stored as such."""

    status: ActionStatus | None = said("They report it as", None)
    source: str = said("Told by")


@dataclass(frozen=True, kw_only=True)
class Seeing(ProgressUpdate):
    """What I saw, as the sheet asks it, with what settled it. It is never stored as such."""

    source: str = said("Where I saw it")
    shown_by: dict[str, str] = field(default_factory=dict, metadata={"label": "What shows it"})


def reported(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what the agency reports of the action or the answer with this id."""
    return ask_reported(tools, parent, _kind_of(tools, id_), id_)


def seen(tools: Tools, parent: QWidget, id_: str) -> str:
    """Ask what I saw of the action or the answer with this id."""
    return ask_seen(tools, parent, _kind_of(tools, id_), id_)


def ask_reported(tools: Tools, parent: QWidget, kind: str, id_: str) -> str:
    """Ask what the agency reports of an action or an answer (`kind` is that of the record)."""
    about = _about(tools, kind, id_)
    is_action = isinstance(about, Action)
    asked = [*(["status"] if is_action else []), "noted_on", "text", "source"]
    status = about.status if isinstance(about, Action) and not about.status.is_settled else None
    action_id, response_id = _ids(about)
    began = Reporting(action_id=action_id, response_id=response_id, noted_on=tools.register.today(), status=status)
    form = Form(Reporting, asked, tools.desk, privacy=True, preview=False)
    form.load(began)

    def save() -> None:
        typed = form.replace(began)
        if typed.status is ActionStatus.DROPPED and not typed.text.strip():
            raise Invalid([Problem("text", "Say why it was dropped.")])
        beside("text", set(asked), lambda: tools.register.updates.note(_as_update(typed)))

    words = about_what(tools.register, about)
    shown = sheet(
        tools, parent, "Note what they report", _now(about, words), form, save, draft=f"reported:{id_}"
    )
    if not shown.ask():
        return ""
    told = form.values().get("status")
    return f"Noted as reported{f': {told.label.lower()}' if told else ''}. What you see of it stays apart."


def ask_seen(tools: Tools, parent: QWidget, kind: str, id_: str) -> str:
    """Ask what I saw of an action or an answer (`kind` is that of the record), and what shows it."""
    about = _about(tools, kind, id_)
    picks = PickField(sources(tools, about), _NOTHING)
    asked: list[Asked] = ["seen", "noted_on", "text", "source", ("shown_by", picks)]
    action_id, response_id = _ids(about)
    began = Seeing(
        action_id=action_id, response_id=response_id, side=Side.SEEN, noted_on=tools.register.today()
    )  # fmt: skip
    form = Form(Seeing, asked, tools.desk, privacy=True, preview=False)
    form.load(began)
    evidence = tools.register.evidence

    def save() -> None:
        typed = form.replace(began)
        shown_by = [evidence.linked(one) for one in typed.shown_by]
        tools.register.updates.note(_as_update(typed), shown_by)

    words = about_what(tools.register, about)
    shown = sheet(tools, parent, "Note what I saw of it", _now(about, words), form, save, draft=f"seen:{id_}")
    return f"Noted: {form.values()['seen'].label.lower()}." if shown.ask() else ""


def _kind_of(tools: Tools, id_: str) -> str:
    return tools.register.evidence.linked(id_).KIND


def _about(tools: Tools, kind: str, id_: str) -> Action | Response:
    if kind == Action.KIND:
        return tools.register.actions.get(id_)
    if kind == Response.KIND:
        return tools.register.replies.response(id_)
    raise NotFound("Only of an action or an answer is noted what was reported and seen.")


def _ids(about: Action | Response) -> tuple[str | None, str | None]:
    return (about.id, None) if isinstance(about, Action) else (None, about.id)


def _as_update(typed: ProgressUpdate) -> ProgressUpdate:
    return ProgressUpdate(**{spec.name: getattr(typed, spec.name) for spec in fields(ProgressUpdate)})


def _now(about: Action | Response, words: str) -> str:
    """What it is about, and how it stands with both sides."""
    found = [f"{words[:1].upper()}{words[1:]}."]
    if isinstance(about, Action):
        found.append(f"Reported by the agency: {about.status.label.lower()}.")
    if about.seen:
        found.append(f"Seen by me: {about.seen.label.lower()}, {short_date(about.seen_on)}.")
    return " ".join(found)
