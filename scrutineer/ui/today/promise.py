"""A promise of mine: noted in a line, read and changed on the same sheet, and kept."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.note import Undertaking
from scrutineer.domain.text import opening
from scrutineer.ui import sheets
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

_FIELDS = ["text", "to_whom", "due_on", "agency_id"]


def ask(tools: Tools, parent: QWidget, id_: str) -> str:
    """Note a promise, or change the one with this id; the id of an agency says to whom it is made."""
    promises = tools.register.undertakings
    known = promises.find(id_)
    agency = None if known else tools.register.agencies.find(id_)
    promise = known or Undertaking(agency_id=agency.id if agency else None)
    form = Form(Undertaking, [*_FIELDS, "done_on"] if known else _FIELDS, tools.desk, privacy=True, preview=False)
    sheets.offer(form, "agency_id", sheets.agencies(tools))
    form.load(promise)
    made = sheets.sheet(
        tools, parent, "A promise of mine", "What, to whom, and by when?", form,
        lambda: promises.promise(form.replace(promises.get(known.id) if known else promise)),
        draft=f"undertaking:{id_ or 'new'}",
    )  # fmt: skip
    if not made.ask():
        return ""
    return "Saved." if known else "Noted. It stands under “What needs me” until it is kept."


def keep(tools: Tools, _parent: QWidget, id_: str) -> str:
    """Note that a promise was kept, today."""
    kept = tools.register.undertakings.keep(id_, tools.register.today())
    return f"Kept: {opening(kept.text)}"
