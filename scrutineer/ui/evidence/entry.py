"""An entry of the register of evidence: what is held elsewhere, how strong it is, and where it is held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from scrutineer.domain.errors import ScrutineerError
from scrutineer.domain.evidence import Evidence, EvidenceKind, is_independent
from scrutineer.domain.reference import short
from scrutineer.exchange import dropped
from scrutineer.exchange.dropped import Dropped
from scrutineer.ui import sheets
from scrutineer.ui.dropping import Dropping
from scrutineer.ui.evidence.files_field import FilesField
from scrutineer.ui.evidence.words import counts
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Asked, Form
from scrutineer.ui.widgets.words import Words


@dataclass(frozen=True, kw_only=True)
class Entering(Evidence):
    """What the sheet asks: an entry and its files. It is never stored as such."""

    files: tuple[Dropped, ...] = field(default=(), metadata={"label": "Its file, if it is to be kept here"})

    @property
    def entry(self) -> Evidence:
        """The entry alone."""
        return Evidence(**{spec.name: getattr(self, spec.name) for spec in fields(Evidence)})


def ask(tools: Tools, parent: QWidget, _id: str) -> str:
    """Enter something that is held elsewhere."""
    return _said(new(tools, parent))


def of_files(tools: Tools, parent: QWidget, paths: Sequence[Path]) -> str:
    """Enter files that were dropped."""
    found = []
    for path in paths:
        try:
            found.append(dropped.read(path))
        except ScrutineerError as error:
            tools.messages.show_error(error)
    if not found:
        return ""
    began = Entering(title=Path(found[0].file_name).stem, dated_on=found[0].mail and found[0].mail.sent_on,
                     files=tuple(found))  # fmt: skip
    return _said(_ask(tools, parent, began, f"evidence:{', '.join(one.file_name for one in found)}"))


def new(tools: Tools, parent: QWidget) -> Evidence | None:
    """Ask for a new entry; None when it was left."""
    return _ask(tools, parent, Entering(title=""), "evidence:new")


def edit(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change an entry."""
    known = tools.register.evidence.get(id_)
    began = Entering(**{spec.name: getattr(known, spec.name) for spec in fields(Evidence)})
    return "Saved." if _ask(tools, parent, began, f"evidence:{id_}") else ""


def _said(made: Evidence | None) -> str:
    return f"{short(made.reference)} is in the register. Say what it shows, and about what." if made else ""


def _ask(tools: Tools, parent: QWidget, began: Entering, draft: str) -> Evidence | None:
    register, saved = tools.register, list[Evidence]()
    files, bears = FilesField(tools), Words("", "small")
    asked: list[Asked] = [
        "title", "kind", "strength", "dated_on", "is_sampled", bears, "text", "held_by", "where_held", "agency_id",
    ]  # fmt: skip
    if not began.reference:      # later ones are added to the entry, version by version
        asked.append(("files", files))
    form = Form(Entering, asked, tools.desk, privacy=True, preview=False)
    sheets.offer(form, "agency_id", sheets.agencies(tools))
    form.load(began)

    def weigh() -> None:
        kind, sampled = form.field("kind").value(), form.field("is_sampled").value()
        form.show_field("is_sampled", kind is EvidenceKind.SINGLE_AUDIT)
        bears.say(counts(kind, is_independent=is_independent(Evidence(title="", kind=kind, is_sampled=sampled))))

    def save() -> None:
        typed = form.replace(began)
        with register.desk.act():
            kept = register.evidence.save(replace(typed.entry, reference=began.reference))
            for file in typed.files:
                register.attachments.attach(kept, file.file_name, file.data)
        saved.append(kept)

    for name in ("kind", "is_sampled"):
        form.field(name).edited.connect(weigh)
    title = f"Change {short(began.reference)}" if began.reference else "Enter evidence"
    shown = sheets.sheet(tools, parent, title, "What is held elsewhere, by whom and where?", form, save, draft=draft)
    if not began.reference:
        Dropping(shown, files.take, on_fields=True)
    weigh()
    return saved[-1] if shown.ask() else None
