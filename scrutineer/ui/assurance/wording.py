"""“Word it our way”: how this partnership words one item of a framework, beside how its file does."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from scrutineer.domain.framework import LocalWording
from scrutineer.ui.sheets import sheet
from scrutineer.ui.tools import Tools
from scrutineer.ui.widgets.fields import TextField
from scrutineer.ui.widgets.form import Form


def ask(tools: Tools, parent: QWidget, ref: str) -> str:
    """Ask how the item with this reference is worded here; nothing takes our wording back."""
    wordings = tools.register.local_wordings
    placed = tools.register.frameworks.item(ref)
    began = LocalWording(framework_item=ref, text=wordings.words().get(ref, ""))
    form = Form(LocalWording, [("text", TextField())], tools.desk)
    form.load(began)
    question = f"In its own words: {placed.item.title}." if placed else ""
    shown = sheet(
        tools, parent, "Word it our way", question, form, lambda: wordings.word(ref, form.replace(began).text),
        draft=f"wording:{ref}",
    )  # fmt: skip
    return "Worded as you would have it." if shown.ask() else ""
