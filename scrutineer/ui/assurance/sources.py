"""What shows a judgement or a confirmation: picked on its sheet, and read beside it."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from scrutineer.domain.text import counted, listed
from scrutineer.ui.evidence import entry
from scrutineer.ui.evidence.picking import Pick, PickField
from scrutineer.ui.evidence.words import account, pick_of, title_of
from scrutineer.ui.list_screen import RecordDetail
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.flow import FlowRow
from scrutineer.ui.widgets.parts import button

_NOTHING = "Nothing that you saw, heard or were sent is in the record yet. What is held elsewhere is a new entry."


def field(tools: Tools, picked: Collection[str]) -> PickField:
    """Where sources are picked; those that are picked already are always offered."""
    evidence = tools.register.evidence
    offered = [pick_of(line, tools.register.partnership.serves) for line in evidence.sources()]
    known = {one.id for one in offered}
    offered += [_as_pick(tools, id_) for id_ in picked if id_ not in known]

    def make() -> Pick | None:
        made = entry.new(tools, picks.window())
        return _as_pick(tools, made.id) if made else None

    picks = PickField(offered, _NOTHING, asks="What it shows", new="New entry", make=make)
    return picks


def of(tools: Tools, subject_id: str | None) -> dict[str, str]:
    """The sources of a judgement or a confirmation, each with what it shows."""
    shown = tools.register.evidence.shown(subject_id) if subject_id else []
    return {one.source.id: one.link.shows for one in shown}


def in_words(kinds: Collection[str]) -> str:
    """`Two kinds of source: data and direct observation.`"""
    if not kinds:
        return "No source is linked yet."
    return f"{counted(len(kinds), 'kind')} of source: {listed(list(kinds))}."


def write(detail: RecordDetail, subject_id: str) -> None:
    """The sources on a sheet, each with what it shows, a way to it and a way to take the link back."""
    register = detail.register
    detail.section("What shows it")
    shown = register.evidence.shown(subject_id)
    if not shown:
        detail.words("Nothing is linked yet.", "soft")
    for one in shown:
        words = title_of(register, one.source)
        detail.words(words, "strong")
        about = f"{one.kind.label} · {account(one.kind, is_independent=one.is_independent)}"
        detail.words(f"{one.link.shows} · {about}" if one.link.shows else about, "small")
        row = FlowRow()
        row.add(detail.link(one.source.KIND, one.source.id, "Open", ""))
        row.add(_take_back(detail, one.link.id, words))
        detail.add(row)


def _take_back(detail: RecordDetail, link_id: str, about: str) -> QWidget:
    made = button("Take this link back", f"unlink-{link_id}", quiet=True)
    made.setAccessibleName(f"Take this link back: {about}")
    made.clicked.connect(lambda: detail.acted.emit("unlink", link_id))
    return made


def _as_pick(tools: Tools, id_: str) -> Pick:
    evidence = tools.register.evidence
    source = evidence.linked(id_)
    kind, counts = evidence.as_shown(source)
    return Pick(id_, title_of(tools.register, source), f"{kind.label} · {account(kind, is_independent=counts)}")
