"""“Link evidence”: what shows something about a record, picked among all that was seen, heard, answered or entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtWidgets import QWidget

from scrutineer.domain.action import ActionStatus
from scrutineer.domain.entity import Entity
from scrutineer.domain.errors import Invalid, Problem
from scrutineer.domain.evidence import Evidence
from scrutineer.domain.serving import label_for
from scrutineer.domain.text import counted
from scrutineer.ui.evidence import entry
from scrutineer.ui.evidence.picking import Pick, PickField
from scrutineer.ui.evidence.words import about_what, account, pick_of, title_of
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_NOTHING = "Nothing that you saw, heard or were sent is in the record yet. What is held elsewhere is a new entry."
_NOBODY = "No challenge is open that this could show something about."


@dataclass(frozen=True, kw_only=True)
class Linking(Entity):
    """What the sheet asks; it is never stored as such."""

    picked: dict[str, str] = field(default_factory=dict, metadata={"label": "Which"})


def ask(tools: Tools, parent: QWidget, subject_id: str) -> str:
    """Ask what shows something about the record with this id."""
    evidence = tools.register.evidence
    subject = evidence.linked(subject_id)

    def make() -> Pick | None:
        made = entry.new(tools, picks.window())
        return _as_pick(tools, made) if made else None

    picks = PickField(sources(tools, subject), _NOTHING, asks="What it shows", new="New entry", make=make)
    form = Form(Linking, [("picked", picks)], tools.desk)
    form.load(Linking())

    def save() -> None:
        _link(tools, {id_: (subject, evidence.linked(id_), shows) for id_, shows in picks.value().items()})

    shown = sheet(
        tools, parent, "Link evidence", f"What shows something about {about_what(tools.register, subject)}?", form,
        save, save_words="Link", draft=f"link:{subject_id}",
    )  # fmt: skip
    if not shown.ask():
        return ""
    return f"{counted(len(picks.value()), 'piece')} of evidence linked."


def about(tools: Tools, parent: QWidget, source_id: str) -> str:
    """Ask what the record with this id shows something about: parties and actions of open challenges."""
    evidence = tools.register.evidence
    source = evidence.linked(source_id)
    picks = PickField(_subjects(tools, source), _NOBODY, asks="What it shows")
    form = Form(Linking, [("picked", picks)], tools.desk)
    form.load(Linking())

    def save() -> None:
        _link(tools, {id_: (evidence.linked(id_), source, shows) for id_, shows in picks.value().items()})

    shown = sheet(
        tools, parent, "Say what it shows", title_of(tools.register, source), form, save, save_words="Link",
        draft=f"link_to:{source_id}",
    )  # fmt: skip
    return f"Linked to {counted(len(picks.value()), 'record')}." if shown.ask() else ""


def take_back(tools: Tools, _parent: QWidget, link_id: str) -> str:
    """Take a link back, which can be undone."""
    evidence = tools.register.evidence
    link = evidence.link_of(link_id)
    evidence.unlink(link_id)
    subject, source = evidence.linked(link.subject_id or ""), evidence.linked(link.source_id or "")

    def again() -> None:
        evidence.link(subject, source, link.shows)

    tools.say("The link is taken back.", "Undo", again)
    return ""


def sources(tools: Tools, subject: Entity) -> list[Pick]:
    """What can be linked to a record and is not yet."""
    known = {subject.id, *(one.source_id for one in tools.register.evidence.links_of(subject.id))}
    serves = tools.register.partnership.serves
    return [pick_of(line, serves) for line in tools.register.evidence.sources() if line.id not in known]


def _link(tools: Tools, wanted: Mapping[str, tuple[Entity, Entity, str]]) -> None:
    if not wanted:
        raise Invalid([Problem("picked", "Pick at least one.")])
    with tools.register.desk.act():
        for subject, source, shows in wanted.values():
            tools.register.evidence.link(subject, source, shows)


def _as_pick(tools: Tools, made: Evidence) -> Pick:
    kind, counts = tools.register.evidence.as_shown(made)
    called = label_for(kind, tools.register.partnership.serves)
    return Pick(made.id, made.title, f"Entry · {called} · {account(kind, is_independent=counts)}")


def _subjects(tools: Tools, source: Entity) -> list[Pick]:
    """The parties that have not ended, and the actions that were agreed, which are not linked to it yet."""
    register = tools.register
    known = {link.subject_id for link in register.evidence.used_by(source.id)}
    parts = [*register.replies.answered(), *register.replies.awaiting()]
    found = [Pick(one.addressee_id, one.party, one.challenge) for one in parts]
    for one in register.actions.lines():
        if one.status != ActionStatus.DROPPED.value:
            about = f"Action · {one.party} · {one.reference} {one.challenge}"
            found.append(Pick(one.id, one.text, about))
    return [one for one in found if one.id not in known]
