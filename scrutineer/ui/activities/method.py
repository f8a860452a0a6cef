"""One method on a sheet: written, made from an activity, opened from another scrutineer's file, and given away."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.method import Method
from scrutineer.exchange import method_pack
from scrutineer.ui import exporting, sheets
from scrutineer.ui.activities.form import forms_last_used_first
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.form import Form

KINDS = f"Method of scrutiny (*{method_pack.ENDING})"
_FIELDS = ("purpose", "lines_of_enquiry", "appreciative", "tool", "wording", "framework", "source")
_GIVEN_AWAY = "It can be given away as it stands: keep names and whatever was seen out of it."
_OF_ANOTHER = "This is what the file holds. Keep it, and it stands among your methods."


def write(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Write a method."""
    return _ask(tools, parent, Method(), "Write a method", _GIVEN_AWAY, "method:new")


def edit(tools: Tools, parent: QWidget, id_: str) -> str:
    """Change a method."""
    return _ask(tools, parent, tools.register.methods.get(id_), "Edit this method", _GIVEN_AWAY, f"method:{id_}")


def make(tools: Tools, parent: QWidget, activity_id: str) -> str:
    """Make a method from an activity: what was asked and graded there, to be read once more before it is kept."""
    begun = tools.register.methods.from_activity(activity_id)
    return _ask(tools, parent, begun, "Make it a method", _GIVEN_AWAY, f"method:from:{activity_id}")


def open_file(tools: Tools, parent: QWidget, _id: str = "") -> str:
    """Ask for another scrutineer's file, show what it holds, and keep it. Raises NotAMethod."""
    path = tools.messages.file_to_open("Open a method", tools.preferences.last_folder, KINDS)
    if path is None:
        return ""
    tools.preferences.last_folder = path.parent
    return _ask(tools, parent, method_pack.read(path), "Open a method", _OF_ANOTHER, "")


def save_file(tools: Tools, _parent: QWidget, id_: str) -> str:
    """Ask where to write a method as a file of its own."""
    method = tools.register.methods.get(id_)
    text = method_pack.to_text(method)
    name = f"{exporting.plain_name(method.title)}{method_pack.ENDING}"
    exporting.ask(tools, "Save the method as a file", name, KINDS, text.encode)
    return ""


def _ask(tools: Tools, parent: QWidget, method: Method, title: str, question: str, draft: str) -> str:
    register = tools.register
    forms = forms_last_used_first(register.activities.all(), register.partnership.serves)
    form = Form(Method, ["title", ("type", forms), *_FIELDS], tools.desk, preview=False)
    form.load(method)
    kept: list[Method] = []

    def save() -> None:
        kept.append(tools.register.methods.save(form.replace(method)))

    sheet = sheets.sheet(tools, parent, title, question, form, save, save_words="Keep it", draft=draft)
    return f"“{kept[0].title}” is kept among your methods." if sheet.ask() else ""
