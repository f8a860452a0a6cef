"""“Add a note” and “Note a chase”: a dated line on a challenge or a party, which changes no status."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.challenge import Challenge
from scrutineer.domain.dates import short_date
from scrutineer.domain.note import Note, NoteKind
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, id_: str, kind: NoteKind = NoteKind.NOTE) -> str:
    """Ask for a line on a challenge or on one of its parties, beginning with what most likely happened."""
    register = tools.register
    subject = register.challenges.find(id_) or register.challenges.part(id_)
    called = subject.title if isinstance(subject, Challenge) else register.challenges.party_name(subject)
    blank = Note(
        subject_kind=subject.KIND, subject_id=subject.id, kind=kind, noted_on=register.today(),
        scrutineer_id=register.desk.me,
    )  # fmt: skip
    form = Form(Note, ["kind", "noted_on", "text"], tools.desk, privacy=True, preview=False)
    form.load(blank)

    def save() -> None:
        register.notes.save(form.replace(blank))

    shown = sheet(tools, parent, "Add a note", called, form, save, draft=f"note:{subject.id}")
    if not shown.ask():
        return ""
    noted = register.notes.get(blank.id)
    return f"{noted.kind.label} on {short_date(noted.noted_on)}: {called}."
